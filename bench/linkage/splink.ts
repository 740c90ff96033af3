/**
 * Beside Splink 5 on DuckDB: the same rows in the same run, its settings as its documentation teaches (splink_peer.py),
 * its clusters taken at the threshold that is best by the truth, ours at even odds. Each in a process of its own, one
 * after the other. Installs Splink into .runtime/splink when it is not there.
 * Usage: node bench/linkage/splink.ts [rows] [plain|latin|mixed] [seed]
 * Takes about 1 minute at 100,000 rows, 3 at 1 million, 20 at 5 million on two quiet cores; most of it is Splink's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkFile, type Phase, readInts, sumOf } from './link-file.ts';
import { type Scripts, writePeopleWithTruth } from './many-people.ts';
import { labelAgreement, pairRecallOf } from './measure-clusters.ts';

const [rowsWanted = '100000', scripts = 'plain', seed = '1'] = process.argv.slice(2);
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

const busyBefore = loadavg()[0]!;
const own = linkFile(file);
const peer = JSON.parse(
  execFileSync(
    python,
    [join(import.meta.dirname, 'splink_peer.py'), file, folder, String(availableParallelism())],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  )
    .trim()
    .split('\n')
    .at(-1)!,
) as { pairs: number; phases: Phase[]; peakMegabytes: number; thresholds: number[] };
const best = peer.thresholds
  .map((threshold) => ({
    threshold,
    ...labelAgreement(readInts(join(folder, `clusters-${threshold}.bin`)), truth),
  }))
  .reduce((one, other) => (other.f1 > one.f1 ? other : one));

const ours = (...names: readonly string[]): Phase[] =>
  own.phases.filter(({ phase }) => names.includes(phase));
const theirs = (...names: readonly string[]): Phase[] =>
  peer.phases.filter(({ phase }) => names.includes(phase));
const seconds = (name: string, a: readonly Phase[], b: readonly Phase[]): string[][] =>
  (['wall', 'cpu'] as const).map((key) => [
    `${name}, ${key === 'wall' ? 's wall' : 'CPU-s'}`,
    sumOf(a, key).toFixed(2),
    sumOf(b, key).toFixed(2),
    `${(sumOf(b, key) / sumOf(a, key)).toFixed(1)} ×`,
  ]);
const figure = (name: string, a: number, b: number, digits = 4): string[] => [
  name,
  a.toFixed(digits),
  b.toFixed(digits),
  '',
];
const table = [
  [`${own.rows} rows, ${scripts}, seed ${seed}`, 'sanad', 'splink', 'sanad costs less by'],
  ...seconds('read', ours('read'), theirs('read')),
  ...seconds('learn', ours('rules', 'patterns', 'learn'), theirs('learn')),
  ...seconds('block and score', ours('score'), theirs('block and score')),
  ...seconds('cluster', ours('again', 'cluster'), theirs('cluster')),
  ...seconds('whole job', own.phases, peer.phases),
  ['pairs scored', String(own.pairs), String(peer.pairs), ''],
  figure(
    'CPU-ns a pair, block and score',
    (sumOf(ours('score'), 'cpu') / own.pairs) * 1e9,
    (sumOf(theirs('block and score'), 'cpu') / peer.pairs) * 1e9,
    0,
  ),
  figure('peak memory, MB', own.peakMegabytes, peer.peakMegabytes, 0),
  figure(
    'peak memory, bytes a row',
    (own.peakMegabytes * 1048576) / own.rows,
    (peer.peakMegabytes * 1048576) / own.rows,
    0,
  ),
  figure('pair recall', own.pairRecall, pairRecallOf(readInts(join(folder, 'pairs.bin')), truth)),
  figure('precision', own.agreement.precision, best.precision),
  figure('recall', own.agreement.recall, best.recall),
  figure('F1', own.agreement.f1, best.f1),
  figure('B³', own.agreement.b3, best.b3),
  ['largest cluster', String(own.agreement.largest), String(best.largest), ''],
];
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
for (const row of table)
  process.stdout.write(
    `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}\n`,
  );
process.stdout.write(
  `splink at its best threshold, ${best.threshold}; sanad at even odds. Load before: ${busyBefore.toFixed(1)} on ${availableParallelism()} cores\n`,
);
rmSync(folder, { recursive: true });
