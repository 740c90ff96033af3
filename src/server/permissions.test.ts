import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, classesOf, openAccounts } from '../accounts/index.ts';
import { type Case, createCase, type Sensitivity } from '../ledger/index.ts';
import { ACCOUNT_ROLES, type ReviewPage, ROLES, type Role } from '../model/index.ts';
import { createApp, routesFor } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { FIELD_GROUPS, type FieldGroup, holds, mayAsk, RULES } from './permissions.ts';
import { fillMatrixCase, LIST, WORDS } from './trial/matrix-case.ts';

/**
 * Every role against every route, asked of the API directly. In each class of the case stand words that occur nowhere
 * else; an answer to somebody who does not hold the class must not have them, whatever its status.
 */

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };

const root = mkdtempSync(join(tmpdir(), 'sanad-matrix-'));
const unforeseen: unknown[] = [];
let opened: Case;
let accounts: Accounts;
let app: ReturnType<typeof createApp>;
let routes: string[];
let secret: string;
const cookies = new Map<Role, string>();
const ids: Record<string, string> = {};
let throwaway = 0;

beforeAll(async () => {
  opened = await createCase(join(root, 'case'), {
    passphrase: PHRASE,
    passphraseCost: CHEAP,
    name: 'Quayside',
  });
  Object.assign(ids, await fillMatrixCase(opened));
  accounts = openAccounts(opened, {
    passwordCost: CHEAP,
    budgets: {
      search: { count: 1e6, minutes: 1 },
      person: { count: 1e6, minutes: 1 },
      list: { count: 1e6, minutes: 1 },
      file: { count: 1e6, minutes: 1 },
    },
  });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: join(root, 'none'), hostNames: [], log: (error) => unforeseen.push(error) },
  );
  routes = apiRoutes();

  for (const role of ACCOUNT_ROLES) await made(`the-${role}`, role);
  secret = await secondFactorOf('the-desk');
  for (const role of ROLES) await signIn(role);

  const list = opened.items()[0]!;
  Object.assign(ids, {
    list: list.id,
    report: opened.items()[1]!.id,
    unread: opened.items()[2]!.id,
    claim: (
      (await (await ask('owner', 'GET', '/api/claims')).json()) as { groups: { claims: { id: string }[] }[] }
    ).groups[0]!.claims[0]!.id,
  });
  await ask('desk', 'GET', '/api/find?q=Zarzour');
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

