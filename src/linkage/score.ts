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
  /** That and the given name: what tells a person from a brother or sister. */
  readonly apartFromKin: MilliBits;
  /** What the chance that they are kin takes away: 0 or less. */
  readonly kinship: MilliBits;
  /** The part that speaks most against it; 0 where none does. */
  readonly worst: MilliBits;
}

/** Stands for a part that one side does not give. */
export const NOTHING: MilliBits = -1_000_000_000;

/**
 * The weights of one pair: for each part that of one person, of brothers, of cousins, each against strangers; `NOTHING`
 * where a side does not give it; last the prior.
 */
export type PartWeights = Int32Array;

export interface Scorer {
  /** Number of parts. `PartWeights` hold three times as many numbers and one. */
  readonly parts: number;
  score(a: number, b: number): PairScore;
  weigh(a: number, b: number, into: PartWeights): void;
  /**
   * The same for two rows whose levels are known: 0 for missing, else the level plus 1, from `levels[from]` on.
   */
  weighLevels(a: number, b: number, levels: Uint8Array, from: number, into: PartWeights): void;
  /** The level of a part at which the rarity of the rows' own values counts; `NO_LEVEL` where there is none. */
  readonly rareLevel: Int32Array;
  /** What the rarity of two equal values adds to a part at that level. */
  rarity(c: number, a: number, b: number): MilliBits;
  /** The weight of one person for levels that are known, the prior with it, without rarity and without kin. */
  withoutRarity(levels: Uint8Array, from: number, listPair: number): MilliBits;
  /** The score of weighed parts. */
  combine(weights: PartWeights): PairScore;
  /** What the chance that the two are kin takes away. */
  kinship(weights: PartWeights): MilliBits;
  /** Share of persons that bear the commoner of two equal values; `undefined` where rarity says nothing. */
  commonness(c: number, level: number, a: number, b: number): number | undefined;
}

/** Stands for the level of a part whose values' rarity says nothing. */
export const NO_LEVEL = MISSING - 1;

export const newPartWeights = (parts: number): PartWeights => new Int32Array(3 * parts + 1);

const OWN_NAME = new Set(['name.given', 'name.father', 'name.grandfather', 'name.family']);

/** A pure function over the codes of two rows and what was learned. */
export function createScorer(coded: CodedRows, comparisons: readonly Comparison[], model: LinkModel): Scorer {
  const width = comparisons.length;
  const known = comparisons.map((comparison) => model.parts.find((part) => part.part === comparison.part));
  const shares = comparisons.map((comparison, c) => sharesOf(comparison, known[c]));
  const rarities = shares.map((share) =>
    share ? Int32Array.from(share, (value) => -toMilliBits(value)) : undefined,
  );
  const rareLevel = Int32Array.from(comparisons, (comparison, c) =>
    rarities[c] ? comparison.rarity!.level : NO_LEVEL,
  );
  /** Where rarity counts, the weight without the chance, which each pair's own values give. */
  const tableOf = (kind: 'matching' | 'brothers' | 'cousins'): Int32Array[] =>
    comparisons.map((comparison, c) =>
      Int32Array.from(comparison.levels, (_, level) => {
        const part = known[c];
        if (part === undefined) return 0;
        return toMilliBits(part[kind][level]! / (level === rareLevel[c] ? 1 : part.chance[level]!));
      }),
    );
  const person = tableOf('matching');
  const brothers = tableOf('brothers');
  const cousins = tableOf('cousins');
  /** Where kin agree as strangers do, rarity is nothing to them either. */
  const brothersShare = comparisons.map((comparison) => comparison.amongBrothers !== 'as strangers');
  const cousinsShare = comparisons.map((comparison) => comparison.amongCousins !== 'as strangers');
  const hardlyEver = comparisons.map((comparison, c) =>
    comparison.amongBrothers === 'hardly ever' && known[c]
      ? toMilliBits(known[c].brothers[0]! / known[c].chance[0]!)
      : 0,
  );

  const { values: lists } = coded.lists;
  const priors: MilliBits[] = [];
  for (let a = 0; a < lists.length; a++)
    for (let b = 0; b <= a; b++) {
      const share = matchShareOf(model, lists[a]!, lists[b]!);
      priors[listPairOf(a, b)] = toMilliBits(share / (1 - share));
    }
  const householdPrior = toMilliBits(model.householdShare);
  const clanPrior = toMilliBits(model.clanShare);
  const isGiven = comparisons.map((comparison) => comparison.part === 'name.given');
  const isOwnEvidence = comparisons.map(
    (comparison) => comparison.sharedBy === 'own' && !OWN_NAME.has(comparison.part),
  );

  const rarity = (c: number, a: number, b: number): MilliBits => {
    const own = rarities[c]!;
    return Math.min(own[a]!, own[b]!);
  };
  const weighLevels: Scorer['weighLevels'] = (a, b, levels, from, into) => {
    for (let c = 0; c < width; c++) {
      const level = levels[from + c]! - 1;
      if (level === MISSING) {
        into[c] = into[width + c] = into[2 * width + c] = NOTHING;
      } else if (level === rareLevel[c]) {
        const rare = rarity(c, a, b);
        into[c] = person[c]![level]! + rare;
        into[width + c] =
          hardlyEver[c] !== 0 ? hardlyEver[c]! : brothersShare[c] ? brothers[c]![level]! + rare : 0;
        into[2 * width + c] = cousinsShare[c] ? cousins[c]![level]! + rare : 0;
      } else {
        into[c] = person[c]![level]!;
        into[width + c] = brothers[c]![level]!;
        into[2 * width + c] = cousins[c]![level]!;
      }
    }
    into[3 * width] = priors[listPairOf(coded.list[a]!, coded.list[b]!)]!;
  };
  const compared = new Uint8Array(width);
  const weigh = (a: number, b: number, into: PartWeights): void => {
    for (let c = 0; c < width; c++) compared[c] = comparisons[c]!.level(a, b) + 1;
    weighLevels(a, b, compared, 0, into);
  };
  const sumOf = (weights: PartWeights, block: number): MilliBits => {
    let sum = 0;
    for (let at = block * width; at < (block + 1) * width; at++)
      if (weights[at] !== NOTHING) sum += weights[at]!;
    return sum;
  };
  const kinship = (weights: PartWeights): MilliBits =>
    -Math.round(
      1000 *
        Math.log2(
          1 +
            2 ** ((householdPrior + sumOf(weights, 1)) / 1000) +
            2 ** ((clanPrior + sumOf(weights, 2)) / 1000),
        ),
    );
  const combine = (weights: PartWeights): PairScore => {
    let ownEvidence = 0;
    let given = 0;
    let worst = 0;
    for (let c = 0; c < width; c++) {
      const part = weights[c]!;
      if (part === NOTHING) continue;
      if (isOwnEvidence[c]) ownEvidence += part;
      if (isGiven[c]) given += part;
      if (part < worst) worst = part;
    }
    const kin = kinship(weights);
    const weight = weights[3 * width]! + sumOf(weights, 0) + kin;
    return { weight, ownEvidence, apartFromKin: ownEvidence + given, kinship: kin, worst };
  };
  const scratch = newPartWeights(width);
  return {
    parts: width,
    weigh,
    weighLevels,
    rareLevel,
    rarity,
    withoutRarity(levels, from, listPair) {
      let sum = priors[listPair]!;
      for (let c = 0; c < width; c++) {
        const level = levels[from + c]! - 1;
        if (level !== MISSING) sum += person[c]![level]!;
      }
      return sum;
    },
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
