import { createRoute, z } from '@hono/zod-openapi';
import {
  findPageSchema,
  type PersonId,
  peoplePageSchema,
  peopleQuestionSchema,
  personHistorySchema,
  personPageSchema,
  SanadError,
} from '../../model/index.ts';
import { historyOf } from '../../people/index.ts';
import { shows } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { answers, idText, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const some = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Persons, a page at a time',
  request: {
    query: z.object({
      from: wholeNumber(999_999_999).default(0),
      count: wholeNumber(LIMITS.page).default(50),
      ...peopleQuestionSchema.shape,
    }),
  },
  responses: answers('Persons in the order in which their first records were received', peoplePageSchema),
});
const find = createRoute({
  method: 'get',
  path: '/api/find',
  summary: 'Who may be meant by a name, in any script, in any order, half remembered',
  request: {
    query: z.object({
      q: z.string().default(''),
      top: wholeNumber(LIMITS.hits).default(20),
    }),
  },
  responses: answers('Best first, one hit a person, with the reasons', findPageSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/people/{id}',
  summary: 'One person: records side by side, fates, conflicts, links',
  description: 'Also answers to the id of any of the person’s records, so that an address outlives a join.',
  request: { params: z.object({ id: idText<PersonId>() }) },
  responses: answers('The person', personPageSchema),
});

const history = createRoute({
  method: 'get',
  path: '/api/people/{id}/history',
  summary: 'Everything that was ever decided about a person’s records, what was undone too',
  request: { params: z.object({ id: idText<PersonId>() }) },
  responses: answers('Oldest first', personHistorySchema),
});

export const peopleRoutes = ({ case: opened, derivation }: ServedCase) =>
  newRoutes()
    .openapi(some, async (c) => {
      const { from, count, ...asked } = c.req.valid('query');
      const { filter } = asked;
      const people = await derivation.people();
      const persons = people.cards(from, count, asked);
      shows(c, { persons: persons.map(({ id }) => id) });
      return c.json(
        {
          total: people.count(asked),
          from,
          ...(filter === undefined ? {} : { filter }),
          persons,
        },
        200,
      );
    })
    .openapi(find, async (c) => {
      const { q, top } = c.req.valid('query');
      const query = q.trim();
      if (query.length > LIMITS.query) throw new SanadError('name.too-long', { limit: LIMITS.query });
      if (!/[\p{L}\p{N}]/u.test(query)) throw new SanadError('name.empty');
      const hits = (await derivation.people()).find(query, Math.max(1, top));
      shows(c, { search: query, persons: hits.map(({ person }) => person.id) });
      return c.json({ query, hits }, 200);
    })
    .openapi(history, async (c) => {
      const person = (await derivation.people()).person(c.req.valid('param').id);
      if (!person) throw new SanadError('request.not-found');
      shows(c, { persons: [person.id] });
      const records = person.records.map(({ record }) => record);
      return c.json({ history: historyOf(opened.decisions(), records) }, 200);
    })
    .openapi(one, async (c) => {
      const person = (await derivation.people()).person(c.req.valid('param').id);
      if (!person) throw new SanadError('request.not-found');
      shows(c, { persons: [person.id] });
      return c.json({ person }, 200);
    });
