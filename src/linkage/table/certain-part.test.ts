import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVEN_ODDS } from '../clustering.ts';
import { NOTHING, type PairScore, type PartWeights } from '../score.ts';
import { createCertainty, EDGE_WORDS, leastByWeighing } from './certain-part.ts';
import { createPartClusterer } from './part-clustering.ts';
import { ROW_WORDS } from './row-layout.ts';

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
