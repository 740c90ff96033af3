import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyKind, RowKeys } from './block-keys.ts';
import { findCandidatePairs } from './blocking.ts';

const keysOf = (perRow: readonly (readonly number[])[]): RowKeys => {
  let end = 0;
  const ends = perRow.map((keys) => (end += keys.length));
  return { keys: Int32Array.from(perRow.flat()), start: Int32Array.from([0, ...ends]) };
};
const kind = (name: string, perRow: readonly (readonly number[])[]): KeyKind => {
  const coarse = keysOf(perRow);
  return { name, coarse, fine: coarse, alone: true };
};
const shown = (rows: number, kinds: readonly KeyKind[], blockSize = 4): string[] => {
  const { count, first, second } = findCandidatePairs(rows, kinds, { blockSize, neighbours: 1 });
  return Array.from({ length: count }, (_, at) => `${first[at]}-${second[at]}`);
};

describe('blocking', () => {
  test('rows that share a rare key meet, once', () => {
    const given = kind('given', [[1], [1], [2], [2]]);
    const place = kind('place', [[7], [7], [8], [7]]);
    expect(shown(4, [given, place])).toEqual(['0-1', '0-3', '1-3', '2-3']);
  });

  test('a block that is too large is divided by the other keys', () => {
    const given = kind('given', [[1], [1], [1], [1], [1], [1]]);
    const year = kind('year', [[60], [60], [61], [61], [62], [62]]);
    expect(shown(6, [given, year])).toEqual(['0-1', '2-3', '4-5']);
  });

  test('what nothing divides meets its neighbours and is counted', () => {
    const alike = Array.from({ length: 10_000 }, () => [1]);
    const kinds = [kind('given', alike), kind('family', alike)];
    const found = findCandidatePairs(10_000, kinds, { blockSize: 40, neighbours: 3 });
    expect(found.count).toBeLessThan(40_000);
    expect(found.limitedRows).toBe(10_000);
  });

  test('pairs are ascending and without repeats, and all small blocks are met in full', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), { maxLength: 14 });
    fc.assert(
      fc.property(rows, (perRow) => {
        const distinct = perRow.map((keys) => [...new Set(keys)]);
        const found = shown(distinct.length, [kind('only', distinct)], 20);
        const expected: string[] = [];
        for (let a = 0; a < distinct.length; a++)
          for (let b = a + 1; b < distinct.length; b++)
            if (distinct[a]!.some((key) => distinct[b]!.includes(key))) expected.push(`${a}-${b}`);
        expect(found).toEqual(expected);
      }),
    );
  });
});
