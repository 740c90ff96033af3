import type { Existence } from './existence.ts';
import { createFitter, type Fit } from './fit.ts';
import { hierarchicalModels, pairwiseModels, type Terms } from './model.ts';

/** One fitted model with what it is compared by. */
export interface FittedModel extends Fit {
  readonly estimate: number;
  readonly parameters: number;
  /** Degrees of freedom left: cells less parameters. */
  readonly freedom: number;
  readonly aic: number;
  readonly aicc: number;
  /** With the logarithm of the persons named. */
  readonly bic: number;
}

export interface ModelSpace {
  /** Best first by BIC; those without an estimate are not among them. */
  readonly fitted: readonly FittedModel[];
  /** Models for which no estimate exists, and why. */
  readonly without: readonly { readonly terms: Terms; readonly why: Exclude<Existence, 'exists'> }[];
}

/** From six lists on there are too many models to fit them all in a moment. */
export const MOST_LISTS = 6;

/** All hierarchical models up to four lists, all without terms of three lists from five on. */
export const modelsOf = (lists: number): Terms[] =>
  lists <= 4 ? hierarchicalModels(lists) : pairwiseModels(lists);

export function fitModels(lists: number, counts: ArrayLike<number>, models: readonly Terms[]): ModelSpace {
  const fitter = createFitter(lists, counts);
  const named = fitter.overlap(0);
  const fitted: FittedModel[] = [];
  const without: ModelSpace['without'][number][] = [];
  for (const terms of models) {
    const fit = fitter.fit(terms);
    if (fit) fitted.push(judged(fit, named, (1 << lists) - 1));
    else without.push({ terms, why: fitter.existence(terms) === 'infinite' ? 'infinite' : 'not-identified' });
  }
  fitted.sort((a, b) => a.bic - b.bic);
  return { fitted, without };
}

export function judged(fit: Fit, named: number, cells: number): FittedModel {
  const parameters = fit.terms.length;
  const aic = 2 * parameters - 2 * fit.logLikelihood;
  return {
    ...fit,
    estimate: named + fit.unseen,
    parameters,
    freedom: cells - parameters,
    aic,
    aicc:
      named > parameters + 1
        ? aic + (2 * parameters * (parameters + 1)) / (named - parameters - 1)
        : Infinity,
    bic: parameters * Math.log(named) - 2 * fit.logLikelihood,
  };
}

/** Each model's share: exp(−Δ/2), summing to 1 (Burnham and Anderson 2002, section 2.9). */
export function weightsBy(fitted: readonly FittedModel[], criterion: 'aic' | 'aicc' | 'bic'): number[] {
  const least = Math.min(...fitted.map((model) => model[criterion]));
  const raw = fitted.map((model) => Math.exp((least - model[criterion]) / 2));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

/**
 * The weighted mean of the models' unseen, with what the models differ by in its standard error (Buckland, Burnham and
 * Augustin 1997, eq. 9), the variance brought to the logarithm.
 */
export function averaged(
  fitted: readonly FittedModel[],
  weights: readonly number[],
): Pick<Fit, 'unseen' | 'logVariance'> {
  const sum = (of: (model: FittedModel) => number): number =>
    fitted.reduce((total, model, at) => total + weights[at]! * of(model), 0);
  const unseen = sum((model) => model.unseen);
  const error = sum((model) =>
    Math.sqrt(model.unseen ** 2 * model.logVariance + (model.unseen - unseen) ** 2),
  );
  return { unseen, logVariance: Math.log1p((error / unseen) ** 2) };
}
