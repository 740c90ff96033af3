import { createRoute, z } from '@hono/zod-openapi';
import {
  handedLeadsSchema,
  SanadError,
  type SiteState,
  searchPictureSchema,
  siteKeptSchema,
  siteListSchema,
  siteSendingSchema,
  siteStateSchema,
  whereNextQuerySchema,
  whereNextSchema,
} from '../../model/index.ts';
import {
  claimsSearched,
  conflictsIn,
  current,
  entriesUntil,
  followSiteEntries,
  handedLeads,
  isLive,
  type KeptEntry,
  keepEntries,
  searchPicture,
  stateOf,
  whereNext,
} from '../../site/index.ts';
import { actorOf } from '../asking.ts';
import { photographShown, withItems } from '../photographs.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<string>() });
/** The site as it stood then. */
const moment = z.object({ until: z.iso.datetime({ offset: true }).optional() });

const list = createRoute({
  method: 'get',
  path: '/api/sites',
  summary: 'Places that are searched',
  responses: answers('Each with how much of it was searched', siteListSchema),
});
const send = createRoute({
  method: 'post',
  path: '/api/sites/entries',
  summary: 'What was written down about sites, by a page or by a phone that was without a network',
  request: jsonBody(siteSendingSchema),
  responses: answers('What became of each entry', siteKeptSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/sites/{id}',
  summary: 'One site: floors, sectors, leads, searches, tasks; where two versions conflict, both',
  request: { params, query: moment },
  responses: answers('As it stands, or stood', siteStateSchema),
});
const handed = createRoute({
  method: 'get',
  path: '/api/sites/handed',
  summary: 'Leads that keepers of the public line gave to those who search',
  responses: answers('In the order in which they came; none says which talk it came from', handedLeadsSchema),
});
const photograph = createRoute({
  method: 'get',
  path: '/api/sites/{id}/photographs/{photograph}',
  summary: 'A photograph of a search, small and without metadata; blurred where it is hard to look at',
  request: {
    params: params.extend({ photograph: idText<string>() }),
    query: z.object({ graphic: z.enum(['blurred', 'shown']).default('blurred') }),
  },
  responses: {
    200: {
      description: 'JPEG',
      content: { 'image/jpeg': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    default: { description: 'Refused' },
  },
});
const picture = createRoute({
  method: 'get',
  path: '/api/sites/{id}/picture',
  summary: 'What is left to find where, and the chance that it is elsewhere or does not exist',
  request: { params, query: moment },
  responses: answers('Chances of sectors, none of persons', searchPictureSchema),
});
const next = createRoute({
  method: 'post',
  path: '/api/sites/{id}/next',
  summary: 'Where the teams at hand should go, what that finds, and how it moves with what was assumed',
  request: { params, ...jsonBody(whereNextQuerySchema) },
  responses: answers('The best use of these hours', whereNextSchema),
});

export const siteRoutes = ({ case: opened }: ServedCase) => {
  const entriesNow = followSiteEntries(opened);
  return newRoutes()
    .openapi(list, (c) => {
      const entries = entriesNow();
      const ids = [...new Set(entries.map(({ entry }) => entry.site))];
      const sites = ids.flatMap((id) => {
        const state = stateOf(id, entries);
        if (!state || !isLive(state.place)) return [];
        const live = state.sectors.filter(isLive);
        const searched = new Set(state.searches.filter(isLive).map((search) => current(search).body.sector));
        const last = entries.findLast(({ entry }) => entry.site === id)?.receivedAt;
        return {
          id,
          name: current(state.place).body.name,
          sectors: live.length,
          searched: live.filter((sector) => searched.has(sector.id)).length,
          conflicts: conflictsIn(state),
          claims: claimsSearched(state),
          ...(last !== undefined && { last }),
        };
      });
      return c.json({ sites }, 200);
    })
    .openapi(send, (c) => {
      const by = actorOf(c, undefined);
      return c.json(keepEntries(opened, c.req.valid('json'), new Date(), by, entriesNow()), 200);
    })
    .openapi(handed, (c) => c.json({ leads: handedLeads(opened) }, 200))
    .openapi(one, (c) => {
      const { id } = c.req.valid('param');
      return c.json(withItems(opened, siteIn(entriesNow(), id, c.req.valid('query').until)), 200);
    })
    .openapi(photograph, async (c) => {
      const { id, photograph: which } = c.req.valid('param');
      const asked = c.req.valid('query').graphic;
      const shown = await photographShown(opened, siteIn(entriesNow(), id), which, asked);
      if (shown.opened)
        opened.note({
          kind: 'access',
          by: actorOf(c, undefined) ?? 'web',
          facts: { what: 'graphic', photograph: which },
        });
      return c.body(Uint8Array.from(shown.bytes), 200, { 'Content-Type': 'image/jpeg' });
    })
    .openapi(picture, (c) =>
      c.json(searchPicture(siteIn(entriesNow(), c.req.valid('param').id, c.req.valid('query').until)), 200),
    )
    .openapi(next, (c) =>
      c.json(whereNext(siteIn(entriesNow(), c.req.valid('param').id), c.req.valid('json').resources), 200),
    );
};

function siteIn(entries: readonly KeptEntry[], id: string, until?: string): SiteState {
  const before = until === undefined ? entries : entriesUntil(entries, until);
  const state = stateOf(id, before) ?? stateOf(id, entries);
  if (!state) throw new SanadError('request.not-found', { what: id });
  return state;
}
