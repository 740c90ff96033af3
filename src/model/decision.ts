import type { DecisionId, ItemId, RecordId } from './ids.ts';

/** What a named person decided, when and why. Never changes; undone by another decision. */
export type Decision = {
  readonly id: DecisionId;
  readonly by: string;
  /** ISO date-time, UTC. */
  readonly at: string;
  readonly reason?: string;
} & DecisionMatter;

export type DecisionMatter =
  /** These records are the same person, or are not, or this person could not tell. */
  | {
      readonly kind: 'link';
      readonly a: RecordId;
      readonly b: RecordId;
      readonly judgement: 'same' | 'different' | 'unsure';
    }
  /** This item, with all its records, no longer counts. */
  | { readonly kind: 'withdraw-item'; readonly item: ItemId }
  /** An earlier decision no longer counts. */
  | { readonly kind: 'undo'; readonly decision: DecisionId };

/** The decisions that still count: those that no later one has undone, in order. */
export function standingDecisions(all: readonly Decision[]): Decision[] {
  const undone = new Set<DecisionId>();
  for (let at = all.length - 1; at >= 0; at--) {
    const decision = all[at]!;
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  }
  return all.filter((decision) => decision.kind !== 'undo' && !undone.has(decision.id));
}
