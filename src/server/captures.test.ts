import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { type Added, type FileView, type ItemId, type SavedPage, savedPageSchema } from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/** A captured page through the pages' own routes: its files in, joined, taken apart, shown. */

const HEADERS = { host: '127.0.0.1:8484', origin: 'http://127.0.0.1:8484' };
let folder: string;
let opened: Case;
let app: ReturnType<typeof createApp>;
const unforeseen: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-captures-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(folder, 'none'), hostNames: [], log: (error) => unforeseen.push(error) },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
  expect(unforeseen).toEqual([]);
});

const ask = async <T>(path: string, body?: unknown): Promise<{ status: number; said: T }> => {
  const answer = await app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...HEADERS, 'content-type': 'application/json' },
  });
  return { status: answer.status, said: (await answer.json()) as T };
};
async function send(name: string, content: string): Promise<ItemId> {
  const body = new FormData();
  body.append('files', new File([content], name));
  const answer = await app.request('/api/items', { method: 'POST', headers: HEADERS, body });
  return ((await answer.json()) as Added).added[0]!.id as ItemId;
}

const MHTML = [
  'Snapshot-Content-Location: https://harbour.example/news',
  'Date: Mon, 9 Dec 2024 06:41:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="--x--"',
  '',
  '----x--',
  'Content-Type: text/html',
  'Content-Location: https://harbour.example/news',
  '',
  '<html><body><article><p>The harbour office says forty people were released on Monday.</p></article></body></html>',
  '----x----',
  '',
].join('\r\n');

test('sent, joined and taken apart, it is shown as one on the page of each part', async () => {
  const [archive, picture] = [await send('news.mhtml', MHTML), await send('news.png', 'a picture')];
  const joined = await ask('/api/captures', {
    parts: [
      { item: archive, as: 'archive' },
      { item: picture, as: 'picture' },
    ],
    address: 'https://harbour.example/news',
    captured: '2024-12-09T06:41Z',
    collector: 'Maha',
    how: 'a browser, over Tor',
    by: 'Maha',
  });
  expect(joined.status).toBe(200);
  const saved = savedPageSchema
    .strict()
    .parse((await ask(`/api/items/${archive}/capture`)).said) as SavedPage;
  expect(saved).toMatchObject({ format: 'mhtml', total: 1, readable: 1, wrong: [] });
  const { said } = await ask<{ taken: ItemId[] }>(`/api/items/${archive}/capture`, { by: 'Maha' });
  expect(opened.item(said.taken[0]!).content.kind).toBe('report');
  const about = async (id: ItemId): Promise<FileView> => (await ask<FileView>(`/api/items/${id}/about`)).said;
  expect((await about(archive)).savedPage).toBe(true);
  const { capture, savedPage, custody } = await about(picture);
  expect(savedPage).toBe(false);
  expect(capture?.parts.map(({ as, file }) => `${as} ${file}`)).toEqual([
    'archive news.mhtml',
    'picture news.png',
  ]);
  expect(custody.at(-1)).toMatchObject({ collector: 'Maha', address: 'https://harbour.example/news' });
});

test('what is no capture is refused by name', async () => {
  const item = await send('only.css', 'p {}');
  const said = {
    address: 'https://harbour.example/',
    captured: '2024',
    collector: 'Maha',
    how: 'by hand',
    parts: [{ item, as: 'media' }],
  };
  const code = async (path: string, body?: unknown) =>
    (await ask<{ error: { code: string } }>(path, body)).said.error.code;
  expect(await code('/api/captures', said)).toBe('capture.no-page');
  expect(await code('/api/captures', { ...said, captured: 'Monday' })).toBe('request.invalid');
  expect(await code('/api/captures', { ...said, parts: [] })).toBe('request.invalid');
  expect(await code(`/api/items/${item}/capture`)).toBe('capture.damaged');
  expect(await code('/api/items/k3f9x0a1b2c3d4e5/capture')).toBe('request.not-found');
});
