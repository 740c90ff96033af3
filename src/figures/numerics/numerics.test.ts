import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasFallingDirection } from './linear-program.ts';
import { logGamma } from './log-gamma.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { poissonRegression } from './poisson-regression.ts';
import { chiSquareAtLeast, poissonAtLeast, poissonAtMost } from './tails.ts';

const near = (value: number, expected: number, relative = 1e-12): void =>
  expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

describe('log Γ', () => {
  test('is that of the factorials', () => {
    near(Math.exp(logGamma(11)), 3628800);
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  });
  test('rises by log x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (x) => {
        const rise = logGamma(x + 1) - logGamma(x);
        expect(Math.abs(rise - Math.log(x))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('the normal distribution', () => {
  test('has its tables', () => {
    near(normalQuantile(0.975), 1.959963984540054);
    near(normalQuantile(1e-10), -6.361340902404056, 1e-9);
    near(normalProbability(-8), 6.220960574271785e-16, 1e-9);
    expect(Math.abs(normalQuantile(0.5))).toBe(0);
  });
  test('a quantile is the inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalProbability(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });
  test('of no number is no number', () => expect(normalProbability(Number.NaN)).toBeNaN());
});

describe('tails', () => {
  test('keep their digits where they are tiny: selection ranks by them', () => {
    near(poissonAtMost(2, 110), Math.exp(-110) * (1 + 110 + (110 * 110) / 2), 1e-10);
    near(poissonAtLeast(1, 1e-9), 1e-9, 1e-8);
  });
  test('of a Poisson variable add up to one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        (k, mean) => {
          expect(Math.abs(poissonAtMost(k, mean) + poissonAtLeast(k + 1, mean) - 1)).toBeLessThan(1e-10);
        },
      ),
    );
  });
  test('of chi-square have their tables', () => near(chiSquareAtLeast(3.841458820694124, 1), 0.05));
});

describe('a falling direction', () => {
  test('is found where there is one', () => {
    expect(
      hasFallingDirection(
        [
          [1, 0],
          [0, 1],
        ],
        2,
      ),
    ).toBe(true);
    expect(hasFallingDirection([[1], [-1]], 1)).toBe(false);
    expect(
      hasFallingDirection(
        [
          [1, 1],
          [-1, -1],
        ],
        2,
      ),
    ).toBe(false);
    expect(
      hasFallingDirection(
        [
          [1, 1],
          [-1, 0],
          [0, -1],
        ],
        2,
      ),
    ).toBe(false);
    expect(
      hasFallingDirection(
        [
          [1, 1],
          [-1, 0],
          [0, -1],
          [-1, -1],
        ],
        2,
      ),
    ).toBe(false);
    expect(
      hasFallingDirection(
        [
          [1, -1, 0],
          [0, 1, -1],
        ],
        3,
      ),
    ).toBe(true);
  });

  test('is a direction that random search finds too', () => {
    const row = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const falls = (z: readonly number[]): boolean => {
          const values = rows.map((each) => each[0]! * z[0]! + each[1]! * z[1]!);
          return values.every((value) => value <= 1e-9) && values.some((value) => value < -1e-9);
        };
        const around = Array.from({ length: 720 }, (_, at) => (at * Math.PI) / 360);
        const corners = around.some((angle) => falls([Math.cos(angle), Math.sin(angle)]));
        expect(hasFallingDirection(rows, 2)).toBe(corners);
      }),
    );
  });
});

test('Poisson regression of counts without columns is their mean', () => {
  const fit = poissonRegression([3, 5, 10], [])!;
  near(Math.exp(fit.coefficients[0]!), 6, 1e-9);
  near(fit.levelVariance, 1 / 18, 1e-6);
});
