import type { Claim, ClaimId, ClaimSuggestion, Mention, StatementId } from '../model/index.ts';
import { inShort } from './claim-page.ts';
import { tellingScore } from './telling.ts';

type Asked = ClaimSuggestion['relation'];

/** How much hangs on the answer: what makes a claim disputed first, then what makes two voices one claim. */
const WEIGHT: Readonly<Record<Asked, number>> = {
  denies: 6,
  contradicts: 5,
  supersedes: 4,
  same: 4,
  'increment-of': 2,
  refines: 2,
  'different-window': 1,
  'same-number-different-thing': 1,
};

/**
 * What nobody has decided yet, each question once: relations that a machine suggests, and claims in like words that it
 * did not join. First those on which most hangs.
 */
export function suggestionsOf(claims: readonly Claim[]): ClaimSuggestion[] {
  const byId = new Map<ClaimId, Claim>(claims.map((claim) => [claim.id, claim]));
  const asked = new Set<string>();
  const found: { readonly suggestion: ClaimSuggestion; readonly score: number }[] = [];
  const ask = (relation: Asked, from: Claim, to: Claim, own?: StatementId, other?: StatementId): void => {
    const pair = [from.id, to.id].sort().join(' ');
    if (asked.has(`${relation} ${pair}`)) return;
    asked.add(`${relation} ${pair}`);
    const side = (claim: Claim, statement: StatementId | undefined) => ({
      ...inShort(claim),
      mention: claim.mentions.find((each) => each.statement === statement) ?? clearestMention(claim),
    });
    found.push({
      suggestion: { relation, from: side(from, own), to: side(to, other) },
      score: WEIGHT[relation] + (tellingScore(from) + tellingScore(to)) / 2,
    });
  };
  for (const claim of claims) {
    for (const { type, claim: id, suggested } of claim.relations)
      if (suggested) ask(type, claim, byId.get(id)!);
    for (const { claim: id, own, other } of claim.near) ask('same', claim, byId.get(id)!, own, other);
  }
  return found.sort((a, b) => b.score - a.score).map(({ suggestion }) => suggestion);
}

/** The mention whose words the claim is told in, else the first that is no headline. */
const clearestMention = (claim: Claim): Mention =>
  claim.mentions.find(({ quote }) => quote.includes(claim.text)) ??
  claim.mentions.find(({ headline }) => headline !== true) ??
  claim.mentions[0]!;
