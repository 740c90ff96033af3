import type { RandomBytes } from '../model/index.ts';
import { sheet } from './byte-sheet.ts';
import { COMMITMENT_LENGTH, commitments, SALT_LENGTH } from './commitment.ts';
import { ENTRY_VERSION, type EntryDraft } from './entry.ts';
import type { Sensitivity } from './sensitivity.ts';

export interface WrittenEntry {
  /** A zero byte, then the body, canonical JSON: what is hashed to its leaf. */
  readonly leaf: Uint8Array;
  /** Sensitivity → one block: `["<salts, base64>",{"slot":value,…}]`, the salts in the order of the slots. */
  readonly payloads: ReadonlyMap<Sensitivity, Uint8Array>;
}

export const writeEntry = (draft: EntryDraft, random: RandomBytes): WrittenEntry =>
  writeEntries([draft], random)[0]!;

/** Several at once, which costs less for each. */
export function writeEntries(drafts: readonly EntryDraft[], random: RandomBytes): WrittenEntry[] {
  // A value that could not be written may have left its beginning.
  for (const page of [LAID, OUT]) page.back(page.length);
  /** Where each value begins and ends among those laid. */
  const places: number[] = [];
  for (const { slots } of drafts)
    for (const { name, value } of slots) {
      LAID.ascii(name);
      LAID.byte(0);
      places.push(LAID.length);
      LAID.json(value);
      places.push(LAID.length);
      LAID.byte(0);
    }
  const laid = LAID.take();
  const salts = random((SALT_LENGTH * places.length) / 2);
  const committed = commitments(laid, salts);

  /** Ends of what was written: leaf, then block after block. */
  const ends: number[] = [];
  const classes: Sensitivity[][] = [];
  let first = 0;
  for (const draft of drafts) {
    writeLeaf(draft, committed, first);
    ends.push(OUT.length);
    const own = [...new Set(draft.slots.map(({ sensitivity }) => sensitivity))];
    for (const sensitivity of own) {
      writeBlock(draft, sensitivity, { laid, places, salts, first });
      ends.push(OUT.length);
    }
    classes.push(own);
    first += draft.slots.length;
  }
  const out = OUT.take();
  let from = 0;
  let piece = 0;
  const next = (): Uint8Array => {
    const start = from;
    from = ends[piece++]!;
    return out.subarray(start, from);
  };
  return classes.map((own) => ({ leaf: next(), payloads: new Map(own.map((each) => [each, next()])) }));
}

/** Written on again and again; nothing stays on them between calls. */
const LAID = sheet();
const OUT = sheet();

/** The keys in the order of canonical JSON; the commitments, most of it, without an object made of them. */
function writeLeaf(
  { kind, at, actor, facts, slots }: EntryDraft,
  committed: Uint8Array,
  first: number,
): void {
  const before: Record<string, unknown> = { actor, at };
  const after: Record<string, unknown> = {};
  for (const key of Object.keys(facts)) (key < 'commit' ? before : after)[key] = facts[key];
  after.kind = kind;
  after.v = ENTRY_VERSION;
  OUT.byte(0);
  OUT.json(before);
  OUT.back(1);
  OUT.ascii(',"commit":{');
  const order = slots.map((_, place) => place);
  if (slots.some(({ name }, place) => place > 0 && name < slots[place - 1]!.name))
    order.sort((a, b) => (slots[a]!.name < slots[b]!.name ? -1 : 1));
  for (const [nth, place] of order.entries()) {
    OUT.ascii(nth === 0 ? '"' : ',"');
    OUT.ascii(slots[place]!.name);
    OUT.ascii('":"');
    const start = COMMITMENT_LENGTH * (first + place);
    OUT.base64(committed.subarray(start, start + COMMITMENT_LENGTH));
    OUT.byte(0x22);
  }
  OUT.ascii('},');
  const start = OUT.length;
  OUT.json(after);
  OUT.cut(start, 1);
}

interface Laid {
  readonly laid: Uint8Array;
  readonly places: readonly number[];
  readonly salts: Uint8Array;
  readonly first: number;
}

function writeBlock({ slots }: EntryDraft, of: Sensitivity, { laid, places, salts, first }: Laid): void {
  const own: number[] = [];
  for (const [place, { sensitivity }] of slots.entries()) if (sensitivity === of) own.push(first + place);
  const whole = own.length === slots.length;
  OUT.ascii('["');
  OUT.base64(
    whole
      ? salts.subarray(SALT_LENGTH * first, SALT_LENGTH * (first + own.length))
      : Buffer.concat(own.map((place) => salts.subarray(SALT_LENGTH * place, SALT_LENGTH * (place + 1)))),
  );
  OUT.ascii('",{');
  for (const [nth, place] of own.entries()) {
    OUT.ascii(nth === 0 ? '"' : ',"');
    OUT.ascii(slots[place - first]!.name);
    OUT.ascii('":');
    OUT.bytes(laid.subarray(places[2 * place]!, places[2 * place + 1]!));
  }
  OUT.ascii('}]');
}
