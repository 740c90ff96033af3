import { createRoute, z } from '@hono/zod-openapi';
import { fileTypeFromBuffer } from 'file-type';
import { planRaster } from '../../files/index.ts';
import { type ItemId, SanadError, type SitePictureKept, sitePictureKeptSchema } from '../../model/index.ts';
import { followPictures, keepPicture } from '../../site/index.ts';
import { actorOf } from '../asking.ts';
import { inTurn } from '../in-turn.ts';
import { answers, idText, newRoutes, type ServedCase } from '../served-case.ts';

const page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'not a page')
  .transform(Number)
  .optional();
const by = z.string().trim().min(1).max(200).optional();
const raw = { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } };

const bring = createRoute({
  method: 'post',
  path: '/api/sites/pictures',
  summary:
    'A plan or photograph goes into the case as received; of a picture a small one is kept for the pages',
  request: { query: z.object({ name: z.string().min(1).max(255), by }), body: raw },
  responses: answers('The item, and its picture where one could be made', sitePictureKeptSchema),
});
const drawn = createRoute({
  method: 'post',
  path: '/api/sites/pictures/{id}',
  summary: 'A page of such a file, as the browser drew it',
  request: { params: z.object({ id: idText<ItemId>() }), query: z.object({ page, by }), body: raw },
  responses: answers('The picture', sitePictureKeptSchema),
});
const see = createRoute({
  method: 'get',
  path: '/api/sites/pictures/{id}',
  summary: 'The small picture of a plan or photograph',
  request: { params: z.object({ id: idText<ItemId>() }), query: z.object({ page }) },
  responses: {
    200: {
      description: 'WebP',
      content: { 'image/webp': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    default: { description: 'Refused' },
  },
});

const NOBODY_NAMED = 'web';

export const sitePictureRoutes = ({ case: opened }: ServedCase) => {
  const pictureOf = followPictures(opened);
  const drawing = inTurn();
  const keepRaster = async (
    of: ItemId,
    bytes: Uint8Array,
    who: string,
    at?: number,
  ): Promise<SitePictureKept> => {
    const { bytes: small, width, height, from } = await planRaster(bytes);
    const tool = `${at === undefined ? '' : 'browser, '}sharp from ${from.width} × ${from.height}`;
    keepPicture(opened, { of, width, height, tool, ...(at !== undefined && { page: at }) }, small, who);
    return { item: of, picture: { width, height, bytes: small.length } };
  };
  return newRoutes()
    .openapi(bring, (c) =>
      drawing(async () => {
        const { name, by: said } = c.req.valid('query');
        const who = actorOf(c, said) ?? NOBODY_NAMED;
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        if (bytes.length === 0) throw new SanadError('request.invalid', { reason: 'body' });
        const file = name.split(/[/\\]/).at(-1) || 'file';
        const kind = await fileTypeFromBuffer(bytes).catch(() => undefined);
        const item = opened.deposit({
          file,
          path: `site/${file}`,
          mediaType: kind?.mime ?? 'application/octet-stream',
          receivedBy: who,
          content: { kind: 'unread' },
          problems: [],
          bytes,
          records: [],
        });
        try {
          return c.json(await keepRaster(item, bytes, who), 200);
        } catch (error) {
          if (!(error instanceof SanadError) || !error.code.startsWith('picture.')) throw error;
          const { limit } = error.data;
          const refused = { code: error.code, ...(limit !== undefined && { limit: String(limit) }) };
          return c.json({ item, refused }, 200);
        }
      }),
    )
    .openapi(drawn, (c) =>
      drawing(async () => {
        const { page: at = 1, by: said } = c.req.valid('query');
        const who = actorOf(c, said) ?? NOBODY_NAMED;
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        return c.json(await keepRaster(c.req.valid('param').id, bytes, who, at), 200);
      }),
    )
    .openapi(see, (c) => {
      const { id } = c.req.valid('param');
      const bytes = pictureOf(id, c.req.valid('query').page);
      if (!bytes) throw new SanadError('request.not-found', { what: id });
      return c.body(Uint8Array.from(bytes), 200, { 'Content-Type': 'image/webp' });
    });
};
