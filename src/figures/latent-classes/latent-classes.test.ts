import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pooledCounts } from '../capture-table.ts';
import type { Running } from '../method.ts';
import { parseCaptureTable } from '../parse-capture-table.ts';
import { seededRandom } from '../random.ts';
import { normal } from '../sampling/index.ts';
import { startChain } from './chain.ts';
import { openChains } from './chains.ts';
import { diagnose } from './diagnostics.ts';
import { modesOf } from './modes.ts';
import { latentClassPart } from './panel-part.ts';

const data = join(import.meta.dirname, '../../../../shared/data/estimation');
const running = (seed: number, pause = async () => {}): Running => ({
  level: 0.95,
  bootstraps: 0,
  random: (method) => seededRandom(seed, method),
  pause,
});
const latentClasses = async (lists: string[], counts: Float64Array, run = running(1)) =>
  (await latentClassPart.estimate({ lists, counts }, run, new Set(['latent-classes'])))[0]!;

describe('diagnostics', () => {
  const independent = (chain: number): Float64Array => {
    const random = seededRandom(chain, 'normal');
    return Float64Array.from({ length: 1000 }, () => normal(random));
  };
  test('independent draws: R-hat is one, every draw counts', () => {
    const found = diagnose([1, 2, 3, 4].map(independent));
    expect(found.rHat).toBeLessThan(1.01);
    expect(found.bulkSize).toBeGreaterThan(3400);
    expect(found.bulkSize).toBeLessThan(4700);
  });
  test('a chain of its own, in place or in width, is found out', () => {
    const chains = [1, 2, 3, 4].map(independent);
    expect(diagnose([...chains.slice(1), chains[0]!.map((draw) => draw + 1)]).rHat).toBeGreaterThan(1.05);
    expect(diagnose([...chains.slice(1), chains[0]!.map((draw) => draw * 4)]).rHat).toBeGreaterThan(1.05);
  });
  test('draws that cling to the one before are worth less: (1 − ρ) / (1 + ρ) of them', () => {
    const chains = [1, 2, 3, 4].map((chain) => {
      const random = seededRandom(chain, 'clinging');
      let last = 0;
      return Float64Array.from({ length: 4000 }, () => {
        last = 0.9 * last + Math.sqrt(1 - 0.81) * normal(random);
        return last;
      });
    });
    const { bulkSize } = diagnose(chains);
    expect(bulkSize / 16_000).toBeGreaterThan(0.035);
    expect(bulkSize / 16_000).toBeLessThan(0.075);
  });
});

describe('modes', () => {
  const draws = (shares: readonly (readonly [number, number])[]): Float64Array => {
    const random = seededRandom(1, 'modes');
    return Float64Array.from(
      shares.flatMap(([at, count]) =>
        Array.from({ length: count }, () => at * Math.exp(0.08 * normal(random))),
      ),
    ).sort();
  };
  test('one hill is one mode, two far apart are two, a stray handful is none', () => {
    expect(modesOf(draws([[12_000, 8000]]), 2000)).toHaveLength(1);
    const two = modesOf(
      draws([
        [49_000, 5000],
        [140_000, 3000],
      ]),
      2000,
    );
    expect(two.map(({ at }) => Math.round(at / 10_000))).toEqual([5, 14]);
    expect(two[1]!.share).toBeCloseTo(3 / 8, 1);
    expect(
      modesOf(
        draws([
          [49_000, 8000],
          [140_000, 80],
        ]),
        2000,
      ),
    ).toHaveLength(1);
  });
});

test('no sweep loses anybody: never fewer than were counted, whole, and finite', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { minLength: 15, maxLength: 15 }),
      fc.nat(),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom(1, 0.02),
      (cells, seed, classes, mostCaptured) => {
        const counts = Float64Array.of(0, ...cells);
        const observed = cells.reduce((sum, count) => sum + count, 0);
        fc.pre(observed > 20);
        const chain = startChain(4, counts, seededRandom(seed, 'chain'), { classes, mostCaptured });
        for (let at = 0; at < 40; at++) {
          const population = chain.sweep();
          expect(Number.isInteger(population)).toBe(true);
          expect(population).toBeGreaterThanOrEqual(observed);
        }
      },
    ),
    { seed: 1, numRuns: 60 },
  );
});

test('three lists are refused: the model is not identified', async () => {
  const estimate = await latentClasses(['A', 'B', 'C'], Float64Array.of(0, 40, 30, 20, 10, 9, 8, 7));
  expect(estimate.ok).toBe(false);
  expect(estimate.why!.map(({ code }) => code)).toEqual(['not-identified']);
});

test('a run that is cancelled ends, and its threads with it', async () => {
  const stop = running(1, async () => {
    throw new DOMException('cancelled', 'AbortError');
  });
  const counts = Float64Array.from({ length: 16 }, (_, pattern) => (pattern === 0 ? 0 : 30));
  await expect(latentClasses(['A', 'B', 'C', 'D'], counts, stop)).rejects.toThrow('cancelled');
});

test('chains of the same seeds draw the same, on whatever threads', async () => {
  const counts = Float64Array.from({ length: 16 }, (_, pattern) => (pattern === 0 ? 0 : 30));
  const drawn: Float64Array[][] = [];
  for (const seeds of [
    [1, 2, 3],
    [1, 2, 3, 4],
  ]) {
    const chains = openChains(4, counts, seeds);
    drawn.push((await chains.run(400, 20)).slice(0, 3));
    chains.close();
  }
  expect(drawn[1]).toEqual(drawn[0]);
});

test('chains start far apart, below and above: a place that holds them is found by some', async () => {
  const counts = Float64Array.from({ length: 16 }, (_, pattern) => (pattern === 0 ? 0 : 30));
  const chains = openChains(4, counts, [1, 2, 3, 4, 5, 6, 7, 8]);
  const first = (await chains.run(1, 1)).map((draws) => draws[0]!);
  chains.close();
  const below = first.filter((_, chain) => chain % 2 === 0);
  const above = first.filter((_, chain) => chain % 2 === 1);
  expect(Math.max(...below)).toBeLessThan(2 * 450);
  expect(Math.min(...above)).toBeGreaterThan(4 * 450);
});

describe.skipIf(!existsSync(data))('published tables (../shared/data/estimation)', () => {
  test.each([
    ['rcapture_HIV.csv', 10_922, 9_367, 12_998],
    ['NewOrl_5.csv', 835, 570, 1_393],
  ])(
    '%s: median within 1.5 %%, bounds within 4 %% of the pooled chains of the R package',
    async (file, median, low, high) => {
      const table = parseCaptureTable(readFileSync(join(data, file), 'utf8'), file);
      const estimate = await latentClasses([...table.lists], pooledCounts(table));
      expect(estimate.ok).toBe(true);
      expect(Math.abs(estimate.estimate! / median - 1)).toBeLessThan(0.015);
      expect(Math.abs(estimate.low! / low - 1)).toBeLessThan(0.04);
      expect(Math.abs(estimate.high! / high - 1)).toBeLessThan(0.04);
    },
    240_000,
  );
});
