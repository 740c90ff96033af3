import { expect, test } from 'vitest';
import { SWUNG } from '../../model/index.ts';
import { beliefOf } from './belief.ts';
import { atOdds, outlookOf, type Situation, swings } from './outlook.ts';

const situation = (over: Partial<Situation> = {}): Situation => ({
  belief: beliefOf([0.3, 0.1], 0.6),
  rates: Float64Array.of(0.5, 0, 0.5, 0.2),
  blind: Float64Array.of(0.2, 0, 0, 0),
  efforts: [4, 2],
  ...over,
});

test('what a shift finds, what is left to find, and what is thought if it does not', () => {
  const { success, findable, after, worth, verdict } = outlookOf(situation());
  expect(findable).toBeCloseTo(0.3 * 0.8 + 0.1, 12);
  expect(success).toBeLessThan(findable);
  expect(after.elsewhere).toBeCloseTo(0.6 / (1 - success), 12);
  expect(worth[0]!).toBeGreaterThan(0);
  expect(verdict).toBe('go-on');
});

test('one more unit of a resource adds what it was said to be worth', () => {
  const asked = situation();
  const little = 1e-5;
  const more = outlookOf({ ...asked, efforts: [4 + little, 2] });
  const now = outlookOf(asked);
  expect((more.success - now.success) / little).toBeCloseTo(now.worth[0]!, 4);
});

test('a place where the methods at hand are blind asks for another method, an empty one for none', () => {
  const blind = outlookOf(situation({ rates: new Float64Array(4) }));
  expect(blind.verdict).toBe('change-method');
  expect(outlookOf(situation({ belief: beliefOf([0.003, 0.001], 0.996) })).verdict).toBe('not-warranted');
});

test('each assumption is asked again at half and at twice; better detection finds more', () => {
  const swung = swings((assumption, factor) =>
    situation(assumption === 'detection' ? { rates: situation().rates.map((rate) => rate * factor) } : {}),
  );
  expect(swung.map(({ assumption }) => assumption)).toEqual([...SWUNG]);
  for (const { assumption, low, high } of swung)
    if (assumption === 'detection') expect(high.success).toBeGreaterThan(low.success);
    else expect(high).toEqual(low);
});

test('odds: a chance of a half at twice its odds is two thirds, and none stays none', () => {
  expect(atOdds(0.5, 2)).toBeCloseTo(2 / 3, 12);
  expect([atOdds(0, 2), atOdds(1, 0.5)]).toEqual([0, 1]);
});
