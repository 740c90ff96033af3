import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pooledCounts, totalOf } from '../capture-table.ts';
import { createFitter } from '../log-linear/fit.ts';
import { panel } from '../panel.ts';
import { parseCaptureTable } from '../parse-capture-table.ts';
import { seededRandom } from '../random.ts';
import { drawLinkages } from './draw-linkages.ts';
import { type LinkedRecords, overlapTable } from './linked-records.ts';
import { restoredMatches, withMissedMatches } from './missed-matches.ts';
import { overLinkages } from './over-linkages.ts';
import { linkageAt } from './threshold-linkage.ts';

const data = join(import.meta.dirname, '../../../../shared/data/estimation');
const read = (file: string) => parseCaptureTable(readFileSync(join(data, file), 'utf8'), file);

const records: fc.Arbitrary<LinkedRecords> = fc.integer({ min: 2, max: 24 }).chain((count) => {
  const pair = fc
    .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.double({ min: 0.02, max: 1, noNaN: true }))
    .filter(([a, b]) => a !== b);
  return fc
    .tuple(
      fc.array(fc.nat(2), { minLength: count, maxLength: count }),
      fc.array(pair, { maxLength: 40 }),
      fc.array(pair, { maxLength: 3 }),
      fc.array(pair, { maxLength: 3 }),
    )
    .map(([listOf, pairs, same, different]) => {
      // decisions that contradict each other are settled before they come here
      const lead = linkageAt(
        { lists: ['A', 'B', 'C'], listOf, pairs: [], same: same.map(([a, b]) => [a, b] as const) },
        1,
      );
      return {
        lists: ['A', 'B', 'C'],
        listOf,
        pairs: pairs.map(([a, b, probability]) => ({ a, b, probability })),
        same: same.map(([a, b]) => [a, b] as const),
        different: different.filter(([a, b]) => lead[a] !== lead[b]).map(([a, b]) => [a, b] as const),
      };
    });
});

