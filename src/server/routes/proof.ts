import { createRoute, z } from '@hono/zod-openapi';
import { type Case, witnesses } from '../../ledger/index.ts';
import {
  type ItemId,
  itemProofSchema,
  type SignedHeadAnswer,
  witnessesPageSchema,
} from '../../model/index.ts';
import { contentDisposition } from '../content-disposition.ts';
import { answers, idText, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });
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

export const proofRoutes = ({ case: opened }: ServedCase) =>
  newRoutes()
    .openapi(proof, (c) => {
      const item = opened.item(c.req.valid('param').id);
      const { sha256, bytes, receivedAt, file } = item;
      const entry = opened.log.entryOf(item.id);
      const seen = witnesses(opened).filter(({ size }) => size > entry);
      const answer = { item: item.id, file, sha256, bytes, receivedAt, entry, head: headOf(opened) };
      return c.json({ ...answer, witnesses: seen }, 200);
    })
    .openapi(proofFile, (c) => {
      const { id, file } = opened.item(c.req.valid('param').id);
      return c.text(opened.log.prove(opened.log.entryOf(id), ['original']), 200, {
        'Content-Disposition': contentDisposition(`${file}.tlog-proof`),
      });
    })
    .openapi(all, (c) => c.json({ head: headOf(opened), witnesses: witnesses(opened) }, 200))
    .openapi(checkpoint, (c) => c.text(opened.log.newest().note, 200));

function headOf({ log }: Case): SignedHeadAnswer {
  const { note, size, root } = log.newest();
  return {
    log: log.origin,
    key: log.verifierKey,
    checkpoint: note,
    size,
    root: Buffer.from(root).toString('hex'),
  };
}
