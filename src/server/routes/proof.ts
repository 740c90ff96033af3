import { createRoute, z } from '@hono/zod-openapi';
import { readKeptHead } from '../../checking/index.ts';
import { witnesses } from '../../ledger/index.ts';
import {
  discloseSchema,
  growthAskedSchema,
  growthSchema,
  type ItemId,
  itemOf,
  itemProofSchema,
  type PersonId,
  type RecordId,
  recordProofSchema,
  witnessesPageSchema,
} from '../../model/index.ts';
import { shows } from '../asking.ts';
import { contentDisposition } from '../content-disposition.ts';
import { growthSince, growthSinceOwn, headOf, provableRecord } from '../provable.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });
const ofRecord = z.object({ id: idText<RecordId>() });
const plainText = (description: string) => ({
  200: { description, content: { 'text/plain': { schema: z.string() } } },
});

const proof = createRoute({
  method: 'get',
  path: '/api/items/{id}/proof',
  summary: 'What can be proven of an item to a stranger, and who else saw the ledger that holds it',
  request: { params },
  responses: answers('Entry, checkpoint, witnesses', itemProofSchema),
});
const proofFile = createRoute({
  method: 'get',
  path: '/api/items/{id}/proof/file',
  summary:
    'The proof itself (C2SP tlog-proof@v1); it discloses the file’s hash and length and no other value',
  request: { params },
  responses: plainText('A file to hand over with the item'),
});
const all = createRoute({
  method: 'get',
  path: '/api/witnesses',
  summary: 'The ledger’s head, and what others outside hold of it, looked at anew',
  responses: answers('Oldest first', witnessesPageSchema),
});
const checkpoint = createRoute({
  method: 'get',
  path: '/api/checkpoint',
  summary: 'The newest signed checkpoint (C2SP tlog-checkpoint): nothing private can be read from it',
  responses: plainText('Three lines, an empty one, a signature'),
});

const growth = createRoute({
  method: 'post',
  path: '/api/growth',
  summary: 'That the ledger continues a checkpoint which somebody kept; nothing private can be read from it',
  request: jsonBody(growthAskedSchema),
  responses: answers('The proof (C2SP tlog-witness) and both checkpoints', growthSchema),
});
const record = createRoute({
  method: 'get',
  path: '/api/records/{id}/proof',
  summary: 'The values of one row or report, each of which can be disclosed by itself',
  request: { params: ofRecord },
  responses: answers('Entry and values', recordProofSchema),
});
const disclosed = createRoute({
  method: 'post',
  path: '/api/records/{id}/proof/file',
  summary: 'A proof (C2SP tlog-proof@v1) that discloses these values and no other; it cannot be called back',
  request: { params: ofRecord, ...jsonBody(discloseSchema) },
  responses: answers('The proof, word for word, to hand over on purpose', z.object({ proof: z.string() })),
});

export const proofRoutes = ({ case: opened }: ServedCase) =>
  newRoutes()
    .openapi(proof, (c) => {
      const item = opened.item(c.req.valid('param').id);
      const { sha256, bytes, receivedAt, file, content } = item;
      const { kind } = content;
      const sheets = content.kind === 'list' ? content.tables : [];
      const tables = sheets.map(({ sheet }, at) => sheet ?? String(at + 1));
      const entry = opened.log.entryOf(item.id);
      const seen = witnesses(opened).filter(({ size }) => size > entry);
      const answer = {
        item: item.id,
        file,
        sha256,
        bytes,
        receivedAt,
        entry,
        kind,
        tables,
        head: headOf(opened),
      };
      return c.json({ ...answer, witnesses: seen }, 200);
    })
    .openapi(proofFile, (c) => {
      const { id, file } = opened.item(c.req.valid('param').id);
      return c.text(opened.log.prove(opened.log.entryOf(id), ['original']), 200, {
        'Content-Disposition': contentDisposition(`${file}.tlog-proof`),
      });
    })
    .openapi(all, (c) => c.json({ head: headOf(opened), witnesses: witnesses(opened) }, 200))
    .openapi(checkpoint, (c) => c.text(opened.log.newest().note, 200))
    .openapi(growth, async (c) => {
      const asked = c.req.valid('json');
      if ('size' in asked) return c.json(growthSinceOwn(opened, asked.size), 200);
      const { origin, verifierKey: key } = opened.log;
      const kept = await readKeptHead(asked.from, { origin, key });
      return c.json(growthSince(opened, kept, asked.from), 200);
    })
    .openapi(record, (c) => {
      const { id } = c.req.valid('param');
      const answer = provableRecord(opened, id);
      shows(c, about(id, answer.entry));
      return c.json(answer, 200);
    })
    .openapi(disclosed, (c) => {
      const { id } = c.req.valid('param');
      const { entry } = provableRecord(opened, id);
      const slots = [...new Set(c.req.valid('json').slots)];
      const proof = opened.log.prove(entry, slots);
      shows(c, about(id, entry, slots));
      return c.json({ proof }, 200);
    });

/** Whom a record's proof shows: a row is somebody; and which of the entry's values went out. */
function about(id: RecordId, entry: number, slots: readonly string[] = []) {
  const things = [`#${entry}`, ...slots.map((slot) => `#${entry} ${slot}`)];
  return { persons: [id as string as PersonId], items: [itemOf(id)], things };
}
