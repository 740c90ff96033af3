/**
 * Latent classes against what eight chains of the R package LCMCR 0.4.14 give
 * (../shared/data/estimation/expected.md, section 3), and sweeps a CPU-second.
 *
 *   node bench/figures/latent-classes.ts            pooled chains: median within 1.5 %, bounds within 4 %
 *   node bench/figures/latent-classes.ts --refuse   Netherlands and Gaza with ten seeds: refused in nine at least
 *   node bench/figures/latent-classes.ts --speed    sweeps a CPU-second, one chain on one core, ten classes
 */
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

async function pooled(): Promise<void> {
  let wrong = 0;
  for (const [file, median, low, high] of POOLED) {
    const { estimate, cpu } = await run(file, 1);
    const off = [
      Math.abs(estimate.estimate! / median - 1) / 0.015,
      Math.abs(estimate.low! / low - 1) / 0.04,
      Math.abs(estimate.high! / high - 1) / 0.04,
    ];
    const good = estimate.ok && off.every((share) => share <= 1);
    if (!good) wrong++;
    const { rHat, bulkSize, tailSize, sweeps } = estimate.detail;
    console.log(
      `${good ? 'ok ' : 'OFF'} ${file.padEnd(16)} ${Math.round(estimate.estimate!)} (${percent(estimate.estimate!, median)})  ${Math.round(estimate.low!)} (${percent(estimate.low!, low)}) – ${Math.round(estimate.high!)} (${percent(estimate.high!, high)})  R-hat ${Number(rHat).toFixed(4)}, ${Math.round(Number(bulkSize))} and ${Math.round(Number(tailSize))} draws, ${sweeps} sweeps × 8, ${cpu.toFixed(0)} CPU-s`,
    );
  }
  console.log(`${POOLED.length - wrong} of ${POOLED.length} within their tolerance`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

async function refuse(): Promise<void> {
  for (const file of REFUSED) {
    let refused = 0;
    const said: string[] = [];
    for (let seed = 1; seed <= 10; seed++) {
      const { estimate } = await run(file, seed);
      if (!estimate.ok) refused++;
      said.push(
        `${(estimate.why ?? []).map(({ code }) => code).join('+') || Math.round(estimate.estimate!)}`,
      );
    }
    console.log(`${refused >= 9 ? 'ok ' : 'OFF'} ${file}: refused ${refused} of 10 (${said.join(', ')})`);
  }
}

/** The best of five stretches: on a busy machine the others measure its other users. */
function speed(): void {
  for (const file of SPEED) {
    const { lists, counts } = table(file);
    const chain = startChain(lists, counts, seededRandom(1, 'speed'), 1);
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

if (process.argv.includes('--speed')) speed();
else if (process.argv.includes('--refuse')) await refuse();
else await pooled();
