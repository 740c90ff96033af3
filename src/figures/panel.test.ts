import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaptureTable, captureTable } from './capture-table.ts';
import type { Estimate, Method } from './estimate.ts';
import { leaveOneListOut, panel, withDrivingLists } from './panel.ts';
import { parseCaptureTable } from './parse-capture-table.ts';
import { seededRandom } from './random.ts';
import { binomial, multinomial } from './sampling/index.ts';
import { twoLists } from './two-lists.ts';

const KOSOVO = `EXH,ABA,OSCE,HRW,count
1,0,0,0,1131\n0,1,0,0,845\n1,1,0,0,177\n0,0,1,0,936\n1,0,1,0,228\n0,1,1,0,217\n1,1,1,0,181
0,0,0,1,306\n1,0,0,1,106\n0,1,0,1,31\n1,1,0,1,18\n0,0,1,1,123\n1,0,1,1,42\n0,1,1,1,32\n1,1,1,1,27\n`;
/** All methods that have exact answers. */
const EXACT: readonly Method[] = [
  'two-lists',
  'independence',
  'log-linear-bic',
  'log-linear-aic',
  'log-linear-average',
  'stepwise',
  'decomposable-graphs',
];
const QUICK = { seed: 1, methods: EXACT, bootstraps: 200 };
const of = (estimates: readonly Estimate[], method: Method, scope: Estimate['scope'] = 'pooled'): Estimate =>
  estimates.find((one) => one.method === method && one.scope === scope)!;
const codes = (one: Estimate): string[] => (one.why ?? []).map(({ code }) => code);
const cautions = (one: Estimate): string[] => (one.cautions ?? []).map(({ code }) => code);
const undivided = (lists: number, counts: ArrayLike<number>): CaptureTable => ({
  lists: Array.from({ length: lists }, (_, at) => `list ${at + 1}`),
  strata: [{ name: '', covering: (1 << lists) - 1, counts: Float64Array.from(counts) }],
});

describe('Kosovo', async () => {
  const estimates = await panel(parseCaptureTable(KOSOVO), QUICK);

  test('every method has its interval, and they differ: that is the point', () => {
    expect(estimates.map(({ method }) => method)).toEqual(EXACT.slice(1));
    expect(of(estimates, 'log-linear-bic')).toMatchObject({ ok: true });
    expect(of(estimates, 'log-linear-bic').estimate).toBeCloseTo(10356.5, 1);
    expect(of(estimates, 'log-linear-aic').estimate).toBeCloseTo(12741, 0);
    expect(of(estimates, 'stepwise').estimate).toBeCloseTo(14341.7, 1);
    expect(of(estimates, 'decomposable-graphs')).toMatchObject({ estimate: 12595, low: 9827, high: 16544 });
  });

  test('independence is shown and refused: the overlaps contradict it', () => {
    const one = of(estimates, 'independence');
    expect(one.ok).toBe(false);
    expect(codes(one)).toEqual(['lists-dependent']);
    expect(one.estimate).toBeCloseTo(7394.6, 1);
  });

  test('a model hardly worse that says 18,393 is told', () =>
    expect(of(estimates, 'log-linear-bic').cautions).toMatchObject([
      { code: 'near-tie', data: { estimate: 18393 } },
    ]));

  test('the same seed gives the same digits', async () =>
    expect(await panel(parseCaptureTable(KOSOVO), QUICK)).toEqual(estimates));

  test('without one list after the other', async () => {
    const methods: readonly Method[] = ['log-linear-bic'];
    const without = await leaveOneListOut(parseCaptureTable(KOSOVO), { seed: 1, methods });
    expect(without.map(({ list }) => list)).toEqual(['EXH', 'ABA', 'OSCE', 'HRW']);
    const marked = withDrivingLists(estimates, without);
    expect(cautions(of(marked, 'log-linear-bic'))).toContain('one-list-drives');
    expect(cautions(of(marked, 'stepwise'))).not.toContain('one-list-drives');
  });
});

describe('two lists', () => {
  test('are Chapman’s, with Lincoln and Petersen’s for reference (Seber 1982, p. 107)', async () => {
    const estimates = await panel(parseCaptureTable('a,b,count\n1,0,781\n0,1,254\n1,1,167\n'), QUICK);
    expect(estimates.map(({ method }) => method)).toEqual(['two-lists']);
    const one = estimates[0]!;
    expect(one.estimate).toBeCloseTo(2382.8, 1);
    expect(one.detail.lincolnPetersen).toBeCloseTo(2389.9, 1);
    expect(one.low).toBeGreaterThan(1202);
    expect(cautions(one)).toEqual(['dependence-unseen']);
  });
  test('say the same in either order', () =>
    expect(twoLists(948, 421, 167)).toEqual(twoLists(421, 948, 167)));
});

