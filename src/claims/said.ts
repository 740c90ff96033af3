import {
  placeOfPart,
  type ReportRecord,
  type ReportStatement,
  type Span,
  type StatementId,
  wholeStatement,
} from '../model/index.ts';
import { answersIn } from './answers.ts';
import { type Asserted, assertedBy, type Characters, mattersOf } from './asserted.ts';
import { partsPutRight, type ReadingsPutRight, statementsPutRight } from './put-right.ts';

/** A report as the claims are derived from it. */
export interface ReportIn {
  readonly record: ReportRecord;
  /** The file's name, as shown. */
  readonly file: string;
  /** Its place in the order in which the case received its items; decides which statement a claim is named after. */
  readonly order?: number;
  /** Where the characters of a quote stand in the file, for quotes with markup in them; else those stay whole. */
  readonly characters?: Characters;
  /** The readable words at characters of the file, for statements that a person adds. */
  readonly quoteAt?: (span: Span) => string;
}

/** One thing said, with what its report adds. `at` is its index in the list of all that was said. */
export interface Said extends Asserted {
  readonly at: number;
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

const inText = (a: ReportStatement, b: ReportStatement): number =>
  a.start - b.start || a.end - b.end || text(a.id, b.id);

/**
 * The index of the statement, or part of one, that an id names. A part that is read otherwise by now is the one that
 * shares most of its words, else its whole statement: a decision on it does not get lost.
 */
export function saidById(all: readonly Said[]): (id: StatementId) => number | undefined {
  const byId = new Map<StatementId, number>();
  const parts = new Map<StatementId, number[]>();
  for (const { statement, at } of all) {
    byId.set(statement.id, at);
    const whole = wholeStatement(statement.id);
    if (whole !== statement.id) parts.set(whole, [...(parts.get(whole) ?? []), at]);
  }
  return (id) => {
    const place = placeOfPart(id);
    const exact = byId.get(id);
    if (exact !== undefined || !place) return exact;
    const shared = (at: number): number => {
      const other = placeOfPart(all[at]!.statement.id)!;
      return Math.min(place.end, other.end) - Math.max(place.start, other.start);
    };
    const near = (parts.get(wholeStatement(id)) ?? [])
      .filter((at) => shared(at) * 2 > place.end - place.start)
      .sort((a, b) => shared(b) - shared(a))[0];
    return near ?? byId.get(wholeStatement(id));
  };
}

/**
 * All that the reports say, in an order that depends on the reports alone and not on the order they come in: by day and
 * time of publication (undated last), then by when it was last changed, outlet, file, place in the file.
 */
export function allSaid(reports: readonly ReportIn[], right?: ReadingsPutRight): readonly Said[] {
  const ordered = [...reports].sort(
    (a, b) =>
      text(moment(a.record), moment(b.record)) ||
      text(a.record.updated ?? '', b.record.updated ?? '') ||
      text(a.record.outlet, b.record.outlet) ||
      text(a.file, b.file) ||
      text(a.record.id, b.record.id),
  );
  const said: Said[] = [];
  const read = ordered.map((report) =>
    [...(right ? statementsPutRight(report, right) : report.record.statements)].sort(inText),
  );
  const shared = sharedMatters(read);
  ordered.forEach(({ record, file, order = 0, characters }, n) => {
    const day = record.published?.slice(0, 10);
    const own = assertedBy(read[n]!, shared, characters).sort((a, b) => inText(a.statement, b.statement));
    for (const asserted of [...own, ...answersIn(own)])
      said.push({
        ...asserted,
        at: said.length,
        record,
        file,
        order,
        ...(day !== undefined && { day }),
      });
  });
  return right ? partsPutRight(said, right) : said;
}

/** The matters of which two statements or more speak: what one alone says needs no claim beside the statement's own. */
function sharedMatters(reports: readonly (readonly ReportStatement[])[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  reports.forEach((statements, report) => {
    for (const statement of statements)
      for (const { frame } of mattersOf(statement)) {
        const place = `${report} ${statement.start} ${statement.end}`;
        const known = first.get(frame.matter);
        if (known === undefined) first.set(frame.matter, place);
        else if (known !== place) shared.add(frame.matter);
      }
  });
  return shared;
}
