import type { Random } from '../random.ts';
import { stirlingTail } from './stirling.ts';

/** Below this mean the sum is walked from nought upwards; above it transformed rejection is quicker. */
const WALK_BELOW = 10;

/**
 * How many of `trials` succeed. By inversion where few do, else by transformed rejection with decomposition (Hörmann 1993,
 * algorithm BTRD).
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

/** Below this many trials (1 − p)^n is multiplied up, which is quicker; beyond it rounding would begin to show. */
const MULTIPLIED_BELOW = 65_536;

function power(base: number, times: number): number {
  let product = 1;
  for (let left = times | 0, square = base; left > 0; left >>= 1, square *= square)
    if (left & 1) product *= square;
  return product;
}

/** 1 / k for the walk's steps. */
const ONE_OVER = Float64Array.from({ length: 64 }, (_, k) => 1 / k);

function walked(random: Random, trials: number, chance: number): number {
  let left = random();
  // (1 − p)^n is at least 1 − np, so most noughts need no logarithm
  if (left < 1 - trials * chance) return 0;
  const odds = chance / (1 - chance);
  const none = trials < MULTIPLIED_BELOW ? power(1 - chance, trials) : Math.exp(trials * Math.log1p(-chance));
  for (; ; left = random()) {
    let mass = none;
    let k = 0;
    while (left >= mass && k < trials && mass > 0) {
      left -= mass;
      k++;
      mass *= odds * (trials - k + 1) * (k < 64 ? ONE_OVER[k]! : 1 / k);
    }
    if (left < mass) return k;
  }
}

/** Nearer to the mode than this the ratio of probabilities is multiplied up; farther off logarithms are quicker. */
const NEAR = 15;

/** Steps as in the paper: most draws leave at the first, with one uniform number. */
function rejected(random: Random, trials: number, chance: number): number {
  const variance = trials * chance * (1 - chance);
  const spread = Math.sqrt(variance);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const quick = 0.92 - 4.2 / b;
  for (;;) {
    let v = random();
    let u: number;
    if (v <= 0.86 * quick) {
      u = v / quick - 0.43;
      return Math.floor(((2 * a) / (0.5 - Math.abs(u)) + b) * u + centre);
    }
    if (v >= quick) u = random() - 0.5;
    else {
      u = v / quick - 0.93;
      u = (u < 0 ? -0.5 : 0.5) - u;
      v = random() * quick;
    }
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (k < 0 || k > trials) continue;
    v = (v * (2.83 + 5.1 / b) * spread) / (a / (us * us) + b);
    const mode = Math.floor((trials + 1) * chance);
    const off = Math.abs(k - mode);
    const ratio = chance / (1 - chance);
    if (off <= NEAR) {
      const rise = (trials + 1) * ratio;
      let share = 1;
      for (let i = mode + 1; i <= k; i++) share *= rise / i - ratio;
      for (let i = k + 1; i <= mode; i++) v *= rise / i - ratio;
      if (v <= share) return k;
      continue;
    }
    v = Math.log(v);
    const slack = (off / variance) * (((off / 3 + 0.625) * off + 1 / 6) / variance + 0.5);
    const parabola = -(off * off) / (2 * variance);
    if (v < parabola - slack) return k;
    if (v > parabola + slack) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (ratio * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
      (k + 0.5) * Math.log((ratio * (trials - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(trials - mode) -
      stirlingTail(k) -
      stirlingTail(trials - k);
    if (v <= bound) return k;
  }
}
