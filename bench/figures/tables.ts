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

export function table(name: string): Table {
  const path = resolve(FOLDER, `${name}.csv`);
  if (!existsSync(path)) {
    console.error(`${path} is not there; this bench needs the shared data beside the project.`);
    process.exit(2);
  }
  const parsed = parseCaptureTable(readFileSync(path, 'utf8'), name);
  const counts = pooledCounts(parsed);
  return { lists: parsed.lists.length, counts, named: totalOf(counts) };
}

/** CPU-seconds of this process since `process.cpuUsage()` was asked. */
export function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
