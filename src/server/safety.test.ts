import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { errorSchema } from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { isExpectedHost } from './safety.ts';

describe('which Host headers are answered', () => {
  test.each([
    '127.0.0.1:8484',
    'localhost',
    'localhost:8484',
    '[::1]:8484',
    '192.168.1.20:8484',
    'desk.example:8484',
  ])('%s is', (host) => expect(isExpectedHost(host, ['desk.example'])).toBe(true));
  test.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8484',
    '127.0.0.1.evil.example:8484',
    'localhost.evil.example',
    'desk.example.evil',
    'a b',
    'localhost/..',
    'user@localhost',
  ])('%s is not', (host) => expect(isExpectedHost(host, ['desk.example'])).toBe(false));
});

describe('who may ask', () => {
  const unforeseen: unknown[] = [];
  let folder: string;
  let opened: Case;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-safety-'));
    opened = await createCase(join(folder, 'case'), { unsealed: true });
    const webRoot = join(folder, 'web');
    mkdirSync(webRoot);
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Sanad</title>');
    app = createApp(
      { case: opened, derivation: deriveFrom(opened) },
      { webRoot, hostNames: [], log: (error) => unforeseen.push(error) },
    );
  });
  afterAll(() => {
    opened.close();
    expect(unforeseen).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });

  const SAME_ORIGIN = { host: '127.0.0.1:8484', origin: 'http://127.0.0.1:8484' };
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(path, { headers: { host: SAME_ORIGIN.host, ...headers } });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(path, {
      method: 'POST',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const refusal = async (response: Response): Promise<{ status: number; code: string }> => ({
    status: response.status,
    code: errorSchema.parse(await response.json()).error.code,
  });
  const link = { a: 'x.1', b: 'x.2', judgement: 'same', by: 'Rana' };

  test('another name for this machine is refused: it may be somebody else’s page', async () => {
    expect(await refusal(await get('/api/people', { host: 'evil.example:8484' }))).toEqual({
      status: 421,
      code: 'request.forbidden-host',
    });
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
  });

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:9999' },
  ] as Record<string, string>[])('another page may not ask at all: %o', async (headers) => {
    expect(await refusal(await get('/api/find?q=Omar', headers))).toEqual({
      status: 403,
      code: 'request.forbidden-origin',
    });
    expect((await post('/api/decisions/link', link, headers)).status).toBe(403);
  });

  test('whatever changes the case must say where it comes from', async () => {
    const response = await app.request('/api/decisions/link', {
      method: 'POST',
      headers: { host: '127.0.0.1:8484', 'content-type': 'application/json' },
      body: JSON.stringify(link),
    });
    expect(await refusal(response)).toEqual({ status: 403, code: 'request.forbidden-origin' });
  });

  test('a form that a page could send without asking is no decision', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await refusal(await post('/api/decisions/link', link, { 'content-type': type }))).toEqual({
        status: 415,
        code: 'request.wrong-type',
      });
  });

  test('every answer carries the headers, refusals too', async () => {
    for (const path of ['/', '/api/overview', '/api/nothing', '/api/people?count=x', '/nowhere.js'])
      expect(Object.fromEntries((await get(path)).headers)).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      });
  });
});
