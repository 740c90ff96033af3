import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  askErasure,
  carryOutErasure,
  type ErasureAsked,
  erasureAsked,
  withdrawErasure,
} from '../../custody/index.ts';
import type { Erasable } from '../../ledger/index.ts';
import {
  actBySchema,
  askErasureSchema,
  askedErasureSchema,
  carriedOutSchema,
  carryOutSchema,
  doneSchema,
  erasuresPageSchema,
  foreseeErasureSchema,
  foreseenSchema,
  type PersonId,
  waitingErasureSchema,
} from '../../model/index.ts';
import { smallPicturesOf } from '../../site/index.ts';
import { type Env, namedActor, shows } from '../asking.ts';
import { doneView, erasuresPage, foreseenView, type Looking, waitingView } from '../erasure-views.ts';
import { answers, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const entry = z.object({ entry: wholeNumber(999_999_999) });
const byQuery = z.object({ by: z.string().max(200).optional() });

const all = createRoute({
  method: 'get',
  path: '/api/erasures',
  summary: 'What waits for a second person, and what was erased',
  request: { query: byQuery },
  responses: answers('The newest first', erasuresPageSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/erasures/{entry}',
  summary: 'One that waits: exactly what would go by it now',
  request: { params: entry, query: byQuery },
  responses: answers('What was asked, and what would go', waitingErasureSchema),
});
const foresee = createRoute({
  method: 'post',
  path: '/api/erasures/foresee',
  summary: 'What would go, with what was made of it and what speaks of it; nothing is asked for by it',
  request: jsonBody(foreseeErasureSchema),
  responses: answers('Every part and value', foreseenSchema),
});
const ask = createRoute({
  method: 'post',
  path: '/api/erasures',
  summary: 'Asks for an erasure; nothing is erased until a second person carries it out',
  request: jsonBody(askErasureSchema),
  responses: answers('The entry in which it was asked for', askedErasureSchema),
});
const carryOut = createRoute({
  method: 'post',
  path: '/api/erasures/{entry}/carry-out',
  summary: 'Erases for ever what another person asked for; only what was looked at',
  request: { params: entry, ...jsonBody(carryOutSchema) },
  responses: answers('As the ledger tells it', carriedOutSchema),
});
const withdraw = createRoute({
  method: 'post',
  path: '/api/erasures/{entry}/withdraw',
  summary: 'What was asked for is not wanted any more',
  request: { params: entry, ...jsonBody(actBySchema) },
  responses: answers('Withdrawn', doneSchema),
});

export const erasureRoutes = ({ case: opened, accounts }: ServedCase) => {
  const acting = (c: Context<Env>, given: string | undefined) => ({
    by: namedActor(c, given),
    account: c.env.asking.who?.account.id,
  });
  const looking = (c: Context<Env>, by: string | undefined): Looking => ({
    account: c.env.asking.who?.account.id,
    by,
  });
  return newRoutes()
    .openapi(all, (c) => {
      const page = erasuresPage(opened, accounts, looking(c, c.req.valid('query').by));
      shows(c, { things: page.waiting.map(({ entry }) => `#${entry}`) });
      return c.json(page, 200);
    })
    .openapi(foresee, (c) => {
      const { what } = c.req.valid('json');
      shows(c, whom(erasables(what)));
      return c.json(foreseenView(opened, erasables(what)), 200);
    })
    .openapi(one, (c) => {
      const asked: ErasureAsked = erasureAsked(opened, c.req.valid('param').entry);
      shows(c, { ...whom(asked.what), things: [`#${asked.entry}`] });
      const seen = waitingView(asked, accounts, looking(c, c.req.valid('query').by));
      return c.json({ asked: seen, foreseen: foreseenView(opened, asked.what) }, 200);
    })
    .openapi(ask, (c) => {
      const { what, basis, reason, by } = c.req.valid('json');
      const asked = askErasure(opened, { what: erasables(what), basis, reason, ...acting(c, by) });
      shows(c, { ...whom(asked.what), things: [`#${asked.entry}`] });
      return c.json({ asked: asked.entry }, 200);
    })
    .openapi(carryOut, (c) => {
      const { seen, by } = c.req.valid('json');
      const number = c.req.valid('param').entry;
      const { event, gone } = carryOutErasure(opened, number, acting(c, by), smallPicturesOf, seen);
      shows(c, { things: [`#${number}`, `#${event.entry}`] });
      return c.json({ done: doneView(opened, event, accounts), gone }, 200);
    })
    .openapi(withdraw, (c) => {
      withdrawErasure(opened, c.req.valid('param').entry, acting(c, c.req.valid('json').by));
      return c.json({ done: true as const }, 200);
    });
};

type Asked = z.infer<typeof foreseeErasureSchema>['what'];

/** Without the members that were not given. */
const erasables = (what: Asked): Erasable[] =>
  what.map((one) =>
    'record' in one
      ? {
          record: one.record,
          ...(one.columns ? { columns: one.columns } : {}),
          ...(one.statements ? { statements: one.statements } : {}),
        }
      : one,
  );

/** Rows are people, items are files. */
function whom(what: readonly Erasable[]) {
  return {
    persons: what.flatMap((one) => ('record' in one ? [one.record as string as PersonId] : [])),
    items: what.flatMap((one) => ('item' in one ? [one.item] : 'file' in one ? [one.file] : [])),
  };
}