describe('refused', () => {
  test.each([
    ['overlaps by chance', 'a,b,c,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n', 'too-few-overlaps'],
    ['two lists with nobody in common', 'a,b,count\n1,0,40\n0,1,30\n', 'too-few-overlaps'],
  ])('%s', async (_, csv, code) => {
    for (const one of await panel(parseCaptureTable(csv), QUICK)) {
      expect(one.ok).toBe(false);
      expect(codes(one)).toEqual([code]);
      expect(one.estimate).toBeUndefined();
    }
  });

  test('graphs that leave the unseen to the prior (Gaza, three lists)', async () => {
    const gaza = undivided(3, [0, 19048, 5104, 1929, 1469, 1173, 351, 197]);
    expect(codes(of(await panel(gaza, QUICK), 'decomposable-graphs'))).toEqual(['not-identified']);
  });

  test('more lists than a method can take', async () => {
    const random = seededRandom(3);
    const counts = new Float64Array(1 << 8);
    for (let person = 0; person < 3000; person++) {
      let pattern = 0;
      for (let list = 0; list < 8; list++) if (random() < 0.2) pattern |= 1 << list;
      if (pattern) counts[pattern]!++;
    }
    const estimates = await panel(undivided(8, counts), { ...QUICK, bootstraps: 20 });
    expect(codes(of(estimates, 'log-linear-bic'))).toEqual(['too-many-lists']);
    expect(of(estimates, 'stepwise').ok).toBe(true);
  });
});

describe('a divided table', () => {
  const PARTS = `period,a,b,c,count
early,1,0,0,210\nearly,0,1,0,190\nearly,0,0,1,170\nearly,1,1,0,60\nearly,1,0,1,40\nearly,0,1,1,44\nearly,1,1,1,15
late,1,0,NA,90\nlate,0,1,NA,80\nlate,1,1,NA,25\n`;

  test('a list that does not cover a part is absent there, so only the sum of parts stands', async () => {
    const estimates = await panel(parseCaptureTable(PARTS), QUICK);
    expect(codes(of(estimates, 'log-linear-bic'))).toEqual(['list-not-covering']);
    const sum = of(estimates, 'log-linear-bic', 'stratified');
    expect(sum.ok).toBe(true);
    expect(cautions(sum)).toEqual(['dependence-unseen']);
    const parts = sum.detail.strata as readonly { readonly method: string; readonly estimate: number }[];
    expect(parts.map(({ method }) => method)).toEqual(['log-linear-bic', 'two-lists']);
    expect(parts[1]!.estimate).toBeCloseTo(twoLists(115, 105, 25).chapman, 9);
    expect(sum.estimate).toBeCloseTo(parts[0]!.estimate + parts[1]!.estimate, 9);
  });

  test('taken as zero instead, the absent list would have changed the answer', async () => {
    const zero = await panel(parseCaptureTable(PARTS.replaceAll('NA', '0')), QUICK);
    const absent = await panel(parseCaptureTable(PARTS), QUICK);
    expect(of(zero, 'log-linear-bic').estimate).not.toBeCloseTo(
      of(absent, 'log-linear-bic', 'stratified').estimate!,
      0,
    );
  });

  test('people of unknown part are placed anew each time, and nobody is lost', async () => {
    const half = KOSOVO.trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    const rows = half.flatMap((cells) => {
      const count = Number(cells.at(-1));
      const east = Math.floor(count * 0.4);
      const nobodyKnows = Math.floor(count * 0.05);
      return [
        ['east', ...cells.slice(0, 4), east],
        ['west', ...cells.slice(0, 4), count - east - nobodyKnows],
        ['unknown', ...cells.slice(0, 4), nobodyKnows],
      ].map((row) => row.join());
    });
    const table = parseCaptureTable(['side,a,b,c,d,count', ...rows].join('\n'));
    const estimates = await panel(table, { seed: 1, methods: ['log-linear-bic'] });
    const sum = of(estimates, 'log-linear-bic', 'stratified');
    expect(of(estimates, 'log-linear-bic').estimate).toBeCloseTo(10356.5, 1);
    expect(cautions(sum)).toContain('strata-imputed');
    const parts = sum.detail.strata as readonly { readonly named: number }[];
    expect(parts.reduce((all, { named }) => all + named, 0)).toBe(4400);
    expect(sum.low).toBeGreaterThan(4400);
  });

  test('a part without an estimate takes the sum away', async () => {
    const thin = PARTS.replace('late,1,1,NA,25', 'late,1,1,NA,3');
    const one = of(await panel(parseCaptureTable(thin), QUICK), 'log-linear-bic', 'stratified');
    expect(one.why).toMatchObject([{ code: 'stratum-refused', data: { stratum: 'late', count: 1 } }]);
  });
});

