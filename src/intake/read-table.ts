import { type ErrorCode, type Problem, type Property, type RowDraft, SanadError } from '../model/index.ts';
import { type FoundHeader, findHeader } from './find-header.ts';
import { looksLikeFormula } from './formula.ts';
import {
  MOST_CELL_CHARACTERS,
  MOST_COLUMNS,
  MOST_LINE_CHARACTERS,
  MOST_ROWS,
  MOST_VALUE_CHARACTERS,
  SAMPLE_ROWS,
} from './limits.ts';
import type { ProblemLog } from './problem-log.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { dateHabitOf } from './read-date.ts';
import { isDate, type ValueReader, valueReader } from './read-value.ts';
import { type RecognisedColumn, recogniseColumns } from './recognise-columns.ts';

export interface ReadTable {
  readonly sheet?: string;
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly RowDraft[];
}

/** A table's rows with what each cell says; nothing where the table has no cell at all. */
export function readTable(
  table: RawTable,
  index: number,
  log: ProblemLog,
  said: Readonly<Record<string, Property>> = {},
): ReadTable | undefined {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const found = findHeader(table);
  if (!found) return undefined;
  const body = table.rows.slice(found.firstRow);
  const headerRow = table.rows[found.firstRow - 1];
  const headerPosition = found.present ? (headerRow?.position ?? -1) : (body[0]?.position ?? 0) - 1;
  if (!found.present) log.tell({ code: 'list.no-header', ...sheet });
  else if (headerRow?.fault) brokenHeader(headerRow, headerRow.fault, log, sheet);
  const names = uniqueHeaders(found, body, log, sheet);
  const columns = recogniseColumns(found.headers, sampleOf(body), said, names);
  if (body.length === 0) log.tell({ code: 'list.no-rows', ...sheet });
  const named = columns.some(({ property }) => property.startsWith('name.') && property !== 'name.mother');
  if (!named)
    log.tell({
      code: 'list.no-name-column',
      ...sheet,
      data: { headers: names.join(' · ').slice(0, 300) },
    });
  const reader = rowReader(table, index, columns, found, log, sheet, named ? 'names' : 'no-names');
  const rows: RowDraft[] = [];
  const empty = { count: 0, first: 0 };
  for (const raw of body) {
    if (rows.length >= MOST_ROWS) {
      log.tell({ code: 'list.too-many-rows', ...sheet, data: { limit: MOST_ROWS } });
      break;
    }
    const number = raw.position - headerPosition;
    const draft = reader(raw, number);
    if (draft === 'empty') {
      if (empty.count++ === 0) empty.first = number;
    } else if (draft) rows.push(draft);
  }
  if (empty.count > 0)
    log.tell({ code: 'row.empty', ...sheet, row: empty.first, data: { count: empty.count } });
  return { ...sheet, columns, rows };
}

/** A header too wide to be one refuses the list; one with a broken quote is read as well as can be, and told. */
function brokenHeader(
  row: RawRow,
  fault: NonNullable<RawRow['fault']>,
  log: ProblemLog,
  sheet: { readonly sheet?: string },
): void {
  const line = row.line === undefined ? {} : { line: row.line };
  if (fault === 'row.broken-quote') log.tell({ code: fault, ...sheet, row: 0, ...line });
  else throw new SanadError(fault, { ...sheet, ...line, limit: LIMIT_OF[fault] });
}

/** Rows from the whole length, so that a list sorted by place or date shows all of them. */
function sampleOf(rows: readonly RawRow[]): readonly (readonly string[])[] {
  if (rows.length <= SAMPLE_ROWS) return rows.map((row) => row.cells);
  const run = SAMPLE_ROWS / 10;
  const sample: (readonly string[])[] = [];
  for (let part = 0; part < 10; part++) {
    const start = Math.floor((part * (rows.length - run)) / 9);
    for (let at = start; at < start + run; at++) sample.push(rows[at]!.cells);
  }
  return sample;
}

function uniqueHeaders(
  found: FoundHeader,
  body: readonly RawRow[],
  log: ProblemLog,
  sheet: { readonly sheet?: string },
): readonly string[] {
  const taken = new Set(found.headers.map((header) => header.trim()).filter((header) => header !== ''));
  const seen = new Set<string>();
  return found.headers.map((header, column) => {
    const written = header.trim();
    if (written !== '' && !seen.has(written)) {
      seen.add(written);
      return written;
    }
    let renamed = written === '' ? `#${column + 1}` : `${written} (2)`;
    for (let next = 3; taken.has(renamed) || seen.has(renamed); next++)
      renamed = written === '' ? `#${column + 1} (${next})` : `${written} (${next})`;
    seen.add(renamed);
    if (written !== '') log.tell({ code: 'header.duplicate', ...sheet, column: written, data: { renamed } });
    else if (found.present && body.some((row) => (row.cells[column] ?? '').trim() !== ''))
      log.tell({ code: 'header.empty', ...sheet, column: renamed, data: { renamed } });
    return renamed;
  });
}

type DraftStatement = RowDraft['statements'][number];

