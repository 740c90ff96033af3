import {
  createRegister,
  type Explanation,
  explainPair,
  type Linkage,
  type LinkRow,
  type Register,
} from '../linkage/index.ts';
import type { Property, RecordId } from '../model/index.ts';
import { type Conflict, conflictsOf, wordLikeness } from './conflict.ts';
import { fatesOfRow, type ReportedFate } from './fate.ts';
import type { ListedRecord } from './listed-record.ts';
import { once } from './once.ts';
import { type RowName, rowName } from './row-name.ts';

/** One row as a person's file shows it. */
export interface Row {
  readonly listed: ListedRecord;
  readonly name: RowName;
  readonly fates: readonly ReportedFate[];
}

/** What follows from the rows alone. It stays while decisions come and go, so each thing is worked out once. */
export interface Ground {
  readonly listed: ReadonlyMap<RecordId, ListedRecord>;
  /** What the machine makes of the rows, decisions apart. */
  readonly linkage: Linkage;
  row(record: RecordId): Row;
  conflicts(records: readonly RecordId[]): readonly Conflict[];
  explain(a: RecordId, b: RecordId): Explanation;
  register(): Register;
}

/** Notes, telephone numbers and ignored columns are not compared. */
const NOT_COMPARED: ReadonlySet<Property> = new Set(['contact', 'text', 'ignore']);

export function linkRowOf({ record, item }: ListedRecord): LinkRow {
  const fields: Partial<Record<Property, string>> = {};
  for (const { property, value } of record.statements)
    if (value !== undefined && value !== '' && !NOT_COMPARED.has(property)) fields[property] ??= value;
  return { key: record.id, list: `${item.id}/${record.table}`, fields };
}

export function groundOf(listed: ReadonlyMap<RecordId, ListedRecord>, linkage: Linkage): Ground {
  const row = once((record: RecordId): Row => {
    const own = listed.get(record)!;
    return { listed: own, name: rowName(own), fates: fatesOfRow(own) };
  });
  const likeness = wordLikeness();
  const conflicts = once((records: string) =>
    conflictsOf(
      records.split(' ').map((record) => row(record as RecordId)),
      likeness,
    ),
  );
  const explained = once((pair: string) => {
    const [a, b] = pair.split(' ').map((record) => linkRowOf(listed.get(record as RecordId)!)) as [
      LinkRow,
      LinkRow,
    ];
    return explainPair(linkage.model, a, b);
  });
  let register: Register | undefined;
  return {
    listed,
    linkage,
    row,
    conflicts: (records) => conflicts(records.join(' ')),
    explain: (a, b) => explained(`${a} ${b}`),
    register: () => {
      register ??= createRegister([...listed.values()].map(linkRowOf), linkage.model);
      return register;
    },
  };
}
