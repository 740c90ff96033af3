import { normalQuantile } from '../numerics/normal.ts';

export interface Diagnostics {
  /** How far the chains agree: 1 where they do. The larger of the rank-normalised split R-hat and its folded form. */
  readonly rHat: number;
  /** Independent draws that these are worth for the middle of the distribution. */
  readonly bulkSize: number;
  /** The same for its 5 % and 95 % points, the smaller one. */
  readonly tailSize: number;
}

/**
 * Do several chains tell the same story, and is it long enough? (Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021,
 * sections 3 and 4.)
 *
 * @param chains draws of one quantity, equally many from each chain, at least 8
 */
export function diagnose(chains: readonly Float64Array[]): Diagnostics {
  const halves = chains.flatMap((chain) => {
    const half = chain.length >> 1;
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
  const sorted = sortedDraws(halves);
  const middle = quantileOf(sorted, 0.5);
  const normalised = rankNormalised(halves);
  const folded = rankNormalised(halves.map((half) => half.map((draw) => Math.abs(draw - middle))));
  const tailAt = (level: number): number => {
    const bound = quantileOf(sorted, level);
    return effectiveSize(halves.map((half) => half.map((draw) => (draw <= bound ? 1 : 0))));
  };
  return {
    rHat: Math.max(potentialScaleReduction(normalised), potentialScaleReduction(folded)),
    bulkSize: effectiveSize(normalised),
    tailSize: Math.min(tailAt(0.05), tailAt(0.95)),
  };
}

export function sortedDraws(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return all.sort();
}

/** Between neighbours the quantile goes in a straight line (type 7). */
export function quantileOf(sorted: Float64Array, level: number): number {
  const at = (sorted.length - 1) * level;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

/** Each draw by the normal quantile of its rank among all; equal draws share their mean rank. */
function rankNormalised(chains: readonly Float64Array[]): Float64Array[] {
  const total = chains.reduce((sum, chain) => sum + chain.length, 0);
  const values = new Float64Array(total);
  let filled = 0;
  for (const chain of chains) {
    values.set(chain, filled);
    filled += chain.length;
  }
  const order = Uint32Array.from({ length: total }, (_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const scores = new Float64Array(total);
  for (let from = 0; from < total; ) {
    let to = from + 1;
    while (to < total && values[order[to]!] === values[order[from]!]) to++;
    const score = normalQuantile(((from + 1 + to) / 2 - 0.375) / (total + 0.25));
    for (let at = from; at < to; at++) scores[order[at]!] = score;
    from = to;
  }
  let at = 0;
  return chains.map((chain) => {
    at += chain.length;
    return scores.subarray(at - chain.length, at);
  });
}

const mean = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

function variance(values: Float64Array, centre: number): number {
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return sum / (values.length - 1);
}

interface Spread {
  readonly within: number;
  /** Within and between together. */
  readonly whole: number;
}

function spreadOf(chains: readonly Float64Array[]): Spread {
  const length = chains[0]!.length;
  const means = Float64Array.from(chains, mean);
  const within = mean(Float64Array.from(chains, (chain, at) => variance(chain, means[at]!)));
  return { within, whole: (within * (length - 1)) / length + variance(means, mean(means)) };
}

function potentialScaleReduction(chains: readonly Float64Array[]): number {
  const { within, whole } = spreadOf(chains);
  if (within === 0) return whole === 0 ? 1 : Number.POSITIVE_INFINITY;
  return Math.sqrt(whole / within);
}

/** Draws worth as much as independent ones, by Geyer's initial monotone sequence over all chains. */
function effectiveSize(chains: readonly Float64Array[]): number {
  const length = chains[0]!.length;
  const total = length * chains.length;
  const { within, whole } = spreadOf(chains);
  if (whole === 0) return total;
  const means = chains.map(mean);
  const correlationAt = (lag: number): number => {
    let sum = 0;
    chains.forEach((chain, c) => {
      const centre = means[c]!;
      let own = 0;
      for (let at = lag; at < length; at++) own += (chain[at]! - centre) * (chain[at - lag]! - centre);
      sum += own / (length - 1);
    });
    return 1 - (within - sum / chains.length) / whole;
  };
  let doubled = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = (lag === 0 ? 1 : correlationAt(lag)) + correlationAt(lag + 1);
    if (pair <= 0) break;
    last = Math.min(last, pair);
    doubled += last;
  }
  return total / Math.max(2 * doubled - 1, 1 / Math.log10(total));
}
