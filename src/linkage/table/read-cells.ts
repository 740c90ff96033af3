import { codeDate } from '../coded-dates.ts';
import { type CellDictionary, createCellDictionary } from './cell-dictionary.ts';
import { CODED_KINDS, type CodedKind, type ColumnRole, FULL_NAME } from './columns.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';

const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const NEW_LINE = 10;
const RETURN = 13;
const ZERO = 48;

export type CellDictionaries = Readonly<Record<CodedKind, CellDictionary>>;

export const cellDictionaries = (): CellDictionaries =>
  Object.fromEntries(CODED_KINDS.map((kind) => [kind, createCellDictionary()])) as Record<
    CodedKind,
    CellDictionary
  >;

/**
 * Reads the lines of `bytes[from … to)` into rows from `firstRow` on and returns how many they are. Codes are numbers of
 * these dictionaries. Cells are read as RFC 4180 has them; blank lines are no rows.
 */
export function readCells(
  bytes: Uint8Array,
  from: number,
  to: number,
  columns: readonly ColumnRole[],
  rows: Int32Array,
  firstRow: number,
  dictionaries: CellDictionaries,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const coder = columns.map(({ kind }) =>
    (CODED_KINDS as readonly string[]).includes(kind) ? dictionaries[kind as CodedKind] : undefined,
  );
  const word = Int32Array.from(columns, (column) => column.word);
  const way = Int32Array.from(columns, ({ kind }) =>
    kind === 'ignored' ? IGNORE : kind === 'age' ? AGE : kind === 'date' || kind === 'event' ? DATE : CODE,
  );
  const width = columns.length;
  let row = firstRow;
  let base = row * ROW_WORDS;
  let column = 0;
  let said = false;
  let at = from;
  clearRow(rows, base);
  while (at < to) {
    let start = at;
    let end: number;
    if (bytes[at] === QUOTE) {
      start = ++at;
      for (; at < to; at++)
        if (bytes[at] === QUOTE) {
          if (bytes[at + 1] !== QUOTE) break;
          at++;
        }
      end = at;
      while (at < to && bytes[at] !== COMMA && bytes[at] !== NEW_LINE) at++;
    } else {
      while (at < to && bytes[at] !== COMMA && bytes[at] !== NEW_LINE) at++;
      end = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
    }
    if (end > start && column < width) {
      said = true;
      const how = way[column]!;
      if (how === CODE) rows[base + word[column]!] = coder[column]!.code(view, start, end);
      else if (how === DATE) rows[base + word[column]!] = dateAt(bytes, start, end);
      else if (how === AGE) rows[base + word[column]!] = ageAt(bytes, start, end);
    }
    column++;
    if (at >= to || bytes[at] === NEW_LINE) {
      if (said || column > 1) {
        base = ++row * ROW_WORDS;
        if (base + ROW_WORDS <= rows.length) clearRow(rows, base);
      }
      column = 0;
      said = false;
    }
    at++;
  }
  return row - firstRow;
}

const IGNORE = 0;
const CODE = 1;
const DATE = 2;
const AGE = 3;

function clearRow(rows: Int32Array, base: number): void {
  for (let word = 0; word < ROW_WORDS; word++) rows[base + word] = -1;
  rows[base + WORD.birth] = 0;
  rows[base + WORD.birthFromAge] = 0;
  rows[base + WORD.arrest] = 0;
  rows[base + WORD.content] = 0;
  rows[base + FULL_NAME] = -1;
}

/** `2012`, `2012-07` and `2012-07-16` straight from the bytes; anything else as `codeDate` reads it. */
function dateAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 10 && bytes[start + 4] === DASH && bytes[start + 7] === DASH) {
    const year = digits(bytes, start, 4);
    const month = digits(bytes, start + 5, 2);
    const day = digits(bytes, start + 8, 2);
    if (year >= 0 && month >= 0 && day >= 0) return year * 10000 + month * 100 + day;
  } else if (length === 7 && bytes[start + 4] === DASH) {
    const year = digits(bytes, start, 4);
    const month = digits(bytes, start + 5, 2);
    if (year >= 0 && month >= 0) return year * 10000 + month * 100;
  } else if (length === 4) {
    const year = digits(bytes, start, 4);
    if (year >= 0) return year * 10000;
  }
  return length > 40 ? 0 : codeDate(textAt(bytes, start, end).trim());
}

function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whole years, plus one so that nought is an age too. */
function ageAt(bytes: Uint8Array, start: number, end: number): number {
  const age = /^~?(\d{1,3})/.exec(textAt(bytes, start, Math.min(end, start + 20)).trim());
  return age && Number(age[1]) <= 120 ? Number(age[1]) + 1 : 0;
}

const decoder = new TextDecoder();
const LONGEST_CELL = 1600;

/** The text of a cell; of a very long one its beginning. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  const length = Math.min(end - start, LONGEST_CELL);
  let plain = true;
  for (let at = 0; at < length && plain; at++) plain = bytes[start + at]! < 128;
  const text = plain ? asciiAt(bytes, start, length) : decoder.decode(bytes.slice(start, start + length));
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}

const units = new Uint8Array(LONGEST_CELL);
function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  units.set(bytes.subarray(start, start + length));
  return String.fromCharCode.apply(undefined, units.subarray(0, length) as unknown as number[]);
}
