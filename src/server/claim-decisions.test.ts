import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import {
  type Claim,
  type ClaimPage,
  type ClaimSuggestions,
  type ClaimsPage,
  claimPageSchema,
  claimSuggestionsSchema,
  type ItemText,
  itemTextSchema,
  proposedReadingsSchema,
  wholeStatement,
} from '../model/index.ts';
import { readerAt } from '../proposing/index.ts';
import { filesAt, receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

let folder: string;
let opened: Case;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-claims-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true, name: 'Qalaat al-Rih' });
  const example = join(import.meta.dirname, '../../examples/qalaat-al-rih');
  await receiveFiles(opened, await filesAt([example]), { by: 'Rana', mode: 'add' });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    {
      webRoot: folder,
      hostNames: [],
      log: (error) => {
        throw error;
      },
    },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string): Promise<string> =>
  (await app.request(path, { headers: { host: '127.0.0.1:8484' } })).text();
const claimsNow = async (): Promise<Claim[]> =>
  (JSON.parse(await get('/api/claims')) as ClaimsPage).groups.flatMap(({ claims }) => claims);
const openOf = (id: string): Promise<ClaimPage> =>
  get(`/api/claims/${id}`).then((text) => claimPageSchema.parse(JSON.parse(text)));
async function post(path: string, body: unknown): Promise<{ status: number; body: Record<string, never> }> {
  const response = await app.request(path, {
    method: 'POST',
    headers: {
      host: '127.0.0.1:8484',
      origin: 'http://127.0.0.1:8484',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}
const decide = (matter: object) => post('/api/claims/decisions', { by: 'Rana', ...matter });
const undo = (decision: string) => post('/api/decisions/undo', { by: 'Rana', decision });

test('a mention is told apart and taken back; the claims are byte for byte as before', async () => {
  const before = await get('/api/claims');
  const claim = (await claimsNow()).find(({ mentions }) => mentions.length > 2)!;
  const [first, , third] = claim.mentions;
  const made = await decide({
    kind: 'claim-link',
    a: third!.statement,
    b: first!.statement,
    judgement: 'different',
  });
  expect(made.status).toBe(200);
  const parted = await claimsNow();
  const of = (statement: string): Claim =>
    parted.find(({ mentions }) => mentions.some((each) => each.statement === statement))!;
  expect(of(third!.statement).id).not.toBe(of(first!.statement).id);
  const again = await decide({
    kind: 'claim-link',
    a: third!.statement,
    b: first!.statement,
    judgement: 'same',
  });
  expect(again.status).toBe(200);
  for (const one of [again, made]) expect((await undo(String(one.body.decision))).status).toBe(200);
  expect(await get('/api/claims')).toBe(before);
});

test('a claim that was joined into another is found under the address that it had', async () => {
  const [one, other] = (await claimsNow()).filter(({ mentions }) => mentions.length === 1);
  const [a, b] = [one!.mentions[0]!.statement, other!.mentions[0]!.statement];
  const made = await decide({ kind: 'claim-link', a, b, judgement: 'same' });
  const ids = new Set([(await openOf(one!.id)).claim.id, (await openOf(other!.id)).claim.id]);
  expect(ids.size).toBe(1);
  await undo(String(made.body.decision));
});

test('"same" against another’s "different" is refused and names who said so', async () => {
  const claim = (await claimsNow()).find(({ mentions }) => mentions.length > 3)!;
  const [a, b, c] = claim.mentions.map(({ statement }) => statement);
  const apart = await decide({ kind: 'claim-link', a: c, b: a, judgement: 'different' });
  const held = (await claimsNow()).find(({ mentions }) => mentions.some(({ statement }) => statement === b))!;
  const withA = held.mentions.some(({ statement }) => statement === a);
  const refused = await decide({ kind: 'claim-link', a: withA ? b : a, b: withA ? c : b, judgement: 'same' });
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { code: 'decision.contradicts', data: { by: 'Rana' } } },
  });
  await undo(String(apart.body.decision));
});

