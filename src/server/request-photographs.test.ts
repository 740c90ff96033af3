import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metadataLeft } from '../files/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import {
  type Entered,
  type MissingWall,
  PHOTOGRAPH_LIMITS,
  type PhotographConsent,
  type RequestPage,
} from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { FAMILY } from './trial/matrix-case.ts';

/** A family brings photographs of somebody who is sought. */

const root = mkdtempSync(join(tmpdir(), 'sanad-faces-'));
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };
let opened: Case;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { unsealed: true });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(root, 'none'), hostNames: [], log: (error) => expect(error).toBeUndefined() },
  );
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

type Said<T> = T & { readonly error?: { readonly code: string } };
const read = async <T>(response: Response): Promise<Said<T>> => (await response.json()) as Said<T>;
const ask = async (path: string): Promise<Response> => app.request(path, { headers: HOST });
const tell = async <T>(path: string, body: object): Promise<Said<T>> =>
  read(
    await app.request(path, {
      method: 'POST',
      headers: { ...HOST, 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'ريم', ...body }),
    }),
  );
const fileOf = async (id: string) => (await read<RequestPage>(await ask(`/api/requests/${id}`))).request;

const ALL: PhotographConsent = {
  screen: ['team', 'partners', 'public'],
  paper: ['team', 'partners'],
  how: 'signed',
};
async function bring(id: string, file: File, consent: PhotographConsent = ALL) {
  const body = new FormData();
  body.append('file', file);
  const { upon } = await fileOf(id);
  body.append('about', JSON.stringify({ consent, words: 'في عرس أخته', upon, by: 'ريم' }));
  return read<RequestPage>(
    await app.request(`/api/requests/${id}/photographs`, { method: 'POST', headers: HOST, body }),
  );
}
const act = async (id: string, given: object): Promise<Said<RequestPage>> =>
  tell(`/api/requests/${id}/acts`, { reason: 'الأم', ...given, upon: (await fileOf(id)).upon });
const wall = async (audience: string, use = 'screen'): Promise<MissingWall> =>
  tell('/api/requests/wall', { audience, use });

/** By a second person, who has looked at what would go. */
async function erased(entry: number): Promise<void> {
  const { foreseen } = await read<{ foreseen: { seen: string } }>(await ask(`/api/erasures/${entry}`));
  const { seen } = foreseen;
  const done = await tell(`/api/erasures/${entry}/carry-out`, { by: 'سليم', seen });
  expect(done.error).toBeUndefined();
}

const SOUGHT = {
  names: { given: 'سامر', father: 'نعيم', family: 'الزعرور' },
  lastSeen: '2013-05',
  lastPlace: 'حاجز الجسر',
};
let asker = 0;
async function request(birth: string | undefined = '1988'): Promise<string> {
  const kept = await tell<Entered>('/api/requests', {
    form: {
      ...FAMILY,
      sought: { ...SOUGHT, birth },
      asker: { name: `هدى ${['وردة', 'سنديان', 'حبق', 'غار', 'سماق', 'دفلى'][asker++]}`, relation: 'mother' },
      consent: {
        how: 'signed',
        grants: [
          ...FAMILY.consent.grants,
          { purpose: 'share', audience: 'partners', fields: ['sought'] },
          { purpose: 'publish', audience: 'public', fields: ['sought'] },
        ],
      },
    },
  });
  if (kept.kept !== 'new') throw new Error('not kept');
  return kept.id;
}

/** A picture with enough in it to be told from others, with what a phone writes into it. */
async function picture(seed: number, kind: 'jpeg' | 'png' = 'jpeg', width = 640): Promise<Buffer> {
  const points = Buffer.from(
    Array.from({ length: 640 * 480 }, (_, at) => {
      const [x, y] = [at % 640, Math.floor(at / 640)];
      return 128 + 90 * Math.sin(x / (20 + 13 * seed)) * Math.cos(y / (31 - 3 * seed) + seed);
    }),
  );
  const drawn = sharp(points, { raw: { width: 640, height: 480, channels: 1 } }).resize(width);
  return kind === 'png'
    ? drawn.png().toBuffer()
    : drawn
        .jpeg()
        .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } })
        .toBuffer();
}
const named = (bytes: Buffer | string, name = 'سامر في العرس.jpg', type = 'image/jpeg') =>
  new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name, { type });

test('a photograph is kept without what the phone wrote into it, and as a part of the request alone', async () => {
  const id = await request();
  const brought = await picture(1);
  expect(metadataLeft(brought)).not.toEqual([]);
  const items = opened.items().length;
  const { photographs, history } = (await bring(id, named(brought))).request;
  expect(photographs).toMatchObject([
    { words: 'في عرس أخته', by: 'ريم', width: 640, consent: ALL, alike: [] },
  ]);
  expect(history.at(-1)).toMatchObject({ is: 'photograph', by: 'ريم' });
  expect(opened.items()).toHaveLength(items);

  const shown = await ask(`/api/requests/${id}/photographs/${photographs[0]!.id}`);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(metadataLeft(bytes)).toEqual([]);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 640, height: 480 });
  // whoever does not hold what families tell has neither the request nor a word of its photographs
  const without = opened.as(['team', 'key', 'source', 'site']).events('photograph');
  expect(without.map(({ slots }) => slots.size)).toEqual([0, 0]);
});

