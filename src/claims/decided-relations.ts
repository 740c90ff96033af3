import type { ClaimId, ClaimRelationType, Decision, StatementId } from '../model/index.ts';
import type { Relation } from './relations.ts';

type Judged = Extract<Decision, { kind: 'claim-relation' }>;

/** Those that hold both ways or not at all. */
const MUTUAL: ReadonlySet<ClaimRelationType> = new Set([
  'contradicts',
  'different-window',
  'same-number-different-thing',
]);

export interface DecidedRelation extends Relation {
  /** The newest decision on it; absent where only the machine suggests it. */
  readonly decision?: Judged;
}

/**
 * What the machine suggests and what people decided of it. A relation that does not hold leaves `holding`; one that no
 * machine saw enters it. Of several decisions on one relation of two claims the newest counts.
 */
export function decidedRelations(
  suggested: readonly Relation[],
  standing: readonly Decision[],
  claimOf: (statement: StatementId) => ClaimId | undefined,
): { readonly holding: readonly DecidedRelation[]; readonly refused: readonly DecidedRelation[] } {
  const key = (from: ClaimId, type: ClaimRelationType, to: ClaimId): string => `${from} ${type} ${to}`;
  const judged = new Map<string, DecidedRelation>();
  for (const decision of standing) {
    if (decision.kind !== 'claim-relation') continue;
    const [from, to] = [claimOf(decision.from), claimOf(decision.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const type = decision.relation;
    judged.set(key(from, type, to), { from, type, to, decision });
    if (MUTUAL.has(type)) judged.set(key(to, type, from), { from: to, type, to: from, decision });
  }
  const open = suggested.filter(({ from, type, to }) => !judged.has(key(from, type, to)));
  const decided = [...judged.values()];
  const holds = ({ decision }: DecidedRelation): boolean => decision?.judgement === 'holds';
  return {
    holding: [...open, ...decided.filter(holds)],
    refused: decided.filter((each) => !holds(each)),
  };
}
