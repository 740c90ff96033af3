import { createFitter, type Fit } from '../log-linear/fit.ts';
import { normalProbability, normalQuantile } from '../numerics/normal.ts';
import type { Random } from '../random.ts';
import { multinomial } from '../sampling/index.ts';
import { stepwiseFit, THRESHOLD } from './stepwise.ts';

/** Splits `total` persons over the filled cells, ascending, in proportion to `weights`: one multinomial draw, put into `into`. */
export type Sampler = (total: number, weights: readonly number[], into: Float64Array) => void;

/** Multinomial samples of our own samplers. */
export const sampledBy =
  (random: Random): Sampler =>
  (total, weights, into) =>
    void multinomial(random, total, weights, into);

export interface BootstrapOptions {
  readonly samples: number;
  readonly level: number;
  readonly sample: Sampler;
  readonly threshold?: number;
  /** Awaited now and then; throws to end the run. */
  pause?(done: number, total: number): Promise<void>;
}

export interface Bootstrap extends BcaInterval {
  readonly fit: Fit;
  /** Estimates from the samples, lowest first; Infinity for a sample without one. */
  readonly samples: Float64Array;
  readonly acceleration: number;
}

const BETWEEN_PAUSES = 10;

/**
 * Stepwise selection with the bias-corrected and accelerated bootstrap interval (Efron 1987; DiCiccio and Efron 1996),
 * the model chosen anew in every multinomial sample, so that the interval holds what choosing costs. The acceleration
 * comes from leaving out one person at a time.
 */
export async function stepwiseBootstrap(
  lists: number,
  counts: Float64Array,
  options: BootstrapOptions,
): Promise<Bootstrap | undefined> {
  const { samples: size, level, sample: draw, threshold = THRESHOLD } = options;
  const filled = [...counts.keys()].filter((pattern) => pattern !== 0 && counts[pattern]! > 0);
  const weights = filled.map((pattern) => counts[pattern]!);
  const named = weights.reduce((sum, weight) => sum + weight, 0);
  const fitter = createFitter(lists, counts);
  const fit = stepwiseFit(lists, fitter, threshold);
  if (!fit) return undefined;
  const estimate = named + fit.unseen;
  const table = new Float64Array(counts.length);
  const estimateOf = (total: number): number => {
    fitter.take(table);
    return total + (stepwiseFit(lists, fitter, threshold)?.unseen ?? Infinity);
  };

  const leftOut: number[] = [];
  for (const [at, pattern] of filled.entries()) {
    table.set(counts);
    table[pattern] = weights[at]! - 1;
    leftOut.push(estimateOf(named - 1));
    if (at % BETWEEN_PAUSES === 0) await options.pause?.(0, size);
  }
  const acceleration = accelerationOf(leftOut, weights);

  const samples = new Float64Array(size);
  const drawn = new Float64Array(filled.length);
  for (let sample = 0; sample < size; sample++) {
    if (sample % BETWEEN_PAUSES === 0) await options.pause?.(sample, size);
    draw(named, weights, drawn);
    table.fill(0);
    for (const [at, pattern] of filled.entries()) table[pattern] = drawn[at]!;
    samples[sample] = estimateOf(named);
  }
  samples.sort();
  return { fit, samples, acceleration, ...bcaInterval(samples, estimate, acceleration, level) };
}

/** An interval, and the shares of samples at which its ends are read. */
export interface BcaInterval {
  readonly low: number;
  readonly high: number;
  readonly lowAt: number;
  readonly highAt: number;
  readonly bias: number;
}

/** Efron's BC_a interval from sorted samples. An end that is read far out rests on few samples, however many there are. */
export function bcaInterval(
  sorted: Float64Array,
  estimate: number,
  acceleration: number,
  level: number,
): BcaInterval {
  const size = sorted.length;
  const below = sorted.filter((value) => value < estimate).length / size;
  const bias = normalQuantile(Math.min(Math.max(below, 0.5 / size), 1 - 0.5 / size));
  const readAt = (probability: number): number => {
    const shifted = bias + normalQuantile(probability);
    return normalProbability(bias + shifted / (1 - acceleration * shifted));
  };
  const lowAt = readAt((1 - level) / 2);
  const highAt = readAt((1 + level) / 2);
  return { low: quantileOf(sorted, lowAt), high: quantileOf(sorted, highAt), lowAt, highAt, bias };
}

/** A sixth of the skewness of what leaving out one person does; 0 where an estimate fails or nothing changes. */
function accelerationOf(estimates: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = estimates.reduce((sum, value, at) => sum + weights[at]! * value, 0) / total;
  const moment = (power: number): number =>
    estimates.reduce((sum, value, at) => sum + weights[at]! * (mean - value) ** power, 0);
  const spread = moment(2);
  return spread > 0 && Number.isFinite(spread) ? moment(3) / (6 * spread ** 1.5) : 0;
}

/** Median-unbiased quantile of sorted values (Hyndman and Fan 1996, type 8). */
export function quantileOf(sorted: ArrayLike<number>, probability: number): number {
  const place = (sorted.length + 1 / 3) * probability + 1 / 3;
  const at = Math.min(Math.max(Math.floor(place), 1), sorted.length);
  const low = sorted[at - 1]!;
  const high = sorted[Math.min(at, sorted.length - 1)]!;
  const share = Math.min(Math.max(place - at, 0), 1);
  return share === 0 || low === high ? low : low + share * (high - low);
}
