import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Case, derivedFile } from '../ledger/index.ts';
import { type LinkProgress, linkRows } from '../linkage/index.ts';
import { decisionsOnStandIns, type StandIns, standingDecisions } from '../model/index.ts';
import { decidedOfRecords } from './decided-of-records.ts';
import { type Ground, groundOf, linkRowOf } from './ground.ts';
import { groupRecords } from './grouping.ts';
import { hiddenRecords } from './hidden.ts';
import { linkInBackground } from './link-in-background.ts';
import { listedRecords, standInsIn } from './listed-record.ts';
import { type People, peopleFrom } from './people.ts';

/** How far it is: the linkage's own steps, and then everybody who is drawn from it. */
export interface PeopleProgress {
  readonly stage: LinkProgress['stage'] | 'people';
  readonly done: number;
  readonly total: number;
}
export type Progress = (progress: PeopleProgress) => void;

/** What is kept of a case: its people at one version, and the machine's work on its rows, which decisions leave alone. */
interface Kept {
  readonly version: number;
  readonly basis: string;
  readonly people: ReturnType<typeof peopleFrom>;
  readonly rows: string;
  readonly ground: Ground;
  readonly standIns: StandIns;
  /** How often anything had been erased. */
  readonly erasures: number;
}
const keptOf = new WeakMap<Case, Kept>();

/** What the linker made of the rows before these, so that a list withdrawn right after it came costs no linkage. */
const linkedBefore = new WeakMap<Case, { readonly bytes: Uint8Array; readonly erasures: number }>();

/** Lets go of everybody who was worked out, where the keys behind them are gone. */
export const forgetPeople = (opened: Case): void => {
  keptOf.delete(opened);
  linkedBefore.delete(opened);
};

/** Which rows count: items never change, so their ids say it, and how often something was erased. */
const rowsOf = (opened: Case): string =>
  [
    opened.events('erasure').length,
    ...opened
      .items()
      .filter((item) => item.content.kind === 'list' && !opened.withdrawn(item.id))
      .map((item) => item.id),
    ...standingDecisions(opened.decisions()).flatMap((one) => (one.kind === 'supersede' ? [one.id] : [])),
  ].join(' ');

/**
 * What people rest on, as one string: which rows count and which decisions were made. Whatever else is written, such as
 * who looked at whom, leaves them as they are.
 */
export const peopleBasis = (opened: Case): string =>
  `${rowsOf(opened)} ${opened.decisions().length} ${opened.events('freeze').length}`;

function keep(opened: Case, version: number, rows: string, ground: Ground): Kept['people'] {
  const standIns = standInsIn(opened);
  const standing = decisionsOnStandIns(standingDecisions(opened.decisions()), standIns);
  const decided = decidedOfRecords(standing, ground);
  const hidden = hiddenRecords(opened);
  const grouping = groupRecords(ground, { standing, decided, standIns, hidden });
  const people = peopleFrom({ ground, grouping, decided, standing });
  const erasures = opened.events('erasure').length;
  keptOf.set(opened, { version, basis: peopleBasis(opened), people, rows, ground, standIns, erasures });
  return people;
}

/** The rows that count; those that were read before are not read again, unless something was erased since. */
function rowsThatCount(opened: Case): ReturnType<typeof listedRecords> {
  const kept = keptOf.get(opened);
  return kept?.erasures === opened.events('erasure').length
    ? listedRecords(opened, { listed: kept.ground.listed, standIns: kept.standIns })
    : listedRecords(opened);
}

/** What is known already, where nothing but decisions has come since. */
function withoutLinking(opened: Case): Kept['people'] | undefined {
  const kept = keptOf.get(opened);
  const version = opened.version();
  if (kept?.version === version) return kept.people;
  if (kept && kept.basis === peopleBasis(opened)) {
    keptOf.set(opened, { ...kept, version });
    return kept.people;
  }
  return kept && kept.rows === rowsOf(opened) ? keep(opened, version, kept.rows, kept.ground) : undefined;
}

/**
 * The people of a case as it stands now. Worked out once for each version of the ledger; a decision costs
 * milliseconds, new or withdrawn rows a new linkage. A withdrawn item's rows do not count, nor decisions about them.
 * Here and now, on one thread: for a few rows, and for trials.
 */
export function peopleOf(opened: Case, onProgress?: Progress): People {
  const known = withoutLinking(opened);
  if (known) return known;
  const version = opened.version();
  const rows = rowsOf(opened);
  const listed = rowsThatCount(opened);
  const linkage = linkRows([...listed.values()].map(linkRowOf), onProgress ? { onProgress } : {});
  return keep(opened, version, rows, groundOf(listed, linkage));
}

/** Fewer rows are linked sooner than a thread starts, and nothing is kept of them. */
const WORTH_A_THREAD = 400;
const LINKAGE_FILE = 'linkage';
/** Milliseconds of work at one go. */
const STRETCH = 10;

/**
 * The same, with the linkage on another thread and the rest in short stretches, so that whoever waits can do something
 * else meanwhile.
 */
export async function preparePeople(opened: Case, onProgress?: Progress): Promise<People> {
  let people = withoutLinking(opened);
  if (!people) {
    const linked = await linkAside(opened, onProgress ?? (() => {}));
    linked.keep();
    people = linked.people;
  }
  let pauseAt = performance.now() + STRETCH;
  for (const share of people.ahead())
    if (performance.now() > pauseAt) {
      onProgress?.({ stage: 'people', done: share, total: 1 });
      await nextTurn();
      pauseAt = performance.now() + STRETCH;
    }
  return people;
}

/** The same, of whom nothing but the linkage is worked out ahead, and nothing is kept: for whoever asks once. */
export const linkedPeople = async (opened: Case, onProgress: Progress = () => {}): Promise<Kept['people']> =>
  withoutLinking(opened) ?? (await linkAside(opened, onProgress)).people;

/**
 * Links on another thread, or takes what was kept of these very rows. `keep` writes down what was made anew; whoever
 * calls it writes to the case, so that no erasure can come between.
 */
async function linkAside(
  opened: Case,
  onProgress: Progress,
): Promise<{ readonly people: Kept['people']; readonly keep: () => void }> {
  const version = opened.version();
  const rows = rowsOf(opened);
  const listed = rowsThatCount(opened);
  const toLink = [...listed.values()].map(linkRowOf);
  const file = derivedFile(opened, LINKAGE_FILE);
  const held = file.read();
  const before = linkedBefore.get(opened);
  const erasures = opened.events('erasure').length;
  const known = [held ?? new Uint8Array(), ...(before?.erasures === erasures ? [before.bytes] : [])];
  const { linkage, keep: bytes } =
    toLink.length < WORTH_A_THREAD
      ? { linkage: linkRows(toLink, { onProgress }) }
      : await linkInBackground(toLink, onProgress, known);
  return {
    people: withoutLinking(opened) ?? keep(opened, version, rows, groundOf(listed, linkage)),
    keep() {
      if (!bytes || rowsOf(opened) !== rows) return;
      if (held) linkedBefore.set(opened, { bytes: held, erasures });
      file.write(bytes);
    },
  };
}
