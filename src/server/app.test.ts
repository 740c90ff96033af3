import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import {
  addedSchema,
  type ClaimPage,
  claimPageSchema,
  claimsPageSchema,
  decidedAnswerSchema,
  decisionSchema,
  errorSchema,
  findPageSchema,
  itemRowsSchema,
  itemSchema,
  itemsPageSchema,
  itemTextSchema,
  overviewSchema,
  peoplePageSchema,
  personPageSchema,
  verifySchema,
  wholeStatement,
} from '../model/index.ts';
import { filesAt, receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { RULES } from './permissions.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/qalaat-al-rih');
const SAME_ORIGIN = { host: '127.0.0.1:8484', origin: 'http://127.0.0.1:8484' };

let folder: string;
let opened: Case;
let app: ReturnType<typeof createApp>;
const unforeseen: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-server-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true, name: 'Qalaat al-Rih' });
  await receiveFiles(opened, await filesAt([EXAMPLE]), { by: 'Rana', mode: 'add' });
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), `<!doctype html><title>Sanad</title>${'<p></p>'.repeat(200)}`);
  writeFileSync(join(webRoot, 'assets/main-Abc123_-.js'), `export {};${'//'.repeat(500)}`);
  writeFileSync(join(folder, 'secret.txt'), 'not a page');
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot, hostNames: [], log: (error) => unforeseen.push(error) },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
  expect(unforeseen).toEqual([]);
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: { host: '127.0.0.1:8484', ...headers } }));
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

/** An object's schema: what it reads, and the same without tolerance for more. */
interface Answer<T> {
  strict(): { parse(body: unknown): T };
}

/** The answer, held against the schema that the pages read it by: nothing missing, nothing more. */
async function answer<T>(schema: Answer<T>, response: Response): Promise<T> {
  const body = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return schema.strict().parse(body);
}
async function refusal(response: Response): Promise<{ status: number; code: string }> {
  const { error } = errorSchema.strict().parse(await response.json());
  return { status: response.status, code: error.code };
}
const itemNamed = async (part: string) => {
  const { items } = await answer(itemsPageSchema, await get('/api/items'));
  return items.find(({ file }) => file.includes(part))!;
};

