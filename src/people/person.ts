import {
  type Link,
  NAME_SLOTS,
  type Person,
  type PersonCard,
  type PersonRecord,
  type Property,
  personIdOf,
  type RecordId,
  type SourcedValue,
  type Whereabouts,
} from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import { type FateOfPerson, fatesOfPerson } from './fate.ts';
import type { Ground, Row } from './ground.ts';
import type { Grouping, OpenPair } from './grouping.ts';
import { sourced } from './listed-record.ts';
import { fullestName, variantsBySlot } from './row-name.ts';
import { fateOfFacility } from './status-words.ts';

/** All that persons are computed from; nothing of a person is kept but this. */
export interface Basis {
  readonly ground: Ground;
  readonly grouping: Grouping;
}

/** What lists and filters need of a person, without the links. */
export interface Sketch {
  readonly records: readonly RecordId[];
  readonly rows: readonly Row[];
  readonly fates: readonly FateOfPerson[];
  readonly conflicts: readonly Conflict[];
  readonly open: readonly OpenPair[];
  /** True where a join was made by the machine alone. */
  readonly suggested: boolean;
}

export function sketchOf({ ground, grouping }: Basis, index: number): Sketch {
  const records = grouping.persons[index]!;
  const rows = records.map(ground.row);
  const conflicts = ground.conflicts(records);
  const contradicted = new Set(
    conflicts
      .filter(({ property }) => property === 'fate')
      .flatMap(({ values }) => values.map(({ statement }) => statement)),
  );
  const { groupOf } = grouping.rulings;
  const group = groupOf(records[0]!);
  return {
    records,
    rows,
    fates: fatesOfPerson(
      rows.flatMap((row) => row.fates),
      contradicted,
      ({ record }) => ({ group: groupOf(record), series: ground.listed.get(record)!.series }),
    ),
    conflicts,
    open: records.flatMap((record) => grouping.open.get(record) ?? []),
    suggested: records.some((record) => groupOf(record) !== group),
  };
}

/** What is read first on a card, in this order. */
const CARD_FACTS: readonly Property[] = [
  'name.father',
  'name.mother',
  'birth.date',
  'age',
  'place',
  'arrest.date',
  'place.detention',
  'facility',
  'admission.date',
  'release.date',
  'death.date',
  'status',
];

export function cardOf(sketch: Sketch): PersonCard {
  const { records, rows, fates, conflicts, suggested } = sketch;
  return {
    id: personIdOf(records[0]!),
    ...headName(rows),
    suggested,
    records: rows.map(({ listed, name }) => ({
      record: listed.record.id,
      item: listed.item.id,
      list: listed.item.file,
      row: listed.record.row,
      name: name.written,
    })),
    facts: CARD_FACTS.flatMap((property) => distinctValues(rows, property).slice(0, 2)),
    fates: fates.map(({ fate }) => fate),
    conflicts: conflicts.length,
  };
}

function distinctValues(rows: readonly Row[], property: Property): SourcedValue[] {
  const values = new Map<string, SourcedValue>();
  for (const { listed } of rows)
    for (const statement of listed.record.statements)
      if (statement.property === property && statement.written.trim() !== '') {
        const value = statement.value ?? statement.written;
        if (!values.has(value)) values.set(value, sourced(listed.record, statement));
      }
  return [...values.values()];
}

/** The fullest name, and the fullest in the other script where a record has one. */
function headName(rows: readonly Row[]): Pick<Person, 'name' | 'script' | 'otherScriptName'> {
  const names = rows.map((row) => row.name);
  const head = fullestName(names)!;
  const other = fullestName(
    names.filter(({ script, written }) => written !== '' && script !== head.script && script !== 'other'),
  );
  return {
    name: head.written,
    script: head.script,
    ...(other ? { otherScriptName: other.written } : {}),
  };
}

/** Above this many records of one person only neighbours in the order of receipt are explained to each other. */
const ALL_PAIRS_UP_TO = 12;

