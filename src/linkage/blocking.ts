import type { KeyKind, RowKeys } from './block-keys.ts';
import { createPairCollector } from './pair-collector.ts';

/** Pairs of rows, `first[i] < second[i]`, ascending by first and then second, each once. */
export interface CandidatePairs {
  readonly count: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Rows that stood in a block too large after every refinement. */
  readonly limitedRows: number;
}

export interface BlockingLimits {
  /** Rows in a block that are compared with all others of it. */
  readonly blockSize: number;
  /** Neighbours that a row meets in a block which no key divides further. */
  readonly neighbours: number;
}

export const DEFAULT_LIMITS: BlockingLimits = { blockSize: 48, neighbours: 6 };

const DEEPEST = 4;

/**
 * Pairs worth comparing: those that share a key of any kind. A block that is too large is divided by each further
 * kind, and again, so that what is common never decides alone and what is rare always does; what cannot be divided
 * meets its neighbours only and is counted. No pair is dropped silently.
 */
export function findCandidatePairs(
  rowCount: number,
  kinds: readonly KeyKind[],
  limits: BlockingLimits = DEFAULT_LIMITS,
): CandidatePairs {
  const pairs = createPairCollector(rowCount);
  const limited = new Uint8Array(rowCount);

  const meetAll = (rows: Int32Array): void => {
    for (let i = 1; i < rows.length; i++) for (let j = 0; j < i; j++) pairs.add(rows[j]!, rows[i]!);
  };
  const meetNeighbours = (rows: Int32Array): void => {
    for (let i = 1; i < rows.length; i++)
      for (let j = Math.max(0, i - limits.neighbours); j < i; j++) pairs.add(rows[j]!, rows[i]!);
  };

  /** Divides a block by every kind that may still come, each time anew. */
  const divide = (rows: Int32Array, start: number, used: readonly number[]): void => {
    const shared = used.length;
    const divisible = shared < DEEPEST && !areAllAlike(rows, kinds);
    const met = new Set<number>();
    for (let next = start; divisible && next < kinds.length; next++) {
      if (used.includes(next)) continue;
      for (const block of blocksOf(rows, kinds[next]!.coarse)) {
        if (block.length > limits.blockSize) {
          if (block.length < rows.length) divide(block, next + 1, [...used, next]);
        } else meetAll(block);
        for (const row of block) met.add(row);
      }
    }
    if (shared < 2 && divisible) return;
    meetNeighbours(rows);
    for (const row of rows) if (!met.has(row)) limited[row] = 1;
  };

  kinds.forEach((kind, at) => {
    const everything = Int32Array.from({ length: rowCount }, (_, row) => row);
    for (const block of blocksOf(everything, kind.fine)) {
      if (block.length <= limits.blockSize) {
        if (kind.alone) meetAll(block);
        else divide(block, 0, [at]);
      } else divide(block, kind.fine === kind.coarse ? at + 1 : 0, [at]);
    }
  });
  const limitedRows = limited.reduce((sum, flag) => sum + flag, 0);
  return { ...pairs.finish(), limitedRows };
}

/** Whether all rows of a block hold the same keys throughout, so that no key divides it. */
function areAllAlike(rows: Int32Array, kinds: readonly KeyKind[]): boolean {
  for (const kind of kinds) {
    const { keys, start } = kind.coarse;
    const first = rows[0]!;
    const length = start[first + 1]! - start[first]!;
    for (const row of rows) {
      if (start[row + 1]! - start[row]! !== length) return false;
      for (let at = 0; at < length; at++)
        if (keys[start[row]! + at] !== keys[start[first]! + at]) return false;
    }
  }
  return true;
}

/** The rows of each key held by at least two of them, rows ascending. */
function* blocksOf(rows: Int32Array, { keys, start }: RowKeys): Generator<Int32Array> {
  let total = 0;
  for (const row of rows) total += start[row + 1]! - start[row]!;
  const entries = new Float64Array(total);
  let at = 0;
  for (const row of rows)
    for (let key = start[row]!; key < start[row + 1]!; key++) entries[at++] = keys[key]! * 4294967296 + row;
  entries.sort();
  let from = 0;
  while (from < total) {
    const key = Math.floor(entries[from]! / 4294967296);
    let to = from + 1;
    while (to < total && Math.floor(entries[to]! / 4294967296) === key) to++;
    if (to - from > 1) {
      const block = new Int32Array(to - from);
      for (let index = from; index < to; index++) block[index - from] = entries[index]! - key * 4294967296;
      yield block;
    }
    from = to;
  }
}
