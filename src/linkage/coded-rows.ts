import { SanadError } from '../model/index.ts';
import {
  codeDate,
  codedPrecision,
  isHeapedOnNewYear,
  medianDate,
  middleYear,
  monthPart,
  yearPart,
} from './coded-dates.ts';
import { codedPlace, createGazetteer, LONGEST_VALUE, sexOf } from './coded-values.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { MISSING } from './levels.ts';
import type { LinkRow } from './link-row.ts';
import { COMPARED_SLOTS, type ComparedSlot, createSlotReader } from './name-slots.ts';
import { createSpellings, type Spellings } from './spellings.ts';

/** Columns of codes, one number a row; `MISSING` where a row does not say. */
export interface CodedRows {
  /** Ascending by key, so that nothing hangs on the order in which the rows came. */
  readonly keys: readonly string[];
  readonly count: number;
  readonly lists: Dictionary;
  readonly list: Int32Array;
  readonly names: Spellings;
  readonly slots: Readonly<Record<ComparedSlot, Int32Array>>;
  readonly places: Spellings;
  readonly home: Int32Array;
  readonly birthPlace: Int32Array;
  readonly detention: Int32Array;
  readonly facility: Int32Array;
  /** Coded dates, 0 for none; 1 January is the year alone where the list heaps on it. */
  readonly birth: Int32Array;
  /** The year of birth reckoned from the age, with its fraction; NaN for none. */
  readonly birthFromAge: Float64Array;
  readonly arrest: Int32Array;
  readonly death: Int32Array;
  readonly release: Int32Array;
  /** 0 female, 1 male. */
  readonly sex: Int32Array;
  readonly ids: Dictionary;
  readonly id: Int32Array;
  readonly extra: readonly ExtraColumn[];
}

export interface ExtraColumn {
  readonly name: string;
  readonly values: Dictionary;
  readonly code: Int32Array;
}

/** What is known about the lists themselves: it stays with the model, so that a row met later is read alike. */
export interface ListHabits {
  /** Coded date on which the ages of a list are taken to have been given. */
  readonly referenceDate: Readonly<Record<string, number>>;
  /** Lists that write an unknown birthday as 1 January. */
  readonly heaped: readonly string[];
}

const EVENT_DATES = [
  'release.date',
  'admission.date',
  'seen.date',
  'death.date',
  'date',
  'arrest.date',
] as const;

const trimmed = (text: string | undefined): string | undefined => {
  const clean = text?.slice(0, LONGEST_VALUE).trim();
  return clean === undefined || clean === '' || clean === '-' ? undefined : clean;
};

/** The date on which a row's age was given: that of the event the row is about. */
const eventDate = (row: LinkRow): number => {
  for (const property of EVENT_DATES) {
    const date = row.fields[property];
    if (date !== undefined && property !== 'arrest.date') return codeDate(date);
  }
  return 0;
};

/** Learns when each list's ages were given and which lists heap birthdays on 1 January. */
export function listHabitsOf(rows: readonly LinkRow[]): ListHabits {
  const byList = Map.groupBy(rows, (row) => row.list);
  const referenceDate: Record<string, number> = {};
  const heaped: string[] = [];
  const medians: number[] = [];
  for (const [list, members] of byList) {
    const median = medianDate(members.map(eventDate));
    referenceDate[list] = median;
    medians.push(median);
    const days = members
      .map((row) => codeDate(row.fields['birth.date'] ?? ''))
      .filter((day) => day % 100 > 0);
    if (isHeapedOnNewYear(days.filter((day) => day % 10000 === 101).length, days.length)) heaped.push(list);
  }
  const overall = medianDate(medians);
  for (const list of byList.keys()) if (referenceDate[list] === 0) referenceDate[list] = overall;
  return { referenceDate, heaped: heaped.sort() };
}

const simple = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').slice(0, LONGEST_VALUE).trim();

export interface CodingTools {
  readonly habits: ListHabits;
  readonly gazetteer?: readonly (readonly string[])[] | undefined;
}

