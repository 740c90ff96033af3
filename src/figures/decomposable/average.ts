import { listsIn } from '../capture-table.ts';
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

/** Every graph is first weighed at so many numbers … */
const COARSE = 256;
/** … and looked at closely only between those where it comes within e^−BEYOND of the best. */
const BEYOND = 32;

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

  const sets = Array.from({ length: 1 << lists }, (_, set) => marginalOf(lists, counts, set, delta));
  const all = delta * 2 ** lists;
  /** What every graph has in common, but that it counts `levels` once for each of its components. */
  const shared = (unseen: number): number =>
    logGamma(unseen + seen + 1) - logGamma(unseen + 1) + logPrior(unseen + seen);
  const level = (unseen: number): number => logGamma(all) - logGamma(unseen + seen + all);
  const curve = (set: number, unseen: number): number =>
    sets[set]!.constant + logGamma(unseen + sets[set]!.base);

  const stride = Math.max(1, Math.floor(length / COARSE));
  const coarse = [...Array(Math.ceil(length / stride)).keys()].map((at) => unseenAt(at * stride));
  const coarseCurves = sets.map((_, set) => Float64Array.from(coarse, (unseen) => curve(set, unseen)));
  const coarseShared = coarse.map(shared);
  const coarseLevels = coarse.map(level);
  const outlines = graphs.map(({ sets: own, powers }) => {
    const components = powers.reduce((sum, power) => sum + power, 0);
    const outline = new Float64Array(coarse.length);
    for (let at = 0; at < coarse.length; at++) {
      let weight = coarseShared[at]! + components * coarseLevels[at]!;
      for (let i = 0; i < own.length; i++) weight += powers[i]! * coarseCurves[own[i]!]![at]!;
      outline[at] = weight;
    }
    return outline;
  });
  const top = outlines.reduce((best, outline) => Math.max(best, largest(outline)), -Infinity);

  const fineShared = tabulate(length, (at) => shared(unseenAt(at)) - top);
  const fineLevels = tabulate(length, (at) => level(unseenAt(at)));
  const fineCurves: (Float64Array | undefined)[] = sets.map(() => undefined);
  const fine = (set: number): Float64Array => {
    fineCurves[set] ??= tabulate(length, (at) => curve(set, unseenAt(at)));
    return fineCurves[set];
  };
  const posterior = new Float64Array(length);
  const weight = new Float64Array(stride);
  const weighed: { graph: DecomposableGraph; probability: number }[] = [];
  graphs.forEach((graph, index) => {
    const outline = outlines[index]!;
    if (largest(outline) < top - BEYOND) return;
    const components = graph.powers.reduce((sum, power) => sum + power, 0);
    let sum = 0;
    for (let part = 0; part < coarse.length; part++) {
      if (Math.max(outline[part]!, outline[part + 1] ?? -Infinity) < top - BEYOND) continue;
      const start = part * stride;
      const end = Math.min(length, start + stride);
      for (let at = start; at < end; at++)
        weight[at - start] = fineShared[at]! + components * fineLevels[at]!;
      for (let i = 0; i < graph.sets.length; i++) {
        const power = graph.powers[i]!;
        const values = fine(graph.sets[i]!);
        for (let at = start; at < end; at++) weight[at - start]! += power * values[at]!;
      }
      for (let at = start; at < end; at++) {
        const share = Math.exp(weight[at - start]!);
        sum += share;
        posterior[at]! += share;
      }
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

/**
 * One set's Dirichlet–multinomial marginal likelihood, without the level that all sets share: its logarithm is `constant`
 * and log Γ(unseen + `base`), since the unseen stand in its empty cell.
 */
function marginalOf(lists: number, counts: Float64Array, set: number, delta: number) {
  const marginal = new Map<number, number>([[0, 0]]);
  counts.forEach((count, pattern) => {
    if (pattern !== 0) marginal.set(pattern & set, (marginal.get(pattern & set) ?? 0) + count);
  });
  const prior = delta * 2 ** (lists - listsIn(set));
  let constant = -logGamma(prior);
  for (const [part, count] of marginal) if (part !== 0) constant += logGamma(count + prior) - logGamma(prior);
  return { constant, base: marginal.get(0)! + prior };
}

function tabulate(length: number, of: (at: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let at = 0; at < length; at++) values[at] = of(at);
  return values;
}

const largest = (values: Float64Array): number =>
  values.reduce((best, value) => Math.max(best, value), -Infinity);

/** Peaks are told apart at this resolution, below which rounding makes peaks of its own. */
const BINS = 512;

/**
 * Where the posterior peaks, highest first. A peak counts if it is a fifth as high as the highest and the valley before
 * a higher one is half as deep as it.
 */
function modesOf(density: Float64Array): number[] {
  const width = Math.ceil(density.length / BINS);
  const tops: number[] = [];
  for (let start = 0; start < density.length; start += width) {
    let best = start;
    for (let at = start; at < Math.min(density.length, start + width); at++)
      if (density[at]! > density[best]!) best = at;
    tops.push(best);
  }
  const height = tops.map((at) => density[at]!);
  const peaks = [...tops.keys()]
    .filter((bin) => height[bin]! > (height[bin - 1] ?? 0) && height[bin]! >= (height[bin + 1] ?? 0))
    .sort((a, b) => height[b]! - height[a]!);
  const kept: number[] = [];
  for (const peak of peaks) {
    if (height[peak]! < height[peaks[0]!]! / 5) break;
    const apart = kept.every((other) => {
      const between = height.slice(Math.min(peak, other), Math.max(peak, other) + 1);
      return Math.min(...between) < height[peak]! / 2;
    });
    if (apart) kept.push(peak);
  }
  return kept.map((bin) => tops[bin]!);
}
