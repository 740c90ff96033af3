/**
 * Every figure of ../shared/data/estimation/expected.md that has an exact answer, beside ours, with the relative
 * difference and whether it rounds to the digits shown. The bootstrap's bounds are exact once the samples are those of R
 * (r-stream.ts); how far they move with others, bootstrap-bounds.ts says. Latent classes have a bench of their own.
 *
 *   node bench/figures/expected.ts [--all]
 *     --all: every row, not only each section's count and what is off
 *
 * Sources, as there: Rcapture 1.4-4, dga 2.0.2, SparseMSE 2.0.1, modslavmse 2.0.
 */

import { averageOverGraphs } from '../../src/figures/decomposable/average.ts';
import { decomposableGraphs } from '../../src/figures/decomposable/graphs.ts';
import { twoLists } from '../../src/figures/index.ts';
import { chaoLowerBound } from '../../src/figures/log-linear/chao.ts';
import { createFitter } from '../../src/figures/log-linear/fit.ts';
import {
  fitWithColumns,
  heterogeneityColumn,
  profileWithColumns,
} from '../../src/figures/log-linear/heterogeneity.ts';
import { logNormalInterval, profileInterval, standardError } from '../../src/figures/log-linear/interval.ts';
import { independence, modelName, pairwiseModels } from '../../src/figures/log-linear/model.ts';
import {
  averaged,
  type FittedModel,
  fitModels,
  type ModelSpace,
  modelsOf,
  weightsBy,
} from '../../src/figures/log-linear/selection.ts';
import { logGamma } from '../../src/figures/numerics/log-gamma.ts';
import { aicStepwiseFit } from '../../src/figures/stepwise/aic-stepwise.ts';
import { stepwiseBootstrap } from '../../src/figures/stepwise/bootstrap.ts';
import { stepwiseFit } from '../../src/figures/stepwise/stepwise.ts';
import { sampledAsInR } from './r-stream.ts';
import { STEPWISE_ROWS } from './stepwise-rows.ts';
import { patternsInOrder, table } from './tables.ts';

const showAll = process.argv.includes('--all');
let wrong = 0;
let section = '';
const tally = new Map<string, { good: number; all: number }>();

const begin = (title: string): void => {
  section = title;
  tally.set(title, { good: 0, all: 0 });
  console.log(`\n${title}`);
};

/** A row: expected with the digits shown there. Right if it rounds to them, or is within `tolerance` of them. */
function row(name: string, expected: number, ours: number, digits: number, tolerance = 0): void {
  const unit = 0.5001 * 10 ** -digits;
  const difference = expected === 0 ? ours - expected : ours / expected - 1;
  const good = Math.abs(ours - expected) <= unit || Math.abs(difference) <= tolerance;
  const own = tally.get(section)!;
  own.all++;
  if (good) own.good++;
  else wrong++;
  if (showAll || !good)
    console.log(
      `  ${good ? 'ok ' : 'OFF'}  ${name.padEnd(46)} ${expected.toFixed(digits).padStart(11)} ${ours.toFixed(digits + 1).padStart(12)}  ${difference.toExponential(1)}`,
    );
}

function exact(name: string, expected: string, ours: string): void {
  const good = expected === ours;
  const own = tally.get(section)!;
  own.all++;
  if (good) own.good++;
  else wrong++;
  if (showAll || !good)
    console.log(`  ${good ? 'ok ' : 'OFF'}  ${name.padEnd(46)} ${expected}${good ? '' : ` ≠ ${ours}`}`);
}

begin('2.1 Two lists');
{
  const { chapman, chapmanError, lincolnPetersen, lincolnPetersenError } = twoLists(948, 421, 167);
  row('Seber p. 107 Lincoln–Petersen', 2389.9, lincolnPetersen, 1);
  row('  se', 130.4, lincolnPetersenError, 1);
  row('Seber p. 107 Chapman', 2382.8, chapman, 1);
  row('  se', 129.1, chapmanError, 1);
  const lists = Float64Array.of(0, 781, 254, 167);
  const same = fitWithColumns(2, lists, [0], [Float64Array.of(0, 1, 1, 2)])!;
  row('Seber p. 107 M0', 2805.6, same.estimate, 1);
  row('  se', 164.1, standardError(same), 1);
  const gaza = createFitter(3, table('gaza_3list').counts);
  for (const [first, second, petersen, chap] of [
    [1, 2, 79686.1, 79661.7],
    [1, 4, 52034.3, 52013.9],
    [2, 4, 44130.3, 44068.5],
  ] as const) {
    const pair = twoLists(gaza.overlap(first), gaza.overlap(second), gaza.overlap(first | second));
    row(`Gaza lists ${first}, ${second} (bits) Lincoln–Petersen`, petersen, pair.lincolnPetersen, 1);
    row(`Gaza lists ${first}, ${second} (bits) Chapman`, chap, pair.chapman, 1);
  }
}