test('an assessment needs its reason, outranks the count, and is an entry that verify knows', async () => {
  const claim = (await claimsNow())[0]!;
  const statements = claim.mentions.map(({ statement }) => statement);
  const matter = { kind: 'claim-assess', statements, verification: 'refuted' };
  expect((await decide(matter)).status).toBe(400);
  const made = await decide({ ...matter, reason: 'The cellar holds twelve.' });
  const page = await openOf(claim.id);
  expect(page.claim.verification).toBe('refuted');
  expect(page.claim.assessment).toMatchObject({
    by: 'Rana',
    reason: 'The cellar holds twelve.',
    since: 'unchanged',
  });
  const correction = await decide({
    kind: 'claim-correct',
    statements,
    reason: 'We repeated this number on Monday. It is wrong.',
  });
  expect((await openOf(claim.id)).claim.corrections).toMatchObject([
    { text: 'We repeated this number on Monday. It is wrong.' },
  ]);
  for (const one of [correction, made]) await undo(String(one.body.decision));
  expect((await openOf(claim.id)).claim.verification).toBe(claim.verification);
});

test('the queue asks each question once and forgets what was answered', async () => {
  const queue = async (): Promise<ClaimSuggestions> =>
    claimSuggestionsSchema.parse(JSON.parse(await get('/api/claims/suggestions?count=100')));
  const { total, suggestions } = await queue();
  expect(total).toBeGreaterThan(3);
  const asked = suggestions.map(({ relation, from, to }) => `${relation} ${[from.id, to.id].sort()}`);
  expect(new Set(asked).size).toBe(asked.length);
  const { kinds } = await queue();
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  for (const { relation, count } of kinds) {
    const path = `/api/claims/suggestions?count=100&relation=${relation}`;
    const some = claimSuggestionsSchema.parse(JSON.parse(await get(path)));
    expect(some.total).toBe(count);
    expect(some.suggestions.every((each) => each.relation === relation)).toBe(true);
  }
  // two parts of one statement are two claims already: nobody is asked whether they are one
  const statementsOf = new Map(
    (await claimsNow()).map(({ id, mentions }) => [
      id,
      new Set(mentions.map(({ statement }) => wholeStatement(statement))),
    ]),
  );
  for (const { from, to } of suggestions.filter(({ relation }) => relation === 'same'))
    expect([...statementsOf.get(from.id)!].some((each) => statementsOf.get(to.id)!.has(each))).toBe(false);
  const first = suggestions.find(({ relation }) => relation !== 'same')!;
  const made = await decide({
    kind: 'claim-relation',
    from: first.from.mention.statement,
    relation: first.relation,
    to: first.to.mention.statement,
    judgement: 'does-not-hold',
  });
  expect(made.status).toBe(200);
  const after = await queue();
  expect(after).toMatchObject({ total: total - 1, decided: 1 });
  await undo(String(made.body.decision));
  expect(await queue()).toMatchObject({ total, decided: 0 });
});

test('what is not a statement of a report cannot be decided about', async () => {
  const row = opened
    .items()
    .filter(({ content }) => content.kind === 'list')
    .flatMap(({ id }) => [...opened.itemRecords(id)])[0]!;
  const claim = (await claimsNow())[0]!;
  for (const b of ['nothing.1.1', `${row.id}.1`, claim.mentions[0]!.record])
    expect(
      await decide({ kind: 'claim-link', a: claim.mentions[0]!.statement, b, judgement: 'different' }),
    ).toMatchObject({ status: 404, body: { error: { code: 'request.not-found' } } });
});

