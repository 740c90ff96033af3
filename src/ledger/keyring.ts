import type { KeyObject } from 'node:crypto';
import type { RandomBytes } from '../model/index.ts';
import { ageIdentity } from './age-file.ts';
import { publicHalf, publicKeyObject } from './sealing.ts';
import { isSensitivity, SENSITIVITIES, type Sensitivity } from './sensitivity.ts';

/**
 * The keys of a case by name, 32 random bytes each, independent of each other. A sealed case holds them only wrapped,
 * each by itself, so that a lock opens some and not others. The plain keys live in memory while the case is open.
 *
 * `database`: of the database's cipher · `checkpoint`: seed of the Ed25519 key that signs checkpoints, for whoever may
 * write · `vault`: X25519 secret of the vault's files, of no use without a file's header · `team/1`, `source/1`, …:
 * X25519 secret of a class, and of which generation.
 */
export type Keyring = ReadonlyMap<string, Uint8Array>;

/** What of the class keys everyone may know. */
export interface ClassKey {
  /** Its name in the keyring. */
  readonly key: string;
  /** base64; whoever does not hold the class can still seal to it. */
  readonly public: string;
}
/** A class that came with a later version has none yet. */
export type ClassKeys = Readonly<Partial<Record<Sensitivity, ClassKey>>>;

/** The class of a key, `undefined` for one that every lock may hold. */
export function classOfKey(name: string): Sensitivity | undefined {
  const sensitivity = name.split('/', 1)[0] ?? '';
  return isSensitivity(sensitivity) ? sensitivity : undefined;
}

export function newKeyring(random: RandomBytes, sealing: 'sealed' | 'unsealed'): Keyring {
  const keys = new Map([
    ['database', random(32)],
    ['checkpoint', random(32)],
  ]);
  if (sealing === 'sealed') {
    keys.set('vault', random(32));
    for (const sensitivity of SENSITIVITIES) keys.set(`${sensitivity}/1`, random(32));
  }
  return keys;
}

/** The public halves of a keyring that holds every class, in its generation `generation`. */
export function classKeysOf(keys: Keyring, generation: number): ClassKeys {
  const entries = SENSITIVITIES.map((sensitivity): [Sensitivity, ClassKey] => {
    const key = `${sensitivity}/${generation}`;
    return [sensitivity, { key, public: publicHalf(keys.get(key)!).toString('base64') }];
  });
  return Object.fromEntries(entries);
}

/** What the vault encrypts to and decrypts with, where the case is sealed. */
export function vaultIdentity(keys: Keyring): KeyObject | undefined {
  const secret = keys.get('vault');
  return secret && ageIdentity(secret);
}

/** What it only encrypts to, where this opening may not read its files. */
export const vaultRecipient = (publicKey: string): KeyObject =>
  publicKeyObject(Buffer.from(publicKey, 'base64'));
