import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { askErasure } from '../../custody/index.ts';
import { knownLine } from '../../keepers/index.ts';
import {
  askedErasureSchema,
  byCodeSchema,
  enteredSchema,
  enterRequestSchema,
  eraseRequestSchema,
  foundByCodeSchema,
  handedOutSchema,
  handOutSchema,
  hitsPageSchema,
  type PersonId,
  REQUEST_STATES,
  requestActSchema,
  requestIdsSchema,
  requestPageSchema,
  requestsPageSchema,
  SanadError,
  type WatchHit,
} from '../../model/index.ts';
import { foldName } from '../../names/index.ts';
import { hiddenRecords } from '../../people/index.ts';
import {
  actOnRequest,
  enterRequest,
  type KeptRequest,
  mayLeave,
  photographErasable,
  readRequests,
  receiptAnswer,
  requestByCode,
  requestErasable,
  sameAs,
  watchHits,
  writeAnswers,
} from '../../requests/index.ts';
import { namedActor, shows } from '../asking.ts';
import { within } from '../derivation.ts';
import { LIMITS } from '../limits.ts';
import { knownPeople, nameOf, requestSummary, requestView, seenRequests, today } from '../request-views.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';

const params = z.object({ id: idText<string>() });

const list = createRoute({
  method: 'get',
  path: '/api/requests',
  summary: 'What families ask, the newest first',
  request: {
    query: z.object({
      from: wholeNumber(999_999_999).default(0),
      count: wholeNumber(LIMITS.page).default(50),
      state: z.enum(REQUEST_STATES).optional(),
      q: z.string().max(LIMITS.query).default(''),
    }),
  },
  responses: answers('A page of requests', requestsPageSchema),
});
const enter = createRoute({
  method: 'post',
  path: '/api/requests',
  summary: 'A request, at the desk or off a paper; without consent nothing is stored',
  request: jsonBody(enterRequestSchema),
  responses: answers(
    'Kept, with the family’s code, which is shown this once; or known already',
    enteredSchema,
  ),
});
const byCode = createRoute({
  method: 'post',
  path: '/api/requests/by-code',
  summary: 'The request of a code that is read out over the phone',
  request: jsonBody(byCodeSchema),
  responses: answers('Which request, and what its code answers', foundByCodeSchema),
});
const one = createRoute({
  method: 'get',
  path: '/api/requests/{id}',
  summary:
    'One request: who is sought, who asks, how to reach them safely, hits, calls, all that was decided',
  request: { params },
  responses: answers('The request', requestPageSchema),
});
const act = createRoute({
  method: 'post',
  path: '/api/requests/{id}/acts',
  summary: 'What a named person decides or did about a request',
  request: { params, ...jsonBody(requestActSchema) },
  responses: answers('Written into the ledger', requestPageSchema.pick({ request: true })),
});
const erase = createRoute({
  method: 'post',
  path: '/api/requests/{id}/erase',
  summary: 'Asks that a withdrawn request be made unreadable for ever; a second person carries it out',
  request: { params, ...jsonBody(eraseRequestSchema) },
  responses: answers('The entry in which it was asked for', askedErasureSchema),
});
const hits = createRoute({
  method: 'get',
  path: '/api/hits',
  summary: 'Rows that may be about somebody who is sought, with the reasons; the likeliest first',
  request: { query: z.object({ decided: z.enum(['no', 'all']).default('no') }) },
  responses: answers('For the desk; nothing goes to a family by itself', hitsPageSchema),
});
const ofPerson = createRoute({
  method: 'get',
  path: '/api/people/{id}/requests',
  summary: 'Requests that stand for one person',
  request: { params: z.object({ id: idText<PersonId>() }) },
  responses: answers('By decision, and by hits that nobody has looked at', requestIdsSchema),
});
const handOut = createRoute({
  method: 'post',
  path: '/api/requests/hand-out',
  summary: 'What may leave to others: only what each family’s consent names now',
  request: jsonBody(handOutSchema),
  responses: answers('Fields by consent', handedOutSchema),
});

/** Milliseconds that a page waits for hits before it shows what is there. */
const PATIENCE = 1500;
const HITS_SHOWN = 500;