/** Reads every value of every row once, into columns of codes. Two rows with one key are refused. */
export function codeRows(rows: readonly LinkRow[], tools: CodingTools): CodedRows {
  const sorted = [...rows].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const count = sorted.length;
  for (let at = 1; at < count; at++)
    if (sorted[at]!.key === sorted[at - 1]!.key)
      throw new SanadError('link.key-twice', { key: sorted[at]!.key.slice(0, 200) });

  const names = createSpellings();
  const places = createSpellings(createGazetteer(tools.gazetteer));
  const lists = createDictionary();
  const ids = createDictionary();
  const column = (): Int32Array => new Int32Array(count).fill(MISSING);
  const dates = (): Int32Array => new Int32Array(count);
  const slots = Object.fromEntries(COMPARED_SLOTS.map((slot) => [slot, column()])) as Record<
    ComparedSlot,
    Int32Array
  >;
  const extraNames = [...new Set(sorted.flatMap((row) => Object.keys(row.extra ?? {})))].sort();
  const extra = extraNames.map((name) => ({ name, values: createDictionary(), code: column() }));
  const coded: CodedRows = {
    keys: sorted.map((row) => row.key),
    count,
    lists,
    list: new Int32Array(count),
    names,
    slots,
    places,
    home: column(),
    birthPlace: column(),
    detention: column(),
    facility: column(),
    birth: dates(),
    birthFromAge: new Float64Array(count).fill(Number.NaN),
    arrest: dates(),
    death: dates(),
    release: dates(),
    sex: column(),
    ids,
    id: column(),
    extra,
  };
  const heaped = new Set(tools.habits.heaped);
  const codeOfPlace = new Map<string, number>();
  const place = (text: string | undefined): number => {
    const clean = trimmed(text);
    if (clean === undefined) return MISSING;
    let code = codeOfPlace.get(clean);
    if (code === undefined) {
      const key = codedPlace(clean);
      code = key === '' ? MISSING : places.code(key);
      codeOfPlace.set(clean, code);
    }
    return code;
  };
  const slotsOfName = createSlotReader();

  for (let at = 0; at < count; at++) {
    const row = sorted[at]!;
    const { fields } = row;
    coded.list[at] = lists.code(row.list);

    const name = slotsOfName(row);
    for (const slot of COMPARED_SLOTS) {
      const value = name[slot];
      if (value !== undefined) slots[slot][at] = names.code(value);
    }

    coded.home[at] = place(fields.place);
    coded.birthPlace[at] = place(fields['place.birth']);
    coded.detention[at] = place(fields['place.detention']);
    coded.facility[at] = place(fields.facility);

    const birth = codeDate(fields['birth.date'] ?? '');
    coded.birth[at] = birth % 10000 === 101 && heaped.has(row.list) ? birth - 101 : birth;
    coded.birthFromAge[at] = birth > 0 ? Number.NaN : birthYearFromAge(row, tools.habits);
    coded.arrest[at] = codeDate(fields['arrest.date'] ?? fields['seen.date'] ?? '');
    coded.death[at] = codeDate(fields['death.date'] ?? '');
    coded.release[at] = codeDate(fields['release.date'] ?? '');
    coded.sex[at] = sexOf(fields.sex);
    const id = trimmed(fields.id);
    if (id !== undefined) coded.id[at] = ids.code(simple(id).replace(/[\s\-_/.]/g, ''));
    for (const further of extra) {
      const value = trimmed(row.extra?.[further.name]);
      if (value !== undefined) further.code[at] = further.values.code(simple(value));
    }
  }
  return coded;
}

/** Ages are given in whole years: the birthday lies on average half a year further back. */
function birthYearFromAge(row: LinkRow, habits: ListHabits): number {
  const age = /^~?(\d{1,3})/.exec(row.fields.age?.trim() ?? '');
  if (!age || Number(age[1]) > 120) return Number.NaN;
  const own = eventDate(row);
  const reference = own > 0 ? own : (habits.referenceDate[row.list] ?? 0);
  if (reference === 0) return Number.NaN;
  const fraction = codedPrecision(reference) === 'year' ? 0.5 : (monthPart(reference) - 0.5) / 12;
  return yearPart(reference) + fraction - Number(age[1]) - 0.5;
}

/** Birth year with its fraction, from the date or else from the age; NaN for neither. */
export const birthYearOf = (coded: CodedRows, row: number): number =>
  coded.birth[row]! > 0 ? middleYear(coded.birth[row]!) : coded.birthFromAge[row]!;
