import type { Case } from '../ledger/index.ts';
import { type Linkage, type LinkProgress, linkRows } from '../linkage/index.ts';
import { type RecordId, standingDecisions } from '../model/index.ts';
import { groupRecords, linkRowOf } from './grouping.ts';
import { linkInBackground } from './link-in-background.ts';
import { type ListedRecord, listedRecords } from './listed-record.ts';
import { type People, peopleFrom } from './people.ts';

export type Progress = (progress: LinkProgress) => void;

/** What is kept of a case: its people at one version, and the machine's work on its rows, which decisions leave alone. */
interface Kept {
  readonly version: number;
  readonly people: People;
  readonly rows: string;
  readonly listed: ReadonlyMap<RecordId, ListedRecord>;
  readonly linkage: Linkage;
}
const keptOf = new WeakMap<Case, Kept>();

/** Which rows count: items never change, so their ids say it. */
const rowsOf = (opened: Case): string =>
  opened
    .items()
    .filter((item) => item.content.kind === 'list' && !opened.withdrawn(item.id))
    .map((item) => item.id)
    .join(' ');

function keep(opened: Case, version: number, work: Omit<Kept, 'version' | 'people'>): People {
  const { listed, linkage } = work;
  const grouping = groupRecords(listed, linkage, standingDecisions(opened.decisions()));
  const people = peopleFrom({ listed, grouping });
  keptOf.set(opened, { ...work, version, people });
  return people;
}

/** What is known already, where nothing but decisions has come since. */
function withoutLinking(opened: Case): People | undefined {
  const kept = keptOf.get(opened);
  const version = opened.version();
  if (kept?.version === version) return kept.people;
  return kept && kept.rows === rowsOf(opened) ? keep(opened, version, kept) : undefined;
}

/**
 * The people of a case as it stands now. Worked out once for each version of the ledger; a decision costs
 * milliseconds, new or withdrawn rows a new linkage. A withdrawn item's rows do not count, nor decisions about them.
 */
export function peopleOf(opened: Case, onProgress?: Progress): People {
  const known = withoutLinking(opened);
  if (known) return known;
  const version = opened.version();
  const rows = rowsOf(opened);
  const listed = listedRecords(opened);
  const linkage = linkRows([...listed.values()].map(linkRowOf), onProgress ? { onProgress } : {});
  return keep(opened, version, { rows, listed, linkage });
}

/** Fewer rows are linked sooner than a thread starts. */
const WORTH_A_THREAD = 400;

/** The same, with the linkage on another thread, so that whoever waits can do something else meanwhile. */
export async function preparePeople(opened: Case, onProgress?: Progress): Promise<People> {
  const known = withoutLinking(opened);
  if (known) return known;
  const version = opened.version();
  const rows = rowsOf(opened);
  const listed = listedRecords(opened);
  const linkRowsHere = [...listed.values()].map(linkRowOf);
  const linkage = await (linkRowsHere.length < WORTH_A_THREAD
    ? linkRows(linkRowsHere, onProgress ? { onProgress } : {})
    : linkInBackground(linkRowsHere, onProgress ?? (() => {})));
  return withoutLinking(opened) ?? keep(opened, version, { rows, listed, linkage });
}
