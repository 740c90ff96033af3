import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts } from '../accounts/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import type { ClaimId, SiteBody, SiteEntry, SiteThing } from '../model/index.ts';
import { keepEntries } from '../site/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { statementFiles } from './statement-pages.ts';

/** A statement as the public reads it, from a server on which nobody is signed in. */
const folder = mkdtempSync(join(tmpdir(), 'sanad-public-'));
const NOW = new Date('2031-04-03T10:00:00Z');
const SITE = 'site000000000000';
const id = (word: string) => word.padEnd(16, '0');
let opened: Case;
let app: ReturnType<typeof createApp>;

const wrote = <Thing extends SiteThing>(
  word: string,
  is: Thing,
  body: SiteBody<Thing>,
  more: object = {},
): SiteEntry =>
  ({
    id: id(`e${word}`),
    site: SITE,
    about: is === 'place' ? SITE : id(word),
    upon: [],
    at: '2031-04-02T08:00:00Z',
    by: 'Zarzour Quince',
    is,
    body,
    ...more,
  }) as SiteEntry;
const square = (x: number): [number, number][] => [
  [x, 0],
  [x + 9, 0],
  [x + 9, 9],
];
/** Words that only those may read who search. */
const PLANTED = ['Zarzour', 'Quince', 'زعرورة', 'the baker heard it', 'keys of the gate', 'Blue 1', 'k3f9'];

beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), {
    passphrase: 'three quiet words',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    name: 'Case of زعرورة',
  });
  const search = {
    sector: id('sa'),
    team: 'Blue 1, Zarzour Quince',
    method: 'dog',
    from: '2031-04-02T08:00:00Z',
    to: '2031-04-02T09:00:00Z',
    coverage: 0.5,
    result: 'nothing',
    note: 'keys of the gate',
  } as const;
  const results = keepEntries(
    opened,
    {
      sentAt: NOW.toISOString(),
      entries: [
        wrote('p', 'place', { name: { ar: 'قلعة الريح', en: 'Qalaat <al-Rih>' }, elsewhere: 0.5 }),
        wrote('f', 'floor', { name: { en: 'Below' }, level: -1, width: 40, height: 10 }),
        wrote('sa', 'sector', { floor: id('f'), code: 'B1-01', kind: 'room', outline: square(0) }),
        wrote('sb', 'sector', { floor: id('f'), code: 'B1-02', kind: 'shaft', outline: square(10) }),
        wrote('l', 'lead', { says: 'the baker heard it', how: 'told', points: 'inside', state: 'new' }),
        wrote('s', 'search', search),
        wrote('a', 'answer', {
          claim: 'k3f9x0.1.1' as ClaimId,
          says: { en: 'Three floors below ground' },
          sectors: 'inside',
        }),
        wrote('one', 'statement', {
          until: NOW.toISOString(),
          public: 'published',
          notSearched: [{ sector: id('sb'), why: 'Gas in the shaft' }],
        }),
        wrote('two', 'statement', {
          until: NOW.toISOString(),
          public: 'published',
          corrects: id('one'),
          why: 'A sector was missing',
        }),
        wrote('draft', 'statement', { until: NOW.toISOString() }),
        wrote('gone', 'statement', { until: NOW.toISOString(), public: 'published' }),
        wrote(
          'gone2',
          'statement',
          { until: NOW.toISOString(), public: 'withdrawn' },
          { about: id('gone'), upon: [id('egone')] },
        ),
      ],
    },
    NOW,
  );
  expect(results.results.filter(({ kept }) => kept !== 'kept')).toEqual([]);
  const accounts = openAccounts(opened, { passwordCost: { memoryKiB: 64, passes: 1, lanes: 1 } });
  accounts.changes.make('somebody', 'desk', 'owner');
  opened.forget(['team', 'contact', 'source', 'key', 'line', 'site']);
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: folder, hostNames: [], log: (error) => expect(error).toBeUndefined() },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (path: string) => {
  const response = await app.request(path, { headers: { host: 'localhost' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test('reads without an account and without a script, in both languages, while the case is locked', async () => {
  expect((await ask('/api/sites')).status).toBe(401);
  const english = await ask(`/statements/${id('one')}/en`);
  expect(english.status).toBe(200);
  expect(english.text).toContain('Qalaat &lt;al-Rih&gt;');
  for (const said of ['B1-01', 'dog', 'team', '50%', 'nothing found', 'B1-02', 'Gas in the shaft'])
    expect(english.text).toContain(said);
  expect(english.text).toContain('Three floors below ground');
  const arabic = await ask(`/statements/${id('one')}`);
  expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
  for (const said of ['قلعة الريح', 'كلب بحث', 'لم يوجد شيء', '٥٠']) expect(arabic.text).toContain(said);
  expect(english.text + arabic.text).not.toContain('<script');
  expect((await ask('/statements/statement.css')).headers.get('content-type')).toMatch(/^text\/css/);
});

test('a corrected statement and the one it corrects lead to each other', async () => {
  const first = await ask(`/statements/${id('one')}/en`);
  expect(first.text).toContain(`href="/statements/${id('two')}/en"`);
  const second = await ask(`/statements/${id('two')}/en`);
  expect(second.text).toContain(`href="/statements/${id('one')}/en"`);
  expect(second.text).toContain('A sector was missing');
});

test('nothing else of the case can be learned there; no address tells whether something is kept behind it', async () => {
  const absent = await ask(`/statements/${id('nothing')}`);
  expect(absent.status).toBe(404);
  for (const path of [id('draft'), id('gone'), SITE, id('s'), `${id('draft')}/en`, '', 'a/b/c']) {
    const { status, text, headers } = await ask(`/statements/${path}`);
    expect([path, status, text]).toEqual([path, 404, absent.text]);
    expect([...headers]).toEqual([...absent.headers]);
  }
  const pages = await Promise.all(
    ['one', 'two'].flatMap((one) => [id(one), `${id(one)}/en`]).map((path) => ask(`/statements/${path}`)),
  );
  for (const { text } of [...pages, absent])
    expect(PLANTED.filter((word) => text.includes(word))).toEqual([]);
});

test('written to a folder, the pages stand by themselves on any host', () => {
  const files = [...statementFiles(opened)];
  expect(files.map(({ path }) => path)).toEqual(
    ['one', 'two'].flatMap((one) => [`${id(one)}/index.html`, `${id(one)}/en.html`]),
  );
  for (const { html } of files) {
    expect(html).toContain('<style>');
    expect(html).not.toMatch(/(?:href|src)="\/|https?:\/\//);
    expect(PLANTED.filter((word) => html.includes(word))).toEqual([]);
  }
  expect([...statementFiles(opened, id('draft'))]).toEqual([]);
});
