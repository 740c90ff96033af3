import { type ClusteringRules, isEnough } from '../clustering.ts';
import { NOTHING, newPartWeights } from '../score.ts';
import { ROW_WORDS } from './row-layout.ts';
import type { TableScorer } from './table-weights.ts';

/** Words of an edge: its two rows, weight and pattern. */
export const EDGE_WORDS = 4;
/** Rows of a part, at most: more of them hardly ever have all edges. */
const MOST_ROWS = 8;

/**
 * Whether the edges of a part from one word to another are all that there can be between its rows, and heavy enough that
 * these are one person in whatever order they are joined. What two clusters have between them is never less, part by
 * part, than the least that any of the pairs has, and kin are never likelier than the most that any has. Where even that
 * is enough, every merge is, and nobody contests it. Most parts are so. Then `rows` of them stand in `members`.
 */
export function createCertainty(
  rows: Int32Array,
  laid: Int32Array,
  scorer: Pick<TableScorer, 'least'>,
  rules: ClusteringRules,
): { readonly members: Int32Array; readonly certainRows: (from: number, to: number) => number } {
  const members = new Int32Array(MOST_ROWS);

  /** The rows between which these are all edges, each once; 0 where they are not. */
  const wholeRows = (from: number, to: number): number => {
    const edges = (to - from) / EDGE_WORDS;
    const most = Math.round((1 + Math.sqrt(1 + 8 * edges)) / 2);
    if (most > MOST_ROWS || (most * (most - 1)) / 2 !== edges) return 0;
    let count = 0;
    const placeOf = (row: number): number => {
      let place = 0;
      while (place < count && members[place] !== row) place++;
      if (place === count && count < most) members[count++] = row;
      return place;
    };
    let met = 0;
    for (let at = from; at < to; at += EDGE_WORDS) {
      const one = placeOf(laid[at]!);
      const other = placeOf(laid[at + 1]!);
      if (one >= most || other >= most) return 0;
      const low = one < other ? one : other;
      const high = one < other ? other : one;
      met |= 1 << ((high * (high - 1)) / 2 + low);
    }
    return met === 2 ** edges - 1 ? count : 0;
  };

  return {
    members,
    certainRows(from, to) {
      const count = wholeRows(from, to);
      if (count === 0) return 0;
      const score = scorer.least(laid, from, to, rows);
      return score.weight >= 0 && isEnough(score, rules) ? count : 0;
    },
  };
}

/** `TableScorer.least` for whatever weighs pairs. */
export function leastByWeighing({
  parts,
  weigh,
  combine,
}: Pick<TableScorer, 'parts' | 'weigh' | 'combine'>): TableScorer['least'] {
  const weights = newPartWeights(parts);
  const bound = newPartWeights(parts);
  const isOwn = (at: number): boolean => at < parts || at === parts * 3;
  return (edges, from, to, rows) => {
    for (let edge = from; edge < to; edge += EDGE_WORDS) {
      weigh(edges[edge + 3]!, rows, edges[edge]! * ROW_WORDS, edges[edge + 1]! * ROW_WORDS, weights);
      for (let at = 0; at < weights.length; at++) {
        // A part that no pair of two clusters gives says nothing there.
        const weight = weights[at] === NOTHING ? 0 : weights[at]!;
        if (edge === from || (isOwn(at) ? weight < bound[at]! : weight > bound[at]!)) bound[at] = weight;
      }
    }
    return combine(bound);
  };
}
