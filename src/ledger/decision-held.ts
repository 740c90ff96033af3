import {
  type Decision,
  type DecisionMatter,
  type ItemId,
  placeOfPart,
  readTooId,
  recordOf,
  SanadError,
  type StatementId,
  standingDecisions,
  statementsOf,
  wholeStatement,
} from '../model/index.ts';
import type { Reading } from './reading-case.ts';

/** What a decision is about must be held. @throws SanadError `request.not-found`, `list.versions-unclear`, `list.held-again` */
export function checkHeld(read: Reading, matter: DecisionMatter): void {
  switch (matter.kind) {
    case 'link':
    case 'kin':
      read.record(matter.a);
      read.record(matter.b);
      return;
    case 'fate':
    case 'whereabouts':
      read.record(matter.record);
      return;
    case 'statement':
      checkStatement(read, matter.statement, 'row');
      return;
    case 'settle':
      for (const statement of matter.statements) checkStatement(read, statement, 'row');
      return;
    case 'withdraw-item':
      read.item(matter.item);
      return;
    case 'supersede':
      checkVersions(read, matter);
      return;
    case 'same-name':
      return;
    case 'read-nothing':
    case 'read-as':
      checkStatement(read, matter.statement, 'report');
      return;
    case 'read-too':
      if (read.record(matter.record).kind !== 'report' || !(matter.start >= 0 && matter.start < matter.end))
        throw new SanadError('request.not-found', { what: matter.record });
      return;
    case 'undo':
      checkHeldOnce(read, read.decision(matter.decision));
      return;
    default:
      for (const statement of statementsOf(matter)) checkStatement(read, statement, 'report');
  }
}

function checkStatement(read: Reading, statement: StatementId, kind: 'row' | 'report'): void {
  const record = read.record(recordOf(statement));
  const whole = wholeStatement(statement);
  const part = placeOfPart(statement);
  const held = (): boolean => {
    if (record.kind === 'row') return record.statements.some(({ id }) => id === statement);
    const words =
      record.statements.find(({ id }) => id === whole)?.quote.length ?? lengthReadToo(read, whole);
    if (words === undefined || !part) return words !== undefined && whole === statement;
    return part.start < part.end && part.end <= words;
  };
  if (record.kind !== kind || !held()) throw new SanadError('request.not-found');
}

/** How many characters of the file a statement takes up that a person read where the machine read none. */
function lengthReadToo(read: Reading, statement: StatementId): number | undefined {
  for (const one of standingDecisions(read.decisions()))
    if (one.kind === 'read-too' && readTooId(one) === statement) return one.end - one.start;
  return undefined;
}

/** Both lists must be held, the older one must have come first, and each row of one stand for at most one of the other. */
function checkVersions(
  read: Reading,
  { older, newer, rows }: Extract<DecisionMatter, { kind: 'supersede' }>,
): void {
  const within = (first: number, count: number, item: ItemId): boolean =>
    [first, count].every((n) => Number.isSafeInteger(n) && n >= 1) &&
    first + count - 1 <= read.item(item).records;
  const apart = (side: 'older' | 'newer'): boolean => {
    const runs = rows.map((run) => [run[side], run.count] as const).sort(([a], [b]) => a - b);
    return runs.every(([first], at) => at === 0 || runs[at - 1]![0] + runs[at - 1]![1] <= first);
  };
  const sound =
    read.place(older).entry < read.place(newer).entry &&
    rows.every((run) => within(run.older, run.count, older) && within(run.newer, run.count, newer)) &&
    apart('older') &&
    apart('newer');
  if (!sound) throw new SanadError('list.versions-unclear');
}

/** A list that came in again after it was withdrawn must not stand twice. */
function checkHeldOnce(read: Reading, undone: Decision): void {
  if (undone.kind === 'withdraw-item' && read.holds(read.item(undone.item).sha256) !== undefined)
    throw new SanadError('list.held-again');
}
