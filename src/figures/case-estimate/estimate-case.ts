import { SanadError } from '../../model/index.ts';
import { type CaptureTable, LIMITS } from '../capture-table.ts';
import { drawLinkages } from '../linkage-uncertainty/draw-linkages.ts';
import { type Clustering, type LinkedRecords, overlapTable } from '../linkage-uncertainty/linked-records.ts';
import { linkageAt } from '../linkage-uncertainty/threshold-linkage.ts';
import { seededRandom } from '../random.ts';
import { type DividedRecords, dividedTable } from './division.ts';
import type { EstimateSettings, EstimateTables } from './estimate-tables.ts';

/** What an estimate rests on: the rows of a case, a table of counts, or the tables of an earlier run. */
export type EstimateGround =
  | {
      readonly kind: 'case';
      readonly records: LinkedRecords;
      /** Who is whom as the case stands: accepted links and decisions. */
      readonly standing: Clustering;
      /** Into which parts; absent where the whole is estimated undivided. */
      readonly divided?: DividedRecords;
    }
  | { readonly kind: 'table'; readonly table: CaptureTable }
  | { readonly kind: 'tables'; readonly tables: EstimateTables };

/** From looser to stricter. */
const THRESHOLDS = [0.2, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

/** Who is on which lists: as the case stands, under linkages drawn from the pairs' probabilities, and at thresholds. */
export function tablesOf(ground: EstimateGround, { seed, linkages }: EstimateSettings): EstimateTables {
  if (ground.kind === 'tables') return ground.tables;
  if (ground.kind === 'table') return { standing: ground.table, drawn: [], thresholds: [] };
  const { records, standing, divided } = ground;
  const found = records.lists.length;
  if (found > LIMITS.lists) throw new SanadError('figures.too-many-lists', { found, limit: LIMITS.lists });
  const tableOf = (clustering: Clustering): CaptureTable =>
    divided ? dividedTable(records, clustering, divided) : overlapTable(records, clustering);
  const draw = drawLinkages(records, seededRandom(seed, 'linkages'));
  return {
    standing: tableOf(standing),
    drawn: Array.from({ length: linkages }, () => tableOf(draw())),
    thresholds: THRESHOLDS.map((threshold) => ({ threshold, table: tableOf(linkageAt(records, threshold)) })),
  };
}