test('two names that a person says are one count as one voice, with who said it and why, until it is withdrawn', async () => {
  const before = await get('/api/claims');
  const claim = (await claimsNow()).find(
    ({ origins }) => origins.filter(({ name }) => name !== 'unnamed').length > 1,
  )!;
  const [one, other] = claim.origins.map(({ name }) => name).filter((name) => name !== 'unnamed');
  const opened = await openOf(claim.id);
  expect(opened.names).toEqual(expect.arrayContaining([one, other]));
  expect(opened.given).toEqual([]);
  const reason = 'The body says so on its own page';
  const made = await decide({ kind: 'same-name', written: one, name: other, reason });
  expect(made.status).toBe(200);
  const joined = await openOf(claim.mentions[0]!.statement);
  const names = (of: Claim): Set<string> => new Set(of.origins.map(({ name }) => name));
  expect([one, other].filter((name) => names(joined.claim).has(name!))).toHaveLength(1);
  expect(joined.given).toEqual([
    expect.objectContaining({ written: one, name: other, by: 'Rana', reason, decision: made.body.decision }),
  ]);
  expect((await undo(String(made.body.decision))).status).toBe(200);
  expect(await get('/api/claims')).toBe(before);
});

const textOf = async (item: string): Promise<ItemText> =>
  itemTextSchema.parse(JSON.parse(await get(`/api/items/${item}/text`)));
const putRight = (item: string, matter: object) =>
  post(`/api/items/${item}/readings`, { by: 'Maha', ...matter });

test('what was read wrongly is put right: struck, read otherwise, added; and taken back byte for byte', async () => {
  const before = await get('/api/claims');
  const claim = (await claimsNow()).find(({ mentions }) => mentions.length > 2)!;
  const { item, statement, quote, outlet } = claim.mentions[1]!;
  const textBefore = await get(`/api/items/${item}/text`);

  const struck = await putRight(item, {
    kind: 'read-nothing',
    statement,
    reason: 'a question, not a statement',
  });
  expect(struck.status).toBe(200);
  const left = (await claimsNow()).flatMap(({ mentions }) => mentions).map((each) => each.statement);
  expect(left).not.toContain(statement);
  const [gone] = (await textOf(item)).struck;
  expect(gone).toMatchObject({ statement, by: { by: 'Maha', decision: struck.body.decision } });
  await undo(String(struck.body.decision));
  expect(await get('/api/claims')).toBe(before);

  const value = { stance: 'denies', through: ['Rima Example'] };
  const other = await putRight(item, { kind: 'read-as', statement, value });
  const read = (await claimsNow())
    .flatMap(({ mentions }) => mentions)
    .find((each) => each.statement === statement)!;
  expect(read).toMatchObject({
    stance: 'denies',
    chain: [outlet, 'Rima Example'],
    quote,
    putRight: { by: 'Maha' },
  });
  const mark = (await textOf(item)).marks.find((each) => each.statement === statement)!;
  expect(mark).toMatchObject({ stance: 'denies', putRight: { by: 'Maha' } });
  await undo(String(other.body.decision));

  // a range keeps both its ends
  const figure = { op: 'range', value: 6000, high: 9000, measure: 'executed' };
  const ranged = await putRight(item, { kind: 'read-as', statement, value: { ...value, figure } });
  const markNow = (await textOf(item)).marks.find((each) => each.statement === statement)!;
  expect(markNow.figure).toMatchObject(figure);
  await undo(String(ranged.body.decision));

  // elsewhere, and nowhere
  for (const [place, says] of [
    ['Tell Sample camp', 'Tell Sample camp'],
    ['', undefined],
  ] as const) {
    const moved = await putRight(item, { kind: 'read-as', statement, value: { ...value, place } });
    // who puts something else right afterwards leaves it there
    const again = await putRight(item, { kind: 'read-as', statement, value });
    for (const { body } of [again, moved]) {
      expect((await textOf(item)).marks.find((each) => each.statement === statement)!.place).toBe(says);
      await undo(String(body.decision));
    }
  }

  const { text } = await textOf(item);
  const line = /[^\n]{30,}/.exec(text)!;
  const span = { start: line.index, end: line.index + line[0].length };
  const added = await putRight(item, {
    kind: 'read-too',
    ...span,
    value: {
      stance: 'asserts',
      through: ['Rima Example'],
      figure: { op: 'ge', value: 12, measure: 'released' },
    },
  });
  const mine = (await textOf(item)).marks.find(({ putRight: by }) => by !== undefined)!;
  expect(text.slice(mine.start, mine.end)).toBe(line[0].trim());
  expect(mine.figure).toMatchObject({ op: 'ge', value: 12, measure: 'released', unit: 'person' });
  const where = (await claimsNow()).find(({ id }) => id === mine.claim)!;
  expect(where.mentions.find((each) => each.statement === mine.statement)?.quote).toBe(line[0].trim());
  // what was added can be put right like any other, and its decision told apart from others
  expect((await putRight(item, { kind: 'read-nothing', statement: mine.statement })).status).toBe(200);
  expect((await textOf(item)).marks.some((each) => each.statement === mine.statement)).toBe(false);
  await undo(String(added.body.decision));
  expect(await get('/api/claims')).toBe(before);
  expect(await get(`/api/items/${item}/text`)).toBe(textBefore);
});

