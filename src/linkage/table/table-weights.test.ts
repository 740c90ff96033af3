import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES, EVEN_ODDS, isEnough } from '../clustering.ts';
import { newPartWeights } from '../score.ts';
import { leastByWeighing } from './certain-part.ts';
import { ROW_WORDS } from './row-layout.ts';
import { SAME_LIST_SHIFT, TABLE_PARTS } from './table-parts.ts';
import { createTableScorer, LEVELS, RARE_PARTS, type TableWeights } from './table-weights.ts';

const milliBits = fc.integer({ min: -6000, max: 9000 });
/** What a pair does not say weighs nothing. */
const table = fc
  .array(milliBits, { minLength: TABLE_PARTS.length * LEVELS, maxLength: TABLE_PARTS.length * LEVELS })
  .map((own) => Int32Array.from(own, (weight, at) => (at % LEVELS === 0 ? 0 : weight)));
/** Of a table that knows two names and two places. */
const weights: fc.Arbitrary<TableWeights> = fc.record({
  person: table,
  brothers: table,
  cousins: table,
  rarity: fc
    .array(fc.integer({ min: 0, max: 9000 }), { minLength: RARE_PARTS * 2, maxLength: RARE_PARTS * 2 })
    .map((rare) => Int32Array.from(rare)),
  names: fc.constant(2),
  prior: fc.tuple(milliBits, milliBits),
  household: milliBits,
  clan: milliBits,
});
const pattern = fc
  .tuple(fc.nat(1), ...TABLE_PARTS.map(({ levels }) => fc.nat(levels.length)))
  .map(([sameList, ...levels]) =>
    levels.reduce(
      (all, level, part) => all | (level << TABLE_PARTS[part]!.shift),
      sameList << SAME_LIST_SHIFT,
    ),
  );
const rows = fc
  .array(fc.nat(1), { minLength: 2 * ROW_WORDS, maxLength: 2 * ROW_WORDS })
  .map((codes) => Int32Array.from(codes));

describe('what two rows weigh', () => {
  test('is the same summed up from the pattern and part by part, and so is whether it is enough', () => {
    fc.assert(
      fc.property(weights, rows, fc.array(pattern, { maxLength: 5 }), (own, both, patterns) => {
        const scorer = createTableScorer(own);
        const parts = newPartWeights(scorer.parts);
        for (const each of [...patterns, ...patterns]) {
          scorer.weigh(each, both, 0, ROW_WORDS, parts);
          const score = scorer.combine(parts);
          expect(scorer.weight(each, both, 0, ROW_WORDS)).toBe(score.weight);
          for (const rules of [DEFAULT_RULES, EVEN_ODDS])
            expect(scorer.isEnough(each, both, 0, ROW_WORDS, rules)).toBe(isEnough(score, rules));
        }
      }),
    );
  });

  test('loses to kin what the sum of their odds takes, to a thousandth of a bit', () => {
    fc.assert(
      fc.property(weights, rows, pattern, (own, both, each) => {
        const scorer = createTableScorer(own);
        const parts = newPartWeights(scorer.parts);
        scorer.weigh(each, both, 0, ROW_WORDS, parts);
        const sumOf = (kind: number): number =>
          parts
            .subarray(kind * scorer.parts, (kind + 1) * scorer.parts)
            .filter((_, at) => ((each >>> TABLE_PARTS[at]!.shift) & ((1 << TABLE_PARTS[at]!.bits) - 1)) > 0)
            .reduce((sum, weight) => sum + weight, 0);
        const odds = 1 + 2 ** ((own.household + sumOf(1)) / 1000) + 2 ** ((own.clan + sumOf(2)) / 1000);
        expect(Math.abs(scorer.combine(parts).kinship + 1000 * Math.log2(odds))).toBeLessThan(1);
      }),
    );
  });

  test('at the least, of several pairs, is the same from patterns and part by part', () => {
    fc.assert(
      fc.property(weights, rows, fc.array(pattern, { minLength: 1, maxLength: 6 }), (own, both, patterns) => {
        const scorer = createTableScorer(own);
        const laid = Int32Array.from(patterns.flatMap((each) => [0, 1, 0, each]));
        const byWeighing = leastByWeighing(scorer)(laid, 0, laid.length, both);
        expect(scorer.least(laid, 0, laid.length, both)).toEqual(byWeighing);
      }),
    );
  });
});
