import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { type RandomBytes, SanadError } from '../model/index.ts';
import { classOfKey, type Keyring } from './keyring.ts';
import { derive, publicHalf, seal, sealTo, unseal, unsealWith } from './sealing.ts';
import { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';

/**
 * One way to the keys of a sealed case. A lock has an X25519 key of its own: its secret half is sealed under the
 * passphrase, the keys of the case are sealed to its public half. So a passphrase changes without touching anything
 * else, and new keys reach every lock without its passphrase.
 */
const costSchema = {
  memoryKiB: z.int().min(8),
  passes: z.int().min(1),
  lanes: z.int().min(1),
};
const wrapsSchema = z.record(z.string(), z.string());
const described = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.string().max(80),
  classes: z.array(z.enum(SENSITIVITIES)),
  writes: z.boolean(),
  /** base64, X25519. */
  public: z.string(),
  /** Key name → base64 of what `sealTo` gives. */
  wraps: wrapsSchema,
};
export const lockSchema = z.union([
  z.object({
    kind: z.literal('passphrase'),
    ...described,
    kdf: z.literal('argon2id'),
    ...costSchema,
    salt: z.string(),
    /** base64 of the lock's secret half, sealed under the stretched passphrase. */
    secret: z.string(),
  }),
  /** Its secret half is split among people. */
  z.object({ kind: z.literal('share'), ...described, k: z.int().min(2), n: z.int().min(2) }),
  /** Of version 1: keys wrapped straight under the passphrase, all of them, never more than one lock. */
  z.object({ kdf: z.literal('argon2id'), ...costSchema, salt: z.string(), wraps: wrapsSchema }),
]);
export type Lock = z.infer<typeof lockSchema>;
export type PassphraseLock = Extract<Lock, { kind: 'passphrase' }>;
export type FirstLock = Exclude<Lock, { kind: string }>;

/** What a lock says of itself, without opening it. */
export interface LockInfo {
  readonly id: string;
  /** A pseudonym: it stands in the clear. */
  readonly label: string;
  readonly kind: 'passphrase' | 'share';
  readonly classes: readonly Sensitivity[];
  /** Whether it may write to the case. */
  readonly writes: boolean;
}

export const FIRST_LOCK = 'owner';

export const lockInfo = (lock: Lock): LockInfo =>
  'kind' in lock
    ? { id: lock.id, label: lock.label, kind: lock.kind, classes: lock.classes, writes: lock.writes }
    : { id: FIRST_LOCK, label: FIRST_LOCK, kind: 'passphrase', classes: SENSITIVITIES, writes: true };

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

export interface NewLock {
  readonly id: string;
  readonly label?: string;
  readonly passphrase: string;
  readonly classes: readonly Sensitivity[];
  readonly writes: boolean;
  readonly cost?: PassphraseCost | undefined;
}

export async function newLock(
  keys: Keyring,
  caseId: string,
  { id, label = id, passphrase, classes, writes, cost = PASSPHRASE_COST }: NewLock,
  random: RandomBytes,
): Promise<PassphraseLock> {
  const secret = random(32);
  const granted = { classes: SENSITIVITIES.filter((one) => classes.includes(one)), writes };
  const lock = {
    kind: 'passphrase',
    id,
    label,
    ...granted,
    public: publicHalf(secret).toString('base64'),
  } as const;
  const sealed = await sealSecret(secret, caseId, id, passphrase, cost, random);
  return { ...lock, ...sealed, wraps: wrapKeys(keys, caseId, lock, random) };
}

type Sealed = Pick<PassphraseLock, 'kdf' | 'memoryKiB' | 'passes' | 'lanes' | 'salt' | 'secret'>;

