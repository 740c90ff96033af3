import type { Region } from '../../model/index.ts';
import type { Glyph, PageMarks, Rule } from './page-marks.ts';
import { isArabic, type Printed, printedOf, type Stretch, textOf } from './reading-order.ts';

/** One row of a page: its cells in the order of reading, and where it stands. */
export interface PageRow {
  readonly cells: readonly string[];
  readonly region: Region;
}

export interface PageRead {
  readonly rows: readonly PageRow[];
  readonly printed: Printed;
  /** Lines that continue the row above. */
  readonly joined: number;
}

/** Edges between columns, ascending; the first and last are those of the page. */
type Edges = readonly number[];

interface Line {
  readonly baseline: number;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/**
 * Rows and cells of a page. Where borders are drawn, they say what is a cell; else lines are rows, and columns are the
 * stretches that white space parts on nearly every line.
 *
 * @param known the columns of the page before, for a page with few lines
 */
export function rowsOf(
  marks: PageMarks,
  known: Edges | undefined,
): PageRead & { readonly edges: Edges | undefined } {
  const lines = linesOf(marks.glyphs);
  const printed = printedOf(lines.map(({ glyphs }) => glyphs));
  const arabic = marks.glyphs.filter(({ text }) => isArabic(text)).length * 3 > marks.glyphs.length;
  const ruled = ruledCells(marks);
  const edges = ruled?.columns ?? columnEdges(lines, marks.width) ?? known;
  const place = placing(marks);
  const cellsOf = (glyphs: readonly Glyph[]): string[] => {
    const columns = edges ? parted(glyphs, edges) : [glyphs];
    const cells = columns.map((own) =>
      linesOf(own)
        .map((line) => textOf(line.glyphs, printed))
        .join(' ')
        .trim(),
    );
    return arabic ? cells.reverse() : cells;
  };
  if (ruled) {
    const rows: PageRow[] = [];
    for (const band of bandsOf(marks.glyphs, ruled.rows)) {
      // Above and below the table each line is by itself.
      const groups = band.inside ? [band.glyphs] : linesOf(band.glyphs).map(({ glyphs }) => glyphs);
      for (const glyphs of groups)
        if (glyphs.length > 0)
          rows.push({
            cells: band.inside ? cellsOf(glyphs) : [textOf(linesOf(glyphs)[0]!.glyphs, printed)],
            region: place(glyphs),
          });
    }
    return { rows, printed, joined: 0, edges };
  }
  const rows: { cells: string[]; glyphs: Glyph[] }[] = [];
  let joined = 0;
  const pitch = usualPitch(lines);
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(line.glyphs);
    const above = rows.at(-1);
    const near = at > 0 && line.baseline - lines[at - 1]!.baseline < pitch * 0.8;
    const few = cells.filter((cell) => cell !== '').length <= Math.max(1, cells.length / 3);
    if (above && near && few && above.cells.length === cells.length && cells.length > 1) {
      above.cells = above.cells.map((cell, column) =>
        [cell, cells[column]].filter((one) => one !== '').join(' '),
      );
      above.glyphs.push(...line.glyphs);
      joined++;
    } else rows.push({ cells, glyphs: [...line.glyphs] });
  }
  return {
    rows: rows.map(({ cells, glyphs }) => ({ cells, region: place(glyphs) })),
    printed,
    joined,
    edges,
  };
}

/** Glyphs of one height, from left to right; lines from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && glyph.baseline - line.baseline <= 0.45 * Math.max(glyph.size, line.size)) {
      line.glyphs.push(glyph);
      line.size = Math.max(line.size, glyph.size);
    } else lines.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
  }
  return lines.map(({ glyphs: own, ...line }) => ({
    ...line,
    glyphs: shownOnce(own.sort((a, b) => a.left - b.left || a.right - b.right)),
  }));
}

/** Bold letters are often made by showing them twice, a hair's breadth apart. */
function shownOnce(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const near = (glyph.right - glyph.left) * 0.3;
    const before = kept.slice(-4).some(({ text, left }) => text === glyph.text && glyph.left - left < near);
    if (!before) kept.push(glyph);
  }
  return kept;
}

function usualPitch(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map(({ baseline }, at) => baseline - lines[at]!.baseline)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.6)] ?? Number.POSITIVE_INFINITY;
}

/** Words of a line as stretches of the page's width. */
function wordsOf({ glyphs }: Line): { readonly left: number; readonly right: number }[] {
  const words: { left: number; right: number }[] = [];
  for (const { left, right, size } of glyphs) {
    const word = words.at(-1);
    if (word && left - word.right <= 0.45 * size) word.right = Math.max(word.right, right);
    else words.push({ left, right });
  }
  return words;
}

/** Of the lines with several words, so many may cross a white strip between two columns. */
const CROSSING = 0.06;
/** Points. */
const NARROWEST_STRIP = 4;

