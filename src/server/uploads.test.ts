import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Case, createCase, openCase, verifyCase } from '../ledger/index.ts';
import { openUploads } from './uploads.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-uploads-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const passphrase = 'a phrase';
let cases = 0;
const newCase = (): Promise<Case> =>
  createCase(join(root, String(cases++)), {
    passphrase,
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const about = (length: number) => ({ file: 'video.mp4', path: 'video.mp4', length, by: 'Maha' });

async function* pieces(bytes: Uint8Array, cutAfter = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 70_001) {
    if (at >= cutAfter) throw new Error('the line is cut');
    yield bytes.subarray(at, at + 70_001);
  }
}

test('a file that is cut twice, once with a restart, arrives as it was sent; nothing of it lies readable on the disk', async () => {
  const bytes = Buffer.concat([Buffer.from('the street of the witness'), randomBytes(3_000_000)]);
  let opened = await newCase();
  const { folder } = opened;
  let uploads = openUploads(opened);
  const { id } = uploads.begin(about(bytes.length));
  const first = await uploads.take(id, 0, pieces(bytes, 900_000));
  expect(first.offset).toBe(910_013);
  for (const name of readdirSync(join(folder, 'vault/in')))
    expect(readFileSync(join(folder, 'vault/in', name)).includes('witness')).toBe(false);

  opened.close();
  opened = await openCase(folder, { passphrase });
  uploads = openUploads(opened);
  expect(uploads.all()).toMatchObject([{ id, file: 'video.mp4', offset: 910_013, length: bytes.length }]);
  const second = await uploads.take(id, 910_013, pieces(bytes.subarray(910_013), 1_000_000));
  expect(second.offset).toBeGreaterThan(1_900_000);
  const third = await uploads.take(id, second.offset, pieces(bytes.subarray(second.offset)));
  expect(third.outcome).toMatchObject({ held: 'new' });
  expect(opened.item(third.outcome!.item!)).toMatchObject({ sha256: sha256(bytes), bytes: bytes.length });
  opened.close();
  expect((await verifyCase(folder, { passphrase })).faults).toEqual([]);
});

test('the same bytes twice are one item', async () => {
  const opened = await newCase();
  const uploads = openUploads(opened);
  const bytes = randomBytes(200_000);
  for (const held of ['new', 'already']) {
    const { id } = uploads.begin(about(bytes.length));
    expect((await uploads.take(id, 0, pieces(bytes))).outcome?.held).toBe(held);
  }
  expect(opened.items()).toHaveLength(1);
  expect(readdirSync(join(opened.folder, 'vault/in'))).toEqual([]);
  opened.close();
});

test('a part that is not what was sent, begins elsewhere or is too long is refused, and what came before stays', async () => {
  const opened = await newCase();
  const uploads = openUploads(opened);
  const bytes = randomBytes(100_000);
  const { id } = uploads.begin(about(bytes.length));
  const checksum = (of: Uint8Array) =>
    ({ algorithm: 'sha256', digest: createHash('sha256').update(of).digest('base64') }) as const;
  const half = bytes.subarray(0, 50_000);
  await uploads.take(id, 0, pieces(half), checksum(half));
  await expect(uploads.take(id, 50_000, pieces(half), checksum(bytes))).rejects.toThrow(
    'upload.checksum-wrong',
  );
  await expect(uploads.take(id, 40_000, pieces(half))).rejects.toThrow('upload.offset-wrong');
  await expect(uploads.take(id, 50_000, pieces(bytes))).rejects.toThrow('request.too-large');
  expect(uploads.state(id).offset).toBe(50_000);
  const rest = bytes.subarray(50_000);
  const { outcome } = await uploads.take(id, 50_000, pieces(rest), checksum(rest));
  expect(opened.item(outcome!.item!).sha256).toBe(sha256(bytes));
  opened.close();
});

test('what is cancelled or left for a week is gone', async () => {
  const opened = await newCase();
  let day = 1;
  const uploads = openUploads(opened, () => new Date(Date.UTC(2026, 0, day)));
  const cancelled = uploads.begin(about(10));
  await uploads.cancel(cancelled.id);
  expect(() => uploads.state(cancelled.id)).toThrow('upload.unknown');
  uploads.begin(about(10));
  day = 7;
  expect(uploads.all()).toHaveLength(1);
  day = 10;
  expect(uploads.all()).toEqual([]);
  expect(readdirSync(join(opened.folder, 'vault/in'))).toEqual([]);
  opened.close();
});

test('a hanging line gives way to the next one', async () => {
  const opened = await newCase();
  const uploads = openUploads(opened);
  const bytes = randomBytes(150_000);
  const { id } = uploads.begin(about(bytes.length));
  let stop = (): void => undefined;
  const ends = new Promise<void>((go) => {
    stop = go;
  });
  let taken = (): void => undefined;
  const hangs = new Promise<void>((go) => {
    taken = go;
  });
  const hanging = (async function* () {
    yield bytes.subarray(0, 70_000);
    taken();
    await ends;
  })();
  const first = uploads.take(id, 0, hanging);
  await hangs;
  setTimeout(stop, 50);
  const { offset } = await uploads.stopped(id);
  await first;
  expect(offset).toBe(70_000);
  expect((await uploads.take(id, offset, pieces(bytes.subarray(offset)))).outcome?.held).toBe('new');
  opened.close();
});