/** Words that a page header repeats; numbers and dates under equal headers are rows. */
const sameWords = (cells: readonly string[], headers: readonly string[]): boolean => {
  let same = 0;
  let filled = 0;
  for (const [column, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    filled++;
    if (text === (headers[column] ?? '').trim()) same++;
  }
  return filled >= 2 && same * 5 >= filled * 4;
};

function rowReader(
  table: RawTable,
  index: number,
  columns: readonly RecognisedColumn[],
  found: FoundHeader,
  log: ProblemLog,
  sheet: { readonly sheet?: string },
  names: 'names' | 'no-names',
): (raw: RawRow, number: number) => RowDraft | 'empty' | undefined {
  const width = columns.length;
  const readers = columns.map((column, at) => readerOf(column, at, table, found.firstRow));
  const firstHeader = found.headers.find((header) => header.trim() !== '')?.trim();

  return (raw, number) => {
    const place = { ...sheet, row: number, ...(raw.line === undefined ? {} : { line: raw.line }) };
    const tell = (code: ErrorCode, more: Pick<Problem, 'column' | 'data'> = {}): void =>
      log.tell({ code, ...place, ...more });
    if (raw.fault) {
      tell(raw.fault, raw.fault === 'row.broken-quote' ? {} : { data: { limit: LIMIT_OF[raw.fault] } });
      return undefined;
    }
    const kept = fitted(raw.cells, width, table.sheet === undefined ? 'text' : 'sheet', tell);
    if (!kept) return undefined;
    if (kept === 'empty') return 'empty';
    if (found.present && firstHeader !== undefined && sameWords(kept, found.headers)) {
      tell('header.repeated-in-rows');
      return undefined;
    }
    const statements: DraftStatement[] = [];
    let directionMarks: string | undefined;
    let controlCharacters: string | undefined;
    let named = false;
    let said = false;
    for (let at = 0; at < width; at++) {
      const written = kept[at]!;
      if (written === '' && raw.formulas === undefined) continue;
      const column = columns[at]!;
      if (written.length > MOST_CELL_CHARACTERS)
        tell('cell.too-long', { column: column.header, data: { limit: MOST_CELL_CHARACTERS } });
      if (raw.formulas ? raw.formulas.includes(at) : looksLikeFormula(written))
        tell('cell.formula', { column: column.header, data: { value: shortened(written) } });
      if (column.property === 'ignore' || written === '') continue;
      const reading = readers[at]!(written);
      if (reading.directionMarks) directionMarks ??= column.header;
      if (reading.controlCharacters) controlCharacters ??= column.header;
      if (reading.fault)
        tell(reading.fault, {
          column: column.header,
          data: {
            value: shortened(written),
            ...(reading.fault === 'cell.too-long' ? { limit: MOST_VALUE_CHARACTERS } : {}),
          },
        });
      const { value, place: birthPlace } = reading;
      const nothing = value === undefined && reading.fault === undefined && written.trim() === '';
      if (nothing) continue;
      if (birthPlace !== undefined)
        statements.push({ property: 'place.birth', column: at, written, value: birthPlace });
      if (birthPlace === undefined || value !== undefined || reading.fault)
        statements.push(
          value === undefined
            ? { property: column.property, column: at, written }
            : { property: column.property, column: at, written, value },
        );
      said ||= value !== undefined || birthPlace !== undefined;
      named ||=
        value !== undefined && column.property.startsWith('name.') && column.property !== 'name.mother';
    }
    if (directionMarks !== undefined) tell('cell.direction-marks', { column: directionMarks });
    if (controlCharacters !== undefined) tell('cell.control-characters', { column: controlCharacters });
    if (names === 'names' && !named && (said || statements.length > 0)) tell('row.no-name');
    return {
      kind: 'row',
      table: index,
      row: number,
      cells: kept,
      ...(raw.span === undefined ? {} : { span: raw.span }),
      statements,
    };
  };
}

const LIMIT_OF = {
  'list.line-too-long': MOST_LINE_CHARACTERS,
  'list.too-many-columns': MOST_COLUMNS,
} as const;

/** The row in the table's width; nothing where cells stand beside the columns. */
function fitted(
  cells: readonly string[],
  width: number,
  of: 'text' | 'sheet',
  tell: (code: ErrorCode, more: Pick<Problem, 'data'>) => void,
): readonly string[] | 'empty' | undefined {
  if (cells.every((cell) => cell.trim() === '')) return 'empty';
  if (cells.length === width) return cells;
  const counts = { data: { found: cells.length, expected: width } };
  if (cells.length > width) {
    if (cells.slice(width).every((cell) => cell.trim() === '')) return cells.slice(0, width);
    tell('row.too-many-cells', counts);
    return undefined;
  }
  // A sheet leaves out empty cells; in text their separators should be there.
  if (of === 'text') tell('row.too-few-cells', counts);
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

const shortened = (written: string): string => (written.length > 80 ? `${written.slice(0, 79)}…` : written);

function readerOf(column: RecognisedColumn, at: number, table: RawTable, firstRow: number): ValueReader {
  const { property } = column;
  const of = property === 'birth.date' ? 'birth' : 'event';
  if (!isDate(property)) return valueReader(column, { order: 'day-first', of });
  const values = table.rows.slice(firstRow).map((row) => row.cells[at] ?? '');
  const habit = dateHabitOf(values, of);
  return valueReader(column, table.serialDates ? { ...habit, serial: table.serialDates } : habit);
}
