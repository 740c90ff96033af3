import type { Case } from '../ledger/index.ts';
import {
  type Item,
  itemOf,
  type ListTable,
  type RecordId,
  type RowRecord,
  type RowStatement,
  type SourcedValue,
  type StandIns,
  standInsOf,
  standingDecisions,
} from '../model/index.ts';

/** A row that counts, with the list it stands on. */
export interface ListedRecord {
  readonly record: RowRecord;
  readonly item: Item;
  readonly table: ListTable;
  /**
   * Who may have made the list, as far as its form tells: two files with the same columns are taken to be versions of
   * one list, and so for one voice, until somebody says otherwise.
   */
  readonly series: string;
}

/** The rows that another version of their list tells. */
export const standInsIn = (opened: Case): StandIns =>
  standInsOf(standingDecisions(opened.decisions()), (item) => !opened.withdrawn(item));

/** Rows as they were read before, nothing of them erased since. */
export interface ReadBefore {
  readonly listed: ReadonlyMap<RecordId, ListedRecord>;
  readonly standIns: StandIns;
}

/**
 * Every row that names somebody, once, of every list not withdrawn, in the order in which they were received.
 *
 * @param before items never change: what was read of them is not read again, but where rows stand for others
 */
export function listedRecords(opened: Case, before?: ReadBefore): Map<RecordId, ListedRecord> {
  const listed = new Map<RecordId, ListedRecord>();
  const standIns = standInsIn(opened);
  const known = Map.groupBy(before?.listed.values() ?? [], ({ item }) => item.id);
  const replaced = new Set([...standIns.keys(), ...(before?.standIns.keys() ?? [])].map(itemOf));
  for (const item of opened.items()) {
    if (item.content.kind !== 'list' || opened.withdrawn(item.id)) continue;
    const own = replaced.has(item.id) ? undefined : known.get(item.id);
    if (own) {
      for (const one of own) listed.set(one.record.id, one);
      continue;
    }
    const { tables } = item.content;
    const series = tables.map(seriesOf);
    for (const record of opened.itemRecords(item.id)) {
      if (record.kind !== 'row' || record.leftOut || standIns.has(record.id)) continue;
      const table = tables[record.table];
      if (table && namesSomebody(table))
        listed.set(record.id, { record, item, table, series: series[record.table]! });
    }
  }
  return listed;
}

/** A table with no column for a name tells of nobody: its rows are kept, and wait until somebody says what they hold. */
const namesSomebody = (table: ListTable): boolean =>
  table.columns.some(({ property }) => property.startsWith('name.'));

const seriesOf = (table: ListTable): string =>
  table.columns.map((column) => column.header.trim().toLowerCase()).join(' | ');

export const sourced = (record: RowRecord, statement: RowStatement): SourcedValue => ({
  statement: statement.id,
  record: record.id,
  property: statement.property,
  written: statement.written,
  ...(statement.value === undefined ? {} : { value: statement.value }),
});
