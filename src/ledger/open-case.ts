import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type RandomBytes, randomId, SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import { CASE_FILE, type CaseFile, FORMAT_VERSION, readCaseFile, writeCaseFile } from './case-file.ts';
import { caseForReading } from './case-views.ts';
import {
  CHECKPOINT_FOLDER,
  type Checkpoint,
  newestCheckpoint,
  originOf,
  sweepCheckpoints,
  writeCheckpoint,
} from './checkpoint.ts';
import { DATABASE_FILE, type Db, diskTrouble, openDatabase } from './database.ts';
import { makeFolder, syncFolder } from './durable-file.ts';
import { type Entries, openEntries } from './entries.ts';
import { pooled } from './entry.ts';
import { vaultNames } from './entry-facts.ts';
import {
  classKeysOf,
  classOfKey,
  type Keyring,
  newKeyring,
  vaultIdentity,
  vaultRecipient,
} from './keyring.ts';
import { FIRST_LOCK, newLock, type PassphraseCost } from './lock.ts';
import { heldBy, openLocks } from './locks.ts';
import { EMPTY_FRONTIER, type Frontier, rootOf } from './merkle-tree.ts';
import type { Ledger } from './open-ledger.ts';
import { openSeals, type PayloadSeals, payloadSeals } from './payload-seal.ts';
import { settleRotation } from './rotation.ts';
import { publicHalf } from './sealing.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { noteSigner } from './signed-note.ts';
import { openVault, VAULT_FOLDER } from './vault.ts';
import { writeEntries } from './write-entries.ts';
import { takeWriterLock } from './writer-lock.ts';
import { caseForWriting } from './writing-case.ts';

/** Where time and chance come from; tests give their own. */
interface World {
  readonly clock?: () => Date;
  readonly random?: RandomBytes;
  /** Records from which on a second thread, which costs something to begin, writes them: 2,000. */
  readonly many?: number;
}

const MANY = 2_000;

export interface CreateOptions extends World {
  /** What people call it. Stands in the clear; by default the folder's name. */
  readonly name?: string | undefined;
  /** Seals the case. One of this and `unsealed` must be given. */
  readonly passphrase?: string | undefined;
  /** For a case that holds nothing private. */
  readonly unsealed?: boolean | undefined;
  /** What one guess at the passphrase costs; less than the default only where nothing is at stake. */
  readonly passphraseCost?: PassphraseCost;
}

export interface OpenOptions extends World {
  readonly passphrase?: string | undefined;
  /** The only lock to try; by default each, in order. */
  readonly lock?: string | undefined;
  /** `read` opens beside a writer and others that read; `write`, the default, is one at a time. */
  readonly mode?: 'read' | 'write' | undefined;
}

/**
 * Makes a case folder and opens it for writing.
 *
 * @throws SanadError `case.exists`, `case.passphrase-needed`, `case.disk-failed`
 */
export async function createCase(folder: string, options: CreateOptions): Promise<Case> {
  const path = resolve(folder);
  if (existsSync(path) && readdirSync(path).length > 0) throw new SanadError('case.exists', { folder });
  const { passphrase, unsealed = false } = options;
  if (!unsealed && !passphrase) throw new SanadError('case.passphrase-needed', { folder });
  const random = options.random ?? randomBytes;
  const clock = options.clock ?? (() => new Date());

  const keys = newKeyring(random, unsealed ? 'unsealed' : 'sealed');
  const id = randomId(random);
  const base64 = (name: string): string => Buffer.from(keyOf(keys, name)).toString('base64');
  const sealing = async (secret: string): Promise<Partial<CaseFile>> => {
    const owner = { id: FIRST_LOCK, passphrase: secret, classes: SENSITIVITIES, writes: true };
    const lock = await newLock(keys, id, { ...owner, cost: options.passphraseCost }, random);
    const vault = publicHalf(keyOf(keys, 'vault')).toString('base64');
    return { locks: [lock], classes: classKeysOf(keys, 1), vault };
  };
  const file: CaseFile = {
    format: 'sanad-case',
    version: FORMAT_VERSION,
    id,
    name: options.name ?? basename(path),
    created: clock().toISOString(),
    sealed: !unsealed,
    verifierKey: noteSigner(originOf(id), keyOf(keys, 'checkpoint')).verifierKey,
    ...(unsealed || !passphrase
      ? { openKeys: { database: base64('database'), checkpoint: base64('checkpoint') } }
      : await sealing(passphrase)),
  };

  let unlock: (() => void) | undefined;
  let db: Db | undefined;
  try {
    makeFolder(path);
    unlock = takeWriterLock(path);
    makeFolder(join(path, VAULT_FOLDER));
    makeFolder(join(path, CHECKPOINT_FOLDER));
    db = openDatabase(join(path, DATABASE_FILE), keyOf(keys, 'database'), 'create');
    const { id: caseId, name, created, sealed, verifierKey } = file;
    const facts = { id: caseId, name, created, sealed, verifierKey };
    const first = writeEntries([{ kind: 'case', at: created, facts, slots: [] }], random);
    openEntries(db, openSeals()).append(EMPTY_FRONTIER, [first]);
    syncFolder(path);
    // What makes the folder a case is written last: a process killed before leaves none.
    writeCaseFile(path, file, keyOf(keys, 'database'));
    return openForWriting(path, file, keys, db, unlock, { clock, random, many: options.many ?? MANY });
  } catch (error) {
    db?.close();
    unlock?.();
    throw diskTrouble(error);
  }
}

