import {
  type Decision,
  type DecisionId,
  type Property,
  type RecordId,
  type RowRecord,
  type RowStatement,
  recordOf,
  type StatementId,
} from '../model/index.ts';
import { isDeath } from './fate.ts';
import { DEAD, FOUND, type Gravity } from './grave-joins.ts';
import { byTwoPeople } from './two-people.ts';

type Of<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;
export type FateDecision = Of<'fate'>;
export type StatementDecision = Of<'statement'>;
export type SettleDecision = Of<'settle'>;
export type WhereaboutsDecision = Of<'whereabouts'>;
export type KinDecision = Of<'kin'>;

/** A decision, all who made it, and whether it counts already or waits for a second person. */
export interface Decided<D extends Decision> {
  /** Oldest first; the last one is whose words are shown. */
  readonly by: readonly [D, ...D[]];
  readonly counts: 'counts' | 'waits';
}

/** What people decided about records beside which of them are one person. A function of the standing decisions. */
export interface DecidedOfRecords {
  fatesOf(record: RecordId): readonly Decided<FateDecision>[];
  statement(id: StatementId): Decided<StatementDecision> | undefined;
  /** The newest that says where somebody is. */
  whereaboutsOf(record: RecordId): WhereaboutsDecision | undefined;
  readonly settlings: readonly Decided<SettleDecision>[];
  readonly kin: readonly KinDecision[];
  /** Records about which anything of this stands. */
  readonly touched: ReadonlySet<RecordId>;
  /** Whether this decision is one person's where two are needed. */
  waits(decision: DecisionId): boolean;
  /** What was decided of a record that two people must know of. */
  gravityOf(record: RecordId): Gravity;
}

/** Columns that say what became of somebody: to write such a value anew, or to vouch for it, takes two people. */
const TELLS_FATE: ReadonlySet<Property> = new Set([
  'status',
  'death.date',
  'release.date',
  'admission.date',
  'facility',
  'text',
]);

export interface Rows {
  rowOf(record: RecordId): RowRecord | undefined;
  /** Statements by which a row says that somebody is dead. */
  deathsOf(record: RecordId): ReadonlySet<StatementId>;
  /** Whether the row would say so with this value put right. */
  saysDeathWith(statement: StatementId, value: string): boolean;
}

const decided = <D extends Decision>(by: readonly D[], needs: 'one' | 'two'): Decided<D> => ({
  by: by as readonly [D, ...D[]],
  counts: needs === 'one' || byTwoPeople(by) ? 'counts' : 'waits',
});

/**
 * Reads what stands. *Contacted alive*, *registered dead*, *remains …* always need two people; so does whatever makes a
 * list's word about somebody's fate heavier than it is. Of several decisions on one value the newest that counts does.
 */
export function decidedOfRecords(standing: readonly Decision[], rows: Rows): DecidedOfRecords {
  const of = <Kind extends Decision['kind']>(kind: Kind): Of<Kind>[] =>
    standing.filter((decision): decision is Of<Kind> => decision.kind === kind);

  const fates = new Map<RecordId, Decided<FateDecision>[]>();
  for (const same of Map.groupBy(of('fate'), ({ record, fate }) => `${record} ${fate}`).values()) {
    const { record } = same[0]!;
    if (rows.rowOf(record)) fates.set(record, [...(fates.get(record) ?? []), decided(same, 'two')]);
  }

  const waiting = new Set<DecisionId>();
  const noteWaiting = ({ counts, by }: Decided<Decision>): void => {
    if (counts === 'waits') for (const { id } of by) waiting.add(id);
  };
  const statements = new Map<StatementId, Decided<StatementDecision>>();
  for (const [id, all] of Map.groupBy(of('statement'), ({ statement }) => statement)) {
    const statement = statementIn(rows, id);
    if (!statement) continue;
    const standings = [...Map.groupBy(all, saying).values()].map((same) =>
      decided(same, needsOf(same[0]!, statement, rows)),
    );
    standings.forEach(noteWaiting);
    const newest = standings
      .filter(({ counts }) => counts === 'counts')
      .toSorted((one, other) => all.indexOf(one.by.at(-1)!) - all.indexOf(other.by.at(-1)!))
      .at(-1);
    statements.set(id, newest ?? standings.at(-1)!);
  }

  const settlings = [...Map.groupBy(of('settle'), saying).values()].flatMap((same) => {
    const { statements: about, holds } = same[0]!;
    if (!about.every((id) => statementIn(rows, id))) return [];
    const grave = holds.some((id) => rows.deathsOf(recordOf(id)).has(id));
    return [decided(same, grave ? 'two' : 'one')];
  });

  for (const one of [...[...fates.values()].flat(), ...settlings]) noteWaiting(one);
  const whereabouts = new Map(of('whereabouts').map((decision) => [decision.record, decision] as const));
  const kin = of('kin').filter(({ a, b }) => rows.rowOf(a) && rows.rowOf(b));
  return {
    fatesOf: (record) => fates.get(record) ?? [],
    statement: (id) => statements.get(id),
    whereaboutsOf: (record) => whereabouts.get(record),
    settlings,
    kin,
    touched: new Set([
      ...fates.keys(),
      ...[...statements.keys()].map(recordOf),
      ...settlings.flatMap(({ by }) => by[0].statements.map(recordOf)),
      ...whereabouts.keys(),
      ...kin.flatMap(({ a, b }) => [a, b]),
    ]),
    waits: (id) => waiting.has(id),
    gravityOf: (record) => {
      let gravity = 0;
      for (const { counts, by } of fates.get(record) ?? [])
        if (counts === 'counts') gravity |= isDeath(by[0].fate) ? DEAD : FOUND;
      return gravity;
    },
  };
}

function statementIn(rows: Rows, id: StatementId): RowStatement | undefined {
  return rows.rowOf(recordOf(id))?.statements.find((statement) => statement.id === id);
}

/** What a decision says, apart from who says it and why: those who say the same stand together. */
function saying({ id, by, at, account, reason, ...matter }: Decision): string {
  return JSON.stringify(matter);
}

function needsOf(decision: StatementDecision, statement: RowStatement, rows: Rows): 'one' | 'two' {
  switch (decision.judgement) {
    case 'refuted':
      return 'one';
    case 'corrected':
      return TELLS_FATE.has(statement.property) || rows.saysDeathWith(statement.id, decision.value)
        ? 'two'
        : 'one';
    case 'verified':
      return rows.deathsOf(recordOf(statement.id)).has(statement.id) ? 'two' : 'one';
  }
}
