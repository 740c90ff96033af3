import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import {
  askWallSchema,
  type MissingPerson,
  missingWallSchema,
  newPhotographSchema,
  requestPageSchema,
  SanadError,
} from '../../model/index.ts';
import {
  ageOn,
  type KeptRequest,
  keepPhotograph,
  photographOnWall,
  pictureOf,
  readRequests,
} from '../../requests/index.ts';
import { namedActor, shows } from '../asking.ts';
import { inTurn } from '../in-turn.ts';
import { jsonField } from '../json-field.ts';
import { drawnPhotograph } from '../request-photographs.ts';
import { knownPeople, nameOf, requestView, today } from '../request-views.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const bring = createRoute({
  method: 'post',
  path: '/api/requests/{id}/photographs',
  summary:
    'A photograph of the one sought, with what the family allows for it; drawn anew, nothing else of the file is kept',
  request: {
    params: z.object({ id: idText<string>() }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          // Read by hand: `about` is JSON of its own.
          schema: z.looseObject({}),
        },
      },
    },
  },
  responses: answers('Kept', requestPageSchema.pick({ request: true })),
});
const see = createRoute({
  method: 'get',
  path: '/api/requests/{id}/photographs/{photograph}',
  summary: 'The picture of a photograph that stands',
  request: {
    params: z.object({ id: idText<string>(), photograph: idText<string>() }),
    query: z.object({ size: z.enum(['large', 'small']).default('large') }),
  },
  responses: {
    200: {
      description: 'JPEG',
      content: { 'image/jpeg': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    default: { description: 'Refused' },
  },
});
const wall = createRoute({
  method: 'post',
  path: '/api/requests/wall',
  summary: 'Photographs of the missing, of those alone whose consent lets this audience see them so',
  request: jsonBody(askWallSchema),
  responses: answers('A page of the wall, by name', missingWallSchema),
});

/** Faces in one answer: some 40 kB each. */
const A_WALL = 60;

export const requestPhotographRoutes = ({ case: opened, derivation }: ServedCase) => {
  const drawing = inTurn();
  const find = (id: string): KeptRequest => {
    const request = readRequests(opened).get(id);
    if (!request) throw new SanadError('request.not-found');
    return request;
  };
  return newRoutes()
    .openapi(wall, async (c) => {
      const { audience, use, from } = c.req.valid('json');
      const known = { ...knownPeople(opened, await derivation.people()), today: today() };
      const all = [...readRequests(opened).values()].filter(({ photographs }) => photographs.length > 0);
      const standing = all
        .flatMap((request) => {
          const photograph = photographOnWall(request, { audience, use }, known);
          return photograph ? [{ request, photograph, name: nameOf(request) }] : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'ar') || (a.request.id < b.request.id ? -1 : 1));
      const shown = standing.slice(from, from + A_WALL);
      shows(c, { things: shown.map(({ request }) => request.id) });
      const missing = shown.flatMap(({ request, photograph, name }): MissingPerson[] => {
        const picture = pictureOf(opened, request, photograph.id, 'small');
        if (!picture) return [];
        const { birth, lastSeen, lastPlace } = request.sought!;
        const age = ageOn({ birth }, known.today);
        const one = {
          id: request.id,
          name,
          ...(birth === undefined ? {} : { birth }),
          ...(age === undefined ? {} : { age }),
          ...(lastSeen === undefined ? {} : { lastSeen }),
          ...(lastPlace === undefined ? {} : { lastPlace }),
          photograph: Buffer.from(picture).toString('base64'),
        };
        return [one];
      });
      const kept = all.length - standing.length;
      return c.json({ at: new Date().toISOString(), total: standing.length, from, kept, missing }, 200);
    })
    .openapi(bring, (c) =>
      drawing(async () => {
        const { id } = c.req.valid('param');
        find(id);
        const { file, about } = readForm(await c.req.formData());
        const by = namedActor(c, about.by);
        const drawn = await drawnPhotograph(file);
        keepPhotograph(opened, id, about, drawn, by, { random: randomBytes, today: today() });
        const known = knownPeople(opened, await derivation.people());
        return c.json({ request: requestView(find(id), known, readRequests(opened).values()) }, 200);
      }),
    )
    .openapi(see, (c) => {
      const { id, photograph } = c.req.valid('param');
      const picture = pictureOf(opened, find(id), photograph, c.req.valid('query').size);
      if (!picture) throw new SanadError('case.erased');
      return c.body(Uint8Array.from(picture), 200, { 'Content-Type': 'image/jpeg' });
    });
};

/** @throws SanadError `request.invalid` for a form without a file, or without a consent that can be read */
function readForm(form: FormData) {
  const file = form.get('file');
  if (!(file instanceof File)) throw new SanadError('request.invalid', { reason: 'file' });
  const about = newPhotographSchema.safeParse(jsonField(form, 'about'));
  if (!about.success)
    throw new SanadError('request.invalid', { reason: `about: ${about.error.issues[0]?.message ?? ''}` });
  return { file, about: about.data };
}
