import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type RandomBytes, SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import { CASE_FILE, type CaseFile, caseFileHolds, readCaseFile, writeCaseFile } from './case-file.ts';
import { heldKeys } from './held-keys.ts';
import type { Keyring } from './keyring.ts';
import {
  FIRST_LOCK,
  type Lock,
  type LockInfo,
  lockInfo,
  lockSecret,
  type NewLock,
  newLock,
  openLock,
  type PassphraseCost,
  type PassphraseLock,
  sealSecret,
  unwrapKeys,
} from './lock.ts';
import { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';
import { takeLock } from './writer-lock.ts';

/** Which classes a keyring opens. */
export const heldBy = (file: CaseFile, keys: Keyring): ReadonlySet<Sensitivity> =>
  new Set(SENSITIVITIES.filter((one) => !file.classes || keys.has(file.classes[one]?.key ?? '')));

/**
 * The keys that a passphrase opens.
 *
 * @param lock the only one to try
 * @throws SanadError `case.passphrase-wrong`, `case.lock-unknown`, `case.damaged` where someone else exchanged a lock
 */
export async function openLocks(file: CaseFile, passphrase: string, lock?: string): Promise<Keyring> {
  const tried = (file.locks ?? []).filter((one) => lock === undefined || lockInfo(one).id === lock);
  if (tried.length === 0) throw new SanadError('case.lock-unknown', { lock: lock ?? '' });
  for (const one of tried) {
    const keys = await openLock(one, file.id, passphrase);
    if (keys) return genuine(file, keys);
  }
  throw new SanadError('case.passphrase-wrong');
}

/** The keys of a lock, once its file is seen to be written by someone who held them. */
export function genuine(file: CaseFile, keys: Keyring): Keyring {
  const database = keys.get('database');
  if (!database || !caseFileHolds(file, database)) throw new SanadError('case.damaged', { where: CASE_FILE });
  return keys;
}

/** The ways into a case. None in an unsealed one. */
export const listLocks = (folder: string): LockInfo[] => locksOf(readCaseFile(resolve(folder))).map(lockInfo);

export const locksOf = (file: CaseFile): readonly Lock[] => file.locks ?? [];

/**
 * Adds a lock that opens no more than `opened` holds. Only `sanad.json` is written.
 *
 * @throws SanadError `key.unsealed`, `key.lock-exists`, `key.old-format`, `case.class-closed`, `case.lock-reads`
 */
export async function addLock(
  folder: string,
  opened: Case,
  asked: NewLock,
  random: RandomBytes = randomBytes,
): Promise<void> {
  const file = readCaseFile(resolve(folder));
  if (!file.sealed) throw new SanadError('key.unsealed', { folder });
  if (!file.classes) throw new SanadError('key.old-format', { folder });
  const keys = heldKeys(opened);
  for (const one of asked.classes)
    if (file.classes[one] && !keys.has(file.classes[one].key))
      throw new SanadError('case.class-closed', { class: one });
  if (asked.writes && !keys.has('checkpoint')) throw new SanadError('case.lock-reads', { folder });
  const lock = await newLock(keys, file.id, asked, random);
  changeLocks(folder, keys, (locks) => {
    if (locks.some((one) => lockInfo(one).id === lock.id))
      throw new SanadError('key.lock-exists', { lock: lock.id });
    return [...locks, lock];
  });
}

/**
 * Takes a lock away. Who knew its passphrase and kept a copy of the case still opens that copy: new keys (`rotateKeys`)
 * shut them out of what comes after.
 *
 * @throws SanadError `case.lock-unknown`, `key.last-lock` where no passphrase would be left that opens everything
 */
export function removeLock(folder: string, opened: Case, id: string): void {
  changeLocks(folder, heldKeys(opened), (locks) => {
    const left = locks.filter((one) => lockInfo(one).id !== id);
    if (left.length === locks.length) throw new SanadError('case.lock-unknown', { lock: id });
    if (!left.some(opensAll)) throw new SanadError('key.last-lock', { lock: id });
    return left;
  });
}

function opensAll(lock: Lock): boolean {
  const { kind, classes, writes } = lockInfo(lock);
  return kind === 'passphrase' && writes && SENSITIVITIES.every((one) => classes.includes(one));
}

/**
 * A lock's passphrase becomes another. Only `sanad.json` is written; the case may be open meanwhile.
 *
 * @param cost of guessing it; by default what it cost before
 * @throws SanadError `case.passphrase-wrong`, `case.lock-unknown`
 */
export async function changePassphrase(
  folder: string,
  id: string,
  old: string,
  next: string,
  cost?: PassphraseCost,
  random: RandomBytes = randomBytes,
): Promise<void> {
  const file = readCaseFile(resolve(folder));
  const lock = locksOf(file).find((one) => lockInfo(one).id === id);
  if (!lock || lockInfo(lock).kind !== 'passphrase') throw new SanadError('case.lock-unknown', { lock: id });
  const keys = await openLocks(file, old, id);
  const changed = await withPassphrase(lock, file.id, keys, old, next, cost, random);
  changeLocks(folder, keys, (locks) => locks.map((one) => (lockInfo(one).id === id ? changed : one)));
}

async function withPassphrase(
  lock: Lock,
  caseId: string,
  keys: Keyring,
  old: string,
  next: string,
  cost: PassphraseCost | undefined,
  random: RandomBytes,
): Promise<Lock> {
  // Version 1 had no lock of its own under the passphrase.
  if (!('kind' in lock)) {
    const owner = { id: FIRST_LOCK, passphrase: next, classes: SENSITIVITIES, writes: true };
    return newLock(keys, caseId, { ...owner, cost: cost ?? lock }, random);
  }
  if (lock.kind !== 'passphrase') throw new SanadError('case.lock-unknown', { lock: lock.id });
  const secret = await secretOf(lock, caseId, old);
  const sealed = await sealSecret(secret, caseId, lock.id, next, cost ?? lock, random);
  secret.fill(0);
  return { ...lock, ...sealed };
}

/** @throws SanadError `case.passphrase-wrong` */
export async function secretOf(lock: PassphraseLock, caseId: string, passphrase: string): Promise<Buffer> {
  const secret = await lockSecret(lock, caseId, passphrase);
  if (!secret) throw new SanadError('case.passphrase-wrong');
  return secret;
}

/** Reads `sanad.json` as it stands now, changes its locks and writes it, one process at a time. */
export const changeLocks = (
  folder: string,
  keys: Keyring,
  change: (locks: readonly Lock[]) => readonly Lock[],
): void => changeCaseFile(folder, keys, (file) => ({ ...file, locks: [...change(locksOf(file))] }));

export function changeCaseFile(
  folder: string,
  keys: Keyring,
  change: (file: CaseFile) => CaseFile,
  databaseKey = keys.get('database'),
): void {
  const path = resolve(folder);
  const giveBack = takeLock(path, 'keys.lock', 5_000);
  try {
    const file = readCaseFile(path);
    genuine(file, keys);
    if (!databaseKey) throw new SanadError('case.closed');
    writeCaseFile(path, change(file), databaseKey);
  } finally {
    giveBack();
  }
}

/** The keys of a lock whose secret half is known. */
export function keysBySecret(
  file: CaseFile,
  lock: Extract<Lock, { kind: string }>,
  secret: Uint8Array,
): Keyring {
  return genuine(file, unwrapKeys(lock, file.id, secret));
}
