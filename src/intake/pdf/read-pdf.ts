import type { ProblemLog } from '../problem-log.ts';
import type { RawRow, RawTable } from '../raw-table.ts';
import { type PageRow, rowsOf } from './page-rows.ts';
import { PDF_LIMITS, readMarks } from './read-marks.ts';

export const PDF_MEDIA_TYPE = 'application/pdf';

/**
 * The rows of a PDF with a text layer, as one table over all its pages; nothing where it has no writing or no table.
 * What is at the same place of several pages with nothing but its digits changed (titles, page numbers) is no row.
 *
 * @throws SanadError what `readMarks` throws
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  log: ProblemLog,
): Promise<RawTable | undefined> {
  const { pages, total } = await readMarks(file, bytes);
  if (total > pages.length) log.tell({ code: 'pdf.too-long', data: { limit: PDF_LIMITS.pages } });
  const glyphs = pages.reduce((sum, page) => sum + page.glyphs.length, 0);
  if (glyphs < FEWEST_GLYPHS) {
    log.tell({ code: 'pdf.no-text' });
    return undefined;
  }
  let edges: readonly number[] | undefined;
  let reversed = 0;
  let joined = 0;
  const read = pages.map((marks) => {
    const page = rowsOf(marks, edges);
    edges = page.edges ?? edges;
    if (page.printed === 'reversed') reversed++;
    joined += page.joined;
    return page.rows;
  });
  const unknown = pages
    .flatMap((page) => page.glyphs)
    .filter(({ text }) => /\ufffd|\p{Private_Use}|\p{Cc}/u.test(text)).length;
  if (unknown > 0) log.tell({ code: 'pdf.letters-unknown', data: { count: unknown } });
  if (reversed > 0) log.tell({ code: 'pdf.reversed', data: { count: reversed } });
  if (joined > 0) log.tell({ code: 'pdf.split-rows', data: { count: joined } });

  const running = runningLines(read);
  const rows = read.flat().filter((row) => !running.has(row));
  if (running.size > 0) log.tell({ code: 'pdf.page-lines', data: { count: running.size } });
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const wide = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length >= 2).length;
  if (width < 2 || wide < 2) {
    log.tell({ code: 'pdf.no-table' });
    return undefined;
  }
  return {
    merges: [],
    rows: rows.map(
      ({ cells, region }, position): RawRow => ({
        // Lines outside the table, narrower than it, keep their text in the first cell.
        cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')],
        position,
        region,
      }),
    ),
  };
}

/** Fewer letters than these on all pages are a stamp on pictures of pages. */
const FEWEST_GLYPHS = 20;
/** Shares of the page's height from its edges within which titles and page numbers stand. */
const MARGIN = 0.12;

function runningLines(pages: readonly (readonly PageRow[])[]): Set<PageRow> {
  const running = new Set<PageRow>();
  if (pages.length < 2) return running;
  const seen = new Map<string, PageRow[]>();
  for (const rows of pages)
    for (const row of rows) {
      const { top, height } = row.region;
      const filled = row.cells.filter((cell) => cell !== '');
      if ((top > MARGIN && top + height < 1 - MARGIN) || filled.length > 3) continue;
      const key = `${filled.join(' ').replace(/[0-9\u0660-\u0669\u06f0-\u06f9]+/g, '#')} ${Math.round(top * 50)}`;
      const same = seen.get(key);
      if (same) same.push(row);
      else seen.set(key, [row]);
    }
  for (const same of seen.values())
    if (new Set(same.map(({ region }) => region.page)).size >= Math.max(2, pages.length * 0.5))
      for (const row of same) running.add(row);
  return running;
}
