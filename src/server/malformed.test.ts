import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { errorSchema } from '../model/index.ts';
import { filesAt, receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

let folder: string;
let opened: Case;
let app: ReturnType<typeof createApp>;
const unforeseen: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-malformed-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  const lists = join(import.meta.dirname, '../../examples/qalaat-al-rih/lists');
  await receiveFiles(opened, await filesAt([lists]), { by: 'Rana', mode: 'add' });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(folder, 'none'), hostNames: [], log: (error) => unforeseen.push(error) },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };

/** An answer or a named refusal; never a crash, never "internal", never a stack. */
async function isAnswered(path: string, init: RequestInit = {}): Promise<void> {
  const response = await app.request(`http://localhost:8484${path}`, {
    ...init,
    headers: { ...HOST, ...(init.headers as Record<string, string>) },
  });
  const body = await response.text();
  expect(response.status, `${path.slice(0, 200)} ${body.slice(0, 300)}`).not.toBe(500);
  expect(body).not.toMatch(/\n\s+at |\.ts:\d/);
  if (response.status >= 400) expect(errorSchema.strict().safeParse(JSON.parse(body)).success).toBe(true);
  expect(unforeseen).toEqual([]);
}

const odd = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '-1',
    '1e9',
    '0x10',
    '99999999999999999999',
    'NaN',
    '1.5',
    '١٢',
    ' 1',
    'null',
    '[object Object]',
    '__proto__',
    'constructor',
    '../..',
    '%',
    '%00',
    '%E0%A4%A',
    '\u202eabc',
    '\ud800',
    "' OR 1=1 --",
    '<script>',
    'x'.repeat(5000),
    '*'.repeat(400),
    'محمد'.repeat(300),
  ),
);
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

test('odd ids and odd questions', async () => {
  const path = fc.oneof(
    odd.map((id) => `/api/items/${encoded(id)}`),
    odd.map((id) => `/api/items/${encoded(id)}/rows`),
    odd.map((id) => `/api/items/${encoded(id)}/text`),
    odd.map((id) => `/api/items/${encoded(id)}/file`),
    odd.map((id) => `/api/people/${encoded(id)}`),
    odd.map((id) => `/api/claims/${encoded(id)}`),
    odd.map((q) => `/api/find?q=${encoded(q)}`),
    fc
      .tuple(odd, odd, odd)
      .map(([a, b, c]) => `/api/people?from=${encoded(a)}&count=${encoded(b)}&filter=${encoded(c)}`),
    odd.map((raw) => `/api/find?q=${raw.toWellFormed().replace(/[#\s]/g, '')}`),
    odd.map((raw) => `/${raw.toWellFormed().replace(/[#\s]/g, '')}`),
    fc.tuple(odd, odd).map(([a, b]) => `/api/people?count=${encoded(a)}&count=${encoded(b)}`),
    fc
      .tuple(odd, odd, odd)
      .map(
        ([a, b, c]) =>
          `/api/items/${opened.items()[0]!.id}/rows?table=${encoded(a)}&from=${encoded(b)}&row=${encoded(c)}`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(path, (each) => isAnswered(each)),
    { numRuns: 600 },
  );
});

test('odd bodies, odd kinds of body, truncated and deep JSON', async () => {
  const target = fc.constantFrom('/api/decisions/link', '/api/decisions/undo', '/api/items');
  const whole = JSON.stringify({ a: 'x.1', b: 'x.2', judgement: 'same', by: 'Rana', reason: 'سبب' });
  const body = fc.oneof(
    odd,
    fc.nat(whole.length).map((at) => whole.slice(0, at)),
    fc.json(),
    fc
      .record({ a: odd, b: odd, judgement: odd, by: odd, reason: odd, decision: odd })
      .map((value) => JSON.stringify(value)),
    fc.constantFrom(
      '['.repeat(20_000),
      '{"a":'.repeat(5000),
      '{"__proto__":{"by":"x"}}',
      '\ufeff{}',
      'x'.repeat(70_000),
    ),
  );
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-8',
    'application/json;;;',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary=',
    'application/x-www-form-urlencoded',
    '',
    'x/y',
  );
  const method = fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS');
  const before = opened.version();
  await fc.assert(
    fc.asyncProperty(target, body, type, method, (path, text, kind, how) =>
      isAnswered(path, {
        method: how,
        body: text.toWellFormed(),
        headers: kind === '' ? {} : { 'content-type': kind },
      }),
    ),
    { numRuns: 600 },
  );
  expect(opened.version()).toBe(before);
});

test('odd headers', async () => {
  const name = fc.constantFrom(
    'host',
    'origin',
    'sec-fetch-site',
    'accept-encoding',
    'if-none-match',
    'content-length',
    'accept',
  );
  const value = odd.map((text) => text.replace(/[^\x21-\x7e]/g, '?').slice(0, 200));
  await fc.assert(
    fc.asyncProperty(name, value, (header, text) =>
      isAnswered('/api/items', { headers: { [header]: text } }),
    ),
    { numRuns: 200 },
  );
});
