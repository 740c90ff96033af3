import type { Fit, Fitter } from '../log-linear/fit.ts';
import { independence, pairsOf } from '../log-linear/model.ts';
import { normalProbability } from '../numerics/normal.ts';

/**
 * The forward selection behind the United Kingdom's figure of 10,000 to 13,000 (Silverman 2014; Bales, Hesketh and
 * Silverman 2015): the pair that lowers AIC most is added as long as its parameter's two-sided p-value is below
 * `threshold`. It goes with the profile interval, which does not know that the model was chosen; the panel takes the
 * bootstrapped selection instead.
 */
export function aicStepwiseFit(lists: number, fitter: Fitter, threshold: number): Fit | undefined {
  const aic = (fit: Fit): number => 2 * fit.terms.length - 2 * fit.logLikelihood;
  let best = fitter.fit(independence(lists));
  while (best) {
    const current = best;
    const next = pairsOf(lists)
      .filter((pair) => !current.terms.includes(pair))
      .flatMap((pair) => fitter.fit([...current.terms, pair]) ?? [])
      .reduce((least, fit) => (aic(fit) < aic(least) ? fit : least), current);
    if (next === current) return current;
    const fit = fitter.fit(next.terms);
    const p = 2 * normalProbability(-Math.abs(fitter.standardised(next.terms.at(-1)!)));
    if (p > threshold) return current;
    best = fit;
  }
  return best;
}
