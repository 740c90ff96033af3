import { createMergeQueue, type Merge } from './merge-queue.ts';
import type { MilliBits, PairScore } from './score.ts';

/** A scored pair of rows, heavy enough to matter. */
export interface Edge extends PairScore {
  readonly a: number;
  readonly b: number;
}

export interface ClusteringRules {
  /** Average weight from which two clusters are one person. */
  readonly threshold: MilliBits;
  /** How much better than any rival a merge must be: a row that fits two brothers alike goes to neither. */
  readonly margin: MilliBits;
  /** Evidence beyond the person's own name that at least one pair across must bring. */
  readonly beyondName: MilliBits;
}

export const DEFAULT_RULES: ClusteringRules = { threshold: 3000, margin: 3500, beyondName: 2000 };

export interface Constraints {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** The list of a row that promises one row a person, or -1. */
  readonly uniqueList: Int32Array;
}

/** Beyond this a single pair says no more: a sum of weights must not drown a contradiction elsewhere in the cluster. */
const HEAVIEST: MilliBits = 15_000;
/** Pairs across two clusters that are scored for an average; larger clusters are sampled evenly. */
const MOST_SCORED = 144;

const clip = (weight: MilliBits): MilliBits => Math.max(-HEAVIEST, Math.min(HEAVIEST, weight));

interface Between {
  sum: number;
  pairs: number;
  beyondName: MilliBits;
  /** Every pair that counts has been scored. */
  complete: boolean;
}

/**
 * Average-link merging, heaviest first. The average runs over all pairs across two clusters, also those that blocking
 * never proposed: they are scored when it matters. So nothing chains: one strong pair cannot join two groups that
 * disagree otherwise. Returns for each row the number of its cluster, the smallest row in it.
 */
