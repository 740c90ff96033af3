import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { solveWork, type WorkChallenge } from '../sealing/index.ts';
import { lineApp } from './app.ts';
import { type Line, openLine, readKeepers } from './line-folder.ts';
import { mailboxesIn } from './mailboxes.ts';

let folder: string;
let line: Line;
let identity: string;
let now: Date;
let address: string | undefined;
let logged: unknown[];

const opened = (limits: Partial<Line['limits']> = {}): Hono =>
  lineApp(
    { ...line, limits: { ...line.limits, work: 8, ...limits } },
    {
      webRoot: folder,
      clock: () => now,
      addressOf: () => address,
      log: (error) => logged.push(error),
    },
  );

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-line-'));
  identity = await generateX25519Identity();
  line = openLine(join(folder, 'post'), await identityToRecipient(identity));
  now = new Date('2026-11-22T13:45:10Z');
  address = '203.0.113.77';
  logged = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  expect(logged).toEqual([]);
});

const json = async (app: Hono, path: string, body?: unknown, method = 'POST') => {
  const answer = await app.request(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};
const access = (n: number) => n.toString(16).padStart(64, '0');
async function sealed(bytes = 5000): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(line.recipients[0]!);
  return Uint8Array.from(await encrypter.encrypt(new Uint8Array(bytes)));
}
async function begin(app: Hono, who: number, bytes: number) {
  const asked = await json(app, '/api/work', { bytes });
  if (asked.status !== 200) return asked;
  const challenge = asked.body as unknown as WorkChallenge;
  const nonces = await solveWork(challenge);
  return json(app, '/api/uploads', { access: access(who), bytes, work: { seed: challenge.seed, nonces } });
}
const put = async (app: Hono, upload: string, at: number, part: Uint8Array<ArrayBuffer>) =>
  app.request(`/api/uploads/${upload}/${at}`, { method: 'PUT', body: part });
async function deposit(app: Hono, who: number, bytes?: Uint8Array<ArrayBuffer>): Promise<number> {
  const content = bytes ?? (await sealed());
  const begun = await begin(app, who, content.length);
  if (begun.status !== 200) return begun.status;
  const upload = String((begun.body as { upload?: string }).upload);
  for (let at = 0; at < content.length; at += 262_144)
    await put(app, upload, at, content.slice(at, at + 262_144));
  return (await json(app, `/api/uploads/${upload}/end`)).status;
}
const files = () =>
  readdirSync(join(folder, 'post'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));

