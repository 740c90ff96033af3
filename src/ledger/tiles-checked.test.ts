import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTiles, type Head } from '../checking/index.ts';
import { SanadError } from '../model/index.ts';
import { subtreeRoot } from './merkle-tree.ts';
import { exportTiles } from './tiles.ts';

/** Tiles as they are written, looked over by code that shares nothing with what writes them. */

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sanad-looked-over-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const leafOf = (body: string): Buffer => createHash('sha256').update('\0').update(body).digest();
const body = (entry: number): string => (entry === 300 ? 'long '.repeat(20_000) : `entry ${entry}`);
const leaves = Array.from({ length: 65_800 }, (_, entry) => leafOf(body(entry)));
const headAt = (size: number): Head => ({
  origin: 'sanad/harbour',
  size,
  root: size === 0 ? createHash('sha256').digest() : subtreeRoot(leaves, 0, size),
});

function written(size: number): string {
  const folder = mkdtempSync(join(root, 'log-'));
  const source = { size, leaves: (from: number, to: number) => leaves.slice(from, to), body };
  exportTiles(source, 'a checkpoint', folder);
  return folder;
}
const filesIn = (folder: string) => ({
  read: async (path: string): Promise<Uint8Array | undefined> => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return undefined;
    }
  },
});
const check = (folder: string, head: Head, wanted?: Parameters<typeof checkTiles>[2]) =>
  checkTiles(filesIn(folder), head, wanted);

test('65,800 entries, three levels of tiles: to the root, from an earlier one, with one entry', async () => {
  const folder = written(65_800);
  expect(await check(folder, headAt(65_800), { before: headAt(65_536), entry: body(300) })).toEqual({
    entries: 65_800,
    texts: 65_800 - 255,
    index: 300,
  });
});

test('an entry of another log, and a head that the first entries do not make, are refused', async () => {
  const folder = written(700);
  await expect(check(folder, headAt(700), { entry: 'an entry of another log' })).rejects.toThrow(
    'tiles.no-such-entry',
  );
  const forged = { ...headAt(400), root: headAt(399).root };
  await expect(check(folder, headAt(700), { before: forged })).rejects.toThrow('tiles.not-continued');
});

test('any number of entries, any earlier head', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 600 }), fc.nat(600), async (size, earlier) => {
      const folder = written(size);
      const checked = check(folder, headAt(size), { before: headAt(earlier) });
      if (earlier > size) await expect(checked).rejects.toThrow('tiles.not-continued');
      else expect((await checked).entries).toBe(size);
      await expect(check(folder, { ...headAt(size), root: headAt(size + 1).root })).rejects.toThrow(
        'tiles.root-other',
      );
    }),
    { numRuns: 15 },
  );
});

describe('what was changed after it was written', () => {
  test('one bit of any file is found, and the file or the root named', async () => {
    const folder = written(600);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'checkpoint')
      .map((entry) => join(entry.parentPath, entry.name));
    expect(names.length).toBeGreaterThan(6);
    await fc.assert(
      fc.asyncProperty(fc.nat(names.length - 1), fc.nat(1_000_000), fc.nat(7), async (at, place, bit) => {
        const good = readFileSync(names[at]!);
        const bad = Buffer.from(good);
        bad[place % bad.length]! ^= 1 << bit;
        writeFileSync(names[at]!, bad);
        const found = await check(folder, headAt(600)).then(
          () => 'nothing',
          (error: SanadError) => error.code,
        );
        writeFileSync(names[at]!, good);
        expect(found).toMatch(/^tiles\.(other|root-other)$/);
      }),
      { numRuns: 100 },
    );
  });

  test('a lost tile is named', async () => {
    const folder = written(600);
    rmSync(join(folder, 'tile/0/001'));
    const lost = await check(folder, headAt(600)).catch((error: SanadError) => error);
    expect(lost).toBeInstanceOf(SanadError);
    expect(lost).toMatchObject({ code: 'tiles.missing', data: { file: 'tile/0/001' } });
  });
});
