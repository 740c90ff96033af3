import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../accounts/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/** What somebody does with their own account, asked of the API. */
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484', 'content-type': 'application/json' };
const folder = mkdtempSync(join(tmpdir(), 'sanad-own-'));
let opened: Case;
let accounts: Accounts;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
  accounts = openAccounts(opened, { passwordCost: CHEAP });
  const id = accounts.changes.make('Rana', 'desk', 'owner');
  const code = await accounts.changes.invite(id, opened, 'owner');
  await accounts.join('Rana', code, PASSWORD, {
    address: '',
    device: '',
    place: { origin: HOST.origin, host: 'localhost' },
  });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: folder, hostNames: [], log: console.error },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: object, cookie?: string) =>
  app.request(path, {
    method: 'POST',
    headers: { ...HOST, ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
async function signedIn(password = PASSWORD): Promise<string> {
  const answer = await post('/api/session', { name: 'Rana', password });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}
const isIn = async (cookie: string): Promise<boolean> =>
  (await app.request('/api/account', { headers: { ...HOST, cookie } })).status === 200;

test('whatever changes how one signs in asks for the password once more', async () => {
  const cookie = await signedIn();
  for (const [path, body] of [
    ['/api/account/totp', {}],
    ['/api/account/totp/remove', {}],
    ['/api/account/recovery-codes', {}],
    ['/api/account/passkeys', {}],
    ['/api/account/passkeys/remove', { id: 'x' }],
    ['/api/account/password', { old: 'not this one either', next: 'five other words entirely' }],
  ] as const) {
    expect((await post(path, { ...body }, cookie)).status, path).toBeGreaterThanOrEqual(400);
    const wrong = await post(path, { ...body, password: 'not this one either' }, cookie);
    expect([401, 429], path).toContain(wrong.status);
  }
  expect(accounts.read.byName('Rana')).toMatchObject({ passkeys: [] });
});

test('another password ends one’s other sessions and leaves this one', async () => {
  accounts = openAccounts(opened, { passwordCost: CHEAP });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: folder, hostNames: [], log: console.error },
  );
  const [here, elsewhere] = [await signedIn(), await signedIn()];
  const next = 'five other words entirely';
  expect((await post('/api/account/password', { old: PASSWORD, next }, here)).status).toBe(200);
  expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
  expect(await isIn(await signedIn(next))).toBe(true);
});

test('of recovery codes only hashes are kept', async () => {
  const cookie = await signedIn('five other words entirely');
  const answer = await post('/api/account/recovery-codes', { password: 'five other words entirely' }, cookie);
  const { codes } = (await answer.json()) as { codes: string[] };
  expect(codes).toHaveLength(10);
  const kept = JSON.stringify(opened.events('account').map(({ slots, facts }) => [facts, ...slots]));
  for (const code of codes)
    for (const form of [code, code.replaceAll('-', ''), code.replaceAll(' ', '')])
      expect(kept).not.toContain(form);
});
