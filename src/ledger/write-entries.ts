import type { RandomBytes } from '../model/index.ts';
import { putAscii, putBase64, putBytes, putJson, written } from './byte-sheet.ts';
import { COMMITMENT_LENGTH, commitments, SALT_LENGTH } from './commitment.ts';
import { ENTRY_VERSION, type EntryDraft, type Slot } from './entry.ts';
import type { Sensitivity } from './sensitivity.ts';

/** Entries that follow each other, their values to be sealed together. */
export interface WrittenEntries {
  readonly count: number;
  /** Of each a zero byte, then the body, canonical JSON: what is hashed to its leaf. No body has a zero byte. */
  readonly leaves: Uint8Array;
  /** One a class. */
  readonly payloads: readonly WrittenPayload[];
}

interface WrittenPayload {
  readonly sensitivity: Sensitivity;
  /** How many of the entries it speaks of, from the first on: up to the last that has a value in this class. */
  readonly count: number;
  /**
   * `[block,block,…]`, a block being `["<salts, base64>",{"slot":value,…}]`, the salts in the order of the slots, or `0`
   * where an entry has no value in this class.
   */
  readonly text: Uint8Array;
}

/** Where each value stands: how they were laid, and which salt and commitment are whose. */
interface Laid {
  /** `slot \0 value \0` of each, one behind the other. */
  readonly bytes: Uint8Array;
  /** Where each value begins and ends in them. */
  readonly places: readonly number[];
  readonly salts: Uint8Array;
  readonly committed: Uint8Array;
}

export function writeEntries(drafts: readonly EntryDraft[], random: RandomBytes): WrittenEntries {
  const slots = drafts.reduce((sum, draft) => sum + draft.slots.length, 0);
  const salts = random(SALT_LENGTH * slots);
  const places = new Array<number>(2 * slots);
  const bytes = written((page) => putValues(page, drafts, places));
  const laid: Laid = { bytes, places, salts, committed: commitments(bytes, salts) };
  return {
    count: drafts.length,
    leaves: written((page) => putLeaves(page, drafts, laid.committed)),
    payloads: [...classesOf(drafts)].map(([sensitivity, count]) => ({
      sensitivity,
      count,
      text: written((page) => putBlocks(page, drafts.slice(0, count), sensitivity, laid)),
    })),
  };
}

/** The classes in the order in which they come, each with how many entries there are up to the last that has it. */
function classesOf(drafts: readonly EntryDraft[]): ReadonlyMap<Sensitivity, number> {
  const classes = new Map<Sensitivity, number>();
  for (let place = 0; place < drafts.length; place++) {
    let last: Sensitivity | undefined;
    for (const { sensitivity } of drafts[place]!.slots) {
      if (sensitivity !== last) classes.set(sensitivity, place + 1);
      last = sensitivity;
    }
  }
  return classes;
}

function putValues(page: Buffer, drafts: readonly EntryDraft[], places: number[]): number {
  let at = 0;
  let nth = 0;
  for (const { slots } of drafts)
    for (const { name, value } of slots) {
      at = putAscii(page, name, at);
      page[at++] = 0;
      places[nth++] = at;
      at = putJson(page, value, at);
      places[nth++] = at;
      page[at++] = 0;
    }
  return at;
}

function putLeaves(page: Buffer, drafts: readonly EntryDraft[], committed: Uint8Array): number {
  let at = 0;
  let first = 0;
  for (const draft of drafts) {
    page[at++] = 0;
    let opening = '{"';
    for (const key of namesIn(draft.facts)) {
      const value = memberOf(draft, key);
      if (value === undefined) continue;
      at = putAscii(page, opening, at);
      opening = ',"';
      at = putAscii(page, key, at);
      at = putAscii(page, '":', at);
      at =
        key === 'commit' ? putCommitments(page, draft.slots, committed, first, at) : putJson(page, value, at);
    }
    at = putAscii(page, '}', at);
    first += draft.slots.length;
  }
  return at;
}

