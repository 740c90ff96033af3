import { createRoute, z } from '@hono/zod-openapi';
import {
  type ItemId,
  itemRowsSchema,
  itemSchema,
  itemsPageSchema,
  itemTextSchema,
  versionChangesSchema,
  versionsSchema,
} from '../../model/index.ts';
import { shows } from '../asking.ts';
import { contentDisposition } from '../content-disposition.ts';
import { itemText } from '../item-text.ts';
import { detailOf, rowsPage, summaryOf } from '../item-views.ts';
import { LIMITS } from '../limits.ts';
import { versionChanges, versionsOf } from '../report-versions.ts';
import { answers, idText, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });

const all = createRoute({
  method: 'get',
  path: '/api/items',
  summary: 'Everything that was received',
  responses: answers('In the order in which it came', itemsPageSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/items/{id}',
  summary: 'One item: how it was understood, what was refused, where it stands in the ledger',
  request: { params },
  responses: answers('The item', itemSchema),
});
const rows = createRoute({
  method: 'get',
  path: '/api/items/{id}/rows',
  summary: 'A window of a list’s rows, as written',
  request: {
    params,
    query: z.object({
      table: wholeNumber(9999).default(0),
      from: wholeNumber(999_999_999).optional(),
      row: wholeNumber(999_999_999)
        .optional()
        .openapi({ description: 'A row’s number in its list; the window is laid around it' }),
      count: wholeNumber(LIMITS.page).default(100),
    }),
  },
  responses: answers('The rows', itemRowsSchema),
});
const text = createRoute({
  method: 'get',
  path: '/api/items/{id}/text',
  summary: 'A report’s readable text with what was read in it',
  request: { params },
  responses: answers('The text; offsets are into it', itemTextSchema),
});
const versions = createRoute({
  method: 'get',
  path: '/api/items/{id}/versions',
  summary: 'A report and the other versions of it',
  request: { params },
  responses: answers('The earliest first; none where it is the only one', versionsSchema),
});
const changes = createRoute({
  method: 'get',
  path: '/api/items/{id}/versions/{other}',
  summary: 'What a later version of a report makes of an earlier one',
  request: { params: params.extend({ other: idText<ItemId>() }) },
  responses: answers('Sentence by sentence', versionChangesSchema),
});
const file = createRoute({
  method: 'get',
  path: '/api/items/{id}/file',
  summary: 'The bytes as received, for keeping; never shown as a page',
  request: { params },
  responses: {
    200: {
      description: 'The file, under its own name',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export const itemRoutes = ({ case: opened, derivation, reader }: ServedCase) =>
  newRoutes()
    .openapi(all, (c) => c.json({ items: opened.items().map((item) => summaryOf(opened, item)) }, 200))
    .openapi(one, (c) => c.json(detailOf(opened, c.req.valid('param').id), 200))
    .openapi(rows, async (c) => {
      const { id } = c.req.valid('param');
      opened.item(id);
      const { table, from, row, count } = c.req.valid('query');
      const wanted = {
        table,
        count,
        ...(from === undefined ? {} : { from }),
        ...(row === undefined ? {} : { row }),
      };
      return c.json(rowsPage(opened, await derivation.people(), id, wanted), 200);
    })
    .openapi(text, async (c) => {
      const { id } = c.req.valid('param');
      opened.item(id);
      return c.json(itemText(opened, await derivation.claims(), id, reader), 200);
    })
    .openapi(versions, async (c) =>
      c.json(versionsOf(opened, await derivation.claims(), c.req.valid('param').id), 200),
    )
    .openapi(changes, async (c) => {
      const { id, other } = c.req.valid('param');
      shows(c, { items: [id, other] });
      return c.json(versionChanges(opened, await derivation.claims(), id, other), 200);
    })
    .openapi(file, (c) => {
      const item = opened.item(c.req.valid('param').id);
      const range = rangeOf(c.req.header('range'), item.bytes);
      const [from, to] = range ?? [0, item.bytes];
      return c.body(streamOf(opened.itemPieces(item.id, from, to)), range ? 206 : 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': contentDisposition(item.file),
        'Content-Length': String(to - from),
        'Accept-Ranges': 'bytes',
        ...(range ? { 'Content-Range': `bytes ${from}-${to - 1}/${item.bytes}` } : {}),
      });
    });

/** The first range asked for, `[from, to)`; what is no range of this file is answered with the whole of it. */
function rangeOf(asked: string | undefined, bytes: number): [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)/.exec(asked ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const from = match[1] === '' ? Math.max(0, bytes - Number(match[2])) : Number(match[1]);
  const to = match[1] === '' || match[2] === '' ? bytes : Math.min(bytes, Number(match[2]) + 1);
  return from < to && Number.isSafeInteger(from) ? [from, to] : undefined;
}

/** Gives the next piece when the one before has left. The first is read at once: what is damaged is refused by name. */
function streamOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const steps = pieces[Symbol.iterator]();
  let first: IteratorResult<Uint8Array> | undefined = steps.next();
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const step = first ?? steps.next();
        first = undefined;
        if (step.done) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: () => {
        steps.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
