import { describe, expect, test } from 'vitest';
import { logGamma } from '../numerics/log-gamma.ts';
import { averageOverGraphs } from './average.ts';
import { decomposableGraphs } from './graphs.ts';

describe('decomposable graphs', () => {
  test.each([
    [2, 2],
    [3, 8],
    [4, 61],
    [5, 822],
    [6, 18154],
  ])('of %i lists are %i', (lists, count) => expect(decomposableGraphs(lists)).toHaveLength(count));

  test('a chain of three factors over two cliques and what they share', () => {
    const chain = decomposableGraphs(3).find(({ edges }) => edges.join() === '3,6')!;
    const factors = new Map(chain.sets.map((set, at) => [set, chain.powers[at]]));
    expect(factors).toEqual(
      new Map([
        [0b011, 1],
        [0b110, 1],
        [0b010, -1],
      ]),
    );
  });

  test('a ring of four is not one', () =>
    expect(decomposableGraphs(4).some(({ edges }) => edges.join() === '3,9,6,12')).toBe(false));
});

describe('Spina bifida in New York State (Madigan and York 1997)', () => {
  const counts = Float64Array.of(0, 60, 49, 4, 247, 112, 142, 12);
  const logPrior = (all: number): number =>
    logGamma(all + 13.14) - logGamma(all + 1) + all * Math.log(55.17 / 56.17);
  const average = averageOverGraphs(3, counts, decomposableGraphs(3), {
    delta: 1,
    from: 1,
    to: 300,
    step: 1,
    logPrior,
  });

  test('as published: best graph .37, median 731, mode 728', () => {
    expect(average.graphs[0]!.probability).toBeCloseTo(0.374, 3);
    expect(average.median).toBe(731);
    expect(average.mode).toBe(728);
    expect([average.quantile(0.025), average.quantile(0.975)]).toEqual([682, 797]);
    expect(average.mean).toBeCloseTo(733.5, 1);
  });

  test('the best graph alone has its mode at 729', () => {
    const alone = averageOverGraphs(3, counts, [average.graphs[0]!.graph], {
      delta: 1,
      from: 1,
      to: 300,
      step: 1,
      logPrior,
    });
    expect(alone.mode).toBe(729);
  });

  test('the order of the lists changes nothing', () => {
    const turned = counts.map((_, pattern) => counts[((pattern << 1) & 0b111) | (pattern >> 2)]!);
    const other = averageOverGraphs(3, turned, decomposableGraphs(3), {
      delta: 1,
      from: 1,
      to: 300,
      step: 1,
      logPrior,
    });
    expect(other.median).toBe(average.median);
    expect(other.mean).toBeCloseTo(average.mean, 6);
  });

  test('probabilities sum to one', () => {
    expect(average.posterior.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(average.graphs.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  });
});

describe('Kosovo', () => {
  const counts = Float64Array.of(0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27);
  const under = (delta: number) =>
    averageOverGraphs(4, counts, decomposableGraphs(4), { delta, from: 0, to: 22_000, step: 1 });

  test('12,595 (9,827 to 16,544), mode 12,267', () => {
    const average = under(1 / 16);
    expect([average.median, average.quantile(0.025), average.quantile(0.975), average.mode]).toEqual([
      12_595, 9_827, 16_544, 12_267,
    ]);
  });

  test('the prior count decides much, so it is shown: with 1 the median is 4,616', () =>
    expect(under(1).median).toBe(4_616));
});
