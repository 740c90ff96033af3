import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts } from '../accounts/index.ts';
import { graphicItems } from '../custody/index.ts';
import { fileMetadata, partsOf } from '../files/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import type { SiteKept, SiteState } from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { photographArrived } from './photographs.ts';
import { openUploads, type Uploads } from './uploads.ts';

/** A photograph from a phone: the site lead alone is signed in, who may read no file of the case. */
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };
const folder = mkdtempSync(join(tmpdir(), 'sanad-photographs-'));
const [SITE, FLOOR, SECTOR, SEARCH, PHOTO] = ['site', 'floor', 'sector', 'search', 'photo'].map((word) =>
  word.padEnd(16, '0'),
) as [string, string, string, string, string];
let opened: Case;
let uploads: Uploads;
let app: ReturnType<typeof createApp>;
let cookie: string;
let original: Buffer;

beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
  const accounts = openAccounts(opened, { passwordCost: CHEAP });
  const account = accounts.changes.make('lead', 'site-lead', 'owner');
  const code = await accounts.changes.invite(account, opened, 'owner');
  await accounts.join('lead', code, PASSWORD, {
    address: 'x',
    device: '',
    place: { origin: HOST.origin, host: 'localhost' },
  });
  uploads = openUploads(opened, () => new Date(), photographArrived(opened));
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts, uploads },
    { webRoot: folder, hostNames: [], log: (error) => expect(error).toBeUndefined() },
  );
  const answer = await tell('/api/session', { name: 'lead', password: PASSWORD });
  cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  opened.forget(['team', 'contact', 'source', 'key', 'line']);
  const stripes = Buffer.from(Array.from({ length: 640 * 480 }, (_, at) => ((at >> 4) % 2) * 200));
  original = await sharp(stripes, { raw: { width: 640, height: 480, channels: 1 } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } })
    .toBuffer();
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const tell = async (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { ...HOST, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
const ask = async (path: string, role = cookie) => app.request(path, { headers: { ...HOST, cookie: role } });
const core = (id: string, about: string) => ({
  id: `e${id}`.slice(0, 16),
  site: SITE,
  about,
  upon: [],
  at: '2031-04-02T08:00:00Z',
  by: 'Nizar',
});
const square = [
  [0, 0],
  [9, 0],
  [9, 9],
];

async function send(bytes: Uint8Array, name: string): Promise<string> {
  const tus = { ...HOST, cookie, 'tus-resumable': '1.0.0' };
  const begun = await app.request('/api/sites/photographs', {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  expect(begun.status).toBe(201);
  const where = begun.headers.get('location')!;
  for (const [from, to] of [
    [0, 1000],
    [1000, bytes.length],
  ] as const) {
    const part = await app.request(where, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      body: Uint8Array.from(bytes.subarray(from, to)),
    });
    expect(part.status).toBe(204);
    expect(part.headers.get('upload-offset')).toBe(String(to));
  }
  return where;
}

test('written down with its search: shown small and without where it was taken, blurred until asked', async () => {
  const small = (await sharp(original).resize(320).keepExif().jpeg().toBuffer()).toString('base64');
  expect((await fileMetadata(partsOf(Buffer.from(small, 'base64')))).fields.length).toBeGreaterThan(0);
  const answer = await tell('/api/sites/entries', {
    sentAt: new Date().toISOString(),
    entries: [
      { ...core('p', SITE), is: 'place', body: { name: { en: 'Qalaat al-Rih' }, elsewhere: 0.5 } },
      { ...core('f', FLOOR), is: 'floor', body: { name: { en: 'B' }, level: -1, width: 9, height: 9 } },
      {
        ...core('s', SECTOR),
        is: 'sector',
        body: { floor: FLOOR, code: 'B1', kind: 'room', outline: square },
      },
      {
        ...core('h', SEARCH),
        is: 'search',
        body: {
          sector: SECTOR,
          team: 'Blue',
          method: 'dog',
          from: '2031-04-02T07:00:00Z',
          to: '2031-04-02T08:00:00Z',
          coverage: 1,
          result: 'signs',
        },
      },
      {
        ...core('o', PHOTO),
        is: 'photograph',
        body: {
          search: SEARCH,
          says: 'Writing on the wall',
          graphic: true,
          sha256: createHash('sha256').update(original).digest('hex'),
          bytes: original.length,
          file: 'original',
        },
        small,
      },
    ].map((entry) => ({ ...entry, id: entry.id.padEnd(16, '0') })),
  });
  const { results } = (await answer.json()) as SiteKept;
  expect(results.map(({ kept, code }) => code ?? kept)).toEqual(Array(5).fill('kept'));
  const state = (await (await ask(`/api/sites/${SITE}`)).json()) as SiteState;
  expect(state.photographs).toMatchObject([{ versions: [{ body: { says: 'Writing on the wall' } }] }]);
  expect(JSON.stringify(state)).not.toContain(small.slice(0, 40));

  const before = opened.version();
  const bytesOf = async (query: string) => {
    const shown = await ask(`/api/sites/${SITE}/photographs/${PHOTO}${query}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    return Buffer.from(await shown.arrayBuffer());
  };
  const [blurred, clear] = [await bytesOf(''), await bytesOf('?graphic=shown')];
  expect(blurred.equals(clear)).toBe(false);
  for (const bytes of [blurred, clear]) expect((await fileMetadata(partsOf(bytes))).fields).toEqual([]);
  expect(opened.events('access', before).map(({ facts }) => facts.photograph)).toEqual([PHOTO]);
  expect((await ask(`/api/sites/${SITE}/photographs/${SEARCH}`)).status).toBe(404);
  expect((await ask(`/api/sites/${SITE}/photographs/${PHOTO}`, '')).status).toBe(401);
});

test('the file comes in parts, waits sealed until somebody may take it in, and is then an item, marked as hard to see', async () => {
  await send(original, `${PHOTO}.jpg`);
  await uploads.settle();
  await opened.unlock('owner', PHRASE);
  expect(opened.items()).toEqual([]);
  await uploads.settle();
  const [item] = opened.items();
  expect(item).toMatchObject({
    path: `photographs/${PHOTO}.jpg`,
    bytes: original.length,
    receivedBy: 'lead',
  });
  expect(Buffer.from(opened.itemBytes(item!.id)).equals(original)).toBe(true);
  expect(graphicItems(opened).has(item!.id)).toBe(true);
});

test('nothing else that is on its way is in reach there, and a picture of gigabytes is refused', async () => {
  const other = uploads.begin({ file: 'list.csv', path: 'list.csv', length: 10, by: 'Maha' });
  expect((await ask(`/api/sites/photographs/${other.id}`)).status).toBe(404);
  expect((await ask(`/api/uploads/${other.id}`)).status).toBe(403);
  const huge = await app.request('/api/sites/photographs', {
    method: 'POST',
    headers: { ...HOST, cookie, 'tus-resumable': '1.0.0', 'upload-length': String(5 * 1024 ** 3) },
  });
  expect(huge.status).toBe(413);
});
