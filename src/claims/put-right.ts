import {
  type Decision,
  type ReadAs,
  type ReportStatement,
  readTooId,
  type Span,
  type StatementId,
  wholeStatement,
} from '../model/index.ts';
import type { ReportIn, Said } from './said.ts';

type Reading = Extract<Decision, { kind: 'read-nothing' | 'read-as' | 'read-too' }>;
type PutRight = Extract<Reading, { kind: 'read-nothing' | 'read-as' }>;

/** What people put right in what was read off reports, the newest decision on a statement alone. */
export interface ReadingsPutRight {
  /** By statement or part of one. */
  readonly of: ReadonlyMap<StatementId, PutRight>;
  readonly added: readonly Extract<Reading, { kind: 'read-too' }>[];
}

/** The decision by which a person read this statement, where one did. */
export const putRightBy = ({ of, added }: ReadingsPutRight, id: StatementId): Reading | undefined =>
  of.get(id) ?? of.get(wholeStatement(id)) ?? added.find((one) => readTooId(one) === wholeStatement(id));

/**
 * A decision whose words were erased since says nothing any more; one that says nothing of the place leaves it where the
 * one before it put it.
 */
export function readingsPutRight(standing: readonly Decision[]): ReadingsPutRight {
  const of = new Map<StatementId, PutRight>();
  for (const one of standing) {
    if (one.kind === 'read-nothing') of.set(one.statement, one);
    if (one.kind !== 'read-as' || !one.value) continue;
    const before = of.get(one.statement);
    const place = one.value.place ?? (before?.kind === 'read-as' ? before.value.place : undefined);
    of.set(one.statement, place === undefined ? one : { ...one, value: { ...one.value, place } });
  }
  return {
    of,
    added: standing.filter((one) => one.kind === 'read-too').filter(({ value }) => value !== undefined),
  };
}

/** A statement as a person reads it; its words and time stay. */
export function readAs(
  statement: ReportStatement,
  outlet: string,
  { stance, through, figure, place }: ReadAs,
): ReportStatement {
  const { figure: before, place: readPlace, source: _source, cue: _cue, ...bare } = statement;
  const counted = before ?? statement;
  const where = place ?? readPlace;
  return {
    ...bare,
    stance,
    chain: [outlet, ...through],
    hedges: stance === 'asserts' ? [] : statement.hedges,
    ...(where && { place: where }),
    ...(figure && {
      figure: {
        start: counted.start,
        end: counted.end,
        op: figure.op,
        ...(figure.value !== undefined && { value: figure.value }),
        ...(figure.high !== undefined && { high: figure.high }),
        unit: before?.measure === figure.measure ? before.unit : 'person',
        measure: figure.measure,
      },
    }),
  };
}

/** The statements of a report with what people put right in them: struck, read otherwise, added. */
export function statementsPutRight(
  { record, quoteAt }: Pick<ReportIn, 'record' | 'quoteAt'>,
  { of, added }: ReadingsPutRight,
): readonly ReportStatement[] {
  const own = added.filter((one) => one.record === record.id);
  if (own.length === 0 && !record.statements.some(({ id }) => of.has(id))) return record.statements;
  const put = (statement: ReportStatement): readonly ReportStatement[] => {
    const one = of.get(statement.id);
    if (!one) return [statement];
    return one.kind === 'read-nothing' ? [] : [readAs(statement, record.outlet, one.value)];
  };
  return [
    ...record.statements.flatMap(put),
    ...own.flatMap((one) => {
      const span: Span = { start: one.start, end: one.end };
      const quote = quoteAt?.(span);
      if (quote === undefined) return [];
      const bare = { ...span, id: readTooId(one), quote, stance: one.value.stance, chain: [], hedges: [] };
      return put(readAs(bare, record.outlet, one.value));
    }),
  ];
}

/** Parts of statements with what people put right in them. */
export function partsPutRight(all: readonly Said[], { of }: ReadingsPutRight): readonly Said[] {
  if (![...of.keys()].some((id) => wholeStatement(id) !== id)) return all;
  return all
    .flatMap((said) => {
      const { statement, record } = said;
      const one = wholeStatement(statement.id) === statement.id ? undefined : of.get(statement.id);
      if (!one) return [said];
      if (one.kind === 'read-nothing') return [];
      return [{ ...said, statement: readAs(statement, record.outlet, one.value) }];
    })
    .map((said, at) => ({ ...said, at }));
}
