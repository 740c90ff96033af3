import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachTurn, ownLeaders, rowSets } from './row-sets.ts';

const ROWS = 40;
const pairs = fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)), { maxLength: 60 });
const leadersOf = (joined: readonly (readonly [number, number])[]): number[] => {
  const sets = rowSets(ownLeaders(ROWS));
  for (const [a, b] of joined) sets.join(a, b);
  return Array.from({ length: ROWS }, (_, row) => sets.leaderOf(row));
};

test('joined rows have one leader, the smallest of them, in whatever order they were joined', () => {
  fc.assert(
    fc.property(pairs, (joined) => {
      const leaders = leadersOf(joined);
      for (const [a, b] of joined) expect(leaders[a]).toBe(leaders[b]);
      leaders.forEach((leader, row) => {
        expect(leader).toBeLessThanOrEqual(row);
      });
      expect(leadersOf(joined.toReversed().map(([a, b]) => [b, a] as const))).toEqual(leaders);
    }),
  );
});

test('stretches are taken in turn, each row once', () => {
  const turn = new Int32Array(1);
  const taken: number[] = [];
  eachTurn(turn, 10, 4, (from, to) => {
    for (let row = from; row < to; row++) taken.push(row);
  });
  expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
