import { SanadError } from '../../model/index.ts';

/**
 * Coverage, the swept area over the area of the cell: effort × sweep width × speed / area. It has no unit.
 *
 * Chance of detecting what is there, after Koopman (Search and Screening, 1946): `random` for searching without order,
 * 1 − e^−C; `inverse-cube` for parallel tracks seen from afar, erf(√π/2 · C); `definite` for a band that misses nothing,
 * min(1, C).
 */
export type DetectionLaw = 'random' | 'inverse-cube' | 'definite';

export function detectionOf(coverage: number, law: DetectionLaw): number {
  if (!(coverage >= 0)) throw new SanadError('plan.effort-negative', { value: coverage });
  if (law === 'random') return -Math.expm1(-coverage);
  if (law === 'definite') return Math.min(1, coverage);
  return errorFunction((Math.sqrt(Math.PI) / 2) * coverage);
}

/**
 * How a method finds: `rate` per unit of effort, and the share of places to which it is blind whatever the effort (ground
 * radar above rebar, a dog where gas lies). Repeats of one method share that blindness, so they are not independent.
 */
export interface Method {
  readonly rate: number;
  /** 0 to below 1. */
  readonly blind: number;
}

/** Chance that the method misses what is there, after so much effort in all: blind + (1 − blind) · e^(−rate · effort). */
export const missedBy = ({ rate, blind }: Method, effort: number): number =>
  blind + (1 - blind) * Math.exp(-rate * effort);

/** erf by its series for small and its continued fraction for large arguments; error below 1e-14. */
function errorFunction(x: number): number {
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
      if (n > 200) break;
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return 1 - Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}
