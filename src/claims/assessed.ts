import type { ClaimAssessment, ClaimCorrection, ClaimId, Decision, StatementId } from '../model/index.ts';

/** What people said of one claim as a whole. */
export interface SaidOfClaim {
  /** The newest counts. */
  readonly assessment?: ClaimAssessment;
  /** Oldest first. */
  readonly corrections: readonly ClaimCorrection[];
}

/**
 * Assessments and corrections, each with the claim that holds most of the statements that it was made on (of several
 * the one that holds the first of them). Where the claim has other statements by now, that is said: whoever assessed
 * four mentions did not see the fifth.
 *
 * @param claimOf the claim of a statement; nothing where its report no longer counts
 * @param sizeOf how many statements a claim has
 */
export function saidOfClaims(
  standing: readonly Decision[],
  claimOf: (statement: StatementId) => ClaimId | undefined,
  sizeOf: (claim: ClaimId) => number,
): ReadonlyMap<ClaimId, SaidOfClaim> {
  const said = new Map<ClaimId, SaidOfClaim>();
  for (const decision of standing) {
    if (decision.kind !== 'claim-assess' && decision.kind !== 'claim-correct') continue;
    const { id, by, at, reason, statements } = decision;
    const counts = new Map<ClaimId, number>();
    for (const statement of statements) {
      const claim = claimOf(statement);
      if (claim !== undefined) counts.set(claim, (counts.get(claim) ?? 0) + 1);
    }
    const [claim, held] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (claim === undefined) continue;
    const unchanged = held === statements.length && held === sizeOf(claim);
    const made = {
      decision: id,
      by,
      at,
      mentions: statements.length,
      since: unchanged ? ('unchanged' as const) : ('changed' as const),
    };
    const known = said.get(claim) ?? { corrections: [] };
    said.set(
      claim,
      decision.kind === 'claim-assess'
        ? {
            ...known,
            assessment: { ...made, verification: decision.verification, ...(reason && { reason }) },
          }
        : { ...known, corrections: [...known.corrections, { ...made, text: reason ?? '' }] },
    );
  }
  return said;
}