/**
 * @throws SanadError `case.not-found`, `case.not-a-case`, `case.version-unknown`, `case.passphrase-needed`,
 *   `case.passphrase-wrong`, `case.lock-unknown`, `case.lock-reads` where the lock may not write, `case.locked` where another writes, `case.damaged` where the ledger does not fit the
 *   newest checkpoint: nothing is ever signed on top of a broken history
 */
export async function openCase(folder: string, options: OpenOptions = {}): Promise<Case> {
  const path = resolve(folder);
  if (existsSync(path)) await settleRotation(path, options.passphrase, options.lock);
  const file = readCaseFile(path);
  const keys = await keysOf(file, options, folder);
  const random = options.random ?? randomBytes;
  const clock = options.clock ?? (() => new Date());
  if (options.mode === 'read') return openForReading(path, file, keys, random);
  if (!keys.has('checkpoint')) throw new SanadError('case.lock-reads', { folder });
  const unlock = takeWriterLock(path);
  let db: Db | undefined;
  try {
    db = openDatabase(join(path, DATABASE_FILE), keyOf(keys, 'database'), 'write');
    // From here on entries of this version may follow.
    const current = { ...file, version: FORMAT_VERSION };
    if (file.version !== FORMAT_VERSION) writeCaseFile(path, current, keyOf(keys, 'database'));
    return openForWriting(path, current, keys, db, unlock, { clock, random, many: options.many ?? MANY });
  } catch (error) {
    db?.close();
    unlock();
    throw diskTrouble(error);
  }
}

function openForReading(folder: string, file: CaseFile, keys: Keyring, random: RandomBytes): Case {
  const db = openDatabase(join(folder, DATABASE_FILE), keyOf(keys, 'database'), 'read');
  try {
    return caseForReading(file, ledgerOf(folder, file, keys, db, random));
  } catch (error) {
    db.close();
    throw diskTrouble(error);
  }
}

/** Whether a passphrase is needed to open the case. */
export const isSealed = (folder: string): boolean => readCaseFile(resolve(folder)).sealed;

async function keysOf(file: CaseFile, options: OpenOptions, folder: string): Promise<Keyring> {
  if (file.openKeys)
    return new Map(Object.entries(file.openKeys).map(([name, key]) => [name, Buffer.from(key, 'base64')]));
  if (!options.passphrase) throw new SanadError('case.passphrase-needed', { folder });
  return openLocks(file, options.passphrase, options.lock);
}

const keyOf = (keys: Keyring, name: string): Uint8Array => {
  const key = keys.get(name);
  if (!key) throw new SanadError('case.damaged', { where: CASE_FILE });
  return key;
};

const sealsOf = (file: CaseFile, keys: Keyring, random: RandomBytes): PayloadSeals =>
  file.classes ? payloadSeals(file.id, file.classes, keys, random) : openSeals();

function ledgerOf(folder: string, file: CaseFile, opened: Keyring, db: Db, random: RandomBytes): Ledger {
  const keys = new Map(opened);
  const seals = sealsOf(file, keys, pooled(random));
  const recipient = file.vault === undefined ? undefined : vaultRecipient(file.vault);
  const drop = (name: string): void => {
    keys.get(name)?.fill(0);
    keys.delete(name);
  };
  return {
    folder,
    db,
    entries: openEntries(db, seals),
    seals,
    vault: openVault(folder, () => vaultIdentity(keys) ?? recipient, random),
    keys,
    unlock: async (lock, passphrase) => {
      // As it stands now: locks may have been added since.
      const more = await openLocks(readCaseFile(folder), passphrase, lock);
      for (const [name, key] of more) if (!keys.has(name)) keys.set(name, key);
      seals.add(keys);
      return heldBy(file, more);
    },
    forget: (classes) => {
      const gone = new Set(classes);
      seals.forget(gone);
      for (const name of [...keys.keys()]) if (gone.has(classOfKey(name)!)) drop(name);
    },
    forgetAll: () => {
      seals.forget(SENSITIVITIES);
      for (const name of [...keys.keys()]) drop(name);
    },
  };
}

function openForWriting(
  folder: string,
  file: CaseFile,
  keys: Keyring,
  db: Db,
  unlock: () => void,
  world: Required<World>,
): Case {
  const ledger = ledgerOf(folder, file, keys, db, world.random);
  const { entries, vault } = ledger;
  const signer = noteSigner(originOf(file.id), keyOf(keys, 'checkpoint'));
  const signed = newestCheckpoint(folder, file.verifierKey);
  const tree = continuedTree(signed, entries);
  sweepCheckpoints(folder);
  vault.sweep(() => vaultNames(entries).kept);
  // What a process that erased was killed before finishing.
  for (const name of vaultNames(entries).erased) vault.shred(name);
  entries.settle();
  if (tree.size > (signed?.size ?? 0))
    writeCheckpoint(folder, { size: tree.size, root: rootOf(tree) }, signer);
  return caseForWriting(file, { ...ledger, signer, ...world }, tree, unlock);
}

/** The tree of all entries, once it is seen to continue what was signed last. */
function continuedTree(signed: Checkpoint | undefined, entries: Entries): Frontier {
  const atSigned = entries.extend(EMPTY_FRONTIER, signed?.size ?? 0);
  const continues =
    !signed || (atSigned.size === signed.size && Buffer.compare(rootOf(atSigned), signed.root) === 0);
  if (!continues) throw new SanadError('case.damaged', { where: DATABASE_FILE });
  return entries.extend(atSigned);
}
