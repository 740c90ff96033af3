import {
  type CellCorrection,
  type ErrorCode,
  type Problem,
  type Property,
  type RowDraft,
  SanadError,
} from '../model/index.ts';
import { type FoundHeader, findHeader } from './find-header.ts';
import { looksLikeFormula } from './formula.ts';
import {
  MOST_CELL_CHARACTERS,
  MOST_COLUMNS,
  MOST_LINE_CHARACTERS,
  MOST_ROWS,
  MOST_ROWS_COMPARED,
  MOST_VALUE_CHARACTERS,
  SAMPLE_ROWS,
} from './limits.ts';
import type { ProblemLog } from './problem-log.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { dateHabitOf } from './read-date.ts';
import { isDate, type ValueReader, valueReader } from './read-value.ts';
import { type RecognisedColumn, recogniseColumns } from './recognise-columns.ts';
import type { RowChoice } from './row-choices.ts';
import { twoNamesIn } from './two-names.ts';

export interface ReadTable {
  readonly sheet?: string;
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly RowDraft[];
  /** Rows that were not taken in, as far as their cells can be told apart. */
  readonly refused: readonly RefusedRow[];
}

export interface RefusedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface TableReading {
  /** Header → what it holds, as a person said. */
  readonly said?: Readonly<Record<string, Property>>;
  /** By row: what a person said about it. */
  readonly choices?: Readonly<Record<number, RowChoice>> | undefined;
  readonly header?: 'to-be-found' | 'first-row';
  /** No date of the list can be later than this day, 2024-12-09. */
  readonly until?: string | undefined;
}

