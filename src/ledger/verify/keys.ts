import { createDecipheriv, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { CaseFacts, LockFacts } from './case-file.ts';

export interface Keys {
  readonly database: Uint8Array;
  /** X25519 secret; sealed cases only. */
  readonly vault?: Uint8Array;
}

/** `undefined` where the passphrase opens no lock, or what it should open is damaged. */
export async function readKeys(facts: CaseFacts, passphrase: string | undefined): Promise<Keys | undefined> {
  const open = facts.openKeys?.database;
  if (typeof open === 'string') {
    const database = Buffer.from(open, 'base64');
    return database.length === 32 ? { database } : undefined;
  }
  for (const lock of facts.locks) {
    const secret = await stretch(passphrase ?? '', lock);
    const database = secret && unwrap(secret, facts.id, 'database', lock);
    const vault = secret && unwrap(secret, facts.id, 'vault', lock);
    if (database && vault) return { database, vault };
  }
  return undefined;
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

function unwrap(secret: Uint8Array, caseId: string, name: string, lock: LockFacts): Buffer | undefined {
  const wrapped = Buffer.from(String(lock.wraps?.[name] ?? ''), 'base64');
  if (wrapped.length !== 12 + 32 + 16) return undefined;
  const key = Buffer.from(hkdfSync('sha256', secret, '', `sanad wrap ${name}`, 32));
  const opening = createDecipheriv('chacha20-poly1305', key, wrapped.subarray(0, 12), { authTagLength: 16 });
  opening.setAAD(Buffer.from(`${caseId} ${name}`), { plaintextLength: 32 });
  opening.setAuthTag(wrapped.subarray(-16));
  try {
    return Buffer.concat([opening.update(wrapped.subarray(12, 44)), opening.final()]);
  } catch {
    return undefined;
  }
}
