import type { Random } from '../random.ts';
import { stirlingTail } from './stirling.ts';

/** Below this mean the sum is walked from nought upwards; above it transformed rejection is quicker. */
const WALK_BELOW = 10;

/**
 * How many of `trials` succeed. By inversion where few do, else by transformed rejection with squeeze (Hörmann 1993,
 * algorithm BTRS).
 *
 * @param trials whole, 0 to 2^53
 * @param chance 0 to 1; what rounding puts beyond is taken as the end
 */
export function binomial(random: Random, trials: number, chance: number): number {
  if (trials <= 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (trials === 1) return random() < chance ? 1 : 0;
  if (chance > 0.5) return trials - upToHalf(random, trials, 1 - chance);
  return upToHalf(random, trials, chance);
}

const upToHalf = (random: Random, trials: number, chance: number): number =>
  trials * chance < WALK_BELOW ? walked(random, trials, chance) : rejected(random, trials, chance);

function walked(random: Random, trials: number, chance: number): number {
  let left = random();
  // (1 − p)^n is at least 1 − np, so most noughts need no logarithm
  if (left < 1 - trials * chance) return 0;
  const odds = chance / (1 - chance);
  const none = Math.exp(trials * Math.log1p(-chance));
  for (; ; left = random()) {
    let mass = none;
    let k = 0;
    while (left >= mass && k < trials && mass > 0) {
      left -= mass;
      k++;
      mass *= (odds * (trials - k + 1)) / k;
    }
    if (left < mass) return k;
  }
}

function rejected(random: Random, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const quick = 0.92 - 4.2 / b;
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > trials) continue;
    const ratio = chance / (1 - chance);
    const mode = Math.floor((trials + 1) * chance);
    const height = Math.log((v * (2.83 + 5.1 / b) * spread) / (a / (us * us) + b));
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (ratio * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
      (k + 0.5) * Math.log((ratio * (trials - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(trials - mode) -
      stirlingTail(k) -
      stirlingTail(trials - k);
    if (height <= bound) return k;
  }
}
