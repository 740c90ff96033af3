import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { SanadError } from '../model/index.ts';

export const LOCK_FILE = 'writer.lock';

/**
 * One writer at a time. The lock is the operating system's, held through an empty database that is open for writing:
 * it ends with the process however that ends, so none is ever left behind.
 *
 * @returns how to give it back
 * @throws SanadError `case.locked`
 */
export const takeWriterLock = (folder: string): (() => void) => takeLock(folder, LOCK_FILE, 0);

/** @param wait milliseconds */
export function takeLock(folder: string, file: string, wait: number): () => void {
  const db = new Database(join(folder, file), { timeout: wait });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw new SanadError('case.locked', { folder }, cause);
  }
  return () => db.close();
}
