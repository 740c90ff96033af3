import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGroups } from '../groups.ts';
import { LEARNED } from './join-learned.ts';
import { type Edge, linkGroups } from './linkage.ts';
import { SIGNALS } from './signals.ts';
import { growTrees, logOdds } from './trees.ts';

const GROWTH = { trees: 60, depth: 2, rate: 0.3, doubt: 1, least: 1 };

describe('trees', () => {
  test('learn what only two signals together tell', () => {
    const rows = Array.from({ length: 80 }, (_, n) =>
      Float64Array.of(n % 2, Math.floor(n / 2) % 2, (n * 7) % 5),
    );
    const one = rows.map(([x, y]) => Number(x === 1 && y === 1));
    const trees = growTrees(['x', 'y', 'noise'], { rows, one, weight: rows.map(() => 1) }, GROWTH);
    for (const [at, row] of rows.entries()) expect(logOdds(trees, row) > 0).toBe(one[at] === 1);
    expect(growTrees(['x', 'y', 'noise'], { rows, one, weight: rows.map(() => 1) }, GROWTH)).toEqual(trees);
  });

  test('the learned ones ask the signals that there are, and end everywhere in a number', () => {
    expect(LEARNED.signals).toEqual(SIGNALS);
    for (const tree of LEARNED.trees) {
      const walk = (at: number): void => {
        const [signal, value] = tree[at]!;
        expect(Number.isFinite(value) && signal < SIGNALS.length).toBe(true);
        if (signal < 0) return;
        walk(2 * at + 1);
        walk(2 * at + 2);
      };
      walk(0);
    }
  });
});

const linked = (
  count: number,
  edges: readonly Edge[],
  mayJoin = (_x: number, _y: number) => true,
): number[][] => {
  const groups = createGroups(count);
  linkGroups(groups, edges, 0.25, mayJoin, () => {});
  return groups.all().map((members) => [...members].sort((a, b) => a - b));
};
const edges = fc.uniqueArray(
  fc.record({
    a: fc.nat(4),
    b: fc.integer({ min: 5, max: 9 }),
    score: fc.double({ min: -4, max: 4, noNaN: true }),
  }),
  { selector: ({ a, b }) => a * 10 + b },
);

describe('linking by the mean', () => {
  test('a chain is no group: what no edge joins speaks against it', () => {
    expect(
      linked(3, [
        { a: 0, b: 1, score: 3 },
        { a: 1, b: 2, score: 2 },
      ]),
    ).toEqual([[0, 1], [2]]);
  });

  test('three that all are alike are one', () => {
    const alike = [
      [0, 1],
      [1, 2],
      [0, 2],
    ].map(([a, b]) => ({ a: a!, b: b!, score: 2 }));
    expect(linked(3, alike)).toEqual([[0, 1, 2]]);
  });

  test('the order of edges tells nothing', () =>
    fc.assert(
      fc.property(edges, (each) => {
        expect(linked(10, [...each].reverse())).toEqual(linked(10, each));
      }),
    ));

  test('what may not be joined is in no group together, however alike', () =>
    fc.assert(
      fc.property(edges, (each) => {
        // nothing may join what holds 0 with what holds 5
        const groups = createGroups(10);
        const held = (name: number, one: number): boolean => groups.of(one) === groups.of(name);
        linkGroups(
          groups,
          each,
          0.25,
          (x, y) => !((held(x, 0) && held(y, 5)) || (held(x, 5) && held(y, 0))),
          () => {},
        );
        expect(groups.of(0)).not.toBe(groups.of(5));
      }),
    ));
});
