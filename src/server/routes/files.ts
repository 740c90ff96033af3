import { createRoute, z } from '@hono/zod-openapi';
import {
  captureWith,
  completenessOf,
  custodyOf,
  derivedFrom,
  documentKind,
  fingerprintOf,
  graphicItems,
  itemParts,
  keepCopy,
  likeItems,
  markGraphic,
  noteCustody,
  readFingerprints,
  whichAreHeld,
  withoutFingerprint,
} from '../../custody/index.ts';
import {
  type FileMetadata,
  fileMetadata,
  hashSetSize,
  isFilm,
  parseHashSet,
  pictureCopy,
} from '../../files/index.ts';
import type { Case } from '../../ledger/index.ts';
import {
  copiedSchema,
  type FileView,
  fileViewSchema,
  hashSetSchema,
  heldHashesSchema,
  type Item,
  type ItemId,
  likelyPart,
  markSchema,
  newCopySchema,
  newCustodySchema,
  SanadError,
} from '../../model/index.ts';
import { actorOf } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });

const view = createRoute({
  method: 'get',
  path: '/api/items/{id}/about',
  summary: 'A file as a file: picture, metadata, look-alikes, copies, custody, what is missing for a court',
  request: { params },
  responses: answers('The file', fileViewSchema),
});
const preview = createRoute({
  method: 'get',
  path: '/api/items/{id}/preview',
  summary: 'A small picture without metadata; blurred where it is hard to see and nobody asked for it',
  request: { params, query: z.object({ graphic: z.enum(['blurred', 'shown']).default('blurred') }) },
  responses: {
    200: {
      description: 'JPEG',
      content: { 'image/jpeg': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    default: { description: 'Refused' },
  },
});
const copy = createRoute({
  method: 'post',
  path: '/api/items/{id}/copies',
  summary:
    'A copy that may be shown: no metadata, places painted over; kept as an item that points to this one',
  request: { params, ...jsonBody(newCopySchema) },
  responses: answers('The copy', copiedSchema),
});
const mark = createRoute({
  method: 'post',
  path: '/api/items/{id}/graphic',
  summary: 'Marks a picture as hard to see, or takes the mark away',
  request: { params, ...jsonBody(markSchema) },
  responses: answers('Done', z.object({ graphic: z.boolean() })),
});
const link = createRoute({
  method: 'post',
  path: '/api/items/{id}/custody',
  summary: 'Adds a link to the chain of who held a file',
  request: { params, ...jsonBody(newCustodySchema) },
  responses: answers('The entry', z.object({ entry: z.int() })),
});
const known = createRoute({
  method: 'post',
  path: '/api/files/known',
  summary: 'Which files of a list of hashes are held',
  request: jsonBody(hashSetSchema),
  responses: answers('What is held', heldHashesSchema),
});

const NOBODY_NAMED = 'web';
/** Longest side of a preview, in points. */
const PREVIEW = 960;

export const fileRoutes = ({ case: opened }: ServedCase) => {
  let reading: 'idle' | 'reading' = 'idle';
  /** The others are read while somebody looks at the first: then look-alikes are found among all. */
  const readTheRest = (): void => {
    if (reading === 'reading') return;
    reading = 'reading';
    readFingerprints(opened)
      // what cannot be read now is tried again at the next look
      .catch(() => undefined)
      .finally(() => {
        reading = 'idle';
      });
  };
  return newRoutes()
    .openapi(view, async (c) => {
      const seen = await viewOf(opened, c.req.valid('param').id);
      if (seen.unread > 0 && canRead(opened)) readTheRest();
      return c.json(seen, 200);
    })
    .openapi(preview, async (c) => {
      const { id } = c.req.valid('param');
      const item = opened.item(id);
      const blurred = graphicItems(opened).has(id) && c.req.valid('query').graphic === 'blurred';
      if (!blurred && graphicItems(opened).has(id))
        opened.note({
          kind: 'access',
          by: actorOf(c, undefined) ?? NOBODY_NAMED,
          facts: { what: 'graphic', items: [id] },
        });
      const made = await pictureCopy(bytesOf(opened, item), { longest: PREVIEW, blurred });
      return c.body(Uint8Array.from(made.bytes), 200, { 'Content-Type': made.mediaType });
    })
    .openapi(copy, async (c) => {
      const { by, reason, hidden, how } = c.req.valid('json');
      const made = await keepCopy(opened, c.req.valid('param').id, {
        by: actorOf(c, by) ?? NOBODY_NAMED,
        hidden,
        how,
        ...(reason ? { reason } : {}),
      });
      return c.json({ item: made.id }, 200);
    })
    .openapi(mark, (c) => {
      const { by, state } = c.req.valid('json');
      markGraphic(opened, c.req.valid('param').id, state, actorOf(c, by) ?? NOBODY_NAMED);
      return c.json({ graphic: state === 'set' }, 200);
    })
    .openapi(link, (c) => {
      const { by, what, ...given } = c.req.valid('json');
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const item = c.req.valid('param').id;
      const { entry } = noteCustody(opened, { item, what, by: actorOf(c, by) ?? NOBODY_NAMED, ...said });
      return c.json({ entry }, 200);
    })
    .openapi(known, async (c) => {
      const { text, kind } = c.req.valid('json');
      const set = parseHashSet('', text, kind);
      const held = await whichAreHeld(opened, set);
      return c.json(
        {
          size: hashSetSize(set),
          held: held.map(({ item, by, label, apart }) => ({
            item,
            file: opened.item(item).file,
            by,
            label,
            ...(apart === undefined ? {} : { apart }),
          })),
        },
        200,
      );
    });
};

const canRead = (opened: Case): boolean => !opened.sealed || opened.classes.has('key');

/** @throws SanadError `picture.too-large` for what is not read into memory */
function bytesOf(opened: Case, item: Item): Uint8Array {
  if (item.bytes > LIMITS.pictureBytes)
    throw new SanadError('picture.too-large', { limit: `${LIMITS.pictureBytes / 1024 / 1024} MB` });
  return opened.itemBytes(item.id);
}

const NOTHING_SAID: FileMetadata & { readonly copy?: FileView['cleanCopy'] } = { fields: [] };

/** Of a file that was erased nothing is left to say anything. */
async function saidBy(opened: Case, { id, bytes }: Item): Promise<typeof NOTHING_SAID> {
  try {
    const parts = itemParts(opened, id);
    const copy = isFilm(parts.read(0, Math.min(bytes, 64))) ? 'film' : documentKind(parts);
    return { ...(await fileMetadata(parts)), ...(copy ? { copy } : {}) };
  } catch (error) {
    if (error instanceof SanadError && error.code === 'case.erased') return NOTHING_SAID;
    throw error;
  }
}

async function viewOf(opened: Case, id: ItemId): Promise<FileView> {
  const item = opened.item(id);
  const readable = canRead(opened);
  if (readable && !fingerprintOf(opened, id)) await readFingerprints(opened, undefined, id);
  const { picture, refused } = fingerprintOf(opened, id) ?? {};
  const { position, taken, device, fields, copy } = readable ? await saidBy(opened, item) : NOTHING_SAID;
  const made = opened.events('derived').find(({ facts }) => facts.copy === id);
  const { entry, treeSize, rootHash } = opened.proof(id);
  const capture = captureWith(opened, id);
  return {
    id,
    file: item.file,
    sha256: item.sha256,
    bytes: item.bytes,
    mediaType: item.mediaType,
    receivedAt: item.receivedAt,
    ...(picture
      ? {
          picture: {
            width: picture.width,
            height: picture.height,
            pdq: picture.pdq,
            quality: picture.quality,
          },
        }
      : {}),
    ...(refused ? { refused } : {}),
    graphic: graphicItems(opened).has(id),
    metadata: {
      ...(position ? { position } : {}),
      ...(taken ? { taken } : {}),
      ...(device ? { device } : {}),
      fields: fields.map((field) => ({ ...field })),
    },
    cleanCopy: picture ? 'picture' : (copy ?? 'none'),
    unread: withoutFingerprint(opened),
    likes: likeItems(opened, id).map((like) => ({ ...like, file: opened.item(like.item).file })),
    copies: derivedFrom(opened, id).flatMap(({ copy: made, tool, at, by, parameters }) =>
      made && tool ? [{ item: made, tool, at, ...(by ? { by } : {}), parameters: { ...parameters } }] : [],
    ),
    ...(typeof made?.facts.of === 'string' ? { copyOf: made.facts.of as ItemId } : {}),
    ...(capture ? { capture } : {}),
    savedPage:
      /(^multipart\/related$)|\bwarc\b|\bwacz\b/.test(item.mediaType) || likelyPart(item.file) === 'archive',
    custody: custodyOf(opened, id).map(({ item: _item, erased, ...rest }) => ({
      ...rest,
      erased: [...erased],
    })),
    completeness: completenessOf(opened, id),
    proof: { entry, treeSize, rootHash },
  };
}