/** Every route that the app really has, by method and pattern: not what a table says of it. */
function apiRoutes(): string[] {
  const all = routesFor({ case: opened, derivation: deriveFrom(opened), accounts }, () => {}).routes;
  const named = all
    .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`);
  return [...new Set(named)].sort();
}

async function made(name: string, role: Role): Promise<string> {
  await opened.unlock('owner', PHRASE);
  const id = accounts.changes.make(name, role, 'owner');
  const code = await accounts.changes.invite(id, opened, 'owner');
  await accounts.join(name, code, PASSWORD, {
    address: name,
    device: '',
    place: { origin: HOST.origin, host: 'localhost' },
  });
  return id;
}

async function secondFactorOf(name: string): Promise<string> {
  const account = accounts.read.byName(name)!;
  const begun = accounts.secondFactors.beginTotp(account);
  const code = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({
    timestamp: Date.now() - 30_000,
  });
  accounts.secondFactors.confirmTotp(account, code);
  return begun.secret;
}

async function signIn(role: Role): Promise<void> {
  const post = (path: string, body: object) =>
    app.request(path, {
      method: 'POST',
      headers: { ...HOST, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const name = role === 'owner' ? 'owner' : `the-${role}`;
  let response = await post('/api/session', { name, password: role === 'owner' ? PHRASE : PASSWORD });
  const first = (await response.clone().json()) as { step?: string; ticket?: string };
  if (first.step === 'second-factor') {
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    response = await post('/api/session/second-factor', {
      ticket: first.ticket,
      answer: { kind: 'totp', code },
    });
  }
  const cookie = response.headers.get('set-cookie');
  expect(cookie, `${role} ${await response.clone().text()}`).toMatch(
    /^sanad-[0-9a-z]{16}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  cookies.set(role, cookie!.split(';')[0]!);
}

const ask = (role: Role | undefined, method: string, path: string, body?: unknown): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method,
      headers: {
        ...HOST,
        ...(role === undefined ? {} : { cookie: cookies.get(role)! }),
        ...(body instanceof FormData || method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' || method === 'OPTIONS'
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body ?? {}) }),
    }),
  );

/** The questions by which a route is tried; one that is not named here is tried with every id and no body. */
async function questions(route: string): Promise<{ path: string; body?: unknown }[]> {
  const [method, pattern] = route.split(' ') as [string, string];
  const items = ['list', 'report', 'unread'].map((name) => ids[name]!);
  switch (route) {
    case 'GET /api/find':
      return ['Zarzour Quince', 'زعرورة', 'Tamim'].map((q) => ({
        path: `${pattern}?q=${encodeURIComponent(q)}`,
      }));
    case 'GET /api/people':
      return ['', '?filter=possible', '?filter=conflicts', '?from=1'].map((query) => ({
        path: pattern + query,
      }));
    case 'GET /api/access':
      return ['', `?person=${ids.person}`, '?kind=search'].map((query) => ({ path: pattern + query }));
    case 'POST /api/items': {
      const body = new FormData();
      body.append('files', new File(['name\nNobody At All\n'], 'new.csv'));
      return [{ path: `${pattern}?dryRun=true`, body }];
    }
    case 'POST /api/lists':
    case 'POST /api/lists/look': {
      const body = new FormData();
      // a newer version: what was hidden in the older one must not come back as what has changed
      const newer = LIST.replace('Anis', 'Anise').replace(/[+\d ]{10,}|aunt@\S+(?=,)/g, 'elsewhere');
      body.append('file', new File([newer], 'newer.csv'));
      body.append('order', JSON.stringify({ older: ids.list }));
      body.append('consent', 'not-known');
      return route.endsWith('look') ? [{ path: pattern, body }] : [{ path: pattern, body: new FormData() }];
    }
    case 'POST /api/records/{id}/proof/file':
      return Array.from({ length: 9 }, (_, n) => ({
        path: pattern.replace('{id}', ids.person!),
        body: { slots: [`c0${n}`] },
      }));
    case 'POST /api/erasures':
    case 'POST /api/erasures/foresee': {
      const what = [{ record: ids.person }, { item: ids.list }, { file: ids.unread }];
      return [{ path: pattern, body: { what, basis: 'asked', reason: 'asked by them' } }];
    }
    case 'GET /api/erasures/{entry}':
    case 'POST /api/erasures/{entry}/carry-out':
      return opened
        .events('erasure-asked')
        .slice(0, 2)
        .map(({ entry }) => ({ path: pattern.replace('{entry}', String(entry)), body: {} }));
    case 'GET /api/requests/{id}/photographs/{photograph}':
      return [{ path: pattern.replace('{id}', ids.request!).replace('{photograph}', ids.photograph!) }];
    case 'POST /api/requests/wall':
      return [{ path: pattern, body: { audience: 'team', use: 'paper', by: 'x' } }];
    case 'POST /api/growth':
      return [{ path: pattern, body: { size: 3 } }];
    case 'POST /api/typing/read':
      return [{ path: pattern, body: new FormData() }];
    case 'POST /api/decisions/link':
      return [{ path: pattern, body: { a: ids.a, b: ids.b, judgement: 'unsure', by: 'x' } }];
    case 'POST /api/access/print':
      return [{ path: pattern, body: { persons: [ids.person] } }];
    case 'POST /api/session':
      return [{ path: pattern, body: { name: 'the-desk', password: 'this is not the password' } }];
    case 'POST /api/session/join':
      return [{ path: pattern, body: { name: 'the-desk', code: 'x', password: PASSWORD } }];
    case 'POST /api/accounts':
      return [{ path: pattern, body: { name: `new-${throwaway++}`, role: 'reviewer' } }];
    case 'POST /api/accounts/{id}/invite':
    case 'POST /api/accounts/{id}/role':
    case 'POST /api/accounts/{id}/close': {
      const id = accounts.changes.make(`throwaway-${throwaway++}`, 'reviewer', 'owner');
      return [{ path: pattern.replace('{id}', id), body: { role: 'desk' } }];
    }
    default: {
      const candidates = pattern.includes('/items/')
        ? items
        : [
            ids.person!,
            ids.claim!,
            ids.request!,
            ids.remains!,
            ...items,
            't1',
            's1',
            accounts.read.byName('the-desk')!.id,
          ];
      const filled = pattern.includes('{')
        ? candidates.map((id) => pattern.replace('{place}', '0').replace(/\{\w+\}/, id))
        : [pattern];
      return filled.map((path) => (method === 'GET' ? { path } : { path, body: {} }));
    }
  }
}
/** These end what the test needs, so they are tried apart. */
const ENDING = ['POST /api/session/end', 'POST /api/session/lock-all'];

function leaked(text: string, role: Role | undefined): string[] {
  const held: readonly Sensitivity[] = role === undefined ? [] : classesOf(role);
  const closed = Object.entries(WORDS).filter(([sensitivity]) => !held.includes(sensitivity as Sensitivity));
  const words = [...closed.flatMap(([, all]) => all), secret];
  return words.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
}

test('every route that the app has stands in the table, and the other way round', () => {
  expect(routes).toEqual(Object.keys(RULES).sort());
  expect(routes.length).toBeGreaterThan(40);
});

test('a family’s request brings a pair forward for the desk, and shows a reviewer nothing', async () => {
  const [first, , , other] = [...opened.records()].flatMap(({ kind, id }) => (kind === 'row' ? [id] : []));
  await ask('investigator', 'POST', '/api/decisions/link', { a: first, b: other, judgement: 'unsure' });
  const soughtBy = async (role: Role) => {
    const answer = await ask(role, 'GET', '/api/review?count=50');
    const { pairs } = (await answer.json()) as ReviewPage;
    return pairs.filter(({ a, b }) => a === first || b === first).map(({ worth }) => worth.sought);
  };
  const [reviewer, desk] = [await soughtBy('reviewer'), await soughtBy('desk')];
  expect(reviewer).toEqual([0]);
  expect(desk).toEqual([1]);
});

describe.each([undefined, ...ROLES])('%s', (role) => {
  test('sees on every route what its classes open, and nothing else', async () => {
    const found: string[] = [];
    const seen = new Set<string>();
    for (const route of routes) {
      if (ENDING.includes(route)) continue;
      const rule = RULES[route]!;
      for (const { path, body } of await questions(route)) {
        const response = await ask(role, route.split(' ')[0]!, path, body);
        const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
        const where = `${role} ${route} ${response.status}`;
        // a file as received holds all that it holds: whoever has the key of files sees its telephone numbers too
        if (!(route === 'GET /api/items/{id}/file' && response.ok))
          found.push(...leaked(text, role).map((word) => `${where}: ${word}`));
        // 415: the wrong kind of body is refused before it is asked who sends it
        if (!mayAsk(rule, role)) expect([401, 403, 415], where).toContain(response.status);
        else {
          expect([401, 403].includes(response.status) && rule.who === 'holders', `${where} ${text}`).toBe(
            false,
          );
          expect(response.status, `${where} ${text}`).not.toBe(500);
        }
        const headers = JSON.stringify([...response.headers]);
        found.push(...leaked(headers, role).map((word) => `${where} headers: ${word}`));
        for (const [sensitivity, words] of Object.entries(WORDS))
          if (words.some((word) => text.includes(word))) seen.add(sensitivity);
      }
    }
    expect(found).toEqual([]);
    // what is allowed is there: the words do occur, so their absence elsewhere says something
    const expected = (role === undefined ? [] : classesOf(role)).filter((one) =>
      ['team', 'contact', 'source', 'key'].includes(one),
    );
    for (const one of expected) expect(seen, `${role}`).toContain(one);
    expect(unforeseen).toEqual([]);
  });
});

test('each group of fields is behind exactly the roles whose locks hold its class', () => {
  const table = Object.fromEntries(
    (Object.keys(FIELD_GROUPS) as FieldGroup[]).map((group) => [
      group,
      ROLES.filter((role) => holds(role, group)).join(' '),
    ]),
  );
  expect(table).toEqual({
    facts: 'owner administrator desk reviewer investigator site-lead line-keeper',
    register: 'owner desk reviewer investigator',
    contact: 'owner desk',
    giver: 'owner investigator',
    file: 'owner investigator',
    line: 'owner line-keeper',
    site: 'owner desk reviewer investigator site-lead',
    accounts: 'owner administrator',
  });
});

test('whoever asks past the pages for what their role does not include is told of, once an hour', () => {
  const asked = opened.events('account').filter(({ facts }) => facts.what === 'not-allowed');
  expect(new Set(asked.map(({ facts }) => accounts.read.byId(String(facts.account))!.role))).toEqual(
    new Set(ACCOUNT_ROLES),
  );
  const kinds = asked.map(({ facts, slots }) => JSON.stringify([facts.account, slots.get('detail')]));
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(accounts.read.notices().some(({ what, kind }) => what === 'not-allowed' && kind !== '')).toBe(true);
});

test('a route without a rule is refused to everybody', async () => {
  for (const role of ROLES) expect((await ask(role, 'GET', '/api/nothing-yet')).status).toBe(404);
});

test('every look is in the log: who, what, whom', async () => {
  const before = opened.version();
  await ask('owner', 'GET', `/api/people/${ids.person}`);
  await ask('desk', 'GET', '/api/find?q=Halim%20Medlar');
  await ask('investigator', 'GET', `/api/items/${ids.unread}/file`);
  const looks = opened.events('access', before);
  expect(looks.map(({ facts }) => [accounts.read.byId(String(facts.account))!.name, facts.what])).toEqual([
    ['owner', 'person'],
    ['the-desk', 'search'],
    ['the-investigator', 'file'],
  ]);
  await opened.unlock('owner', PHRASE);
  expect(opened.events('access', before)[1]!.slots.get('search')).toBe('Halim Medlar');
  const log = await (await ask('investigator', 'GET', `/api/access?person=${ids.person}`)).json();
  expect((log as { entries: object[] }).entries).toContainEqual(
    expect.objectContaining({
      name: 'owner',
      kind: 'person',
      persons: [{ id: ids.person, name: 'Zarzour Quince' }],
    }),
  );
});

test('the whole case is checked from the pages, as far as a password opens it, by those who may', async () => {
  for (const role of ['owner', 'administrator', 'investigator'] as const) {
    const password = role === 'owner' ? PHRASE : PASSWORD;
    const checked = await ask(role, 'POST', '/api/verify', { password });
    expect(await checked.json()).toMatchObject({ ok: true, faults: [] });
    expect((await ask(role, 'POST', '/api/verify', { password: 'not that one, surely' })).status).not.toBe(
      200,
    );
  }
  expect((await ask('desk', 'POST', '/api/verify', { password: PASSWORD })).status).toBe(403);
});

test('whoever leaves is out, and “lock now” puts everybody out', async () => {
  const left = await ask('reviewer', 'POST', '/api/session/end');
  expect(left.headers.get('clear-site-data')).toBe('"cache"');
  expect((await ask('reviewer', 'GET', '/api/people')).status).toBe(401);
  expect((await ask('desk', 'GET', '/api/people')).status).toBe(200);
  await ask('line-keeper', 'POST', '/api/session/lock-all');
  for (const role of ROLES) expect((await ask(role, 'GET', '/api/session')).status).toBe(200);
  for (const role of ROLES) expect((await ask(role, 'GET', '/api/account')).status).toBe(401);
  expect([...opened.classes]).toEqual(['account']);
});