export const requestRoutes = ({ case: opened, derivation, linePlace }: ServedCase) => {
  const hitsNow = async (): Promise<WatchHit[] | undefined> =>
    within(
      PATIENCE,
      derivation.people().then((people) => watchHits(opened, readRequests(opened), people)),
    );
  const find = (id: string): KeptRequest => {
    const request = readRequests(opened).get(id);
    if (!request) throw new SanadError('request.not-found');
    return request;
  };
  return newRoutes()
    .openapi(list, async (c) => {
      const { from, count, state, q } = c.req.valid('query');
      const all = [...readRequests(opened).values()].reverse();
      const words = foldName(q).split(' ').filter(Boolean);
      const named = all.filter((request) => {
        const own = words.length === 0 ? '' : foldName(`${nameOf(request)} ${request.asker?.name ?? ''}`);
        return words.every((word) => own.includes(word)) || (q !== '' && request.paper === q.toUpperCase());
      });
      const chosen = state === undefined ? named : named.filter((request) => request.state === state);
      const counts = Object.fromEntries(
        REQUEST_STATES.map((one) => [one, named.filter((request) => request.state === one).length]),
      );
      const known = await hitsNow();
      const shown = chosen.slice(from, from + count);
      shows(c, { things: shown.map(({ id }) => id) });
      const requests = shown.map((request) => requestSummary(request, known));
      return c.json({ total: chosen.length, from, counts, requests }, 200);
    })
    .openapi(enter, async (c) => {
      const { form, paper, twice, ...given } = c.req.valid('json');
      const by = namedActor(c, given.by);
      const entered = await enterRequest(
        opened,
        { form, paper, twice, by },
        randomBytes,
        knownLine(opened, linePlace),
      );
      if (entered.kept === 'known')
        return c.json(
          { kept: 'known' as const, same: entered.same.map((same) => requestSummary(same)) },
          200,
        );
      writeAnswers(opened, seenRequests(opened, await derivation.people()));
      return c.json(entered, 200);
    })
    .openapi(byCode, async (c) => {
      const requests = seenRequests(opened, await derivation.people());
      const request = await requestByCode(c.req.valid('json').code, requests);
      shows(c, { things: [request.id] });
      return c.json({ id: request.id, answer: receiptAnswer(request) }, 200);
    })
    .openapi(one, async (c) => {
      const request = find(c.req.valid('param').id);
      const known = await hitsNow();
      const own = (known ?? []).filter((hit) => hit.request === request.id);
      const records = new Set(
        request.links.filter(({ standing }) => standing !== 'not-this-person').map(({ record }) => record),
      );
      const people = await derivation.people();
      const persons = new Set([...records].map((record) => people.personOfRecord(record)));
      const others = [...readRequests(opened).values()].filter(({ id }) => id !== request.id);
      const { sought, asker } = request;
      const twins = new Set(sought && asker ? sameAs({ sought, asker }, others) : []);
      const beside = others.filter(
        (other) =>
          twins.has(other) ||
          other.links.some(
            ({ record, standing }) =>
              standing !== 'not-this-person' &&
              persons.has(people.personOfRecord(record)) &&
              people.card(record),
          ),
      );
      return c.json(
        {
          request: requestView(request, knownPeople(opened, people), others, known),
          comparing: known === undefined,
          hits: own,
          beside: beside.map((other) => requestSummary(other)),
        },
        200,
      );
    })
    .openapi(act, async (c) => {
      const given = c.req.valid('json');
      const people = await derivation.people();
      const known = knownPeople(opened, people);
      const by = namedActor(c, given.by);
      const { id } = c.req.valid('param');
      const request = actOnRequest(opened, id, given, by, known, today());
      if (given.is === 'photograph-back') {
        const what = photographErasable(opened, id, given.photograph);
        const account = c.env.asking.who?.account.id;
        askErasure(opened, { what, basis: 'consent-withdrawn', reason: '—', by, account });
      }
      writeAnswers(opened, seenRequests(opened, people));
      return c.json({ request: requestView(request, known, readRequests(opened).values()) }, 200);
    })
    .openapi(erase, (c) => {
      const { reason, ...given } = c.req.valid('json');
      const what = requestErasable(opened, c.req.valid('param').id);
      const who = { by: namedActor(c, given.by), account: c.env.asking.who?.account.id };
      const { entry } = askErasure(opened, { what, basis: 'consent-withdrawn', reason, ...who });
      return c.json({ asked: entry }, 200);
    })
    .openapi(hits, async (c) => {
      const requests = readRequests(opened);
      const known = await hitsNow();
      const open = (known ?? [])
        .filter(({ standing }) => c.req.valid('query').decided === 'all' || standing === undefined)
        .sort((a, b) => b.probability - a.probability);
      const shown = open.slice(0, HITS_SHOWN);
      shows(c, { things: [...new Set(shown.map(({ request }) => request))] });
      return c.json(
        {
          comparing: known === undefined,
          total: open.length,
          hits: shown.map((hit) => ({ ...hit, sought: nameOf(requests.get(hit.request)!) })),
        },
        200,
      );
    })
    .openapi(ofPerson, async (c) => {
      const people = await derivation.people();
      const person = people.person(c.req.valid('param').id);
      if (!person) throw new SanadError('request.not-found');
      const own = new Set(person.records.map(({ record }) => record));
      const linked = [...readRequests(opened).values()].filter((request) =>
        request.links.some(({ record, standing }) => standing !== 'not-this-person' && own.has(record)),
      );
      shows(c, { things: linked.map(({ id }) => id) });
      return c.json({ requests: linked.map((request) => requestSummary(request)) }, 200);
    })
    .openapi(handOut, (c) => {
      const { purpose, audience } = c.req.valid('json');
      const at = new Date();
      const now = { today: today(), hidden: hiddenRecords(opened) };
      const requests = [...readRequests(opened).values()].flatMap((request) => {
        const left = mayLeave(request, { purpose, audience }, now);
        return left ? [left] : [];
      });
      shows(c, { things: requests.map(({ id }) => id) });
      return c.json({ at: at.toISOString(), requests }, 200);
    });
};