export function clusterRows(
  rowCount: number,
  edges: readonly Edge[],
  score: (a: number, b: number) => PairScore,
  constraints: Constraints,
  rules: ClusteringRules = DEFAULT_RULES,
): Int32Array {
  const members: number[][] = Array.from({ length: rowCount }, (_, row) => [row]);
  const cluster = Int32Array.from({ length: rowCount }, (_, row) => row);
  const alive = new Uint8Array(rowCount).fill(1);
  const forbidden = new Map<number, Set<number>>();
  const lists: Set<number>[] = Array.from(constraints.uniqueList, (list) => new Set(list < 0 ? [] : [list]));

  const absorb = (into: number, from: number): void => {
    for (const row of members[from]!) {
      members[into]!.push(row);
      cluster[row] = into;
    }
    members[from] = [];
    alive[from] = 0;
    for (const list of lists[from]!) lists[into]!.add(list);
    const apart = forbidden.get(from);
    if (apart !== undefined) {
      for (const other of apart) {
        forbid(into, other);
        forbidden.get(other)!.delete(from);
      }
      forbidden.delete(from);
    }
  };
  const forbid = (a: number, b: number): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = forbidden.get(one);
      if (set === undefined) forbidden.set(one, new Set([other]));
      else set.add(other);
    }
  };
  for (const [a, b] of constraints.mustLink) {
    const [first, second] = [cluster[a]!, cluster[b]!];
    if (first !== second) absorb(Math.min(first, second), Math.max(first, second));
  }
  for (const [a, b] of constraints.cannotLink) forbid(cluster[a]!, cluster[b]!);

  const mayNotMeet = (a: number, b: number): boolean =>
    forbidden.get(a)?.has(b) === true || sharesAny(lists[a]!, lists[b]!);

  const across: Map<number, Between>[] = Array.from({ length: rowCount }, () => new Map());
  for (const edge of edges) {
    const a = cluster[edge.a]!;
    const b = cluster[edge.b]!;
    if (a === b) continue;
    const known = across[a]!.get(b);
    if (known === undefined) {
      const between: Between = { sum: clip(edge.weight), pairs: 1, beyondName: edge.beyondName, complete: false };
      across[a]!.set(b, between);
      across[b]!.set(a, between);
    } else {
      known.sum += clip(edge.weight);
      known.pairs++;
      known.beyondName = Math.max(known.beyondName, edge.beyondName);
    }
  }

  /** The average so far; pairs not scored yet count as undecided. */
  const estimate = (a: number, b: number, between: Between): MilliBits =>
    between.complete
      ? between.sum / between.pairs
      : between.sum / Math.max(between.pairs, members[a]!.length * members[b]!.length);

  const completed = (a: number, b: number): Between => {
    const known = across[a]!.get(b);
    if (known?.complete === true) return known;
    const first = members[a]!;
    const second = members[b]!;
    const all = first.length * second.length;
    const step = Math.max(1, Math.ceil(all / MOST_SCORED));
    const between: Between = { sum: 0, pairs: 0, beyondName: known?.beyondName ?? -HEAVIEST, complete: true };
    for (let pair = 0; pair < all; pair += step) {
      const scored = score(first[pair % first.length]!, second[Math.trunc(pair / first.length)]!);
      between.sum += clip(scored.weight);
      between.pairs++;
      between.beyondName = Math.max(between.beyondName, scored.beyondName);
    }
    across[a]!.set(b, between);
    across[b]!.set(a, between);
    return between;
  };

  const queue = createMergeQueue();
  const propose = (a: number, b: number, between: Between): void => {
    const weight = estimate(a, b, between);
    if (weight >= rules.threshold) queue.push({ a: Math.min(a, b), b: Math.max(a, b), weight });
  };

  /** Whether one of the two fits a third almost as well, and the third cannot be the other. */
  const isContested = (a: number, b: number, weight: MilliBits): boolean => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const [rival, between] of across[one]!) {
        if (rival === other || alive[rival] === 0) continue;
        if (estimate(one, rival, between) < weight - rules.margin) continue;
        if (forbidden.get(one)?.has(rival)) continue;
        const fit = completed(one, rival);
        if (fit.sum / fit.pairs < weight - rules.margin) continue;
        if (mayNotMeet(rival, other)) return true;
        const apart = completed(rival, other);
        if (apart.sum / apart.pairs < 0) return true;
      }
    }
    return false;
  };

  const merge = (a: number, b: number): void => {
    absorb(a, b);
    across[a]!.delete(b);
    for (const [third, fromB] of across[b]!) {
      if (third === a) continue;
      across[third]!.delete(b);
      const fromA = across[a]!.get(third);
      const joined: Between =
        fromA === undefined
          ? { ...fromB, complete: false }
          : {
              sum: fromA.sum + fromB.sum,
              pairs: fromA.pairs + fromB.pairs,
              beyondName: Math.max(fromA.beyondName, fromB.beyondName),
              complete: fromA.complete && fromB.complete,
            };
      across[a]!.set(third, joined);
      across[third]!.set(a, joined);
    }
    across[b] = new Map();
    for (const [third, between] of across[a]!) propose(a, third, between);
  };

  for (let row = 0; row < rowCount; row++)
    for (const [other, between] of across[row]!) if (row < other) propose(row, other, between);

  let contested: Merge[] = [];
  let merged = true;
  while (merged) {
    merged = false;
    for (const again of contested) queue.push(again);
    contested = [];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { a, b } = next;
      if (alive[a] === 0 || alive[b] === 0 || mayNotMeet(a, b)) continue;
      const known = across[a]!.get(b);
      if (known === undefined || estimate(a, b, known) !== next.weight) continue;
      if (!known.complete) {
        const exact = completed(a, b);
        if (exact.sum / exact.pairs !== next.weight) {
          propose(a, b, exact);
          continue;
        }
      }
      if (known.beyondName < rules.beyondName && completed(a, b).beyondName < rules.beyondName) continue;
      if (isContested(a, b, next.weight)) {
        contested.push(next);
        continue;
      }
      merge(a, b);
      merged = true;
    }
  }
  return smallestOf(cluster);
}

function smallestOf(cluster: Int32Array): Int32Array {
  const smallest = new Map<number, number>();
  cluster.forEach((label, row) => {
    if (!smallest.has(label)) smallest.set(label, row);
  });
  return cluster.map((label) => smallest.get(label)!);
}

function sharesAny(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}
