import type { Constraints, Edge } from './clustering.ts';
import type { CodedRows } from './coded-rows.ts';
import type { LinkedPair } from './link-row.ts';
import { type PairScore, probabilityOf } from './score.ts';

/** From this probability on a pair that was not joined is worth a person's look. */
export const LEAST_POSSIBLE = 0.02;
/** Clusters up to this size tell all their pairs; larger ones those that were scored. */
const LARGEST_TOLD_IN_FULL = 60;

/**
 * The pairs that end as same or possible, with their probability, and those that a person has called different. A pair
 * of one cluster is the same by the whole cluster's evidence; its probability is never below one half.
 */
export function pairsWithVerdicts(
  coded: CodedRows,
  cluster: Int32Array,
  edges: readonly Edge[],
  score: (a: number, b: number) => PairScore,
  constraints: Constraints,
  possiblePerRow: number,
): LinkedPair[] {
  const { keys, count } = coded;
  const told = new Map<number, LinkedPair>();
  const tell = (a: number, b: number, probability: number, verdict: LinkedPair['verdict']): void => {
    const pair = a * count + b;
    if (!told.has(pair)) told.set(pair, { a: keys[a]!, b: keys[b]!, probability, verdict });
  };
  for (const [a, b] of constraints.mustLink) tell(a, b, 1, 'same');
  for (const [a, b] of constraints.cannotLink) tell(a, b, 0, 'different');

  const same = (a: number, b: number, weight: number): void =>
    tell(a, b, Math.max(0.5, probabilityOf(weight)), 'same');
  const sizes = new Map<number, number[]>();
  cluster.forEach((label, row) => {
    const members = sizes.get(label);
    if (members === undefined) sizes.set(label, [row]);
    else members.push(row);
  });
  for (const members of sizes.values()) {
    if (members.length > LARGEST_TOLD_IN_FULL) continue;
    for (let j = 1; j < members.length; j++)
      for (let i = 0; i < j; i++) same(members[i]!, members[j]!, score(members[i]!, members[j]!).weight);
  }
  const open: Edge[] = [];
  for (const edge of edges) {
    if (cluster[edge.a] === cluster[edge.b]) same(edge.a, edge.b, edge.weight);
    else if (probabilityOf(edge.weight) >= LEAST_POSSIBLE && !told.has(edge.a * count + edge.b))
      open.push(edge);
  }
  open.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const kept = new Int32Array(count);
  for (const { a, b, weight } of open) {
    if (kept[a]! >= possiblePerRow || kept[b]! >= possiblePerRow) continue;
    kept[a]!++;
    kept[b]!++;
    tell(a, b, probabilityOf(weight), 'possible');
  }
  return [...told.entries()].sort((x, y) => x[0] - y[0]).map(([, pair]) => pair);
}
