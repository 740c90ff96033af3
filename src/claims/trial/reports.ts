import type {
  FigureOperator,
  ItemId,
  PartialDate,
  RecordId,
  ReportRecord,
  ReportStatement,
  Stance,
  StatementId,
} from '../../model/index.ts';
import type { ReportIn } from '../said.ts';

/** What one statement of a trial report says; the rest is filled in. */
export interface TrialStatement {
  readonly quote: string;
  /** Behind the outlet: speaker, third party. */
  readonly through?: readonly string[];
  readonly stance?: Stance;
  /** `[op, value, measure]`, persons unless `unit` says otherwise. */
  readonly figure?: readonly [op: FigureOperator, value: number | undefined, measure: string];
  readonly unit?: string;
  readonly place?: string;
  readonly window?: readonly [from: string, to: string];
  readonly headline?: true;
}

/** A report by an invented outlet, its statements one after the other as if they were all of its text. */
export function report(
  outlet: string,
  published: string,
  statements: readonly TrialStatement[],
  name = `${outlet} ${published}`,
): ReportIn {
  const item = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-') as ItemId;
  const id = `${item}.1` as RecordId;
  let at = 0;
  const said = statements.map((each, n): ReportStatement => {
    const start = at;
    at += each.quote.length + 1;
    const [op, value, measure] = each.figure ?? [];
    const number = /\d[\d,]*/u.exec(each.quote) ?? { index: 0, 0: each.quote };
    return {
      id: `${id}.${n + 1}` as StatementId,
      start,
      end: start + each.quote.length,
      quote: each.quote,
      stance: each.stance ?? 'asserts',
      chain: [outlet, ...(each.through ?? [])],
      hedges: [],
      ...(op &&
        measure && {
          figure: {
            start: start + number.index,
            end: start + number.index + number[0].length,
            op,
            ...(value !== undefined && { value }),
            unit: each.unit ?? 'person',
            measure,
          },
        }),
      ...(each.place !== undefined && { place: each.place }),
      ...(each.window && {
        window: { from: each.window[0] as PartialDate, to: each.window[1] as PartialDate },
      }),
      ...(each.headline && { headline: true }),
    };
  });
  const record: ReportRecord = {
    kind: 'report',
    id,
    item,
    outlet,
    published,
    language: /\p{Script=Arabic}/u.test(statements[0]?.quote ?? '') ? 'ar' : 'en',
    dropped: [],
    statements: said,
  };
  return { record, file: `${item}.txt` };
}
