import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Case, createCase, openCase } from '../ledger/index.ts';
import type { ReviewPage } from '../model/index.ts';
import { receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { LIST } from './trial/matrix-case.ts';

/** "Later" in the queue of pairs: a reviewer's own, and there again tomorrow. */

const root = mkdtempSync(join(tmpdir(), 'sanad-later-'));
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };
let opened: Case;
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

const served = () =>
  createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(root, 'none'), hostNames: [], log: (error) => expect(error).toBeUndefined() },
  );

test('what a reviewer puts off is out of their queue alone, also after a restart, until they take it back', async () => {
  opened = await createCase(join(root, 'case'), { unsealed: true });
  const bytes = new TextEncoder().encode(LIST);
  const file = { file: 'list.csv', path: 'list.csv', size: bytes.length, read: async () => bytes };
  await receiveFiles(opened, { files: [file], problems: [] }, { by: 'سليم', mode: 'add' });
  const [a, b] = [...opened.records()].map(({ id }) => id);
  opened.decide({ kind: 'link', a: a!, b: b!, judgement: 'unsure' }, 'هدى');

  let app = served();
  const queue = async (by: string, more = ''): Promise<ReviewPage> => {
    const path = `/api/review?by=${encodeURIComponent(by)}${more}`;
    return (await (await app.request(path, { headers: HOST })).json()) as ReviewPage;
  };
  const put = async (how: 'off' | 'back', by: string): Promise<number> => {
    const [{ a: one, b: other }] = (await queue(by, how === 'back' ? '&later=only' : '')).pairs as [
      ReviewPage['pairs'][number],
    ];
    // named the other way round it is the same pair
    const body = JSON.stringify({ a: other, b: one, put: how, by });
    const headers = { ...HOST, 'content-type': 'application/json' };
    return (await app.request('/api/review/later', { method: 'POST', headers, body })).status;
  };
  const counts = async (by: string): Promise<number[]> => {
    const { left, later } = await queue(by);
    return [left, later];
  };

  const { left } = await queue('رنا');
  expect(left).toBeGreaterThan(0);
  expect(await put('off', 'رنا')).toBe(200);
  expect(await counts('رنا')).toEqual([left - 1, 1]);
  expect(await counts(' رنا ')).toEqual([left - 1, 1]);
  expect(await counts('سامي')).toEqual([left, 0]);
  expect((await queue('رنا', '&later=only')).pairs).toHaveLength(1);

  opened.close();
  opened = await openCase(join(root, 'case'));
  app = served();
  expect(await counts('رنا')).toEqual([left - 1, 1]);
  expect(await put('back', 'رنا')).toBe(200);
  expect(await counts('رنا')).toEqual([left, 0]);
  const unknown = JSON.stringify({ a: 'nobody.1', b, put: 'off', by: 'رنا' });
  const headers = { ...HOST, 'content-type': 'application/json' };
  expect((await app.request('/api/review/later', { method: 'POST', headers, body: unknown })).status).toBe(
    404,
  );
});
