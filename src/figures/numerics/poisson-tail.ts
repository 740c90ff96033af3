import { logGamma } from './log-gamma.ts';

/** P(X ≤ count) of a Poisson variable, by series or continued fraction of the incomplete gamma function. */
export function poissonAtMost(count: number, mean: number): number {
  if (count < 0) return 0;
  if (mean <= 0) return 1;
  return 1 - lowerGamma(count + 1, mean);
}

/** P(X ≥ count). */
export const poissonAtLeast = (count: number, mean: number): number =>
  count <= 0 ? 1 : mean <= 0 ? 0 : lowerGamma(count, mean);

/** Regularised lower incomplete gamma function P(shape, x) (Numerical Recipes, section 6.2). */
function lowerGamma(shape: number, x: number): number {
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let at = shape + 1; term > sum * 1e-16; at++) {
      term *= x / at;
      sum += term;
    }
    return front * sum;
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
  return 1 - front * h;
}
