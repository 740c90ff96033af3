import { describe, expect, test } from 'vitest';
import { parsePlanQuestion, planSearch } from './plan.ts';

const question = (over: object = {}): string =>
  JSON.stringify({
    cells: [
      { id: 'north', probability: 0.2, effectiveness: { dog: 0.8, radar: 0.3 } },
      { id: 'south', probability: 0.3, effectiveness: { radar: 0.3 } },
    ],
    resources: [
      { id: 'dog', effort: 4 },
      { id: 'radar', effort: 6 },
    ],
    elsewhere: 0.5,
    ...over,
  });

test('dogs go where only dogs are good, radar to the rest; elsewhere rises', () => {
  const answer = planSearch(parsePlanQuestion(question()));
  expect(answer.allocation.find(({ resource }) => resource === 'dog')?.cell).toBe('north');
  expect(answer.elsewhere).toBeGreaterThan(0.5);
  const total = answer.posterior.reduce((sum, { probability }) => sum + probability, answer.elsewhere);
  expect(Math.abs(total - 1)).toBeLessThan(1e-12);
  expect(answer.total).toBe(1);
});

test('without elsewhere, it is what the cells leave of 1', () => {
  const { elsewhere } = planSearch(parsePlanQuestion(question({ elsewhere: undefined })));
  expect(elsewhere).toBeCloseTo(planSearch(parsePlanQuestion(question())).elsewhere, 12);
});

test('probabilities that add up to more are weights, told in their own units', () => {
  const cells = [
    { id: 'a', probability: 8, effectiveness: { team: 1 } },
    { id: 'b', probability: 4, effectiveness: { team: 4 } },
  ];
  const asked = question({ cells, resources: [{ id: 'team', effort: 0.05 }], elsewhere: undefined });
  const answer = planSearch(parsePlanQuestion(asked));
  expect(answer.total).toBe(12);
  expect(answer.success).toBeCloseTo(4 * -Math.expm1(-0.2), 9);
});

test('nothing that can find leaves everything as it was, effort unspent', () => {
  const cells = [{ id: 'a', probability: 0.5, effectiveness: {} }];
  const answer = planSearch(parsePlanQuestion(question({ cells })));
  expect(answer.allocation).toEqual([]);
  expect(answer.success).toBe(0);
  expect(answer.posterior[0]!.probability).toBe(0.5);
});

describe('what cannot be planned is named', () => {
  test.each([
    ['{', 'plan.not-json'],
    ['[]', 'plan.unreadable'],
    [question({ cells: [] }), 'plan.unreadable'],
    [question({ resources: [{ id: 'dog', effort: -1 }] }), 'plan.effort-negative'],
    [question({ resources: [{ id: 'dog', effort: 1 }] }), 'plan.resource-unknown'],
    [question({ cells: [{ id: 'a', probability: -0.1, effectiveness: {} }] }), 'plan.unreadable'],
    [
      question({ cells: [{ id: 'a', probability: 1, effectiveness: { dog: 1 }, blind: { dog: 1 } }] }),
      'plan.unreadable',
    ],
    [
      question({
        cells: [
          { id: 'a', probability: 0.1, effectiveness: {} },
          { id: 'a', probability: 0.1, effectiveness: {} },
        ],
      }),
      'plan.id-twice',
    ],
  ])('%s', (text, code) => {
    expect(() => parsePlanQuestion(text)).toThrow(code);
  });
});
