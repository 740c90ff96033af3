import { expect, test } from 'vitest';
import { pageHolds } from './pages.ts';

test('the page at 1 GiB, which SQLite locks and never writes, is empty; no other page may be, and nothing may stand in it', () => {
  const key = Buffer.alloc(32, 7);
  const empty = Buffer.alloc(4096);
  const bent = Buffer.from(empty);
  bent[100] = 1;
  expect([262_144, 262_145, 262_146].map((number) => pageHolds(empty, number, key))).toEqual([
    false,
    true,
    false,
  ]);
  expect(pageHolds(bent, 262_145, key)).toBe(false);
});
