import { createRoute, z } from '@hono/zod-openapi';
import type { Case } from '../../ledger/index.ts';
import {
  doneSchema,
  putOffSchema,
  type RecordId,
  reviewPageSchema,
  reviewQualitySchema,
  reviewQuestionSchema,
} from '../../model/index.ts';
import { agreementIn, putOff, putOffBy } from '../../people/index.ts';
import { isWatched, readRequests } from '../../requests/index.ts';
import { deciderOf, shows } from '../asking.ts';
import { holds } from '../permissions.ts';
import { answers, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

/** Pairs in one answer: what a reviewer works through in a few minutes. */
const AT_MOST = 50;

const queue = createRoute({
  method: 'get',
  path: '/api/review',
  summary: 'Pairs that a person should look at, those whose answer changes most first',
  request: {
    query: reviewQuestionSchema.extend({
      from: wholeNumber(9_999_999).default(0),
      count: wholeNumber(AT_MOST).default(10),
      /** Who asks, where nobody signs in: whoever has answered a pair is not asked again. */
      by: z.string().trim().min(1).max(200).optional(),
    }),
  },
  responses: answers(
    'Both records of each pair, the reasons, and what the answer is worth',
    reviewPageSchema,
  ),
});
const later = createRoute({
  method: 'post',
  path: '/api/review/later',
  summary: 'Puts a pair off for whoever asks, or takes it back into their queue; it decides nothing',
  request: jsonBody(putOffSchema),
  responses: answers('Kept', doneSchema),
});
const quality = createRoute({
  method: 'get',
  path: '/api/review/quality',
  summary: 'How far reviewers agree, and how right the machine is in this case, with intervals',
  responses: answers('By script and by how common the name is', reviewQualitySchema),
});

export const reviewRoutes = ({ case: opened, derivation }: ServedCase) =>
  newRoutes()
    .openapi(queue, async (c) => {
      const { from, count, by: given, ...question } = c.req.valid('query');
      const account = c.env.asking.who?.account;
      const by = account ? { name: account.name, account: account.id } : given;
      const page = (await derivation.people()).review({
        question,
        from,
        count,
        ...(by === undefined ? {} : { by, putOff: putOffBy(opened, by) }),
        ...(account && !holds(account.role, 'contact') ? {} : { requests: soughtRecords(opened) }),
      });
      shows(c, {
        persons: [...new Set(page.pairs.flatMap(({ sides }) => sides.map(({ person }) => person)))],
      });
      return c.json(page, 200);
    })
    .openapi(later, (c) => {
      const { by, ...pair } = c.req.valid('json');
      putOff(opened, pair, deciderOf(c, by));
      return c.json({ done: true as const }, 200);
    })
    .openapi(quality, async (c) => {
      const people = await derivation.people();
      return c.json({ agreement: agreementIn(opened.decisions()), ...people.grades() }, 200);
    });

/** How many requests of families stand for a row by decision. */
function soughtRecords(opened: Case): Map<RecordId, number> {
  const sought = new Map<RecordId, number>();
  for (const request of readRequests(opened).values())
    for (const { record, standing } of isWatched(request) ? request.links : [])
      if (standing !== 'not-this-person') sought.set(record, (sought.get(record) ?? 0) + 1);
  return sought;
}
