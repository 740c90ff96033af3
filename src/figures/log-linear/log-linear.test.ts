import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaoLowerBound } from './chao.ts';
import { createFitter } from './fit.ts';
import { fitWithColumns } from './heterogeneity.ts';
import { logNormalInterval, profileInterval, standardError } from './interval.ts';
import { hierarchicalModels, independence, modelName, pairsOf, pairwiseModels } from './model.ts';
import { averaged, fitModels, judged, weightsBy } from './selection.ts';

/** Killings in Kosovo, March–June 1999, on four lists (Ball and others 2002), by pattern. */
const KOSOVO = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27];
/** Deaths in Gaza on three lists (Jamaluddine and others 2025). */
const GAZA = [0, 19048, 5104, 1929, 1469, 1173, 351, 197];
/** Chan, Silverman and Vincent 2021, table 2: C overlaps with neither A nor B. */
const ARTIFICIAL = [0, 40, 30, 6, 20, 0, 0, 0];

const best = (lists: number, counts: readonly number[], name: string) =>
  fitModels(lists, counts, hierarchicalModels(lists)).fitted.find((fit) => modelName(fit.terms) === name)!;

describe('hierarchical models', () => {
  test('are as many as there are', () => {
    expect(hierarchicalModels(3)).toHaveLength(8);
    expect(hierarchicalModels(4)).toHaveLength(113);
    expect(hierarchicalModels(5)).toHaveLength(6893);
    expect(pairwiseModels(5)).toHaveLength(1024);
  });
  test('are named by their largest terms', () => {
    expect(modelName([0, 1, 2, 4, 0b011, 0b101])).toBe('[12,13]');
    expect(modelName(independence(4))).toBe('independence');
  });
});

describe('Kosovo, all 113 models', () => {
  const { fitted, without } = fitModels(4, KOSOVO, hierarchicalModels(4));
  test('the best by BIC is [123,14,34] with 10,356.5', () => {
    const [first] = fitted;
    expect(without).toEqual([]);
    expect(modelName(first!.terms)).toBe('[123,14,34]');
    expect(first!.estimate).toBeCloseTo(10356.5, 1);
    expect(standardError(first!)).toBeCloseTo(785.9, 1);
    expect(first!.bic).toBeCloseTo(203.03, 3);
    expect(first!.freedom).toBe(4);
  });
  test('its profile interval is 8,994.3 to 12,110.4', () => {
    const { estimate, low, high } = profileInterval(4, KOSOVO, fitted[0]!, 0.95);
    expect(estimate).toBeCloseTo(10334.5, 1);
    expect(low).toBeCloseTo(8994.3, 1);
    expect(high).toBeCloseTo(12110.4, 1);
  });
  test('the best by AIC says 12,741', () => {
    const least = fitted.reduce((a, b) => (b.aic < a.aic ? b : a));
    expect(modelName(least.terms)).toBe('[123,134]');
    expect(least.estimate).toBeCloseTo(12741, 1);
  });
});

describe('Gaza, seven cells', () => {
  test('all but the last interaction: 64,696 (58,327 to 72,461)', () => {
    const fit = best(3, GAZA, '[12,13,23]');
    expect(fit.estimate).toBeCloseTo(64696.1, 1);
    const { low, high } = logNormalInterval(29271, fit, 0.95);
    expect(low).toBeCloseTo(58327, -0.5);
    expect(high).toBeCloseTo(72461, -0.5);
  });
  test('averaged over eight models by AIC: 64,740.8', () => {
    const { fitted } = fitModels(3, GAZA, hierarchicalModels(3));
    expect(29271 + averaged(fitted, weightsBy(fitted, 'aic')).unseen).toBeCloseTo(64740.8, 1);
  });
  test('Chao’s bound lies above every model: it is none where lists depend on each other', () =>
    expect(chaoLowerBound([25621, 3453, 197], 0.95)!.simple).toBeCloseTo(124323.9, 1));
});

test('no estimate exists for exactly three models of the table with two empty overlaps', () => {
  const fitter = createFitter(3, ARTIFICIAL);
  const by = (wanted: string): string[] =>
    pairwiseModels(3)
      .filter((terms) => fitter.existence(terms) === wanted)
      .map(modelName);
  expect(by('infinite')).toEqual(['[12]', '[12,13]', '[12,23]']);
  expect(by('not-identified')).toEqual(['[12,13,23]']);
  expect(fitter.fit(pairwiseModels(3)[1]!)).toBeUndefined();
});

describe('whatever the table', () => {
  const table = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 15, maxLength: 15 });
  const pairs = fc.subarray(pairsOf(4));

  test('a fitted model has the overlaps of the table', () => {
    fc.assert(
      fc.property(table, pairs, (cells, chosen) => {
        const fitter = createFitter(4, [0, ...cells]);
        const terms = [...independence(4), ...chosen];
        if (!fitter.fit(terms)) return;
        for (const term of terms)
          expect(Math.abs(fitter.fittedOverlap(term) - fitter.overlap(term))).toBeLessThan(1e-3);
      }),
    );
  });

  test('it agrees with a regression that knows nothing of lattices', () => {
    fc.assert(
      fc.property(table, pairs, (cells, chosen) => {
        const counts = [0, ...cells.map((count) => count + 1)];
        const terms = [...independence(4), ...chosen];
        const own = createFitter(4, counts).fit(terms)!;
        const other = fitWithColumns(4, Float64Array.from(counts), terms, [])!;
        expect(Math.abs(Math.log(own.unseen / other.unseen))).toBeLessThan(1e-4);
        expect(Math.abs(own.deviance - other.deviance)).toBeLessThan(1e-4);
        expect(Math.abs(own.logVariance / other.logVariance - 1)).toBeLessThan(1e-3);
      }),
    );
  });

  test('the order of the lists changes nothing', () => {
    const turned = (pattern: number): number => ((pattern << 1) & 0b1111) | (pattern >> 3);
    fc.assert(
      fc.property(table, pairs, (cells, chosen) => {
        const counts = [0, ...cells];
        const other = counts.map(() => 0);
        counts.forEach((count, pattern) => {
          other[turned(pattern)] = count;
        });
        const terms = [...independence(4), ...chosen];
        const a = createFitter(4, counts).fit(terms);
        const b = createFitter(4, other).fit(terms.map(turned));
        expect(a === undefined).toBe(b === undefined);
        if (a && b) {
          expect(Math.abs(Math.log((a.unseen + 1) / (b.unseen + 1)))).toBeLessThan(1e-4);
          expect(Math.abs(a.deviance - b.deviance)).toBeLessThan(1e-4);
        }
      }),
    );
  });

  test('ten times the people are ten times the unseen, known √10 times as well', () => {
    fc.assert(
      fc.property(table, pairs, (cells, chosen) => {
        const terms = [...independence(4), ...chosen];
        const one = createFitter(4, [0, ...cells]).fit(terms);
        const ten = createFitter(4, [0, ...cells.map((count) => 10 * count)]).fit(terms);
        if (!one || !ten || one.unseen < 1e-3) return;
        expect(Math.abs(ten.unseen / one.unseen / 10 - 1)).toBeLessThan(1e-4);
        expect(Math.abs((ten.logVariance * 10) / one.logVariance - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});

test('a further pair never fits worse', () => {
  const fitter = createFitter(4, KOSOVO);
  const smaller = fitter.fit(independence(4))!;
  for (const pair of pairsOf(4))
    expect(fitter.fit([...independence(4), pair])!.deviance).toBeLessThanOrEqual(smaller.deviance + 1e-9);
  expect(judged(smaller, 4400, 15).parameters).toBe(5);
});
