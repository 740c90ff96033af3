import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import {
  comparisonPageSchema,
  enterRemainsSchema,
  REMAINS_STATES,
  remainsActSchema,
  remainsFilePageSchema,
  remainsPageSchema,
  SanadError,
} from '../../model/index.ts';
import {
  actOnRemains,
  compareRemains,
  enterRemains,
  isPossible,
  isWatched,
  type KeptRemains,
  readRemains,
  readRequests,
  remainsSummary,
} from '../../requests/index.ts';
import { namedActor, shows } from '../asking.ts';
import { nameOf } from '../request-views.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<string>() });

const list = createRoute({
  method: 'get',
  path: '/api/remains',
  summary: 'The register of a hospital or morgue',
  request: { query: z.object({ state: z.enum(REMAINS_STATES).optional() }) },
  responses: answers('By code; no photograph', remainsPageSchema),
});
const enter = createRoute({
  method: 'post',
  path: '/api/remains',
  summary: 'A body or part, as found',
  request: jsonBody(enterRemainsSchema),
  responses: answers('Kept', remainsFilePageSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/remains/{id}',
  summary: 'One body: marks first; photographs stay sealed in the vault',
  request: { params },
  responses: answers('The entry', remainsFilePageSchema),
});
const act = createRoute({
  method: 'post',
  path: '/api/remains/{id}/acts',
  summary: 'A correction, or where it stands: confirmed by two people',
  request: { params, ...jsonBody(remainsActSchema) },
  responses: answers('Written into the ledger', remainsFilePageSchema),
});
const compare = createRoute({
  method: 'get',
  path: '/api/remains/{id}/compare',
  summary: 'Who of the sought it cannot be and why; the rest in an order. Nobody is identified by software',
  request: { params },
  responses: answers('Fields side by side', comparisonPageSchema),
});

const SHOWN = 200;

export const remainsRoutes = ({ case: opened }: ServedCase) => {
  const find = (id: string): KeptRemains => {
    const file = readRemains(opened).get(id);
    if (!file) throw new SanadError('request.not-found');
    return file;
  };
  return newRoutes()
    .openapi(list, (c) => {
      const { state } = c.req.valid('query');
      const all = [...readRemains(opened).values()].filter(
        (one) => state === undefined || one.state === state,
      );
      shows(c, { things: all.map(({ id }) => id) });
      return c.json({ total: all.length, remains: all.map(remainsSummary) }, 200);
    })
    .openapi(enter, (c) => {
      const { body, ...given } = c.req.valid('json');
      const id = enterRemains(opened, body, namedActor(c, given.by), randomBytes);
      return c.json({ remains: find(id) }, 200);
    })
    .openapi(one, (c) => c.json({ remains: find(c.req.valid('param').id) }, 200))
    .openapi(act, (c) => {
      const given = c.req.valid('json');
      const requests = new Set(readRequests(opened).keys());
      const by = namedActor(c, given.by);
      return c.json({ remains: actOnRemains(opened, c.req.valid('param').id, given, by, requests) }, 200);
    })
    .openapi(compare, (c) => {
      const { body } = find(c.req.valid('param').id);
      if (!body) throw new SanadError('case.erased');
      const compared = [...readRequests(opened).values()].filter(isWatched).map((request) => {
        const { id, sought, description } = request;
        return compareRemains({ request: id, name: nameOf(request), sought: sought!, description }, body);
      });
      const possible = compared.filter(isPossible).sort((a, b) => b.points - a.points);
      const impossible = compared.filter((one) => !isPossible(one));
      return c.json(
        {
          compared: compared.length,
          possible: possible.slice(0, SHOWN),
          impossible: impossible.slice(0, SHOWN),
        },
        200,
      );
    });
};
