import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../../../src/model/index.ts';
import {
  handleAt,
  snapped,
  troublesOf,
  withCornerAdded,
  withCornerMoved,
  withoutCorner,
} from './plan-hand.ts';

const ROOM: Point[] = [
  [0, 0],
  [10, 0],
  [10, 8],
  [0, 8],
];
const beside = (by: number): Point[] => ROOM.map(([x, y]): Point => [x + by, y]);

test('a corner that is near is taken, the nearest of them', () => {
  expect(snapped([9.4, 0.2], [ROOM, beside(9)], 2)).toEqual([9, 0]);
  expect(snapped([5, 4], [ROOM], 2)).toEqual([5, 4]);
});

test('under the hand lies a corner before the middle of a side', () => {
  expect(handleAt(ROOM, [9.5, 0.5], 2)).toEqual({ corner: 1 });
  expect(handleAt(ROOM, [5, 0.5], 2)).toEqual({ side: 0 });
  expect(handleAt(ROOM, [0.2, 4], 2)).toEqual({ side: 3 });
  expect(handleAt(ROOM, [5, 4], 2)).toBeUndefined();
});

test('corners are moved, added and taken away; a triangle stays one', () => {
  expect(withCornerMoved(ROOM, 2, [12, 9])[2]).toEqual([12, 9]);
  expect(withCornerAdded(ROOM, 3)[4]).toEqual([0, 4]);
  const triangle = withoutCorner(ROOM, 0);
  expect(triangle).toHaveLength(3);
  expect(withoutCorner(triangle, 0)).toEqual(triangle);
});

test('what is added and taken away again leaves the outline as it was', () => {
  fc.assert(
    fc.property(fc.nat(3), (side) => {
      expect(withoutCorner(withCornerAdded(ROOM, side), side + 1)).toEqual(ROOM);
    }),
  );
});

test('while it is drawn an outline that crosses itself or lies over another is told', () => {
  const bow: Point[] = [ROOM[0]!, ROOM[2]!, ROOM[1]!, ROOM[3]!];
  expect(troublesOf(bow, []).crossing).toBe(true);
  const others = [
    { code: 'G-01', outline: beside(5) },
    { code: 'G-02', outline: beside(10) },
  ];
  expect(troublesOf(ROOM, others)).toEqual({ crossing: false, over: ['G-01'] });
  expect(troublesOf(ROOM.slice(0, 2), others)).toEqual({ crossing: false, over: [] });
});
