import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase, verifyCase } from '../ledger/index.ts';
import type { ItemId } from '../model/index.ts';
import {
  askErasure,
  carryOutErasure,
  derivedFrom,
  eraseByTwo,
  erasuresAsked,
  foreseeErasure,
  keepCopy,
  readFingerprints,
  withdrawErasure,
} from './index.ts';

const PHRASE = 'three quiet words';
const root = mkdtempSync(join(tmpdir(), 'sanad-erasing-'));
let opened: Case;

beforeAll(async () => {
  opened = await createCase(join(root, 'case'), {
    passphrase: PHRASE,
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

async function picture(file: string, red: number): Promise<ItemId> {
  const noise = Buffer.from(Array.from({ length: 96 * 96 * 3 }, (_, n) => (n * n * red) % 251));
  const bytes = await sharp(noise, { raw: { width: 96, height: 96, channels: 3 } })
    .png()
    .toBuffer();
  return opened.addItem({
    file,
    path: file,
    mediaType: 'image/png',
    receivedBy: 'Rana',
    content: { kind: 'unread' },
    problems: [],
    bytes,
    records: [],
  }).id;
}
const nowhere = () => [];
const asking = { basis: 'asked', reason: 'asked by the family', by: 'Rana', account: 'a1' } as const;

test('one asks, another carries it out; the entry of the ledger names both', async () => {
  const item = await picture('a.png', 3);
  const before = opened.items().length;
  const asked = askErasure(opened, { ...asking, what: [{ item }] });
  expect(erasuresAsked(opened)).toEqual([asked]);
  expect(opened.items()).toHaveLength(before);
  expect(() => carryOutErasure(opened, asked.entry, { by: 'Rana', account: 'a1' }, nowhere)).toThrow(
    'erase.two-needed',
  );
  expect(opened.items()).toHaveLength(before);

  const { event } = carryOutErasure(opened, asked.entry, { by: 'Yusuf', account: 'a2' }, nowhere);
  expect(event).toMatchObject({ by: 'Yusuf', facts: { asked: asked.entry, accounts: ['a1', 'a2'] } });
  expect(opened.items().map(({ id }) => id)).not.toContain(item);
  expect(erasuresAsked(opened)).toEqual([]);
  expect(() => carryOutErasure(opened, asked.entry, { by: 'Yusuf', account: 'a2' }, nowhere)).toThrow(
    'erase.not-asked',
  );
});

test('where there are no accounts, one name asks and another carries it out; what was looked at goes', async () => {
  const item = await picture('n.png', 17);
  const { account: _, ...named } = asking;
  const { entry } = askErasure(opened, { ...named, what: [{ file: item }] });
  const { seen } = foreseeErasure(opened, [{ file: item }], nowhere);
  expect(() => carryOutErasure(opened, entry, { by: ' rana ' }, nowhere, seen)).toThrow('erase.two-needed');
  expect(() => carryOutErasure(opened, entry, { by: 'Yusuf', account: 'a2' }, nowhere, seen)).toThrow(
    'erase.two-needed',
  );
  await readFingerprints(opened, undefined, item);
  expect(() => carryOutErasure(opened, entry, { by: 'Yusuf' }, nowhere, seen)).toThrow('erase.changed');
  const now = foreseeErasure(opened, [{ file: item }], nowhere).seen;
  const { event } = carryOutErasure(opened, entry, { by: 'Yusuf' }, nowhere, now);
  expect(event).toMatchObject({ by: 'Yusuf', facts: { asked: entry } });
  expect(erasuresAsked(opened)).toEqual([]);
});

test('what was asked for can be withdrawn, and what is not held cannot be asked for', async () => {
  const item = await picture('b.png', 5);
  const { entry } = askErasure(opened, { ...asking, what: [{ file: item }] });
  withdrawErasure(opened, entry, { by: 'Yusuf', account: 'a2' });
  expect(erasuresAsked(opened)).toEqual([]);
  expect(() => carryOutErasure(opened, entry, { by: 'Yusuf', account: 'a2' }, nowhere)).toThrow(
    'erase.not-asked',
  );
  expect(() => askErasure(opened, { ...asking, what: [{ item: 'nothing' as ItemId }] })).toThrow(
    'request.not-found',
  );
});

test('fingerprints and copies go with the file that they were made of', async () => {
  const item = await picture('c.png', 7);
  await readFingerprints(opened, undefined, item);
  const copy = await keepCopy(opened, item, { by: 'Rana', reason: 'for the bulletin' });
  await readFingerprints(opened, undefined, copy.id);
  expect(derivedFrom(opened, item).map(({ what }) => what)).toEqual(['fingerprint', 'copy']);

  expect(() => eraseByTwo(opened, { ...asking, what: [{ file: item }] }, nowhere)).toThrow(
    'erase.second-needed',
  );
  expect(() => eraseByTwo(opened, { ...asking, what: [{ file: item }], second: ' RANA ' }, nowhere)).toThrow(
    'erase.same-person',
  );
  eraseByTwo(opened, { ...asking, what: [{ file: item }], second: 'Yusuf' }, nowhere);

  expect(() => opened.itemBytes(item)).toThrow('case.erased');
  expect(opened.items().map(({ id }) => id)).not.toContain(copy.id);
  const left = opened.events('derived').filter(({ facts }) => [item, copy.id].includes(facts.of as ItemId));
  expect(left.map(({ slots }) => slots.size)).toEqual([0, 0, 0]);
  expect(await verifyCase(join(root, 'case'), { passphrase: PHRASE })).toMatchObject({ ok: true });
});
