import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { canonicalText } from './canonical.ts';
import type { CaseFacts, LockFacts } from './case-file.ts';

export interface Keys {
  readonly database: Uint8Array;
  /** X25519 secret; sealed cases only. */
  readonly vault?: Uint8Array;
  /** Of sealed cases: the X25519 secret of each class that the passphrase opens, by the name of the key: `team/1`. */
  readonly classes: ReadonlyMap<string, Buffer>;
}

/**
 * `undefined` where the passphrase opens no lock, or what it should open is damaged; `forged` where locks or class keys
 * were exchanged by someone who does not hold the database's key.
 */
export async function readKeys(
  facts: CaseFacts,
  passphrase: string | undefined,
): Promise<Keys | 'forged' | undefined> {
  const open = facts.openKeys?.database;
  if (typeof open === 'string') {
    const database = Buffer.from(open, 'base64');
    return database.length === 32 ? { database, classes: new Map() } : undefined;
  }
  for (const lock of facts.locks) {
    const wrapped = await openLock(lock, facts.id, passphrase ?? '');
    const database = wrapped?.get('database');
    if (!wrapped || !database) continue;
    if (facts.version > 1 && !macHolds(facts, database)) return 'forged';
    const vault = wrapped.get('vault');
    const classes = new Map([...wrapped].filter(([name]) => name.includes('/')));
    return vault ? { database, vault, classes } : { database, classes };
  }
  return undefined;
}

async function openLock(
  lock: LockFacts,
  caseId: string,
  passphrase: string,
): Promise<Map<string, Buffer> | undefined> {
  const stretched = lock.kind === 'share' ? undefined : await stretch(passphrase, lock);
  if (!stretched) return undefined;
  if (lock.kind === undefined) return firstKeys(lock, caseId, stretched);
  const secret = open(derive(stretched, 'sanad lock'), bytes(lock.secret), `${caseId} ${lock.id}`);
  if (!secret) return undefined;
  const keys = new Map<string, Buffer>();
  for (const [name, wrap] of Object.entries(lock.wraps ?? {})) {
    const bound = `${caseId} ${lock.id} ${name}`;
    const wrapped = bytes(wrap);
    const key = agreed(secret, wrapped.subarray(0, 32), bound);
    const plain = key && open(key, wrapped.subarray(32), bound);
    if (plain) keys.set(name, plain);
  }
  return keys;
}

/** Version 1: every key straight under the passphrase. */
function firstKeys(lock: LockFacts, caseId: string, stretched: Buffer): Map<string, Buffer> | undefined {
  const keys = new Map<string, Buffer>();
  for (const name of ['database', 'vault']) {
    const plain = open(
      derive(stretched, `sanad wrap ${name}`),
      bytes(lock.wraps?.[name]),
      `${caseId} ${name}`,
    );
    if (!plain) return undefined;
    keys.set(name, plain);
  }
  return keys;
}

function macHolds(facts: CaseFacts, database: Buffer): boolean {
  const { mac, check: _, ...rest } = facts.all;
  const found = createHmac('sha256', derive(database, 'sanad case file'))
    .update(canonicalText(rest))
    .digest('base64');
  return mac === found;
}

const bytes = (text: unknown): Buffer => Buffer.from(String(text ?? ''), 'base64');

export const derive = (key: Uint8Array, info: string, salt: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

/** X25519 with the holder of `secret`, then HKDF over both public halves. */
export function agreed(secret: Buffer, share: Buffer, info: string): Buffer | undefined {
  try {
    const privateKey = createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]),
      format: 'der',
      type: 'pkcs8',
    });
    const own = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url');
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: share.toString('base64url') },
      format: 'jwk',
    });
    return derive(diffieHellman({ privateKey, publicKey }), info, Buffer.concat([share, own]));
  } catch {
    return undefined;
  }
}

/** ChaCha20-Poly1305: nonce ‖ ciphertext ‖ tag. */
export function open(key: Uint8Array, sealed: Buffer, bound: string): Buffer | undefined {
  if (sealed.length < 28) return undefined;
  const opening = createDecipheriv('chacha20-poly1305', key, sealed.subarray(0, 12), { authTagLength: 16 });
  opening.setAAD(Buffer.from(bound), { plaintextLength: sealed.length - 28 });
  opening.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([opening.update(sealed.subarray(12, -16)), opening.final()]);
  } catch {
    return undefined;
  }
}

async function stretch(passphrase: string, lock: LockFacts): Promise<Buffer | undefined> {
  const { memoryKiB, passes, lanes, salt } = lock;
  if (!(memoryKiB <= 1_048_576 && passes <= 16 && lanes <= 16)) return undefined;
  try {
    return await hashRaw(passphrase.normalize('NFKC'), {
      salt: Buffer.from(salt, 'base64'),
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
    });
  } catch {
    return undefined;
  }
}
