import { codedPrecision, monthPart, yearPart } from '../coded-dates.ts';
import type { ListHabits } from '../coded-rows.ts';
import { EVENT, FULL_NAME } from './columns.ts';
import type { KeyedRows } from './row-keys.ts';
import { NAME_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';
import { textHash } from './spelling-table.ts';

/** From a thread's own codes to those of all threads. */
export interface CodeMaps {
  readonly name: Int32Array;
  readonly mother: Int32Array;
  readonly full: Int32Array;
  readonly place: Int32Array;
  readonly sex: Int32Array;
  readonly list: Int32Array;
}

/** Turns the codes of one thread's rows into those of all; what a full name gives fills the slots that are not given. */
export function translateRows(rows: Int32Array, from: number, to: number, maps: CodeMaps): void {
  const { name, mother, full, place, sex, list } = maps;
  for (let row = from, base = from * ROW_WORDS; row < to; row++, base += ROW_WORDS) {
    for (let slot = 0; slot < WORD.mother; slot++) {
      const code = rows[base + slot]!;
      if (code >= 0) rows[base + slot] = name[code]!;
    }
    const ofMother = rows[base + WORD.mother]!;
    if (ofMother >= 0) {
      rows[base + WORD.mother] = mother[2 * ofMother]!;
      rows[base + WORD.motherFamily] = mother[2 * ofMother + 1]!;
    }
    const whole = rows[base + FULL_NAME]!;
    if (whole >= 0)
      for (let slot = 0; slot < NAME_WORDS; slot++)
        if (rows[base + slot]! < 0) rows[base + slot] = full[whole * NAME_WORDS + slot]!;
    for (let word = WORD.home; word <= WORD.birthPlace; word++) {
      const code = rows[base + word]!;
      if (code >= 0) rows[base + word] = place[code]!;
    }
    const ofSex = rows[base + WORD.sex]!;
    if (ofSex >= 0) rows[base + WORD.sex] = sex[ofSex]!;
    rows[base + WORD.list] = rows[base + WORD.list]! < 0 ? 0 : list[rows[base + WORD.list]!]!;
  }
}

/** Reckons ages into years and heaped birthdays into the year alone, and notes what is common to rows of equal content. */
export function finishRows(
  { rows, names, places }: KeyedRows,
  from: number,
  to: number,
  habits: Pick<ListHabits, 'referenceDate' | 'heaped'>,
  lists: readonly string[],
): void {
  const reference = Int32Array.from(lists, (list) => habits.referenceDate[list] ?? 0);
  const heaped = Uint8Array.from(lists, (list) => (habits.heaped.includes(list) ? 1 : 0));
  // Lists are numbered as the threads met them: what they are called is the same in every run.
  const called = Int32Array.from(lists, textHash);
  for (let base = from * ROW_WORDS; base < to * ROW_WORDS; base += ROW_WORDS) {
    const list = rows[base + WORD.list]!;
    let birth = rows[base + WORD.birth]!;
    if (birth > 0 && birth % 10000 === 101 && heaped[list]) {
      birth -= 101;
      rows[base + WORD.birth] = birth;
    }
    const age = rows[base + WORD.birthFromAge]!;
    if (age > 0)
      rows[base + WORD.birthFromAge] =
        birth > 0 ? 0 : yearFromAge(age - 1, rows[base + EVENT]! || reference[list]!);
    rows[base + WORD.crowded] = 0;
    let content = called[list]!;
    for (let slot = 0; slot < NAME_WORDS; slot++) {
      const code = rows[base + slot]!;
      content = Math.imul(content ^ (code < 0 ? 0 : names.hash[code]!), 0x9e3779b1) ^ (content >>> 13);
    }
    for (let word = WORD.home; word <= WORD.birthPlace; word++) {
      const code = rows[base + word]!;
      content = Math.imul(content ^ (code < 0 ? 0 : places.hash[code]!), 0x9e3779b1) ^ (content >>> 13);
    }
    content = Math.imul(content ^ birth, 0x85ebca6b) ^ (content >>> 11);
    content = Math.imul(content ^ rows[base + WORD.arrest]!, 0x85ebca6b) ^ (content >>> 11);
    content = Math.imul(content ^ (rows[base + WORD.birthFromAge]! * 4 + rows[base + WORD.sex]!), 0x85ebca6b);
    rows[base + WORD.content] = scrambled(content);
  }
}

/** Hundredths of a year. Ages are given in whole years: the birthday lies on average half a year further back. */
function yearFromAge(age: number, reference: number): number {
  if (reference === 0) return 0;
  const fraction = codedPrecision(reference) === 'year' ? 0.5 : (monthPart(reference) - 0.5) / 12;
  return Math.round((yearPart(reference) + fraction - age - 0.5) * 100);
}
