import type { Random } from '../random.ts';
import { gamma } from './gamma.ts';
import { stirlingTail } from './stirling.ts';

const WALK_BELOW = 10;
const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/** log k! */
const logFactorial = (k: number): number =>
  (k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TAU + stirlingTail(k);

/** A Poisson number of this mean: by inversion where it is small, else transformed rejection (Hörmann 1993, PTRS). */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  return mean < WALK_BELOW ? walked(random, mean) : rejected(random, mean);
}

function walked(random: Random, mean: number): number {
  const none = Math.exp(-mean);
  for (;;) {
    let left = random();
    let mass = none;
    let k = 0;
    while (left >= mass && mass > 0) {
      left -= mass;
      k++;
      mass *= mean / k;
    }
    if (left < mass) return k;
  }
}

function rejected(random: Random, mean: number): number {
  const spread = Math.sqrt(mean);
  const b = 0.931 + 2.53 * spread;
  const a = -0.059 + 0.02483 * b;
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const height = Math.log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (us * us) + b));
    if (height <= k * Math.log(mean) - mean - logFactorial(k)) return k;
  }
}

/** Failures before the `successes`-th success, each trial succeeding with `chance`; successes need not be whole. */
export const negativeBinomial = (random: Random, successes: number, chance: number): number =>
  poisson(random, (gamma(random, successes) * (1 - chance)) / chance);
