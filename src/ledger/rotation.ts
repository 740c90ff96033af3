import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RandomBytes, SanadError } from '../model/index.ts';
import { CASE_FILE, type CaseFile, FORMAT_VERSION, readCaseFile, writeCaseFile } from './case-file.ts';
import { DATABASE_FILE, diskTrouble, openDatabase } from './database.ts';
import { shredDerived } from './derived-file.ts';
import { shred, syncFile, syncFolder } from './durable-file.ts';
import { pooled } from './entry.ts';
import { classKeysOf, type Keyring } from './keyring.ts';
import { FIRST_LOCK, type Lock, newLock, type PassphraseCost, sealSecret, wrapKeys } from './lock.ts';
import { heldBy, locksOf, openLocks, secretOf } from './locks.ts';
import { openSeals, type PayloadSeals, payloadSeals } from './payload-seal.ts';
import { publicHalf } from './sealing.ts';
import { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';
import { takeWriterLock } from './writer-lock.ts';

/**
 * New keys: the database is written anew under a new key, every payload sealed anew under new class keys, both wrapped for
 * every lock there is. The files of the vault stay: what opens them stands in payloads. Killed anywhere, the case is as
 * before or as after: what is new lies beside what is old (`.next`) until two renames, and the next opening takes the
 * second where it was not reached.
 */
const NEXT = '.next';
const OLD = '.old';

export interface Rotation {
  readonly passphrase: string;
  /** The lock that the passphrase opens; it must open everything. */
  readonly lock?: string;
  /** Takes the place of the passphrase, so that what was wrapped before does not open with it. */
  readonly newPassphrase?: string | undefined;
  readonly cost?: PassphraseCost | undefined;
  readonly random?: RandomBytes;
}

/**
 * @throws SanadError `key.unsealed`, `case.passphrase-wrong`, `case.class-closed`, `case.lock-reads`, `case.locked`,
 *   `case.disk-failed`
 */
export async function rotateKeys(folder: string, rotation: Rotation): Promise<void> {
  const { passphrase, lock = FIRST_LOCK, newPassphrase, cost, random = randomBytes } = rotation;
  const path = resolve(folder);
  const giveBack = takeWriterLock(path);
  try {
    const file = readCaseFile(path);
    if (!file.sealed) throw new SanadError('key.unsealed', { folder });
    const old = await openLocks(file, passphrase, lock);
    for (const one of SENSITIVITIES)
      if (file.classes?.[one] && !heldBy(file, old).has(one))
        throw new SanadError('case.class-closed', { class: one });
    if (!old.has('checkpoint')) throw new SanadError('case.lock-reads', { folder });

    const generation = 1 + Math.max(0, ...[...old.keys()].map((name) => Number(name.split('/')[1] ?? 0)));
    const keys = new Map(old);
    for (const name of old.keys()) if (name.includes('/')) keys.delete(name);
    keys.set('database', random(32));
    for (const one of SENSITIVITIES) keys.set(`${one}/${generation}`, random(32));

    const locks: Lock[] = [];
    for (const one of locksOf(file)) locks.push(await rewrapped(one, file.id, keys, rotation, random));
    if (newPassphrase !== undefined)
      await exchange(locks, file, lock, passphrase, newPassphrase, cost, random);
    const next: CaseFile = {
      ...file,
      version: FORMAT_VERSION,
      locks,
      classes: classKeysOf(keys, generation),
      vault: publicHalf(keys.get('vault')!).toString('base64'),
    };
    writeDatabase(path, file, old, next, keys, random);
    writeCaseFile(path, next, keys.get('database')!, CASE_FILE + NEXT);
    shredDerived(path);
    takeNext(path);
    finish(path);
    for (const key of [...old.values(), ...keys.values()]) key.fill(0);
  } catch (error) {
    throw diskTrouble(error);
  } finally {
    giveBack();
  }
}

/** The same lock, with the new keys. One of version 1 becomes one of now, under the same passphrase. */
async function rewrapped(
  lock: Lock,
  caseId: string,
  keys: Keyring,
  { passphrase, cost }: Rotation,
  random: RandomBytes,
): Promise<Lock> {
  if ('kind' in lock) return { ...lock, wraps: wrapKeys(keys, caseId, lock, random) };
  const owner = { id: FIRST_LOCK, passphrase, classes: SENSITIVITIES, writes: true, cost: cost ?? lock };
  return newLock(keys, caseId, owner, random);
}

async function exchange(
  locks: Lock[],
  file: CaseFile,
  id: string,
  old: string,
  next: string,
  cost: PassphraseCost | undefined,
  random: RandomBytes,
): Promise<void> {
  for (const [at, lock] of locks.entries()) {
    if (!('kind' in lock) || lock.id !== id || lock.kind !== 'passphrase') continue;
    const secret = await secretOf(lock, file.id, old);
    locks[at] = { ...lock, ...(await sealSecret(secret, file.id, id, next, cost ?? lock, random)) };
    secret.fill(0);
  }
}

/** `ledger.db.next`: the same rows, every payload under its new key, every page under the new one. */
function writeDatabase(
  path: string,
  file: CaseFile,
  old: Keyring,
  next: CaseFile,
  keys: Keyring,
  random: RandomBytes,
): void {
  const to = join(path, DATABASE_FILE + NEXT);
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(to + ending, { force: true });
  const from = openDatabase(join(path, DATABASE_FILE), old.get('database')!, 'write');
  try {
    from.pragma('wal_checkpoint(TRUNCATE)');
    from.prepare('VACUUM INTO ?').run(to);
  } finally {
    from.close();
  }
  const pool = pooled(random);
  const before = file.classes ? payloadSeals(file.id, file.classes, old, pool) : openSeals();
  const after = payloadSeals(file.id, next.classes!, keys, pool);
  const db = openDatabase(to, old.get('database')!, 'write');
  try {
    db.pragma('journal_mode = DELETE');
    reseal(db, before, after);
    db.pragma(`rekey = "raw:${Buffer.from(keys.get('database')!).toString('hex')}"`);
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
  syncFile(to);
}

function reseal(db: ReturnType<typeof openDatabase>, before: PayloadSeals, after: PayloadSeals): void {
  interface Row {
    readonly seq: number;
    readonly class: Sensitivity;
    readonly last: number;
    readonly sealedBy: string;
    readonly body: string | Uint8Array;
  }
  const rows = db.prepare<[number, string], Row>(
    `SELECT seq, class, coalesce(last, seq) AS last, sealed_by AS sealedBy, body FROM payload
     WHERE (seq, class) > (?, ?) ORDER BY seq, class LIMIT 500`,
  );
  const update = db.prepare<[string, string | Uint8Array, number, number, string]>(
    'UPDATE payload SET sealed_by = ?, body = ?, last = ? WHERE seq = ? AND class = ?',
  );
  db.transaction(() => {
    let at: [number, string] = [-1, ''];
    for (;;) {
      const found = rows.all(...at);
      for (const { seq, class: sensitivity, last, sealedBy, body } of found) {
        const place = { sensitivity, first: seq, last };
        const sealed = after.seal(place, Buffer.from(before.open(place, { sealedBy, body })));
        update.run(sealed.sealedBy, sealed.body, last, seq, sensitivity);
        at = [seq, sensitivity];
      }
      if (found.length === 0) return;
    }
  })();
}

/** The database's half: from here on the case stands under its new keys. */
function takeNext(path: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(join(path, DATABASE_FILE + ending), { force: true });
  renameSync(join(path, DATABASE_FILE + NEXT), join(path, DATABASE_FILE));
  syncFolder(path);
}

/** The case file's half. What it said before is overwritten, as far as the disk overwrites. */
function finish(path: string): void {
  const old = join(path, CASE_FILE + OLD);
  rmSync(old, { force: true });
  linkSync(join(path, CASE_FILE), old);
  renameSync(join(path, CASE_FILE + NEXT), join(path, CASE_FILE));
  syncFolder(path);
  shred(old);
}

/**
 * What a rotation that was killed left: taken to its end where the database has its new key, thrown away where not.
 *
 * @throws SanadError `case.passphrase-wrong`, `case.locked`
 */
export async function settleRotation(
  path: string,
  passphrase: string | undefined,
  lock?: string,
): Promise<void> {
  if (existsSync(join(path, CASE_FILE + OLD))) shred(join(path, CASE_FILE + OLD));
  if (!existsSync(join(path, CASE_FILE + NEXT))) return;
  if (passphrase === undefined) throw new SanadError('case.passphrase-needed', { folder: path });
  const giveBack = takeWriterLock(path);
  try {
    if (await opensDatabase(path, CASE_FILE + NEXT, passphrase, lock)) finish(path);
    else if (await opensDatabase(path, CASE_FILE, passphrase, lock)) {
      rmSync(join(path, CASE_FILE + NEXT));
      rmSync(join(path, DATABASE_FILE + NEXT), { force: true });
    } else throw new SanadError('case.passphrase-wrong');
  } finally {
    giveBack();
  }
}

/** Whether the keys that stand in this case file under the passphrase are those of the database. */
async function opensDatabase(
  path: string,
  name: string,
  passphrase: string,
  lock?: string,
): Promise<boolean> {
  try {
    const keys = await openLocks(readCaseFile(path, name), passphrase, lock);
    openDatabase(join(path, DATABASE_FILE), keys.get('database')!, 'read').close();
    return true;
  } catch (error) {
    if (error instanceof SanadError && /^case\.(passphrase-wrong|lock-unknown|damaged)$/.test(error.code))
      return false;
    throw error;
  }
}
