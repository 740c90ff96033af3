import { type CaptureTable, listsIn, pooledCounts } from './capture-table.ts';
import { decomposablePart } from './decomposable/panel-part.ts';
import {
  type Detail,
  type Estimate,
  METHODS,
  type Method,
  type Reason,
  reason,
  refused,
} from './estimate.ts';
import { latentClassPart } from './latent-classes/panel-part.ts';
import { logLinearPart, modelsWithout } from './log-linear/panel-part.ts';
import type { Counts, PanelPart, PanelProgress, Running } from './method.ts';
import { seededRandom } from './random.ts';
import { stepwisePart } from './stepwise/panel-part.ts';
import { stratified } from './strata.ts';
import { twoListsPart } from './two-lists.ts';

export interface PanelOptions {
  /** Of the run; the same table, options and seed give the same digits. */
  readonly seed: number;
  /** All that fit the table, unless some are named. */
  readonly methods?: readonly Method[];
  /** 0.95 unless said. */
  readonly level?: number;
  /** Bootstrap samples of the stepwise method; unless said 10,000, and 1,000 from seven lists on. */
  readonly bootstraps?: number;
  /** So often people of unknown part are placed; unless said 10. */
  readonly placements?: number;
  readonly onProgress?: (progress: PanelProgress) => void;
  /** Ends the run: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}
/** The methods in the order they are shown. A new method enters the panel here. */
const PARTS: readonly PanelPart[] = [
  twoListsPart,
  logLinearPart,
  stepwisePart,
  decomposablePart,
  latentClassPart,
];

/** So often are people of unknown part placed, each time anew. */
const PLACEMENTS = 10;
/** With fewer people on two or more lists than this, what they have in common is chance. */
const LEAST_OVERLAP = 10;

/**
 * Every method's interval side by side: never one number. A divided table gives each method twice, from the table as a
 * whole, unless a list does not cover some part of it, and as the sum of its strata.
 */
export async function panel(table: CaptureTable, options: PanelOptions): Promise<Estimate[]> {
  const wanted = new Set(options.methods ?? METHODS);
  const run = running(options, table.lists.length);
  const all = (1 << table.lists.length) - 1;
  const uncovered = table.strata.find((stratum) => stratum.covering !== all);
  const whole = uncovered
    ? refusedAll(table.lists, wanted, run.level, [reason('list-not-covering', { stratum: uncovered.name })])
    : await undivided({ lists: table.lists, counts: pooledCounts(table) }, run, wanted);
  if (table.strata.length === 1 && !uncovered) return whole;
  return [...whole, ...(await stratified(table, run, wanted, undivided, options.placements ?? PLACEMENTS))];
}

/** Every part on one table. */
async function undivided(counts: Counts, run: Running, wanted: ReadonlySet<Method>): Promise<Estimate[]> {
  const { lists } = counts;
  if (lists.length < 2)
    return refusedAll(lists, wanted, run.level, [reason('too-few-lists', { found: lists.length })]);
  const overlap = counts.counts.reduce(
    (sum, count, pattern) => (listsIn(pattern) > 1 ? sum + count : sum),
    0,
  );
  if (overlap < LEAST_OVERLAP)
    return refusedAll(
      lists,
      wanted,
      run.level,
      [reason('too-few-overlaps', { found: overlap, least: LEAST_OVERLAP })],
      lists.length > 2 && lists.length < 6 ? modelsWithout(counts) : {},
    );
  const alone = aloneStanding(counts);
  const estimates: Estimate[] = [];
  for (const part of PARTS) {
    if (!part.methods.some((method) => wanted.has(method))) continue;
    for (const estimate of await part.estimate(counts, run, wanted))
      estimates.push(
        estimate.ok && alone.length > 0
          ? { ...estimate, cautions: [...(estimate.cautions ?? []), ...alone] }
          : estimate,
      );
  }
  return estimates;
}

/** Lists that share nobody with any other. */
const aloneStanding = ({ lists, counts }: Counts): Reason[] =>
  lists.flatMap((list, at) =>
    counts.some((count, pattern) => count > 0 && pattern & (1 << at) && pattern !== 1 << at)
      ? []
      : [reason('no-overlap', { list })],
  );

/** Every method that would have had its say on so many lists. */
const refusedAll = (
  lists: readonly string[],
  wanted: ReadonlySet<Method>,
  level: number,
  why: readonly Reason[],
  detail: Detail = {},
): Estimate[] =>
  PARTS.flatMap((part) => part.methods)
    .filter((method) => wanted.has(method) && (method === 'two-lists') === lists.length <= 2)
    .map((method) => refused(method, level, why, /^(independence|log-linear)/.test(method) ? detail : {}));

function running(options: PanelOptions, lists: number): Running {
  return {
    level: options.level ?? 0.95,
    bootstraps: options.bootstraps ?? (lists > 6 ? 1000 : 10_000),
    random: (stream) => seededRandom(options.seed, stream),
    pause: async (progress) => {
      options.onProgress?.(progress);
      await new Promise<void>((resolve) => setImmediate(resolve));
      options.signal?.throwIfAborted();
    },
  };
}

export interface WithoutList {
  readonly list: string;
  readonly estimates: readonly Estimate[];
}

/** So much of an estimate may hang on one list before a reader must know. */
const DRIVES = 0.25;

/** The panel again with each list left out, from three lists on: how much hangs on one of them. */
export async function leaveOneListOut(table: CaptureTable, options: PanelOptions): Promise<WithoutList[]> {
  if (table.lists.length < 3) return [];
  // latent classes take minutes and tell of a list no more than the quick methods do
  const methods = (options.methods ?? METHODS).filter((method) => method !== 'latent-classes');
  const rest: WithoutList[] = [];
  for (const [at, list] of table.lists.entries())
    rest.push({ list, estimates: await panel(withoutList(table, at), { ...options, methods }) });
  return rest;
}

/** The estimates, with a caution on each that would be more than a quarter different without some list. */
export const withDrivingLists = (
  estimates: readonly Estimate[],
  without: readonly WithoutList[],
): Estimate[] =>
  estimates.map((one) => {
    const driving = without.flatMap(({ list, estimates: rest }) => {
      const other = rest.find(({ method, scope }) => method === one.method && scope === one.scope);
      if (!other?.ok || one.estimate === undefined || other.estimate === undefined) return [];
      const change = Math.abs(other.estimate / one.estimate - 1);
      return change > DRIVES ? [reason('one-list-drives', { list, change })] : [];
    });
    return driving.length > 0 ? { ...one, cautions: [...(one.cautions ?? []), ...driving] } : one;
  });

/** The same people without one list; those who were on it alone are gone. */
function withoutList(table: CaptureTable, left: number): CaptureTable {
  const bits = (pattern: number): number => (pattern & ((1 << left) - 1)) | ((pattern >> (left + 1)) << left);
  const narrowed = (counts: Float64Array): Float64Array => {
    const kept = new Float64Array(counts.length / 2);
    counts.forEach((count, pattern) => {
      if (bits(pattern) !== 0) kept[bits(pattern)]! += count;
    });
    return kept;
  };
  return {
    lists: table.lists.filter((_, at) => at !== left),
    strata: table.strata.map(({ name, covering, counts }) => ({
      name,
      covering: bits(covering),
      counts: narrowed(counts),
    })),
    ...(table.unplaced ? { unplaced: narrowed(table.unplaced) } : {}),
  };
}
