/**
 * Beside Splink 5 on DuckDB: the same rows in the same run, its settings as its documentation teaches (splink_peer.py),
 * its clusters taken at the threshold that is best by the truth, ours at even odds. Each in a process of its own, one
 * after the other. What it costs Splink hangs on which rules bring it pairs, and so does its recall; so it can be asked
 * several times: `loose` (two keys; the default below 3 million rows), `comparable` (about our recall), `tight` (less);
 * from 3 million rows on the last two by default. Installs Splink into .runtime/splink when it is not there.
 * Usage: node bench/linkage/splink.ts [rows] [plain|latin|mixed] [seed] [loose|comparable|tight ...]
 * Takes about 1 minute at 100,000 rows, 3 at 1 million, 10 at 5 million on two quiet cores; most of it is Splink's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkFile, type Phase, readInts, sumOf } from './link-file.ts';
import { type Scripts, writePeopleWithTruth } from './many-people.ts';
import type { Agreement } from './measure.ts';
import { labelAgreement, pairRecallOf } from './measure-clusters.ts';

const [rowsWanted = '100000', scripts = 'plain', seed = '1', ...asked] = process.argv.slice(2);
const reaches =
  asked.length > 0 ? asked : Number(rowsWanted) < 3_000_000 ? ['loose'] : ['comparable', 'tight'];
const home = resolve(import.meta.dirname, '../../.runtime/splink');
const python = join(home, 'bin/python');
if (!existsSync(python)) {
  execFileSync('python3', ['-m', 'venv', home]);
  execFileSync(join(home, 'bin/pip'), ['install', '--quiet', 'splink==5.0.0', 'duckdb', 'pyarrow']);
}
const folder = join(tmpdir(), `sanad-splink-${process.pid}`);
mkdirSync(folder);
const file = join(folder, 'people.csv');
const truth = writePeopleWithTruth(file, Number(rowsWanted), {
  scripts: scripts as Scripts,
  seed: Number(seed),
});

/** What one linker did, in phases of four names. */
interface Run {
  readonly name: string;
  readonly steps: readonly { readonly step: string; readonly phases: readonly Phase[] }[];
  readonly pairs: number;
  readonly peakMegabytes: number;
  readonly pairRecall: number;
  readonly agreement: Agreement;
}
const stepsOf = (
  phases: readonly Phase[],
  names: Readonly<Record<string, readonly string[]>>,
): Run['steps'] =>
  Object.entries(names).map(([step, own]) => ({
    step,
    phases: phases.filter(({ phase }) => own.includes(phase)),
  }));

const busyBefore = loadavg()[0]!;
const own = linkFile(file);
const ours: Run = {
  ...own,
  name: 'sanad',
  steps: stepsOf(own.phases, {
    read: ['read'],
    learn: ['rules', 'patterns', 'learn'],
    'block and score': ['score'],
    cluster: ['again', 'cluster'],
  }),
};

function splinkRun(reach: string): Run & { readonly threshold: number } {
  const answer = execFileSync(
    python,
    [join(import.meta.dirname, 'splink_peer.py'), file, folder, String(availableParallelism()), reach],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const peer = JSON.parse(answer.trim().split('\n').at(-1)!) as {
    pairs: number;
    phases: Phase[];
    peakMegabytes: number;
    thresholds: number[];
  };
  const best = peer.thresholds
    .map((threshold) => ({
      threshold,
      agreement: labelAgreement(readInts(join(folder, `clusters-${threshold}.bin`)), truth),
    }))
    .reduce((one, other) => (other.agreement.f1 > one.agreement.f1 ? other : one));
  const names = ['read', 'learn', 'block and score', 'cluster'];
  return {
    ...peer,
    ...best,
    name: `splink, ${reach}`,
    steps: stepsOf(peer.phases, Object.fromEntries(names.map((name) => [name, [name]]))),
    pairRecall: pairRecallOf(readInts(join(folder, 'pairs.bin')), truth),
  };
}

const peers = reaches.map(splinkRun);
const runs: readonly Run[] = [ours, ...peers];
const spent = ({ steps }: Run, key: 'wall' | 'cpu', step?: string): number =>
  sumOf(
    steps.filter((one) => step === undefined || one.step === step).flatMap(({ phases }) => phases),
    key,
  );
const seconds = (name: string, step?: string): string[][] =>
  (['wall', 'cpu'] as const).map((key) => [
    `${name}, ${key === 'wall' ? 's wall' : 'CPU-s'}`,
    ...runs.map((run) => {
      const times = run === ours ? '' : ` (${(spent(run, key, step) / spent(ours, key, step)).toFixed(1)} ×)`;
      return `${spent(run, key, step).toFixed(2)}${times}`;
    }),
  ]);
const figure = (name: string, read: (run: Run) => number, digits = 4): string[] => [
  name,
  ...runs.map((run) => read(run).toFixed(digits)),
];
const table = [
  [`${own.rows} rows, ${scripts}, seed ${seed}`, ...runs.map(({ name }) => name)],
  ...ours.steps.flatMap(({ step }) => seconds(step, step)),
  ...seconds('whole job'),
  figure('pairs scored', ({ pairs }) => pairs, 0),
  figure(
    'CPU-ns a pair, block and score',
    (run) => (spent(run, 'cpu', 'block and score') / run.pairs) * 1e9,
    0,
  ),
  figure('peak memory, MB', ({ peakMegabytes }) => peakMegabytes, 0),
  figure('peak memory, bytes a row', ({ peakMegabytes }) => (peakMegabytes * 1048576) / own.rows, 0),
  figure('pair recall', ({ pairRecall }) => pairRecall),
  figure('precision', ({ agreement }) => agreement.precision),
  figure('recall', ({ agreement }) => agreement.recall),
  figure('F1', ({ agreement }) => agreement.f1),
  figure('B³', ({ agreement }) => agreement.b3),
  figure('largest cluster', ({ agreement }) => agreement.largest, 0),
];
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
for (const row of table)
  process.stdout.write(
    `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}\n`,
  );
process.stdout.write(
  `splink at its best threshold (${peers.map(({ threshold }) => threshold).join(', ')}); sanad at even odds; × by how much less sanad costs. Load before: ${busyBefore.toFixed(1)} on ${availableParallelism()} cores\n`,
);
rmSync(folder, { recursive: true });
