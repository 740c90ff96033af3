import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateOne } from './one-resource.ts';
import { allocateSeveral } from './several-resources.ts';

const published = new URL('../../../../shared/data/search/soral_cases.json', import.meta.url);

interface Case {
  readonly p: number[];
  readonly w: number[][];
  readonly T: number[];
  readonly t: number[][];
  readonly pos: number;
}

describe.skipIf(!existsSync(published))('the published cases of SORAL and Washburn', () => {
  const cases = existsSync(published) ? (JSON.parse(readFileSync(published, 'utf8')) as Case[]) : [];
  test.each(cases.map((each, at) => [at, each] as const))('case %i', (_, { p, w, T, t, pos }) => {
    const rates = Float64Array.from(w.flat());
    const { efforts } = allocateSeveral({ shares: p, rates, efforts: T });
    let success = 0;
    for (const [cell, share] of p.entries()) {
      let seen = 0;
      for (let kind = 0; kind < T.length; kind++)
        seen += rates[cell * T.length + kind]! * efforts[cell * T.length + kind]!;
      success += share * -Math.expm1(-seen);
    }
    // The cases print six or seven digits.
    expect(Math.abs(success - pos) / Math.max(1, pos)).toBeLessThan(1e-6);
    for (const [at, effort] of t.flat().entries()) expect(Math.abs(effort - efforts[at]!)).toBeLessThan(6e-6);
    if (T.length > 1) return;
    const one = allocateOne({ shares: p, rates, effort: T[0]! });
    for (const [at, effort] of one.efforts.entries())
      expect(Math.abs(effort - efforts[at]!)).toBeLessThan(1e-9);
  });
});

test('four areas of a lost hiker: the optimal plan leaves all with the same chance for their size (Russo)', () => {
  const areas = [28, 30, 14, 12];
  const shares = [0.1935, 0.2581, 0.2903, 0.2581];
  const rates = areas.map((area) => 1 / area);
  const { efforts } = allocateOne({ shares, rates, effort: 40 });
  const expected = [1.4734, 8.151, 16.1197, 14.2559];
  for (const [at, effort] of expected.entries()) expect(efforts[at]).toBeCloseTo(effort, 4);
  const left = shares.map((share, at) => share * Math.exp(-rates[at]! * efforts[at]!));
  const total = left.reduce((sum, one) => sum + one, 0);
  for (const [at, share] of [1 / 3, 0.357143, 1 / 6, 1 / 7].entries())
    expect(left[at]! / total).toBeCloseTo(share, 6);
});

const chance = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true }));

const cells = fc.array(
  fc.record({
    share: chance,
    rate: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 10, noNaN: true })),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('any plan of one resource', () => {
  test('spends all there is where it can find, gives equal margins, and none where the margin is lower', () => {
    fc.assert(
      fc.property(cells, fc.double({ min: 0.001, max: 50, noNaN: true }), (given, effort) => {
        const shares = given.map(({ share }) => share);
        const rates = given.map(({ rate }) => rate);
        const { efforts, marginal } = allocateOne({ shares, rates, effort });
        const able = given.some(({ share, rate }) => share * rate > 0);
        const spent = efforts.reduce((sum, one) => sum + one, 0);
        expect(Math.abs(spent - (able ? effort : 0))).toBeLessThan(1e-9 * Math.max(1, effort));
        for (const [at, one] of efforts.entries()) {
          const margin = shares[at]! * rates[at]! * Math.exp(-rates[at]! * one);
          if (one > 0) expect(Math.abs(margin - marginal)).toBeLessThanOrEqual(1e-7 * marginal);
          else expect(margin).toBeLessThanOrEqual(marginal * (1 + 1e-7));
        }
      }),
    );
  });
});

const several = fc.integer({ min: 1, max: 4 }).chain((kinds) =>
  fc.record({
    kinds: fc.constant(kinds),
    efforts: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 20, noNaN: true })), {
      minLength: kinds,
      maxLength: kinds,
    }),
    cells: fc.array(
      fc.record({
        share: chance,
        rates: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })), {
          minLength: kinds,
          maxLength: kinds,
        }),
        blind: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.9, noNaN: true })), {
          minLength: kinds,
          maxLength: kinds,
        }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  }),
);

describe('any plan of several resources', () => {
  test('spends no more than there is, gives equal margins, and none where the margin is lower', () => {
    fc.assert(
      fc.property(several, ({ kinds, efforts: have, cells: given }) => {
        const shares = given.map(({ share }) => share);
        const rates = Float64Array.from(given.flatMap((cell) => cell.rates));
        const blind = Float64Array.from(given.flatMap((cell) => cell.blind));
        const { efforts, marginals } = allocateSeveral({ shares, rates, blind, efforts: have });
        const total = shares.reduce((sum, one) => sum + one, 0);
        for (let kind = 0; kind < kinds; kind++) {
          let spent = 0;
          for (let cell = 0; cell < given.length; cell++) spent += efforts[cell * kinds + kind]!;
          expect(spent).toBeLessThanOrEqual(have[kind]! * (1 + 1e-9) + 1e-12);
          if (have[kind] === 0) continue;
          for (let cell = 0; cell < given.length; cell++) {
            let missed = shares[cell]!;
            for (let other = 0; other < kinds; other++) {
              const at = cell * kinds + other;
              missed *= blind[at]! + (1 - blind[at]!) * Math.exp(-rates[at]! * efforts[at]!);
            }
            const at = cell * kinds + kind;
            const found = (1 - blind[at]!) * Math.exp(-rates[at]! * efforts[at]!);
            const margin = (missed * rates[at]! * found) / (blind[at]! + found);
            // In units of all that could be found with all of this resource.
            const scaled = ((margin - marginals[kind]!) * have[kind]!) / (total || 1);
            if (efforts[at]! > 1e-6 * have[kind]!) expect(Math.abs(scaled)).toBeLessThan(1e-6);
            else expect(scaled).toBeLessThan(1e-6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
