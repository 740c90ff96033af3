import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { type RandomBytes, SanadError } from '../model/index.ts';
import { ageIdentity } from './age-file.ts';

/**
 * The keys of a case. Each is random and independent of the others; a sealed case holds them only wrapped under
 * passphrases, each key by itself, so that a later lock may open some and not others, and a passphrase can change
 * without rewriting a file. The plain keys live in memory while the case is open.
 */
export interface Keyring {
  /** Of the database's cipher. 32 bytes, as are all. */
  readonly database: Uint8Array;
  /** Seed of the Ed25519 key that signs checkpoints. */
  readonly checkpoint: Uint8Array;
  /** X25519 secret that opens the vault's files; an unsealed case stores them as they came. */
  readonly vault?: Uint8Array;
}
export type KeyName = keyof Keyring;
const KEY_NAMES: readonly KeyName[] = ['database', 'checkpoint', 'vault'];

/** Cost of guessing a passphrase once: Argon2id, RFC 9106. */
export interface PassphraseCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}
/** RFC 9106, section 4, second recommended option: half a second on a laptop. */
export const PASSPHRASE_COST: PassphraseCost = { memoryKiB: 65_536, passes: 3, lanes: 4 };
/** A case file that asks for more was not made here and would only stall the machine. */
const COST_LIMIT: PassphraseCost = { memoryKiB: 1_048_576, passes: 16, lanes: 16 };

/** One passphrase's way to the keys. */
export interface Lock extends PassphraseCost {
  readonly kdf: 'argon2id';
  /** base64 */
  readonly salt: string;
  /** Key name → base64 of nonce ‖ ciphertext ‖ tag, ChaCha20-Poly1305, bound to case and key name. */
  readonly wraps: Readonly<Record<string, string>>;
}

export function newKeyring(random: RandomBytes, sealing: 'sealed' | 'unsealed'): Keyring {
  const keys = { database: random(32), checkpoint: random(32) };
  return sealing === 'sealed' ? { ...keys, vault: random(32) } : keys;
}

export async function lockKeyring(
  keys: Keyring,
  caseId: string,
  passphrase: string,
  cost: PassphraseCost,
  random: RandomBytes,
): Promise<Lock> {
  const salt = random(16);
  const secret = await stretch(passphrase, salt, cost);
  const wraps: Record<string, string> = {};
  for (const name of KEY_NAMES) {
    const key = keys[name];
    if (!key) continue;
    const nonce = random(12);
    const cipher = createCipheriv('chacha20-poly1305', wrapping(secret, name), nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(`${caseId} ${name}`), { plaintextLength: key.length });
    wraps[name] = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString(
      'base64',
    );
  }
  return { kdf: 'argon2id', ...cost, salt: Buffer.from(salt).toString('base64'), wraps };
}

/** @throws SanadError `case.passphrase-wrong` where no lock opens. */
export async function unlockKeyring(
  locks: readonly Lock[],
  caseId: string,
  passphrase: string,
): Promise<Keyring> {
  for (const lock of locks) {
    if (
      lock.memoryKiB > COST_LIMIT.memoryKiB ||
      lock.passes > COST_LIMIT.passes ||
      lock.lanes > COST_LIMIT.lanes
    )
      throw new SanadError('case.damaged', { where: 'sanad.json' });
    const secret = await stretch(passphrase, Buffer.from(lock.salt, 'base64'), lock);
    const open = (name: KeyName): Buffer | undefined =>
      unwrap(wrapping(secret, name), `${caseId} ${name}`, Buffer.from(lock.wraps[name] ?? '', 'base64'));
    const database = open('database');
    const checkpoint = open('checkpoint');
    const vault = open('vault');
    if (database && checkpoint && vault) return { database, checkpoint, vault };
  }
  throw new SanadError('case.passphrase-wrong');
}

/** What the vault encrypts to and decrypts with, where the case is sealed. */
export const vaultIdentity = (keys: Keyring): KeyObject | undefined => keys.vault && ageIdentity(keys.vault);

/** NFKC, so that one phrase typed on two keyboards is one phrase. */
const stretch = (passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Buffer> =>
  hashRaw(passphrase.normalize('NFKC'), {
    salt,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  });

const wrapping = (secret: Uint8Array, name: KeyName): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `sanad wrap ${name}`, 32));

function unwrap(key: Uint8Array, bound: string, wrapped: Buffer): Buffer | undefined {
  if (wrapped.length !== 60) return undefined;
  const cipher = createDecipheriv('chacha20-poly1305', key, wrapped.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(bound), { plaintextLength: 32 });
  cipher.setAuthTag(wrapped.subarray(44));
  const plain = cipher.update(wrapped.subarray(12, 44));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}
