import { choleskyInPlace, solveCholesky } from './cholesky.ts';
import { logGamma } from './log-gamma.ts';

export interface PoissonRegression {
  /** In the order of the columns; the level, which is the first, too. */
  readonly coefficients: Float64Array;
  /** Variance of the level. */
  readonly levelVariance: number;
  readonly deviance: number;
  readonly logLikelihood: number;
}

/**
 * Poisson regression with a logarithmic link by iteratively reweighted least squares, for any columns; the models of
 * sets of lists have a faster way (log-linear/fit.ts). `undefined` where the columns do not determine the parameters or
 * the likelihood has no maximum.
 *
 * @param columns without the level
 * @param offset added to each logarithm
 */
export function poissonRegression(
  counts: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  offset?: ArrayLike<number>,
): PoissonRegression | undefined {
  const size = columns.length + 1;
  const rows = counts.length;
  // The level last, so that its variance stands in the last pivot.
  const value = (row: number, column: number): number => (column === size - 1 ? 1 : columns[column]![row]!);
  const mean = Float64Array.from(counts, (count) => count + 0.1);
  const coefficients = new Float64Array(size);
  const information = new Float64Array(size * size);
  let deviance = Infinity;
  for (let steps = 0; steps < 100; steps++) {
    information.fill(0);
    coefficients.fill(0);
    for (let row = 0; row < rows; row++) {
      const weight = mean[row]!;
      const working = Math.log(weight) - (offset?.[row] ?? 0) + (counts[row]! - weight) / weight;
      for (let a = 0; a < size; a++) {
        const weighted = weight * value(row, a);
        coefficients[a]! += weighted * working;
        for (let b = 0; b <= a; b++) information[a * size + b]! += weighted * value(row, b);
      }
    }
    if (!choleskyInPlace(information, size, size)) return undefined;
    solveCholesky(information, coefficients, size, size);
    let next = 0;
    let logLikelihood = 0;
    for (let row = 0; row < rows; row++) {
      let linear = offset?.[row] ?? 0;
      for (let a = 0; a < size; a++) linear += coefficients[a]! * value(row, a);
      const count = counts[row]!;
      mean[row] = Math.exp(linear);
      next += 2 * (mean[row]! - count + (count > 0 ? count * (Math.log(count) - linear) : 0));
      logLikelihood += count * linear - mean[row]! - logGamma(count + 1);
    }
    if (!Number.isFinite(next)) return undefined;
    if (Math.abs(next - deviance) < 1e-11 * (Math.abs(next) + 0.1)) {
      const pivot = information[size * size - 1]!;
      return {
        coefficients: Float64Array.of(coefficients[size - 1]!, ...coefficients.subarray(0, size - 1)),
        levelVariance: 1 / (pivot * pivot),
        deviance: Math.max(0, next),
        logLikelihood,
      };
    }
    deviance = next;
  }
  return undefined;
}
