import { quantileOf } from './diagnostics.ts';

export interface Mode {
  /** Where the density is highest. */
  readonly at: number;
  /** The share of draws on its side of the valleys around it. */
  readonly share: number;
}

const POINTS = 512;
/** A valley counts where the density falls below this share of the lower of the two peaks beside it. */
const VALLEY = 0.75;
/** A mode with fewer draws than this share is an excursion. */
const LEAST_SHARE = 0.05;

/**
 * The modes of a posterior, by a kernel density of its logarithm. The kernel's width is for as many draws as these are
 * worth, so that the wiggles of slow chains are no modes; a narrower second peak still shows.
 *
 * @param sorted draws above 0, ascending
 * @param worth how many independent draws they are worth
 */
export function modesOf(sorted: Float64Array, worth: number): Mode[] {
  const { points, density } = densityOf(sorted, worth);
  const peaks: number[] = [];
  for (let at = 1; at + 1 < POINTS; at++)
    if (density[at]! > density[at - 1]! && density[at]! >= density[at + 1]!) peaks.push(at);

  /** Peaks that a real valley parts from the one before. */
  const kept: { peak: number; from: number }[] = [];
  for (const peak of peaks) {
    const before = kept.at(-1);
    if (!before) {
      kept.push({ peak, from: 0 });
      continue;
    }
    const valley = lowestBetween(density, before.peak, peak);
    if (density[valley]! < VALLEY * Math.min(density[before.peak]!, density[peak]!))
      kept.push({ peak, from: valley });
    else if (density[peak]! > density[before.peak]!) before.peak = peak;
  }
  const shareBelow = (at: number): number =>
    at === 0 ? 0 : countBelow(sorted, Math.exp(points[at]!)) / sorted.length;
  return kept
    .map(({ peak, from }, at) => ({
      at: Math.exp(points[peak]!),
      share: (at + 1 < kept.length ? shareBelow(kept[at + 1]!.from) : 1) - shareBelow(from),
    }))
    .filter(({ share }) => share >= LEAST_SHARE);
}

/** A density over the logarithm, for modes and for the picture. */
export function densityOf(
  sorted: Float64Array,
  worth: number,
): { readonly points: Float64Array; readonly density: Float64Array } {
  const logs = sorted.map(Math.log);
  const centre = logs.reduce((sum, each) => sum + each, 0) / logs.length;
  const deviation = Math.sqrt(logs.reduce((sum, each) => sum + (each - centre) ** 2, 0) / logs.length);
  const quartiles = (quantileOf(logs, 0.75) - quantileOf(logs, 0.25)) / 1.349;
  const spread = Math.min(deviation, quartiles || deviation) || 1e-6;
  const width = 0.9 * spread * Math.max(worth, 10) ** -0.2;
  const low = quantileOf(logs, 0.001) - 3 * width;
  const high = quantileOf(logs, 0.999) + 3 * width;
  const step = (high - low) / (POINTS - 1);
  const points = Float64Array.from({ length: POINTS }, (_, at) => low + at * step);
  const counts = new Float64Array(POINTS);
  for (const each of logs) {
    const at = Math.round((each - low) / step);
    if (at >= 0 && at < POINTS) counts[at]!++;
  }
  const reach = Math.ceil((4 * width) / step);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, at) =>
    Math.exp(-0.5 * ((at * step) / width) ** 2),
  );
  const density = new Float64Array(POINTS);
  const scale = 1 / (logs.length * width * Math.sqrt(2 * Math.PI));
  counts.forEach((count, at) => {
    if (count === 0) return;
    for (let to = Math.max(0, at - reach); to <= Math.min(POINTS - 1, at + reach); to++)
      density[to]! += count * kernel[Math.abs(to - at)]! * scale;
  });
  return { points, density };
}

function lowestBetween(density: Float64Array, from: number, to: number): number {
  let lowest = from;
  for (let at = from; at <= to; at++) if (density[at]! < density[lowest]!) lowest = at;
  return lowest;
}

function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
