import type { ReportRecord, ReportStatement } from '../model/index.ts';

/** A report as the claims are derived from it. */
export interface ReportIn {
  readonly record: ReportRecord;
  /** The file's name, as shown. */
  readonly file: string;
  /** Its place in the order in which the case received its items; decides which statement a claim is named after. */
  readonly order?: number;
}

/** One statement with what its report adds. `at` is its index in the list of all that was said. */
export interface Said {
  readonly at: number;
  readonly statement: ReportStatement;
  readonly record: ReportRecord;
  readonly file: string;
  readonly order: number;
  /** ISO day on which the report was published. */
  readonly day?: string;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A day without a time is taken as its end, so that a copy that gives less does not come before what it copied. */
const moment = ({ published }: ReportRecord): string =>
  published === undefined ? '~' : published.length === 10 ? `${published}~` : published;

/**
 * All that the reports say, in an order that depends on the reports alone and not on the order they come in: by day and
 * time of publication (undated last), then by when it was last changed, outlet, file, place in the file.
 */
export function allSaid(reports: readonly ReportIn[]): Said[] {
  const ordered = [...reports].sort(
    (a, b) =>
      text(moment(a.record), moment(b.record)) ||
      text(a.record.updated ?? '', b.record.updated ?? '') ||
      text(a.record.outlet, b.record.outlet) ||
      text(a.file, b.file) ||
      text(a.record.id, b.record.id),
  );
  const said: Said[] = [];
  for (const { record, file, order = 0 } of ordered) {
    const day = record.published?.slice(0, 10);
    for (const statement of [...record.statements].sort(
      (a, b) => a.start - b.start || a.end - b.end || text(a.id, b.id),
    ))
      said.push({
        at: said.length,
        statement,
        record,
        file,
        order,
        ...(day !== undefined && { day }),
      });
  }
  return said;
}
