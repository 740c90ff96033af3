import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import {
  answerTalk,
  fetchTips,
  floodsAmong,
  handLeadOver,
  handOver,
  keepersOf,
  openTalkFile,
  placeAt,
  readTalks,
  setTalkStates,
  shownTalk,
  talkOf,
} from '../../keepers/index.ts';
import type { Case } from '../../ledger/index.ts';
import {
  answerTalkSchema,
  eraseTalkSchema,
  fetchedSchema,
  handedOverSchema,
  handOverSchema,
  type ItemId,
  keepersPageSchema,
  leadOverSchema,
  SanadError,
  talkSchema,
  talkStateSchema,
} from '../../model/index.ts';
import { receiveFiles } from '../../receive/index.ts';
import { handLead } from '../../site/index.ts';
import { namedActor } from '../asking.ts';
import { contentDisposition } from '../content-disposition.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase, wholeNumber } from '../served-case.ts';
import { eraseTalkByTwo } from '../talk-erasing.ts';

const params = z.object({ id: idText<string>() });
const by = z.string().trim().min(1).max(200).optional();

const page = createRoute({
  method: 'get',
  path: '/api/line',
  summary: 'What came by the public line: the queue of talks, and which of them are one flood',
  responses: answers('For whoever holds the class of the line', keepersPageSchema),
});
const talk = createRoute({
  method: 'get',
  path: '/api/line/talks/{id}',
  summary: 'One talk with somebody who wrote',
  request: { params },
  responses: answers('In the order in which it was written', talkSchema),
});
const file = createRoute({
  method: 'get',
  path: '/api/line/talks/{id}/files/{place}',
  summary: 'A file that came by the line, for keeping; never shown as a page',
  request: { params: params.extend({ place: wholeNumber(100_000) }) },
  responses: {
    200: {
      description: 'As it was sent',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
const answer = createRoute({
  method: 'post',
  path: '/api/line/talks/{id}/answer',
  summary: 'An answer, which goes to the line with the next fetch',
  request: { params, ...jsonBody(answerTalkSchema) },
  responses: answers('The talk as it stands now', talkSchema),
});
const states = createRoute({
  method: 'post',
  path: '/api/line/states',
  summary: 'Where talks stand; many at once for a flood',
  request: jsonBody(talkStateSchema),
  responses: answers('The queue as it stands now', keepersPageSchema),
});
const over = createRoute({
  method: 'post',
  path: '/api/line/talks/{id}/hand-over',
  summary: 'Gives the words of a talk, without what points to the sender, to the desk',
  request: { params, ...jsonBody(handOverSchema) },
  responses: answers('The item that the desk now has', handedOverSchema),
});
const lead = createRoute({
  method: 'post',
  path: '/api/line/talks/{id}/lead',
  summary: 'Gives those who search a lead out of a talk; only keepers can lead it back',
  request: { params, ...jsonBody(leadOverSchema) },
  responses: answers('The talk as it stands now', talkSchema),
});
const erasing = createRoute({
  method: 'post',
  path: '/api/line/talks/{id}/erase',
  summary:
    'Makes all that was said in a talk unreadable for ever: at once where its sender asked, else by a second keeper',
  request: { params, ...jsonBody(eraseTalkSchema) },
  responses: answers('The talk as it stands now: what was erased is absent', talkSchema),
});
const fetching = createRoute({
  method: 'post',
  path: '/api/line/fetch',
  summary: 'Brings tips from the line that was named at the start, and answers to it',
  request: jsonBody(z.object({ by })),
  responses: answers('What came and went', fetchedSchema),
});

export const lineRoutes = (served: ServedCase) => {
  const { case: opened, linePlace } = served;
  return newRoutes()
    .openapi(page, (c) => c.json(keepersPage(opened, linePlace), 200))
    .openapi(talk, (c) => c.json(shownTalk(talkOf(opened, c.req.valid('param').id)), 200))
    .openapi(file, async (c) => {
      const { id, place } = c.req.valid('param');
      const { name, content } = await openTalkFile(opened, id, place);
      return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream, 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': contentDisposition(name),
      });
    })
    .openapi(answer, (c) => {
      const { id } = c.req.valid('param');
      const { text, ...given } = c.req.valid('json');
      answerTalk(opened, id, text, namedActor(c, given.by));
      return c.json(shownTalk(talkOf(opened, id)), 200);
    })
    .openapi(states, (c) => {
      const { talks, state, ...given } = c.req.valid('json');
      setTalkStates(opened, talks, state, namedActor(c, given.by));
      return c.json(keepersPage(opened, linePlace), 200);
    })
    .openapi(over, async (c) => {
      const { text, leftOut, reason, ...given } = c.req.valid('json');
      const named = { text, leftOut, reason, by: namedActor(c, given.by) };
      return c.json({ item: await handOver(opened, c.req.valid('param').id, named, addTip(opened)) }, 200);
    })
    .openapi(lead, (c) => {
      const { id } = c.req.valid('param');
      const { says, how, reason, ...given } = c.req.valid('json');
      const named = { reason, by: namedActor(c, given.by) };
      handLeadOver(opened, id, named, randomId, (made) => handLead(opened, { ...made, says, how }));
      return c.json(shownTalk(talkOf(opened, id)), 200);
    })
    .openapi(erasing, (c) => {
      const { id } = c.req.valid('param');
      const { reason, ...given } = c.req.valid('json');
      const account = c.env.asking.who?.account.id;
      eraseTalkByTwo(opened, id, { reason, by: namedActor(c, given.by), account });
      return c.json(shownTalk(talkOf(opened, id)), 200);
    })
    .openapi(fetching, async (c) => {
      if (linePlace === undefined) throw new SanadError('line.no-place');
      const fetched = await fetchTips(opened, await placeAt(linePlace, opened), {
        by: namedActor(c, c.req.valid('json').by),
        clock: () => new Date(),
        random: randomBytes,
        fetched: 'removed',
      });
      return c.json(fetched, 200);
    });
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const randomId = (): string => Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('');

function keepersPage(opened: Case, place: string | undefined) {
  const talks = readTalks(opened)
    .filter(({ form, incoming }) => !form || incoming.length > 0)
    .map(shownTalk);
  const fresh = talks.filter(({ state }) => state === 'new');
  const texts = fresh.map(({ id, entries }) => ({
    id,
    text: entries.map(({ text }) => text ?? '').join('\n'),
  }));
  const openings = new Map(talks.map(({ id, opening }) => [id, opening]));
  return {
    keeper: opened.classes.has('line') && keepersOf(opened).length > 0,
    ...(place === undefined ? {} : { place }),
    talks: talks.map(({ entries: _, handedOver: __, leads: ___, ...summary }) => summary),
    floods: floodsAmong(texts).map((ids) => ({ talks: ids, opening: openings.get(ids[0]!) ?? '' })),
  };
}

/** A tip becomes an item like any other report; where no report can be read in it, it is kept as it is. */
const addTip =
  (opened: Case) =>
  async ({ name, bytes, by: who }: { name: string; bytes: Uint8Array; by: string }): Promise<ItemId> => {
    const incoming = { file: name, path: `line/${name}`, size: bytes.length, read: async () => bytes };
    const received = await receiveFiles(
      opened,
      { files: [incoming], problems: [] },
      { by: who, mode: 'add' },
    );
    const item = received.added[0]?.item?.id ?? received.alreadyHeld[0]?.item;
    if (item !== undefined) return item;
    return opened.addItem({
      file: name,
      path: incoming.path,
      bytes,
      mediaType: 'text/plain',
      receivedBy: who,
      content: { kind: 'unread' },
      problems: received.problems,
      records: [],
    }).id;
  };
