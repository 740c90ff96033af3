import type { ErrorCode } from './error.ts';

/** One thing wrong with what came in, told with its place; the rest of the batch goes in. */
export interface Problem {
  readonly code: ErrorCode;
  readonly file: string;
  readonly sheet?: string;
  /** 1 = first row under the header. */
  readonly row?: number;
  /** Line in the decoded file, from 1. */
  readonly line?: number;
  readonly column?: string;
  /** What the message needs to be clear: the value, the limit. Short. */
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Told, but nothing was left out because of it. */
const NOTICES: ReadonlySet<ErrorCode> = new Set([
  'file.unknown-kind',
  'file.too-large-to-read',
  'header.duplicate',
  'header.empty',
  'header.repeated-in-rows',
  'list.no-header',
  'list.no-rows',
  'row.too-few-cells',
  'row.empty',
  'row.no-name',
  'row.same-as',
  'cell.two-names',
  'pdf.no-text',
  'pdf.no-table',
  'pdf.reversed',
  'pdf.letters-unknown',
  'pdf.too-long',
  'pdf.split-rows',
  'pdf.page-lines',
  'row.hidden',
  'sheet.hidden',
  'cell.formula',
  'cell.direction-marks',
  'cell.control-characters',
  'report.language-unknown',
  'bag.system-file',
  'bag.names-alike',
  'bag.path-relative',
  'bag.written-by-md5sum',
]);

/** Whether something was refused — a file, a row, a value — or only noticed. */
export const severityOf = (problem: Problem): 'refused' | 'noticed' =>
  NOTICES.has(problem.code) ? 'noticed' : 'refused';
