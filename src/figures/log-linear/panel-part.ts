import { patternName } from '../capture-table.ts';
import {
  type Detail,
  type DetailValue,
  type Estimate,
  type Method,
  type Reason,
  reason,
  refused,
} from '../estimate.ts';
import type { Counts, PanelPart } from '../method.ts';
import { chiSquareAtLeast } from '../numerics/tails.ts';
import { pairOverlaps } from '../two-lists.ts';
import type { Existence } from './existence.ts';
import { createFitter } from './fit.ts';
import { populationInterval, profileInterval, standardError } from './interval.ts';
import { generatorsOf, independence, modelName, type Terms } from './model.ts';
import {
  averaged,
  type FittedModel,
  fitModels,
  judged,
  MOST_LISTS,
  modelsOf,
  weightsBy,
} from './selection.ts';

/** Models within so much of the best by BIC are hardly worse (Raftery 1995). */
const NEAR = 2;
/** … and if their estimates are further apart than this factor, the reader must know. */
const APART = 1.5;
/** Independence that a test of fit leaves so little probability is refuted. */
const REFUTED = 0.001;
const SHOWN = 8;

/** Independence, and all hierarchical models: the best by BIC and by AIC, and their average by AIC. */
export const logLinearPart: PanelPart = {
  methods: ['independence', 'log-linear-bic', 'log-linear-aic', 'log-linear-average'],
  async estimate(table, running, wanted) {
    const { lists, counts } = table;
    const { level } = running;
    const estimates: Estimate[] = [];
    if (lists.length === 2) return [];
    if (wanted.has('independence')) estimates.push(independenceOf(table, level));
    const chosen = this.methods.filter((method) => method !== 'independence' && wanted.has(method));
    if (chosen.length === 0) return estimates;
    if (lists.length > MOST_LISTS) {
      const why = [reason('too-many-lists', { found: lists.length, limit: MOST_LISTS })];
      return [...estimates, ...chosen.map((method) => refused(method, level, why))];
    }
    await running.pause({ method: chosen[0]!, done: 0, total: 1 });
    const { fitted, without } = fitModels(lists.length, counts, modelsOf(lists.length));
    const detail = {
      models: fitted.length + without.length,
      withoutEstimate: namesOf(without.filter(({ why }) => why === 'infinite')),
      notIdentified: namesOf(without.filter(({ why }) => why === 'not-identified')),
      best: fitted.slice(0, SHOWN).map((model) => modelDetail(model, lists)),
    };
    const cautions: Reason[] =
      without.length > 0
        ? [reason('models-without-estimate', { count: without.length, of: without.length + fitted.length })]
        : [];
    for (const method of chosen) {
      if (fitted.length === 0) estimates.push(refused(method, level, [reason('no-estimate-exists')], detail));
      else if (method === 'log-linear-average') estimates.push(averageOf(fitted, level, detail, cautions));
      else {
        const best =
          method === 'log-linear-bic' ? fitted[0]! : fitted.reduce((a, b) => (b.aic < a.aic ? b : a));
        const near = method === 'log-linear-bic' ? nearTie(fitted, best) : [];
        estimates.push(ofModel(method, table, best, level, detail, [...cautions, ...near]));
      }
      await running.pause({ method, done: 1, total: 1 });
    }
    return estimates;
  },
};

/** Which models have no estimate on this table, and which are not determined by it. */
export function modelsWithout({ lists, counts }: Counts): Detail {
  const fitter = createFitter(lists.length, counts);
  const of = (wanted: Existence) =>
    namesOf(
      modelsOf(lists.length)
        .filter((terms) => fitter.existence(terms) === wanted)
        .map((terms) => ({ terms })),
    );
  return { withoutEstimate: of('infinite'), notIdentified: of('not-identified') };
}

const namesOf = (models: readonly { readonly terms: Terms }[]): string[] =>
  models.slice(0, SHOWN).map(({ terms }) => modelName(terms));

/** How many stand on the lists of the table. */
const namedOf = (model: FittedModel): number => model.estimate - model.unseen;

