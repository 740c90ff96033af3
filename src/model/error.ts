/**
 * Everything that can go wrong for a person, by a stable name. The sentences, what is wrong and what to do, stand in
 * messages/errors.ts in both languages under the same names.
 */
export const ERROR_CODES = [
  // the case folder
  'case.not-found',
  'case.not-a-case',
  'case.exists',
  'case.version-unknown',
  'case.locked',
  'case.passphrase-needed',
  'case.passphrase-wrong',
  'case.damaged',
  'case.disk-failed',
  'backup.exists',
  'backup.damaged',
  // files coming in
  'file.not-found',
  'file.unreadable',
  'file.empty',
  'file.too-large',
  'file.unknown-kind',
  'file.binary',
  'file.encoding-unclear',
  'file.encoding-broken',
  'file.path-outside',
  'file.not-xlsx',
  'file.xlsx-too-large',
  'file.xlsx-damaged',
  'file.more-problems',
  // rows coming in
  'list.no-header',
  'list.no-rows',
  'list.too-many-columns',
  'list.too-many-rows',
  'list.line-too-long',
  'list.no-name-column',
  'list.column-mapped-twice',
  'list.map-invalid',
  'header.duplicate',
  'header.empty',
  'header.repeated-in-rows',
  'row.too-many-cells',
  'row.too-few-cells',
  'row.broken-quote',
  'row.empty',
  'row.no-name',
  'row.hidden',
  'sheet.hidden',
  'cell.too-long',
  'cell.date-impossible',
  'cell.date-unclear',
  'cell.age-unclear',
  'cell.sex-unclear',
  'cell.formula',
  'cell.direction-marks',
  'cell.control-characters',
  // reports coming in
  'report.too-long',
  'report.no-text',
  'report.language-unknown',
  'report.sentence-too-long',
  // linking
  'link.key-twice',
  'link.key-unknown',
  'link.decisions-conflict',
  // counts for an estimate
  'figures.row-cells',
  'figures.no-count-column',
  'figures.mark-unclear',
  'figures.cell-twice',
  'figures.partly-absent',
  'figures.count-negative',
  'figures.count-not-whole',
  'figures.on-no-list',
  'figures.total-too-large',
  'figures.too-few-lists',
  'figures.too-many-lists',
  'figures.too-many-strata',
  'figures.list-twice',
  'figures.list-empty',
  'figures.list-inside',
  'figures.list-absent',
  // asking
  'request.invalid',
  'request.not-found',
  'request.too-large',
  'request.forbidden-origin',
  'request.forbidden-host',
  'request.wrong-type',
  'server.port-taken',
  // deciding
  'decision.contradicts',
  'decision.same-record',
  'decision.already-undone',
  'name.empty',
  'name.too-long',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one error that a person may see. `data` fills the sentence: file, row, column, limit. */
export class SanadError extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, data: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(data)}`, cause === undefined ? undefined : { cause });
    this.name = 'SanadError';
    this.code = code;
    this.data = data;
  }
}