test('what is no photograph is refused by what it is, whatever it is called, and nothing is written', async () => {
  const id = await request();
  const before = opened.version();
  const whole = await picture(2);
  const codes: (string | undefined)[] = [];
  for (const file of [
    named('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'face.jpg'),
    named('<svg xmlns="http://www.w3.org/2000/svg"/>', 'face.svg', 'image/svg+xml'),
    named('%PDF-1.7 not a face', 'face.png', 'image/png'),
    named('', 'face.jpg'),
    named(whole.subarray(0, whole.length / 3)),
    named(Buffer.alloc(PHOTOGRAPH_LIMITS.bytes + 1)),
  ])
    codes.push((await bring(id, file)).error?.code);
  expect(codes).toEqual([
    ...Array(4).fill('tracing.photograph-kind'),
    'tracing.photograph-broken',
    'tracing.photograph-large',
  ]);
  // no consent, not even for this desk
  const none = { screen: [], paper: [], how: 'spoken' } as const;
  expect((await bring(id, named(whole), { ...none, screen: [], paper: [] })).error?.code).toBe(
    'request.invalid',
  );
  expect(opened.version()).toBe(before);
});

test('the same file is kept once; the same picture in another request is told', async () => {
  const [first, second] = [await request(), await request()];
  await bring(first, named(await picture(3)));
  expect((await bring(first, named(await picture(3), 'again.jpg'))).error?.code).toBe(
    'tracing.photograph-held',
  );
  const { photographs } = (await bring(second, named(await picture(3, 'png', 500), 'x.png'))).request;
  expect(photographs[0]!.alike).toEqual([{ request: first, name: 'سامر نعيم الزعرور' }]);
});

test('a minor’s face is never for the public; of anybody no more than eight stand', async () => {
  const id = await request('2012');
  const file = named(await picture(4));
  expect((await bring(id, file)).error?.code).toBe('tracing.photograph-minor');
  const closed = { ...ALL, screen: ['team', 'partners'] } as PhotographConsent;
  const { photographs } = (await bring(id, file, closed)).request;
  const wider = { is: 'photograph-consent', photograph: photographs[0]!.id, consent: ALL };
  expect((await act(id, wider)).error?.code).toBe('tracing.photograph-minor');
  for (let n = 1; n < PHOTOGRAPH_LIMITS.count; n++)
    await bring(id, named(await picture(4, 'png', 100 + n)), closed);
  expect((await bring(id, named(await picture(5)), closed)).error?.code).toBe('tracing.photographs-full');
});

test('the wall shows whom consent lets it, and nobody a moment longer', async () => {
  const id = await request();
  const on = async (audience: string, use?: string) =>
    (await wall(audience, use)).missing.some((one) => one.id === id);
  const { photographs } = (await bring(id, named(await picture(6)))).request;
  const { missing, at } = await wall('partners', 'paper');
  const own = missing.find((one) => one.id === id)!;
  expect(own).toMatchObject({
    name: 'سامر نعيم الزعرور',
    birth: '1988',
    lastSeen: '2013-05',
    lastPlace: 'حاجز الجسر',
  });
  const years = Number(at.slice(0, 4)) - 1988;
  expect(own.age).toEqual([years - 1, years]);
  expect(Object.keys(own).sort()).toEqual(
    ['id', 'name', 'birth', 'age', 'lastSeen', 'lastPlace', 'photograph'].sort(),
  );
  expect(await sharp(Buffer.from(own.photograph, 'base64')).metadata()).toMatchObject({ width: 480 });
  expect([await on('public'), await on('public', 'paper'), await on('mandated')]).toEqual([
    true,
    false,
    false,
  ]);

  // narrowed for this photograph, then for the request
  const photograph = photographs[0]!.id;
  const narrower = { screen: ['team', 'public'], paper: ['team'], how: 'spoken' };
  await act(id, { is: 'photograph-consent', photograph, consent: narrower });
  expect([await on('partners'), await on('public'), await on('team', 'paper')]).toEqual([false, true, true]);
  await act(id, { is: 'consent', consent: { how: 'spoken', grants: FAMILY.consent.grants.slice(0, 1) } });
  expect([await on('public'), await on('team')]).toEqual([false, true]);
  expect((await wall('public')).kept).toBeGreaterThan(0);
});

test('what a family takes back nobody sees any more, and it waits to be erased; so with a request that is withdrawn', async () => {
  const id = await request();
  await bring(id, named(await picture(7)));
  const { photographs } = (await bring(id, named(await picture(8)))).request;
  const [back, stays] = photographs.map((one) => one.id) as [string, string];
  const at = (photograph: string) => `/api/requests/${id}/photographs/${photograph}`;
  expect((await act(id, { is: 'photograph-back', photograph: back })).request.photographs).toHaveLength(1);
  expect((await ask(at(back))).status).toBe(404);
  expect((await ask(at(stays))).status).toBe(200);
  const { waiting } = await read<{ waiting: { entry: number }[] }>(await ask('/api/erasures'));
  await erased(waiting[0]!.entry);
  const left = () =>
    opened.events('photograph').filter((one) => one.facts.request === id && one.slots.size > 0);
  expect(left()).toHaveLength(2);
  // nor is what it looked like written anywhere
  const acts = opened
    .events('request')
    .filter(({ facts }) => facts.request === id && facts.is === 'photograph');
  expect(acts.map(({ slots }) => slots.has('act'))).toEqual([false, true]);

  await act(id, { is: 'withdraw' });
  expect((await ask(at(stays))).status).toBe(404);
  expect((await wall('team')).missing.some((one) => one.id === id)).toBe(false);
  const { asked: whole } = await tell<{ asked: number }>(`/api/requests/${id}/erase`, { reason: 'الأم' });
  await erased(whole);
  expect(left()).toEqual([]);
});
