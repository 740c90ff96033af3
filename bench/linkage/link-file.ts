/**
 * Links one file of made people in a process of its own and prints what it cost, phase by phase, and how well the
 * clusters agree with the truth beside it, as one line of JSON; called by scale.ts and splink.ts. It starts as `sanad`
 * does: with code compiled before where there is any (the first run compiles it), and little room for loading it.
 * Usage: node bench/linkage/link-file.ts PEOPLE.csv
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { smallStart } from '../../src/cli/small-start.ts';
import type { LinkedTable } from '../../src/linkage/index.ts';
import type { Agreement } from './measure.ts';
import { labelAgreement } from './measure-clusters.ts';
import { COLUMNS, piecesOf } from './people-file.ts';

export interface Phase {
  readonly phase: string;
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
}

export interface LinkedFile {
  readonly rows: number;
  readonly pairs: number;
  readonly limitedRows: number;
  readonly phases: readonly Phase[];
  readonly peakMegabytes: number;
  /** The share of pairs of one person that share the keys of a rule. */
  readonly pairRecall: number;
  readonly agreement: Agreement;
}

export const linkFile = (file: string): LinkedFile =>
  JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, file], { encoding: 'utf8' }),
  ) as LinkedFile;

export const sumOf = (phases: readonly Phase[], key: 'wall' | 'cpu'): number =>
  phases.reduce((total, phase) => total + phase[key], 0);

export const readInts = (file: string): Int32Array => {
  const content = readFileSync(file);
  return new Int32Array(content.buffer, content.byteOffset, content.byteLength / 4);
};

if (import.meta.main) {
  enableCompileCache();
  const { createKeyReader, keysShared, linkTable } = await smallStart(
    () => import('../../src/linkage/index.ts'),
  );
  const pairRecall = ({ table, figures: { rules } }: LinkedTable, truth: Int32Array): number => {
    const keys = createKeyReader(table);
    const rowsOf = Map.groupBy(truth.keys(), (row) => truth[row]!);
    let all = 0;
    let met = 0;
    for (const rows of rowsOf.values())
      for (let i = 1; i < rows.length; i++)
        for (let j = 0; j < i; j++) {
          const shared = keysShared(keys, rows[i]!, rows[j]!);
          all++;
          if (rules.some((rule) => (shared & rule) === rule)) met++;
        }
    return met / all;
  };
  const file = process.argv[2]!;
  const phases: Phase[] = [];
  let wall = performance.now();
  let cpu = process.cpuUsage();
  const linked = await linkTable(
    { csv: piecesOf(file), columns: COLUMNS },
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
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const truth = readInts(`${file}.truth`);
  const { rows, pairs, limitedRows } = linked.figures;
  process.stdout.write(
    `${JSON.stringify({
      rows,
      pairs,
      limitedRows,
      phases,
      peakMegabytes,
      pairRecall: pairRecall(linked, truth),
      agreement: labelAgreement(linked.person, truth),
    } satisfies LinkedFile)}\n`,
  );
}