describe('a run', () => {
  test('tells how far it is and can be ended', async () => {
    const told: string[] = [];
    const ending = new AbortController();
    const run = panel(parseCaptureTable(KOSOVO), {
      seed: 1,
      methods: ['stepwise'],
      bootstraps: 100_000,
      signal: ending.signal,
      onProgress: ({ method, done }) => {
        told.push(`${method} ${done}`);
        if (done >= 20) ending.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(told).toContain('stepwise 10');
  });

  test('takes a thousand million people, and refuses one more', async () => {
    const counts = [0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27];
    const large = undivided(
      4,
      counts.map((count) => count * 227_000),
    );
    const one = of(await panel(captureTable(large), QUICK), 'stepwise');
    expect(one.estimate! / (14341.7 * 227_000)).toBeGreaterThan(0.9);
    expect(() => captureTable(undivided(2, [0, 5e8, 5e8, 1]))).toThrow('figures.total-too-large');
  });
});

test('whatever the table, every method answers or says why not', async () => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 400 }));
  await fc.assert(
    fc.asyncProperty(fc.array(count, { minLength: 7, maxLength: 7 }), async (cells) => {
      for (const one of await panel(undivided(3, [0, ...cells]), { ...QUICK, bootstraps: 20 })) {
        if (!one.ok) expect(one.why!.length).toBeGreaterThan(0);
        else {
          const named = cells.reduce((sum, cell) => sum + cell, 0);
          expect(one.low).toBeGreaterThanOrEqual(named - 1e-6);
          expect(one.estimate).toBeGreaterThanOrEqual(one.low! * 0.5);
          expect(one.high).toBeGreaterThanOrEqual(one.low!);
          expect(Number.isFinite(one.high)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('a known population of 2,000 on independent lists', () => {
  const CHANCES = [0.2, 0.25, 0.15, 0.3];
  const RUNS = 200;
  const shares = Float64Array.from({ length: 16 }, (_, pattern) =>
    CHANCES.reduce((share, chance, list) => share * (pattern & (1 << list) ? chance : 1 - chance), 1),
  );
  const cover = async (method: Method, lists: number): Promise<number> => {
    const random = seededRandom(11);
    let covered = 0;
    for (let run = 0; run < RUNS; run++) {
      const counts = multinomial(random, 2000, shares, new Float64Array(16));
      counts[0] = 0;
      const own = lists === 4 ? counts : Float64Array.from({ length: 4 }, (_, pattern) => pattern);
      if (lists === 2) {
        own.fill(0);
        counts.forEach((count, pattern) => {
          if (pattern & 3) own[pattern & 3]! += count;
        });
      }
      const [one] = await panel(undivided(lists, own), { seed: run, methods: [method] });
      if (one!.low! <= 2000 && one!.high! >= 2000) covered++;
    }
    return covered / RUNS;
  };

  test.each([
    ['two-lists', 2],
    ['independence', 4],
    ['log-linear-bic', 4],
    ['decomposable-graphs', 4],
  ] as const)('%s: its interval covers it as often as it says', async (method, lists) => {
    expect(await cover(method, lists)).toBeGreaterThanOrEqual(0.9);
  });

  test('stepwise with its bootstrap as well', async () => {
    const random = seededRandom(12);
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const counts = multinomial(random, 2000, shares, new Float64Array(16));
      counts[0] = 0;
      const [one] = await panel(undivided(4, counts), { seed: run, methods: ['stepwise'], bootstraps: 300 });
      if (one!.low! <= 2000 && one!.high! >= 2000) covered++;
    }
    expect(covered / 60).toBeGreaterThanOrEqual(0.85);
    expect(binomial(random, 10, 1)).toBe(10);
  });
});

const SHARED = resolve(import.meta.dirname, '../../../shared/data/estimation');
describe.skipIf(!existsSync(SHARED))('published tables (../shared/data/estimation)', () => {
  const table = (name: string): CaptureTable =>
    parseCaptureTable(readFileSync(resolve(SHARED, `${name}.csv`), 'utf8'));

  test('United Kingdom: two models, and two peaks, near 12,000 and near 23,000', async () => {
    const estimates = await panel(table('UKdat_5'), QUICK);
    expect(of(estimates, 'log-linear-bic').estimate).toBeCloseTo(22991.3, 1);
    expect(of(estimates, 'log-linear-bic').cautions).toMatchObject([
      { code: 'near-tie', data: { estimate: 12262 } },
    ]);
    expect(of(estimates, 'decomposable-graphs').cautions).toMatchObject([
      { code: 'two-modes', data: { first: 11718 } },
      { code: 'grid-cut' },
    ]);
  });

  test('Gaza by region, 1,042 people of unknown region', async () => {
    const estimates = await panel(table('gaza_3list_by_region'), {
      seed: 1,
      methods: ['log-linear-aic'],
    });
    expect(of(estimates, 'log-linear-aic').estimate).toBeCloseTo(64696.1, 1);
    expect(cautions(of(estimates, 'log-linear-aic', 'stratified'))).toContain('strata-imputed');
  });
});