function independenceOf(table: Counts, level: number): Estimate {
  const { lists, counts } = table;
  const fitter = createFitter(lists.length, counts);
  const fit = fitter.fit(independence(lists.length));
  const detail = { pairs: pairOverlaps(table).map((pair) => ({ ...pair })) };
  if (!fit) return refused('independence', level, [reason('no-estimate-exists')], detail);
  const model = judged(fit, fitter.overlap(0), counts.length - 1);
  const estimate = ofModel('independence', table, model, level, detail, []);
  return chiSquareAtLeast(model.deviance, model.freedom) >= REFUTED
    ? estimate
    : {
        ...estimate,
        ok: false,
        why: [
          ...(estimate.why ?? []),
          reason('lists-dependent', {
            deviance: Math.round(model.deviance * 10) / 10,
            freedom: model.freedom,
          }),
        ],
      };
}

function ofModel(
  method: Method,
  { lists, counts }: Counts,
  model: FittedModel,
  level: number,
  detail: Readonly<Record<string, DetailValue>>,
  cautions: readonly Reason[],
): Estimate {
  const profile = profileInterval(lists.length, counts, model, level);
  const unbounded = !Number.isFinite(profile.high);
  const more = model.boundary
    ? [...cautions, reason('boundary', { model: modelName(model.terms) })]
    : cautions;
  return {
    method,
    scope: 'pooled',
    estimate: model.estimate,
    ...populationInterval(namedOf(model), model, level),
    level,
    ok: !unbounded,
    ...(unbounded ? { why: [reason('unbounded')] } : {}),
    ...(more.length > 0 ? { cautions: more } : {}),
    detail: { ...modelDetail(model, lists), profile: { ...profile }, ...detail },
  };
}

function averageOf(
  fitted: readonly FittedModel[],
  level: number,
  detail: Readonly<Record<string, DetailValue>>,
  cautions: readonly Reason[],
): Estimate {
  const named = namedOf(fitted[0]!);
  const under = (criterion: 'aic' | 'bic') => {
    const weights = weightsBy(fitted, criterion);
    const average = averaged(fitted, weights);
    const heaviest = weights.indexOf(Math.max(...weights));
    return {
      estimate: named + average.unseen,
      ...populationInterval(named, average, level),
      heaviest: modelName(fitted[heaviest]!.terms),
      weight: weights[heaviest]!,
    };
  };
  const byAic = under('aic');
  const { estimate, low, high } = byAic;
  return {
    method: 'log-linear-average',
    scope: 'pooled',
    estimate,
    low,
    high,
    level,
    ok: true,
    ...(cautions.length > 0 ? { cautions } : {}),
    detail: { byAic, byBic: under('bic'), ...detail },
  };
}

/** A model nearly as good that says something else. */
function nearTie(fitted: readonly FittedModel[], best: FittedModel): readonly Reason[] {
  const rival = fitted.find(
    (model) =>
      model !== best &&
      model.bic - best.bic < NEAR &&
      Math.max(model.estimate / best.estimate, best.estimate / model.estimate) > APART,
  );
  return rival
    ? [
        reason('near-tie', {
          model: modelName(rival.terms),
          estimate: Math.round(rival.estimate),
          difference: Math.round((rival.bic - best.bic) * 100) / 100,
        }),
      ]
    : [];
}

/** A model by its numbers, and by the lists it joins. */
const modelDetail = (model: FittedModel, lists: readonly string[]) => ({
  model: modelName(model.terms),
  dependent: dependent(model.terms, lists),
  estimate: model.estimate,
  error: standardError(model),
  deviance: model.deviance,
  freedom: model.freedom,
  fit: chiSquareAtLeast(model.deviance, model.freedom),
  aic: model.aic,
  aicc: model.aicc,
  bic: model.bic,
  boundary: model.boundary,
});

const dependent = (terms: Terms, lists: readonly string[]): string[] =>
  generatorsOf(terms)
    .filter((term) => (term & (term - 1)) !== 0)
    .map((term) => patternName(term, lists));
