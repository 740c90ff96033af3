import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepersOf, makeKeeper } from '../keepers/index.ts';
import { type Case, createCase } from '../ledger/index.ts';
import { type Served, serveCase } from './serve-case.ts';

/** `sanad serve --line FOLDER`: one machine that keeps the case and takes tips. */
const folder = mkdtempSync(join(tmpdir(), 'sanad-both-'));
let opened: Case;
let served: Served;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the desk</title>');
  opened = await createCase(join(folder, 'case'), {
    passphrase: 'three quiet words',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
  await makeKeeper(opened, 'Huda');
  served = await serveCase(opened, { port: 0, webRoot: folder, line: join(folder, 'post') });
});
afterAll(async () => {
  await served.close();
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the public page stands at /line/, sealed to the keepers of the case, and asks for no account', async () => {
  const page = await fetch(`${served.url}line`);
  expect(page.url).toBe(`${served.url}line/`);
  expect(await page.text()).toContain(keepersOf(opened)[0]);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(await (await fetch(`${served.url}line/en`)).text()).toContain('Tell us what you know');
  const asked = await fetch(`${served.url}line/api/work`, {
    method: 'POST',
    body: JSON.stringify({ bytes: 5000 }),
  });
  expect(await asked.json()).toMatchObject({ puzzles: 8 });
});

test('what it refuses has the form of every refusal, and leads to nothing of the desk', async () => {
  for (const path of [
    'line/api/people',
    'line/api/../../api/people/x',
    'line/nothing',
    'line/api/keepers/deposits',
  ]) {
    const answer = await fetch(served.url + path);
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(await answer.text(), path).toMatch(/"code":"(request|line)\./);
  }
});

test('a case without a keeper takes no tips', async () => {
  const bare = await createCase(join(folder, 'bare'), {
    passphrase: 'three quiet words',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
  await expect(serveCase(bare, { port: 0, line: join(folder, 'other') })).rejects.toThrow(
    'line.keepers-invalid',
  );
  bare.close();
});
