import {
  dateBounds,
  FATES,
  type ItemId,
  isApproximate,
  type PeopleFilter,
  type PeopleQuestion,
  parsePartialDate,
} from '../model/index.ts';
import { foldName } from '../names/index.ts';
import type { Ground, Row } from './ground.ts';
import { onceOfMany } from './once.ts';
import { type Basis, isOpen, type Sketch, sketchesOfRows } from './sketch.ts';

/** What one person is filtered and sorted by, as few numbers. */
interface Facet {
  readonly fates: number;
  readonly marks: number;
  readonly scripts: number;
  readonly sexes: number;
  /** First and last year in which they may have been born; 0 where none is given. */
  readonly bornFrom: number;
  readonly bornTo: number;
  readonly items: readonly ItemId[];
  /** Places as they are compared. */
  readonly places: readonly string[];
  readonly name: string;
}

const MARKS = { conflict: 1, fateConflict: 2, suggested: 4, severalLists: 8, possible: 16 } as const;
const SCRIPTS = { arabic: 1, latin: 2, other: 4 } as const;
const SEXES: Readonly<Record<string, number>> = { male: 1, female: 2 };

function valuesOf(rows: readonly Row[], properties: readonly string[]): string[] {
  return rows.flatMap(({ listed }) =>
    listed.record.statements.flatMap(({ property, value, written }) =>
      properties.includes(property) ? [value ?? written] : [],
    ),
  );
}

const PLACES_REMEMBERED = 20_000;
const foldedPlace = onceOfMany(PLACES_REMEMBERED, foldName);

function facetOf({ rows, fates, conflicts, suggested, open: pairs }: Sketch): Facet {
  const open = conflicts.filter(isOpen);
  const items = [...new Set(rows.map(({ listed }) => listed.item.id))];
  const births = valuesOf(rows, ['birth.date']).flatMap((value) => {
    const date = parsePartialDate(value);
    if (!date) return [];
    const slack = isApproximate(date) ? 2 : 0;
    const { first, last } = dateBounds(date);
    return [[Number(first.slice(0, 4)) - slack, Number(last.slice(0, 4)) + slack] as const];
  });
  return {
    fates: fates.reduce((mask, { fate }) => mask | (1 << FATES.indexOf(fate)), 0),
    marks:
      (open.length > 0 ? MARKS.conflict : 0) |
      (open.some(({ property }) => property === 'fate') ? MARKS.fateConflict : 0) |
      (suggested ? MARKS.suggested : 0) |
      (items.length > 1 ? MARKS.severalLists : 0) |
      (pairs.length > 0 ? MARKS.possible : 0),
    scripts: rows.reduce((mask, { name }) => mask | SCRIPTS[name.script], 0),
    sexes: valuesOf(rows, ['sex']).reduce((mask, sex) => mask | (SEXES[sex] ?? 0), 0),
    bornFrom: births.length === 0 ? 0 : Math.min(...births.map(([from]) => from)),
    bornTo: births.length === 0 ? 0 : Math.max(...births.map(([, to]) => to)),
    items,
    places: valuesOf(rows, ['place', 'place.birth', 'place.detention']).map(foldedPlace),
    name: foldName(rows[0]!.name.written),
  };
}

/** How many answers are remembered, so that scrolling through one costs nothing. */
const REMEMBERED = 24;

/** Persons drawn at one step. */
const AT_ONCE = 32;

export interface Facets {
  /** Who fits, in the order asked for. */
  those(question: PeopleQuestion): Uint32Array;
}

/** Everybody in columns, by person, so that any combination of filters is one walk over numbers. */
interface Columns {
  readonly fates: Uint16Array;
  readonly marks: Uint8Array;
  readonly scripts: Uint8Array;
  readonly sexes: Uint8Array;
  readonly bornFrom: Uint16Array;
  readonly bornTo: Uint16Array;
  readonly records: Uint16Array;
  readonly names: string[];
}

