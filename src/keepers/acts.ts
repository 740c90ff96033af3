import type { Case, Erasable } from '../ledger/index.ts';
import { type ItemId, SanadError, type TalkState } from '../model/index.ts';
import { openEnvelope } from '../sealing/index.ts';
import { dropKept, readKept } from './kept-files.ts';
import { keeperIdentities } from './keys.ts';
import { type KeptTalk, readTalks } from './talks.ts';

/** @throws SanadError `request.not-found` */
export function talkOf(opened: Case, id: string): KeptTalk {
  const talk = readTalks(opened).find((each) => each.id === id);
  if (!talk) throw new SanadError('request.not-found');
  return talk;
}

/** Writes an answer; it goes to the line with the next fetch. */
export function answerTalk(target: Case, id: string, text: string, by: string): void {
  const { answers } = talkOf(target, id);
  target.note({
    kind: 'line',
    by,
    facts: { what: 'answer', talk: id, number: answers.length + 1 },
    slots: [{ name: 'text', sensitivity: 'line', value: text }],
  });
}

export function setTalkStates(target: Case, ids: readonly string[], state: TalkState, by: string): void {
  const known = new Set(readTalks(target).map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw new SanadError('request.not-found');
  target.notes(ids.map((talk) => ({ kind: 'line', by, facts: { what: 'state', talk, state } })));
}

/**
 * Gives the words of a talk to the desk, as a keeper has prepared them: an item of its own, which says nothing of the
 * talk to whoever may not read the line. Who decided, why, and what was left out stand in the ledger under `line`.
 *
 * @param add puts the text into the case as an item under that name
 */
export async function handOver(
  target: Case,
  id: string,
  given: {
    readonly text: string;
    readonly leftOut: string;
    readonly reason: string;
    readonly by: string;
  },
  add: (file: { readonly name: string; readonly bytes: Uint8Array; readonly by: string }) => Promise<ItemId>,
): Promise<ItemId> {
  talkOf(target, id);
  const tips = readTalks(target).reduce((sum, { handedOver }) => sum + handedOver.length, 0);
  const item = await add({
    name: `tip-${tips + 1}.txt`,
    bytes: new TextEncoder().encode(`${given.text}\n`),
    by: given.by,
  });
  target.note({
    kind: 'line',
    by: given.by,
    facts: { what: 'hand-over', talk: id, item },
    slots: [
      { name: 'leftOut', sensitivity: 'line', value: given.leftOut },
      { name: 'reason', sensitivity: 'line', value: given.reason },
    ],
  });
  return item;
}

/**
 * Gives those who search what a keeper made of a talk: their own words, and how the source knows. What it leads back to is
 * written under `line` alone; of one talk all leads have one origin, which says nothing of it.
 *
 * @param give puts it where those who search find it
 * @returns the id of the lead
 */
export function handLeadOver(
  target: Case,
  id: string,
  given: { readonly reason: string; readonly by: string },
  random: () => string,
  give: (lead: { readonly id: string; readonly origin: string }) => void,
): string {
  const { origin = `tip ${random()}` } = talkOf(target, id);
  const lead = random();
  give({ id: lead, origin });
  target.note({
    kind: 'line',
    by: given.by,
    facts: { what: 'lead', talk: id },
    slots: [
      { name: 'lead', sensitivity: 'line', value: lead },
      { name: 'origin', sensitivity: 'line', value: origin },
      { name: 'reason', sensitivity: 'line', value: given.reason },
    ],
  });
  return lead;
}

/**
 * Makes all that was said in a talk unreadable for ever, its files too; that it was, and why, stays told. What was
 * handed over is an item of its own and is not touched. Whoever wrote asked for it themselves.
 *
 * @throws SanadError `request.not-found`, `erase.nothing` where nothing is left, `erase.two-needed` where the sender has
 *   not asked: then one keeper asks for `talkErasable`, another carries it out, and `dropTalkFiles` follows
 */
export function eraseTalk(
  target: Case,
  id: string,
  why: { readonly reason: string; readonly by: string },
): void {
  if (!talkOf(target, id).withdrawn) throw new SanadError('erase.two-needed');
  const { what, files } = talkErasable(target, id);
  target.erase({ what, basis: 'consent-withdrawn', ...why });
  dropTalkFiles(target, files);
}

/** What an erasure of a talk takes: entries, and files that lie beside the ledger. */
export function talkErasable(
  target: Case,
  id: string,
): { readonly what: Erasable[]; readonly files: readonly string[] } {
  const { incoming } = talkOf(target, id);
  const what = target
    .events('line')
    .filter(({ facts, slots }) => facts.talk === id && slots.size > 0)
    .map(({ entry }) => ({ entry }));
  return { what, files: incoming.flatMap(({ file }) => (file ? [file.sealed] : [])) };
}

export function dropTalkFiles(target: Case, files: readonly string[]): void {
  for (const sealed of files) dropKept(target, sealed);
}

/** A file that came by the line, opened; read it to its end, where it may still throw. */
export async function openTalkFile(
  opened: Case,
  id: string,
  place: number,
): Promise<{ readonly name: string; readonly bytes: number; readonly content: AsyncIterable<Uint8Array> }> {
  const talk = talkOf(opened, id);
  const entries = [...talk.incoming, ...talk.answers].sort((a, b) => a.entry - b.entry);
  const at = entries[place];
  const file = at && 'file' in at ? at.file : undefined;
  if (!file) throw new SanadError('request.not-found');
  const envelope = await openEnvelope(readKept(opened, file.sealed), keeperIdentities(opened));
  if (!envelope) throw new SanadError('case.damaged', { where: `line/${file.sealed}.age` });
  return { name: file.name, bytes: file.bytes, content: envelope.content };
}
