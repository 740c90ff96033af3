import { logGamma } from '../numerics/log-gamma.ts';
import type { DecomposableGraph } from './graphs.ts';

export interface GraphAverageOptions {
  /** Prior count in every cell of the full table; 2^−lists in dga. It matters, so it is shown. */
  readonly delta: number;
  /** The numbers of unseen that are weighed: from, from + step, … to. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** log p(N) but for a constant; −log N unless said. */
  readonly logPrior?: (all: number) => number;
}

export interface GraphAverage {
  readonly mean: number;
  readonly median: number;
  /** Most probable number. */
  readonly mode: number;
  /** The smallest number that at least so much of the probability stands at or below. */
  quantile(probability: number): number;
  /** Peaks of the posterior, highest first, none within a valley's shallow side of another. */
  readonly modes: readonly { readonly at: number; readonly height: number }[];
  /** Most probable graphs first. */
  readonly graphs: readonly { readonly graph: DecomposableGraph; readonly probability: number }[];
  /** Posterior density at the largest number weighed against that at the mode: near zero unless the grid cuts it off. */
  readonly cutOff: number;
  /** The posterior by number of unseen, summing to 1; `from + at · step` unseen. */
  readonly posterior: Float64Array;
}

/** Graphs are first weighed at so many numbers; those below e^−BEYOND of the best there are left out. */
const COARSE = 256;
const BEYOND = 38;

/**
 * Bayesian averaging over decomposable graphs with a hyper-Dirichlet prior (Madigan and York 1997; Dawid and Lauritzen
 * 1993): the marginal likelihood is a product of Dirichlet–multinomials over cliques and separators, exact, no sampling.
 * Only a set's empty cell changes with the number of unseen, so each set's curve is computed once and graphs add them.
 */
export function averageOverGraphs(
  lists: number,
  counts: Float64Array,
  graphs: readonly DecomposableGraph[],
  options: GraphAverageOptions,
): GraphAverage {
  const { delta, from, to, step } = options;
  const length = Math.floor((to - from) / step) + 1;
  const seen = counts.reduce((sum, count, pattern) => (pattern === 0 ? sum : sum + count), 0);
  const logPrior = options.logPrior ?? ((all) => -Math.log(Math.max(all, 1)));
  const unseenAt = (at: number): number => from + at * step;

  const curves = Array.from({ length: 1 << lists }, (_, set) =>
    set === 0 ? undefined : setCurve(lists, counts, set, delta),
  );
  const base = (unseen: number): number =>
    logGamma(unseen + seen + 1) - logGamma(unseen + 1) + logPrior(unseen + seen);

  const stride = Math.max(1, Math.floor(length / COARSE));
  const coarse = [...Array(Math.ceil(length / stride)).keys()].map((at) => unseenAt(at * stride));
  const coarseBase = coarse.map(base);
  const coarseCurves = curves.map((curve) => curve && coarse.map(curve));
  const peaks = graphs.map(({ sets, powers }) => {
    let peak = -Infinity;
    for (let at = 0; at < coarse.length; at++) {
      let weight = coarseBase[at]!;
      for (let i = 0; i < sets.length; i++) weight += powers[i]! * coarseCurves[sets[i]!]![at]!;
      if (weight > peak) peak = weight;
    }
    return peak;
  });
  const top = peaks.reduce((best, peak) => Math.max(best, peak), -Infinity);

  const baseline = new Float64Array(length);
  for (let at = 0; at < length; at++) baseline[at] = base(unseenAt(at)) - top;
  const fine = new Map<number, Float64Array>();
  const fineCurve = (set: number): Float64Array => {
    let values = fine.get(set);
    if (!values) {
      values = new Float64Array(length);
      const curve = curves[set]!;
      for (let at = 0; at < length; at++) values[at] = curve(unseenAt(at));
      fine.set(set, values);
    }
    return values;
  };
  const posterior = new Float64Array(length);
  const weight = new Float64Array(length);
  const weighed: { graph: DecomposableGraph; probability: number }[] = [];
  graphs.forEach((graph, index) => {
    if (peaks[index]! < top - BEYOND) return;
    weight.set(baseline);
    graph.sets.forEach((set, i) => {
      const power = graph.powers[i]!;
      const values = fineCurve(set);
      for (let at = 0; at < length; at++) weight[at]! += power * values[at]!;
    });
    let sum = 0;
    for (let at = 0; at < length; at++) {
      const share = Math.exp(weight[at]!);
      sum += share;
      posterior[at]! += share;
    }
    weighed.push({ graph, probability: sum });
  });
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  let mean = 0;
  for (let at = 0; at < length; at++) {
    posterior[at]! /= total;
    mean += posterior[at]! * (seen + unseenAt(at));
  }
  const quantile = (probability: number): number => {
    let below = 0;
    for (let at = 0; at < length; at++) {
      below += posterior[at]!;
      if (below >= probability) return seen + unseenAt(at);
    }
    return seen + unseenAt(length - 1);
  };
  const modes = modesOf(posterior).map((at) => ({ at: seen + unseenAt(at), height: posterior[at]! }));
  return {
    mean,
    median: quantile(0.5),
    mode: modes[0]!.at,
    modes,
    quantile,
    graphs: weighed
      .map(({ graph, probability }) => ({ graph, probability: probability / total }))
      .sort((a, b) => b.probability - a.probability),
    cutOff: posterior[length - 1]! / modes[0]!.height,
    posterior,
  };
}

/** log of the Dirichlet–multinomial marginal likelihood of one set's table, by the number of unseen in its empty cell. */
function setCurve(
  lists: number,
  counts: Float64Array,
  set: number,
  delta: number,
): (unseen: number) => number {
  const marginal = new Map<number, number>();
  counts.forEach((count, pattern) => {
    if (pattern !== 0) marginal.set(pattern & set, (marginal.get(pattern & set) ?? 0) + count);
  });
  const prior = (delta * 2 ** lists) / 2 ** bitsIn(set);
  const all = delta * 2 ** lists;
  let seen = 0;
  let constant = logGamma(all) - logGamma(prior);
  const elsewhere = marginal.get(0) ?? 0;
  for (const [part, count] of marginal) {
    seen += count;
    if (part !== 0) constant += logGamma(count + prior) - logGamma(prior);
  }
  return (unseen) => constant + logGamma(unseen + elsewhere + prior) - logGamma(unseen + seen + all);
}

const bitsIn = (set: number): number => {
  let bits = 0;
  for (let left = set; left !== 0; left &= left - 1) bits++;
  return bits;
};

/** A peak counts if it is a fifth as high as the highest and the valley before a higher one is half as deep as it. */
function modesOf(density: Float64Array): number[] {
  const peaks: number[] = [];
  for (let at = 0; at < density.length; at++)
    if (density[at]! > (density[at - 1] ?? 0) && density[at]! >= (density[at + 1] ?? 0)) peaks.push(at);
  peaks.sort((a, b) => density[b]! - density[a]!);
  const kept: number[] = [];
  for (const peak of peaks) {
    if (density[peak]! < density[peaks[0]!]! / 5) break;
    const apart = kept.every((other) => {
      let valley = Infinity;
      for (let at = Math.min(peak, other); at <= Math.max(peak, other); at++)
        valley = Math.min(valley, density[at]!);
      return valley < density[peak]! / 2;
    });
    if (apart) kept.push(peak);
  }
  return kept;
}
