import { type MilliBits, NOTHING, newPartWeights, type PairScore, type Scorer } from './score.ts';

/** What the pairs across two groups of rows say, summed by part; the prior stands last. */
export interface GroupEvidence {
  readonly sums: Float64Array;
  readonly pairs: Int32Array;
}

/** Pairs across two groups that are weighed; of larger groups evenly chosen ones. */
const MOST_WEIGHED = 100;

export function evidenceBetween(
  scorer: Scorer,
  one: readonly number[],
  other: readonly number[],
): GroupEvidence {
  const sums = new Float64Array(3 * scorer.parts + 1);
  const pairs = new Int32Array(3 * scorer.parts + 1);
  const weights = newPartWeights(scorer.parts);
  const all = one.length * other.length;
  const step = Math.max(1, Math.ceil(all / MOST_WEIGHED));
  for (let pair = 0; pair < all; pair += step) {
    scorer.weigh(one[pair % one.length]!, other[Math.trunc(pair / one.length)]!, weights);
    for (let c = 0; c < weights.length; c++) {
      if (weights[c] === NOTHING) continue;
      sums[c]! += weights[c]!;
      pairs[c]!++;
    }
  }
  return { sums, pairs };
}

/** The evidence of a group against the union of two others. */
export function addEvidence(one: GroupEvidence, other: GroupEvidence): GroupEvidence {
  return {
    sums: one.sums.map((sum, c) => sum + other.sums[c]!),
    pairs: one.pairs.map((pairs, c) => pairs + other.pairs[c]!),
  };
}

/** Averages each part over the pairs that give it, and adds the parts up as for two rows. */
export function scoreOfEvidence(scorer: Scorer, { sums, pairs }: GroupEvidence): PairScore {
  const weights = Int32Array.from(
    sums,
    (sum, c): MilliBits => (pairs[c] === 0 ? NOTHING : Math.round(sum / pairs[c]!)),
  );
  return scorer.combine(weights);
}
