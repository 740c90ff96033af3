import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase, SENSITIVITIES } from '../ledger/index.ts';
import { ACCOUNT_ROLES, type Role } from '../model/index.ts';
import { classesOf, openAccounts } from './index.ts';

/**
 * The disk of the case in the hands of one account's person: with nothing but `sanad.json`, `ledger.db` and their own
 * password, which rows of the key store open? Nothing of the house's own code is asked; this is what somebody who
 * copied the folder could write.
 */

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const folder = join(mkdtempSync(join(tmpdir(), 'sanad-raw-')), 'case');
const locks = new Map<Role, string>();

beforeAll(async () => {
  const opened: Case = await createCase(folder, { passphrase: PHRASE, passphraseCost: CHEAP });
  for (let n = 0; n < 8; n++)
    opened.note({
      kind: 'derived',
      by: `Actor ${n % 3}`,
      facts: { n },
      slots: SENSITIVITIES.map((sensitivity) => ({
        name: `slot-${sensitivity}`,
        sensitivity,
        value: `word of ${sensitivity} ${n}`,
      })),
    });
  const accounts = openAccounts(opened, { passwordCost: CHEAP });
  const caller = { address: '', device: '', place: { origin: 'http://localhost', host: 'localhost' } };
  for (const role of ACCOUNT_ROLES) {
    await opened.unlock('owner', PHRASE);
    const id = accounts.changes.make(`the-${role}`, role, 'owner');
    const code = await accounts.changes.invite(id, opened, 'owner');
    await accounts.join(`the-${role}`, code, PASSWORD, caller);
    locks.set(role, id);
  }
  locks.set('owner', 'owner');
  // what is written by somebody who does not hold a class is sealed to it all the same
  opened.note({
    kind: 'derived',
    facts: {},
    slots: [{ name: 'late', sensitivity: 'contact', value: 'word of contact, sealed by another' }],
  });
  opened.close();
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const base64 = (text: string): Buffer => Buffer.from(text, 'base64');
const derive = (key: Uint8Array, info: string, salt: Uint8Array | string = ''): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined {
  if (sealed.length < 28) return undefined;
  const end = sealed.length - 16;
  const cipher = createDecipheriv('chacha20-poly1305', key, sealed.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(bound), { plaintextLength: end - 12 });
  cipher.setAuthTag(sealed.subarray(end));
  const plain = cipher.update(sealed.subarray(12, end));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}
const secretKey = (secret: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]),
    format: 'der',
    type: 'pkcs8',
  });
const publicKey = (key: Uint8Array): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), key]),
    format: 'der',
    type: 'spki',
  });
const publicHalf = (secret: Uint8Array): Buffer =>
  createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' }).subarray(12);
function agreed(secret: Uint8Array, share: Uint8Array, info: string): Buffer {
  const shared = diffieHellman({ privateKey: secretKey(secret), publicKey: publicKey(share) });
  return derive(shared, info, Buffer.concat([share, publicHalf(secret)]));
}

interface Lock {
  readonly id: string;
  readonly salt: string;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly secret: string;
  readonly wraps: Readonly<Record<string, string>>;
}
const caseFile = (): { id: string; locks: Lock[] } =>
  JSON.parse(readFileSync(join(folder, 'sanad.json'), 'utf8')) as { id: string; locks: Lock[] };

/** Every key that a password opens, by trying it on every wrap of every lock. */
async function keysOf(password: string, id: string): Promise<Map<string, Buffer>> {
  const file = caseFile();
  const keys = new Map<string, Buffer>();
  for (const lock of file.locks) {
    const stretched = await hashRaw(password, {
      salt: base64(lock.salt),
      memoryCost: lock.memoryKiB,
      timeCost: lock.passes,
      parallelism: lock.lanes,
      outputLen: 32,
    });
    const secret = unseal(derive(stretched, 'sanad lock'), base64(lock.secret), `${file.id} ${lock.id}`);
    // all accounts here have one password, so each is looked at by its own lock alone
    if (!secret || lock.id !== id) continue;
    for (const [name, wrap] of Object.entries(lock.wraps)) {
      const bound = `${file.id} ${lock.id} ${name}`;
      const sealed = base64(wrap);
      const key = unseal(agreed(secret, sealed.subarray(0, 32), bound), sealed.subarray(32), bound);
      if (key) keys.set(name, key);
    }
  }
  return keys;
}

interface Row {
  readonly seq: number;
  readonly last: number;
  readonly class: string;
  readonly body: Buffer;
}
function rowsWith(databaseKey: Uint8Array): Row[] {
  const db = new Database(join(folder, 'ledger.db'), { readonly: true });
  try {
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "raw:${Buffer.from(databaseKey).toString('hex')}"`);
    return db.prepare<[], Row>('SELECT seq, coalesce(last, seq) AS last, class, body FROM payload').all();
  } finally {
    db.close();
  }
}

/** A row opened with any of the keys, in either of the two ways in which rows are sealed. */
function openedWith(keys: ReadonlyMap<string, Buffer>, { seq, last, class: named, body }: Row): boolean {
  const bound = `${caseFile().id} ${named} ${seq} ${last}`;
  return [...keys.values()].some((key) => {
    if (unseal(derive(key, 'sanad payload'), body, bound)) return true;
    try {
      return (
        unseal(agreed(key, body.subarray(0, 32), 'sanad payload'), body.subarray(32), bound) !== undefined
      );
    } catch {
      return false;
    }
  });
}

describe.each(['owner', ...ACCOUNT_ROLES] as const)('with the password of %s', (role) => {
  test('exactly the rows of its classes open, and no other', async () => {
    const keys = await keysOf(role === 'owner' ? PHRASE : PASSWORD, locks.get(role)!);
    const rows = rowsWith(keys.get('database')!);
    expect(rows.length).toBeGreaterThan(50);
    const counts = new Map<string, { opened: number; all: number }>();
    for (const row of rows) {
      const count = counts.get(row.class) ?? { opened: 0, all: 0 };
      counts.set(row.class, { opened: count.opened + Number(openedWith(keys, row)), all: count.all + 1 });
    }
    const classes: readonly string[] = classesOf(role);
    expect(new Set(counts.keys())).toEqual(new Set<string>(SENSITIVITIES));
    for (const [named, { opened, all }] of counts)
      expect(opened, `${role} ${named}`).toBe(classes.includes(named) ? all : 0);
  });
});

test('a password that is nobody’s opens no key at all', async () => {
  for (const id of locks.values()) expect((await keysOf('another few words', id)).size).toBe(0);
});
