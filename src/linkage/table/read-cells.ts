import { runnable } from '../../assembler/index.ts';
import { codeDate } from '../coded-dates.ts';
import { COLUMN, cellModule, WAY } from './cell-kernel.ts';
import {
  AT_ONCE,
  type CellMemory,
  cellCount,
  type DistinctCells,
  dictionaryOf,
  distinctCells,
  HEAD,
  layCellMemory,
  numberOfCell,
  plainMemory,
  ROW_BYTES,
} from './cell-memory.ts';
import { CODED_KINDS, type CodedKind, type ColumnRole, FULL_NAME } from './columns.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';

const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const NEW_LINE = 10;
const RETURN = 13;
const ZERO = 48;

export type CellsByKind = Readonly<Record<CodedKind, DistinctCells>>;

export const byKind = <Value>(make: (kind: CodedKind) => Value): Record<CodedKind, Value> =>
  Object.fromEntries(CODED_KINDS.map((kind) => [kind, make(kind)])) as Record<CodedKind, Value>;

/** Reads the lines of a file into rows, their names, places and the like as numbers of distinct cells. */
export interface CellReader {
  /**
   * Reads whole lines; hands on the rows, in their order, some thousands at a time: good until the next. Cells are read
   * as RFC 4180 has them; blank lines are no rows.
   */
  read(lines: Uint8Array, take: (rows: Int32Array) => void): void;
  /** How many distinct cells have been met. */
  counts(): Record<CodedKind, number>;
  cells(): CellsByKind;
}

type Kernel = (
  at: number,
  end: number,
  row: number,
  rowsEnd: number,
  columns: number,
  columnsEnd: number,
) => number;

const ROWS_AT_ONCE = 1 << 14;

/** By vector instructions, or in plain steps where the machine's engine has none; the answers are the same. */
export function createCellReader(roles: readonly ColumnRole[], inPlainSteps = false): CellReader {
  const found = inPlainSteps ? undefined : runnable<{ readonly read: Kernel }>(cellModule(), 1);
  const memory = found ? layCellMemory(found.memory, found.grow) : layCellMemory(...plainMemory());
  const columns = layColumns(memory, roles);
  const columnsEnd = columns + roles.length * COLUMN.bytes;
  const firstRow = memory.take(ROWS_AT_ONCE * ROW_BYTES);
  const rowsEnd = firstRow + ROWS_AT_ONCE * ROW_BYTES;
  layBlankRow(memory.words.subarray(HEAD.blank >> 2));
  let room = 0;
  let text = 0;
  return {
    read(lines, take) {
      const needed = lines.length + 2 * AT_ONCE;
      if (room < needed) {
        if (room > 0) memory.giveBack(text, room);
        room = needed;
        text = memory.take(room);
      }
      memory.bytes.set(lines, text);
      const end = text + lines.length;
      memory.bytes[end] = NEW_LINE;
      let row = firstRow;
      for (let at = text; at < end; ) {
        if (found) {
          at = found.routines.read(at, end, row, rowsEnd, columns, columnsEnd);
          row = memory.words[HEAD.row >> 2]!;
        }
        if (at < end && row < rowsEnd) {
          at = readLine(memory, at, end, row, columns, columnsEnd);
          row = memory.words[HEAD.row >> 2]!;
        }
        if (row === rowsEnd || at >= end) {
          take(memory.words.subarray(firstRow >> 2, row >> 2));
          row = firstRow;
        }
      }
    },
    counts: () => byKind((kind) => cellCount(memory, kind)),
    cells: () => byKind((kind) => distinctCells(memory, kind)),
  };
}

function layColumns(memory: CellMemory, roles: readonly ColumnRole[]): number {
  const columns = memory.take(Math.max(1, roles.length) * COLUMN.bytes);
  roles.forEach(({ kind, word }, at) => {
    const isCoded = (CODED_KINDS as readonly string[]).includes(kind);
    const way =
      kind === 'ignored'
        ? WAY.ignore
        : kind === 'age'
          ? WAY.age
          : kind === 'date' || kind === 'event'
            ? WAY.date
            : WAY.code;
    const dictionary = isCoded ? dictionaryOf(kind as CodedKind) : 0;
    memory.words.set([way, word * 4, dictionary], (columns + at * COLUMN.bytes) >> 2);
  });
  return columns;
}

function layBlankRow(words: Int32Array): void {
  words.fill(-1, 0, ROW_WORDS);
  for (const word of [WORD.birth, WORD.birthFromAge, WORD.arrest, WORD.content]) words[word] = 0;
  words[FULL_NAME] = -1;
}

/**
 * Reads the line at `at` into the row there, and returns where the next begins; at `HEAD.row` stands where the next row
 * goes. Quoted cells may hold line breaks.
 */
function readLine(
  memory: CellMemory,
  line: number,
  end: number,
  row: number,
  columns: number,
  columnsEnd: number,
): number {
  memory.words.copyWithin(row >> 2, HEAD.blank >> 2, (HEAD.blank >> 2) + ROW_WORDS);
  let column = columns;
  let said = false;
  for (let at = line; ; at++) {
    // What it meets may move the memory.
    const { bytes } = memory;
    let from = at;
    let to: number;
    if (at < end && bytes[at] === QUOTE) {
      from = ++at;
      for (; at < end; at++)
        if (bytes[at] === QUOTE) {
          if (at + 1 >= end || bytes[at + 1] !== QUOTE) break;
          at++;
        }
      to = at;
      while (at < end && bytes[at] !== COMMA && bytes[at] !== NEW_LINE) at++;
    } else {
      while (at < end && bytes[at] !== COMMA && bytes[at] !== NEW_LINE) at++;
      to = at > from && bytes[at - 1] === RETURN ? at - 1 : at;
    }
    if (to > from && column < columnsEnd) {
      said = true;
      readCell(memory, column, row, from, to);
    }
    column += COLUMN.bytes;
    if (at < end && memory.bytes[at] === COMMA) continue;
    memory.words[HEAD.row >> 2] = said || column > columns + COLUMN.bytes ? row + ROW_BYTES : row;
    return at + 1;
  }
}

function readCell(memory: CellMemory, column: number, row: number, from: number, to: number): void {
  const { words } = memory;
  const way = words[(column + COLUMN.way) >> 2]!;
  const filled = (row + words[(column + COLUMN.word) >> 2]!) >> 2;
  if (way === WAY.code) {
    const code = numberOfCell(memory, words[(column + COLUMN.dictionary) >> 2]!, from, to);
    memory.words[filled] = code;
  } else if (way === WAY.date) words[filled] = dateAt(memory.bytes, from, to);
  else if (way === WAY.age) words[filled] = ageAt(memory.bytes, from, to);
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
  return length > 40 ? 0 : codeDate(textAt(readable(bytes), start, end).trim());
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
  const age = /^~?(\d{1,3})/.exec(textAt(readable(bytes), start, Math.min(end, start + 20)).trim());
  return age && Number(age[1]) <= 120 ? Number(age[1]) + 1 : 0;
}

const LONGEST_CELL = 1600;

/** The text of a cell; of a very long one its beginning. */
export function textAt(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, Math.min(end, start + LONGEST_CELL));
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}

/** The same bytes, to be read as text. */
export const readable = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, length);