const spaces = new Map<string, ModelSpace>();
const space = (data: string): ModelSpace => {
  const { lists, counts } = table(data);
  const known = spaces.get(data) ?? fitModels(lists, counts, modelsOf(lists));
  spaces.set(data, known);
  return known;
};
const named = (data: string, name: string): FittedModel =>
  space(data).fitted.find(({ terms }) => modelName(terms) === name)!;

type Row = readonly [N: number, se: number, deviance: number, df: number, aic: number, bic: number];
function model(title: string, fit: FittedModel, [N, se, deviance, df, aic, bic]: Row, digits = 3): void {
  row(`${title} N`, N, fit.estimate, 1);
  if (se > 0) row(`${title} se`, se, standardError(fit), 1);
  row(`${title} deviance`, deviance, fit.deviance, digits);
  row(`${title} df`, df, fit.freedom, 0);
  row(`${title} AIC`, aic, fit.aic, 3);
  row(`${title} BIC`, bic, fit.bic, 3);
}

begin('2.2 Log-linear models');
exact('Kosovo: models', '113', String(modelsOf(4).length));
exact('UK, NL: models', '1024', String(modelsOf(5).length));
for (const [data, name, expected] of [
  ['kosovo', 'independence', [7394.6, 129.6, 245.939, 10, 357.363, 389.31]],
  ['kosovo', '[123,14,34]', [10356.5, 785.9, 9.3227, 4, 132.747, 203.03]],
  ['kosovo', '[123,134]', [12741.0, 1600.7, 1.0171, 3, 126.441, 203.113]],
  ['kosovo', '[123,14,24,34]', [9824.2, 801.7, 7.0466, 3, 132.471, 209.143]],
  ['UKdat_5', '[12,13,23,25,34]', [22991.3, 3021.6, 22.2036, 20, 131.451, 196.54]],
  ['UKdat_5', '[12,13,25,35,45]', [12262.4, 824.6, 23.1588, 20, 132.406, 197.495]],
  ['UKdat_5', '[12,13,24,25,35,45]', [11313.0, 802.7, 16.3514, 19, 127.599, 198.605]],
  ['Ned_5', '[12,15,23,24,25,35,45]', [48012.7, 3263.9, 9.3981, 18, 130.846, 222.054]],
  ['Ned_5', '[12,13,15,24,34,35]', [121521.6, 13022.7, 24.3395, 19, 143.787, 227.979]],
  ['rcapture_lesbian', '[12,14,23,24,34]', [6349.0, 533.5, 11.9745, 5, 124.327, 181.221]],
  ['rcapture_HIV', 'independence', [11124.6, 904.8, 13.026, 10, 90.062, 117.8]],
  ['rcapture_HIV', '[12]', [12318.5, 1188.7, 7.614, 9, 86.65, 119.935]],
  ['gaza_3list', '[12,13,23]', [64696.1, 3587.1, 0, 0, 78.328, 136.318]],
  ['gaza_3list', 'independence', [66749.8, 0, 357.78, 3, 430.106, 463.244]],
  ['gaza_3list', '[12]', [51533.1, 816.5, 36.2564, 2, 110.584, 152.006]],
] as const)
  model(`${data} ${name}`, named(data, name), expected, name === 'independence' ? 2 : 3);
for (const [data, place, name] of [
  ['kosovo', 1, '[123,14,34]'],
  ['UKdat_5', 1, '[12,13,23,25,34]'],
  ['UKdat_5', 2, '[12,13,25,35,45]'],
  ['Ned_5', 1, '[12,15,23,24,25,35,45]'],
  ['Ned_5', 4, '[12,13,15,24,34,35]'],
  ['rcapture_lesbian', 1, '[12,14,23,24,34]'],
] as const)
  exact(`${data}: number ${place} by BIC`, name, modelName(space(data).fitted[place - 1]!.terms));