describe('a deposit', () => {
  test('comes in by parts, over a cut and a restart, and lies whole under a name that tells the day alone', async () => {
    const bytes = await sealed(600_000);
    let app = opened();
    const { body } = await begin(app, 1, bytes.length);
    const upload = String((body as { upload?: string }).upload);
    await put(app, upload, 0, bytes.slice(0, 200_000));
    app = opened();
    const there = (await json(app, `/api/uploads/${upload}`, undefined, 'GET')).body as { arrived?: number };
    expect(there.arrived).toBe(200_000);
    // a part that came twice, and one that leaves a hole
    expect((await put(app, upload, 100_000, bytes.slice(100_000, 350_000))).status).toBe(200);
    expect((await put(app, upload, 400_000, bytes.slice(400_000))).status).toBe(409);
    expect((await json(app, `/api/uploads/${upload}/end`)).status).toBe(409);
    for (let at = 350_000; at < bytes.length; at += 250_000)
      expect((await put(app, upload, at, bytes.slice(at, at + 250_000))).status).toBe(200);
    expect(await json(app, `/api/uploads/${upload}/end`)).toEqual({
      status: 200,
      body: { day: '2026-11-22' },
    });

    const [file] = files().filter((path) => path.endsWith('.age'));
    expect(file).toMatch(/\/boxes\/[0-9a-f]{2}\/[0-9a-f]{32}\/2026-11-22\.s\.[0-9a-f]{24}\.age$/);
    expect(readFileSync(file!).equals(bytes)).toBe(true);
    expect(statSync(file!).mtime.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  });

  test('that is not sealed is thrown away before it is kept', async () => {
    const app = opened();
    const { body } = await begin(app, 1, 100);
    const upload = String((body as { upload?: string }).upload);
    const answer = await put(app, upload, 0, Uint8Array.from(Buffer.from('plain words of somebody')));
    expect(answer.status).toBe(422);
    expect(files().some((path) => readFileSync(path).includes('plain words'))).toBe(false);
  });

  test('without work, with somebody else’s, or with the same twice is refused', async () => {
    const app = opened({ work: 64 });
    const { body } = await json(app, '/api/work', { bytes: 5000 });
    const challenge = body as unknown as WorkChallenge;
    const offer = (nonces: number[], seed = challenge.seed, bytes = 5000) =>
      json(app, '/api/uploads', { access: access(1), bytes, work: { seed, nonces } });
    expect((await offer([])).status).toBe(422);
    expect((await offer([1, 2, 3, 4, 5, 6, 7, 8])).status).toBe(422);
    const nonces = await solveWork(challenge);
    expect((await offer(nonces, challenge.seed.replace(/^./, 'x'))).status).toBe(422);
    expect((await offer(nonces, challenge.seed, 500_000)).status).toBe(422);
    expect((await offer(nonces)).status).toBe(200);
    expect((await offer(nonces)).body).toEqual({ error: { code: 'line.work-stale', data: {} } });
  });

  test('costs more the fuller the hour is, and a hoard of cheap tasks is worth nothing then', async () => {
    address = undefined;
    const app = opened({ newMailboxesAnHour: 20 });
    const price = async () => {
      const { puzzles, trials } = (await json(app, '/api/work', { bytes: 5000 }))
        .body as unknown as WorkChallenge;
      return puzzles * trials;
    };
    const before = await price();
    const hoarded = (await json(app, '/api/work', { bytes: 5000 })).body as unknown as WorkChallenge;
    const nonces = await solveWork(hoarded);
    for (let who = 0; who < 15; who++) expect(await deposit(app, who)).toBe(200);
    expect(await price()).toBeGreaterThan(4 * before);
    const late = await json(app, '/api/uploads', {
      access: access(99),
      bytes: 5000,
      work: { seed: hoarded.seed, nonces },
    });
    expect(late.body).toEqual({ error: { code: 'line.work-stale', data: {} } });
  });
});

describe('a full line', () => {
  test('says so, takes nothing new, and still lets those in who have written before', async () => {
    const app = opened({ newMailboxesAnHour: 3 });
    for (let who = 0; who < 3; who++) expect(await deposit(app, who)).toBe(200);
    expect(await deposit(app, 3)).toBe(507);
    expect(await (await app.request('/')).text()).toContain('الخط ممتلئ');
    expect(await (await app.request('/en')).text()).toContain('The line is full');
    expect((await json(app, '/api/mailbox', { access: access(0) })).status).toBe(200);
    now = new Date(now.getTime() + 3_700_000);
    expect(await deposit(app, 4)).toBe(200);
  });

  test('by bytes: of one file, of one mailbox, of all', async () => {
    expect((await begin(opened({ fileBytes: 1_000_000 }), 1, 3_000_000)).status).toBe(413);
    const one = opened({ bytesAMailbox: 12_000 });
    expect(await deposit(one, 1)).toBe(200);
    expect(await deposit(one, 1)).toBe(200);
    expect(await deposit(one, 1)).toBe(507);
    expect(await deposit(opened({ totalBytes: 12_000 }), 2)).toBe(507);
    expect(await deposit(opened({ freeBytes: 2 ** 50 }), 2)).toBe(507);
  });

  test('what an upload announced is held for it, so that all together never take more than there is', async () => {
    const app = opened({ totalBytes: 250_000 });
    expect((await begin(app, 1, 200_000)).status).toBe(200);
    expect((await begin(app, 2, 100_000)).status).toBe(507);
  });

  test('half an upload is forgotten after a day', async () => {
    const app = opened({ totalBytes: 250_000 });
    await begin(app, 1, 200_000);
    now = new Date(Date.now() + 2 * 86_400_000);
    await app.request('/');
    expect(await deposit(app, 2)).toBe(200);
    expect(readdirSync(join(folder, 'post/uploads'))).toEqual([]);
  });
});

describe('what is kept of who wrote', () => {
  test('neither address nor browser nor hour stands in any file, and the days before are blurred', async () => {
    const app = opened();
    const asked = { headers: { 'User-Agent': 'Needle/7', 'X-Forwarded-For': '198.51.100.9' } };
    await app.request('/', asked);
    expect(await deposit(app, 1)).toBe(200);
    for (const path of files())
      for (const needle of ['203.0.113.77', '198.51.100.9', 'Needle', '13:45', access(1)])
        expect(readFileSync(path).includes(needle), `${needle} in ${path}`).toBe(false);
    now = new Date('2026-11-24T08:00:00Z');
    await deposit(app, 2);
    const boxes = join(folder, 'post/boxes');
    for (const half of readdirSync(boxes))
      expect(statSync(join(boxes, half)).mtime.toISOString().slice(10)).toBe('T00:00:00.000Z');
  });

  test('an unknown code and an empty mailbox look alike to whoever asks', async () => {
    const app = opened();
    const answer = await json(app, '/api/mailbox', { access: access(5) });
    expect(answer).toEqual({ status: 200, body: { known: false, deposits: [] } });
  });
});

describe('a keeper', () => {
  const token = async (app: Hono, secret: string) => {
    const offer = new Uint8Array(
      await (await app.request('/api/keepers/hello', { method: 'POST' })).arrayBuffer(),
    );
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    return decrypter.decrypt(offer, 'text');
  };

  test('is whoever opens what is sealed to the keepers, for an hour', async () => {
    const app = opened();
    await deposit(app, 1);
    const list = async (bearer: string) =>
      (await app.request('/api/keepers/deposits', { headers: { Authorization: `Bearer ${bearer}` } })).status;
    const good = await token(app, identity);
    expect(await list(good)).toBe(200);
    expect(await list('')).toBe(401);
    expect(await list(good.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe(401);
    await expect(token(app, await generateX25519Identity())).rejects.toThrow();
    // what another line signed, or this one for another use, is no token
    expect(await list(await token(opened(), identity))).toBe(401);
    const { seed } = (await json(app, '/api/work', { bytes: 10 })).body as unknown as WorkChallenge;
    expect(await list(seed)).toBe(401);
    now = new Date(now.getTime() + 3_601_000);
    expect(await list(good)).toBe(401);
  });

  test('is asked for at every one of the keepers’ routes', async () => {
    const app = opened();
    await deposit(app, 1);
    const { mailbox, id } = [...mailboxesIn(line.folder).all()][0]!;
    for (const [method, path] of [
      ['GET', '/api/keepers/deposits'],
      ['GET', `/api/keepers/deposits/${mailbox}/${id}`],
      ['DELETE', `/api/keepers/deposits/${mailbox}/${id}`],
      ['POST', `/api/keepers/answers/${mailbox}`],
    ])
      expect((await app.request(path!, { method: method! })).status, `${method} ${path}`).toBe(401);
    expect([...mailboxesIn(line.folder).all()]).toHaveLength(1);
  });
});

describe('the page', () => {
  test('takes scripts from here alone, is framed by nobody and tells nobody where one came from', async () => {
    const { headers } = await opened().request('/');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  test('has no inline script or style, and its own words cannot become markup', async () => {
    line = { ...line, reward: { ar: '</p><script>alert(1)</script>', en: '"><img onerror=x>' } };
    const page = await (await opened().request('/')).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<style|\son\w+=|style=/);
    expect([...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script type="module" src="line.js">',
      '<script type="application/json" id="data">',
    ]);
    expect(await (await opened().request('/en')).text()).not.toContain('<img');
  });

  test('another site’s page may not post', async () => {
    const answer = await opened().request('/api/mailbox/withdraw', {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example', 'Content-Type': 'application/json' },
      body: JSON.stringify({ access: access(1) }),
    });
    expect(answer.status).toBe(403);
  });
});

test('whatever is sent, the answer is a named refusal', async () => {
  const app = opened();
  const paths = [
    '/api/work',
    '/api/uploads',
    '/api/mailbox',
    '/api/mailbox/answer',
    '/api/mailbox/withdraw',
    '/api/uploads/../../etc/passwd/end',
    `/api/uploads/${'0'.repeat(32)}/end`,
    '/line.js/../../line.json',
    '/api/keepers/deposits/%2e%2e/x',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify({ access: '../../x', bytes: -1 }))),
      async (path, method, body) => {
        const answer = await app.request(path, { method, ...(method === 'GET' ? {} : { body }) });
        if (answer.ok) return;
        expect(answer.status).toBeLessThan(500);
        expect(((await answer.json()) as { error: { code: string } }).error.code).toMatch(/^[a-z.-]+$/);
      },
    ),
    { numRuns: 1500 },
  );
  expect((await app.request('/api/work', { method: 'POST', body: 'x'.repeat(10_000) })).status).toBe(413);
});

describe('the folder of a line', () => {
  test('is made where there is none, opened where there is one, and nothing else is taken for one', async () => {
    const again = openLine(line.folder, line.recipients.join('\n'));
    expect(again.id).toBe(line.id);
    writeFileSync(join(folder, 'somebody’s.txt'), 'x');
    expect(() => openLine(folder, line.recipients[0]!)).toThrow('line.not-a-line');
    writeFileSync(join(line.folder, 'line.json'), '{"version":1,"id":"zz"}');
    expect(() => openLine(line.folder, line.recipients[0]!)).toThrow('line.settings-invalid');
  });

  test('takes several keepers, remarks, and names the line that is no key', () => {
    const [key] = line.recipients;
    expect(readKeepers(`# Huda\n${key} # her laptop\n\n${key}\n`)).toEqual([key]);
    expect(() => readKeepers(`${key}\nage1pq1abc`)).toThrow(/line.keepers-invalid.*"row":2/);
    expect(() => readKeepers('')).toThrow('line.keepers-invalid');
    expect(() => readKeepers('AGE-SECRET-KEY-1QQQ')).toThrow('line.keepers-invalid');
  });
});
