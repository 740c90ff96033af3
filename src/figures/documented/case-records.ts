import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  dateBounds,
  type Fate,
  type Person,
  parsePartialDate,
  type RecordId,
  type SourcedValue,
  yearOf,
} from '../../model/index.ts';
import type { People } from '../../people/index.ts';
import type { LinkedRecords, RecordPair } from '../linkage-uncertainty/linked-records.ts';
import { placeNames } from './place-names.ts';

/** By what persons are counted. A record that says nothing of one is missing there, and is shown as missing. */
export const DIMENSIONS = ['status', 'year', 'place', 'sex', 'age', 'list'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What the rows of a case say, laid out for counting; plain data, so that it can go to another thread. */
export interface CaseRecords {
  /** Lists and what is known of who is whom. */
  readonly linked: LinkedRecords;
  /** The person of each record as the case stands. */
  readonly personOf: Int32Array;
  /** For each dimension the values of each record, none where it says nothing. */
  readonly values: Readonly<Record<Dimension, readonly (readonly string[])[]>>;
}

/** Milliseconds of work at one go. */
const STRETCH = 10;

/** Reads persons, their rows and the pairs that may be one person through the door of `people`, in short stretches. */
export async function caseRecords(people: People, signal?: AbortSignal): Promise<CaseRecords> {
  const ids = people.cards(0, people.total).map(({ id }) => id);
  const persons: Person[] = [];
  let pauseAt = performance.now() + STRETCH;
  for (const id of ids) {
    const person = people.person(id);
    if (person) persons.push(person);
    if (performance.now() > pauseAt) {
      await nextTurn();
      signal?.throwIfAborted();
      pauseAt = performance.now() + STRETCH;
    }
  }
  return layOut(persons);
}

function layOut(persons: readonly Person[]): CaseRecords {
  const at = new Map<RecordId, number>();
  const lists: string[] = [];
  const listOf: number[] = [];
  const personOf: number[] = [];
  const listAt = new Map<string, number>();
  const values: Record<Dimension, string[][]> = {
    status: [],
    year: [],
    place: [],
    sex: [],
    age: [],
    list: [],
  };

  persons.forEach((person, index) => {
    for (const record of person.records) {
      at.set(record.record, listOf.length);
      const name = record.sheet === undefined ? record.list : `${record.list} · ${record.sheet}`;
      let list = listAt.get(`${record.item} ${record.sheet ?? ''}`);
      if (list === undefined) {
        list = lists.push(lists.includes(name) ? `${name} (${lists.length + 1})` : name) - 1;
        listAt.set(`${record.item} ${record.sheet ?? ''}`, list);
      }
      listOf.push(list);
      personOf.push(index);
      values.status.push(fatesOf(person, record.record));
      values.list.push([lists[list]!]);
      for (const [dimension, said] of Object.entries(saidBy(record.values)))
        values[dimension as 'year' | 'place' | 'sex' | 'age'].push(said === undefined ? [] : [said]);
    }
  });
  const nameOfPlace = placeNames(values.place.flat());
  values.place = values.place.map((places) => places.map(nameOfPlace));
  return {
    linked: { lists, listOf, ...pairsAmong(persons, at) },
    personOf: Int32Array.from(personOf),
    values,
  };
}

const fatesOf = ({ fates }: Person, record: RecordId): Fate[] =>
  fates.flatMap(({ fate, sources }) =>
    fate !== 'unknown' && sources.some((source) => source.record === record) ? [fate] : [],
  );

const PLACES = ['place.detention', 'facility', 'place'] as const;

function saidBy(said: readonly SourcedValue[]): Record<'year' | 'place' | 'sex' | 'age', string | undefined> {
  const given = (property: SourcedValue['property']): string | undefined =>
    said.find((each) => each.property === property && each.value !== undefined && each.value !== '')?.value;
  const year = yearIn(given('arrest.date'));
  return {
    year: year === undefined ? undefined : String(year),
    place: PLACES.map(given).find((each) => each !== undefined),
    sex: given('sex'),
    age: ageGroup(given('age'), yearIn(given('birth.date')), year),
  };
}

function yearIn(value: string | undefined): number | undefined {
  const date = value === undefined ? undefined : parsePartialDate(value);
  return date && dateBounds(date) ? yearOf(date) : undefined;
}

export const AGE_GROUPS = ['0-17', '18-29', '30-44', '45-59', '60+'] as const;
const FROM_AGE = [0, 18, 30, 45, 60];

/** The age as given, else from the year of birth at the arrest; without both it is missing. */
function ageGroup(
  written: string | undefined,
  born: number | undefined,
  year: number | undefined,
): string | undefined {
  const stated = written === undefined ? Number.NaN : Number(written.replace('~', ''));
  const years = Number.isFinite(stated)
    ? stated
    : born !== undefined && year !== undefined
      ? year - born
      : Number.NaN;
  if (!(years >= 0 && years < 130)) return undefined;
  return AGE_GROUPS[FROM_AGE.findLastIndex((from) => years >= from)];
}

/** Pairs with their probabilities, and what people decided, from the persons' files. */
function pairsAmong(
  persons: readonly Person[],
  at: ReadonlyMap<RecordId, number>,
): Pick<LinkedRecords, 'pairs' | 'same' | 'different'> {
  const pairs = new Map<string, RecordPair>();
  const same = new Map<string, readonly [number, number]>();
  const different = new Map<string, readonly [number, number]>();
  for (const { links, possible, apart } of persons)
    for (const { a, b, probability, verdict, decision } of [...links, ...possible, ...apart]) {
      const [one, other] = [at.get(a), at.get(b)];
      if (one === undefined || other === undefined) continue;
      const key = one < other ? `${one} ${other}` : `${other} ${one}`;
      if (decision?.judgement === 'same' && verdict === 'same') same.set(key, [one, other]);
      else if (decision?.judgement === 'different') different.set(key, [one, other]);
      else pairs.set(key, { a: one, b: other, probability });
    }
  return { pairs: [...pairs.values()], same: [...same.values()], different: [...different.values()] };
}

/** Who is whom as the case stands, among the records of some lists, in the order of {@link onLists}. */
export const standingOn = ({ linked, personOf }: CaseRecords, chosen: readonly string[]): Int32Array =>
  personOf.filter((_, record) => chosen.includes(linked.lists[linked.listOf[record]!]!));

/** The same records with some lists alone. Persons keep their numbers. */
export function onLists({ linked, ...rest }: CaseRecords, chosen: readonly string[]): LinkedRecords {
  const lists = linked.lists.filter((list) => chosen.includes(list));
  const renumbered = new Map<number, number>();
  const listOf: number[] = [];
  rest.personOf.forEach((_, record) => {
    const list = lists.indexOf(linked.lists[linked.listOf[record]!]!);
    if (list < 0) return;
    renumbered.set(record, listOf.length);
    listOf.push(list);
  });
  const both = (pairs: LinkedRecords['same'] = []) =>
    pairs.flatMap(([a, b]): (readonly [number, number])[] => {
      const [one, other] = [renumbered.get(a), renumbered.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other]];
    });
  return {
    lists,
    listOf,
    pairs: linked.pairs.flatMap(({ a, b, probability }) => {
      const [one, other] = [renumbered.get(a), renumbered.get(b)];
      return one === undefined || other === undefined ? [] : [{ a: one, b: other, probability }];
    }),
    same: both(linked.same),
    different: both(linked.different),
  };
}
