import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SanadError } from '../../model/index.ts';

const TRIES = 20;

/**
 * A copy of the database, outside the case, so that nothing is ever written there; as encrypted as the original. Taken
 * again where a writer moved pages from the log into the file meanwhile.
 *
 * @returns its path, and how to remove it
 */
export function copyDatabase(folder: string): { readonly path: string; readonly remove: () => void } {
  const from = join(folder, 'ledger.db');
  const within = mkdtempSync(join(tmpdir(), 'sanad-verify-'));
  const path = join(within, 'ledger.db');
  const remove = (): void => rmSync(within, { recursive: true, force: true });
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = statSync(from);
      copyFileSync(from, path);
      rmSync(`${path}-wal`, { force: true });
      if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${path}-wal`);
      const after = statSync(from);
      if (before.mtimeMs === after.mtimeMs && before.size === after.size) return { path, remove };
    }
    throw new SanadError('case.locked', { folder });
  } catch (error) {
    remove();
    throw error;
  }
}
