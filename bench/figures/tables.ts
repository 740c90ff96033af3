import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCaptureTable, pooledCounts, totalOf } from '../../src/figures/index.ts';

/** Where the tables stand whose expected results are in expected.md. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/estimation');

export interface Table {
  readonly lists: number;
  readonly counts: Float64Array;
  readonly named: number;
}

function read(name: string): string {
  const path = resolve(FOLDER, `${name}.csv`);
  if (!existsSync(path)) {
    console.error(`${path} is not there; this bench needs the shared data beside the project.`);
    process.exit(2);
  }
  return readFileSync(path, 'utf8');
}

/** The patterns in the order of the file's rows, those without anybody left out. */
export const patternsInOrder = (name: string): number[] =>
  read(name)
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').map(Number))
    .filter((row) => row.at(-1)! > 0)
    .map((row) => row.slice(0, -1).reduce((pattern, on, list) => pattern | (on << list), 0));

export function table(name: string): Table {
  const parsed = parseCaptureTable(read(name), name);
  const counts = pooledCounts(parsed);
  return { lists: parsed.lists.length, counts, named: totalOf(counts) };
}

/** CPU-seconds of this process since `process.cpuUsage()` was asked. */
export function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
