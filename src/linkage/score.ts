import { listPairOf } from './agreement-pattern.ts';
import type { CodedRows } from './coded-rows.ts';
import { type Comparison, MISSING } from './levels.ts';
import { type LinkModel, matchShareOf } from './link-model.ts';
import { shareOf } from './term-frequency.ts';

/**
 * Weights are whole thousandths of a bit, so that no sum depends on the order in which it was made, on any machine.
 */
export type MilliBits = number;
export const toMilliBits = (ratio: number): MilliBits => Math.round(Math.log2(ratio) * 1000);
export const probabilityOf = (weight: MilliBits): number => 1 / (1 + 2 ** (-weight / 1000));

/** What speaks for and against two rows being one person. */
export interface PairScore {
  /** Log2 odds of one person against kin and strangers, in thousandths. */
  readonly weight: MilliBits;
  /** The part of it that is not in the person's own name. */
  readonly beyondName: MilliBits;
}

export interface Scorer {
  score(a: number, b: number): PairScore;
  /** The weight that a part contributes at a level, with the rarity of the rows' own values. */
  partWeight(c: number, level: number, a: number, b: number): MilliBits;
  /** Share of persons that bear the commoner of two equal values; `undefined` where rarity says nothing. */
  commonness(c: number, level: number, a: number, b: number): number | undefined;
  /** Log2 odds before anything is compared. */
  prior(a: number, b: number): MilliBits;
  /** What the chance that the two are kin takes away. */
  kinship(a: number, b: number): MilliBits;
}

const OWN_NAME = new Set(['name.given', 'name.father', 'name.grandfather', 'name.family']);

/** A pure function over the codes of two rows and what was learned. */
export function createScorer(
  coded: CodedRows,
  comparisons: readonly Comparison[],
  model: LinkModel,
): Scorer {
  const parts = comparisons.map((comparison) => model.parts.find((part) => part.part === comparison.part));
  const weights = comparisons.map((comparison, c) =>
    comparison.levels.map((_, level) => {
      const part = parts[c];
      return part === undefined ? 0 : toMilliBits(part.matching[level]! / part.chance[level]!);
    }),
  );
  const matching = comparisons.map((comparison, c) =>
    comparison.levels.map((_, level) => toMilliBits(parts[c]?.matching[level] ?? 1)),
  );
  const shares = comparisons.map((comparison, c) => {
    const { rarity } = comparison;
    const frequency = parts[c]?.frequency;
    if (rarity === undefined || frequency === undefined) return undefined;
    const known = new Map<number, number>();
    return Float64Array.from(rarity.code, (code) => {
      if (code < 0) return 1;
      let share = known.get(code);
      if (share === undefined) {
        share = shareOf(frequency.counts[rarity.value(code)] ?? 0, frequency.persons);
        known.set(code, share);
      }
      return share;
    });
  });
  const rarities = shares.map((share) =>
    share === undefined ? undefined : Int32Array.from(share, (value) => -toMilliBits(value)),
  );
  const { values: lists } = coded.lists;
  const priors = new Map<number, MilliBits>();
  for (let a = 0; a < lists.length; a++)
    for (let b = 0; b <= a; b++) {
      const share = matchShareOf(model, lists[a]!, lists[b]!);
      priors.set(listPairOf(a, b), toMilliBits(share / (1 - share)));
    }
  const householdPrior = toMilliBits(model.householdShare);
  const clanPrior = toMilliBits(model.clanShare);
  const sharedBy = comparisons.map((comparison) => comparison.sharedBy);
  const isOwnName = comparisons.map((comparison) => OWN_NAME.has(comparison.part));

  const partWeight = (c: number, level: number, a: number, b: number): MilliBits => {
    const rarity = rarities[c];
    return rarity !== undefined && level === comparisons[c]!.rarity!.level
      ? matching[c]![level]! + Math.min(rarity[a]!, rarity[b]!)
      : weights[c]![level]!;
  };
  const prior = (a: number, b: number): MilliBits => priors.get(listPairOf(coded.list[a]!, coded.list[b]!))!;
  const kinshipOf = (household: MilliBits, clan: MilliBits): MilliBits =>
    -Math.round(
      1000 * Math.log2(1 + 2 ** ((householdPrior + household) / 1000) + 2 ** ((clanPrior + clan) / 1000)),
    );

  return {
    partWeight,
    prior,
    commonness(c, level, a, b) {
      const share = shares[c];
      return share !== undefined && level === comparisons[c]!.rarity!.level
        ? Math.max(share[a]!, share[b]!)
        : undefined;
    },
    score(a, b) {
      let weight = prior(a, b);
      let household = 0;
      let clan = 0;
      let beyondName = 0;
      for (let c = 0; c < comparisons.length; c++) {
        const level = comparisons[c]!.level(a, b);
        if (level === MISSING) continue;
        const part = partWeight(c, level, a, b);
        weight += part;
        if (sharedBy[c] !== 'own') household += part;
        if (sharedBy[c] === 'clan') clan += part;
        if (!isOwnName[c]) beyondName += part;
      }
      return { weight: weight + kinshipOf(household, clan), beyondName };
    },
    kinship(a, b) {
      let household = 0;
      let clan = 0;
      for (let c = 0; c < comparisons.length; c++) {
        const level = comparisons[c]!.level(a, b);
        if (level === MISSING || sharedBy[c] === 'own') continue;
        const part = partWeight(c, level, a, b);
        household += part;
        if (sharedBy[c] === 'clan') clan += part;
      }
      return kinshipOf(household, clan);
    },
  };
}
