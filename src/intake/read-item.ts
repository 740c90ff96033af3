import {
  type Problem,
  type Property,
  SanadError,
  type TextEncoding,
  type TextLayer,
} from '../model/index.ts';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './delimited-text.ts';
import { layoutOf } from './delimiter.ts';
import type { FieldMap } from './field-map.ts';
import { pageLayer } from './html/page-layer.ts';
import { beginsAsPage, kindOfFile, namedAsText, XLSX_MEDIA_TYPE } from './kind-of-file.ts';
import { MOST_PAGE_CHARACTERS, MOST_REPORT_CHARACTERS, MOST_ROWS } from './limits.ts';
import { looksLikeList } from './looks-like-list.ts';
import { PDF_MEDIA_TYPE, readPdf } from './pdf/read-pdf.ts';
import { plainReportLayer } from './plain-report.ts';
import { type ProblemLog, problemLog } from './problem-log.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { type ReadTable, readTable } from './read-table.ts';
import type { RowChoices } from './row-choices.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export interface IntakeOptions {
  /** Which column holds what, where a person has said so. */
  readonly fields?: FieldMap;
  /** What a person said about single rows. */
  readonly choices?: RowChoices;
  /** The day on which the file was received, 2024-12-09: a date behind it is told as a slip. */
  readonly until?: string;
  /** Read text as a list whatever it looks like. */
  readonly as?: 'list';
}

export interface IntakeResult {
  readonly mediaType: string;
  /** Of text; absent for a workbook and for what is not read. */
  readonly encoding?: TextEncoding;
  readonly problems: readonly Problem[];
  readonly content: IntakeContent;
}

export type IntakeContent =
  | { readonly kind: 'list'; readonly tables: readonly ReadTable[] }
  | { readonly kind: 'report'; readonly layer: TextLayer }
  /** Kept as received, not read. */
  | { readonly kind: 'unread' }
  /** Not taken: `problems` says why. */
  | { readonly kind: 'refused' };

/** A file that was opened once: what is said of its columns and rows is read into its tables as often as it changes. */
export interface OpenedItem {
  /** Cells of its tables, and characters in them: what they take in memory. */
  readonly size: { readonly cells: number; readonly characters: number };
  read(options?: Omit<IntakeOptions, 'as'>): IntakeResult;
}

/** What a file holds before anybody says what its columns mean. */
type Found =
  | IntakeResult
  | { readonly tables: readonly RawTable[]; readonly mediaType: string; readonly encoding?: TextEncoding };

/**
 * Opens one file: finds its tables, or reads what is no list. Never throws for what the file holds: whatever is wrong
 * stands in `problems`, with its place.
 */
export async function openItem(
  file: string,
  bytes: Uint8Array,
  { as }: Pick<IntakeOptions, 'as'> = {},
): Promise<OpenedItem> {
  const log = problemLog(file);
  const refused = (error: unknown, told: ProblemLog): IntakeResult => {
    if (!(error instanceof SanadError)) throw error;
    return {
      mediaType: 'application/octet-stream',
      problems: [...told.all(), problemOf(error, file)],
      content: { kind: 'refused' },
    };
  };
  const found = await find(file, bytes, as, log).catch((error: unknown) => refused(error, log));
  if (!('tables' in found)) return { size: { cells: 0, characters: 0 }, read: () => found };
  const { tables, mediaType, encoding } = found;
  const size = { cells: 0, characters: 0 };
  for (const { cells } of tables.flatMap(({ rows }) => rows)) {
    size.cells += cells.length;
    for (const cell of cells) size.characters += cell.length;
  }
  return {
    size,
    read: (options = {}) => {
      const own = log.onward();
      try {
        const list = listOf(file, tables, mediaType, options, own);
        return encoding === undefined ? list : { ...list, encoding };
      } catch (error) {
        return refused(error, own);
      }
    },
  };
}

/**
 * Reads one file: rows of a list with their statements, the readable text of a report, or nothing where the kind is not
 * understood. Never throws for what the file holds: whatever is wrong stands in `problems`, with its place.
 */
export async function readItem(
  file: string,
  bytes: Uint8Array,
  options: IntakeOptions = {},
): Promise<IntakeResult> {
  return (await openItem(file, bytes, options)).read(options);
}

/** An error's place as the place of a problem, its other data as what the sentence needs. */
function problemOf({ code, data }: SanadError, file: string): Problem {
  const { file: _, line, sheet, ...rest } = data;
  return {
    code,
    file,
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(Object.keys(rest).length > 0 ? { data: rest } : {}),
  };
}

