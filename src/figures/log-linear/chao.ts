import { logGamma } from '../numerics/log-gamma.ts';
import { poissonRegression } from '../numerics/poisson-regression.ts';
import type { Fit } from './fit.ts';
import { type ProfileInterval, profileOf } from './interval.ts';
import { type FittedModel, judged } from './selection.ts';

export interface ChaoBound {
  /** named + f₁² / 2 f₂ */
  readonly simple: number;
  readonly fit: FittedModel;
  readonly interval: ProfileInterval;
}

/**
 * Chao's lower bound (1987) from how many people were seen once, twice, …: n₀ ≥ f₁² / 2 f₂. Fitted as a log-linear model
 * with a bend at each number from three on, bends downwards taken out (Rivest and Baillargeon 2007), so that a deviance
 * and an interval come with it. It bounds from below only where lists are independent for each person; lists that share
 * or avoid people can lift it above the truth, so it must not be shown alone.
 *
 * @param seen `seen[i]` people were seen i + 1 times
 */
export function chaoLowerBound(seen: readonly number[], level: number): ChaoBound | undefined {
  const named = seen.reduce((sum, count) => sum + count, 0);
  const bends = bendsUpwards(seen);
  if (!bends) return undefined;
  const { result, knots } = bends;
  const unseen = Math.exp(result.coefficients[0]!);
  const fit: Fit = {
    terms: [0, 1, ...knots],
    unseen,
    logVariance: result.levelVariance,
    deviance: result.deviance,
    logLikelihood: result.logLikelihood,
    boundary: false,
  };
  const deviance = (assumed: number): number =>
    bendsUpwards([assumed, ...seen], 0)?.result.deviance ?? Infinity;
  return {
    simple: named + seen[0]! ** 2 / (2 * seen[1]!),
    fit: judged(fit, named, seen.length),
    interval: profileOf(deviance, named, unseen, level),
  };
}

function bendsUpwards(counts: readonly number[], first = 1) {
  const times = counts.map((_, at) => at + first);
  const offset = times.map((time) => -logGamma(time + 1));
  let knots = times.filter((time) => time >= 3);
  for (;;) {
    const columns = [times, ...knots.map((knot) => times.map((time) => Math.max(0, time - knot + 1)))];
    const result = poissonRegression(counts, columns, offset);
    if (!result) return undefined;
    const bent = knots.filter((_, at) => result.coefficients[at + 2]! >= 0);
    if (bent.length === knots.length) return { result, knots };
    knots = bent;
  }
}
