import { logGamma } from './log-gamma.ts';

/** P(X ≤ count) of a Poisson variable; small values keep their digits. */
export const poissonAtMost = (count: number, mean: number): number =>
  count < 0 ? 0 : mean <= 0 ? 1 : incompleteGamma(count + 1, mean).upper;

/** P(X ≥ count). */
export const poissonAtLeast = (count: number, mean: number): number =>
  count <= 0 ? 1 : mean <= 0 ? 0 : incompleteGamma(count, mean).lower;

/** P(X ≥ value) of a chi-square variable. */
export const chiSquareAtLeast = (value: number, freedom: number): number =>
  freedom <= 0 || value <= 0 ? 1 : incompleteGamma(freedom / 2, value / 2).upper;

/**
 * Regularised incomplete gamma functions P and Q (Abramowitz and Stegun 6.5.29 and 6.5.31): the smaller of the two is
 * computed, so that it is not what rounding leaves of 1.
 */
function incompleteGamma(shape: number, x: number): { readonly lower: number; readonly upper: number } {
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let at = shape + 1; term > sum * 1e-16; at++) {
      term *= x / at;
      sum += term;
    }
    return { lower: front * sum, upper: 1 - front * sum };
  }
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return { lower: 1 - front * h, upper: front * h };
}
