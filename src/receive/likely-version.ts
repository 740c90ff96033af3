import { compareVersions, type ReadTable, sharedHeaders, type VersionRow } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Item,
  type ItemId,
  type ListTable,
  ordinalOf,
  type Property,
  type RecordId,
  type RowRecord,
  type RowRun,
  standingDecisions,
} from '../model/index.ts';

/** An earlier list that a new one seems to repeat, and what became of its rows. Rows of the new one by place, from 0. */
export interface LikelyVersion {
  readonly older: Item;
  readonly same: number;
  readonly changed: readonly {
    readonly place: number;
    readonly older: RecordId;
    readonly olderRow: number;
    readonly cells: readonly { readonly header: string; readonly was: string; readonly is: string }[];
  }[];
  readonly added: readonly number[];
  readonly gone: readonly RowRecord[];
  readonly columns: { readonly added: readonly string[]; readonly gone: readonly string[] };
  /** Rows that say word for word what a row of the older list says, and whether that one counts. */
  readonly sameAs: ReadonlyMap<number, 'counts' | 'left-out'>;
  /** For the decision: which record of the older list each row is, by its ordinal there. */
  readonly pairs: readonly { readonly place: number; readonly older: number; readonly as: RowRun['as'] }[];
}

export interface NewRow {
  readonly table: number;
  readonly cells: readonly string[];
}

/** At least such a share of the smaller list's rows is found in the other, or they are two lists. */
const LEAST_SHARED = 0.3;
const LEAST_HEADERS = 0.6;
/** Lists that are compared row by row, the newest first. */
const MOST_COMPARED = 5;
const MOST_ROWS = 100_000;

/** The earlier version of a list: the one that a person named, else the one most of whose rows stand here. */
export function likelyVersion(
  target: Case,
  tables: readonly Pick<ReadTable, 'columns' | 'sheet'>[],
  rows: readonly NewRow[],
  order: { readonly older?: ItemId | 'none'; readonly apart?: readonly number[] },
  itself: ItemId | undefined,
): LikelyVersion | undefined {
  if (order.older === 'none' || rows.length > MOST_ROWS) return undefined;
  const compared = candidates(target, tables, order.older, itself).map((older) =>
    compareWith(target, older, tables, rows, new Set(order.apart)),
  );
  const met = (one: LikelyVersion): number => one.same + one.changed.length;
  const fitting = compared.filter(
    (one) =>
      order.older !== undefined ||
      met(one) >= LEAST_SHARED * Math.max(1, Math.min(rows.length, one.older.records)),
  );
  return fitting.sort((one, other) => met(other) - met(one))[0];
}

/** Lists with about the same columns that came in before and that no other list supersedes. */
function candidates(
  target: Case,
  tables: readonly Pick<ReadTable, 'columns'>[],
  named: ItemId | undefined,
  itself: ItemId | undefined,
): Item[] {
  if (named !== undefined) return [target.item(named)];
  const superseded = new Set(
    standingDecisions(target.decisions()).flatMap((one) =>
      one.kind === 'supersede' && !target.withdrawn(one.newer) ? [one.older] : [],
    ),
  );
  const all = target.items();
  const before =
    itself === undefined
      ? all
      : all.slice(
          0,
          all.findIndex(({ id }) => id === itself),
        );
  return before
    .filter(
      ({ id, content, records }) =>
        content.kind === 'list' &&
        records <= MOST_ROWS &&
        !target.withdrawn(id) &&
        !superseded.has(id) &&
        tables.some(({ columns }) =>
          content.tables.some((older) => sharedHeaders(older.columns, columns) >= LEAST_HEADERS),
        ),
    )
    .slice(-MOST_COMPARED)
    .reverse();
}

