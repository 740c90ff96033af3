import type { PayloadSeals } from './payload-seal.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { WrittenEntries } from './write-entries.ts';

/** Entries whose values are sealed together and, where others ask for the first by its id, that id. */
export interface NewEntries extends WrittenEntries {
  readonly named?: { readonly id: string; readonly kind: string };
}

/** Rows as they stand in the database: of entries that follow each other, with all that hangs on them. */
export interface Rows {
  readonly first: number;
  /** What stands in the rows, in a memory of its own that can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the leaves end, which stand first: of each a zero byte and the body; none has another zero byte. */
  readonly leaves: number;
  readonly payloads: readonly PayloadRow[];
  readonly named: readonly NamedRow[];
}

/** seq, class, sealed by, where the body begins and ends, last. */
type PayloadRow = readonly [number, Sensitivity, string, number, number, number];
/** id, kind, seq. */
type NamedRow = readonly [string, string, number];

/** How many entries are sealed together: setting up the cipher costs as much as sealing that many rows. */
export const TOGETHER = 32;
/** How many entries are handed on at once, or a few more. */
const AT_ONCE = 256;

/** Entries from the number `from` on as rows, sealed; made while they are asked for. */
export function* rowsOf(from: number, batch: Iterable<NewEntries>, seals: PayloadSeals): Generator<Rows> {
  let first = from;
  let groups: NewEntries[] = [];
  let count = 0;
  for (const group of batch) {
    groups.push(group);
    count += group.count;
    if (count < AT_ONCE) continue;
    yield sealed(first, groups, seals);
    first += count;
    groups = [];
    count = 0;
  }
  yield sealed(first, groups, seals);
}

function sealed(first: number, groups: readonly NewEntries[], seals: PayloadSeals): Rows {
  const pieces = groups.map(({ leaves }) => leaves);
  const leaves = pieces.reduce((sum, { length }) => sum + length, 0);
  const payloads: PayloadRow[] = [];
  const named: NamedRow[] = [];
  let seq = first;
  let end = leaves;
  for (const group of groups) {
    if (group.named) named.push([group.named.id, group.named.kind, seq]);
    for (const { sensitivity, count, text } of group.payloads) {
      const last = seq + count - 1;
      const { sealedBy, body } = seals.seal({ sensitivity, first: seq, last }, text);
      pieces.push(body);
      payloads.push([seq, sensitivity, sealedBy, end, end + body.length, last]);
      end += body.length;
    }
    seq += group.count;
  }
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(end).buffer);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { first, bytes, leaves, payloads, named };
}
