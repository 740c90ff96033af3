import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAlarm, afterFailure, beliefOf, successOf } from './belief.ts';
import { detectionOf } from './detection.ts';
import { orderOfLooks } from './discrete-looks.ts';
import { priorFrom, sharesOfLetters } from './leads.ts';
import { beliefAfter, searchedCells } from './searched.ts';
import { assignTeams } from './whole-teams.ts';

test('a search that missed with chance .4 what lay there with chance .4', () => {
  const { cells } = afterFailure(beliefOf([0.4], 0.6), [0.4]);
  expect(cells[0]).toBeCloseTo(0.210526, 6);
});

test('every failure raises the chance of elsewhere, and the whole stays 1', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(
      weights,
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (given, elsewhere, chances) => {
        const before = beliefOf(given, elsewhere);
        const missed = given.map(() => 1 - (chances.next().value as number));
        const after = afterFailure(before, missed);
        const searched = before.cells.some((share, at) => share * (1 - missed[at]!) > 1e-12);
        if (searched) expect(after.elsewhere).toBeGreaterThan(before.elsewhere);
        const total = after.cells.reduce((sum, one) => sum + one, after.elsewhere);
        expect(Math.abs(total - 1)).toBeLessThan(1e-12);
      },
    ),
  );
});

test('an alarm that also sounds for nothing', () => {
  const prior = beliefOf([0.1], 0.9);
  const after = (falseAlarm: number, outcome: 'alarm' | 'silence') =>
    afterAlarm(prior, 0, { detection: 0.9, falseAlarm }, outcome).cells[0];
  expect(after(0.05, 'alarm')).toBeCloseTo(0.66667, 5);
  expect(after(0.05, 'silence')).toBeCloseTo(0.01156, 5);
  expect(after(0.2, 'alarm')).toBeCloseTo(0.33333, 5);
  expect(after(0.2, 'silence')).toBeCloseTo(0.0137, 4);
});

test.each([
  [0.5, 0.3935, 0.4691, 0.5],
  [0.64, 0.4727, 0.5775, 0.64],
  [1, 0.6321, 0.7899, 1],
  [1.5, 0.7769, 0.9399, 1],
  [2, 0.8647, 0.9878, 1],
])('detection at coverage %d: random, inverse cube, definite', (coverage, random, cube, definite) => {
  expect(detectionOf(coverage, 'random')).toBeCloseTo(random, 4);
  expect(detectionOf(coverage, 'inverse-cube')).toBeCloseTo(cube, 4);
  expect(detectionOf(coverage, 'definite')).toBe(definite);
});

test('a box of 2,000 square miles: hours until nine in ten are found', () => {
  const hours = (width: number): number => (-Math.log(0.1) * 2000) / (width * 80);
  expect(detectionOf((4 * 80 * hours(4)) / 2000, 'random')).toBeCloseTo(0.9, 12);
  expect(hours(4)).toBeCloseTo(14.39, 2);
  expect(hours(2)).toBeCloseTo(28.8, 1);
});

test('three places, whole looks: the order and the chance after twelve', () => {
  const places = [
    { share: 0.5, detection: 0.2, cost: 1 },
    { share: 0.3, detection: 0.5, cost: 1 },
    { share: 0.2, detection: 0.9, cost: 1 },
  ];
  const { order, success } = orderOfLooks(places, 12);
  expect(order.map((at) => at + 1)).toEqual([3, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1]);
  expect(success).toBeCloseTo(0.858614, 6);
});

test('two teams, three segments: who goes where, and what is thought afterwards (CASIE)', () => {
  const shares = [0.3, 0.35, 0.2];
  const detection = [
    [0.5, 0.5, 0.7],
    [0.4, 0.35, 0.55],
  ];
  const { cells, success } = assignTeams({ shares, detection });
  expect(cells).toEqual([1, 0]);
  expect(success).toBeCloseTo(0.295, 12);
  const after = afterFailure(beliefOf(shares, 0.15), [0.6, 0.5, 1]);
  expect(after.elsewhere).toBeCloseTo(0.2128, 4);
  for (const [at, share] of [0.2553, 0.2482, 0.2837].entries()) expect(after.cells[at]).toBeCloseTo(share, 4);
});

test('letters of agreement', () => {
  const shares = sharesOfLetters(['G', 'A', 'C', 'D'], 'G');
  expect(shares.map((share) => Math.round(share * 100))).toEqual([6, 41, 29, 24]);
  expect(() => sharesOfLetters(['H'], 'G')).toThrow('plan.letter');
});

