import type { Case } from '../ledger/index.ts';
import type { Item, ItemDetail, ItemId, ItemRows, ItemSummary, RecordId, RowRecord } from '../model/index.ts';
import { ordinalOf, SanadError, standingDecisions } from '../model/index.ts';
import { hiddenRecords, type People } from '../people/index.ts';

export const summaryOf = (opened: Case, item: Item): ItemSummary => ({
  id: item.id,
  file: item.file,
  ...(item.path === undefined ? {} : { path: item.path }),
  kind: item.content.kind,
  mediaType: item.mediaType,
  bytes: item.bytes,
  sha256: item.sha256,
  receivedAt: item.receivedAt,
  receivedBy: item.receivedBy,
  records: item.records,
  problems: item.problems.length,
  ...(item.content.kind === 'report'
    ? {
        ...(item.content.title === undefined ? {} : { title: item.content.title }),
        ...(item.content.outlet === undefined ? {} : { outlet: item.content.outlet }),
        ...(item.content.published === undefined ? {} : { published: item.content.published }),
      }
    : {}),
  withdrawn: opened.withdrawn(item.id),
});

function updatedOf(opened: Case, item: Item): { updated?: string } {
  if (item.content.kind !== 'report') return {};
  for (const record of opened.itemRecords(item.id))
    if (record.kind === 'report' && record.updated !== undefined) return { updated: record.updated };
  return {};
}

export function detailOf(opened: Case, id: ItemId): ItemDetail {
  const item = opened.item(id);
  const tables = item.content.kind === 'list' ? item.content.tables : [];
  const rows = tables.map((_, table) => rowsOf(opened, item, table).length);
  const { entry, treeSize, rootHash } = opened.proof(id);
  return {
    ...summaryOf(opened, item),
    ...updatedOf(opened, item),
    ...(item.encoding === undefined ? {} : { encoding: item.encoding }),
    tables: tables.map(({ sheet, columns }, table) => ({
      ...(sheet === undefined ? {} : { sheet }),
      columns: columns.map((column) => ({ ...column })),
      rows: rows[table]!,
    })),
    problemList: item.problems.map((problem) => ({ ...problem })) as ItemDetail['problemList'],
    proof: { entry, treeSize, rootHash },
  };
}

/** The rows of one table, without those of files that are hidden; kept while the item is looked at, because a long list is paged through. */
function rowsOf(opened: Case, item: Item, table: number): readonly RowRecord[] {
  let known = kept.get(opened);
  if (known?.item !== item.id) {
    const tables: RowRecord[][] = [];
    for (const record of opened.itemRecords(item.id))
      if (record.kind === 'row') {
        tables[record.table] ??= [];
        tables[record.table]!.push(record);
      }
    known = { item: item.id, tables };
    kept.set(opened, known);
  }
  const hidden = hiddenRecords(opened);
  const rows = known.tables[table] ?? [];
  return hidden.size === 0 ? rows : rows.filter(({ id }) => !hidden.has(id));
}
const kept = new WeakMap<
  Case,
  { readonly item: ItemId; readonly tables: readonly (readonly RowRecord[])[] }
>();

export interface RowsWanted {
  readonly table: number;
  readonly count: number;
  /** Place of the first row among the table's rows, from 0; or the row, as numbered in the list, to show in its place. */
  readonly from?: number;
  readonly row?: number;
}

export function rowsPage(opened: Case, people: People, id: ItemId, wanted: RowsWanted): ItemRows {
  const item = opened.item(id);
  if (item.content.kind !== 'list' || !item.content.tables[wanted.table])
    throw new SanadError('request.not-found');
  const rows = rowsOf(opened, item, wanted.table);
  const from = wanted.row === undefined ? (wanted.from ?? 0) : windowAround(rows, wanted.row, wanted.count);
  const newer = newerVersionOf(opened, id);
  const { sheet } = item.content.tables[wanted.table]!;
  const problems = Map.groupBy(
    item.problems.filter((problem) => problem.row !== undefined && problem.sheet === sheet),
    (problem) => problem.row,
  );
  return {
    table: wanted.table,
    from,
    total: rows.length,
    rows: rows.slice(from, from + wanted.count).map((record) => {
      const inNewer = newer?.(record);
      const person = people.personOfRecord(record.id as RecordId);
      return {
        row: record.row,
        record: record.id,
        cells: [...record.cells],
        ...(record.hidden === undefined ? {} : { hidden: [...record.hidden] }),
        ...(person === undefined ? {} : { person }),
        problems: [...(problems.get(record.row) ?? [])] as ItemRows['rows'][number]['problems'],
        ...(record.corrections ? { corrections: record.corrections.map((one) => ({ ...one })) } : {}),
        ...(record.leftOut ? { leftOut: record.leftOut } : {}),
        ...(inNewer === undefined ? {} : { newer: inNewer }),
        ...(record.region ? { page: record.region.page } : {}),
      };
    }),
  };
}

/** What the list that supersedes this one has of each of its rows; nothing where none does. */
function newerVersionOf(
  opened: Case,
  id: ItemId,
): ((record: RowRecord) => ItemRows['rows'][number]['newer']) | undefined {
  const version = standingDecisions(opened.decisions()).find(
    (one) => one.kind === 'supersede' && one.older === id && !opened.withdrawn(one.newer),
  );
  if (version?.kind !== 'supersede') return undefined;
  return ({ id: record }) => {
    const n = ordinalOf(record);
    return version.rows.find(({ older, count }) => older <= n && n < older + count)?.as ?? 'gone';
  };
}

/** Rows that were refused leave gaps in the numbers, so a row is looked for and shown a few rows down its window. */
function windowAround(rows: readonly RowRecord[], row: number, count: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low - Math.floor(count / 3), rows.length - count));
}
