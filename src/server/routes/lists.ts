import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type ItemId,
  importedListSchema,
  LIST_CONSENTS,
  listLookSchema,
  listOrderSchema,
  listsPageSchema,
  listVersionSchema,
  SanadError,
  supersedeListSchema,
  withdrawListSchema,
} from '../../model/index.ts';
import {
  importList,
  type ListOrder,
  likelyMatches,
  type OpenedList,
  openList,
  rowsToLookUp,
  stageList,
  supersedeHeld,
} from '../../receive/index.ts';
import { type Env, namedActor, shows } from '../asking.ts';
import { jsonField } from '../json-field.ts';
import { LIMITS } from '../limits.ts';
import { listsOf, lookOf, versionSeen } from '../list-views.ts';
import { findOnce, type ListHeld, listsInHand } from '../lists-in-hand.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });
const form = {
  body: {
    required: true,
    // `file` with the list, or `inHand` with the word that the first answer gave for it; `order` with what was said of
    // it, as JSON; read by hand.
    content: { 'multipart/form-data': { schema: z.looseObject({}) } },
  },
} as const;

const all = createRoute({
  method: 'get',
  path: '/api/lists',
  summary:
    'Every list that came in: who brought it, from whom, which one it supersedes, whether it was withdrawn',
  responses: answers('The newest first', listsPageSchema),
});
const look = createRoute({
  method: 'post',
  path: '/api/lists/look',
  summary:
    'A list as it would come in: columns, every bad row, the version it repeats, likely matches; nothing is written',
  request: form,
  responses: answers('What would come in', listLookSchema),
});
const bring = createRoute({
  method: 'post',
  path: '/api/lists',
  summary: 'A list comes in as one import, which can be withdrawn whole',
  request: form,
  responses: answers('The item', importedListSchema),
});
const version = createRoute({
  method: 'get',
  path: '/api/lists/{id}/version',
  summary: 'Which earlier list this one, which is in the case, seems to be a newer version of',
  request: { params },
  responses: answers(
    'The older list and every change, if there is one',
    z.object({ version: listVersionSchema.optional() }),
  ),
});
const supersede = createRoute({
  method: 'post',
  path: '/api/lists/{id}/version',
  summary: 'A person decides that this list is the newer version of another; undone like every decision',
  request: { params, ...jsonBody(supersedeListSchema) },
  responses: answers('What became of the rows', z.object({ version: listVersionSchema.optional() })),
});
const withdraw = createRoute({
  method: 'post',
  path: '/api/lists/{id}/withdraw',
  summary: 'The import no longer counts, with all its rows; undone by POST /api/decisions/undo',
  request: { params, ...jsonBody(withdrawListSchema) },
  responses: answers('The decision', z.object({ decision: z.string() })),
});

export const listRoutes = ({ case: opened, derivation }: ServedCase) => {
  const inHand = listsInHand(() => performance.now());
  const rowsOf = (id: ItemId) => [...opened.itemRecords(id)].filter((record) => record.kind === 'row');
  return newRoutes()
    .openapi(all, (c) => c.json(listsOf(opened), 200))
    .openapi(look, async (c) => {
      const owner = ownerOf(c);
      const form = await c.req.formData();
      const { file, order, word, held } = readForm(form, (known) => inHand.of(owner, known));
      const list = held ?? (await openList(file.name, await bytesOf(file)));
      const staged = stageList(opened, file.name, list, order);
      const find = findOnce(list, await derivation.people());
      const matches = await likelyMatches(rowsToLookUp(staged), find, () => performance.now());
      shows(c, { persons: matches.sample.map(({ hit }) => hit.person.id), search: file.name });
      return c.json({ ...lookOf(staged, matches), inHand: word ?? inHand.take(owner, file, list) }, 200);
    })
    .openapi(bring, async (c) => {
      const body = await c.req.formData();
      const owner = ownerOf(c);
      const { file, order, word, held } = readForm(body, (known) => inHand.of(owner, known));
      const said = givenSchema.safeParse(
        Object.fromEntries([...body].filter(([, value]) => typeof value === 'string')),
      );
      if (!said.success) throw new SanadError('request.invalid', { reason: 'consent' });
      const given = {
        by: namedActor(c, said.data.by),
        consent: said.data.consent,
        ...(said.data.source ? { source: said.data.source } : {}),
      };
      const { item } = await importList(opened, file.name, await bytesOf(file), order, given, held);
      if (word !== undefined) inHand.putAway(owner, word);
      return c.json({ item: item.id, rows: item.records, leftOut: item.imported?.leftOut ?? 0 }, 200);
    })
    .openapi(version, (c) => {
      const { id } = c.req.valid('param');
      const found = supersedeHeld(opened, id, undefined, 'dry-run');
      return c.json({ ...(found ? { version: versionSeen(found, rowsOf(id)) } : {}) }, 200);
    })
    .openapi(supersede, (c) => {
      const { id } = c.req.valid('param');
      const { older, ...given } = c.req.valid('json');
      const found = supersedeHeld(opened, id, older, namedActor(c, given.by));
      return c.json({ ...(found ? { version: versionSeen(found, rowsOf(id)) } : {}) }, 200);
    })
    .openapi(withdraw, (c) => {
      const { id } = c.req.valid('param');
      const { reason, ...given } = c.req.valid('json');
      const by = namedActor(c, given.by);
      if (opened.item(id).content.kind !== 'list')
        throw new SanadError('list.not-a-list', { file: opened.item(id).file });
      if (opened.withdrawn(id)) throw new SanadError('list.withdrawn-already');
      return c.json({ decision: opened.decide({ kind: 'withdraw-item', item: id }, by, reason).id }, 200);
    });
};

const givenSchema = z.object({
  by: z.string().trim().min(1).max(200).optional(),
  source: z.string().trim().max(300).optional(),
  consent: z.enum(LIST_CONSENTS),
});

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Whose list it is: nobody else goes on with it. */
const ownerOf = (c: Context<Env>): string => c.env.asking.who?.account.id ?? '';

/**
 * @throws SanadError `request.invalid` for a form without a list or with an order that is none, `list.too-large`,
 * `list.not-in-hand` where the word for a list that was sent before is not known any more
 */
function readForm(
  body: FormData,
  heldAs: (word: string) => ListHeld | undefined,
): { readonly file: File; readonly order: ListOrder; readonly word?: string; readonly held?: OpenedList } {
  const word = body.get('inHand');
  const known = typeof word === 'string' && word !== '' ? { word } : {};
  const held = known.word === undefined ? undefined : heldAs(known.word);
  const file = held?.file ?? body.get('file');
  if (known.word !== undefined && !held) throw new SanadError('list.not-in-hand');
  if (!(file instanceof File)) throw new SanadError('request.invalid', { reason: 'file' });
  if (file.size > LIMITS.readUploadBytes)
    throw new SanadError('list.too-large', { limit: LIMITS.readUploadBytes / 1024 / 1024 });
  const parsed = listOrderSchema.safeParse(body.has('order') ? jsonField(body, 'order') : {});
  if (!parsed.success) throw new SanadError('request.invalid', { reason: 'order' });
  const order = parsed.data as ListOrder;
  if (held) return { ...known, file, order, ...(held.list ? { held: held.list } : {}) };
  const name = file.name.split(/[/\\]/).at(-1) || 'list';
  return { file: new File([file], name), order };
}
