import {
  type Decision,
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
import type { Decided, DecidedOfRecords } from './decided-of-records.ts';
import { episodesOf } from './episodes.ts';
import type { Row } from './ground.ts';
import { sourced } from './listed-record.ts';
import { made, told } from './made.ts';
import { relativesOf } from './relatives.ts';
import { fullestName, variantsBySlot } from './row-name.ts';
import { type Basis, isOpen, type Sketch } from './sketch.ts';
import { fateOfFacility } from './status-words.ts';
import { timelineOf } from './timeline.ts';

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
    conflicts: conflicts.filter(isOpen).length,
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
  const { records, rows, open, suggested } = sketch;
  const { ground, grouping, decided } = basis;
  const proposals = records.flatMap((record) => decided.fatesOf(record));
  const whereabouts = records.flatMap((record) => decided.whereaboutsOf(record) ?? []).at(-1);
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
    records: records.map((record) => recordOfRow(ground.row(record), decided)),
    fates: fatesTold(sketch, proposals),
    proposals: proposals
      .filter(({ counts }) => counts === 'waits')
      .map((proposal) => ({ ...told(proposal), record: proposal.by[0].record, fate: proposal.by[0].fate })),
    whereabouts: whereabouts?.whereabouts ?? whereaboutsOf(rows),
    ...(whereabouts ? { whereaboutsDecided: made(whereabouts) } : {}),
    conflicts: sketch.conflicts.map(({ property, values, settled: by }) => ({
      property,
      values: [...values],
      ...(by ? { settled: { ...told(by), holds: [...by.by[0].holds] } } : {}),
    })),
    links: pairsAmong(records).map(([a, b]) => linkOf(basis, a, b, 'joined')),
    possible: open
      .map(({ a, b, machine }) => across(basis, records, a, b, 'possible', machine?.probability))
      .sort((one, other) => other.probability - one.probability),
    apart: records.flatMap((record) =>
      grouping.rulings.differencesOf(record).map(({ a, b }) => across(basis, records, a, b, 'different')),
    ),
    suggested,
    episodes: episodesOf(rows),
    relatives: relativesOf(basis, records),
    timeline: timelineOf(basis, sketch),
  };
}

/** Fates with what people decided beside what lists say, also where all that lists say of it was refuted. */
function fatesTold(
  { fates }: Sketch,
  proposals: readonly Decided<Extract<Decision, { kind: 'fate' }>>[],
): Person['fates'] {
  return fates.map(({ fate, verification, sources }) => {
    const by = proposals.find(({ counts, by: [first] }) => counts === 'counts' && first.fate === fate);
    return { fate, verification, sources: [...sources], ...(by ? { decided: told(by) } : {}) };
  });
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
  const { recordsOf, personOf: whose } = basis.grouping;
  return {
    ...linkOf(basis, mine, theirs, standing, probability),
    person: personIdOf(recordsOf(whose(theirs)!)[0]!),
    name: basis.ground.row(theirs).name.written,
  };
}

export function recordOfRow(
  { listed: { record, item, table }, name }: Row,
  decided: DecidedOfRecords,
): PersonRecord {
  return {
    record: record.id,
    item: item.id,
    list: item.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    row: record.row,
    name: name.written,
    script: name.script,
    values: record.statements.map((statement) => {
      const about = decided.statement(statement.id);
      if (!about) return sourced(record, statement);
      const last = about.by.at(-1)!;
      const value = last.judgement === 'corrected' ? { value: last.value } : {};
      return {
        ...sourced(record, statement),
        decided: { ...told(about), judgement: last.judgement, ...value },
      };
    }),
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
export function linkOf(
  { ground, grouping }: Basis,
  a: RecordId,
  b: RecordId,
  standing: 'joined' | 'possible' | 'different',
  probability?: number,
): Link {
  const explained = ground.explain(a, b);
  const decision = grouping.rulings.between(a, b);
  const waiting = grouping.rulings.waitingBetween(a, b);
  const disagree = grouping.rulings.standing(a, b)?.disagree;
  return {
    a,
    b,
    probability: probability ?? explained.probability,
    verdict: standing !== 'joined' ? standing : decision?.judgement === 'same' ? 'same' : explained.verdict,
    reasons: [...explained.reasons],
    ...(decision
      ? {
          decision: { ...made(decision), judgement: decision.judgement },
        }
      : {}),
    ...(waiting ? { waiting: made(waiting) } : {}),
    ...(disagree ? { disagree: disagree.map((one) => ({ ...made(one), judgement: one.judgement })) } : {}),
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
