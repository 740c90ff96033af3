import { createRoute } from '@hono/zod-openapi';
import type { Case } from '../../ledger/index.ts';
import {
  type DecidedAnswer,
  type DecidePerson,
  type Decision,
  type DecisionMatter,
  decidedAnswerSchema,
  decideLinkSchema,
  decidePersonSchema,
  decisionSchema,
  decisionsOnStandIns,
  type RecordId,
  SanadError,
  standingDecisions,
  undoDecisionSchema,
} from '../../model/index.ts';
import { madeByTwo, rulingsOf, standInsIn } from '../../people/index.ts';
import { deciderOf } from '../asking.ts';
import { within } from '../derivation.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const link = createRoute({
  method: 'post',
  path: '/api/decisions/link',
  summary: 'A person decides that two records are the same human being, are not, or cannot tell',
  description:
    'A "same" by which it would be said of one more person that they are dead or found waits until a second person says it too. Where the pair was decided meanwhile, both decisions are kept and the answer says so; where they differ the pair stays open.',
  request: jsonBody(decideLinkSchema),
  responses: answers('Written into the ledger, and how it stands', decidedAnswerSchema),
});
const person = createRoute({
  method: 'post',
  path: '/api/decisions/person',
  summary:
    'A person decides what became of somebody, where they are, what a value is worth, what settles a conflict',
  description:
    'Contacted alive, registered dead and remains count once two people have decided the same; so does whatever gives weight to a list’s word about somebody’s death.',
  request: jsonBody(decidePersonSchema),
  responses: answers('Written into the ledger, and how it stands', decidedAnswerSchema),
});
const undo = createRoute({
  method: 'post',
  path: '/api/decisions/undo',
  summary: 'A decision no longer counts; what it changed is as it was before',
  request: jsonBody(undoDecisionSchema),
  responses: answers('Written into the ledger', decisionSchema),
});

/** Milliseconds that an answer waits to hear how the decision stands, where people are still being worked out. */
const PATIENCE = 2_000;

export const decisionRoutes = ({ case: opened, derivation }: ServedCase) =>
  newRoutes()
    .openapi(link, async (c) => {
      const { a, b, judgement, reason, seen, ...given } = c.req.valid('json');
      const by = deciderOf(c, given.by);
      if (a === b) throw new SanadError('decision.same-record');
      for (const record of [a, b])
        if (opened.record(record).kind !== 'row') throw new SanadError('request.not-found');
      // A row of an older version of a list and the row that tells it now are one: what was decided of either holds.
      const standIns = standInsIn(opened);
      const standing = decisionsOnStandIns(standingDecisions(opened.decisions()), standIns);
      const pair = [a, b].map((record) => standIns.get(record) ?? record) as [RecordId, RecordId];
      if (judgement === 'same') refuseContradiction(opened, standing, ...pair);
      const last = standing.findLast(
        (one) => one.kind === 'link' && [one.a, one.b].every((record) => pair.includes(record)),
      );
      const made = typeof by === 'string' ? { by } : { by: by.name, account: by.account };
      const unseen = last?.kind === 'link' && last.id !== seen && madeByTwo(last, made) ? last : undefined;
      const matter = { kind: 'link', a, b, judgement, ...(unseen ? { beside: unseen.id } : {}) } as const;
      const { id } = opened.decide(matter, by, reason);
      const people = await within(PATIENCE, derivation.people());
      const answer: DecidedAnswer = {
        decision: id,
        ...(people ? { standing: people.standingOf(a, b) } : {}),
        ...(unseen ? { meanwhile: { by: unseen.by, at: unseen.at, judgement: unseen.judgement } } : {}),
      };
      return c.json(answer, 200);
    })
    .openapi(person, async (c) => {
      const { by: given, reason, ...asked } = c.req.valid('json');
      const by = deciderOf(c, given);
      const { id } = opened.decide(matterOf(asked), by, reason);
      const people = await within(PATIENCE, derivation.people());
      const answer: DecidedAnswer = {
        decision: id,
        ...(people ? { standing: people.waits(id) ? 'waits' : 'counts' } : {}),
      };
      return c.json(answer, 200);
    })
    .openapi(undo, (c) => {
      const { decision, reason, ...given } = c.req.valid('json');
      const by = deciderOf(c, given.by);
      opened.decision(decision);
      if (!standingDecisions(opened.decisions()).some((standing) => standing.id === decision))
        throw new SanadError('decision.already-undone');
      return c.json({ decision: opened.decide({ kind: 'undo', decision }, by, reason).id }, 200);
    });

/**
 * Two who decide at once must not undo each other unseen: "same" is refused where other records of the two sides stand
 * as different. A decision on this very pair may be changed; the newest counts, the older one stays in the ledger.
 */
function refuseContradiction(opened: Case, standing: readonly Decision[], a: RecordId, b: RecordId): void {
  const { differenceBetween } = rulingsOf(
    standing,
    (record) => !opened.withdrawn(opened.record(record).item),
  );
  const against = differenceBetween(a, b);
  const onThisPair = against && [against.a, against.b].every((record) => record === a || record === b);
  if (against && !onThisPair)
    throw new SanadError('decision.contradicts', { by: against.by, decision: against.id });
}

function matterOf(asked: DistributiveOmit<DecidePerson, 'by' | 'reason'>): DecisionMatter {
  if (asked.kind !== 'statement') return asked;
  const { kind, statement, judgement, value } = asked;
  if (judgement !== 'corrected') return { kind, statement, judgement };
  if (value === undefined) throw new SanadError('request.invalid', { reason: 'value' });
  return { kind, statement, judgement, value };
}
type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
