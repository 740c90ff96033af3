import type { Case } from '../ledger/index.ts';
import type { RecordId } from '../model/index.ts';

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
