import type { AgreementPatterns } from './agreement-pattern.ts';
import type { Edge } from './clustering.ts';
import { NOTHING, newPartWeights, type PairScore, type PartWeights, type Scorer } from './score.ts';

/** What the pairs across two groups of rows say, summed by part; the prior stands last. */
export interface GroupEvidence {
  readonly sums: Float64Array;
  readonly pairs: Int32Array;
  /** Each part averaged over the pairs that give it, and the parts added up as for two rows. */
  readonly score: PairScore;
}

/** Pairs across two groups that are weighed; of larger groups evenly chosen ones. */
const MOST_WEIGHED = 100;

export interface EvidenceReader {
  /** Of a pair whose agreement is known. */
  ofEdge(edge: Edge): GroupEvidence;
  between(one: readonly number[], other: readonly number[]): GroupEvidence;
  /** The evidence of a group against the union of two others. */
  add(one: GroupEvidence, other: GroupEvidence): GroupEvidence;
}

/** What evidence is made of: the weights of two rows, part by part, and how they add up. */
export interface PartWeigher {
  readonly parts: number;
  weigh(a: number, b: number, into: PartWeights): void;
  /** The same for a pair whose agreement is known. */
  weighEdge(edge: Edge, into: PartWeights): void;
  combine(weights: PartWeights): PairScore;
}

export const readEvidence = (scorer: Scorer, patterns: AgreementPatterns): EvidenceReader =>
  readGroupEvidence({
    ...scorer,
    weighEdge: ({ a, b, pattern }, into) =>
      scorer.weighLevels(a, b, patterns.levels, pattern * scorer.parts, into),
  });

export function readGroupEvidence(scorer: PartWeigher): EvidenceReader {
  // Written over for each pair: clustering weighs hundreds of thousands.
  const weights = newPartWeights(scorer.parts);
  const means = newPartWeights(scorer.parts);
  const width = weights.length;

  const scored = (sums: Float64Array, pairs: Int32Array): GroupEvidence => {
    for (let c = 0; c < width; c++) means[c] = pairs[c] === 0 ? NOTHING : Math.round(sums[c]! / pairs[c]!);
    return { sums, pairs, score: scorer.combine(means) };
  };

  const addWeights = (sums: Float64Array, pairs: Int32Array): void => {
    for (let c = 0; c < width; c++) {
      const weight = weights[c]!;
      if (weight === NOTHING) continue;
      sums[c]! += weight;
      pairs[c]!++;
    }
  };

  return {
    ofEdge(edge) {
      const sums = new Float64Array(width);
      const pairs = new Int32Array(width);
      scorer.weighEdge(edge, weights);
      addWeights(sums, pairs);
      return { sums, pairs, score: scorer.combine(weights) };
    },
    between(one, other) {
      const sums = new Float64Array(width);
      const pairs = new Int32Array(width);
      const all = one.length * other.length;
      const step = Math.max(1, Math.ceil(all / MOST_WEIGHED));
      for (let pair = 0; pair < all; pair += step) {
        scorer.weigh(one[pair % one.length]!, other[Math.trunc(pair / one.length)]!, weights);
        addWeights(sums, pairs);
      }
      return scored(sums, pairs);
    },
    add(one, other) {
      const sums = new Float64Array(width);
      const pairs = new Int32Array(width);
      for (let c = 0; c < width; c++) {
        sums[c] = one.sums[c]! + other.sums[c]!;
        pairs[c] = one.pairs[c]! + other.pairs[c]!;
      }
      return scored(sums, pairs);
    },
  };
}
