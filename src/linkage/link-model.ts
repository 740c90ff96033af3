import { listPairCount, listPairOf } from './agreement-pattern.ts';
import type { ListHabits } from './coded-rows.ts';
import type { Learned } from './expectation-maximisation.ts';
import type { Comparison } from './levels.ts';
import type { TermFrequency } from './term-frequency.ts';

/** Everything that was learned, as plain data: it can be written down and used on rows that were not there. */
export interface LinkModel {
  readonly version: 1;
  readonly parts: readonly PartModel[];
  readonly lists: readonly string[];
  /** Share of matching pairs among all pairs, by pair of lists; the last one is for lists not known. */
  readonly matchShare: readonly number[];
  readonly householdShare: number;
  readonly clanShare: number;
  readonly habits: ListHabits;
  readonly gazetteer: readonly (readonly string[])[];
}

export interface PartModel {
  readonly part: string;
  readonly matching: readonly number[];
  readonly chance: readonly number[];
  readonly brothers: readonly number[];
  readonly cousins: readonly number[];
  readonly frequency?: {
    readonly persons: number;
    readonly counts: Readonly<Record<string, number>>;
  };
}

export function createModel(
  learned: Learned,
  comparisons: readonly Comparison[],
  chance: readonly (readonly number[])[],
  frequencies: readonly (TermFrequency | undefined)[],
  lists: readonly string[],
  habits: ListHabits,
  gazetteer: readonly (readonly string[])[],
): LinkModel {
  const known = listPairCount(lists.length);
  const shares = learned.matchShare.slice(0, known);
  const typical = shares.length === 0 ? 0.01 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return {
    version: 1,
    parts: comparisons.map((comparison, c) => {
      const frequency = frequencies[c];
      const { rarity } = comparison;
      const part = {
        part: comparison.part,
        matching: learned.matching[c]!,
        chance: chance[c]!,
        brothers: learned.brothers[c]!,
        cousins: learned.cousins[c]!,
      };
      if (frequency === undefined || rarity === undefined) return part;
      const counts: Record<string, number> = Object.create(null) as Record<string, number>;
      for (const [code, count] of frequency.counts) counts[rarity.value(code)] = count;
      return { ...part, frequency: { persons: frequency.persons, counts } };
    }),
    lists,
    matchShare: [...shares, typical],
    householdShare: learned.householdShare,
    clanShare: learned.clanShare,
    habits,
    gazetteer,
  };
}

/** The share of matching pairs between two lists, by name. */
export function matchShareOf(model: LinkModel, a: string, b: string): number {
  const first = model.lists.indexOf(a);
  const second = model.lists.indexOf(b);
  const at = first < 0 || second < 0 ? model.matchShare.length - 1 : listPairOf(first, second);
  return model.matchShare[at]!;
}