describe('the example case, as its pages see it', () => {
  test('overview', async () => {
    await get('/api/people');
    await get('/api/claims');
    const overview = await answer(overviewSchema, await get('/api/overview'));
    expect(overview).toMatchObject({ name: 'Qalaat al-Rih', sealed: false, deriving: [] });
    expect(overview.counts).toMatchObject({ reports: 13, lists: 4 });
    expect(overview.counts.persons).toBeGreaterThan(10);
    expect(overview.counts.persons).toBeLessThan(overview.counts.rows);
    expect(overview.tellingClaims.length).toBeGreaterThan(0);
    expect(overview.timeline.map(({ at }) => at)).toEqual(overview.timeline.map(({ at }) => at).toSorted());
    expect(overview.timeline.filter(({ kind }) => kind === 'list').length).toBeGreaterThan(2);
    expect(overview.ledger.entries).toBeGreaterThan(overview.counts.rows);
  });

  test('from the table of claims to the quote in its text', async () => {
    const { groups } = await answer(claimsPageSchema, await get('/api/claims'));
    const { claims } = groups[0]!;
    const page: ClaimPage = await answer(claimPageSchema, await get(`/api/claims/${claims[0]!.id}`));
    expect(page.passages.length).toBe(page.claim.mentions.length);
    const [mention] = page.claim.mentions;
    const text = await answer(itemTextSchema, await get(`/api/items/${mention!.item}/text`));
    const mark = text.marks.find(({ statement }) => statement === mention!.statement)!;
    expect(mark.claim).toBe(page.claim.id);
    expect(text.text.slice(mark.start, mark.end)).toBe(page.passages[0]!.quote);
  });

  test('every mark of every report stands on its quote, every figure on its number, every hedge inside', async () => {
    for (const item of opened.items().filter(({ content }) => content.kind === 'report')) {
      const { text, marks, reuse } = await answer(itemTextSchema, await get(`/api/items/${item.id}/text`));
      const quotes = new Map(
        [...opened.itemRecords(item.id)].flatMap((record) =>
          record.kind === 'report' ? record.statements.map(({ id, quote }) => [id, quote] as const) : [],
        ),
      );
      const parts = marks.filter(({ statement }) => !quotes.has(statement));
      expect(marks.length - parts.length).toBe(quotes.size);
      const words = (some: string): string => some.replace(/\s+/g, '');
      for (const mark of marks) {
        const quote = words(quotes.get(wholeStatement(mark.statement))!);
        if (parts.includes(mark)) expect(quote).toContain(words(text.slice(mark.start, mark.end)));
        else expect(words(text.slice(mark.start, mark.end))).toBe(quote);
        for (const hedge of mark.hedges) expect(hedge.end).toBeGreaterThan(hedge.start);
        if (mark.figure) expect(mark.figure.start).toBeLessThan(mark.figure.end);
      }
      for (const line of reuse) expect(text.slice(line.start, line.end).trim()).not.toBe('');
    }
  });

  test('a copied report shows its lines in the other', async () => {
    const item = await itemNamed('03-coastal-tribune');
    const { reuse } = await answer(itemTextSchema, await get(`/api/items/${item.id}/text`));
    expect(reuse.map(({ otherFile }) => otherFile)).toContain('01-harbour-wire-gates-opened.txt');
  });

  test('people a page at a time, by filter, by name in another script, one by one', async () => {
    const all = await answer(peoplePageSchema, await get('/api/people?from=2&count=5'));
    expect(all.persons.length).toBe(5);
    const several = await answer(peoplePageSchema, await get('/api/people?filter=several-lists'));
    expect(several.total).toBeGreaterThan(0);
    expect(several.total).toBeLessThan(all.total);
    for (const card of several.persons) {
      expect(new Set(card.records.map(({ item }) => item)).size).toBeGreaterThan(1);
      const { person } = await answer(personPageSchema, await get(`/api/people/${card.id}`));
      expect(person.records.map(({ record }) => record)).toEqual(card.records.map(({ record }) => record));
    }
    const { hits } = await answer(findPageSchema, await get('/api/find?q=Qusay%20al-Ali&top=3'));
    expect(hits[0]!.person.name).toContain('قصي');
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits[0]!.why.length).toBeGreaterThan(0);
  });

  test('two steps from any value of a person to the row it stands in', async () => {
    const { persons } = await answer(peoplePageSchema, await get('/api/people?filter=several-lists&count=3'));
    for (const { id } of persons) {
      const { person } = await answer(personPageSchema, await get(`/api/people/${id}`));
      for (const record of person.records) {
        const item = await answer(itemSchema, await get(`/api/items/${record.item}`));
        const table = item.tables.findIndex(({ sheet }) => sheet === record.sheet);
        const window = await answer(
          itemRowsSchema,
          await get(`/api/items/${record.item}/rows?table=${table}&row=${record.row}&count=5`),
        );
        const row = window.rows.find(({ row: number }) => number === record.row)!;
        expect(row.person).toBe(person.id);
        for (const { written } of record.values) expect(row.cells).toContain(written);
      }
    }
  });

  test('an item with its proof; its file for keeping, never as a page', async () => {
    const { id, sha256 } = await itemNamed('05-meridian');
    const item = await answer(itemSchema, await get(`/api/items/${id}`));
    expect(item.proof.entry).toBeLessThan(item.proof.treeSize);
    expect(item.proof.rootHash).toMatch(/^[0-9a-f]{64}$/);
    const file = await get(`/api/items/${id}/file`);
    const bytes = await file.arrayBuffer();
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')).toBe(sha256);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="05-meridian/),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('verify reads it all back', async () => {
    const result = await answer(verifySchema, await get('/api/verify'));
    expect(result).toMatchObject({ ok: true, faults: [] });
    expect(result.entries).toBe(opened.head().entries);
  });

  test('describes itself as OpenAPI 3.1', async () => {
    const response = await get('/api/openapi.json');
    const description = (await response.json()) as { openapi: string; paths: Record<string, object> };
    expect(description.openapi).toBe('3.1.0');
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(RULES).sort());
    expect(Object.keys(description.paths['/api/items']!)).toEqual(['get', 'post']);
  });
});

