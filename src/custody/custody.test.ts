import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metadataLeft, parseHashSet } from '../files/index.ts';
import { type Case, createCase, verifyCase } from '../ledger/index.ts';
import type { Item } from '../model/index.ts';
import {
  completenessOf,
  custodyOf,
  derivedFrom,
  fingerprintOf,
  graphicItems,
  keepCopy,
  likeItems,
  markGraphic,
  noteCustody,
  readFingerprints,
  whichAreHeld,
} from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-custody-'));
let opened: Case;
const add = (file: string, bytes: Uint8Array, mediaType = 'image/jpeg'): Item =>
  opened.addItem({
    file,
    path: `from Nadia/${file}`,
    mediaType,
    receivedBy: 'Maha',
    content: { kind: 'unread' },
    problems: [],
    bytes,
    records: [],
  });

/** Something to see: blocks of many sizes and greys, others for each seed. */
async function scene(seed: number): Promise<Buffer> {
  const points = Buffer.alloc(300 * 200 * 3, 120);
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let block = 0; block < 60; block++) {
    const [left, top, width, height, grey] = [next(280), next(180), 10 + next(80), 10 + next(60), next(256)];
    for (let y = top; y < Math.min(200, top + height); y++)
      points.fill(grey, (y * 300 + left) * 3, (y * 300 + Math.min(300, left + width)) * 3);
  }
  const picture = sharp(points, { raw: { width: 300, height: 200, channels: 3 } });
  return picture
    .withExif({ IFD0: { Artist: 'Nadia of Mill Street' } })
    .jpeg()
    .toBuffer();
}

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

test('who held a file, from whom, when and on what conditions stands in order and is never overwritten', () => {
  const { id } = add('register.jpg', randomBytes(100));
  noteCustody(opened, {
    item: id,
    what: 'acquired',
    by: 'Maha',
    from: 'Nadia',
    to: 'Maha',
    when: '2024-12-09',
    place: 'the harbour office',
    how: 'a USB drive, handed over',
    consent: 'may be shown to a court',
    conditions: 'not to be published; ask Nadia first',
  });
  noteCustody(opened, {
    item: id,
    what: 'transferred',
    by: 'Maha',
    from: 'Maha',
    to: 'Yusuf',
    when: '2024-12-11T09:00Z',
  });
  expect(custodyOf(opened, id).map(({ what, from, to }) => ({ what, from, to }))).toEqual([
    { what: 'acquired', from: undefined, to: undefined },
    { what: 'acquired', from: 'Nadia', to: 'Maha' },
    { what: 'transferred', from: 'Maha', to: 'Yusuf' },
  ]);
  expect(() => noteCustody(opened, { item: id, what: 'returned', by: 'Maha', when: 'yesterday' })).toThrow(
    'request.invalid',
  );
});

test('who may not know the givers learns that something happened, and not who', () => {
  const [{ id } = add('x', randomBytes(9))] = opened.items();
  const reviewer = opened.as(['team']);
  const chain = custodyOf(reviewer, id);
  expect(chain).toHaveLength(3);
  expect(JSON.stringify(chain)).not.toMatch(/Nadia|Yusuf|harbour/);
});

test('what a court will ask for and is missing is named', () => {
  const bare = add('bare.jpg', randomBytes(50));
  const missing = (id: Item['id']): string[] =>
    completenessOf(opened, id).flatMap(({ point, state }) => (state === 'missing' ? [point] : []));
  expect(missing(bare.id)).toEqual(expect.arrayContaining(['method', 'custodian', 'consent', 'conditions']));
  noteCustody(opened, {
    item: bare.id,
    what: 'acquired',
    by: 'Maha',
    address: 'https://news.example/1',
    how: 'saved in a browser',
  });
  expect(missing(bare.id)).toContain('page-source');
  expect(missing(bare.id)).not.toContain('address');
});

