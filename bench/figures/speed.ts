/**
 * What estimation costs, in CPU-seconds on one thread: the first time in a process of its own, as a command pays it, and
 * the median of five more in the same process. Beside it what the R and C++ packages took for the same work, as quoted
 * in ../shared/data/estimation and its notes from another day on this kind of machine; they cannot be run here.
 *
 *   node bench/figures/speed.ts [JOB]
 */
import { spawnSync } from 'node:child_process';
import { averageOverGraphs } from '../../src/figures/decomposable/average.ts';
import { decomposableGraphs } from '../../src/figures/decomposable/graphs.ts';
import { seededRandom } from '../../src/figures/index.ts';
import { fitModels, modelsOf } from '../../src/figures/log-linear/selection.ts';
import { sampledBy, stepwiseBootstrap } from '../../src/figures/stepwise/bootstrap.ts';
import { since, table } from './tables.ts';

interface Job {
  readonly name: string;
  readonly data: string;
  readonly peer: string;
  readonly peerSeconds: number;
  readonly target: number;
  run(own: ReturnType<typeof table>): unknown;
}

const models = ({ lists, counts }: ReturnType<typeof table>) => fitModels(lists, counts, modelsOf(lists));
const bootstrap = ({ lists, counts }: ReturnType<typeof table>) =>
  stepwiseBootstrap(lists, counts, { samples: 1000, level: 0.95, sample: sampledBy(seededRandom(1)) });
const graphs =
  (timesNamed: number) =>
  ({ lists, counts, named }: ReturnType<typeof table>) =>
    averageOverGraphs(lists, counts, decomposableGraphs(lists), {
      delta: 2 ** -lists,
      from: 0,
      to: timesNamed * named,
      step: 1,
    });

const JOBS: readonly Job[] = [
  {
    name: '113 log-linear models',
    data: 'kosovo',
    peer: 'Rcapture',
    peerSeconds: 0.36,
    target: 0.04,
    run: models,
  },
  { name: '1,024 models', data: 'UKdat_5', peer: 'Rcapture', peerSeconds: 4.86, target: 0.25, run: models },
  { name: '1,024 models', data: 'Ned_5', peer: 'Rcapture', peerSeconds: 4.61, target: 0.25, run: models },
  {
    name: '1,000 bootstraps',
    data: 'UKdat_5',
    peer: 'SparseMSE',
    peerSeconds: 91.7,
    target: 5,
    run: bootstrap,
  },
  {
    name: '1,000 bootstraps',
    data: 'UKdat',
    peer: 'SparseMSE',
    peerSeconds: 224.1,
    target: 12,
    run: bootstrap,
  },
  { name: 'graph averaging', data: 'kosovo', peer: 'dga', peerSeconds: 0.07, target: 0.15, run: graphs(5) },
  { name: 'graph averaging', data: 'UKdat_5', peer: 'dga', peerSeconds: 2.37, target: 1, run: graphs(12) },
  { name: 'graph averaging', data: 'Ned_5', peer: 'dga', peerSeconds: 11.5, target: 2, run: graphs(12) },
];

const job = process.argv[2];
if (job === undefined) {
  console.log('job                     data       peer       peer s   first   again  target   peer / first');
  for (const at of JOBS.keys())
    spawnSync(process.execPath, [process.argv[1]!, String(at)], { stdio: 'inherit' });
} else {
  const { name, data, peer, peerSeconds, target, run } = JOBS[Number(job)]!;
  const own = table(data);
  const times: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const before = process.cpuUsage();
    await run(own);
    times.push(since(before));
  }
  const first = times[0]!;
  const again = times.slice(1).sort((a, b) => a - b)[2]!;
  console.log(
    [
      name.padEnd(22),
      data.padEnd(9),
      peer.padEnd(9),
      peerSeconds.toFixed(2).padStart(7),
      first.toFixed(3).padStart(6),
      again.toFixed(3).padStart(6),
      String(target).padStart(6),
      `${(peerSeconds / first).toFixed(1).padStart(7)} ×${first <= target ? '' : '  over'}`,
    ].join('  '),
  );
}
