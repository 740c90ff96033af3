/**
 * Beside Splink 5 on DuckDB: the same rows in the same run, its settings as its documentation teaches (splink_peer.py),
 * its clusters taken at the threshold that is best by the truth, ours at even odds. Installs Splink into .runtime/splink when it is not there.
 * Usage: node bench/linkage/splink.ts [rows] [plain|latin|mixed] [seed]
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkTable } from '../../src/linkage/index.ts';
import { type Scripts, writePeople } from './many-people.ts';
import { labelAgreement, pairRecallOf } from './measure-clusters.ts';
import { COLUMNS } from './people-file.ts';

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
const truth = writePeople(file, Number(rowsWanted), { scripts: scripts as Scripts, seed: Number(seed) });

interface Phase {
  readonly phase: string;
  readonly wall: number;
  readonly cpu: number;
}
const sum = (phases: readonly Phase[], key: 'wall' | 'cpu'): number =>
  phases.reduce((total, phase) => total + phase[key], 0);

const phases: Phase[] = [];
let wall = performance.now();
let cpu = process.cpuUsage();
const linked = await linkTable(
  { csv: createReadStream(file, { highWaterMark: 1 << 22 }), columns: COLUMNS },
  {
    joins: 'even odds',
    onStep(phase) {
      const used = process.cpuUsage(cpu);
      phases.push({ phase, wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 });
      wall = performance.now();
      cpu = process.cpuUsage();
    },
  },
);
const ownPeak = process.resourceUsage().maxRSS / 1024;

const peer = JSON.parse(
  execFileSync(python, [join(import.meta.dirname, 'splink_peer.py'), file, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .trim()
    .split('\n')
    .at(-1)!,
) as { pairs: number; phases: Phase[]; peakMegabytes: number; thresholds: number[] };
const ints = (name: string): Int32Array => {
  const content = readFileSync(join(folder, name));
  return new Int32Array(content.buffer, content.byteOffset, content.byteLength / 4);
};
const tried = peer.thresholds.map((threshold) => ({
  threshold,
  ...labelAgreement(ints(`clusters-${threshold}.bin`), truth),
}));
const best = tried.reduce((one, other) => (other.f1 > one.f1 ? other : one));
const own = labelAgreement(linked.person, truth);
const told = (name: string, all: readonly Phase[], pairs: number, peak: number, agreed: typeof own): string =>
  `${name}: ${all.map(({ phase, wall: w, cpu: c }) => `${phase} ${w.toFixed(2)}/${c.toFixed(2)}`).join(', ')}; whole ${sum(all, 'wall').toFixed(2)} s wall, ${sum(all, 'cpu').toFixed(2)} CPU-s; ${pairs} pairs, peak ${peak.toFixed(0)} MB\n` +
  `  precision ${agreed.precision.toFixed(4)}, recall ${agreed.recall.toFixed(4)}, F1 ${agreed.f1.toFixed(4)}, B3 ${agreed.b3.toFixed(4)}, largest ${agreed.largest}\n`;
const scoring = (all: readonly Phase[], names: readonly string[]): Phase[] =>
  all.filter(({ phase }) => names.includes(phase));
const ours = scoring(phases, ['score']);
const theirs = scoring(peer.phases, ['block and score']);
process.stdout.write(
  `${truth.length} rows, ${scripts} (steps in seconds, wall/CPU)\n` +
    told('sanad', phases, linked.figures.pairs, ownPeak, own) +
    told('splink', peer.phases, peer.pairs, peer.peakMegabytes, best) +
    `  at threshold ${best.threshold}; pair recall of its blocking ${pairRecallOf(ints('pairs.bin'), truth).toFixed(4)}\n` +
    `blocking and scoring: ${(sum(theirs, 'wall') / sum(ours, 'wall')).toFixed(1)} × less wall, ${(sum(theirs, 'cpu') / sum(ours, 'cpu')).toFixed(1)} × less CPU\n` +
    `whole job: ${(sum(peer.phases, 'wall') / sum(phases, 'wall')).toFixed(1)} × less wall, ${(sum(peer.phases, 'cpu') / sum(phases, 'cpu')).toFixed(1)} × less CPU\n`,
);
rmSync(folder, { recursive: true });
