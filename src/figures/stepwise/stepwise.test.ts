import { describe, expect, test } from 'vitest';
import { createFitter } from '../log-linear/fit.ts';
import { profileInterval } from '../log-linear/interval.ts';
import { modelName } from '../log-linear/model.ts';
import { seededRandom } from '../random.ts';
import { aicStepwiseFit } from './aic-stepwise.ts';
import { quantileOf, sampledBy, stepwiseBootstrap } from './bootstrap.ts';
import { stepwisePart } from './panel-part.ts';
import { stepwiseFit } from './stepwise.ts';

/** Killings in Kosovo on four lists (Ball and others 2002). */
const KOSOVO = Float64Array.of(0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27);

describe('stepwise selection', () => {
  test('chooses for Kosovo all pairs but one: 14,341.7', () => {
    const fit = stepwiseFit(4, createFitter(4, KOSOVO))!;
    expect(modelName(fit.terms)).toBe('[12,13,14,23,34]');
    expect(4400 + fit.unseen).toBeCloseTo(14341.7, 1);
  });

  test('by AIC comes to the same, 12.5 to 16.5 thousand', () => {
    const fit = aicStepwiseFit(4, createFitter(4, KOSOVO), 0.05)!;
    const { low, estimate, high } = profileInterval(4, KOSOVO, fit, 0.95);
    expect([low, estimate, high].map((value) => (value / 1000).toFixed(1))).toEqual(['12.5', '14.3', '16.5']);
  });

  test('adds nothing where lists are independent', () => {
    const counts = Float64Array.of(0, 400, 400, 100, 400, 100, 100, 25);
    expect(modelName(stepwiseFit(3, createFitter(3, counts))!.terms)).toBe('independence');
  });
});

describe('its bootstrap', () => {
  const run = (seed: number) =>
    stepwiseBootstrap(4, KOSOVO, { samples: 1000, level: 0.95, sample: sampledBy(seededRandom(seed)) });

  test('gives 12,484 to 16,623 within five in a hundred', async () => {
    const { low, high } = (await run(1))!;
    expect(Math.abs(low / 12_484 - 1)).toBeLessThan(0.05);
    expect(Math.abs(high / 16_623 - 1)).toBeLessThan(0.05);
  });

  test('gives the same digits for the same seed, others for another', async () => {
    const [a, b, other] = [await run(7), await run(7), await run(8)];
    expect(b).toEqual(a);
    expect(other!.low).not.toBe(a!.low);
  });
});

test('says when an end of the interval rests on a few samples', async () => {
  const sparse = Float64Array.of(0, 70, 60, 3, 45, 2, 3, 0);
  const cautionsOf = async (counts: Float64Array, lists: number, bootstraps: number) => {
    const [estimate] = await stepwisePart.estimate(
      { lists: Array.from({ length: lists }, (_, at) => `list ${at}`), counts },
      { level: 0.95, bootstraps, random: () => seededRandom(1), pause: async () => {} },
      new Set(['stepwise']),
    );
    return (estimate!.cautions ?? []).map(({ code }) => code);
  };
  expect(await cautionsOf(sparse, 3, 1000)).toContain('bound-on-few-samples');
  expect(await cautionsOf(KOSOVO, 4, 1000)).toEqual([]);
});

test('quantiles are median-unbiased', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(quantileOf(values, 0.5)).toBe(5);
  expect(quantileOf(values, 0.25)).toBeCloseTo(2.6667, 4);
  expect(quantileOf([1, Infinity], 0.9)).toBe(Infinity);
});
