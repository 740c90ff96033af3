import { createRoute, z } from '@hono/zod-openapi';
import { readLooks } from '../../accounts/index.ts';
import { claimById, claimPage, claimsPage, suggestionsOf } from '../../claims/index.ts';
import {
  CLAIM_QUESTIONS,
  type Claim,
  type ClaimId,
  claimAskedSchema,
  claimPageSchema,
  claimSuggestionsSchema,
  claimsPageSchema,
  decideClaimSchema,
  decisionSchema,
  SanadError,
  type StatementId,
  standingDecisions,
} from '../../model/index.ts';
import { namedActor, shows } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const all = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'The table of claim × source',
  responses: answers('Claims by what they are about, outlets as columns', claimsPageSchema),
});
const suggestions = createRoute({
  method: 'get',
  path: '/api/claims/suggestions',
  summary: 'What a machine takes claims to be to each other and nobody has decided',
  request: {
    query: z.object({
      count: wholeNumber(LIMITS.page).default(50),
      relation: z.enum(CLAIM_QUESTIONS).optional(),
    }),
  },
  responses: answers('The questions on which most hangs first', claimSuggestionsSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  summary: 'One claim with every quote in its place',
  request: { params: z.object({ id: idText<ClaimId>() }) },
  responses: answers('The claim', claimPageSchema),
});
const asked = createRoute({
  method: 'get',
  path: '/api/claims/{id}/asked',
  summary: 'Which accounts opened a claim, so that they can be told of a correction',
  request: { params: z.object({ id: idText<ClaimId>() }) },
  responses: answers('Accounts, the latest first', claimAskedSchema),
});
const decide = createRoute({
  method: 'post',
  path: '/api/claims/decisions',
  summary: 'What a person makes of claims: together or apart, a relation, an assessment, a correction',
  request: jsonBody(decideClaimSchema),
  responses: answers('Written into the ledger', decisionSchema),
});

export const claimRoutes = ({ case: opened, derivation, accounts }: ServedCase) => {
  const looks = readLooks(opened);
  return newRoutes()
    .openapi(all, async (c) => c.json(claimsPage((await derivation.claims()).claims), 200))
    .openapi(suggestions, async (c) => {
      const all = suggestionsOf((await derivation.claims()).claims);
      const decided = standingDecisions(opened.decisions()).filter(
        ({ kind }) => kind === 'claim-relation' || kind === 'claim-link',
      ).length;
      const { count, relation } = c.req.valid('query');
      const chosen = relation === undefined ? all : all.filter((each) => each.relation === relation);
      const kinds = [...Map.groupBy(all, (each) => each.relation)].map(([kind, open]) => ({
        relation: kind,
        count: open.length,
      }));
      return c.json({ total: chosen.length, kinds, decided, suggestions: chosen.slice(0, count) }, 200);
    })
    .openapi(decide, async (c) => {
      const { by: given, reason, ...matter } = c.req.valid('json');
      const by = namedActor(c, given);
      if (matter.kind === 'claim-link' && matter.judgement === 'same')
        refuseContradiction((await derivation.claims()).claims, matter.a, matter.b);
      return c.json({ decision: opened.decide(matter, by, reason).id }, 200);
    })
    .openapi(asked, async (c) => {
      const claim = claimById((await derivation.claims()).claims, c.req.valid('param').id);
      // A claim that grew was looked at under the id of any of its statements.
      const ids = new Set<string>(claim.mentions.map(({ statement }) => statement));
      const byAccount = Map.groupBy(
        looks.all().filter(({ things }) => things.some((id) => ids.has(id))),
        ({ account }) => account,
      );
      const all = [...byAccount].map(([account, of]) => ({
        account,
        name: accounts?.read.byId(account)?.name ?? account,
        count: of.length,
        last: of[0]!.at,
      }));
      return c.json({ asked: all }, 200);
    })
    .openapi(one, async (c) => {
      const page = claimPage(opened, await derivation.claims(), c.req.valid('param').id);
      shows(c, { things: [page.claim.id] });
      return c.json(page, 200);
    });
};

/**
 * Two who decide at once must not undo each other unseen: "same" is refused where the two claims hold statements that
 * stand as different. What was decided of this very pair may be changed.
 */
function refuseContradiction(claims: readonly Claim[], a: StatementId, b: StatementId): void {
  const holding = (id: StatementId) =>
    claims.find(({ mentions }) => mentions.some(({ statement }) => statement === id));
  const [one, other] = [holding(a), holding(b)];
  const against = one?.toldApart.find(
    (each) => each.claim === other?.id && !(each.own === a && each.other === b),
  );
  if (against) throw new SanadError('decision.contradicts', { by: against.by, decision: against.decision });
}
