import Database from 'better-sqlite3-multiple-ciphers';
import { SanadError } from '../model/index.ts';

/**
 * The one file `ledger.db`, under an authenticated cipher in every case: SQLite does not notice flipped bits by itself,
 * a page whose tag does not fit is refused. What makes a case sealed is where the key is kept.
 */
export type Db = Database.Database;
export const DATABASE_FILE = 'ledger.db';

/** Versions before it can corrupt a database in WAL mode. */
const OLDEST_SQLITE = [3, 51, 3] as const;

const SCHEMA = `
  -- What happened. Never changed; no personal value stands here.
  CREATE TABLE entry (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, leaf BLOB NOT NULL) STRICT;
  -- The values and salts behind the entries' commitments, by class of sensitivity, of one entry or of several that
  -- follow each other: seq to last. Erasing happens here alone. sealed_by names the key that seals a body beyond the
  -- database's own.
  CREATE TABLE payload (
    seq INTEGER NOT NULL REFERENCES entry(seq), class TEXT NOT NULL, sealed_by TEXT NOT NULL DEFAULT '',
    body ANY NOT NULL, last INTEGER, PRIMARY KEY (seq, class)
  ) STRICT, WITHOUT ROWID;
  -- Where to find an id. Derived from the entries.
  CREATE TABLE named (id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES entry(seq))
    STRICT, WITHOUT ROWID;
  CREATE INDEX named_kind ON named (kind, seq);
  CREATE TRIGGER entry_never_updated BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
  CREATE TRIGGER entry_never_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  CREATE TRIGGER entry_without_gap BEFORE INSERT ON entry
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entry)
    BEGIN SELECT RAISE(ABORT, 'entries follow each other'); END;
`;

export function openDatabase(path: string, key: Uint8Array, mode: 'create' | 'write' | 'read'): Db {
  try {
    const db = new Database(path, {
      readonly: mode === 'read',
      fileMustExist: mode !== 'create',
      timeout: 5_000,
    });
    try {
      prepare(db, key, mode);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  } catch (error) {
    throw diskTrouble(error);
  }
}

function prepare(db: Db, key: Uint8Array, mode: 'create' | 'write' | 'read'): void {
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
  db.pragma('temp_store = MEMORY');
  // 64 MiB: a large batch is encrypted once, when it is committed, and not also when it overflows the cache.
  db.pragma('cache_size = -65536');
  db.pragma('trusted_schema = OFF');
  db.pragma('foreign_keys = ON');
  const version = db.prepare('SELECT sqlite_version()').pluck().get();
  if (!isRecentEnough(String(version))) throw new SanadError('internal', { reason: `SQLite ${version}` });
  if (mode !== 'read') {
    db.pragma('journal_mode = WAL');
    db.pragma('secure_delete = ON');
    // A WAL database is reopened with NORMAL, which loses acknowledged entries when the power is cut.
    db.pragma('synchronous = FULL');
  }
  if (mode === 'create') db.exec(SCHEMA);
  // Version 1 had one payload row an entry.
  if (mode === 'write' && !hasLast(db)) db.exec('ALTER TABLE payload ADD COLUMN last INTEGER');
  const expected: Record<string, unknown> = {
    journal_mode: 'wal',
    temp_store: 2,
    trusted_schema: 0,
    foreign_keys: 1,
  };
  if (mode !== 'read') Object.assign(expected, { synchronous: 2, secure_delete: 1 });
  for (const [pragma, value] of Object.entries(expected)) {
    const found = db.pragma(pragma, { simple: true });
    if (found !== value) throw new SanadError('internal', { reason: `${pragma} is ${found}` });
  }
}

/** Whether a payload says up to which entry it reaches; in version 1 it holds one. */
export const hasLast = (db: Db): boolean =>
  db.prepare("SELECT 1 FROM pragma_table_info('payload') WHERE name = 'last'").get() !== undefined;

function isRecentEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [at, least] of OLDEST_SQLITE.entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** An error of the database or the disk, as one that a person can act on. */
export function diskTrouble(error: unknown): unknown {
  if (error instanceof TypeError && error.message.includes('database connection is not open'))
    return new SanadError('case.closed', {}, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SQLITE_ERROR is a table that is not there: the log that held it is lost.
  if (/^SQLITE_(CORRUPT|NOTADB|CANTOPEN|ERROR)/.test(code))
    return new SanadError('case.damaged', { where: DATABASE_FILE }, error);
  if (
    /^(SQLITE_(FULL|IOERR|READONLY)|ENOSPC|EIO|EDQUOT|EROFS|EACCES|EPERM|ENOENT|ENOTDIR|EMFILE|ENFILE|EBUSY)/.test(
      code,
    )
  )
    return new SanadError('case.disk-failed', { reason: code }, error);
  return error;
}

/** The same function, its errors told so that a person can act on them. */
export const tellingTrouble =
  <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
  (...args: Args): Result => {
    try {
      return work(...args);
    } catch (error) {
      throw diskTrouble(error);
    }
  };