/** What the columns of one set of rows are before any decision. */
interface Undecided {
  readonly columns: Columns;
  readonly byItem: ReadonlyMap<ItemId, readonly number[]>;
  readonly byPlace: ReadonlyMap<string, readonly number[]>;
  /** Everybody by name. */
  byName?: Int32Array;
}

const undecided = new WeakMap<Ground, Undecided>();

function write(columns: Columns, person: number, { records }: Sketch, facet: Facet): void {
  columns.fates[person] = facet.fates;
  columns.marks[person] = facet.marks;
  columns.scripts[person] = facet.scripts;
  columns.sexes[person] = facet.sexes;
  columns.bornFrom[person] = facet.bornFrom;
  columns.bornTo[person] = facet.bornTo;
  columns.records[person] = records.length;
  columns.names[person] = facet.name;
}

/** Lays the columns of everybody whom the machine made of the rows, a few a step; tells the share that is done. */
export function* layColumns(ground: Ground): Generator<number> {
  if (undecided.has(ground)) return;
  const drawn = sketchesOfRows(ground);
  const size = ground.machine.personAt.length;
  const columns: Columns = {
    fates: new Uint16Array(size),
    marks: new Uint8Array(size),
    scripts: new Uint8Array(size),
    sexes: new Uint8Array(size),
    bornFrom: new Uint16Array(size),
    bornTo: new Uint16Array(size),
    records: new Uint16Array(size),
    names: new Array<string>(size),
  };
  const byItem = new Map<ItemId, number[]>();
  const byPlace = new Map<string, number[]>();
  const post = <Key>(lists: Map<Key, number[]>, key: Key, person: number): void => {
    const known = lists.get(key);
    if (!known) lists.set(key, [person]);
    else if (known.at(-1) !== person) known.push(person);
  };
  const { persons } = ground.machine;
  for (const [at, person] of persons.entries()) {
    if (at % AT_ONCE === 0) yield at / persons.length;
    const sketch = drawn(person);
    const facet = facetOf(sketch);
    write(columns, person, sketch, facet);
    for (const item of facet.items) post(byItem, item, person);
    for (const place of facet.places) post(byPlace, place, person);
  }
  undecided.set(ground, { columns, byItem, byPlace });
}

const orderOf =
  (names: readonly string[]) =>
  (a: number, b: number): number =>
    names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b;

