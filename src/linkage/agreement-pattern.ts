import type { CandidatePairs } from './blocking.ts';
import type { CodedRows } from './coded-rows.ts';
import type { Comparison } from './levels.ts';

/**
 * The levels at which pairs agree, each combination once. Learning costs by the number of combinations, not of pairs
 * (Enamorado, Fifield and Imai 2019).
 */
export interface PatternCounts {
  readonly count: number;
  /** `levels[pattern * comparisons + c]`: 0 for missing, else the level plus 1. */
  readonly levels: Uint8Array;
  /** Pairs that show it. */
  readonly pairs: Float64Array;
  /** Which two lists the pairs of the pattern come from; an index into pairs of lists. */
  readonly listPair: Int32Array;
}

export interface AgreementPatterns extends PatternCounts {
  /** The pattern of each candidate pair. */
  readonly ofPair: Int32Array;
}

/** The index of an unordered pair of lists. */
export const listPairOf = (a: number, b: number): number =>
  a < b ? (b * (b + 1)) / 2 + a : (a * (a + 1)) / 2 + b;
export const listPairCount = (lists: number): number => (lists * (lists + 1)) / 2;

/** Compares every candidate pair, in block order, on every part. */
export function findPatterns(
  coded: CodedRows,
  candidates: CandidatePairs,
  comparisons: readonly Comparison[],
  onProgress: (done: number) => void = () => {},
): AgreementPatterns {
  const width = comparisons.length;
  const index = new Map<number, number>();
  const levels: number[] = [];
  const pairs: number[] = [];
  const listPair: number[] = [];
  const ofPair = new Int32Array(candidates.count);
  const row = new Uint8Array(width);
  const deep = new Map<string, number>();
  const tooMany = numberOfPatterns(comparisons, coded.lists.values.length) > Number.MAX_SAFE_INTEGER;

  for (let pair = 0; pair < candidates.count; pair++) {
    if ((pair & 65535) === 0) onProgress(pair);
    const a = candidates.first[pair]!;
    const b = candidates.second[pair]!;
    const lists = listPairOf(coded.list[a]!, coded.list[b]!);
    let number = lists;
    for (let c = 0; c < width; c++) {
      const comparison = comparisons[c]!;
      const level = comparison.level(a, b) + 1;
      row[c] = level;
      number = number * (comparison.levels.length + 1) + level;
    }
    const key = tooMany ? `${lists}:${row.join()}` : '';
    let pattern = tooMany ? deep.get(key) : index.get(number);
    if (pattern === undefined) {
      pattern = pairs.length;
      if (tooMany) deep.set(key, pattern);
      else index.set(number, pattern);
      for (const level of row) levels.push(level);
      pairs.push(0);
      listPair.push(lists);
    }
    pairs[pattern]!++;
    ofPair[pair] = pattern;
  }
  return {
    ofPair,
    count: pairs.length,
    levels: Uint8Array.from(levels),
    pairs: Float64Array.from(pairs),
    listPair: Int32Array.from(listPair),
  };
}

const numberOfPatterns = (comparisons: readonly Comparison[], lists: number): number =>
  comparisons.reduce(
    (product, comparison) => product * (comparison.levels.length + 1),
    listPairCount(lists) + 1,
  );
