import { SanadError } from '../../model/index.ts';
import { type CaptureTable, patternName } from '../capture-table.ts';
import type { CaseRecords } from '../documented/case-records.ts';
import type { Clustering, LinkedRecords } from '../linkage-uncertainty/linked-records.ts';

/** By what a case's people can be divided: a person has one value of each, or it is not known. */
export const PART_DIMENSIONS = ['year', 'place', 'sex', 'age'] as const;
export type PartDimension = (typeof PART_DIMENSIONS)[number];

export interface Division {
  readonly by: readonly PartDimension[];
  /** Years with which a new stretch begins; without any each year is a part. */
  readonly yearsFrom?: readonly number[] | undefined;
  /** Years of which a list speaks, both included; a list that is not named here speaks of all. */
  readonly coverage?: readonly ListYears[] | undefined;
}

export interface ListYears {
  readonly list: string;
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/** What the records say of the parts that they belong to; plain data, so that it can go to another thread. */
export interface DividedRecords {
  /** For each dimension the value of each record, '' where it says nothing, or several things. */
  readonly values: readonly (readonly string[])[];
  /** Part of the year's dimension → bits of the lists that cover it; absent where all do. */
  readonly covering: Readonly<Record<string, number>>;
  /** Which of `values` are years, -1 for none. */
  readonly yearAt: number;
}

/** The parts of the records of some lists, in the order of `onLists`. */
export function dividedRecords(
  { linked, personOf, values }: CaseRecords,
  chosen: readonly string[],
  division: Division,
): DividedRecords {
  const lists = linked.lists.filter((list) => chosen.includes(list));
  const kept = [...personOf.keys()].filter((record) => lists.includes(linked.lists[linked.listOf[record]!]!));
  const yearAt = division.by.indexOf('year');
  const stretches = stretchesOf(division.yearsFrom ?? []);
  const said = division.by.map((dimension) =>
    kept.map((record) => {
      const [value, another] = values[dimension][record]!;
      if (value === undefined || another !== undefined) return '';
      return dimension === 'year' ? stretches.nameOf(Number(value)) : value;
    }),
  );
  const covering: Record<string, number> = {};
  if (yearAt >= 0)
    for (const part of new Set(said[yearAt]!)) {
      if (part === '') continue;
      const [first, last] = stretches.endsOf(part);
      covering[part] = lists.reduce(
        (bits, list, at) => (coversAll(division.coverage ?? [], list, first, last) ? bits | (1 << at) : bits),
        0,
      );
    }
  return { values: said, covering, yearAt };
}

/** A list covers a stretch where it speaks of every year in it. */
const coversAll = (coverage: readonly ListYears[], list: string, first: number, last: number): boolean =>
  coverage
    .filter((each) => each.list === list)
    .every((each) => (each.first ?? -Infinity) <= first && (each.last ?? Infinity) >= last);

interface Stretches {
  nameOf(year: number): string;
  endsOf(name: string): readonly [first: number, last: number];
}

/** `–2011`, `2012–2013`, `2014–`; a year by itself where none are given. */
function stretchesOf(from: readonly number[]): Stretches {
  const starts = [...from].sort((a, b) => a - b);
  if (starts.length === 0)
    return { nameOf: String, endsOf: (name): [number, number] => [Number(name), Number(name)] };
  const ends = [-Infinity, ...starts].map((first, at): [number, number] => [
    first,
    (starts[at] ?? Infinity) - 1,
  ]);
  const name = ([first, last]: readonly [number, number]): string =>
    first === last
      ? String(first)
      : `${Number.isFinite(first) ? first : ''}–${Number.isFinite(last) ? last : ''}`;
  const byName = new Map(ends.map((each) => [name(each), each]));
  return {
    nameOf: (year) => name(ends.findLast(([first]) => first <= year)!),
    endsOf: (each) => byName.get(each)!,
  };
}

/**
 * Who is on which lists, part by part. A person whose records say nothing of a part, or different things, or stand on a
 * list that does not cover the part they name, is of unknown part: to be placed, not left out.
 *
 * @throws SanadError `figures.list-absent` where a list's own record lies in a part that it is said not to cover,
 *   `figures.no-parts` where nobody's part is known
 */
export function dividedTable(
  records: LinkedRecords,
  clustering: Clustering,
  { values, covering, yearAt }: DividedRecords,
): CaptureTable {
  const { lists } = records;
  const all = (1 << lists.length) - 1;
  const coveringOf = (year: string): number => (yearAt < 0 ? all : (covering[year] ?? all));
  interface Known {
    pattern: number;
    readonly parts: (string | undefined)[];
  }
  const persons = new Map<number, Known>();
  clustering.forEach((label, record) => {
    const bit = 1 << records.listOf[record]!;
    const year = yearAt < 0 ? '' : values[yearAt]![record]!;
    if (year !== '' && !(coveringOf(year) & bit))
      throw new SanadError('figures.list-absent', { list: patternName(bit, lists), stratum: year });
    const known = persons.get(label) ?? { pattern: 0, parts: values.map(() => '') };
    persons.set(label, known);
    known.pattern |= bit;
    values.forEach((said, dimension) => {
      const value = said[record]!;
      if (value === '' || known.parts[dimension] === value) return;
      known.parts[dimension] = known.parts[dimension] === '' ? value : undefined;
    });
  });
  const strata = new Map<string, { readonly covering: number; readonly counts: Float64Array }>();
  const unplaced = new Float64Array(all + 1);
  for (const { pattern, parts } of persons.values()) {
    const covers = coveringOf(parts[yearAt] ?? '');
    if (parts.some((part) => !part) || pattern & ~covers) {
      unplaced[pattern]!++;
      continue;
    }
    const name = parts.join(' · ');
    const stratum = strata.get(name) ?? { covering: covers, counts: new Float64Array(all + 1) };
    strata.set(name, stratum);
    stratum.counts[pattern]!++;
  }
  if (strata.size === 0) throw new SanadError('figures.no-parts');
  return {
    lists,
    strata: [...strata]
      .map(([name, stratum]) => ({ name, ...stratum }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    ...(unplaced.some((count) => count > 0) ? { unplaced } : {}),
  };
}
