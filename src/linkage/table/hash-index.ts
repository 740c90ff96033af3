import { damaged } from './index-head.ts';
import { scrambled } from './row-layout.ts';

/**
 * Rows by 32-bit keys, in three flat arrays that can be written to a file and used as read: the rows of each bucket side
 * by side in their order, each with a byte of its key, so that another key's rows are passed over, and a byte that the
 * builder notes of the row. Some seven bytes an entry.
 */
export interface HashIndex {
  /** The bucket of a key is `rows[start[bucket] … start[bucket + 1])`. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
  /** The key's mark in the lower byte, the note in the upper. */
  readonly marks: Uint16Array;
}

export const bucketOf = (key: number, buckets: number): number => scrambled(key) & (buckets - 1);
export const markOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 24;

/** Two keys as one, in whatever order. */
export const pairKey = (a: number, b: number): number =>
  a < b ? Math.imul(a, 0x2c1b3c6d) ^ scrambled(b) : Math.imul(b, 0x2c1b3c6d) ^ scrambled(a);

/**
 * Builds an index over rows 0 … count - 1; `keysOf` writes the keys of a row into `into` and says how many they are,
 * `noteOf` is the byte noted with each.
 */
export function buildHashIndex(
  count: number,
  keysOf: (row: number, into: Int32Array) => number,
  noteOf: (row: number) => number = () => 0,
): HashIndex {
  const keys = new Int32Array(64);
  let entries = 0;
  for (let row = 0; row < count; row++) entries += keysOf(row, keys);
  const buckets = 1 << Math.max(4, Math.ceil(Math.log2(entries / 6 + 1)));
  const start = new Int32Array(buckets + 1);
  for (let row = 0; row < count; row++) {
    const held = keysOf(row, keys);
    for (let at = 0; at < held; at++) start[bucketOf(keys[at]!, buckets) + 1]!++;
  }
  for (let bucket = 0; bucket < buckets; bucket++) start[bucket + 1]! += start[bucket]!;
  const rows = new Int32Array(entries);
  const marks = new Uint16Array(entries);
  const next = start.slice();
  for (let row = 0; row < count; row++) {
    const held = keysOf(row, keys);
    const note = noteOf(row) << 8;
    for (let at = 0; at < held; at++) {
      const place = next[bucketOf(keys[at]!, buckets)]!++;
      rows[place] = row;
      marks[place] = markOf(keys[at]!) | note;
    }
  }
  return { start, rows, marks };
}

export const isStretch = (from: number, to: number, length: number): boolean =>
  0 <= from && from <= to && to <= length;

/** Calls `visit` with each row under a key until it says that it has enough. */
export function walk({ start, rows, marks }: HashIndex, key: number, visit: (row: number) => boolean): void {
  const bucket = bucketOf(key, start.length - 1);
  const mark = markOf(key);
  const from = start[bucket]!;
  const to = start[bucket + 1]!;
  if (!isStretch(from, to, rows.length)) throw damaged();
  for (let at = from; at < to; at++) if ((marks[at]! & 255) === mark && !visit(rows[at]!)) return;
}
