import { expect, test } from 'vitest';
import { type ItemId, inverse, placed } from '../../../src/model/index.ts';
import { firstLaid, laidBy } from './plan-picture.tsx';

const floor = { name: { en: 'Ground' }, level: 0, width: 600, height: 400 };
const over = { ...floor, image: 'plan' as ItemId };

test('a picture of other proportions lies as large as fits, in the middle', () => {
  expect(firstLaid(floor, { width: 1000, height: 1000 })).toEqual([400, 0, 0, 400, 100, 0]);
});

test('the same sheet taken anew lies where the one before it lay', () => {
  expect(firstLaid(over, { width: 3000, height: 2010 })).toEqual([600, 0, 0, 400, 0, 0]);
  const turned = [0, -200, 300, 0, 250, 20] as const;
  expect(firstLaid({ ...over, imageLaid: [...turned] }, { width: 1500, height: 1000 })).toEqual(turned);
});

test('two shared points turn, move and scale a picture; where it lay before does not matter', () => {
  const first = firstLaid(floor, { width: 1200, height: 800 });
  const pairs = [
    { picture: [0, 0], plan: [100, 300] },
    { picture: [1, 0], plan: [100, 0] },
  ] as const;
  const laid = laidBy(
    first,
    pairs.map(({ picture, plan }) => ({ picture: [...picture], plan: [...plan] })),
  );
  expect(placed(laid, [0, 0]).map(Math.round)).toEqual([100, 300]);
  expect(placed(laid, [1, 0]).map(Math.round)).toEqual([100, 0]);
  // half as high as it is wide, and turned by a quarter
  expect(placed(laid, [0, 1]).map(Math.round)).toEqual([300, 300]);
  const [x, y] = placed(inverse(laid), placed(laid, [0.3, 0.7]));
  expect([x, y].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([0.3, 0.7]);
});

test('one pair, or the same point twice, leaves it as it lies', () => {
  const first = firstLaid(floor, { width: 1200, height: 800 });
  const pair = { picture: [0.5, 0.5] as [number, number], plan: [10, 10] as [number, number] };
  expect(laidBy(first, [pair])).toEqual(first);
  expect(laidBy(first, [pair, pair])).toEqual(first);
});
