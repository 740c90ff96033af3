import type { Random } from '../random.ts';
import { binomial } from './binomial.ts';

/**
 * Splits `total` over classes in proportion to `weights` (not negative, not all nought), by conditional binomials. Puts
 * the counts into `into` and gives it back.
 */
export function multinomial<Counts extends { [at: number]: number; readonly length: number }>(
  random: Random,
  total: number,
  weights: ArrayLike<number>,
  into: Counts,
): Counts {
  let rest = 0;
  for (let at = weights.length - 1; at >= 0; at--) {
    rest += weights[at]!;
    into[at] = rest;
  }
  let left = total;
  for (let at = 0; at < weights.length; at++) {
    const drawn = left === 0 ? 0 : binomial(random, left, weights[at]! / into[at]!);
    into[at] = drawn;
    left -= drawn;
  }
  return into;
}