exact(
  'kosovo: best by AIC',
  '[123,134]',
  modelName(space('kosovo').fitted.reduce((a, b) => (b.aic < a.aic ? b : a)).terms),
);
{
  const { lists, counts } = table('rcapture_lesbian');
  const darroch = [heterogeneityColumn('darroch', lists)];
  const terms = [...independence(lists), 0b0011, 0b0101, 0b1001];
  const fit = fitWithColumns(lists, counts, terms, darroch)!;
  model('lesbian [12,13,14] + Darroch', fit, [7030.7, 687.2, 7.24, 6, 117.593, 168.797], 2);
  const hare = table('rcapture_hare');
  const poisson = fitWithColumns(6, hare.counts, independence(6), [heterogeneityColumn('poisson', 6)])!;
  model('hare Mth Poisson2', poisson, [81.1, 5.6, 48.137, 55, 146.327, 164.083]);
  const everywhere = Float64Array.from({ length: 64 }, (_, pattern) => (pattern === 63 ? 1 : 0));
  const without = fitWithColumns(6, hare.counts, independence(6), [everywhere])!;
  model('hare Mt without 111111', without, [76.8, 3.9, 47.894, 55, 146.085, 163.841]);
  const ill = chaoLowerBound([1645, 183, 37, 13, 1, 1], 0.95)!;
  model('ill Mh Chao lower bound', ill.fit, [9273.5, 662.6, 1.534, 1, 41.695, 69.39]);
  const gaza = chaoLowerBound([25621, 3453, 197], 0.95)!;
  row('Gaza Chao lower bound, no bound at all', 124323.9, gaza.simple, 1);

  begin('2.3 Intervals');
  const { fitted } = space('gaza_3list');
  const weights = weightsBy(fitted, 'aic');
  const average = averaged(fitted, weights);
  row('Gaza average by AIC', 64740.8, table('gaza_3list').named + average.unseen, 1);
  row('  weight of [12,13,23]', 0.9962, Math.max(...weights), 4);
  for (const [data, name, low, high] of [
    ['kosovo', '[123,14,34]', 9005, 12105],
    ['gaza_3list', '[12,13,23]', 58327, 72461],
  ] as const) {
    const interval = logNormalInterval(table(data).named, named(data, name), 0.95);
    row(`${data} ${name} log-normal low`, low, interval.low, 0);
    row(`${data} ${name} log-normal high`, high, interval.high, 0);
  }
  type Profile = readonly [estimate: number, low: number, high: number];
  const profile = (
    title: string,
    ours: ReturnType<typeof profileInterval>,
    [estimate, low, high]: Profile,
  ): void => {
    row(`${title} profile`, estimate, ours.estimate, 1, 1e-5);
    row(`${title} profile low`, low, ours.low, 1, 1e-5);
    row(`${title} profile high`, high, ours.high, 1, 1e-5);
  };
  for (const [data, name, expected] of [
    ['kosovo', '[123,14,34]', [10334.5, 8994.3, 12110.4]],
    ['rcapture_HIV', '[12]', [12308, 10266, 14992.3]],
    ['UKdat_5', '[12,13,23,25,34]', [22964.4, 17991, 30141.9]],
    ['Ned_5', '[12,15,23,24,25,35,45]', [47989.8, 42185, 55075.5]],
  ] as const) {
    const own = table(data);
    profile(`${data} ${name}`, profileInterval(own.lists, own.counts, named(data, name), 0.95), expected);
  }
  profile(
    'lesbian + Darroch',
    profileWithColumns(lists, counts, terms, darroch, fit.unseen, 0.95),
    [7015.5, 5836.8, 8558.7],
  );
  profile('ill', ill.interval, [9267.5, 8088.2, 10704]);
  profile(
    'hare without 111111',
    profileWithColumns(6, hare.counts, independence(6), [everywhere], without.unseen, 0.95),
    [76, 70.1, 85.4],
  );
}

begin('2.4 Decomposable graphs');
for (const [lists, count] of [
  [3, 8],
  [4, 61],
  [5, 822],
  [6, 18154],
] as const)
  exact(`graphs of ${lists} lists`, String(count), String(decomposableGraphs(lists).length));
/** A Poisson number of people with a gamma mean, as Madigan and York took it. */
const spinaPrior = (all: number): number =>
  logGamma(all + 13.14) - logGamma(all + 1) + all * Math.log(55.17 / 56.17);
