import { SanadError } from '../model/index.ts';
import { CASE_FILE, type CaseFile, caseFileHolds } from './case-file.ts';
import type { Keyring } from './keyring.ts';
import { lockInfo, openLock } from './lock.ts';
import { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';

/** Which classes a keyring opens. */
export const heldBy = (file: CaseFile, keys: Keyring): ReadonlySet<Sensitivity> =>
  new Set(SENSITIVITIES.filter((one) => !file.classes || keys.has(file.classes[one].key)));

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
    const database = keys?.get('database');
    if (!keys || !database) continue;
    if (!caseFileHolds(file, database)) throw new SanadError('case.damaged', { where: CASE_FILE });
    return keys;
  }
  throw new SanadError('case.passphrase-wrong');
}