/** A table's rows with what each cell says; nothing where the table has no cell at all. */
export function readTable(
  table: RawTable,
  index: number,
  log: ProblemLog,
  { said = {}, choices = {}, header = 'to-be-found', until }: TableReading = {},
): ReadTable | undefined {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const found: FoundHeader | undefined =
    header === 'first-row'
      ? { headers: table.rows[0]?.cells ?? [], firstRow: 1, present: true }
      : findHeader(table);
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
  const reader = rowReader(table, index, columns, found, log, sheet, named ? 'names' : 'no-names', until);
  const rows: RowDraft[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Map<string, number>();
  const empty = { count: 0, first: 0 };
  for (const raw of body) {
    if (rows.length >= MOST_ROWS) {
      log.tell({ code: 'list.too-many-rows', ...sheet, data: { limit: MOST_ROWS } });
      break;
    }
    const number = raw.position - headerPosition;
    const drafts = reader(raw, number, choices[number]);
    if (drafts === 'empty') {
      if (empty.count++ === 0) empty.first = number;
    } else if (drafts === 'repeated-header') continue;
    else if (drafts === undefined) refused.push({ row: number, cells: raw.cells });
    else {
      for (const draft of drafts) rows.push(draft);
      if (rows.length <= MOST_ROWS_COMPARED) tellRepeated(drafts[0]!, columns, seen, log, sheet);
    }
  }
  if (empty.count > 0)
    log.tell({ code: 'row.empty', ...sheet, row: empty.first, data: { count: empty.count } });
  return { ...sheet, columns, rows, refused };
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
  until: string | undefined,
): (
  raw: RawRow,
  number: number,
  choice: RowChoice | undefined,
) => readonly RowDraft[] | 'empty' | 'repeated-header' | undefined {
  const width = columns.length;
  const readers = columns.map((column, at) => readerOf(column, at, table, found.firstRow, until));
  const twoNames = columns.map(({ property }, at) =>
    property === 'name.full' || property === 'name.given'
      ? twoNamesIn(
          table.rows
            .slice(found.firstRow, found.firstRow + MOST_ROWS_COMPARED)
            .map((row) => row.cells[at] ?? ''),
        )
      : undefined,
  );
  const firstHeader = found.headers.find((header) => header.trim() !== '')?.trim();

  return (raw, number, choice) => {
    const place = { ...sheet, row: number, ...(raw.line === undefined ? {} : { line: raw.line }) };
    const tell = (code: ErrorCode, more: Pick<Problem, 'column' | 'data'> = {}): void =>
      log.tell({ code, ...place, ...more });
    const about = {
      kind: 'row',
      table: index,
      row: number,
      ...(raw.span === undefined ? {} : { span: raw.span }),
      ...(raw.region === undefined ? {} : { region: raw.region }),
    } as const;
    const put =
      choice?.do === 'correct' ? [choice.cells] : choice?.do === 'split' ? choice.people : undefined;
    if (raw.fault && !put) {
      tell(raw.fault, raw.fault === 'row.broken-quote' ? {} : { data: { limit: LIMIT_OF[raw.fault] } });
      return choice?.do === 'leave-out' ? [leftOut(about, raw.cells)] : undefined;
    }
    const kept = fitted(
      raw.cells,
      width,
      table.sheet === undefined ? 'text' : 'sheet',
      put ? () => {} : tell,
    );
    if (kept === 'empty') return 'empty';
    if (!kept && !put) return choice?.do === 'leave-out' ? [leftOut(about, raw.cells)] : undefined;
    const cells = kept ?? raw.cells;
    if (found.present && firstHeader !== undefined && sameWords(cells, found.headers)) {
      tell('header.repeated-in-rows');
      return 'repeated-header';
    }
    const readAll = (corrected: Readonly<Record<number, string>>): RowDraft => {
      const corrections = Object.entries(corrected)
        .map(([column, text]) => ({ column: Number(column), text }))
        .filter(({ column, text }) => column < width && text !== (cells[column] ?? ''));
      return {
        ...about,
        cells,
        ...(corrections.length > 0 ? { corrections } : {}),
        statements: statementsOf(raw, cells, corrections, tell, choice),
      };
    };
    const drafts = (put ?? [{}]).map(readAll);
    return choice?.do === 'leave-out' ? [leftOut(about, cells)] : drafts;
  };

  function statementsOf(
    raw: RawRow,
    cells: readonly string[],
    corrections: readonly CellCorrection[],
    tell: (code: ErrorCode, more?: Pick<Problem, 'column' | 'data'>) => void,
    choice: RowChoice | undefined,
  ): readonly DraftStatement[] {
    const statements: DraftStatement[] = [];
    let directionMarks: string | undefined;
    let controlCharacters: string | undefined;
    let named = false;
    let said = false;
    for (let at = 0; at < width; at++) {
      const written = cells[at] ?? '';
      const text = corrections.find(({ column }) => column === at)?.text ?? written;
      if (text === '' && raw.formulas === undefined) continue;
      const column = columns[at]!;
      if (text.length > MOST_CELL_CHARACTERS)
        tell('cell.too-long', { column: column.header, data: { limit: MOST_CELL_CHARACTERS } });
      if (raw.formulas ? raw.formulas.includes(at) : looksLikeFormula(text))
        tell('cell.formula', { column: column.header, data: { value: shortened(text) } });
      if (column.property === 'ignore' || text === '') continue;
      const reading = readers[at]!(text);
      if (reading.directionMarks) directionMarks ??= column.header;
      if (reading.controlCharacters) controlCharacters ??= column.header;
      if (reading.fault)
        tell(reading.fault, {
          column: column.header,
          data: {
            value: shortened(text),
            ...(reading.fault === 'cell.too-long' ? { limit: MOST_VALUE_CHARACTERS } : {}),
          },
        });
      const { value, place: birthPlace } = reading;
      if (value !== undefined && choice === undefined && twoNames[at]?.(value))
        tell('cell.two-names', { column: column.header, data: { value: shortened(text) } });
      const nothing = value === undefined && reading.fault === undefined && text.trim() === '';
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
    return statements;
  }
}

const leftOut = (
  about: Pick<RowDraft, 'kind' | 'table' | 'row' | 'span' | 'region'>,
  cells: readonly string[],
): RowDraft => ({ ...about, cells, leftOut: true, statements: [] });

/** A row that says, running numbers apart, word for word what an earlier one says. */
function tellRepeated(
  { row, cells, leftOut: out }: RowDraft,
  columns: readonly RecognisedColumn[],
  seen: Map<string, number>,
  log: ProblemLog,
  sheet: { readonly sheet?: string },
): void {
  if (out) return;
  const telling = cells.filter((cell, at) => columns[at]?.property !== 'ignore' && cell.trim() !== '');
  if (telling.length < 3) return;
  const key = telling.join('\u0000');
  const earlier = seen.get(key);
  if (earlier === undefined) seen.set(key, row);
  else log.tell({ code: 'row.same-as', ...sheet, row, data: { other: earlier } });
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

function readerOf(
  column: RecognisedColumn,
  at: number,
  table: RawTable,
  firstRow: number,
  until: string | undefined,
): ValueReader {
  const { property } = column;
  const of = property === 'birth.date' ? 'birth' : 'event';
  if (!isDate(property)) return valueReader(column, { order: 'day-first', of });
  const values = table.rows.slice(firstRow).map((row) => row.cells[at] ?? '');
  const habit = dateHabitOf(values, of);
  return valueReader(column, {
    ...habit,
    ...(table.serialDates ? { serial: table.serialDates } : {}),
    ...(until === undefined ? {} : { until }),
  });
}
