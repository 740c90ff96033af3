import { readDelimited } from './delimited-text.ts';
import { meaningOfHeader } from './header-meaning.ts';
import { MOST_COLUMNS } from './limits.ts';

const DELIMITERS = [',', ';', '\t', '|', '،', '؛'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE = 200;

export interface DelimiterEvidence {
  readonly delimiter: Delimiter;
  /** Most frequent number of cells in a row. */
  readonly width: number;
  /** Share of the sampled rows that have it. */
  readonly agreement: number;
  /** Cells of the most telling row that are known as headers. */
  readonly headers: number;
}

/** Excel's own word about the delimiter, on a line before the header. */
const DECLARED = /^sep=(.)\r?\n/i;

export interface Layout {
  readonly delimiter: string;
  /** Where the rows begin: behind a `sep=` line. */
  readonly offset: number;
  readonly line: number;
  readonly width: number;
  readonly evidence?: DelimiterEvidence;
}

/**
 * Which character separates the cells: the one under which most rows have the same width, and under which more cells
 * read as headers. A text in which none does is a list of one column.
 */
export function layoutOf(text: string): Layout {
  const declared = DECLARED.exec(text.slice(0, 12));
  if (declared) {
    const offset = declared[0].length;
    const found = evidenceFor(text, declared[1]!, offset);
    return { delimiter: declared[1]!, offset, line: 2, width: found?.width ?? 1 };
  }
  let best: (DelimiterEvidence & { score: number }) | undefined;
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const found = evidenceFor(text, delimiter, 0);
    if (!found) continue;
    const score = found.agreement * (Math.min(found.width, 12) + 4 * found.headers);
    if (!best || score > best.score) best = { ...found, delimiter, score };
  }
  return best
    ? { delimiter: best.delimiter, offset: 0, line: 1, width: best.width, evidence: best }
    : { delimiter: ',', offset: 0, line: 1, width: 1 };
}

function evidenceFor(
  text: string,
  delimiter: string,
  offset: number,
): Omit<DelimiterEvidence, 'delimiter'> | undefined {
  const reader = readDelimited(text, delimiter, undefined, { offset, line: 1 });
  const widths = new Map<number, number>();
  let rows = 0;
  let headers = 0;
  for (let row = reader.next(); row && rows < SAMPLE; row = reader.next()) {
    rows++;
    const width = row.fault === 'list.too-many-columns' ? MOST_COLUMNS + 1 : row.cells.length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
    if (rows <= 15 && width > 1)
      headers = Math.max(
        headers,
        row.cells.filter((cell) => cell.length < 60 && meaningOfHeader(cell)).length,
      );
  }
  let width = 0;
  let agreeing = 0;
  for (const [candidate, count] of widths)
    if (candidate > 1 && count > agreeing) {
      width = candidate;
      agreeing = count;
    }
  return width === 0 ? undefined : { width, agreement: agreeing / rows, headers };
}
