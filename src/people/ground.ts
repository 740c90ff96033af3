import {
  createRegister,
  type Explanation,
  explainPair,
  type Linkage,
  type LinkRow,
  type Register,
} from '../linkage/index.ts';
import { type Property, type RecordId, recordOf } from '../model/index.ts';
import { type Conflict, conflictsOf, wordLikeness } from './conflict.ts';
import type { Rows } from './decided-of-records.ts';
import { rowCorrected } from './decided-row.ts';
import { fatesOfRow, isDeath, type ReportedFate } from './fate.ts';
import type { ListedRecord } from './listed-record.ts';
import { type MachinePersons, machinePersons } from './machine-persons.ts';
import { once } from './once.ts';
import { siblingKeyOf } from './relatives.ts';
import { type RowName, rowName } from './row-name.ts';

/** One row as a person's file shows it. */
export interface Row {
  readonly listed: ListedRecord;
  readonly name: RowName;
  readonly fates: readonly ReportedFate[];
}

/** What follows from the rows alone. It stays while decisions come and go, so each thing is worked out once. */
export interface Ground extends Rows {
  readonly listed: ReadonlyMap<RecordId, ListedRecord>;
  /** What the machine makes of the rows, decisions apart. */
  readonly linkage: Linkage;
  /** Whom the machine joins, each by the order in which records were received, and so are they. */
  readonly clusters: readonly (readonly RecordId[])[];
  /** The same by the places of records, with the pairs that it tells. */
  readonly machine: MachinePersons;
  /** A record's place in that order. */
  placeOf(record: RecordId): number;
  /** Those whom the machine joins with this one, itself included. */
  joinedByMachine(record: RecordId): readonly RecordId[];
  row(record: RecordId): Row;
  /** Of rows as people left them. */
  conflictsAmong(rows: readonly Row[]): readonly Conflict[];
  explain(a: RecordId, b: RecordId): Explanation;
  register(): Register;
  /** How many persons, as the machine joins them, bear this record's given and family name in its script. */
  namesakes(record: RecordId): number;
  /** Records that share father, family and mother with this one, itself apart. */
  siblings(record: RecordId): readonly RecordId[];
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
  const places = new Map([...listed.keys()].map((record, at) => [record, at]));
  const inOrder = (one: RecordId, other: RecordId): number => places.get(one)! - places.get(other)!;
  const clusters = (linkage.clusters as readonly (readonly RecordId[])[])
    .map((records) => records.toSorted(inOrder))
    .sort((one, other) => inOrder(one[0]!, other[0]!));
  const likeness = wordLikeness();
  const explained = once((pair: string) => {
    const [a, b] = pair.split(' ').map((record) => linkRowOf(listed.get(record as RecordId)!)) as [
      LinkRow,
      LinkRow,
    ];
    return explainPair(linkage.model, a, b);
  });
  const machine = machinePersons(clusters, linkage.pairs, places);
  let register: Register | undefined;
  let bearers: ReadonlyMap<string, number> | undefined;
  let byParents: ReadonlyMap<string | undefined, readonly RecordId[]> | undefined;
  return {
    listed,
    linkage,
    clusters,
    placeOf: (record) => places.get(record)!,
    rowOf: (record) => listed.get(record)?.record,
    deathsOf: (record) =>
      new Set(
        listed.has(record)
          ? row(record).fates.flatMap(({ fate, source }) => (isDeath(fate) ? [source.statement] : []))
          : [],
      ),
    saysDeathWith: (statement, value) => {
      const own = listed.get(recordOf(statement));
      return own !== undefined && rowCorrected(own, statement, value).fates.some(({ fate }) => isDeath(fate));
    },
    machine,
    joinedByMachine: (record) => {
      const place = places.get(record);
      return place === undefined ? [record] : machine.recordsOf(machine.personAt[place]!);
    },
    row,
    conflictsAmong: (rows) => conflictsOf(rows, likeness),
    explain: (a, b) => explained(`${a} ${b}`),
    namesakes: (record) => {
      bearers ??= countBearers(clusters, row);
      const key = nameKeyOf(row(record).name);
      return key === undefined ? 1 : (bearers.get(key) ?? 1);
    },
    siblings: (record) => {
      byParents ??= Map.groupBy(listed.keys(), (each) => siblingKeyOf(row(each).name.parts));
      const key = siblingKeyOf(row(record).name.parts);
      return key === undefined ? [] : byParents.get(key)!.filter((other) => other !== record);
    },
    register: () => {
      register ??= createRegister([...listed.values()].map(linkRowOf), linkage.model);
      return register;
    },
  };
}

function nameKeyOf({ parts }: RowName): string | undefined {
  const word = (slot: 'given' | 'family'): string | undefined =>
    parts.find((part) => part.slot === slot)?.tokens.join(' ');
  const [given, family] = [word('given'), word('family')];
  return given && family ? `${given}|${family}` : undefined;
}

function countBearers(
  clusters: readonly (readonly RecordId[])[],
  row: (record: RecordId) => Row,
): Map<string, number> {
  const bearers = new Map<string, number>();
  for (const records of clusters)
    for (const key of new Set(records.map((record) => nameKeyOf(row(record).name))))
      if (key !== undefined) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return bearers;
}
