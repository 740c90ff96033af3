import type { Fit, Fitter } from '../log-linear/fit.ts';
import { independence, pairsOf } from '../log-linear/model.ts';
import { poissonAtLeast, poissonAtMost } from '../numerics/tails.ts';

/** Below this one-sided probability a pair of lists enters the model; the default of SparseMSE. */
export const THRESHOLD = 0.02;

/**
 * Forward selection for sparse tables (Chan, Silverman and Vincent 2021). From independence on, the pair of lists whose
 * overlap is least probable under the fitted model (one-sided Poisson) is added, as long as it is below `threshold` and
 * an estimate exists with it. `undefined` where not even independence has an estimate.
 */
export function stepwiseFit(lists: number, fitter: Fitter, threshold = THRESHOLD): Fit | undefined {
  let terms = independence(lists);
  let left = pairsOf(lists);
  let fit = fitter.fit(terms);
  while (fit) {
    const candidates = left
      .map((pair) => {
        const count = fitter.overlap(pair);
        const mean = fitter.fittedOverlap(pair);
        return { pair, p: Math.min(poissonAtMost(count, mean), poissonAtLeast(count, mean)) };
      })
      .filter(({ p }) => p < threshold)
      .sort((a, b) => a.p - b.p);
    const current = terms;
    const chosen = candidates.find(({ pair }) => fitter.existence([...current, pair]) === 'exists');
    if (!chosen) return fit;
    terms = [...terms, chosen.pair];
    left = left.filter((pair) => pair !== chosen.pair);
    fit = fitter.fit(terms);
  }
  return undefined;
}
