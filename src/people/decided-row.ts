import { parsePartialDate, type RowStatement, type StatementId } from '../model/index.ts';
import type { DecidedOfRecords } from './decided-of-records.ts';
import { fatesOfRow } from './fate.ts';
import type { Row } from './ground.ts';
import type { ListedRecord } from './listed-record.ts';
import { rowName } from './row-name.ts';

/** A value put right, understood as the column's own values are. */
function rightly(statement: RowStatement, value: string): RowStatement {
  const { value: _, ...rest } = statement;
  if (!statement.property.endsWith('date')) return { ...rest, written: value, value };
  const date = parsePartialDate(value);
  return { ...rest, written: value, ...(date === undefined ? {} : { value: date }) };
}

export const rowWith = (
  listed: ListedRecord,
  change: (statement: RowStatement) => RowStatement | undefined,
): Row => {
  const statements = listed.record.statements.flatMap((statement) => change(statement) ?? []);
  const changed: ListedRecord = { ...listed, record: { ...listed.record, statements } };
  return { listed: changed, name: rowName(changed), fates: fatesOfRow(changed) };
};

/** The row as it would be with this one value put right. */
export const rowCorrected = (listed: ListedRecord, id: StatementId, value: string): Row =>
  rowWith(listed, (statement) => (statement.id === id ? rightly(statement, value) : statement));

/** What counts of a row once people have looked at it: refuted values do not, wrong ones are put right. */
export const rowAsDecided = (listed: ListedRecord, decided: DecidedOfRecords): Row =>
  rowWith(listed, (statement) => {
    const about = decided.statement(statement.id);
    if (about?.counts !== 'counts') return statement;
    const last = about.by.at(-1)!;
    if (last.judgement === 'refuted') return undefined;
    return last.judgement === 'corrected' ? rightly(statement, last.value) : statement;
  });
