import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts } from '../accounts/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/** What answers carry beside what was asked: cookies, headers, errors. */
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const folder = mkdtempSync(join(tmpdir(), 'sanad-leaves-'));
const logged: unknown[] = [];
let opened: Case;

beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
  const accounts = openAccounts(opened, { passwordCost: CHEAP });
  accounts.changes.make('somebody', 'desk', 'owner');
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const appWith = (proxy: 'trusted' | 'none') =>
  createApp(
    {
      case: opened,
      derivation: deriveFrom(opened),
      accounts: openAccounts(opened, { passwordCost: CHEAP }),
    },
    { webRoot: folder, hostNames: ['sanad.example'], proxy, log: (error) => logged.push(error) },
  );
const signIn = (proxy: 'trusted' | 'none', scheme: 'http' | 'https') =>
  appWith(proxy).request('/api/session', {
    method: 'POST',
    headers: {
      host: 'sanad.example',
      origin: `${scheme}://sanad.example`,
      'x-forwarded-proto': scheme,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'owner', password: PHRASE }),
  });

test('the session’s cookie is read by no script and goes to no other site', async () => {
  const cookie = (await signIn('none', 'http')).headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toMatch(/Domain|Expires|Max-Age/);
});

test('behind a proxy with TLS the cookie goes over TLS alone; what nobody was told to believe is not believed', async () => {
  expect((await signIn('trusted', 'https')).headers.get('set-cookie')).toMatch(/; Secure/);
  expect((await signIn('trusted', 'http')).headers.get('set-cookie')).not.toMatch(/; Secure/);
  expect((await signIn('none', 'https')).headers.get('set-cookie')).not.toMatch(/; Secure/);
});

test('every answer asks the browser to stay with TLS for a year where it came so', async () => {
  for (const path of ['/', '/api/session', '/api/nothing-there'])
    expect((await appWith('none').request(path)).headers.get('strict-transport-security')).toBe(
      'max-age=31536000',
    );
});

test('no method is answered but those that a route has', async () => {
  const server = createServer(getRequestListener(appWith('none').fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const method of ['TRACE', 'PROPFIND', 'OPTIONS', 'DELETE', 'PUT']) {
    const asked = request({
      port,
      method,
      path: '/api/session',
      headers: { Origin: `http://localhost:${port}` },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode, method).toBeGreaterThanOrEqual(400);
    answer.resume();
  }
  server.close();
});

test('what nobody foresaw is logged here and told to nobody there', async () => {
  const broken: Case = new Proxy(opened, {
    get: (target, name) => {
      if (name === 'items') throw new Error('secret words of an inner error');
      return Reflect.get(target, name) as unknown;
    },
  });
  const app = createApp(
    { case: broken, derivation: deriveFrom(opened) },
    { webRoot: folder, hostNames: [], log: (error) => logged.push(error) },
  );
  const answer = await app.request('/api/items', { headers: { host: 'localhost' } });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ error: { code: 'internal', data: { reason: 'Error' } } });
  expect(String(logged.at(-1))).toContain('secret words');
});
