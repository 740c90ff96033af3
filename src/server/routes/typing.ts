import { createRoute, z } from '@hono/zod-openapi';
import {
  finishTypingSchema,
  type ItemId,
  importedListSchema,
  readingSchema,
  SanadError,
  saveTypingSchema,
  typingsSchema,
} from '../../model/index.ts';
import { importTyped, saveTyping, typingsOf } from '../../receive/index.ts';
import { namedActor } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { openMachineReader } from '../machine-reading.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });

const all = createRoute({
  method: 'get',
  path: '/api/typing/{id}',
  summary: 'What each typist last saved for a picture',
  request: { params },
  responses: answers('The versions', typingsSchema),
});
const save = createRoute({
  method: 'post',
  path: '/api/typing/{id}',
  summary: 'Keeps what somebody has typed from a picture',
  request: { params, ...jsonBody(saveTypingSchema) },
  responses: answers('The versions', typingsSchema),
});
const finish = createRoute({
  method: 'post',
  path: '/api/typing/{id}/list',
  summary: 'What was typed becomes a list of the case, each row with its place on the picture',
  request: { params, ...jsonBody(finishTypingSchema) },
  responses: answers('The item', importedListSchema),
});
const read = createRoute({
  method: 'post',
  path: '/api/typing/read',
  summary: 'What a machine takes the writing in a picture for: a suggestion. Nothing is kept',
  request: {
    body: { required: true, content: { 'multipart/form-data': { schema: z.looseObject({}) } } },
  },
  responses: answers('Words with their places', readingSchema),
});

/** One for the whole process: it holds a language model in memory while it is used. */
const machine = openMachineReader();

export const typingRoutes = ({ case: opened }: ServedCase) =>
  newRoutes()
    .openapi(read, async (c) => {
      const picture = (await c.req.formData()).get('picture');
      if (!(picture instanceof File)) throw new SanadError('request.invalid', { reason: 'picture' });
      if (picture.size > LIMITS.readPictureBytes)
        throw new SanadError('request.too-large', { limit: `${LIMITS.readPictureBytes / 1024 / 1024} MB` });
      return c.json(await machine.read(new Uint8Array(await picture.arrayBuffer())), 200);
    })
    .openapi(all, (c) => c.json(typingsOf(opened, c.req.valid('param').id), 200))
    .openapi(save, (c) => {
      const { id } = c.req.valid('param');
      const { typed, by } = c.req.valid('json');
      saveTyping(opened, id, typed, namedActor(c, by));
      return c.json(typingsOf(opened, id), 200);
    })
    .openapi(finish, (c) => {
      const { id } = c.req.valid('param');
      const { typed, by, source, consent } = c.req.valid('json');
      const item = importTyped(opened, id, typed, {
        by: namedActor(c, by),
        consent,
        ...(source ? { source } : {}),
      });
      return c.json({ item: item.id, rows: item.records, leftOut: 0 }, 200);
    });