describe('leads', () => {
  const ground = { weights: [1, 1, 2], elsewhere: 0.5 };
  const lead = (id: string, cells: number[], reliability = 0.6) => ({ id, cells, reliability });

  test('two that agree count for more than one, a contrary one for less; none makes anything certain', () => {
    const one = priorFrom(ground, [lead('a', [0])]);
    const two = priorFrom(ground, [lead('a', [0]), lead('b', [0])]);
    const denied = priorFrom(ground, [lead('a', [0]), lead('b', [])]);
    expect(two.cells[0]!).toBeGreaterThan(one.cells[0]!);
    expect(denied.elsewhere).toBeGreaterThan(one.elsewhere);
    const many = priorFrom(
      ground,
      Array.from({ length: 2_000 }, (_, at) => lead(String(at), [0])),
    );
    expect(many.cells[0]!).toBeGreaterThan(0.999);
    expect(Number.isFinite(many.elsewhere)).toBe(true);
  });

  test('one that knows nothing changes nothing', () => {
    const before = priorFrom(ground, []);
    const after = priorFrom(ground, [lead('a', [0, 1, 2], 0), lead('b', [], 0)]);
    for (const [at, share] of before.cells.entries()) expect(after.cells[at]).toBeCloseTo(share, 12);
  });
});

describe('searching again by the same method', () => {
  const once = { cell: 0, method: 'dog', rate: 1, blind: 0.3, effort: 2 };

  test('gives less than another method of the same strength', () => {
    const [repeated] = searchedCells(1, [once, once]);
    const [mixed] = searchedCells(1, [once, { ...once, method: 'acoustic' }]);
    expect(repeated!.missed).toBeGreaterThan(mixed!.missed);
    expect(repeated!.missed).toBeGreaterThan(0.3);
  });

  test('in two parts is the same as at once, seen from what was learnt in between', () => {
    const prior = beliefOf([0.5, 0.2], 0.3);
    const whole = beliefAfter(prior, searchedCells(2, [{ ...once, effort: 5 }]));
    const first = searchedCells(2, [once]);
    const halfway = beliefAfter(prior, first);
    // Each failure makes it likelier that the method cannot see there at all.
    const { blindNow } = first[0]!.efforts.get('dog')!;
    expect(blindNow).toBeGreaterThan(once.blind);
    const rest = searchedCells(2, [{ ...once, blind: blindNow, effort: 3 }]);
    const after = beliefAfter(halfway, rest);
    for (const [at, share] of whole.cells.entries()) expect(after.cells[at]).toBeCloseTo(share, 12);
    expect(successOf(prior, [1, 1])).toBeCloseTo(0.7, 12);
  });
});

describe('signs', () => {
  const look = { cell: 0, method: 'dog', rate: 1, blind: 0, effort: 2, alarms: 0.1, stands: 1 };

  test('of a method that is never blind change belief as an alarm does', () => {
    const prior = beliefOf([0.1, 0.2], 0.7);
    const falseAlarm = -Math.expm1(-0.2);
    const detection = 1 - Math.exp(-2) * (1 - falseAlarm);
    const alarmed = afterAlarm(prior, 0, { detection, falseAlarm }, 'alarm');
    const after = beliefAfter(prior, searchedCells(2, [], [look]));
    for (const [at, share] of alarmed.cells.entries()) expect(after.cells[at]).toBeCloseTo(share, 12);
    const silent = afterAlarm(prior, 0, { detection, falseAlarm }, 'silence');
    const failed = beliefAfter(prior, searchedCells(2, [look]));
    for (const [at, share] of silent.cells.entries()) expect(failed.cells[at]).toBeCloseTo(share, 12);
  });

  test('speak against blindness; a thousand of them still leave a belief', () => {
    const half = { ...look, blind: 0.5 };
    expect(searchedCells(1, [], [half])[0]!.efforts.get('dog')!.blindNow).toBeLessThan(0.5);
    const many = searchedCells(
      2,
      [],
      Array.from({ length: 1_000 }, () => half),
    );
    const { cells, elsewhere } = beliefAfter(beliefOf([0.1, 0.2], 0.7), many);
    expect(cells[0]! + cells[1]! + elsewhere).toBeCloseTo(1, 12);
    expect(cells[0]!).toBeGreaterThan(0.999);
  });

  test('of a look that took no time at all say what their rates say', () => {
    const [seen] = searchedCells(1, [], [{ ...look, effort: 0 }]);
    expect(Math.exp(seen!.evidence)).toBeCloseTo(1 + 1 / 0.1, 9);
  });
});
