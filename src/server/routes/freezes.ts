import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { doneSchema, freezeSchema, freezesPageSchema, unfreezeSchema } from '../../model/index.ts';
import { freeze, freezesOf, unfreeze, writeAnswers } from '../../requests/index.ts';
import { namedActor, shows } from '../asking.ts';
import { seenRequests } from '../request-views.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const list = createRoute({
  method: 'get',
  path: '/api/freezes',
  summary: 'Files that are hidden while it is checked who says “I am not missing”',
  responses: answers('For those who check identity', freezesPageSchema),
});
const hide = createRoute({
  method: 'post',
  path: '/api/freezes',
  summary: 'Hides a person’s file at once from every view',
  request: jsonBody(freezeSchema),
  responses: answers('Hidden', doneSchema),
});
const release = createRoute({
  method: 'post',
  path: '/api/freezes/{id}/release',
  summary: 'Identity was checked: the file is seen again',
  request: { params: z.object({ id: idText<string>() }), ...jsonBody(unfreezeSchema) },
  responses: answers('Seen again', doneSchema),
});

export const freezeRoutes = ({ case: opened, derivation }: ServedCase) =>
  newRoutes()
    .openapi(list, (c) => {
      const freezes = freezesOf(opened);
      shows(c, { things: freezes.map(({ id }) => id) });
      return c.json({ freezes }, 200);
    })
    .openapi(hide, async (c) => {
      const { record, says, how, ...given } = c.req.valid('json');
      const by = namedActor(c, given.by);
      freeze(opened, await derivation.people(), { record, says, how, by }, randomBytes);
      // What rested on the file is not told any more: its families' codes answer so from now on.
      writeAnswers(opened, seenRequests(opened, await derivation.people()));
      return c.json({ done: true as const }, 200);
    })
    .openapi(release, async (c) => {
      const { reason, ...given } = c.req.valid('json');
      unfreeze(opened, c.req.valid('param').id, reason, namedActor(c, given.by));
      writeAnswers(opened, seenRequests(opened, await derivation.people()));
      return c.json({ done: true as const }, 200);
    });
