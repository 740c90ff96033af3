import { type CaptureTable, pooledCounts, type Stratum, totalOf, withLists } from './capture-table.ts';
import { type Estimate, METHODS, type Method, reason, refused } from './estimate.ts';
import type { Counts, Running } from './method.ts';
import { normalQuantile } from './numerics/normal.ts';
import type { Random } from './random.ts';
import { gamma, multinomial } from './sampling/index.ts';

/** Bootstrap samples are shared out between the placements, but no fewer than these go to each. */
const FEWEST = 500;

type Whole = (counts: Counts, run: Running, wanted: ReadonlySet<Method>) => Promise<Estimate[]>;

/**
 * Each stratum from the lists that cover it, and the sum; where only two cover it, Chapman's estimate stands in for any
 * method. Distances from estimate to bound are added in squares, below
 * and above apart (Zou and Donner 2008), since strata are independent.
 *
 * People whose stratum is unknown are placed `times` times: in proportion to those of the same pattern whose
 * stratum is known, the proportions themselves drawn (Dirichlet, half a person added to each). What differs between
 * placements widens the interval (Rubin 1987).
 */
export async function stratified(
  table: CaptureTable,
  run: Running,
  wanted: ReadonlySet<Method>,
  whole: Whole,
  times: number,
): Promise<Estimate[]> {
  const placements = table.unplaced
    ? Array.from({ length: times }, (_, at) => placed(table, run.random(`placement ${at}`)))
    : [table.strata];
  const each = {
    ...run,
    bootstraps: Math.min(run.bootstraps, Math.max(FEWEST, Math.ceil(run.bootstraps / placements.length))),
  };
  const sums: Estimate[][] = [];
  for (const strata of placements) sums.push(await sumOfStrata(table.lists, strata, each, wanted, whole));
  return sums[0]!.map((first, at) =>
    table.unplaced
      ? overPlacements(
          sums.map((estimates) => estimates[at]!),
          first,
          totalOf(pooledCounts(table)),
          totalOf(table.unplaced),
        )
      : first,
  );
}

async function sumOfStrata(
  lists: readonly string[],
  strata: readonly Stratum[],
  run: Running,
  wanted: ReadonlySet<Method>,
  whole: Whole,
): Promise<Estimate[]> {
  const perStratum: { readonly stratum: Stratum; readonly estimates: readonly Estimate[] }[] = [];
  for (const stratum of strata)
    perStratum.push({
      stratum,
      estimates: await whole(
        withLists(lists, stratum.counts, coveringWithPeople(stratum)),
        inStratum(run, stratum.name),
        new Set([...wanted, 'two-lists']),
      ),
    });
  const methods = METHODS.filter(
    (method) =>
      wanted.has(method) &&
      (method !== 'two-lists' || lists.length === 2) &&
      perStratum.some(({ estimates }) => estimates.some((estimate) => estimate.method === method)),
  );
  return methods.map((method) => {
    const parts = perStratum.map(({ stratum, estimates }) => ({
      stratum: stratum.name,
      named: totalOf(stratum.counts),
      own:
        estimates.find((estimate) => estimate.method === method) ??
        estimates.find((estimate) => estimate.method === 'two-lists'),
    }));
    const detail = {
      strata: parts.map(({ stratum, named, own }) => ({
        stratum,
        named,
        method: own?.method ?? method,
        estimate: own?.estimate,
        low: own?.low,
        high: own?.high,
        ok: own?.ok ?? false,
        why: (own?.why ?? []).map(({ code }) => code),
      })),
    };
    const failed = parts.filter(({ own }) => !own?.ok);
    if (failed.length > 0)
      return {
        ...refused(
          method,
          run.level,
          [reason('stratum-refused', { stratum: failed[0]!.stratum, count: failed.length })],
          detail,
        ),
        scope: 'stratified' as const,
      };
    const usable = parts.map(({ own }) => own!);
    const sum = (of: (estimate: Estimate) => number): number =>
      usable.reduce((total, estimate) => total + of(estimate), 0);
    const estimate = sum((own) => own.estimate!);
    return {
      method,
      scope: 'stratified' as const,
      estimate,
      low: estimate - Math.sqrt(sum((own) => (own.estimate! - own.low!) ** 2)),
      high: estimate + Math.sqrt(sum((own) => (own.high! - own.estimate!) ** 2)),
      level: run.level,
      ok: true,
      ...(usable.some((own) => own.method === 'two-lists')
        ? { cautions: [reason('dependence-unseen')] }
        : {}),
      detail,
    };
  });
}

const inStratum = (run: Running, stratum: string): Running => ({
  ...run,
  random: (stream) => run.random(`${stratum} ${stream}`),
  pause: (progress) => run.pause({ ...progress, stratum }),
});

/** Lists that cover a stratum but name nobody in it say nothing about it. */
const coveringWithPeople = ({ covering, counts }: Stratum): number => {
  let naming = 0;
  counts.forEach((count, pattern) => {
    if (count > 0) naming |= pattern;
  });
  return covering & naming;
};

/** The strata with everybody in one of them. */
function placed(table: CaptureTable, random: Random): Stratum[] {
  const filled = table.strata.map((stratum) => ({ ...stratum, counts: stratum.counts.slice() }));
  table.unplaced!.forEach((count, pattern) => {
    if (count === 0) return;
    const weights = filled.map(({ covering, counts }) =>
      pattern & ~covering ? 0 : gamma(random, counts[pattern]! + 0.5),
    );
    const shares = multinomial(random, count, weights, new Float64Array(filled.length));
    filled.forEach((stratum, at) => {
      stratum.counts[pattern]! += shares[at]!;
    });
  });
  return filled;
}

/**
 * Placements combined on the logarithm of the unseen, where no bound can fall below the named (Rubin 1987): the mean, and
 * what each placement leaves open and what differs between them added up, below and above apart.
 */
function overPlacements(
  estimates: readonly Estimate[],
  first: Estimate,
  named: number,
  placed: number,
): Estimate {
  const bad = estimates.find((estimate) => !estimate.ok);
  if (bad) return bad;
  const mean = (of: (estimate: Estimate) => number): number =>
    estimates.reduce((sum, estimate) => sum + of(estimate), 0) / estimates.length;
  const logUnseen = (value: number): number => Math.log(Math.max(value - named, LEAST_UNSEEN));
  const middle = mean((own) => logUnseen(own.estimate!));
  const between =
    estimates.reduce((sum, own) => sum + (logUnseen(own.estimate!) - middle) ** 2, 0) /
    Math.max(estimates.length - 1, 1);
  const extra = normalQuantile((1 + first.level) / 2) ** 2 * (1 + 1 / estimates.length) * between;
  const reach = (bound: (own: Estimate) => number): number =>
    Math.sqrt(mean((own) => (logUnseen(bound(own)) - logUnseen(own.estimate!)) ** 2) + extra);
  return {
    ...first,
    estimate: named + Math.exp(middle),
    low: named + Math.exp(middle - reach((own) => own.low!)),
    high: named + Math.exp(middle + reach((own) => own.high!)),
    cautions: [
      ...(first.cautions ?? []),
      reason('strata-imputed', { people: placed, times: estimates.length }),
    ],
    detail: { ...first.detail, imputations: estimates.length, betweenVariance: between },
  };
}

/** Nobody unseen has no logarithm. */
const LEAST_UNSEEN = 0.5;