export function personOf(basis: Basis, sketch: Sketch): Person {
  const { records, rows, fates, conflicts, open, suggested } = sketch;
  const { grouping } = basis;
  return {
    id: personIdOf(records[0]!),
    ...headName(rows),
    names: variantsBySlot(
      rows.map(({ listed: { record }, name }) => ({ record: record.id, name })),
      NAME_SLOTS,
    ).map(({ slot, variants }) => ({
      slot,
      variants: variants.map(({ written, records: on }) => ({ written, records: [...on] })),
    })),
    records: rows.map(recordOfRow),
    fates: fates.map(({ fate, verification, sources }) => ({ fate, verification, sources: [...sources] })),
    whereabouts: whereaboutsOf(rows),
    conflicts: conflicts.map(({ property, values }) => ({ property, values: [...values] })),
    links: pairsAmong(records).map(([a, b]) => linkOf(basis, a, b, 'joined')),
    possible: open
      .map(({ a, b, machine }) => across(basis, records, a, b, 'possible', machine?.probability))
      .sort((one, other) => other.probability - one.probability),
    apart: records.flatMap((record) =>
      grouping.rulings.differencesOf(record).map(({ a, b }) => across(basis, records, a, b, 'different')),
    ),
    suggested,
  };
}

/** A pair with one end in this person and one in another. */
function across(
  basis: Basis,
  own: readonly RecordId[],
  a: RecordId,
  b: RecordId,
  standing: 'possible' | 'different',
  probability?: number,
): Person['possible'][number] {
  const [mine, theirs] = own.includes(a) ? [a, b] : [b, a];
  const { persons, personOf: indexOf } = basis.grouping;
  return {
    ...linkOf(basis, mine, theirs, standing, probability),
    person: personIdOf(persons[indexOf.get(theirs)!]![0]!),
    name: basis.ground.row(theirs).name.written,
  };
}

function recordOfRow({ listed: { record, item, table }, name }: Row): PersonRecord {
  return {
    record: record.id,
    item: item.id,
    list: item.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    row: record.row,
    name: name.written,
    script: name.script,
    values: record.statements.map((statement) => sourced(record, statement)),
  };
}

function pairsAmong(records: readonly RecordId[]): (readonly [RecordId, RecordId])[] {
  return records.flatMap((a, at) => {
    const partners =
      records.length <= ALL_PAIRS_UP_TO ? records.slice(at + 1) : records.slice(at + 1, at + 2);
    return partners.map((b) => [a, b] as const);
  });
}

/**
 * A pair with its reasons. `standing` is how the pair stands in the file; of records in one person the verdict is that
 * of this pair alone, which may be less sure where a third record joins them.
 */
function linkOf(
  { ground, grouping }: Basis,
  a: RecordId,
  b: RecordId,
  standing: 'joined' | 'possible' | 'different',
  probability?: number,
): Link {
  const explained = ground.explain(a, b);
  const decision = grouping.rulings.between(a, b);
  return {
    a,
    b,
    probability: probability ?? explained.probability,
    verdict: standing !== 'joined' ? standing : decision?.judgement === 'same' ? 'same' : explained.verdict,
    reasons: [...explained.reasons],
    ...(decision
      ? {
          decision: {
            id: decision.id,
            judgement: decision.judgement,
            by: decision.by,
            at: decision.at,
            ...(decision.reason === undefined ? {} : { reason: decision.reason }),
          },
        }
      : {}),
  };
}

/** A list can claim where somebody is; that a place is known takes a person. */
function whereaboutsOf(rows: readonly Row[]): Whereabouts {
  const claimed = rows.some(({ listed: { record } }) =>
    record.statements.some(
      ({ property, written }) =>
        (property === 'place.detention' && written.trim() !== '') ||
        (property === 'facility' && written.trim() !== '' && fateOfFacility(written) !== 'reported-dead'),
    ),
  );
  return claimed ? 'claimed' : 'unknown';
}
