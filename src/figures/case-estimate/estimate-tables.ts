import { type CaptureTable, captureTable, pooledCounts, totalOf } from '../capture-table.ts';
import { type Estimate, METHODS, type Method, reason } from '../estimate.ts';
import { METHODS_OVER_LINKAGES, overLinkages } from '../linkage-uncertainty/over-linkages.ts';
import { leaveOneListOut, panel, type WithoutList, withDrivingLists } from '../panel.ts';

/** All that an estimate is reckoned from: who is on which lists, nobody's record. The same tables give the same digits. */
export interface EstimateTables {
  /** Under the linkage that stands. */
  readonly standing: CaptureTable;
  /** Under linkages drawn; none where a table was given, which says nothing of how it was linked. */
  readonly drawn: readonly CaptureTable[];
  readonly thresholds: readonly { readonly threshold: number; readonly table: CaptureTable }[];
}

export interface EstimateSettings {
  readonly seed: number;
  /** Linkages drawn, at least 100. */
  readonly linkages: number;
  /** All, unless some are named. */
  readonly methods?: readonly Method[];
}

export const STEPS = ['panel', 'linkages', 'thresholds', 'leave-one-out'] as const;
export interface EstimateProgress {
  readonly step: (typeof STEPS)[number];
  readonly method?: Method;
  readonly done: number;
  readonly total: number;
}

/** The linkage joined from this probability on, and what follows. */
export interface AtThreshold {
  readonly threshold: number;
  readonly named: number;
  readonly estimates: readonly Estimate[];
}

export interface CaseEstimate {
  readonly lists: readonly string[];
  readonly named: number;
  /** Persons by pattern of lists, as bits in the order of `lists`; those with nobody are left out. */
  readonly overlaps: readonly { readonly pattern: number; readonly count: number }[];
  readonly panel: readonly Estimate[];
  /** By method, over all linkages drawn. */
  readonly overLinkages: readonly Estimate[];
  readonly thresholds: readonly AtThreshold[];
  readonly withoutLists: readonly WithoutList[];
}

/**
 * The whole of what can be said: every method at the linkage that stands, the quick ones over linkages drawn and at
 * looser and stricter thresholds, and each list left out in turn.
 */
export async function estimateTables(
  { standing, drawn, thresholds }: EstimateTables,
  settings: EstimateSettings,
  tell: (progress: EstimateProgress) => void,
): Promise<CaseEstimate> {
  captureTable(standing);
  const { seed } = settings;
  const methods = settings.methods ?? METHODS;
  const quick = METHODS_OVER_LINKAGES.filter((method) => methods.includes(method));
  const counts = pooledCounts(standing);
  const whole = await panel(standing, {
    seed,
    methods,
    onProgress: ({ method, done, total }) => tell({ step: 'panel', method, done, total }),
  });
  const over =
    drawn.length === 0
      ? []
      : await overLinkages(drawn, {
          seed,
          methods: quick,
          onProgress: ({ done, total }) => tell({ step: 'linkages', done, total }),
        });
  const overLinkagesDrawn = over.map(({ combined }) => combined);
  const atThresholds: AtThreshold[] = [];
  for (const [at, { threshold, table }] of thresholds.entries()) {
    const named = totalOf(pooledCounts(table));
    atThresholds.push({ threshold, named, estimates: await panel(table, { seed, methods: quick }) });
    tell({ step: 'thresholds', done: at + 1, total: thresholds.length });
  }
  tell({ step: 'leave-one-out', done: 0, total: 1 });
  const withoutLists = await leaveOneListOut(standing, { seed, methods: quick });
  return {
    lists: standing.lists,
    named: totalOf(counts),
    overlaps: [...counts].flatMap((count, pattern) => (count > 0 ? [{ pattern, count }] : [])),
    panel: withMovingLinkage(withDrivingLists(whole, withoutLists), overLinkagesDrawn),
    overLinkages: overLinkagesDrawn,
    thresholds: atThresholds,
    withoutLists,
  };
}

/** A caution on what the standing linkage says where it lies outside what the linkages drawn say. */
const withMovingLinkage = (standing: readonly Estimate[], drawn: readonly Estimate[]): Estimate[] =>
  standing.map((one) => {
    const over = drawn.find(({ ok, method, scope }) => ok && method === one.method && scope === one.scope);
    if (!over || !one.ok || (one.estimate! >= over.low! && one.estimate! <= over.high!)) return one;
    const told = reason('linkage-moves', { low: Math.round(over.low!), high: Math.round(over.high!) });
    return { ...one, cautions: [...(one.cautions ?? []), told] };
  });
