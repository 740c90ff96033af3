import { SanadError } from '../../model/index.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import type { MergedCells, RawRow, RawTable } from '../raw-table.ts';
import { numberText } from './number-format.ts';
import { richText, type Workbook } from './workbook.ts';
import { readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export interface SheetReading {
  readonly table: RawTable;
  readonly hiddenRows: number;
}

/** Cells read so far, over all sheets of a workbook. */
export interface CellCount {
  cells: number;
}

/** Excel ends at column XFD; what claims to lie beyond is an error of the file. */
const LAST_COLUMN = 16_383;
/** Excel ends at row 1,048,576. */
const LAST_ROW = 1_048_575;

const COLUMN_A = 'A'.charCodeAt(0);

/** `BC12` → column 54, row 11; the row is absent where the reference has none. */
export function cellReference(
  reference: string,
): { readonly column: number; readonly row?: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})?$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + (letter.charCodeAt(0) - COLUMN_A + 1);
  return match[2] === undefined ? { column: column - 1 } : { column: column - 1, row: Number(match[2]) - 1 };
}

/**
 * The cells of one sheet, row by row. What the sheet says about its size (`dimension`) is not believed; only cells that
 * are there take memory.
 *
 * @throws SanadError `file.xlsx-too-large`, `file.xlsx-damaged`
 */
export async function readSheet(
  zip: ZipParts,
  file: string,
  workbook: Workbook,
  sheet: Workbook['sheets'][number],
  count: CellCount,
): Promise<SheetReading> {
  const rows: RawRow[] = [];
  const merges: MergedCells[] = [];
  const text = richText();
  let hiddenRows = 0;
  let position = -1;
  let cells: string[] = [];
  let formulas: number[] = [];
  let tooWide = false;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let within: 'value' | 'formula' | undefined;
  let hasFormula = false;
  let hidden = false;

  const tooLarge = (limit: string): SanadError => new SanadError('file.xlsx-too-large', { file, limit });

  const endCell = (): void => {
    const written = cellText();
    if (hasFormula) formulas.push(column);
    if (written === '') return;
    if (column >= MOST_COLUMNS) {
      tooWide = true;
      return;
    }
    if (++count.cells > MOST_CELLS) throw tooLarge(`${MOST_CELLS / 1e6} M`);
    while (cells.length < column) cells.push('');
    cells[column] = written;
  };

  const cellText = (): string => {
    switch (type) {
      case 's':
        return workbook.strings[Number(value)] ?? '';
      case 'inlineStr':
        return text.end();
      case 'b':
        return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
      case 'str':
      case 'e':
        return value;
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return numberText(value.trim(), workbook.formats[style] ?? { kind: 'plain' }, workbook.dates);
    }
  };

  await readXml(zip.text(sheet.part), file, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const given = Number(attributes.r);
          position = Number.isInteger(given) && given > position + 1 ? given - 1 : position + 1;
          if (position > LAST_ROW) throw tooLarge(`${LAST_ROW + 1}`);
          cells = [];
          formulas = [];
          tooWide = false;
          column = -1;
          hidden = attributes.hidden === '1' || attributes.hidden === 'true';
          return;
        }
        case 'c': {
          const reference = attributes.r === undefined ? undefined : cellReference(attributes.r);
          column = reference && reference.column > column ? reference.column : column + 1;
          if (column > LAST_COLUMN) throw tooLarge(`${LAST_COLUMN + 1}`);
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          value = '';
          hasFormula = false;
          text.begin();
          return;
        }
        case 'v':
          within = 'value';
          return;
        case 'f':
          within = 'formula';
          hasFormula = true;
          return;
        case 'mergeCell': {
          const [from, to] = (attributes.ref ?? '').split(':').map(cellReference);
          if (from?.row !== undefined && to?.row !== undefined && merges.length < 10_000)
            merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
          return;
        }
        default:
          text.open(name);
      }
    },
    text(piece) {
      if (within === 'value') value += piece;
      else if (within === undefined) text.text(piece);
    },
    close(name) {
      if (name === 'v' || name === 'f') within = undefined;
      else if (name === 'c') endCell();
      else if (name === 'row') {
        if (cells.length === 0 && !tooWide) return;
        if (hidden) hiddenRows++;
        if (rows.length > MOST_ROWS) throw tooLarge(`${MOST_ROWS}`);
        rows.push(
          tooWide
            ? { cells: [], position, fault: 'list.too-many-columns' }
            : { cells, position, ...(formulas.length > 0 ? { formulas } : {}) },
        );
      } else text.close(name);
    },
  });
  return { table: { sheet: sheet.name, rows, merges, serialDates: workbook.dates }, hiddenRows };
}
