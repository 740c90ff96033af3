import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVEN_ODDS } from '../clustering.ts';
import { NOTHING, type PairScore, type PartWeights } from '../score.ts';
import { createCertainty, EDGE_WORDS, leastByWeighing } from './certain-part.ts';
import { createPartClusterer } from './part-clustering.ts';
import { ROW_WORDS } from './row-layout.ts';
import { TABLE_PARTS } from './table-parts.ts';
import { createTableScorer, LEVELS, RARE_PARTS } from './table-weights.ts';

const PARTS = 3;
const NO_ROWS = new Int32Array(0);
/** What two rows say in three parts; kin take nothing away. */
const said = fc.tuple(
  ...Array.from({ length: PARTS }, () => fc.option(fc.integer({ min: -4000, max: 9000 }), { nil: NOTHING })),
);

const combine = (weights: PartWeights): PairScore => {
  const own = weights.subarray(0, PARTS).filter((weight) => weight !== NOTHING);
  const weight = weights[3 * PARTS]! + own.reduce((sum, part) => sum + part, 0);
  return { weight, ownEvidence: weight, apartFromKin: weight, kinship: 0, worst: Math.min(0, ...own) };
};

test('a part that is called certain is what clustering makes one person', () => {
  let certain = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 5 }),
      fc.array(said, { minLength: 10, maxLength: 10 }),
      (rows, pairs) => {
        const weigh = (a: number, b: number, into: PartWeights): void => {
          const own = pairs[Math.min(a, b) + (Math.max(a, b) * (Math.max(a, b) - 1)) / 2]!;
          into.fill(NOTHING);
          into.set(own);
          into[3 * PARTS] = 1500;
        };
        const weigher = { parts: PARTS, combine, weigh };
        const weights = new Int32Array(3 * PARTS + 1);
        const laid: number[] = [];
        for (let b = 1; b < rows; b++)
          for (let a = 0; a < b; a++) {
            weigh(a, b, weights);
            laid.push(a, b, combine(weights).weight, 0);
          }
        const least = leastByWeighing({
          ...weigher,
          weigh: (_, __, a, b, into) => weigh(a / ROW_WORDS, b / ROW_WORDS, into),
        });
        const { certainRows } = createCertainty(NO_ROWS, Int32Array.from(laid), { least }, EVEN_ODDS);
        if (certainRows(0, laid.length) === 0) return;
        certain++;
        const part = createPartClusterer(weigher, EVEN_ODDS);
        part.begin(rows, () => -1);
        for (let at = 0; at < laid.length; at += EDGE_WORDS)
          part.addEdge(laid[at]!, laid[at + 1]!, laid[at + 2]!);
        expect(new Set(part.solve().subarray(0, rows)).size).toBe(1);
      },
    ),
    { numRuns: 2000 },
  );
  expect(certain).toBeGreaterThan(20);
});

test('a part that lacks an edge, or has one twice, is not called certain', () => {
  const least = () => ({ weight: 9000, ownEvidence: 9000, apartFromKin: 9000, kinship: 0, worst: 0 });
  const certainRows = (...pairs: readonly (readonly [number, number])[]): number => {
    const laid = Int32Array.from(pairs.flatMap((pair) => [...pair, 9000, 0]));
    return createCertainty(NO_ROWS, laid, { least }, EVEN_ODDS).certainRows(0, laid.length);
  };
  expect(certainRows([1, 4], [4, 7], [1, 7])).toBe(3);
  expect(certainRows([1, 4], [4, 7])).toBe(0);
  expect(certainRows([1, 4], [4, 7], [1, 4])).toBe(0);
  expect(certainRows([1, 4], [4, 7], [7, 9])).toBe(0);
});

test('the least of some pairs is the same from patterns and part by part', () => {
  const milliBits = fc.integer({ min: -6000, max: 9000 });
  const table = fc.array(milliBits, {
    minLength: TABLE_PARTS.length,
    maxLength: TABLE_PARTS.length * LEVELS,
  });
  const pattern = fc
    .tuple(...TABLE_PARTS.map(({ levels }) => fc.integer({ min: 0, max: levels.length })))
    .map((levels) => levels.reduce((all, level, part) => all | (level << TABLE_PARTS[part]!.shift), 0));
  fc.assert(
    fc.property(
      fc.tuple(table, table, table),
      fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: RARE_PARTS, maxLength: RARE_PARTS }),
      fc.array(pattern, { minLength: 1, maxLength: 6 }),
      (tables, rare, patterns) => {
        // What a pair does not say weighs nothing.
        const [person, brothers, cousins] = tables.map((own) =>
          Int32Array.from({ length: TABLE_PARTS.length * LEVELS }, (_, at) =>
            at % LEVELS === 0 ? 0 : own[at % own.length]!,
          ),
        );
        const scorer = createTableScorer({
          person: person!,
          brothers: brothers!,
          cousins: cousins!,
          rarity: Int32Array.from(rare),
          names: 1,
          prior: [-9000, -12_000],
          household: -7000,
          clan: -6000,
        });
        const rows = new Int32Array(2 * ROW_WORDS);
        const laid = Int32Array.from(patterns.flatMap((own) => [0, 1, 0, own]));
        const byWeighing = leastByWeighing(scorer)(laid, 0, laid.length, rows);
        expect(scorer.least(laid, 0, laid.length, rows)).toEqual(byWeighing);
      },
    ),
  );
});