describe('deciding', () => {
  test('different, then undo: the person is as before; the same undo twice is told', async () => {
    const { persons } = await answer(peoplePageSchema, await get('/api/people?filter=several-lists&count=1'));
    const card = persons[0]!;
    const before = await (await get(`/api/people/${card.id}`)).text();
    const [a, b] = card.records.map(({ record }) => record);
    const made = await answer(
      decidedAnswerSchema,
      await post('/api/decisions/link', {
        a,
        b,
        judgement: 'different',
        by: 'Rana',
        reason: 'mothers differ',
      }),
    );
    expect(await (await get(`/api/people/${card.id}`)).text()).not.toBe(before);
    const undo = { decision: made.decision, by: 'Rana' };
    await answer(decisionSchema, await post('/api/decisions/undo', undo));
    expect(await (await get(`/api/people/${card.id}`)).text()).toBe(before);
    expect(await refusal(await post('/api/decisions/undo', undo))).toEqual({
      status: 409,
      code: 'decision.already-undone',
    });
  });

  test('"same" against another’s "different" is refused and names it', async () => {
    const { persons } = await answer(peoplePageSchema, await get('/api/people?count=3'));
    const [a, b, c] = persons.map(({ records }) => records[0]!.record);
    const link = (one: unknown, other: unknown, judgement: string) =>
      post('/api/decisions/link', { a: one, b: other, judgement, by: 'Rana' });
    await link(a, b, 'different');
    await link(b, c, 'same');
    const response = await link(a, c, 'same');
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: { code: 'decision.contradicts', data: { by: 'Rana' } },
    });
    expect((await link(a, b, 'same')).status).toBe(200);
  });
});

describe('adding files', () => {
  const form = (files: readonly File[], fields: Readonly<Record<string, string>> = {}): FormData => {
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return body;
  };
  const upload = (body: FormData, query = ''): Promise<Response> =>
    Promise.resolve(app.request(`/api/items${query}`, { method: 'POST', headers: SAME_ORIGIN, body }));
  const list = () =>
    new File(
      [
        'Full name,Released on\nOmar Zahrin,09/03/2025\nLayla Wardan,31/02/2025\nSami Ghrab,08/03/2025\nHuda Rih,09/03/2025\n',
      ],
      'desk.csv',
    );

  test('a dry run shows what would happen and changes nothing', async () => {
    const version = opened.version();
    const result = await answer(addedSchema, await upload(form([list()]), '?dryRun=true'));
    expect(result.added).toEqual([]);
    expect(result.understood).toMatchObject([{ file: 'desk.csv', kind: 'list', records: 4 }]);
    expect(result.problems).toMatchObject([{ code: 'cell.date-impossible', row: 2 }]);
    expect(opened.version()).toBe(version);
  });

  test('the same file twice is one item; people know of it at once', async () => {
    const { added } = await answer(addedSchema, await upload(form([list()], { by: 'Sami' })));
    expect(added).toMatchObject([{ file: 'desk.csv', receivedBy: 'Sami', records: 4 }]);
    const { hits } = await answer(findPageSchema, await get('/api/find?q=Omar%20Zahrin&top=1'));
    expect(hits[0]!.person.records[0]!.list).toBe('desk.csv');
    const again = await answer(addedSchema, await upload(form([list()])));
    expect(again).toMatchObject({ added: [], alreadyHeld: [{ file: 'desk.csv', item: added[0]!.id }] });
  });

  test('an empty file and a path that climbs: the one is named, the other stays inside', async () => {
    const files = [
      new File([], 'empty.csv'),
      new File(['a note about nothing much'], '../../../tmp/note.txt'),
    ];
    const result = await answer(addedSchema, await upload(form(files), '?dryRun=true'));
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: 'file.empty', file: 'empty.csv' }),
    );
    for (const { path } of result.understood) expect(path).not.toContain('..');
  });

  test('nothing at all is refused', async () => {
    expect(await refusal(await upload(form([])))).toEqual({ status: 400, code: 'request.invalid' });
  });
});

describe('the pages', () => {
  test.each(['/', '/claims', '/claims/x.1.1', '/people', '/people/x.1', '/items', '/items/x?row=12'])(
    '%s is the page, asked for anew each time',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'self'; script-src 'self';/,
      );
    },
  );
  test('an unknown page is the page too, and says 404', async () => {
    expect((await get('/nowhere')).status).toBe(404);
  });
  test('what has its hash in its name is kept for good, and small where the browser can unpack it', async () => {
    const path = '/assets/main-Abc123_-.js';
    const plain = await get(path);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const encoding of ['br', 'gzip']) {
      const packed = await get(path, { 'accept-encoding': encoding });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect((await packed.arrayBuffer()).byteLength).toBeLessThan(
        (await plain.clone().arrayBuffer()).byteLength,
      );
    }
    const again = await get(path, { 'if-none-match': plain.headers.get('etag')! });
    expect(again.status).toBe(304);
  });
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  ])('%s leads nowhere', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not a page');
  });
});
