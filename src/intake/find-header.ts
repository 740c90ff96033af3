import { cleanValue, plainDigits } from './clean-value.ts';
import { meaningOfHeader } from './header-meaning.ts';
import { MOST_LINES_ABOVE_HEADER, SAMPLE_ROWS } from './limits.ts';
import type { MergedCells, RawRow, RawTable } from './raw-table.ts';

export interface FoundHeader {
  /** As written; for a header of two rows the upper word before the lower. */
  readonly headers: readonly string[];
  /** Index of the first row under the header. */
  readonly firstRow: number;
  /** False where the table begins with its first row and the headers are made up. */
  readonly present: boolean;
}

const isFilled = (cell: string): boolean => cell.trim() !== '';
const filled = (row: RawRow): number => row.cells.reduce((sum, cell) => sum + (isFilled(cell) ? 1 : 0), 0);
const known = (row: RawRow): number =>
  row.cells.reduce(
    (sum, cell) => sum + (cell.length < 200 && isFilled(cell) && meaningOfHeader(cell) ? 1 : 0),
    0,
  );

const tooWide = (row: RawRow): boolean => row.fault !== undefined && row.fault !== 'row.broken-quote';

/**
 * Where the header stands. Titles and notes above it are narrow; the header is the first row as wide as the table, or a
 * row shortly below that says in known words that it is the header. A first row of the same stuff as the rows below it
 * is no header.
 */
export function findHeader(table: RawTable): FoundHeader | undefined {
  const { rows } = table;
  const width = usualWidth(rows);
  if (width === 0) return undefined;
  let first = rows.findIndex((row) => tooWide(row) || filled(row) >= Math.max(1, Math.ceil(width * 0.6)));
  if (first < 0 || first > MOST_LINES_ABOVE_HEADER) first = rows.findIndex((row) => filled(row) > 0);
  if (first < 0) return undefined;
  const better = tellingRow(rows, first);
  const at = better ?? first;
  const header = rows[at]!;
  if (better === undefined && known(header) === 0 && isData(rows, first, width)) {
    const cells = Math.max(...rows.slice(first, first + SAMPLE_ROWS).map((row) => row.cells.length));
    return { headers: Array.from({ length: cells }, () => ''), firstRow: first, present: false };
  }
  const lower = rows[at + 1];
  if (lower && twoRows(header, lower, table.merges))
    return { headers: combined(header, lower, table.merges), firstRow: at + 2, present: true };
  const upper = rows[at - 1];
  if (upper && table.merges.some((merge) => merge.top <= upper.position && merge.bottom >= header.position))
    return { headers: combined(upper, header, table.merges), firstRow: at + 1, present: true };
  return { headers: withoutTail(header.cells, table), firstRow: at + 1, present: true };
}

/** Cells that most rows fill. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const cells = filled(row);
    if (cells > 0) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts)
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  return width;
}

/** A row of known words shortly below the first wide one, where that one has none: a title spread over several cells. */
function tellingRow(rows: readonly RawRow[], first: number): number | undefined {
  const last = Math.min(rows.length, MOST_LINES_ABOVE_HEADER);
  const own = known(rows[first]!);
  for (let at = 0; at < last; at++) {
    const words = known(rows[at]!);
    const cells = filled(rows[at]!);
    if (at === first || cells < 2) continue;
    if (
      at < first
        ? words >= 2 && words * 2 >= cells && own < words
        : own === 0 && words >= 3 && words * 2 > cells
    )
      return at;
  }
  return undefined;
}

/** Whether the first row is of the same stuff as those below: numbers over numbers, dates over dates. */
function isData(rows: readonly RawRow[], first: number, width: number): boolean {
  const below = rows.slice(first + 1, first + 50).filter((row) => row.fault === undefined);
  if (below.length < 2) return false;
  if (personLike(rows[first]!, below)) return true;
  if (width < 2) return false;
  return rows[first]!.cells.some((cell, column) => {
    const shape = shapeOf(cell);
    if (shape === 'words' || shape === 'empty') return false;
    const alike = below.filter((row) => shapeOf(row.cells[column] ?? '') === shape).length;
    const other = below.filter((row) => shapeOf(row.cells[column] ?? '') === 'words').length;
    return alike * 2 > below.length && other * 10 < below.length;
  });
}

/**
 * A first row without a known word, of two or more words where nearly all rows below have as
 * many, is a person: to take it for a header would lose somebody in silence.
 */
function personLike(row: RawRow, below: readonly RawRow[]): boolean {
  const cellsBelow = (column: number): readonly string[] =>
    below.map((other) => (other.cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return row.cells.some((cell, column) => {
    const text = cell.trim();
    if (!NAME_OF_SEVERAL_WORDS.test(text)) return false;
    const others = cellsBelow(column);
    const alike = others.filter((other) => NAME_OF_SEVERAL_WORDS.test(other)).length;
    return others.length >= 2 && alike * 5 >= others.length * 4 && new Set(others).size * 2 > others.length;
  });
}

const NAME_OF_SEVERAL_WORDS = /^[\p{L}\p{M}'’ʼ‘.-]+(?: [\p{L}\p{M}'’ʼ‘.-]+){1,6}$/u;

function shapeOf(cell: string): 'empty' | 'number' | 'date' | 'words' {
  const text = plainDigits(cleanValue(cell).text);
  if (text === '') return 'empty';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)) return 'date';
  return /^[-+]?[\d.,]+$/.test(text) ? 'number' : 'words';
}

/** A heading over several columns, with their names in the row below it. */
function twoRows(upper: RawRow, lower: RawRow, merges: readonly MergedCells[]): boolean {
  const spans = merges.some(
    (merge) => merge.top <= upper.position && merge.bottom === upper.position && merge.right > merge.left,
  );
  return spans && lower.position === upper.position + 1 && known(lower) >= 2;
}

function combined(upper: RawRow, lower: RawRow, merges: readonly MergedCells[]): readonly string[] {
  const cells = Math.max(upper.cells.length, lower.cells.length);
  return Array.from({ length: cells }, (_, column) => {
    const merge = merges.find(
      ({ top, bottom, left, right }) =>
        top <= upper.position && bottom >= upper.position && left <= column && column <= right,
    );
    const above = (upper.cells[merge ? merge.left : column] ?? '').trim();
    const below = (lower.cells[column] ?? '').trim();
    if (below === '') return above;
    // A title over the whole table says nothing about one column.
    if (above === '' || (merge && merge.right - merge.left + 1 >= cells)) return below;
    return `${above} - ${below}`;
  });
}

/** A spreadsheet's empty columns behind the last one that anybody filled are no columns. */
function withoutTail(headers: readonly string[], table: RawTable): readonly string[] {
  if (table.sheet === undefined) return headers;
  let width = 1;
  for (const { cells } of table.rows)
    for (let column = cells.length - 1; column >= width; column--)
      if (isFilled(cells[column]!)) {
        width = column + 1;
        break;
      }
  return headers.slice(0, width);
}
