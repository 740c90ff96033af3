import type { Case } from '../ledger/index.ts';
import { type DecisionId, type ItemId, itemOf, type RecordId, recordsOfDecision } from '../model/index.ts';

/** The decisions with a reason or a value that speak of these records, or of any of these items; and their undoing. */
export function decisionsAbout(
  opened: Case,
  records: ReadonlySet<RecordId>,
  items: ReadonlySet<ItemId>,
): DecisionId[] {
  const about = new Set<DecisionId>();
  const all = opened.decisions();
  for (const decision of all) {
    const own = recordsOfDecision(decision).some((id) => records.has(id) || items.has(itemOf(id)));
    if (own || (decision.kind === 'undo' && about.has(decision.decision))) about.add(decision.id);
  }
  return all
    .filter((one) => about.has(one.id) && (one.reason !== undefined || 'value' in one))
    .map(({ id }) => id);
}
