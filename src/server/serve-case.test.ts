import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { overviewSchema } from '../model/index.ts';
import { serveCase } from './index.ts';

let folder: string;
let opened: Case;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-serve-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a browser would whose name for us somebody else chose: `fetch` does not let the Host be set. */
const statusAt = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/api/overview', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('listens on this machine alone, answers at its address, and stops', async () => {
  const served = await serveCase(opened, { port: 0 });
  expect(served.url).toBe(`http://127.0.0.1:${served.port}/`);
  const response = await fetch(`${served.url}api/overview`);
  expect(response.status).toBe(200);
  expect(overviewSchema.parse(await response.json()).counts.persons).toBe(0);
  expect(await statusAt(served.port, 'evil.example')).toBe(421);
  expect(await statusAt(served.port, `localhost:${served.port}`)).toBe(200);
  await served.close();
  await expect(fetch(served.url)).rejects.toThrow();
});

test('where the port is taken the next free one is used', async () => {
  const first = await serveCase(opened, { port: 0 });
  const second = await serveCase(opened, { port: first.port });
  expect(second.port).toBeGreaterThan(first.port);
  await Promise.all([first.close(), second.close()]);
});

test('a body that does not say how long it is, is read all the same', async () => {
  const served = await serveCase(opened, { port: 0 });
  const body = new ReadableStream({
    start(controller) {
      for (const part of ['{"decision":', '"nobody.1"', ',"by":"Rana"}'])
        controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const ask = (method: string, path: string, sent: RequestInit['body'] | undefined) =>
    fetch(served.url + path, {
      method,
      ...(sent === undefined ? {} : { body: sent }),
      duplex: 'half',
      headers: { 'content-type': 'application/json', origin: served.url.slice(0, -1) },
    } as RequestInit);
  expect((await ask('POST', 'api/decisions/undo', body)).status).toBe(404);
  for (const method of ['DELETE', 'PUT', 'PATCH'])
    expect((await ask(method, 'api/overview', undefined)).status).toBe(404);
  await served.close();
});

test('a body that never ends is cut off at its bound', async () => {
  const served = await serveCase(opened, { port: 0 });
  const chunk = new TextEncoder().encode('x'.repeat(32 * 1024));
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent++ < 1000) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const response = await fetch(`${served.url}api/decisions/link`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/json', origin: served.url.slice(0, -1) },
  } as RequestInit).catch(() => undefined);
  // the connection may be closed before the refusal is read
  if (response) expect(response.status).toBe(413);
  expect(sent).toBeLessThan(1000);
  await served.close();
});
