import { type ClusteringRules, isEnough } from '../clustering.ts';
import { NOTHING, newPartWeights } from '../score.ts';
import type { PartWeigher } from './part-clustering.ts';

/**
 * Whether some rows, of which all pairs are heavy, are one person in whatever order they are joined. What two clusters
 * have between them is never less, part by part, than the least that any of the pairs has, and kin are never likelier
 * than the most that any has. Where even that is enough, every merge is, and nobody contests it. Most parts are so.
 */
export function createCertainty(weigher: PartWeigher, rules: ClusteringRules): (rows: number) => boolean {
  const { parts } = weigher;
  const weights = newPartWeights(parts);
  const bound = newPartWeights(parts);
  const isOwn = (at: number): boolean => at < parts || at === parts * 3;

  return (rows) => {
    let isFirst = true;
    for (let one = 0; one < rows; one++)
      for (let other = one + 1; other < rows; other++) {
        weigher.weigh(one, other, weights);
        for (let at = 0; at < weights.length; at++) {
          // A part that no pair of two clusters gives says nothing there.
          const weight = weights[at] === NOTHING ? 0 : weights[at]!;
          if (isFirst || (isOwn(at) ? weight < bound[at]! : weight > bound[at]!)) bound[at] = weight;
        }
        isFirst = false;
      }
    const score = weigher.combine(bound);
    return score.weight >= 0 && isEnough(score, rules);
  };
}