/** A lock's secret half under a passphrase. */
export async function sealSecret(
  secret: Uint8Array,
  caseId: string,
  id: string,
  passphrase: string,
  { memoryKiB, passes, lanes }: PassphraseCost,
  random: RandomBytes,
): Promise<Sealed> {
  const salt = random(16);
  const stretched = await stretch(passphrase, salt, { memoryKiB, passes, lanes });
  const sealed = seal(derive(stretched, 'sanad lock'), secret, `${caseId} ${id}`, random);
  return {
    kdf: 'argon2id',
    memoryKiB,
    passes,
    lanes,
    salt: Buffer.from(salt).toString('base64'),
    secret: sealed.toString('base64'),
  };
}

/** Exactly the keys that the lock grants, each sealed to it. */
export function wrapKeys(
  keys: Keyring,
  caseId: string,
  lock: Pick<PassphraseLock, 'id' | 'public' | 'classes' | 'writes'>,
  random: RandomBytes,
): Record<string, string> {
  const wraps: Record<string, string> = {};
  for (const [name, key] of keys) {
    const sensitivity = classOfKey(name);
    const granted =
      name === 'checkpoint'
        ? lock.writes
        : name === 'vault'
          ? lock.classes.some((one) => one === 'team' || one === 'key')
          : sensitivity === undefined || lock.classes.includes(sensitivity);
    if (granted)
      wraps[name] = sealTo(
        Buffer.from(lock.public, 'base64'),
        key,
        `${caseId} ${lock.id} ${name}`,
        random,
      ).toString('base64');
  }
  return wraps;
}

/** The lock's secret half; `undefined` where the passphrase is another. */
export async function lockSecret(
  lock: PassphraseLock,
  caseId: string,
  passphrase: string,
): Promise<Buffer | undefined> {
  const stretched = await stretch(passphrase, Buffer.from(lock.salt, 'base64'), lock);
  return unseal(derive(stretched, 'sanad lock'), Buffer.from(lock.secret, 'base64'), `${caseId} ${lock.id}`);
}

/** @throws SanadError `case.damaged` where a wrap is not as it was written */
export function unwrapKeys(
  lock: Pick<PassphraseLock, 'id' | 'wraps'>,
  caseId: string,
  secret: Uint8Array,
): Keyring {
  const keys = new Map<string, Uint8Array>();
  for (const [name, wrapped] of Object.entries(lock.wraps)) {
    const key = unsealWith(secret, Buffer.from(wrapped, 'base64'), `${caseId} ${lock.id} ${name}`);
    if (key?.length !== 32) throw new SanadError('case.damaged', { where: 'sanad.json' });
    keys.set(name, key);
  }
  return keys;
}

/** What one lock gives for a passphrase; `undefined` where it is not that lock's. */
export async function openLock(lock: Lock, caseId: string, passphrase: string): Promise<Keyring | undefined> {
  if (!('kind' in lock)) return openFirstLock(lock, caseId, passphrase);
  if (lock.kind !== 'passphrase') return undefined;
  const secret = await lockSecret(lock, caseId, passphrase);
  if (!secret) return undefined;
  try {
    return unwrapKeys(lock, caseId, secret);
  } finally {
    secret.fill(0);
  }
}

async function openFirstLock(
  lock: FirstLock,
  caseId: string,
  passphrase: string,
): Promise<Keyring | undefined> {
  const stretched = await stretch(passphrase, Buffer.from(lock.salt, 'base64'), lock);
  const keys = new Map<string, Uint8Array>();
  for (const [name, wrapped] of Object.entries(lock.wraps)) {
    const key = derive(stretched, `sanad wrap ${name}`);
    const plain = unseal(key, Buffer.from(wrapped, 'base64'), `${caseId} ${name}`);
    if (!plain) return undefined;
    keys.set(name, plain);
  }
  return keys;
}

/** NFKC, so that one phrase typed on two keyboards is one phrase. */
async function stretch(passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Buffer> {
  const { memoryKiB, passes, lanes } = cost;
  if (memoryKiB > COST_LIMIT.memoryKiB || passes > COST_LIMIT.passes || lanes > COST_LIMIT.lanes)
    throw new SanadError('case.damaged', { where: 'sanad.json' });
  return hashRaw(passphrase.normalize('NFKC'), {
    salt,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
  });
}
