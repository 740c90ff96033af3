import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typed } from './trial/typed.ts';

/** A calendar on this machine that speaks as the public ones do: told the head, asked later, answers with a block. */
let folder = '';
let server: Server;
let calendar = '';
const asked: string[] = [];
const at = (name: string): string => join(folder, name);

const sanad = (...args: readonly string[]) => typed(args, { SANAD_ACTOR: 'Maha' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-upgrade-'));
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.replace(/[0-9a-f]{64,}/, 'HASH')}`);
    request.resume();
    request.on('end', () => response.end(Buffer.from('000588960d73d719010103', 'hex')));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  calendar = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(at('list.csv'), 'name,place\nSamer Example,Homs\n');
  expect((await sanad('init', at('case'), '--unsealed')).code).toBe(0);
  expect((await sanad('add', at('case'), at('list.csv'))).code).toBe(0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a pending stamp is upgraded over HTTP, and the upgraded one stands in its place', async () => {
  expect(
    (await sanad('witness', 'query', at('case'), '--out', at('head'), '--calendar', calendar)).code,
  ).toBe(0);
  expect((await sanad('witness', 'add', at('case'), at('head.ots'))).out).toContain('waits for');
  expect(asked).toEqual([]);
  const upgraded = await sanad('witness', 'upgrade', at('case'), '--calendar', calendar);
  expect(upgraded).toMatchObject({ code: 0 });
  expect(asked.map((one) => one.split('?')[0])).toEqual([expect.stringMatching(/^GET \/timestamp\//)]);
  const listed = await sanad('witness', at('case'));
  expect(listed.out).not.toContain('waits for');
  expect(listed.out).toContain('block 3');
  const again = await sanad('witness', 'upgrade', at('case'), '--calendar', calendar);
  expect(again.code).toBe(1);
});
