import { createRoute, z } from '@hono/zod-openapi';
import { claimPage, claimsPage } from '../../claims/index.ts';
import { type ClaimId, claimPageSchema, claimsPageSchema } from '../../model/index.ts';
import { answers, idText, newRoutes, type ServedCase } from '../served-case.ts';

const all = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'The table of claim × source',
  responses: answers('Claims by what they are about, outlets as columns', claimsPageSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  summary: 'One claim with every quote in its place',
  request: { params: z.object({ id: idText<ClaimId>() }) },
  responses: answers('The claim', claimPageSchema),
});

export const claimRoutes = ({ case: opened, derivation }: ServedCase) =>
  newRoutes()
    .openapi(all, async (c) => c.json(claimsPage((await derivation.claims()).claims), 200))
    .openapi(one, async (c) =>
      c.json(claimPage(opened, await derivation.claims(), c.req.valid('param').id), 200),
    );
