/**
 * Latent classes against what eight chains of the R package LCMCR 0.4.14 give
 * (../shared/data/estimation/expected.md, section 3), and sweeps a CPU-second.
 *
 *   node bench/figures/latent-classes.ts [SEEDS]            pooled chains: median within 1.5 %, bounds within 4 %
 *   node bench/figures/latent-classes.ts --refuse [SEEDS]   Netherlands and Gaza: refused for nine seeds of ten
 *   node bench/figures/latent-classes.ts --speed            sweeps a CPU-second, one chain on one core, ten classes
 *
 *   … --data kosovo                                         that table alone
 *
 * SEEDS is a seed or a stretch of them, 4-7, so that a long run can be cut into several.
 */
import { parseArgs } from 'node:util';
import { startChain } from '../../src/figures/latent-classes/chain.ts';
import { latentClassPart } from '../../src/figures/latent-classes/panel-part.ts';
import { seededRandom } from '../../src/figures/random.ts';
import { since, table } from './tables.ts';

const POOLED: readonly (readonly [file: string, median: number, low: number, high: number])[] = [
  ['kosovo', 10_450, 9_070, 13_880],
  ['NewOrl_5', 835, 570, 1_393],
  ['Western', 1_837, 1_312, 2_994],
  ['rcapture_HIV', 10_922, 9_367, 12_998],
  ['dga_MY_5list', 629, 590, 718],
];
const REFUSED = ['Ned_5', 'Ned', 'gaza_3list'];
const SPEED = [
  'kosovo',
  'NewOrl_5',
  'NewOrl',
  'Western',
  'rcapture_HIV',
  'rcapture_lesbian',
  'dga_MY_5list',
  'UKdat_5',
  'Ned_5',
];

const { values, positionals } = parseArgs({
  options: { speed: { type: 'boolean' }, refuse: { type: 'boolean' }, data: { type: 'string' } },
  allowPositionals: true,
});
const asked = (file: string): boolean => values.data === undefined || values.data === file;

async function run(file: string, seed: number) {
  const { lists, counts } = table(file);
  const from = process.cpuUsage();
  const [estimate] = await latentClassPart.estimate(
    { lists: Array.from({ length: lists }, (_, at) => `list ${at + 1}`), counts },
    {
      level: 0.95,
      bootstraps: 0,
      random: (method) => seededRandom(seed, method),
      pause: async () => {},
    },
    new Set(['latent-classes']),
  );
  return { estimate: estimate!, cpu: since(from) };
}

const percent = (ours: number, expected: number): string =>
  `${ours > expected ? '+' : ''}${((ours / expected - 1) * 100).toFixed(1)} %`;

/** `1` or `1-10`. */
function seedsOf(given: string | undefined, unless: string): number[] {
  const [from, to] = (given ?? unless).split('-').map(Number);
  return Array.from({ length: (to ?? from!) - from! + 1 }, (_, at) => from! + at);
}

async function pooled(seeds: readonly number[]): Promise<void> {
  let wrong = 0;
  for (const [file, median, low, high] of POOLED.filter(([name]) => asked(name))) {
    let good = 0;
    for (const seed of seeds) {
      const { estimate, cpu } = await run(file, seed);
      const off = [
        Math.abs(estimate.estimate! / median - 1) / 0.015,
        Math.abs(estimate.low! / low - 1) / 0.04,
        Math.abs(estimate.high! / high - 1) / 0.04,
      ];
      const within = estimate.ok && off.every((share) => share <= 1);
      if (within) good++;
      const { rHat, bulkSize, tailSize, sweeps } = estimate.detail;
      console.log(
        `${within ? 'ok ' : 'OFF'} ${file.padEnd(16)} seed ${seed}: ${Math.round(estimate.estimate!)} (${percent(estimate.estimate!, median)})  ${Math.round(estimate.low!)} (${percent(estimate.low!, low)}) – ${Math.round(estimate.high!)} (${percent(estimate.high!, high)})  R-hat ${Number(rHat).toFixed(4)}, ${Math.round(Number(bulkSize))} and ${Math.round(Number(tailSize))} draws, ${sweeps} sweeps × 8, ${cpu.toFixed(0)} CPU-s`,
      );
    }
    if (good < seeds.length) wrong++;
    console.log(`${file}: ${good} of ${seeds.length} seeds within the tolerance`);
  }
  process.exitCode = wrong === 0 ? 0 : 1;
}

async function refuse(seeds: readonly number[]): Promise<void> {
  for (const file of REFUSED.filter(asked)) {
    let refused = 0;
    for (const seed of seeds) {
      const { estimate, cpu } = await run(file, seed);
      if (!estimate.ok) refused++;
      const why = (estimate.why ?? []).map(({ code }) => code).join(' and ');
      const said = estimate.ok ? `gives ${Math.round(estimate.estimate!)}` : why;
      const rHat =
        estimate.detail.rHat === undefined ? '' : `, R-hat ${Number(estimate.detail.rHat).toFixed(2)}`;
      console.log(`    ${file} seed ${seed}: ${said}${rHat}, ${cpu.toFixed(0)} CPU-s`);
    }
    console.log(
      `${refused >= 0.9 * seeds.length ? 'ok ' : 'OFF'} ${file}: refused ${refused} of ${seeds.length}`,
    );
  }
}

/** The best of five stretches: on a busy machine the others measure its other users. */
function speed(): void {
  for (const file of SPEED.filter(asked)) {
    const { lists, counts } = table(file);
    const chain = startChain(lists, counts, seededRandom(1, 'speed'), { classes: 1, mostCaptured: 1 });
    for (let at = 0; at < 20_000; at++) chain.sweep();
    let best = 0;
    for (let stretch = 0; stretch < 5; stretch++) {
      const from = process.cpuUsage();
      for (let at = 0; at < 60_000; at++) chain.sweep();
      best = Math.max(best, 60_000 / since(from));
    }
    console.log(
      `${best >= 60_000 ? 'ok ' : 'OFF'} ${file.padEnd(16)} ${Math.round(best / 1000)},000 sweeps a CPU-second`,
    );
  }
}

const [given] = positionals;
if (values.speed) speed();
else if (values.refuse) await refuse(seedsOf(given, '1-10'));
else await pooled(seedsOf(given, '1'));
