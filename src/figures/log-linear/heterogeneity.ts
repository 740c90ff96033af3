import { listsIn } from '../capture-table.ts';
import { poissonRegression } from '../numerics/poisson-regression.ts';
import type { Fit } from './fit.ts';
import { type ProfileInterval, profileOf } from './interval.ts';
import type { Terms } from './model.ts';
import { type FittedModel, judged } from './selection.ts';

/**
 * How the chance of being on lists differs between people, as one more column of the model, by the number of lists a
 * person is on (Rivest and Baillargeon 2007). All are 0 for those on none.
 */
export type Heterogeneity = 'poisson' | 'darroch' | 'gamma';

const COLUMNS: Readonly<Record<Heterogeneity, (lists: number) => number>> = {
  poisson: (lists) => 2 ** lists - 1,
  darroch: (lists) => lists ** 2 / 2,
  gamma: (lists) => Math.log(3.5) - Math.log(3.5 + lists),
};

/** One value a pattern. */
export const heterogeneityColumn = (kind: Heterogeneity, lists: number): Float64Array =>
  Float64Array.from({ length: 1 << lists }, (_, pattern) => COLUMNS[kind](listsIn(pattern)));

/** A hierarchical model with further columns, one value a pattern; `undefined` where no estimate exists. */
export function fitWithColumns(
  lists: number,
  counts: Float64Array,
  terms: Terms,
  columns: readonly Float64Array[],
): FittedModel | undefined {
  const design = designOf(lists, terms, columns);
  const result = poissonRegression(
    counts.subarray(1),
    design.map((column) => column.subarray(1)),
  );
  if (!result) return undefined;
  const fit: Fit = {
    terms: [...terms, ...columns.map((_, at) => -1 - at)],
    unseen: Math.exp(result.coefficients[0]!),
    logVariance: result.levelVariance,
    deviance: result.deviance,
    logLikelihood: result.logLikelihood,
    boundary: false,
  };
  return judged(fit, total(counts), counts.length - 1);
}

/** {@link profileOf} for {@link fitWithColumns}. */
export function profileWithColumns(
  lists: number,
  counts: Float64Array,
  terms: Terms,
  columns: readonly Float64Array[],
  unseen: number,
  level: number,
): ProfileInterval {
  const design = designOf(lists, terms, columns);
  const completed = Float64Array.from(counts);
  const deviance = (assumed: number): number => {
    completed[0] = assumed;
    return poissonRegression(completed, design)?.deviance ?? Infinity;
  };
  return profileOf(deviance, total(counts), unseen, level);
}

const total = (counts: Float64Array): number =>
  counts.reduce((sum, count, pattern) => (pattern === 0 ? 0 : sum + count), 0);

const designOf = (lists: number, terms: Terms, columns: readonly Float64Array[]): readonly Float64Array[] => [
  ...terms
    .filter((term) => term !== 0)
    .map((term) => Float64Array.from({ length: 1 << lists }, (_, cell) => ((cell & term) === term ? 1 : 0))),
  ...columns,
];
