import { createRoute } from '@hono/zod-openapi';
import type { Case } from '../../ledger/index.ts';
import {
  decideLinkSchema,
  decisionSchema,
  type RecordId,
  SanadError,
  standingDecisions,
  undoDecisionSchema,
} from '../../model/index.ts';
import { rulingsOf } from '../../people/index.ts';
import { namedActor } from '../asking.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const link = createRoute({
  method: 'post',
  path: '/api/decisions/link',
  summary: 'A person decides that two records are the same human being, are not, or cannot tell',
  request: jsonBody(decideLinkSchema),
  responses: answers('Written into the ledger', decisionSchema),
});
const undo = createRoute({
  method: 'post',
  path: '/api/decisions/undo',
  summary: 'A decision no longer counts; what it changed is as it was before',
  request: jsonBody(undoDecisionSchema),
  responses: answers('Written into the ledger', decisionSchema),
});

export const decisionRoutes = ({ case: opened }: ServedCase) =>
  newRoutes()
    .openapi(link, (c) => {
      const { a, b, judgement, reason, ...given } = c.req.valid('json');
      const by = namedActor(c, given.by);
      if (a === b) throw new SanadError('decision.same-record');
      for (const record of [a, b])
        if (opened.record(record).kind !== 'row') throw new SanadError('request.not-found');
      if (judgement === 'same') refuseContradiction(opened, a, b);
      return c.json({ decision: opened.decide({ kind: 'link', a, b, judgement }, by, reason).id }, 200);
    })
    .openapi(undo, (c) => {
      const { decision, reason, ...given } = c.req.valid('json');
      const by = namedActor(c, given.by);
      opened.decision(decision);
      if (!standingDecisions(opened.decisions()).some((standing) => standing.id === decision))
        throw new SanadError('decision.already-undone');
      return c.json({ decision: opened.decide({ kind: 'undo', decision }, by, reason).id }, 200);
    });

/**
 * Two who decide at once must not undo each other unseen: "same" is refused where other records of the two sides stand
 * as different. A decision on this very pair may be changed; the newest counts, the older one stays in the ledger.
 */
function refuseContradiction(opened: Case, a: RecordId, b: RecordId): void {
  const standing = standingDecisions(opened.decisions());
  const { differenceBetween } = rulingsOf(
    standing,
    (record) => !opened.withdrawn(opened.record(record).item),
  );
  const against = differenceBetween(a, b);
  const onThisPair = against && [against.a, against.b].every((record) => record === a || record === b);
  if (against && !onThisPair)
    throw new SanadError('decision.contradicts', { by: against.by, decision: against.id });
}
