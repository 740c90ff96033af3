import { createRoute, z } from '@hono/zod-openapi';
import { readLayer } from '../../intake/index.ts';
import {
  decideReadingSchema,
  decisionSchema,
  type ItemId,
  layerOffset,
  proposedReadingsSchema,
  SanadError,
  type Span,
} from '../../model/index.ts';
import { proposalsFor } from '../../proposing/index.ts';
import { namedActor, shows } from '../asking.ts';
import { readingMatter } from '../reading-matter.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<ItemId>() });

const decide = createRoute({
  method: 'post',
  path: '/api/items/{id}/readings',
  summary: 'What a person puts right in what was read off a report: struck, read otherwise, added',
  request: { params, ...jsonBody(decideReadingSchema) },
  responses: answers('Written into the ledger; undone by POST /api/decisions/undo', decisionSchema),
});
const propose = createRoute({
  method: 'post',
  path: '/api/items/{id}/proposals',
  summary: 'Asks the second reader that the owner named about one report; nothing is kept',
  request: { params },
  responses: answers(
    'What it proposes, word for word in the text; offsets are into it',
    proposedReadingsSchema,
  ),
});

export const readingRoutes = ({ case: opened, reader }: ServedCase) =>
  newRoutes()
    .openapi(decide, async (c) => {
      const { id } = c.req.valid('param');
      const asked = c.req.valid('json');
      const matter = readingMatter(opened, id, asked);
      return c.json({ decision: opened.decide(matter, namedActor(c, asked.by), asked.reason).id }, 200);
    })
    .openapi(propose, async (c) => {
      const { id } = c.req.valid('param');
      const item = opened.item(id);
      if (!reader) throw new SanadError('reader.none');
      if (item.content.kind !== 'report') throw new SanadError('request.not-found', { what: id });
      shows(c, { items: [id] });
      const layer = readLayer(item.file, opened.itemBytes(id));
      const { proposals, dropped, unanswered } = await proposalsFor(
        layer,
        item.content.outlet ?? item.file,
        reader,
      );
      const inText = ({ start, end }: Span): Span => ({
        start: layerOffset(layer, start, 'start'),
        end: layerOffset(layer, end, 'end'),
      });
      return c.json(
        {
          model: reader.model,
          proposals: proposals.map((one) => ({
            ...inText(one),
            quote: one.quote,
            stance: one.stance,
            through: one.chain.slice(1),
            ...(one.figure && {
              figure: {
                op: one.figure.op,
                value: one.figure.value,
                high: one.figure.high,
                measure: one.figure.measure,
              },
            }),
          })),
          dropped: Object.values(dropped).reduce((sum, count) => sum + count, 0),
          unanswered: unanswered.length,
        },
        200,
      );
    });
