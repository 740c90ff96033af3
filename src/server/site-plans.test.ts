import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import type { SitePictureKept } from '../model/index.ts';
import { createApp, routesFor } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { openMapFile } from './map-file.ts';

/** What is drawn over comes to a sealed case from a lead who may open no file of it. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-plans-'));
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };
let opened: Case;
let app: ReturnType<typeof createApp>;
/** As the lead's role sees it. */
let lead: ReturnType<typeof routesFor>;
let wall: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), {
    passphrase: 'three quiet words',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
  const unforeseen = (error: unknown) => expect(error).toBeUndefined();
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: folder, hostNames: [], log: unforeseen },
  );
  const seen = opened.as(['site']);
  lead = routesFor({ case: seen, derivation: deriveFrom(seen) }, unforeseen);
  const size = { width: 900, height: 600, channels: 3, background: '#ddd' } as const;
  wall = Uint8Array.from(await sharp({ create: size }).jpeg().toBuffer());
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const asking = { caller: { address: 'x', device: '' } };
const bring = async (path: string, body: Uint8Array<ArrayBuffer>): Promise<SitePictureKept> => {
  const request = new Request(`http://localhost:8484${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  });
  const response = await lead.fetch(request, { asking });
  expect(response.status).toBe(200);
  return (await response.json()) as SitePictureKept;
};
const see = async (path: string): Promise<Response> =>
  lead.fetch(new Request(`http://localhost:8484${path}`), { asking });

describe('a plan that a site lead brings', () => {
  test('is an item as received, which the lead cannot open; what the lead sees is the small picture', async () => {
    const { item, picture } = await bring('/api/sites/pictures?name=..%2Fhall.jpg&by=Rima', wall);
    expect(picture).toMatchObject({ width: 900, height: 600 });
    expect(opened.item(item)).toMatchObject({ file: 'hall.jpg', receivedBy: 'Rima', bytes: wall.length });
    expect(Buffer.from(opened.itemBytes(item)).equals(Buffer.from(wall))).toBe(true);
    expect((await see(`/api/items/${item}/file`)).status).not.toBe(200);
    const answer = await see(`/api/sites/pictures/${item}`);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(900);
  });

  test('a PDF is kept and its page comes as the browser drew it', async () => {
    const { item, picture, refused } = await bring(
      '/api/sites/pictures?name=floors.pdf',
      Uint8Array.from(Buffer.from('%PDF-1.7 of four floors')),
    );
    expect(picture).toBeUndefined();
    expect(refused).toEqual({ code: 'picture.unknown-kind' });
    expect((await see(`/api/sites/pictures/${item}?page=3`)).status).toBe(404);
    await bring(`/api/sites/pictures/${item}?page=3`, wall);
    expect((await see(`/api/sites/pictures/${item}?page=3`)).status).toBe(200);
    expect((await see(`/api/sites/pictures/${item}?page=2`)).status).toBe(404);
  });

  test('whoever holds the keys of files but none of sites does not see it', async () => {
    const { item } = await bring('/api/sites/pictures?name=hall.jpg', wall);
    const [event] = opened.as(['team', 'key']).events('picture').slice(-1);
    expect(event!.facts.of).toBe(item);
    expect(event!.slots.size).toBe(0);
  });

  test.each([
    ['application/json', '{}', 415],
    ['application/octet-stream', '', 400],
  ])('%s with “%s” is refused', async (type, body, status) => {
    const response = await app.request('/api/sites/pictures?name=x', {
      method: 'POST',
      headers: { ...HOST, 'content-type': type },
      body,
    });
    expect(response.status).toBe(status);
  });
});

describe('the file of map tiles', () => {
  const path = join(folder, 'nowhere.pmtiles');
  beforeAll(() => writeFileSync(path, `PMTiles\u0003${'0123456789'.repeat(10)}`));
  const part = async (range: string | undefined): Promise<Response> => {
    const map = openMapFile(path);
    const routes = routesFor({ case: opened, derivation: deriveFrom(opened), map }, () => {});
    const response = await routes.fetch(
      new Request('http://localhost:8484/api/sites/map', { headers: range ? { range } : {} }),
      { asking },
    );
    map.close();
    return response;
  };

  test('is given in parts', async () => {
    const response = await part('bytes=8-17');
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('0123456789');
    expect(response.headers.get('content-range')).toBe('bytes 8-17/108');
    const last = await part('bytes=100-999');
    expect(last.headers.get('content-range')).toBe('bytes 100-107/108');
  });

  test.each([undefined, 'bytes=-5', 'bytes=9-8', 'bytes=108-120', 'bytes=0-99999999', 'pages=1-2'])(
    'and never otherwise: %s',
    async (range) => {
      expect((await part(range)).status).toBe(400);
    },
  );

  test('another file is refused when the server starts, and none is a plain absence', async () => {
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'not a map');
    for (const wrong of [other, join(folder, 'absent'), folder])
      expect(() => openMapFile(wrong)).toThrow(expect.objectContaining({ code: 'site.map-unreadable' }));
    expect((await see('/api/sites/map')).status).toBe(404);
  });
});