for (const [data, delta, from, to, mean, median, low, high, mode, top, logPrior] of [
  ['dga_MY_spina3', 1, 1, 300, 733.5, 731, 682, 797, 728, 0.374, spinaPrior],
  ['dga_MY_5list', 0.5, 1, 300, 617.8, 616, 588, 655, 614, 0.217],
  ['kosovo', 1 / 16, 0, 5 * 4400, 12749.3, 12595, 9827, 16544, 12267, 0.986],
  ['UKdat_5', 1 / 32, 0, 12 * 2744, 21096.9, 22912, 10382, 32574, 11718, 0.444],
  ['Ned_5', 1 / 32, 0, 12 * 8234, 48054.6, 47907, 40846, 55529, 47655, 0.841],
  ['NewOrl_5', 1 / 32, 0, 12 * 185, 927.2, 868, 511, 1707, 774, 0.051],
  ['Western', 1 / 32, 0, 12 * 345, 2219.4, 2125, 1341, 3655, 1955, 0.114],
  ['rcapture_lesbian', 1 / 16, 0, 12 * 2185, 5147.3, 5131, 4635, 5749, 5102, 0.991],
  ['rcapture_HIV', 1 / 16, 0, 12 * 1896, 11357.1, 11220, 9404, 14095, 10992, 0.539],
] as const) {
  const { lists, counts } = table(data);
  const ours = averageOverGraphs(lists, counts, decomposableGraphs(lists), {
    delta,
    from,
    to,
    step: 1,
    ...(logPrior ? { logPrior } : {}),
  });
  row(`${data} mean`, mean, ours.mean, 1);
  exact(`${data} median`, String(median), String(ours.median));
  exact(`${data} 95 %`, `${low}–${high}`, `${ours.quantile(0.025)}–${ours.quantile(0.975)}`);
  exact(`${data} mode`, String(mode), String(ours.mode));
  row(`${data} top graph`, top, ours.graphs[0]!.probability, 3);
}
{
  const { lists, counts, named: n } = table('kosovo');
  const under = (delta: number) =>
    averageOverGraphs(lists, counts, decomposableGraphs(lists), { delta, from: 0, to: 5 * n, step: 1 });
  const half = under(0.5);
  exact('kosovo, δ = 0.5: median', '11319', String(half.median));
  exact('kosovo, δ = 0.5: 95 %', '4481–14484', `${half.quantile(0.025)}–${half.quantile(0.975)}`);
  exact('kosovo, δ = 1: median', '4616', String(under(1).median));
}

begin('2.5 Existence of the estimate');
{
  const artificial = createFitter(3, table('Artificial_3').counts);
  const none = pairwiseModels(3).filter((terms) => artificial.existence(terms) === 'infinite');
  exact('Artificial_3: no estimate', '[12] [12,13] [12,23]', none.map(modelName).join(' '));
  exact('Artificial_3: all pairs', 'not-identified', artificial.existence(pairwiseModels(3).at(-1)!));
  for (const data of ['UKdat_5', 'Ned_5', 'NewOrl_5', 'Western']) {
    const { counts } = table(data);
    const fitter = createFitter(5, counts);
    const exist = pairwiseModels(5).filter((terms) => fitter.existence(terms) === 'exists').length;
    exact(`${data}: models with one`, '1024', String(exist));
  }
}

begin('2.5 Stepwise by AIC (thousands: low, middle, high)');
for (const [data, threshold, expected] of [
  ['UKdat', 0.05, '10.0 11.4 13.2'],
  ['UKdat_5', 0.05, '9.9 11.3 13.1'],
  ['UKdat', 0, '11.0 12.2 13.6'],
  ['UKdat', 0.001, '12.6 14.2 16.1'],
  ['Ned', 0.05, '53.7 60.8 69.3'],
  ['Ned_5', 0.05, '119.4 146.0 181.0'],
  ['NewOrl_5', 0.05, '0.7 1.0 1.8'],
  ['kosovo', 0.05, '12.5 14.3 16.5'],
  ['kosovo', 0, '7.1 7.4 7.7'],
] as const) {
  const { lists, counts } = table(data);
  const fit = aicStepwiseFit(lists, createFitter(lists, counts), threshold)!;
  const { low, estimate, high } = profileInterval(lists, counts, fit, 0.95);
  const thousands = [low, estimate, high].map((value) => (value / 1000).toFixed(1)).join(' ');
  exact(`${data}, p ${threshold} ${modelName(fit.terms)}`, expected, thousands);
}

begin('2.5 Stepwise by p-value: points');
for (const { data, point } of STEPWISE_ROWS) {
  const { lists, counts, named: n } = table(data);
  row(data, point, n + stepwiseFit(lists, createFitter(lists, counts))!.unseen, 1);
}

begin('2.5 Stepwise by p-value: bounds, the same samples drawn as there (1,000, seed 1234)');
for (const { data, low, high } of STEPWISE_ROWS) {
  const { lists, counts } = table(data);
  const ours = (await stepwiseBootstrap(lists, counts, {
    samples: 1000,
    level: 0.95,
    sample: sampledAsInR(1234, patternsInOrder(data)),
  }))!;
  row(`${data} low`, low, ours.low, data === 'NewOrl_5' ? 1 : 0);
  row(`${data} high`, high, ours.high, data === 'NewOrl_5' ? 1 : 0);
}

for (const [title, { good, all }] of tally) console.log(`${good} of ${all}  ${title}`);
console.log(wrong === 0 ? '\nAll within the digits shown.' : `\n${wrong} off.`);
process.exit(wrong === 0 ? 0 : 1);
