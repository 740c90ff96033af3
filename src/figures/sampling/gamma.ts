import type { Random } from '../random.ts';
import { normal } from './normal.ts';

/** A gamma number of this shape, at least 1, and scale 1 (Marsaglia and Tsang 2000). */
function gammaFromOne(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = random();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * cube;
    if (Math.log(u) < 0.5 * square + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}

/** The logarithm of a uniform number in (0, 1]: never minus infinity. */
const logUniform = (random: Random): number => Math.log(1 - random());

/** A gamma number of scale 1. With a shape below about 0.002 it can be smaller than any double: see `logGamma`. */
export function gamma(random: Random, shape: number): number {
  if (shape === 1) return -logUniform(random);
  return shape > 1 ? gammaFromOne(random, shape) : Math.exp(logGamma(random, shape));
}

/** The logarithm of a gamma number of scale 1, finite for every shape above 0. */
export function logGamma(random: Random, shape: number): number {
  return shape >= 1
    ? Math.log(gammaFromOne(random, shape))
    : Math.log(gammaFromOne(random, shape + 1)) + logUniform(random) / shape;
}

/** A beta number. One or two parameters of 1 are drawn by inversion, the rest from two gammas. */
export function beta(random: Random, a: number, b: number): number {
  if (b === 1) return a === 1 ? random() : Math.exp(logUniform(random) / a);
  if (a === 1) return -Math.expm1(logUniform(random) / b);
  if (a >= 1 && b >= 1) {
    const x = gammaFromOne(random, a);
    return x / (x + gammaFromOne(random, b));
  }
  return 1 / (1 + Math.exp(logGamma(random, b) - logGamma(random, a)));
}