function columnEdges(lines: readonly Line[], width: number): Edges | undefined {
  const telling = lines.map(wordsOf).filter((words) => words.length >= 2);
  if (telling.length < 2) return undefined;
  const covered = new Uint32Array(Math.ceil(width) + 1);
  for (const words of telling)
    for (const { left, right } of words)
      for (let x = Math.max(0, Math.floor(left)); x <= Math.min(covered.length - 1, Math.ceil(right)); x++)
        covered[x]!++;
  const most = Math.floor(telling.length * CROSSING);
  const edges: number[] = [0];
  let from: number | undefined;
  const first = covered.findIndex((count) => count > most);
  const last = covered.findLastIndex((count) => count > most);
  // Strips of few lines may be the spaces between words: they must then be wide.
  const narrowest = telling.length < 6 ? 10 : NARROWEST_STRIP;
  for (let x = first; x <= last; x++) {
    if (covered[x]! <= most) from ??= x;
    else if (from !== undefined) {
      if (x - from >= narrowest) edges.push((from + x) / 2);
      from = undefined;
    }
  }
  edges.push(width);
  return edges.length > 2 ? edges : undefined;
}

/** The glyphs of each column: a word belongs to the column where its middle stands. */
function parted(glyphs: readonly Glyph[], edges: Edges): Stretch[] {
  const columns: Glyph[][] = edges.slice(1).map(() => []);
  for (const glyph of glyphs) {
    const middle = (glyph.left + glyph.right) / 2;
    const column = edges.findLastIndex((edge) => edge <= middle);
    columns[Math.max(0, Math.min(columns.length - 1, column))]!.push(glyph);
  }
  return columns;
}

/** Borders nearer than this, in points, are one. */
const ONE_BORDER = 5;

/** Where borders part rows and columns; nothing where there are too few of them to be a table. */
function ruledCells({
  rules,
  glyphs,
}: PageMarks): { readonly rows: readonly number[]; readonly columns: Edges } | undefined {
  if (glyphs.length === 0 || rules.length < 4) return undefined;
  const left = Math.min(...glyphs.map((glyph) => glyph.left));
  const right = Math.max(...glyphs.map((glyph) => glyph.right));
  const rows = bordersOf(rules, 'across', (right - left) * 0.5);
  const columns = bordersOf(rules, 'down', 0);
  if (rows.length < 3 || columns.length < 3) return undefined;
  const tall = rows.at(-1)! - rows[0]!;
  const down = bordersOf(rules, 'down', tall * 0.5);
  if (down.length < 3) return undefined;
  const inside = glyphs.filter(
    ({ baseline }) => baseline > rows[0]! - ONE_BORDER && baseline < rows.at(-1)! + ONE_BORDER,
  );
  return inside.length * 2 >= glyphs.length ? { rows, columns: down } : undefined;
}

/** Places of borders that together are as long as a border of the table, ascending. */
function bordersOf(rules: readonly Rule[], way: Rule['way'], longEnough: number): number[] {
  const places: { at: number; last: number; length: number }[] = [];
  for (const { at, from, to } of rules.filter((rule) => rule.way === way).sort((a, b) => a.at - b.at)) {
    const border = places.at(-1);
    if (border && at - border.last <= ONE_BORDER) {
      border.last = at;
      border.length += to - from;
    } else places.push({ at, last: at, length: to - from });
  }
  return places.filter(({ length }) => length >= longEnough).map(({ at, last }) => (at + last) / 2);
}

interface RuledBand {
  readonly inside: boolean;
  readonly glyphs: Glyph[];
}

function bandsOf(glyphs: readonly Glyph[], rows: readonly number[]): RuledBand[] {
  const bands: RuledBand[] = Array.from({ length: rows.length + 1 }, (_, at) => ({
    inside: at > 0 && at < rows.length,
    glyphs: [],
  }));
  for (const glyph of glyphs) {
    const middle = glyph.baseline - glyph.size * 0.3;
    bands[rows.findLastIndex((row) => row <= middle) + 1]!.glyphs.push(glyph);
  }
  return bands;
}

const placing =
  ({ page, width, height }: PageMarks) =>
  (glyphs: readonly Glyph[]): Region => {
    const within = (share: number): number => Math.max(0, Math.min(1, Math.round(share * 1e4) / 1e4));
    const left = within(Math.min(...glyphs.map((glyph) => glyph.left)) / width);
    const right = within(Math.max(...glyphs.map((glyph) => glyph.right)) / width);
    const top = within(Math.min(...glyphs.map(({ baseline, size }) => baseline - size)) / height);
    const bottom = within(Math.max(...glyphs.map(({ baseline, size }) => baseline + size * 0.3)) / height);
    return { page, left, top, width: within(right - left), height: within(bottom - top) };
  };
