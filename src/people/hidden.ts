import type { Case } from '../ledger/index.ts';
import type { RecordId } from '../model/index.ts';
import type { Grouping } from './grouping.ts';

/**
 * Rows of files that are hidden while it is checked who says "I am not missing". The ids stand in the facts, which every
 * opening reads: hiding holds whatever keys are there.
 */
export function hiddenRecords(opened: Case): ReadonlySet<RecordId> {
  const frozen = new Map<string, readonly RecordId[]>();
  for (const { facts } of opened.events('freeze')) {
    const freeze = String(facts.freeze);
    if (facts.is === 'hide') frozen.set(freeze, (facts.records ?? []) as RecordId[]);
    else if (facts.is === 'release') frozen.delete(freeze);
  }
  return new Set([...frozen.values()].flat());
}

/** The grouping without everybody who has a hidden row, nor a pair that leads to them. */
export function withoutHidden(grouping: Grouping, hidden: ReadonlySet<RecordId>): Grouping {
  if (hidden.size === 0) return grouping;
  const persons = grouping.persons.filter((records) => !records.some((record) => hidden.has(record)));
  const personOf = new Map(persons.flatMap((records, at) => records.map((record) => [record, at] as const)));
  const known = ({ a, b }: { readonly a: RecordId; readonly b: RecordId }): boolean =>
    personOf.has(a) && personOf.has(b);
  const open = new Map(
    [...grouping.open]
      .filter(([record]) => personOf.has(record))
      .map(([record, pairs]) => [record, pairs.filter(known)] as const),
  );
  const { rulings } = grouping;
  return {
    ...grouping,
    persons,
    personOf,
    open,
    rulings: { ...rulings, differencesOf: (record) => rulings.differencesOf(record).filter(known) },
  };
}
