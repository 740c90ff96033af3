import { listPairOf } from './agreement-pattern.ts';
import type { CodedRows } from './coded-rows.ts';
import { type Comparison, MISSING } from './levels.ts';
import { type LinkModel, matchShareOf, type PartModel } from './link-model.ts';
import { shareOf } from './term-frequency.ts';

/**
 * Weights are whole thousandths of a bit, so that no sum depends on the order in which it was made, on any machine.
 */
export type MilliBits = number;
export const toMilliBits = (ratio: number): MilliBits => Math.round(Math.log2(ratio) * 1000);
export const probabilityOf = (weight: MilliBits): number => 1 / (1 + 2 ** (-weight / 1000));

/** What speaks for and against two rows, or two groups of rows, being one person. */
export interface PairScore {
  /** Log2 odds of one person against kin and strangers, in thousandths. */
  readonly weight: MilliBits;
  /** The part of it that neither stands in the person's own name nor is shared by kin. */
  readonly ownEvidence: MilliBits;
  /** The part that speaks most against it; 0 where none does. */
  readonly worst: MilliBits;
}

/** Stands for a part that one side does not give. */
export const NOTHING: MilliBits = -1_000_000_000;

export interface Scorer {
  readonly width: number;
  score(a: number, b: number): PairScore;
  /** Fills the weight of each part, or `NOTHING`; the prior stands last, at `width`. */
  weigh(a: number, b: number, into: Int32Array): void;
  /** The score of weighed parts. */
  combine(weights: Int32Array): PairScore;
  /** What the chance that the two are kin takes away. */
  kinship(weights: Int32Array): MilliBits;
  /** Share of persons that bear the commoner of two equal values; `undefined` where rarity says nothing. */
  commonness(c: number, level: number, a: number, b: number): number | undefined;
}

const OWN_NAME = new Set(['name.given', 'name.father', 'name.grandfather', 'name.family']);

/** A pure function over the codes of two rows and what was learned. */
export function createScorer(coded: CodedRows, comparisons: readonly Comparison[], model: LinkModel): Scorer {
  const width = comparisons.length;
  const parts = comparisons.map((comparison) => model.parts.find((part) => part.part === comparison.part));
  const weights = comparisons.map((comparison, c) =>
    Int32Array.from(comparison.levels, (_, level) => {
      const part = parts[c];
      return part === undefined ? 0 : toMilliBits(part.matching[level]! / part.chance[level]!);
    }),
  );
  const matching = comparisons.map((comparison, c) =>
    Int32Array.from(comparison.levels, (_, level) => toMilliBits(parts[c]?.matching[level] ?? 1)),
  );
  const shares = comparisons.map((comparison, c) => sharesOf(comparison, parts[c]));
  const rarities = shares.map((share) => (share ? Int32Array.from(share, (value) => -toMilliBits(value)) : undefined));
  const rareLevel = comparisons.map((comparison, c) => (rarities[c] ? comparison.rarity!.level : MISSING - 1));
  const { values: lists } = coded.lists;
  const priors: MilliBits[] = [];
  for (let a = 0; a < lists.length; a++)
    for (let b = 0; b <= a; b++) {
      const share = matchShareOf(model, lists[a]!, lists[b]!);
      priors[listPairOf(a, b)] = toMilliBits(share / (1 - share));
    }
  const householdPrior = toMilliBits(model.householdShare);
  const clanPrior = toMilliBits(model.clanShare);
  const isHousehold = comparisons.map((comparison) => comparison.sharedBy !== 'own');
  const isClan = comparisons.map((comparison) => comparison.sharedBy === 'clan');
  const isOwnEvidence = comparisons.map(
    (comparison) => comparison.sharedBy === 'own' && !OWN_NAME.has(comparison.part),
  );

  const weigh = (a: number, b: number, into: Int32Array): void => {
    for (let c = 0; c < width; c++) {
      const level = comparisons[c]!.level(a, b);
      if (level === MISSING) into[c] = NOTHING;
      else if (level === rareLevel[c])
        into[c] = matching[c]![level]! + Math.min(rarities[c]![a]!, rarities[c]![b]!);
      else into[c] = weights[c]![level]!;
    }
    into[width] = priors[listPairOf(coded.list[a]!, coded.list[b]!)]!;
  };
  const kinship = (weighed: Int32Array): MilliBits => {
    let household = householdPrior;
    let clan = clanPrior;
    for (let c = 0; c < width; c++) {
      const weight = weighed[c]!;
      if (weight === NOTHING) continue;
      if (isHousehold[c]) household += weight;
      if (isClan[c]) clan += weight;
    }
    return -Math.round(1000 * Math.log2(1 + 2 ** (household / 1000) + 2 ** (clan / 1000)));
  };
  const combine = (weighed: Int32Array): PairScore => {
    let weight = weighed[width]!;
    let ownEvidence = 0;
    let worst = 0;
    for (let c = 0; c < width; c++) {
      const part = weighed[c]!;
      if (part === NOTHING) continue;
      weight += part;
      if (isOwnEvidence[c]) ownEvidence += part;
      if (part < worst) worst = part;
    }
    return { weight: weight + kinship(weighed), ownEvidence, worst };
  };
  const scratch = new Int32Array(width + 1);
  return {
    width,
    weigh,
    combine,
    kinship,
    score(a, b) {
      weigh(a, b, scratch);
      return combine(scratch);
    },
    commonness(c, level, a, b) {
      const share = shares[c];
      return share !== undefined && level === rareLevel[c] ? Math.max(share[a]!, share[b]!) : undefined;
    },
  };
}

/** For each row the share of persons that bear its value. */
function sharesOf(comparison: Comparison, part: PartModel | undefined): Float64Array | undefined {
  const { rarity } = comparison;
  const frequency = part?.frequency;
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
}
