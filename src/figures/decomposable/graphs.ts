import { pairsOf } from '../log-linear/model.ts';

/**
 * A decomposable graph between lists, as the exponents of its factorisation: the probability of a pattern is the product
 * over `sets` (lists as bits) of their marginal probability to the power of `powers`, +1 for a clique and −1 for each
 * time a separator is counted.
 */
export interface DecomposableGraph {
  /** The pairs of lists that depend on each other, as bits. */
  readonly edges: readonly number[];
  readonly sets: readonly number[];
  readonly powers: readonly number[];
}

/** Every decomposable graph on so many lists: 8 for three, 61 for four, 822 for five, 18,154 for six. */
export function decomposableGraphs(lists: number): DecomposableGraph[] {
  const pairs = pairsOf(lists);
  const graphs: DecomposableGraph[] = [];
  const neighbours = new Int32Array(lists);
  for (let chosen = 0; chosen < 1 << pairs.length; chosen++) {
    neighbours.fill(0);
    const edges = pairs.filter((_, at) => chosen & (1 << at));
    for (const edge of edges)
      for (let list = 0; list < lists; list++)
        if (edge & (1 << list)) neighbours[list]! |= edge ^ (1 << list);
    const powers = factorise(neighbours);
    if (!powers) continue;
    const sets = [...powers.keys()].filter((set) => powers.get(set) !== 0);
    graphs.push({ edges, sets, powers: sets.map((set) => powers.get(set)!) });
  }
  return graphs;
}

/**
 * Takes out one list after another whose neighbours are all neighbours of each other; such an order exists just for
 * decomposable graphs (Lauritzen 1996, section 2.1). Each step is the factor P(list and neighbours) / P(neighbours).
 */
function factorise(neighbours: Int32Array): Map<number, number> | undefined {
  const powers = new Map<number, number>();
  const count = (set: number, power: number): void => {
    if (set !== 0) powers.set(set, (powers.get(set) ?? 0) + power);
  };
  let left = (1 << neighbours.length) - 1;
  while (left !== 0) {
    const list = neighbours.findIndex(
      (around, at) => (left & (1 << at)) !== 0 && isComplete(around & left, neighbours),
    );
    if (list < 0) return undefined;
    const around = neighbours[list]! & left;
    count(around | (1 << list), 1);
    count(around, -1);
    left ^= 1 << list;
  }
  return powers;
}

const isComplete = (set: number, neighbours: Int32Array): boolean =>
  neighbours.every((around, list) => !(set & (1 << list)) || (set & ~around) === 1 << list);
