/**
 * What not knowing who is whom does to an estimate (../shared/data/estimation/expected.md, section 5).
 *
 *   node bench/figures/linkage-uncertainty.ts
 *
 * Kosovo: a share of the true matches is broken; the published model before and after propagation over 100 draws.
 * Khartoum: one study's lists at 25 settings of its linkage; named and estimated at each, and the range.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CaptureTable,
  overLinkages,
  panel,
  parseCaptureTable,
  pooledCounts,
  restoredMatches,
  totalOf,
  withMissedMatches,
} from '../../src/figures/index.ts';
import { createFitter } from '../../src/figures/log-linear/fit.ts';
import { seededRandom } from '../../src/figures/random.ts';
import { table } from './tables.ts';

const DRAWS = 100;
/** [123, 14, 34] */
const MODEL = [0, 1, 2, 4, 8, 3, 5, 6, 7, 9, 12];

const { counts } = table('kosovo');
const populationOf = (own: Float64Array): number => totalOf(own) + createFitter(4, own).fit(MODEL)!.unseen;
const percent = (value: number): string => `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)} %`;
const of = (own: Float64Array): CaptureTable => ({
  lists: ['EXH', 'ABA', 'OSCE', 'HRW'],
  strata: [{ name: '', covering: 15, counts: own }],
});

console.log(`Kosovo, model [123,14,34]: ${populationOf(counts).toFixed(1)}`);
for (const [share, expected] of [
  [0.02, 3.3],
  [0.05, 8.6],
  [0.1, 18.2],
  [0.2, 41.1],
  [0.3, 70.0],
] as const) {
  const broken = withMissedMatches(counts, share);
  const random = seededRandom(1, 'restored');
  const restored = Array.from({ length: DRAWS }, () =>
    restoredMatches(broken.map(Math.round), share, random),
  );
  const points = restored.map(populationOf).sort((a, b) => a - b);
  const median = points[DRAWS / 2]! / populationOf(counts) - 1;
  console.log(
    `  ${percent(share)} of matches missed: ${percent(populationOf(broken) / populationOf(counts) - 1)} (expected +${expected} %), median after propagation ${percent(median)}`,
  );
  if (share === 0.05 || share === 0.1)
    for (const { method, combined } of await overLinkages(restored.map(of), {
      seed: 1,
      methods: ['log-linear-bic', 'log-linear-average', 'decomposable-graphs'],
    })) {
      const [whole] = await panel(of(counts), { seed: 1, methods: [method] });
      console.log(
        `    ${method}: ${Math.round(combined.low!)}–${Math.round(combined.high!)}, middle ${Math.round(combined.estimate!)} (${percent(combined.estimate! / whole!.estimate! - 1)} of unbroken), linkage ${percent(Number(combined.detail.linkageShare))} of the variance`,
      );
    }
}

const file = join(
  import.meta.dirname,
  '../../../shared/data/estimation/sudan_khartoum_3list_by_linkage_threshold.csv',
);
const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
const found: Record<string, number[]> = {};
console.log('\nKhartoum, by how strict duplicates and matches are (1 to 5): named; BIC, average');
for (const [settings, lines] of Map.groupBy(rows, (row) => row.split(',').slice(0, 2).join(','))) {
  const linked = parseCaptureTable(
    ['list1,list2,list3,count', ...lines.map((line) => line.split(',').slice(2).join(','))].join('\n'),
  );
  const estimates = await panel(linked, { seed: 1, methods: ['log-linear-bic', 'log-linear-average'] });
  for (const { method, ok, estimate } of estimates)
    if (ok) found[method] = [...(found[method] ?? []), estimate!];
  console.log(
    `  ${settings}: ${totalOf(pooledCounts(linked))}; ${estimates.map(({ ok, estimate }) => (ok ? Math.round(estimate!) : 'none')).join(', ')}`,
  );
}
for (const [method, points] of Object.entries(found)) {
  const [low, high] = [Math.min(...points), Math.max(...points)];
  console.log(
    `  ${method}: ${Math.round(low)} to ${Math.round(high)}, a factor of ${(high / low).toFixed(1)}`,
  );
}
