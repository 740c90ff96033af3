import type { Comparison, Rarity } from './levels.ts';

/** Persons that stand behind the shares before any row has been read: no name is rarer than one in this many. */
const IMAGINED_PERSONS = 100;
const IMAGINED_SHARE = 0.5;

/** How often a value, in any spelling that counts as equal, is borne. Shares of persons, not of rows. */
export interface TermFrequency {
  /** Share by code; for each code the rows hold. */
  readonly share: ReadonlyMap<number, number>;
  /** The chance that two persons agree: the sum over values of their shares squared. */
  readonly chance: number;
  /** What the shares were counted from. */
  readonly persons: number;
  readonly counts: ReadonlyMap<number, number>;
}

/**
 * Counts each value once a person. `weight` is what a row counts for: one over the number of rows of its person that
 * give the part, so that being on many lists does not make a name common.
 */
export function countTerms(rarity: Rarity, weight: Float64Array): TermFrequency {
  const own = new Map<number, number>();
  let persons = 0;
  rarity.code.forEach((code, row) => {
    if (code < 0) return;
    own.set(code, (own.get(code) ?? 0) + weight[row]!);
    persons += weight[row]!;
  });
  const groups = Map.groupBy(own.keys(), (code) => rarity.group(code));
  const counts = new Map<number, number>();
  for (const members of groups.values()) {
    if (members.length > MOST_COMPARED) {
      for (const code of members) counts.set(code, own.get(code)!);
      continue;
    }
    for (const code of members) {
      let sum = 0;
      for (const other of members) if (other === code || rarity.areEqual(code, other)) sum += own.get(other)!;
      counts.set(code, sum);
    }
  }
  const share = new Map<number, number>();
  let chance = 0;
  for (const [code, count] of counts) {
    share.set(code, shareOf(count, persons));
    chance += (own.get(code)! / Math.max(1e-9, persons)) * shareOf(count, persons);
  }
  return { share, chance: Math.min(0.95, Math.max(1e-9, chance)), persons, counts };
}

const MOST_COMPARED = 400;

export const shareOf = (count: number, persons: number): number =>
  Math.min(1, (count + IMAGINED_SHARE) / (persons + IMAGINED_PERSONS));

/** The rarity of every comparison that has one. */
export const countAllTerms = (
  comparisons: readonly Comparison[],
  weightOf: (rarity: Rarity) => Float64Array,
): (TermFrequency | undefined)[] =>
  comparisons.map((comparison) =>
    comparison.rarity === undefined ? undefined : countTerms(comparison.rarity, weightOf(comparison.rarity)),
  );

/** What a row counts for in the shares of values: one over the rows of its person that give the part. */
export function personWeights(rarity: Rarity, cluster: Int32Array): Float64Array {
  const given = new Float64Array(cluster.length);
  rarity.code.forEach((code, row) => {
    if (code >= 0) given[cluster[row]!]!++;
  });
  return Float64Array.from(cluster, (label) => (given[label]! > 0 ? 1 / given[label]! : 0));
}
