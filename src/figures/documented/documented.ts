import { drawLinkages } from '../linkage-uncertainty/draw-linkages.ts';
import type { Clustering } from '../linkage-uncertainty/linked-records.ts';
import { seededRandom } from '../random.ts';
import { type CaseRecords, DIMENSIONS, type Dimension } from './case-records.ts';

/** So many persons, and how far that hangs on who is whom: 95 of 100 linkages lie between `low` and `high`. */
export interface DocumentedCount {
  readonly value: string;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

export interface DocumentedTable {
  readonly dimension: Dimension;
  /** The values with most persons first. */
  readonly rows: readonly DocumentedCount[];
  /** Persons of whom no record says anything here. */
  readonly missing: DocumentedCount;
  /** Persons may stand in several rows, so that the rows add up to more than the total. */
  readonly several: boolean;
}

export interface Documented {
  readonly total: DocumentedCount;
  readonly records: number;
  readonly tables: readonly DocumentedTable[];
  readonly linkages: number;
  readonly seed: number;
}

/** Records that say different things of one person: told as such, not counted under either. */
export const DISAGREE = 'disagree';
/** Of these a person has one; under status and list they stand with each that is said. */
const ONE_VALUE: ReadonlySet<Dimension> = new Set(['year', 'place', 'sex', 'age']);

export const DOCUMENTED_LINKAGES = 100;

/**
 * Distinct persons, counted by what their records say. The count is of the case as it stands, decisions and accepted
 * links; the range beside it comes from linkages drawn by the probabilities of the pairs.
 */
export function documented(records: CaseRecords, seed: number, linkages = DOCUMENTED_LINKAGES): Documented {
  const draw = drawLinkages(records.linked, seededRandom(seed, 'documented'));
  const now = countsUnder(records, records.personOf);
  const drawn = Array.from({ length: linkages }, () => countsUnder(records, draw()));
  const counted = (value: string, of: (counts: Counts) => number): DocumentedCount => {
    const range = drawn.map(of).sort((a, b) => a - b);
    const count = of(now);
    const end = Math.floor(0.025 * linkages);
    return {
      value,
      count,
      low: Math.min(count, range[end] ?? count),
      high: Math.max(count, range.at(-1 - end) ?? count),
    };
  };
  return {
    total: counted('', ({ persons }) => persons),
    records: records.personOf.length,
    tables: DIMENSIONS.map((dimension) => {
      const values = new Set([now, ...drawn].flatMap((counts) => [...counts.by[dimension].keys()]));
      values.delete(MISSING);
      return {
        dimension,
        rows: [...values]
          .map((value) => counted(value, ({ by }) => by[dimension].get(value) ?? 0))
          .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value)),
        missing: counted('', ({ by }) => by[dimension].get(MISSING) ?? 0),
        several: !ONE_VALUE.has(dimension),
      };
    }),
    linkages,
    seed,
  };
}

const MISSING = '';

interface Counts {
  readonly persons: number;
  readonly by: Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
}

function countsUnder({ values }: CaseRecords, clustering: Clustering): Counts {
  const members = new Map<number, number[]>();
  clustering.forEach((label, record) => {
    const known = members.get(label);
    if (known) known.push(record);
    else members.set(label, [record]);
  });
  const by = Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const counts = new Map<string, number>();
      for (const records of members.values()) {
        const said = new Set(records.flatMap((record) => values[dimension][record]!));
        const under =
          said.size === 0 ? [MISSING] : said.size > 1 && ONE_VALUE.has(dimension) ? [DISAGREE] : said;
        for (const value of under) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [dimension, counts];
    }),
  ) as unknown as Counts['by'];
  return { persons: members.size, by };
}
