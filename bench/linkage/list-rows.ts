import type { LinkRow } from '../../src/linkage/index.ts';
import type { Property } from '../../src/model/index.ts';
import { readShared } from './data.ts';
import type { Truth } from './judge-lists.ts';
import { readCsv } from './measure.ts';

const COLUMNS: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  'register.csv': {
    الاسم: 'name.given',
    'اسم الأب': 'name.father',
    النسبة: 'name.family',
    'اسم الأم': 'name.mother',
    'تاريخ الولادة': 'birth.date',
    'مكان الولادة': 'place.birth',
    'تاريخ التوقيف': 'arrest.date',
  },
  'released.csv': { 'Full name': 'name.full', From: 'place', Age: 'age', 'Released on': 'release.date' },
  'hospital.csv': {
    'الاسم الثلاثي': 'name.full',
    'العمر التقريبي': 'age',
    البلدة: 'place',
    المشفى: 'facility',
    'تاريخ الدخول': 'admission.date',
  },
  'inquiries.csv': {
    missing_person: 'name.full',
    father_name: 'name.father',
    mother_name: 'name.mother',
    date_of_birth: 'birth.date',
    home_town: 'place',
    last_seen: 'seen.date',
  },
  'ngo.csv': {
    given_name: 'name.given',
    father_name: 'name.father',
    grandfather_name: 'name.grandfather',
    family_name: 'name.family',
    mother_full_name: 'name.mother',
    birth_year: 'birth.date',
    sex: 'sex',
    governorate_or_town: 'place',
    arrest_date: 'arrest.date',
    detention_place: 'place.detention',
  },
};

const isoDate = (text: string): string =>
  text.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

/** The rows of the five shared lists, under keys like `ngo.csv#17`. */
export const listRows = (): LinkRow[] =>
  Object.entries(COLUMNS).flatMap(([list, columns]) =>
    readCsv(readShared(`lists/${list}`)).map((cells, at) => {
      const fields: Partial<Record<Property, string>> = {};
      for (const [header, property] of Object.entries(columns)) {
        const value = cells[header];
        if (value) fields[property] = property.endsWith('.date') ? isoDate(value) : value;
      }
      return { key: `${list}#${at + 1}`, list, fields };
    }),
  );

/** The person behind each row. */
export function personOfRow(): (key: string) => string | undefined {
  const person = new Map(
    readCsv(readShared('lists/truth.csv')).map((row) => [`${row.list}#${row.row}`, row.person!]),
  );
  return (key) => person.get(key);
}

/** The rows with who is behind them, and which persons are of one household. */
export function sharedLists(): { readonly rows: readonly LinkRow[]; readonly truth: Truth } {
  const personOf = personOfRow();
  const household = new Map(readCsv(readShared('lists/kin.csv')).map((row) => [row.person!, row.household!]));
  return {
    rows: listRows(),
    truth: { personOf: (key) => personOf(key)!, kinOf: (id) => [household.get(id)!] },
  };
}