async function find(
  file: string,
  bytes: Uint8Array,
  as: IntakeOptions['as'],
  log: ProblemLog,
): Promise<Found> {
  if (bytes.length === 0) throw new SanadError('file.empty', { file });
  const kind = kindOfFile(file, bytes);
  const unread = (
    mediaType: string,
    code: 'file.unknown-kind' | 'report.too-long',
    limit?: number,
  ): IntakeResult => {
    log.tell({ code, ...(limit === undefined ? {} : { data: { limit } }) });
    return { mediaType, problems: log.all(), content: { kind: 'unread' } };
  };
  switch (kind.kind) {
    case 'binary-as-text':
      throw new SanadError('file.binary', { file });
    case 'not-xlsx':
      throw new SanadError('file.not-xlsx', { file });
    case 'unread':
      return unread(kind.mediaType, 'file.unknown-kind');
    case 'xlsx':
      return { tables: await readXlsx(bytes, file, log), mediaType: XLSX_MEDIA_TYPE };
    case 'pdf': {
      const table = await readPdf(bytes, file, log).catch((error: unknown) => {
        if (!(error instanceof SanadError)) throw error;
        const { code, data } = problemOf(error, file);
        log.tell({ code, ...(data ? { data } : {}) });
      });
      if (table) return { tables: [table], mediaType: PDF_MEDIA_TYPE };
      return { mediaType: PDF_MEDIA_TYPE, problems: log.all(), content: { kind: 'unread' } };
    }
    case 'text':
      break;
  }
  const decoded = decodedOrUnread(file, bytes);
  if (decoded === undefined) return unread('application/octet-stream', 'file.unknown-kind');
  const { text, encoding } = decoded;
  if (text.trim() === '') throw new SanadError('file.empty', { file });
  for (const problem of decoded.problems) log.tell(problem);
  const asList = as === 'list' || kind.as === 'list' || (kind.as === 'open' && looksLikeList(text));
  if (asList && !(kind.as === 'open' && beginsAsPage(text))) {
    const mediaType =
      kind.mediaType.startsWith('text/') && kind.mediaType !== 'text/html' ? kind.mediaType : 'text/csv';
    return { tables: [delimitedTable(text)], mediaType, encoding };
  }
  const page = kind.as === 'page' || beginsAsPage(text);
  const limit = page ? MOST_PAGE_CHARACTERS : MOST_REPORT_CHARACTERS;
  const mediaType = page ? 'text/html' : kind.mediaType;
  if (text.length > limit) return unread(mediaType, 'report.too-long', limit);
  const layer = page ? pageLayer(text) : plainReportLayer(text);
  if (layer.text.length > MOST_REPORT_CHARACTERS)
    return unread(mediaType, 'report.too-long', MOST_REPORT_CHARACTERS);
  if (layer.text.trim() === '') {
    log.tell({ code: 'report.no-text' });
    return { mediaType, encoding, problems: log.all(), content: { kind: 'unread' } };
  }
  return { mediaType, encoding, problems: log.all(), content: { kind: 'report', layer } };
}

/** Binary content is refused under a name that promises text, and kept unread under any other. */
function decodedOrUnread(file: string, bytes: Uint8Array): ReturnType<typeof decodeText> | undefined {
  try {
    return decodeText(bytes, file);
  } catch (error) {
    if (error instanceof SanadError && error.code === 'file.binary' && !namedAsText(file)) return undefined;
    throw error;
  }
}

function delimitedTable(text: string): RawTable {
  const layout = layoutOf(text);
  const reader = readDelimited(text, layout.delimiter, layout.width, layout);
  const rows: RawRow[] = [];
  // A little more than the limit, so that `readTable` sees that there is more.
  for (let row = reader.next(); row && rows.length <= MOST_ROWS + 100; row = reader.next()) rows.push(row);
  return { rows, merges: [] };
}

function listOf(
  file: string,
  raw: readonly RawTable[],
  mediaType: string,
  options: IntakeOptions,
  log: ProblemLog,
): IntakeResult {
  const said: Readonly<Record<string, Property>> = options.fields?.[file] ?? {};
  const tables: ReadTable[] = [];
  for (const table of raw) {
    const read = readTable(table, tables.length, log, {
      said,
      choices: options.choices?.[tables.length],
      until: options.until,
    });
    if (read) tables.push(read);
  }
  if (tables.length === 0) throw new SanadError('file.empty', { file });
  checkMap(file, said, tables, log);
  return { mediaType, problems: log.all(), content: { kind: 'list', tables } };
}

/** A word in the map that no column has is most often a misspelt header: it is told, not passed over. */
function checkMap(
  file: string,
  said: Readonly<Record<string, Property>>,
  tables: readonly ReadTable[],
  log: ProblemLog,
): void {
  for (const header of Object.keys(said))
    if (!tables.some((table) => table.columns.some((column) => column.header === header.trim())))
      throw new SanadError('list.map-invalid', { file, reason: `${header}?` });
  for (const table of tables) {
    const given = new Map<Property, string>();
    for (const { header, property, recognised } of table.columns) {
      if (recognised !== 'person' || property === 'text' || property === 'ignore') continue;
      const first = given.get(property);
      if (first === undefined) given.set(property, header);
      else
        log.tell({
          code: 'list.column-mapped-twice',
          column: `${first}, ${header}`,
          data: { property },
        });
    }
  }
}

/**
 * The readable layer of a report again, for pages and for reuse: the same as `readItem` gave when it came in.
 *
 * @throws SanadError what `decodeText` throws
 */
export function readLayer(file: string, bytes: Uint8Array): TextLayer {
  const { text } = decodeText(bytes, file);
  const kind = kindOfFile(file, bytes);
  return (kind.kind === 'text' && kind.as === 'page') || beginsAsPage(text)
    ? pageLayer(text)
    : plainReportLayer(text);
}
