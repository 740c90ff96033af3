import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../accounts/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import { type AppOptions, createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const HOST = { host: 'desk.example', origin: 'https://desk.example' };
const root = mkdtempSync(join(tmpdir(), 'sanad-guard-'));

let opened: Case;
let accounts: Accounts;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
  accounts = openAccounts(opened, {
    passwordCost: CHEAP,
    budgets: {
      search: { count: 3, minutes: 60 },
      person: { count: 3, minutes: 60 },
      list: { count: 3, minutes: 60 },
      file: { count: 3, minutes: 60 },
    },
  });
  accounts.changes.make('somebody', 'desk', 'owner');
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

const appWith = (options: Partial<AppOptions>) =>
  createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: join(root, 'none'), hostNames: ['desk.example'], log: () => {}, ...options },
  );
type App = ReturnType<typeof appWith>;

const signIn = (app: App, headers: Record<string, string> = {}, password = PHRASE): Promise<Response> =>
  Promise.resolve(
    app.request('/api/session', {
      method: 'POST',
      headers: { ...HOST, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'owner', password }),
    }),
  );
const get = (app: App, path: string, cookie: string): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: { ...HOST, cookie } }));
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('behind a proxy that ends TLS', () => {
  test('the cookie is for TLS alone', async () => {
    const response = await signIn(appWith({ proxy: 'trusted' }), { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('and without one nobody says of themselves that they come over TLS, or from elsewhere', async () => {
    const app = appWith({});
    const told = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
    expect((await signIn(app, told)).headers.get('set-cookie')).not.toContain('Secure');
    for (let guess = 0; guess < 6; guess++)
      await signIn(app, { 'x-forwarded-for': `192.0.2.${guess}` }, 'not the passphrase');
    expect((await signIn(app, { 'x-forwarded-for': '192.0.2.99' })).status).toBe(429);
  });
});

describe('one who is signed in', () => {
  let app: App;
  let cookie: string;
  beforeAll(async () => {
    app = appWith({ proxy: 'trusted' });
    const response = await signIn(app, { 'x-forwarded-for': '198.51.100.1' });
    cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  });

  test('looks up as many as a desk does; then it is refused, and somebody is told', async () => {
    const statuses = [];
    for (let look = 0; look < 5; look++) statuses.push((await get(app, '/api/find?q=Omar', cookie)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await codeOf(await get(app, '/api/find?q=Omar', cookie))).toBe('access.budget-spent');
    expect(accounts.read.notices()).toMatchObject([
      { account: 'owner', what: 'budget-spent', kind: 'search' },
    ]);
    expect(opened.events('access').length).toBe(3);
  });

  test('with a token that was changed, cut or made up is nobody', async () => {
    const [name, token] = cookie.split('=') as [string, string];
    for (const other of [`${token}x`, token.slice(1), '', 'A'.repeat(43)])
      expect((await get(app, '/api/people', `${name}=${other}`)).status).toBe(401);
    expect((await get(app, '/api/people', cookie)).status).toBe(200);
  });

  test('opens nothing but the own account where a second factor is asked of everybody', async () => {
    const strict = appWith({ secondFactor: 'required' });
    expect(await codeOf(await get(strict, '/api/people', cookie))).toBe('account.second-factor-first');
    expect((await get(strict, '/api/account', cookie)).status).toBe(200);
    expect((await get(strict, '/api/session', cookie)).status).toBe(200);
  });
});
