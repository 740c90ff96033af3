import type { ProblemLog } from '../problem-log.ts';
import type { RawTable } from '../raw-table.ts';
import { type CellCount, readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import { openZip } from './zip-parts.ts';

/**
 * The tables of an XLSX workbook, one a sheet that has cells. Hidden sheets and rows are read like the others, and told.
 *
 * @throws SanadError `file.not-xlsx`, `file.xlsx-damaged`, `file.xlsx-too-large`
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  log: ProblemLog,
): Promise<readonly RawTable[]> {
  const zip = await openZip(bytes, file);
  const workbook = await readWorkbook(zip, file);
  const tables: RawTable[] = [];
  const count: CellCount = { cells: 0 };
  for (const sheet of workbook.sheets) {
    const { table, hiddenRows } = await readSheet(zip, file, workbook, sheet, count);
    if (table.rows.length === 0) continue;
    if (sheet.hidden) log.tell({ code: 'sheet.hidden', sheet: sheet.name });
    if (hiddenRows > 0) log.tell({ code: 'row.hidden', sheet: sheet.name, data: { count: hiddenRows } });
    tables.push(table);
  }
  return tables;
}
