import { logGamma } from '../numerics/log-gamma.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { createFitter, type Fit } from './fit.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard error of how many there are in all: Var = n₀ + n₀² Var(log n₀), as in Rcapture. */
export const standardError = ({ unseen, logVariance }: Pick<Fit, 'unseen' | 'logVariance'>): number =>
  Math.sqrt(unseen + unseen * unseen * logVariance);

/** The unseen times and over exp(z √Var(log n₀)): never below those named, wider upwards. */
export function logNormalInterval(
  named: number,
  { unseen, logVariance }: Pick<Fit, 'unseen' | 'logVariance'>,
  level: number,
): Interval {
  const factor = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(logVariance));
  return { low: named + unseen / factor, high: named + unseen * factor };
}

/**
 * What the panel shows: the wider of the interval for the expected number of the unseen, √Var(log n₀), and that for the
 * number itself, with its Poisson variance (Chao 1987, eq. 12). With few unseen the first alone covers too seldom: 90
 * times in a hundred for 700 (panel.test.ts).
 */
export const populationInterval = (
  named: number,
  { unseen, logVariance }: Pick<Fit, 'unseen' | 'logVariance'>,
  level: number,
): Interval =>
  logNormalInterval(
    named,
    { unseen, logVariance: Math.max(logVariance, Math.log1p(logVariance + 1 / unseen)) },
    level,
  );

export interface ProfileInterval extends Interval {
  /** Where the multinomial likelihood is highest; slightly below the Poisson estimate. */
  readonly estimate: number;
}

/** {@link profileOf} for a hierarchical model. */
export function profileInterval(
  lists: number,
  counts: ArrayLike<number>,
  fit: Fit,
  level: number,
): ProfileInterval {
  const completed = Float64Array.from(counts);
  let named = 0;
  for (let cell = 1; cell < completed.length; cell++) named += completed[cell]!;
  const fitter = createFitter(lists, completed, 'completed');
  const deviance = (unseen: number): number => {
    completed[0] = unseen;
    fitter.take(completed);
    return fitter.fit(fit.terms)?.deviance ?? Infinity;
  };
  return profileOf(deviance, named, fit.unseen, level);
}

/** How far up an interval is followed, in estimates, before it is called unbounded. */
const WIDEST = 1000;

/**
 * From the multinomial likelihood with all but the number of the unseen at its best (Cormack 1992): those numbers whose
 * likelihood is within the chi-square bound of the highest. `high` is Infinity where it has no end.
 *
 * @param deviance of the Poisson model fitted to the table completed by so many unseen
 */
export function profileOf(
  deviance: (unseen: number) => number,
  named: number,
  unseen: number,
  level: number,
): ProfileInterval {
  const support = (x: number): number => multinomialCorrection(x, named + x) - deviance(x) / 2;
  const best = highest(support, 0, 3 * unseen + 10);
  const quantile = normalQuantile((1 + level) / 2);
  const bound = support(best) - (quantile * quantile) / 2;
  const low = support(0) >= bound ? 0 : crossing(support, bound, 0, best);
  let outside = Math.max(best * 2, 1);
  while (support(outside) >= bound && outside < WIDEST * (unseen + 1)) outside *= 2;
  const high = support(outside) >= bound ? Infinity : crossing(support, bound, best, outside);
  return { estimate: named + best, low: named + low, high: named + high };
}

/** log n₀ⁿ⁰ N! / (Nᴺ n₀!): from the Poisson deviance of the completed table to the multinomial likelihood. */
const multinomialCorrection = (unseen: number, total: number): number =>
  (unseen > 0 ? unseen * Math.log(unseen) - logGamma(unseen + 1) : 0) -
  (total * Math.log(total) - logGamma(total + 1));

/** Golden section. */
function highest(of: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > 1e-6 * (1 + high)) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}

/** Bisection for where `of` meets `bound` between two points on either side of it. */
function crossing(of: (x: number) => number, bound: number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = of(to) > bound;
  while (high - low > 1e-7 * (1 + high)) {
    const middle = (low + high) / 2;
    if (of(middle) > bound === rising) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