test('the same picture is found again, recompressed, made small or turned', async () => {
  const original = add('a.jpg', await scene(1));
  const small = add(
    'a-small.jpg',
    await sharp(await scene(1))
      .resize(150)
      .jpeg({ quality: 40 })
      .toBuffer(),
  );
  const turned = add(
    'a-turned.jpg',
    await sharp(await scene(1))
      .rotate(90)
      .jpeg()
      .toBuffer(),
  );
  const other = add('b.jpg', await scene(3));
  await readFingerprints(opened);
  const found = likeItems(opened, original.id);
  expect(found.map(({ item }) => item).sort()).toEqual([small.id, turned.id].sort());
  expect(found.find(({ item }) => item === turned.id)?.turned).toBe(true);
  expect(found.map(({ item }) => item)).not.toContain(other.id);
});

test('a set of known hashes: which of these do we hold', async () => {
  const [first] = opened.items();
  const print = fingerprintOf(opened, first!.id)!;
  const set = parseHashSet(
    'set',
    `${first!.sha256}  the register\n${'0'.repeat(64)}  another\n${print.md5}  by md5\n`,
  );
  const held = await whichAreHeld(opened, set);
  expect(held).toEqual([{ item: first!.id, by: 'sha256', hash: first!.sha256, label: 'the register' }]);
});

test('a copy that leaves carries nothing of the original and points to it', async () => {
  const original = add('witness.jpg', await scene(2));
  const item = await keepCopy(opened, original.id, {
    by: 'Maha',
    reason: 'for the bulletin',
    hidden: [{ left: 10, top: 10, width: 50, height: 40 }],
  });
  expect(metadataLeft(opened.itemBytes(item.id))).toEqual([]);
  expect(Buffer.from(opened.itemBytes(item.id)).includes('Mill Street')).toBe(false);
  expect(derivedFrom(opened, original.id).filter(({ what }) => what === 'copy')).toMatchObject([
    {
      copy: item.id,
      tool: expect.stringContaining('sharp'),
      parameters: { hidden: '10,10,50,40' },
      by: 'Maha',
    },
  ]);
});

test('a mark that a picture is hard to see is set, cleared and kept', () => {
  const [first] = opened.items();
  markGraphic(opened, first!.id, 'set', 'Maha');
  expect(graphicItems(opened)).toEqual(new Set([first!.id]));
  markGraphic(opened, first!.id, 'cleared', 'Yusuf');
  expect(graphicItems(opened).size).toBe(0);
});

test('a bag goes out and comes in again as it was; a clean one tells no street', async () => {
  const { readBag, writeBag } = await import('../exchange/index.ts');
  const out = join(root, 'bag');
  const { items, problems } = await writeBag(opened, out, { by: 'Maha', metadata: 'as-received' });
  expect(problems).toEqual([]);
  const bag = await readBag(out);
  expect(bag.problems).toEqual([]);
  expect(bag.payload.map(({ sha256 }) => sha256).sort()).toEqual(
    items.map((id) => opened.item(id).sha256).sort(),
  );
  await expect(writeBag(opened, out, { by: 'Maha', metadata: 'as-received' })).rejects.toThrow(
    'export.exists',
  );

  const clean = join(root, 'clean');
  const cleaned = await writeBag(opened, clean, { by: 'Maha', metadata: 'clean' });
  expect(cleaned.problems.every(({ code }) => code === 'export.not-cleanable')).toBe(true);
  const inside = await readBag(clean);
  expect(inside.problems).toEqual([]);
  expect(inside.payload.length).toBe(cleaned.items.length);
  for (const { at } of inside.payload) expect(metadataLeft(readFileSync(at))).toEqual([]);
  expect(readFileSync(join(clean, 'items.jsonl'), 'utf8')).not.toMatch(/Nadia|witness|Mill/);

  writeFileSync(inside.payload[0]!.at, 'changed');
  expect((await readBag(clean)).problems.map(({ code }) => code)).toContain('bag.file-changed');
  expect(existsSync(`${clean}.part`)).toBe(false);
});