/** The columns as decisions leave them: those of the rows, with whom decisions touch written over. */
export function facetsOf({ ground, grouping }: Basis, drawn: (person: number) => Sketch): Facets {
  for (const _ of layColumns(ground));
  const before = undecided.get(ground)!;
  const { persons, isTouched, touched } = grouping;
  const columns: Columns = {
    ...before.columns,
    fates: before.columns.fates.slice(),
    marks: before.columns.marks.slice(),
    scripts: before.columns.scripts.slice(),
    sexes: before.columns.sexes.slice(),
    bornFrom: before.columns.bornFrom.slice(),
    bornTo: before.columns.bornTo.slice(),
    records: before.columns.records.slice(),
    names: before.columns.names.slice(),
  };
  const { fates, marks, scripts, sexes, bornFrom, bornTo, records, names } = columns;
  const anew = new Map<number, Facet>();
  for (const person of touched) {
    const sketch = drawn(person);
    const facet = facetOf(sketch);
    anew.set(person, facet);
    write(columns, person, sketch, facet);
  }
  /** Those of the rows whom nothing touches, and those touched who have it now. */
  const having = (known: Iterable<number>, has: (facet: Facet) => boolean): number[] => {
    const all: number[] = [];
    for (const person of known) if (isTouched[person] === 0) all.push(person);
    const own = touched.filter((person) => has(anew.get(person)!));
    return own.length === 0 ? all : [...all, ...own].sort((a, b) => a - b);
  };

  const passes = (filter: PeopleFilter, person: number): boolean => {
    switch (filter) {
      case 'conflicts':
        return (marks[person]! & MARKS.conflict) !== 0;
      case 'possible':
        return (marks[person]! & MARKS.possible) !== 0;
      case 'suggested':
        return (marks[person]! & MARKS.suggested) !== 0;
      case 'several-lists':
        return (marks[person]! & MARKS.severalLists) !== 0;
      default:
        return (fates[person]! & (1 << FATES.indexOf(filter))) !== 0;
    }
  };

  const startWith = ({ list, place }: PeopleQuestion): Iterable<number> => {
    const onList =
      list === undefined
        ? undefined
        : having(before.byItem.get(list) ?? [], ({ items }) => items.includes(list));
    if (place === undefined) return onList ?? persons;
    const wanted = foldName(place);
    const known = new Set<number>();
    for (const [own, those] of before.byPlace)
      if (own.includes(wanted)) for (const person of those) known.add(person);
    const there = having(known, ({ places }) => places.some((own) => own.includes(wanted)));
    if (!onList) return there.sort((a, b) => a - b);
    const isThere = new Set(there);
    return onList.filter((person) => isThere.has(person));
  };

  const fits = (question: PeopleQuestion): ((person: number) => boolean) => {
    const { filter, fate, sex, script, conflict, bornAfter, bornBefore } = question;
    const fateBit = fate === undefined ? 0 : 1 << FATES.indexOf(fate);
    const sexBit = sex === undefined ? 0 : SEXES[sex]!;
    const scriptBits = script === 'both' ? SCRIPTS.arabic | SCRIPTS.latin : script ? SCRIPTS[script] : 0;
    return (person) =>
      (filter === undefined || passes(filter, person)) &&
      (fateBit === 0 || (fates[person]! & fateBit) !== 0) &&
      (sexBit === 0 || (sexes[person]! & sexBit) !== 0) &&
      (scripts[person]! & scriptBits) === scriptBits &&
      (conflict === undefined ||
        (marks[person]! & (conflict === 'fate' ? MARKS.fateConflict : MARKS.conflict)) !== 0) &&
      (bornAfter === undefined || bornTo[person]! >= bornAfter) &&
      (bornBefore === undefined || (bornFrom[person]! > 0 && bornFrom[person]! <= bornBefore));
  };

  const inNameOrder = orderOf(names);
  let ranks: Uint32Array | undefined;
  const rankByName = (): Uint32Array => {
    if (ranks) return ranks;
    before.byName ??= ground.machine.persons.toSorted(orderOf(before.columns.names));
    const own = touched.toSorted(inNameOrder);
    ranks = new Uint32Array(names.length);
    let rank = 0;
    let next = 0;
    for (const person of before.byName) {
      if (isTouched[person] === 1) continue;
      while (next < own.length && inNameOrder(own[next]!, person) < 0) ranks[own[next++]!] = rank++;
      ranks[person] = rank++;
    }
    while (next < own.length) ranks[own[next++]!] = rank++;
    return ranks;
  };
  const sorted = (found: Uint32Array, sort: PeopleQuestion['sort']): Uint32Array => {
    switch (sort) {
      case 'name': {
        const rank = rankByName();
        return found.sort((a, b) => rank[a]! - rank[b]!);
      }
      case 'born':
        return found.sort((a, b) => (bornFrom[a]! || 9999) - (bornFrom[b]! || 9999) || a - b);
      case 'records':
        return found.sort((a, b) => records[b]! - records[a]! || a - b);
      default:
        return found;
    }
  };

  const answers = new Map<string, Uint32Array>();
  return {
    those: (question) => {
      const key = JSON.stringify(question);
      const known = answers.get(key);
      if (known) return known;
      const found: number[] = [];
      const fitting = fits(question);
      for (const person of startWith(question)) if (fitting(person)) found.push(person);
      const answer = sorted(Uint32Array.from(found), question.sort);
      if (answers.size >= REMEMBERED) answers.delete(answers.keys().next().value!);
      answers.set(key, answer);
      return answer;
    },
  };
}