function memberOf(draft: EntryDraft, key: string): unknown {
  if (key === 'actor' || key === 'at' || key === 'kind') return draft[key];
  if (key === 'commit') return draft.slots;
  return key === 'v' ? ENTRY_VERSION : draft.facts[key];
}

/** The names of an entry's members in the order of canonical JSON. Most entries have the same as the one before. */
function namesIn(facts: EntryDraft['facts']): readonly string[] {
  const own = Object.keys(facts);
  let same = own.length === namesBefore.own.length;
  for (let at = 0; same && at < own.length; at++) same = own[at] === namesBefore.own[at];
  if (!same) namesBefore = { own, all: [...own, 'actor', 'at', 'commit', 'kind', 'v'].sort() };
  return namesBefore.all;
}
let namesBefore: { readonly own: readonly string[]; readonly all: readonly string[] } = {
  own: [''],
  all: [],
};

function putCommitments(
  page: Buffer,
  slots: readonly Slot[],
  committed: Uint8Array,
  first: number,
  start: number,
): number {
  const order = orderOf(slots);
  let at = start;
  for (let nth = 0; nth < slots.length; nth++) {
    const place = order ? order[nth]! : nth;
    at = putAscii(page, nth === 0 ? '{"' : ',"', at);
    at = putAscii(page, slots[place]!.name, at);
    at = putAscii(page, '":"', at);
    const from = COMMITMENT_LENGTH * (first + place);
    at = putBase64(page, committed, from, from + COMMITMENT_LENGTH, at);
    at = putAscii(page, '"', at);
  }
  return putAscii(page, slots.length === 0 ? '{}' : '}', at);
}

/** The slots' places by their names; nothing where they stand so already. */
function orderOf(slots: readonly Slot[]): number[] | undefined {
  for (let place = 1; place < slots.length; place++)
    if (slots[place]!.name < slots[place - 1]!.name)
      return slots.map((_, at) => at).sort((a, b) => (slots[a]!.name < slots[b]!.name ? -1 : 1));
  return undefined;
}

function putBlocks(page: Buffer, drafts: readonly EntryDraft[], of: Sensitivity, laid: Laid): number {
  let at = 0;
  let first = 0;
  for (const { slots } of drafts) {
    at = putAscii(page, at === 0 ? '[' : ',', at);
    at = putBlock(page, slots, of, laid, first, at);
    first += slots.length;
  }
  return putAscii(page, ']', at);
}

function putBlock(
  page: Buffer,
  slots: readonly Slot[],
  of: Sensitivity,
  { bytes, places, salts }: Laid,
  first: number,
  start: number,
): number {
  const own: number[] = [];
  for (let nth = 0; nth < slots.length; nth++) if (slots[nth]!.sensitivity === of) own.push(first + nth);
  if (own.length === 0) return putAscii(page, '0', start);
  let at = putAscii(page, '["', start);
  at =
    own.length === slots.length
      ? putBase64(page, salts, SALT_LENGTH * first, SALT_LENGTH * (first + own.length), at)
      : putSome(page, salts, own, at);
  for (let nth = 0; nth < own.length; nth++) {
    const place = own[nth]!;
    at = putAscii(page, nth === 0 ? '",{"' : ',"', at);
    at = putAscii(page, slots[place - first]!.name, at);
    at = putAscii(page, '":', at);
    at = putBytes(page, bytes, places[2 * place]!, places[2 * place + 1]!, at);
  }
  return putAscii(page, '}]', at);
}

function putSome(page: Buffer, salts: Uint8Array, own: readonly number[], at: number): number {
  const picked = Buffer.concat(
    own.map((place) => salts.subarray(SALT_LENGTH * place, SALT_LENGTH * (place + 1))),
  );
  return putBase64(page, picked, 0, picked.length, at);
}
