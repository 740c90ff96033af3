import { SanadError } from '../model/index.ts';

/**
 * Who is on which lists, as counts. Lists are bits: bit i of a pattern is `lists[i]`, so with lists A, B, C the pattern
 * 0b101 is "on A and C, not on B". Pattern 0, on no list, is what is estimated and never counted.
 */
export interface CaptureTable {
  readonly lists: readonly string[];
  /** One, named '', where the table is not divided. */
  readonly strata: readonly Stratum[];
  /** Persons whose stratum is not known, by pattern; for imputation. Absent where there are none. */
  readonly unplaced?: Float64Array;
}

/** One part of the population: a period, a place, a group. */
export interface Stratum {
  readonly name: string;
  /** Bits of the lists that cover this stratum. A list that does not is absent here, which is not the same as zero. */
  readonly covering: number;
  /** Persons by pattern, 2^lists of them; `counts[0]` is 0. */
  readonly counts: Float64Array;
}

export const LIMITS = {
  lists: 10,
  strata: 200,
  /** Persons in the whole table. Beyond it sums of squares no longer hold in a double. */
  total: 1_000_000_000,
  /** Characters of a table as text. */
  characters: 20_000_000,
} as const;

export const listsIn = (pattern: number): number => {
  let bits = 0;
  for (let left = pattern; left !== 0; left &= left - 1) bits++;
  return bits;
};

export const totalOf = (counts: Float64Array): number => {
  let total = 0;
  for (let pattern = 1; pattern < counts.length; pattern++) total += counts[pattern]!;
  return total;
};

/** All strata, and those whose stratum is unknown, as one table of counts. */
export function pooledCounts(table: CaptureTable): Float64Array {
  const counts = new Float64Array(1 << table.lists.length);
  for (const part of [...table.strata.map((stratum) => stratum.counts), table.unplaced])
    part?.forEach((count, pattern) => {
      counts[pattern]! += count;
    });
  return counts;
}

/**
 * Takes a table in, or throws what is wrong with it: `figures.too-few-lists`, `figures.too-many-lists`,
 * `figures.list-twice`, `figures.too-many-strata`, `figures.count-negative`, `figures.count-not-whole`,
 * `figures.on-no-list`, `figures.total-too-large`, `figures.list-empty`, `figures.list-inside`, `figures.list-absent`
 * (a count on a list that is said not to cover the stratum).
 */
export function captureTable(table: CaptureTable): CaptureTable {
  const { lists, strata } = table;
  if (lists.length < 2) throw new SanadError('figures.too-few-lists', { found: lists.length });
  if (lists.length > LIMITS.lists)
    throw new SanadError('figures.too-many-lists', { found: lists.length, limit: LIMITS.lists });
  const twice = lists.find((list, at) => lists.indexOf(list) !== at);
  if (twice !== undefined) throw new SanadError('figures.list-twice', { list: twice });
  if (strata.length > LIMITS.strata)
    throw new SanadError('figures.too-many-strata', { found: strata.length, limit: LIMITS.strata });

  for (const { name, counts, covering } of strata) checkCounts(counts, lists, covering, name);
  if (table.unplaced) {
    checkCounts(table.unplaced, lists, (1 << lists.length) - 1, '');
    table.unplaced.forEach((count, pattern) => {
      if (count > 0 && strata.length > 0 && strata.every(({ covering }) => pattern & ~covering))
        throw new SanadError('figures.list-absent', { list: patternName(pattern, lists), stratum: '' });
    });
  }
  const counts = pooledCounts(table);
  const total = totalOf(counts);
  if (total > LIMITS.total) throw new SanadError('figures.total-too-large', { total, limit: LIMITS.total });
  lists.forEach((list, at) => {
    const bit = 1 << at;
    if (!counts.some((count, pattern) => pattern & bit && count > 0))
      throw new SanadError('figures.list-empty', { list });
  });
  lists.forEach((list, at) => {
    const within = lists.findIndex((_, other) => other !== at && isInside(counts, 1 << at, 1 << other));
    if (within >= 0) throw new SanadError('figures.list-inside', { list, within: lists[within]! });
  });
  return table;
}

function checkCounts(
  counts: Float64Array,
  lists: readonly string[],
  covering: number,
  stratum: string,
): void {
  counts.forEach((count, pattern) => {
    const where = { stratum, lists: patternName(pattern, lists), value: count };
    if (count < 0) throw new SanadError('figures.count-negative', where);
    if (!Number.isInteger(count)) throw new SanadError('figures.count-not-whole', where);
    if (count === 0) return;
    if (pattern === 0) throw new SanadError('figures.on-no-list', where);
    const absent = lists.find((_, at) => pattern & ~covering & (1 << at));
    if (absent !== undefined) throw new SanadError('figures.list-absent', { list: absent, stratum });
  });
}

const isInside = (counts: Float64Array, bit: number, other: number): boolean =>
  !counts.some((count, pattern) => count > 0 && pattern & bit && !(pattern & other));

/** "A + C", for messages. */
export const patternName = (pattern: number, lists: readonly string[]): string =>
  lists.filter((_, at) => pattern & (1 << at)).join(' + ');

/** The counts of a stratum over its own lists alone: the others' bits, zero in every pattern, are taken out. */
export function withLists(
  lists: readonly string[],
  counts: Float64Array,
  kept: number,
): { readonly lists: readonly string[]; readonly counts: Float64Array } {
  const places = lists.flatMap((_, at) => (kept & (1 << at) ? [at] : []));
  const narrowed = new Float64Array(1 << places.length);
  counts.forEach((count, pattern) => {
    let mapped = 0;
    places.forEach((place, at) => {
      if (pattern & (1 << place)) mapped |= 1 << at;
    });
    if (mapped !== 0) narrowed[mapped]! += count;
  });
  return { lists: places.map((place) => lists[place]!), counts: narrowed };
}
