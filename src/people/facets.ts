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
import type { Row } from './ground.ts';
import { isOpen, type Sketch } from './sketch.ts';

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

const MARKS = { conflict: 1, fateConflict: 2, suggested: 4, severalLists: 8 } as const;
const SCRIPTS = { arabic: 1, latin: 2, other: 4 } as const;
const SEXES: Readonly<Record<string, number>> = { male: 1, female: 2 };

function valuesOf(rows: readonly Row[], properties: readonly string[]): string[] {
  return rows.flatMap(({ listed }) =>
    listed.record.statements.flatMap(({ property, value, written }) =>
      properties.includes(property) ? [value ?? written] : [],
    ),
  );
}

function facetOf({ rows, fates, conflicts, suggested }: Sketch): Facet {
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
      (items.length > 1 ? MARKS.severalLists : 0),
    scripts: rows.reduce((mask, { name }) => mask | SCRIPTS[name.script], 0),
    sexes: valuesOf(rows, ['sex']).reduce((mask, sex) => mask | (SEXES[sex] ?? 0), 0),
    bornFrom: births.length === 0 ? 0 : Math.min(...births.map(([from]) => from)),
    bornTo: births.length === 0 ? 0 : Math.max(...births.map(([, to]) => to)),
    items,
    places: valuesOf(rows, ['place', 'place.birth', 'place.detention']).map(foldName),
    name: foldName(rows[0]!.name.written),
  };
}

/** Facets by sketch: most sketches outlive a decision, and so do these. */
const facets = new WeakMap<Sketch['rows'], { readonly of: Sketch; readonly facet: Facet }>();

function knownFacet(sketch: Sketch): Facet {
  const known = facets.get(sketch.rows);
  if (known && known.of.fates === sketch.fates && known.of.conflicts === sketch.conflicts) return known.facet;
  const facet = facetOf(sketch);
  facets.set(sketch.rows, { of: sketch, facet });
  return facet;
}

/** How many answers are remembered, so that scrolling through one costs nothing. */
const REMEMBERED = 24;

export interface Facets {
  /** Who fits, in the order asked for, by their places among all persons. */
  those(question: PeopleQuestion): Uint32Array;
}

/**
 * Everybody in columns, so that any combination of filters is one walk over numbers.
 */
export function facetsOf(
  total: number,
  sketchAt: (person: number) => Sketch,
  possible: (person: number) => boolean,
): Facets {
  const fates = new Uint16Array(total);
  const marks = new Uint8Array(total);
  const scripts = new Uint8Array(total);
  const sexes = new Uint8Array(total);
  const bornFrom = new Uint16Array(total);
  const bornTo = new Uint16Array(total);
  const records = new Uint16Array(total);
  const names = new Array<string>(total);
  const byItem = new Map<ItemId, number[]>();
  const byPlace = new Map<string, number[]>();
  const post = <Key>(lists: Map<Key, number[]>, key: Key, person: number): void => {
    const known = lists.get(key);
    if (!known) lists.set(key, [person]);
    else if (known.at(-1) !== person) known.push(person);
  };
  for (let person = 0; person < total; person++) {
    const sketch = sketchAt(person);
    const facet = knownFacet(sketch);
    fates[person] = facet.fates;
    marks[person] = facet.marks;
    scripts[person] = facet.scripts;
    sexes[person] = facet.sexes;
    bornFrom[person] = facet.bornFrom;
    bornTo[person] = facet.bornTo;
    records[person] = sketch.records.length;
    names[person] = facet.name;
    for (const item of facet.items) post(byItem, item, person);
    for (const place of facet.places) post(byPlace, place, person);
  }

  const passes = (filter: PeopleFilter, person: number): boolean => {
    switch (filter) {
      case 'conflicts':
        return (marks[person]! & MARKS.conflict) !== 0;
      case 'possible':
        return possible(person);
      case 'suggested':
        return (marks[person]! & MARKS.suggested) !== 0;
      case 'several-lists':
        return (marks[person]! & MARKS.severalLists) !== 0;
      default:
        return (fates[person]! & (1 << FATES.indexOf(filter))) !== 0;
    }
  };

  const startWith = ({ list, place }: PeopleQuestion): Iterable<number> => {
    const onList = list === undefined ? undefined : (byItem.get(list) ?? []);
    if (place === undefined) return onList ?? Array.from({ length: total }, (_, person) => person);
    const wanted = foldName(place);
    const there = new Set<number>();
    for (const [known, persons] of byPlace)
      if (known.includes(wanted)) for (const person of persons) there.add(person);
    return onList ? onList.filter((person) => there.has(person)) : [...there].sort((a, b) => a - b);
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

  let byName: Uint32Array | undefined;
  const rankByName = (): Uint32Array => {
    if (byName) return byName;
    const order = Uint32Array.from({ length: total }, (_, person) => person).sort((a, b) =>
      names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b,
    );
    byName = new Uint32Array(total);
    for (let rank = 0; rank < total; rank++) byName[order[rank]!] = rank;
    return byName;
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
