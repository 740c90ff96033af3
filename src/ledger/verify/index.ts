/**
 * Reads a case back from disk and says exactly what is not as it was written. It shares no code with what writes: its
 * own canonical JSON, tree, keys, page check, signature check; files are opened with another library.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { SanadError } from '../../model/index.ts';
import { type CaseFacts, readCaseFacts } from './case-file.ts';
import { readCheckpoints, type SignedRoot } from './checkpoints.ts';
import { copyDatabase } from './copy.ts';
import { checkEntries, type ReadEntries } from './entries.ts';
import type { Fault, Report } from './fault.ts';
import { type Keys, readKeys } from './keys.ts';
import { brokenLog } from './log.ts';
import { checkPages, firstPageHolds } from './pages.ts';
import { treeRoot } from './tree.ts';
import { checkNames, checkVault, listVault } from './vault.ts';

export { FAULTS, type Fault } from './fault.ts';

export interface VerifyResult {
  readonly ok: boolean;
  /** How many entries were read. */
  readonly entries: number;
  /** How many files of the vault were checked. */
  readonly files: number;
  readonly faults: readonly Fault[];
}

/**
 * Checks a case folder or a copy of one, also while it is written to. Writes nothing there.
 *
 * @param options.keyless without any key: that `sanad.json` is as it was written, every checkpoint signed, every file of
 *   the vault what its name says. Entries and values stand behind the database's key, and are not looked at
 * @throws SanadError `case.not-found`, `case.not-a-case`, `case.version-unknown`, `case.passphrase-needed`,
 *   `case.passphrase-wrong`; everything else that is wrong is a fault in the result
 */
export async function verifyCase(
  folder: string,
  options: { readonly passphrase?: string | undefined; readonly keyless?: boolean | undefined } = {},
): Promise<VerifyResult> {
  const path = resolve(folder);
  const faults: Fault[] = [];
  const report: Report = (what, where) => faults.push({ what, where });
  const result = (entries: number, files: number): VerifyResult => ({
    ok: faults.length === 0,
    entries,
    files,
    faults,
  });

  const facts = readCaseFacts(path, report, await standingCaseFile(path, options.passphrase));
  if (!facts) return result(0, 0);
  if (options.keyless) {
    readCheckpoints(path, facts, report);
    return result(0, checkNames(path, listVault(path), report));
  }
  const damagedFile = faults.length > 0;
  if (facts.sealed && !options.passphrase) throw new SanadError('case.passphrase-needed', { folder });
  const keys = await readKeys(facts, options.passphrase);
  if (keys === 'forged') report('case-file-forged', 'sanad.json');
  if (keys === 'forged') return result(0, 0);
  if (!keys) {
    if (!damagedFile) throw new SanadError('case.passphrase-wrong', { folder });
    return result(0, 0);
  }

  // In this order, so that what a writer adds meanwhile is never taken for a fault.
  const checkpoints = readCheckpoints(path, facts, report);
  const listed = listVault(path);
  const read = checkDatabase(path, facts, keys, checkpoints, report);
  const files = await checkVault(path, listed, read.files, read.complete, keys.vault, report);
  return result(read.read, files);
}

/**
 * A change of all keys that was killed between its two last steps leaves the database under keys that stand in the file
 * beside `sanad.json`; the next opening for writing moves it there.
 */
async function standingCaseFile(folder: string, passphrase: string | undefined): Promise<string> {
  const next = 'sanad.json.next';
  if (!existsSync(join(folder, next)) || !existsSync(join(folder, 'ledger.db'))) return 'sanad.json';
  const facts = readCaseFacts(folder, () => {}, next);
  const keys = facts && (await readKeys(facts, passphrase));
  const stands = typeof keys === 'object' && firstPageHolds(join(folder, 'ledger.db'), keys.database);
  return stands ? next : 'sanad.json';
}

function checkDatabase(
  folder: string,
  facts: CaseFacts,
  keys: Keys,
  checkpoints: readonly SignedRoot[],
  report: Report,
): ReadEntries {
  const nothing: ReadEntries = { read: 0, complete: false, files: [] };
  if (!existsSync(join(folder, 'ledger.db'))) {
    report('database-unreadable', 'ledger.db');
    return nothing;
  }
  const copy = copyDatabase(folder);
  try {
    // Read before the log is moved into the copy.
    const broken = brokenLog(`${copy.path}-wal`);
    const db = openCopy(copy.path, keys.database);
    const bySize = new Map(checkpoints.map((signed) => [signed.size, signed]));
    try {
      checkPages(copy.path, keys.database, report);
      if (!db) {
        report('database-unreadable', 'ledger.db');
        if (broken) report('log-changed', broken);
        return nothing;
      }
      const read = checkEntries(db, facts, keys, checkpoints.at(-1)?.size ?? 0, report, (tree) => {
        const signed = bySize.get(tree.size);
        if (signed && !treeRoot(tree).equals(signed.root)) report('checkpoint-contradicts', signed.file);
      });
      if (broken && read.read < (checkpoints.at(-1)?.size ?? 0)) report('log-changed', broken);
      // The entry that founds a case is signed at once, and so is every batch after it.
      if (checkpoints.length === 0 && read.read > 1) report('checkpoint-missing', 'checkpoints');
      return read;
    } finally {
      db?.close();
    }
  } finally {
    copy.remove();
  }
}

/** Opens the copy, with what its log still holds moved into it. */
function openCopy(path: string, key: Uint8Array): Database.Database | undefined {
  const db = new Database(path);
  try {
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
    db.pragma('temp_store = MEMORY');
    db.pragma('wal_checkpoint(TRUNCATE)');
    for (const table of ['entry', 'payload', 'named']) db.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
    return db;
  } catch {
    db.close();
    return undefined;
  }
}
