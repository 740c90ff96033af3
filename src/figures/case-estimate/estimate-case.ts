import { SanadError } from '../../model/index.ts';
import { type CaptureTable, captureTable, LIMITS, pooledCounts, totalOf } from '../capture-table.ts';
import { type Estimate, METHODS, type Method } from '../estimate.ts';
import { drawLinkages } from '../linkage-uncertainty/draw-linkages.ts';
import { type Clustering, type LinkedRecords, overlapTable } from '../linkage-uncertainty/linked-records.ts';
import { METHODS_OVER_LINKAGES, overLinkages } from '../linkage-uncertainty/over-linkages.ts';
import { linkageAt } from '../linkage-uncertainty/threshold-linkage.ts';
import { leaveOneListOut, panel, type WithoutList, withDrivingLists } from '../panel.ts';
import { seededRandom } from '../random.ts';

/** What an estimate rests on. The same ground and settings give the same digits. */
export type EstimateGround =
  | {
      readonly kind: 'case';
      readonly records: LinkedRecords;
      /** Who is whom as the case stands: accepted links and decisions. */
      readonly standing: Clustering;
    }
  | { readonly kind: 'table'; readonly table: CaptureTable };

export interface EstimateSettings {
  readonly seed: number;
  /** Linkages drawn, at least 100. */
  readonly linkages: number;
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
  /** By method, over all linkages drawn. None where a table was given: it says nothing of how it was linked. */
  readonly overLinkages: readonly Estimate[];
  readonly thresholds: readonly AtThreshold[];
  readonly withoutLists: readonly WithoutList[];
  readonly settings: EstimateSettings;
}

/** From looser to stricter. */
const THRESHOLDS = [0.2, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

/**
 * The whole of what can be said: every method at the linkage that stands, the quick ones over linkages drawn from the
 * pairs' probabilities and at looser and stricter thresholds, and each list left out in turn.
 */
export async function estimateCase(
  ground: EstimateGround,
  settings: EstimateSettings,
  tell: (progress: EstimateProgress) => void,
): Promise<CaseEstimate> {
  const { seed } = settings;
  const found = (ground.kind === 'case' ? ground.records : ground.table).lists.length;
  if (found > LIMITS.lists) throw new SanadError('figures.too-many-lists', { found, limit: LIMITS.lists });
  const table = ground.kind === 'case' ? overlapTable(ground.records, ground.standing) : ground.table;
  captureTable(table);
  const methods = settings.methods ?? METHODS;
  const quick = METHODS_OVER_LINKAGES.filter((method) => methods.includes(method));
  const counts = pooledCounts(table);

  const whole = await panel(table, {
    seed,
    methods,
    onProgress: ({ method, done, total }) => tell({ step: 'panel', method, done, total }),
  });
  const drawn: Estimate[] = [];
  const thresholds: AtThreshold[] = [];
  if (ground.kind === 'case') {
    const draw = drawLinkages(ground.records, seededRandom(seed, 'linkages'));
    const tables = Array.from({ length: settings.linkages }, () => overlapTable(ground.records, draw()));
    const over = await overLinkages(tables, {
      seed,
      methods: quick,
      onProgress: ({ done, total }) => tell({ step: 'linkages', done, total }),
    });
    drawn.push(...over.map(({ combined }) => combined));
    for (const [at, threshold] of THRESHOLDS.entries()) {
      const linked = overlapTable(ground.records, linkageAt(ground.records, threshold));
      thresholds.push({
        threshold,
        named: totalOf(pooledCounts(linked)),
        estimates: await panel(linked, { seed, methods: quick }),
      });
      tell({ step: 'thresholds', done: at + 1, total: THRESHOLDS.length });
    }
  }
  tell({ step: 'leave-one-out', done: 0, total: 1 });
  const withoutLists = await leaveOneListOut(table, { seed, methods: quick });
  return {
    lists: table.lists,
    named: totalOf(counts),
    overlaps: [...counts].flatMap((count, pattern) => (count > 0 ? [{ pattern, count }] : [])),
    panel: withDrivingLists(whole, withoutLists),
    overLinkages: drawn,
    thresholds,
    withoutLists,
    settings,
  };
}
