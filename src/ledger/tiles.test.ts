import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leafHash, subtreeRoot } from './merkle-tree.ts';
import { exportTiles } from './tiles.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-tiles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = (size: number, body = (at: number): string => `{"n":${at}}`) => ({
  size,
  leaves: (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => leafHash(Buffer.from(body(from + at)))),
  body,
});
const width = (path: string): number => statSync(join(folder, path)).size / 32;

test('70,000 entries give the tiles that the specification counts for them', () => {
  const source = log(70_000);
  expect(exportTiles(source, 'a note\n', folder)).toMatchObject({ entries: 70_000, long: [] });
  expect(width('tile/0/272')).toBe(256);
  expect(width('tile/0/273.p/112')).toBe(112);
  expect(existsSync(join(folder, 'tile/0/273'))).toBe(false);
  expect(width('tile/1/000')).toBe(256);
  expect(width('tile/1/001.p/17')).toBe(17);
  expect(width('tile/2/000.p/1')).toBe(1);
  expect(existsSync(join(folder, 'tile/3'))).toBe(false);
  const first = readFileSync(join(folder, 'tile/1/000')).subarray(0, 32);
  expect(first).toEqual(subtreeRoot(source.leaves(0, 256), 0, 256));
  expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe('a note\n');
});

test('256 entries are one full tile and one hash above it', () => {
  exportTiles(log(256), '', folder);
  expect(width('tile/0/000')).toBe(256);
  expect(width('tile/1/000.p/1')).toBe(1);
});

test('a bundle holds each entry behind its length; one too long for that stands alone', () => {
  exportTiles(log(3), '', folder);
  const bundle = readFileSync(join(folder, 'tile/entries/000.p/3'));
  expect(bundle.toString('latin1')).toBe('\0\x07{"n":0}\0\x07{"n":1}\0\x07{"n":2}');

  const long = 'x'.repeat(70_000);
  const source = log(300, (at) => (at === 299 ? long : 'y'));
  expect(exportTiles(source, '', join(folder, 'long')).long).toEqual([299]);
  expect(readFileSync(join(folder, 'long/entry/299'), 'utf8')).toBe(long);
  expect(existsSync(join(folder, 'long/tile/entries/000'))).toBe(true);
  expect(existsSync(join(folder, 'long/tile/entries/001.p/44'))).toBe(false);
});