function compareWith(
  target: Case,
  older: Item,
  tables: readonly Pick<ReadTable, 'columns' | 'sheet'>[],
  rows: readonly NewRow[],
  apart: ReadonlySet<number>,
): LikelyVersion {
  const olderTables = older.content.kind === 'list' ? older.content.tables : [];
  const records = [...target.itemRecords(older.id)].filter((record) => record.kind === 'row');
  const byOrdinal = new Map(records.map((record) => [ordinalOf(record.id), record]));
  const changed: LikelyVersion['changed'][number][] = [];
  const pairs: LikelyVersion['pairs'][number][] = [];
  const sameAs = new Map<number, 'counts' | 'left-out'>();
  const added: number[] = [];
  const met = new Set<number>();
  const columns = { added: [] as string[], gone: [] as string[] };

  for (const [at, table] of tables.entries()) {
    const own = rows.flatMap((row, place): VersionRow[] =>
      row.table === at ? [{ key: place, cells: row.cells }] : [],
    );
    const from = tableLike(table, olderTables, at);
    if (from === undefined) {
      added.push(...own.map(({ key }) => key));
      continue;
    }
    const found = compareVersions(
      {
        columns: seenColumns(olderTables[from]!, records, from),
        rows: records
          .filter((record) => record.table === from && !met.has(ordinalOf(record.id)))
          .map(({ id, cells }) => ({ key: ordinalOf(id), cells })),
      },
      { columns: table.columns, rows: own },
    );
    for (const { older: ordinal, newer: place } of found.same) {
      met.add(ordinal);
      pairs.push({ place, older: ordinal, as: 'same' });
      sameAs.set(place, byOrdinal.get(ordinal)!.leftOut ? 'left-out' : 'counts');
    }
    for (const { older: ordinal, newer: place, cells } of found.changed) {
      if (apart.has(place)) {
        added.push(place);
        continue;
      }
      met.add(ordinal);
      pairs.push({ place, older: ordinal, as: 'changed' });
      const record = byOrdinal.get(ordinal)!;
      changed.push({ place, older: record.id, olderRow: record.row, cells });
    }
    added.push(...found.added);
    columns.added.push(...found.columns.added);
    columns.gone.push(...found.columns.gone);
  }
  return {
    older,
    same: sameAs.size,
    changed,
    added: added.sort((a, b) => a - b),
    gone: records.filter(({ id }) => !met.has(ordinalOf(id))),
    columns,
    sameAs,
    pairs,
  };
}

/** Columns of which this opening may not read every cell tell nothing of a change. */
function seenColumns(
  { columns }: ListTable,
  records: readonly RowRecord[],
  table: number,
): readonly { readonly header: string; readonly property: Property }[] {
  const hidden = new Set(
    records.flatMap((record) =>
      record.table === table ? [...(record.hidden ?? []), ...(record.erased ?? [])] : [],
    ),
  );
  return columns.map(({ header, property }, at) => ({
    header,
    property: hidden.has(at) ? 'ignore' : property,
  }));
}

/** The table of the older list under the same sheet's name, else the one with the most headers in common. */
function tableLike(
  { columns, sheet }: Pick<ReadTable, 'columns' | 'sheet'>,
  older: readonly ListTable[],
  at: number,
): number | undefined {
  const likeness = older.map((table, from) => ({
    from,
    headers: sharedHeaders(table.columns, columns),
    named: sheet !== undefined && table.sheet === sheet ? 1 : 0,
    near: -Math.abs(from - at),
  }));
  return likeness
    .filter(({ headers }) => headers >= LEAST_HEADERS)
    .sort((a, b) => b.named - a.named || b.headers - a.headers || b.near - a.near)[0]?.from;
}

/**
 * The pairs as runs of records: what the decision that supersedes a list holds.
 *
 * @param recordOf the ordinal of the record that a row became; nothing where it does not count
 */
export function runsOf(
  pairs: LikelyVersion['pairs'],
  recordOf: (place: number) => number | undefined,
): RowRun[] {
  const runs: { older: number; newer: number; count: number; as: RowRun['as'] }[] = [];
  for (const { place, older, as } of pairs.toSorted((a, b) => a.place - b.place)) {
    const newer = recordOf(place);
    if (newer === undefined) continue;
    const last = runs.at(-1);
    if (last && last.as === as && last.older + last.count === older && last.newer + last.count === newer)
      last.count++;
    else runs.push({ older, newer, count: 1, as });
  }
  return runs;
}
