import { SanadError } from '../model/index.ts';
import { type CaptureTable, captureTable, LIMITS, patternName } from './capture-table.ts';

/**
 * A table of counts from text: a header, then a row for each pattern. One column holds the count (`count`, `freq`, `n`,
 * `y`, `العدد`); without one each row is one person. A column of marks (0/1, or `un`/`obs`) is a list; any other column
 * divides the table into strata. A list that is `NA` or empty in all rows of a stratum does not cover it. A stratum that
 * is empty, `NA` or `missing` is not known. Patterns not written are zero. Separators: comma, semicolon or tab.
 *
 * Throws what {@link captureTable} throws, and `file.empty`, `file.too-large`, `figures.row-cells`,
 * `figures.no-count-column`, `figures.mark-unclear`, `figures.cell-twice`, `figures.partly-absent`.
 */
export function parseCaptureTable(csv: string, file = 'counts'): CaptureTable {
  if (csv.length > LIMITS.characters)
    throw new SanadError('file.too-large', { file, limit: `${LIMITS.characters} characters` });
  const [header, ...rows] = splitRows(csv);
  if (!header || rows.length === 0) throw new SanadError('file.empty', { file });
  const wrong = rows.findIndex((cells) => cells.length !== header.length);
  if (wrong >= 0)
    throw new SanadError('figures.row-cells', {
      row: wrong + 1,
      found: rows[wrong]!.length,
      expected: header.length,
    });

  const countAt = header.findIndex((name) => COUNT_NAMES.has(name.toLowerCase()));
  const columns = header.map((name, at) => ({ name, at })).filter(({ at }) => at !== countAt);
  const marks = columns.filter(({ name, at }) => isMarks(rows, at, name));
  const dividers = columns.filter((column) => !marks.includes(column));
  const lists = marks.map(({ name }) => name);
  if (countAt < 0) {
    const numbers = dividers.find(({ at }) => rows.every((cells) => /^\d+$/.test(cells[at]!)));
    if (numbers) throw new SanadError('figures.no-count-column', { column: numbers.name });
  }
  if (lists.length < 2) throw new SanadError('figures.too-few-lists', { found: lists.length });
  if (lists.length > LIMITS.lists)
    throw new SanadError('figures.too-many-lists', { found: lists.length, limit: LIMITS.lists });

  const parts = new Map<string, { covering: number; counts: Float64Array; rowOf: Map<number, number> }>();
  rows.forEach((cells, index) => {
    const row = index + 1;
    let pattern = 0;
    let covering = 0;
    marks.forEach(({ at }, list) => {
      const mark = MARKS.get(cells[at]!.toLowerCase());
      if (mark !== undefined) covering |= 1 << list;
      if (mark === 1) pattern |= 1 << list;
    });
    const count = countAt < 0 ? 1 : readCount(cells[countAt]!, row, pattern, lists);
    const names = dividers.map(({ at }) => cells[at]!);
    const name = names.some((value) => NOT_KNOWN.has(value.toLowerCase())) ? UNPLACED : names.join(' · ');
    const part = parts.get(name) ?? {
      covering,
      counts: new Float64Array(1 << lists.length),
      rowOf: new Map<number, number>(),
    };
    parts.set(name, part);
    if (part.covering !== covering)
      throw new SanadError('figures.partly-absent', {
        row,
        stratum: name === UNPLACED ? '' : name,
        list: lists.find((_, list) => (part.covering ^ covering) & (1 << list))!,
      });
    const first = part.rowOf.get(pattern);
    if (first !== undefined && countAt >= 0) throw new SanadError('figures.cell-twice', { row, first });
    part.rowOf.set(pattern, row);
    part.counts[pattern]! += count;
  });
  const unplaced = parts.get(UNPLACED)?.counts;
  return captureTable({
    lists,
    strata: [...parts]
      .filter(([name]) => name !== UNPLACED)
      .map(([name, { covering, counts }]) => ({ name, covering, counts })),
    ...(unplaced ? { unplaced } : {}),
  });
}

const UNPLACED = '\u0000';
const COUNT_NAMES = new Set([
  'count',
  'counts',
  'freq',
  'frequency',
  'n',
  'y',
  'number',
  'nombre',
  'effectif',
  'العدد',
  'عدد',
  'التكرار',
]);
const ABSENT = ['', 'na', 'n/a', 'null', '-', '—'];
const NOT_KNOWN = new Set([...ABSENT, 'missing', 'unknown', 'inconnu', 'غير معروف', 'مجهول']);
/** `undefined` for a list that does not cover the row. */
const MARKS = new Map<string, 0 | 1 | undefined>([
  ['0', 0],
  ['1', 1],
  ['un', 0],
  ['obs', 1],
  ['no', 0],
  ['yes', 1],
  ['لا', 0],
  ['نعم', 1],
  ...ABSENT.map((mark): [string, undefined] => [mark, undefined]),
]);

/** A column that has zeros beside values that are no marks is neither a list nor a stratum; it must not be guessed. */
function isMarks(rows: readonly (readonly string[])[], at: number, column: string): boolean {
  const values = new Set(rows.map((cells) => cells[at]!.toLowerCase()));
  const stray = [...values].find((value) => !MARKS.has(value));
  if (stray === undefined) return [...values].some((value) => MARKS.get(value) !== undefined);
  if (values.has('0'))
    throw new SanadError('figures.mark-unclear', {
      column,
      value: stray,
      row: rows.findIndex((cells) => cells[at]!.toLowerCase() === stray) + 1,
    });
  return false;
}

function readCount(value: string, row: number, pattern: number, lists: readonly string[]): number {
  if (pattern === 0 && ABSENT.includes(value.toLowerCase())) return 0;
  const where = { row, value, stratum: '', lists: patternName(pattern, lists) };
  if (/^[-−]\d+(\.\d+)?$/.test(value)) throw new SanadError('figures.count-negative', where);
  if (!/^\d+(\.0+)?$/.test(value)) throw new SanadError('figures.count-not-whole', where);
  const count = Number(value);
  if (pattern === 0 && count > 0) throw new SanadError('figures.on-no-list', where);
  if (count > LIMITS.total)
    throw new SanadError('figures.total-too-large', { total: count, limit: LIMITS.total });
  return count;
}

const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Cells of a small table; quotation marks as in RFC 4180. Lines with nothing in them are passed over. */
function splitRows(csv: string): string[][] {
  const text = westernDigits(csv.replace(/^\uFEFF/, ''));
  const head = text.slice(0, text.search(/\r|\n|$/));
  const separator = [',', ';', '\t'].reduce((best, mark) =>
    head.split(mark).length > head.split(best).length ? mark : best,
  );
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => splitLine(line, separator));
}

function splitLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if (letter === '"') {
      if (quoted && line[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = !quoted;
    } else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  cells.push(cell.trim());
  return cells;
}
