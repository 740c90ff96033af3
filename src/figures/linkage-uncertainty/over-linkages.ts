import type { CaptureTable } from '../capture-table.ts';
import { pooledCounts, totalOf } from '../capture-table.ts';
import { type Estimate, type Method, reason, refused } from '../estimate.ts';
import { normalQuantile } from '../numerics/normal.ts';
import { type PanelOptions, panel } from '../panel.ts';

/** Methods quick enough to be run for every linkage. */
export const METHODS_OVER_LINKAGES: readonly Method[] = [
  'two-lists',
  'independence',
  'log-linear-bic',
  'log-linear-aic',
  'log-linear-average',
  'decomposable-graphs',
];
/** With fewer usable linkages than this share nothing is said. */
const LEAST_USABLE = 0.9;
/** Points at which each linkage's own distribution is read. */
const POINTS = 199;

export interface OverLinkages {
  readonly method: Method;
  /** Over all linkages and what is unsure within each; `ok` is false where too many linkages give no estimate. */
  readonly combined: Estimate;
  /** Each linkage's own answer, in the order of the draws. */
  readonly draws: readonly Estimate[];
}

/**
 * The panel for each of many linkages, combined by method: median and interval of the mixture of all linkages' own
 * distributions, each taken as log-normal in the persons on no list, its two sides apart. `detail.linkageShare` is how
 * much of the variance, on that scale, comes from not knowing who is whom.
 */
export async function overLinkages(
  tables: readonly CaptureTable[],
  options: Omit<PanelOptions, 'onProgress'> & {
    readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  },
): Promise<OverLinkages[]> {
  const { onProgress, ...settings } = options;
  const methods = options.methods ?? METHODS_OVER_LINKAGES;
  const known = new Map<string, Estimate[]>();
  const answers: Estimate[][] = [];
  for (const [at, table] of tables.entries()) {
    const key = keyOf(table);
    let estimates = known.get(key);
    if (!estimates) {
      // one placement of those of unknown part for each linkage: what both leave open is in the mixture
      estimates = await panel(table, { ...settings, seed: settings.seed + at, methods, placements: 1 });
      if (!table.unplaced) known.set(key, estimates);
    }
    answers.push(estimates);
    onProgress?.({ done: at + 1, total: tables.length });
  }
  const named = tables.map((table) => totalOf(pooledCounts(table)));
  return SCOPES.flatMap((scope) =>
    methods.flatMap((method) => {
      const draws = answers.flatMap((estimates) =>
        estimates.filter((each) => each.method === method && each.scope === scope),
      );
      if (draws.length !== tables.length) return [];
      const combined = combinedOf(method, draws, named, options.level ?? 0.95);
      const strata = draws[0]?.detail.strata;
      const parts = Array.isArray(strata) ? { parts: strata.length } : {};
      return [{ method, combined: { ...combined, scope, detail: { ...combined.detail, ...parts } }, draws }];
    }),
  );
}

const SCOPES = ['pooled', 'stratified'] as const;

const keyOf = ({ strata }: CaptureTable): string =>
  strata.map(({ name, covering, counts }) => `${name} ${covering} ${counts.join(' ')}`).join('\n');

interface Side {
  readonly named: number;
  readonly middle: number;
  readonly below: number;
  readonly above: number;
}

function combinedOf(
  method: Method,
  draws: readonly Estimate[],
  named: readonly number[],
  level: number,
): Estimate {
  const z = normalQuantile((1 + level) / 2);
  const sides = draws.flatMap((draw, at): Side[] => sideOf(draw, named[at]!, z));
  const detail = {
    draws: draws.length,
    usable: sides.length,
    namedLow: Math.min(...named),
    namedHigh: Math.max(...named),
  };
  if (sides.length < LEAST_USABLE * draws.length) {
    const first = draws.find(({ ok }) => !ok)?.why ?? [];
    return refused(
      method,
      level,
      [
        reason('linkages-without-estimate', { count: draws.length - sides.length, of: draws.length }),
        ...first,
      ],
      detail,
    );
  }
  const steps = Float64Array.from({ length: POINTS }, (_, at) => normalQuantile((at + 1) / (POINTS + 1)));
  const mixture = new Float64Array(sides.length * POINTS);
  sides.forEach(({ named: seen, middle, below, above }, at) => {
    steps.forEach((step, point) => {
      mixture[at * POINTS + point] = seen + Math.exp(middle + step * (step < 0 ? below : above));
    });
  });
  mixture.sort();
  const at = (share: number): number => mixture[Math.round(share * (mixture.length - 1))]!;
  const centre = meanOf(sides, ({ middle }) => middle);
  const betweenLinkages = meanOf(sides, ({ middle }) => (middle - centre) ** 2);
  const within = meanOf(sides, ({ below, above }) => (below * below + above * above) / 2);
  const points = sides.map(({ named: seen, middle }) => seen + Math.exp(middle)).sort((a, b) => a - b);
  return {
    method,
    scope: 'pooled',
    estimate: at(0.5),
    low: at((1 - level) / 2),
    high: at((1 + level) / 2),
    level,
    ok: true,
    detail: {
      ...detail,
      linkageShare: betweenLinkages / (betweenLinkages + within || 1),
      lowestPoint: points[0]!,
      highestPoint: points.at(-1)!,
    },
  };
}

function sideOf({ ok, estimate, low, high }: Estimate, named: number, z: number): Side[] {
  if (!ok || estimate === undefined || low === undefined || high === undefined) return [];
  if (!(estimate > named) || !Number.isFinite(high)) return [];
  const middle = Math.log(estimate - named);
  /** A bound at the number of the named, or below it, leaves half a person. */
  const distance = (bound: number): number => Math.abs(Math.log(Math.max(bound - named, 0.5)) - middle) / z;
  return [{ named, middle, below: distance(low), above: distance(high) }];
}

const meanOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;
