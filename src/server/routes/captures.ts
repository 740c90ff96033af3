import { createRoute, z } from '@hono/zod-openapi';
import { isReadable, joinCapture, readHeldCapture, takeApart } from '../../custody/index.ts';
import {
  captureViewSchema,
  type ItemId,
  newCaptureSchema,
  savedPageSchema,
  takenOutSchema,
} from '../../model/index.ts';
import { receiveFiles } from '../../receive/index.ts';
import { actorOf } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });

const join = createRoute({
  method: 'post',
  path: '/api/captures',
  summary: 'Files that are held are one capture of one web page: source, picture, address, times, collector',
  request: jsonBody(newCaptureSchema),
  responses: answers('The capture', captureViewSchema),
});
const look = createRoute({
  method: 'get',
  path: '/api/items/{id}/capture',
  summary: 'A web page saved in one file (WARC, WACZ, MHTML), taken apart; its hashes and signature checked',
  request: { params },
  responses: answers('What stands in it', savedPageSchema),
});
const take = createRoute({
  method: 'post',
  path: '/api/items/{id}/capture',
  summary: 'Pages, pictures and texts of a saved page become items that point to it',
  request: { params, ...jsonBody(z.object({ by: z.string().trim().min(1).max(200).optional() })) },
  responses: answers('What was taken out', takenOutSchema),
});

const NOBODY_NAMED = 'web';

export const captureRoutes = ({ case: opened }: ServedCase) =>
  newRoutes()
    .openapi(join, (c) => {
      const capture = c.req.valid('json');
      return c.json(joinCapture(opened, { ...capture, by: actorOf(c, capture.by) ?? NOBODY_NAMED }), 200);
    })
    .openapi(look, async (c) => {
      const read = await readHeldCapture(opened, c.req.valid('param').id, LIMITS.savedPageBytes);
      return c.json(
        {
          ...read,
          pages: read.pages.slice(0, LIMITS.page),
          parts: read.parts
            .slice(0, LIMITS.page)
            .map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length })),
          total: read.parts.length,
          readable: read.parts.filter(isReadable).length,
          wrong: read.wrong.slice(0, LIMITS.page),
        },
        200,
      );
    })
    .openapi(take, async (c) => {
      const { id } = c.req.valid('param');
      const by = actorOf(c, c.req.valid('json').by) ?? NOBODY_NAMED;
      const read = await readHeldCapture(opened, id, LIMITS.savedPageBytes);
      const taken = await takeApart(opened, id, read, {
        by,
        takeIn: (files) => receiveFiles(opened, { files, problems: [] }, { by, mode: 'add' }),
      });
      return c.json({ taken, wrong: read.wrong.slice(0, LIMITS.page) }, 200);
    });
