import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVEN_ODDS } from '../clustering.ts';
import { NOTHING, type PairScore, type PartWeights } from '../score.ts';
import { createCertainty } from './certain-part.ts';
import { createPartClusterer } from './part-clustering.ts';

const PARTS = 3;
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
        if (!createCertainty(weigher, EVEN_ODDS)(rows)) return;
        certain++;
        const part = createPartClusterer(weigher, EVEN_ODDS);
        part.begin(rows, () => -1);
        const weights = new Int32Array(3 * PARTS + 1);
        for (let b = 1; b < rows; b++)
          for (let a = 0; a < b; a++) {
            weigh(a, b, weights);
            part.addEdge(a, b, combine(weights).weight);
          }
        expect(new Set(part.solve().subarray(0, rows)).size).toBe(1);
      },
    ),
    { numRuns: 2000 },
  );
  expect(certain).toBeGreaterThan(20);
});
