import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase, verifyCase } from '../ledger/index.ts';
import type { Item } from '../model/index.ts';
import { captureWith, completenessOf, custodyOf, joinCapture } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-joined-'));
let opened: Case;
const add = (file: string, mediaType: string): Item =>
  opened.addItem({
    file,
    path: file,
    mediaType,
    receivedBy: 'Maha',
    content: { kind: 'unread' },
    problems: [],
    bytes: Buffer.from(`bytes of ${file}`),
    records: [],
  });

beforeAll(async () => {
  opened = await createCase(join(root, 'case'), {
    passphrase: 'a phrase',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
});
afterAll(async () => {
  opened.close();
  expect((await verifyCase(join(root, 'case'), { passphrase: 'a phrase' })).faults).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

const said = {
  address: 'https://harbour.example/news',
  captured: '2024-12-09T06:41Z',
  published: '2024-12-08',
  collector: 'Maha',
  how: 'a browser, over Tor',
  by: 'Maha',
};

test('page, picture and saved page are one capture, seen from each of them, and each keeps its chain', () => {
  const [page, picture, archive] = [
    add('news.html', 'text/html'),
    add('news.png', 'image/png'),
    add('news.wacz', 'application/zip'),
  ];
  const missing = (): string[] =>
    completenessOf(opened, page.id).flatMap(({ point, state }) => (state === 'missing' ? [point] : []));
  expect(missing()).toEqual(expect.arrayContaining(['address', 'page-picture', 'method']));
  joinCapture(opened, {
    ...said,
    parts: [
      { item: page.id, as: 'page' },
      { item: picture.id, as: 'picture' },
      { item: archive.id, as: 'archive' },
    ],
  });
  for (const { id } of [page, picture, archive]) {
    const capture = captureWith(opened, id)!;
    expect(capture.parts.map(({ as, file }) => `${as} ${file}`)).toEqual([
      'page news.html',
      'picture news.png',
      'archive news.wacz',
    ]);
    expect(capture).toMatchObject(said);
    expect(custodyOf(opened, id).at(-1)).toMatchObject({ what: 'acquired', address: said.address, item: id });
  }
  expect(missing()).not.toEqual(expect.arrayContaining(['address']));
  expect(missing()).toEqual(expect.not.arrayContaining(['page-picture', 'method', 'page-source']));
});

test('who may not know the givers sees which files belong together, and nothing else', () => {
  const [page] = opened.items();
  const seen = captureWith(opened.as(['team']), page!.id)!;
  expect(seen.parts).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toMatch(/harbour|Maha|Tor|2024-12-09/);
});

test('said again, the newest counts and the older one stays in the chain', () => {
  const [page, picture] = opened.items();
  const parts = [
    { item: page!.id, as: 'page' as const },
    { item: picture!.id, as: 'picture' as const },
  ];
  joinCapture(opened, { ...said, address: 'https://harbour.example/newer', parts });
  expect(captureWith(opened, page!.id)?.address).toBe('https://harbour.example/newer');
  expect(custodyOf(opened, page!.id).map(({ address }) => address)).toEqual([
    undefined,
    'https://harbour.example/news',
    'https://harbour.example/newer',
  ]);
});

test('what is no capture is refused, and nothing is written', () => {
  const [page] = opened.items();
  const before = opened.version();
  const one = { item: page!.id, as: 'page' as const };
  expect(() => joinCapture(opened, { ...said, parts: [one], address: 'the harbour’s page' })).toThrow(
    'capture.address',
  );
  expect(() => joinCapture(opened, { ...said, parts: [one], address: 'javascript:alert(1)' })).toThrow(
    'capture.address',
  );
  expect(() => joinCapture(opened, { ...said, parts: [{ ...one, as: 'media' }] })).toThrow('capture.no-page');
  expect(() => joinCapture(opened, { ...said, parts: [one, one] })).toThrow('request.invalid');
  expect(() => joinCapture(opened, { ...said, parts: [one], captured: 'on Monday' })).toThrow(
    'request.invalid',
  );
  expect(opened.version()).toBe(before);
});
