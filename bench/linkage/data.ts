import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const shared = resolve(import.meta.dirname, '../../../shared/data');

/** A file of the shared data; says clearly where it should lie when it is absent, and ends. */
export function readShared(path: string): string {
  const file = resolve(shared, path);
  if (!existsSync(file)) {
    process.stderr.write(`not measured: ${path} is not in ../shared/data\n`);
    process.exit(0);
  }
  return readFileSync(file, 'utf8');
}