test.each([
  [
    'a statement of another report',
    (item: string) => ({ kind: 'read-nothing', statement: `${item}x.1.1` }),
    404,
  ],
  [
    'a statement that is none',
    (item: string) => ({ kind: 'read-nothing', statement: `${item}.1.9999` }),
    404,
  ],
  [
    'no words',
    () => ({ kind: 'read-too', start: 5, end: 5, value: { stance: 'asserts', through: [] } }),
    400,
  ],
  [
    'a whole book',
    () => ({ kind: 'read-too', start: 0, end: 9_000_000, value: { stance: 'asserts', through: [] } }),
    400,
  ],
  [
    'a measure that nobody knows',
    (item: string) => ({
      kind: 'read-as',
      statement: `${item}.1.1`,
      value: { stance: 'asserts', through: [], figure: { op: 'eq', value: 1, measure: 'luck' } },
    }),
    400,
  ],
  [
    'a range with one end',
    (item: string) => ({
      kind: 'read-as',
      statement: `${item}.1.1`,
      value: { stance: 'asserts', through: [], figure: { op: 'range', value: 1, measure: 'released' } },
    }),
    400,
  ],
])('%s is refused', async (_what, matter, status) => {
  const { item } = (await claimsNow())[0]!.mentions[0]!;
  expect((await putRight(item, matter(item))).status).toBe(status);
});

test('a second reader is asked only where the owner named one, and what it says is no statement until a person adds it', async () => {
  const { item, quote } = (await claimsNow())[0]!.mentions[0]!;
  expect((await post(`/api/items/${item}/proposals`, {})).body).toMatchObject({
    error: { code: 'reader.none' },
  });
  const before = await get('/api/claims');
  const told: string[] = [];
  const model = createServer((request, response) => {
    request.on('data', (part: Buffer) => told.push(part.toString()));
    request.on('end', () => {
      const statements = [
        { quote, stance: 'denies' },
        { quote: 'words that stand nowhere in it', stance: 'asserts' },
      ];
      response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements }) } }] }));
    });
  });
  await new Promise<void>((done) => model.listen(0, '127.0.0.1', done));
  const { port } = model.address() as AddressInfo;
  const reader = readerAt({ address: `http://127.0.0.1:${port}/v1`, model: 'small' });
  const asking = createApp(
    { case: opened, derivation: deriveFrom(opened), reader },
    { webRoot: folder, hostNames: [], log: () => {} },
  );
  const headers = {
    host: '127.0.0.1:8484',
    origin: 'http://127.0.0.1:8484',
    'content-type': 'application/json',
  };
  const ask = await asking.request(`/api/items/${item}/proposals`, { method: 'POST', headers, body: '{}' });
  const { proposals, dropped, model: name } = proposedReadingsSchema.parse(await ask.json());
  const text = itemTextSchema.parse(
    await (await asking.request(`/api/items/${item}/text`, { headers })).json(),
  );
  model.close();
  expect(text.reader).toEqual({ model: 'small', host: `127.0.0.1:${port}`, where: 'this-machine' });
  expect([name, dropped, proposals.length]).toEqual(['small', 1, 1]);
  expect(text.text.slice(proposals[0]!.start, proposals[0]!.end)).toBe(quote);
  expect(told.join('')).toContain(text.text.slice(40, 70).split('\n')[0]!);
  expect(await get('/api/claims')).toBe(before);
});