describe('linkages', () => {
  test('hold every decision, drawn or at a threshold, and lose nobody', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (given, seed, threshold) => {
        const draw = drawLinkages(given, seededRandom(seed, 'draws'));
        for (const clustering of [draw(), draw(), linkageAt(given, threshold)]) {
          for (const [a, b] of given.same!) expect(clustering[a]).toBe(clustering[b]);
          for (const [a, b] of given.different!) expect(clustering[a]).not.toBe(clustering[b]);
          const persons = new Set(clustering).size;
          expect(totalOf(pooledCounts(overlapTable(given, clustering)))).toBe(persons);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('a lone pair is one person as often as its probability says', () => {
    const draw = drawLinkages(
      { lists: ['A', 'B'], listOf: [0, 1], pairs: [{ a: 0, b: 1, probability: 0.3 }] },
      seededRandom(5, 'pair'),
    );
    let joined = 0;
    for (let at = 0; at < 20_000; at++) {
      const [a, b] = draw();
      if (a === b) joined++;
    }
    expect(Math.abs(joined / 20_000 - 0.3)).toBeLessThan(0.015);
  });

  test('moving records one by one draws what weighing every division draws', () => {
    // eight records in a ring are too many to be divided in full; the same ring with a decided pair is not
    const ring = (size: number) =>
      Array.from({ length: size }, (_, a) => ({ a, b: (a + 1) % size, probability: 0.6 }));
    const personsIn = (given: LinkedRecords): number => {
      const draw = drawLinkages(given, seededRandom(6, 'ring'));
      let persons = 0;
      for (let at = 0; at < 4000; at++) persons += new Set(draw()).size;
      return persons / 4000;
    };
    const given = { lists: ['A', 'B'], listOf: [0, 1, 0, 1, 0, 1, 0, 1], pairs: ring(8) };
    const seven = { lists: ['A', 'B'], listOf: [0, 1, 0, 1, 0, 1, 0], pairs: ring(7) };
    expect(Math.abs(personsIn(given) / 8 - personsIn(seven) / 7)).toBeLessThan(0.03);
  });

  test('a stricter threshold never joins more', () => {
    fc.assert(
      fc.property(records, (given) => {
        const undecided = { ...given, same: [], different: [] };
        const persons = [0.1, 0.5, 0.9].map((at) => new Set(linkageAt(undecided, at)).size);
        expect(persons).toEqual(persons.toSorted((a, b) => a - b));
      }),
      { seed: 2 },
    );
  });
});

describe.skipIf(!existsSync(data))('published tables (../shared/data/estimation)', () => {
  /** [123, 14, 34], the model behind the published figure. */
  const ofKosovo = [0, 1, 2, 4, 8, 3, 5, 6, 7, 9, 12];
  const populationOf = (counts: Float64Array): number =>
    totalOf(counts) + createFitter(4, counts).fit(ofKosovo)!.unseen;

  test.each([
    [0.05, 1.086],
    [0.1, 1.182],
  ])(
    'Kosovo with %d of the matches missed: too many before, right again after propagation',
    (share, factor) => {
      const counts = pooledCounts(read('kosovo.csv'));
      const broken = withMissedMatches(counts, share);
      expect(populationOf(broken) / populationOf(counts)).toBeCloseTo(factor, 3);

      const random = seededRandom(1, 'restored');
      const restored = Array.from({ length: 100 }, () =>
        populationOf(restoredMatches(broken.map(Math.round), share, random)),
      ).sort((a, b) => a - b);
      expect(Math.abs(restored[50]! / populationOf(counts) - 1)).toBeLessThan(0.03);
    },
  );

  test('Khartoum: the linkage thresholds alone move the figure more than tenfold', async () => {
    const [, ...rows] = readFileSync(join(data, 'sudan_khartoum_3list_by_linkage_threshold.csv'), 'utf8')
      .trim()
      .split('\n');
    const linkages = Map.groupBy(rows, (row) => row.split(',').slice(0, 2).join(','));
    expect(linkages.size).toBe(25);
    const points: number[] = [];
    const named = new Map<string, number>();
    for (const [settings, lines] of linkages) {
      const cells = lines.map((line) => line.split(',').slice(2).join(','));
      const table = parseCaptureTable(['list1,list2,list3,count', ...cells].join('\n'));
      named.set(settings, totalOf(pooledCounts(table)));
      for (const { ok, estimate } of await panel(table, { seed: 1, methods: ['log-linear-bic'] }))
        if (ok) points.push(estimate!);
    }
    expect(named.get('4,1')).toBe(2841);
    expect(Math.max(...points) / Math.min(...points)).toBeGreaterThan(10);
  });
});

test('what is unsure in the linkage widens the interval, and is told apart', async () => {
  const table = (both: number) => ({
    lists: ['A', 'B'],
    strata: [{ name: '', covering: 3, counts: Float64Array.of(0, 200 - both, 150 - both, both) }],
  });
  const [sure] = await overLinkages([table(60), table(60)], { seed: 1, methods: ['two-lists'] });
  const [unsure] = await overLinkages([table(45), table(60), table(75)], { seed: 1, methods: ['two-lists'] });
  expect(sure!.combined.detail.linkageShare).toBe(0);
  expect(unsure!.combined.detail.linkageShare).toBeGreaterThan(0.2);
  expect(unsure!.combined.high! - unsure!.combined.low!).toBeGreaterThan(
    sure!.combined.high! - sure!.combined.low!,
  );
});

test('too many linkages without an estimate: nothing is said, and why', async () => {
  const nothing = {
    lists: ['A', 'B'],
    strata: [{ name: '', covering: 3, counts: Float64Array.of(0, 40, 50, 1) }],
  };
  const [over] = await overLinkages([nothing, nothing], { seed: 1, methods: ['two-lists'] });
  expect(over!.combined.ok).toBe(false);
  expect(over!.combined.why!.map(({ code }) => code)).toContain('linkages-without-estimate');
});
