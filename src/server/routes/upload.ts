import { createRoute, z } from '@hono/zod-openapi';
import { type Added, addedSchema, SanadError } from '../../model/index.ts';
import { type Incoming, receiveFiles } from '../../receive/index.ts';
import { actorOf } from '../asking.ts';
import { summaryOf } from '../item-views.ts';
import { LIMITS } from '../limits.ts';
import { answers, newRoutes, type ServedCase } from '../served-case.ts';

const upload = createRoute({
  method: 'post',
  path: '/api/items',
  summary: 'Files go in as received; a dry run shows what would, and changes nothing',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          // Read by hand: what stands under `files` may be one file or many.
          schema: z.looseObject({
            by: z.string().trim().min(1).max(200).optional(),
          }),
        },
      },
    },
  },
  responses: answers('What went in and what was refused', addedSchema),
});

/** One who adds files from the pages and gives no name. */
const NOBODY_NAMED = 'web';

export const uploadRoutes = ({ case: opened }: ServedCase) =>
  newRoutes().openapi(upload, async (c) => {
    const form = await c.req.formData();
    const files = form.getAll('files').filter((entry) => entry instanceof File);
    if (files.length === 0) throw new SanadError('request.invalid', { reason: 'files' });
    if (files.length > LIMITS.uploadFiles)
      throw new SanadError('request.too-large', { limit: LIMITS.uploadFiles });
    const received = await receiveFiles(
      opened,
      { files: files.map(incoming), problems: [] },
      {
        by: actorOf(c, c.req.valid('form').by) ?? NOBODY_NAMED,
        mode: c.req.valid('query').dryRun === 'true' ? 'dry-run' : 'add',
      },
    );
    return c.json(
      {
        added: received.added.flatMap(({ item }) => (item ? [summaryOf(opened, item)] : [])),
        understood: received.added.map(({ file, path, kind, records, statements }) => ({
          file,
          path,
          kind,
          records,
          statements,
        })),
        alreadyHeld: received.alreadyHeld.flatMap(({ file, item }) =>
          item === undefined ? [] : [{ file, item }],
        ),
        problems: received.problems.map((problem) => ({ ...problem })) as Added['problems'],
      },
      200,
    );
  });

/** A browser may send a folder's path as the name; only what stays inside counts, and nothing is written under it. */
function incoming(file: File): Incoming {
  const parts = file.name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return {
    file: parts.at(-1) ?? 'file',
    path: parts.join('/') || 'file',
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
