import { dayPart, monthPart, yearPart } from '../coded-dates.ts';
import type { LinkRow } from '../link-row.ts';
import type { IndexContents } from './index-file.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';
import { spellingText } from './spelling-table.ts';

/** Of so many rows one is drawn. A small index is quick while the code is still cold. */
const ROWS_A_DRAW = 4096;
const SLOTS = ['given', 'father', 'grandfather', 'family', 'mother'] as const;

/**
 * Rows of an index, evenly drawn, as somebody would give them. Asking for them once makes the code that finds and places
 * rows ready before it is needed: the first few hundred times it costs three times as much.
 */
export function* drawnRows(
  { rows, rowCount, names, places, about }: IndexContents,
  most: number,
): Generator<{ readonly row: number; readonly given: Omit<LinkRow, 'key'> }> {
  const draws = Math.min(most, Math.trunc(rowCount / ROWS_A_DRAW));
  for (let draw = 0; draw < draws; draw++) {
    const row = Math.trunc(((draw + 0.5) * rowCount) / draws);
    const base = row * ROW_WORDS;
    const fields: Record<string, string> = {};
    for (const slot of SLOTS) {
      const code = rows[base + WORD[slot]]!;
      if (code >= 0) fields[`name.${slot}`] = spellingText(names, code);
    }
    const birth = rows[base + WORD.birth]!;
    if (birth > 0) fields['birth.date'] = writtenDate(birth);
    const home = rows[base + WORD.home]!;
    if (home >= 0) fields.place = spellingText(places, home);
    yield { row, given: { list: about.lists[rows[base + WORD.list]!] ?? '', fields } };
  }
}

const writtenDate = (date: number): string =>
  [yearPart(date), monthPart(date), dayPart(date)]
    .filter((part) => part > 0)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
