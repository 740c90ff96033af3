import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type RandomBytes, SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import { readCaseFile } from './case-file.ts';
import { heldKeys } from './held-keys.ts';
import { FIRST_LOCK, type Lock, lockInfo, newLock, type PassphraseCost, wrapKeys } from './lock.ts';
import { changeLocks, keysBySecret, locksOf } from './locks.ts';
import { publicHalf } from './sealing.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { join, type Share, split } from './shamir.ts';

/**
 * Recovery by k of n: a lock that opens everything, whose secret half nobody holds; it is split among people (Shamir).
 * A share is text to print: base 32 in groups of four, with the case's id in front and a checksum behind.
 */
type ShareLock = Extract<Lock, { kind: 'share' }>;

const RECOVERY_LOCK = 'recovery';
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VERSION = 1;
const SET = 3;
const SECRET = 32;
const CHECK = 5;
const DATA = 1 + SET + 1 + 1 + SECRET;

/**
 * Makes a recovery lock and gives its shares, once: nothing keeps them. An earlier one stops working.
 *
 * @throws SanadError `case.class-closed` where `opened` does not hold everything, `key.unsealed`, `key.old-format`,
 *   `recovery.numbers`
 */
export function splitRecovery(
  opened: Case,
  { k, n }: { readonly k: number; readonly n: number },
  random: RandomBytes = randomBytes,
): string[] {
  if (!(Number.isInteger(k) && Number.isInteger(n) && k >= 2 && n >= k && n <= 99))
    throw new SanadError('recovery.numbers', { k, n });
  const file = readCaseFile(opened.folder);
  if (!file.sealed) throw new SanadError('key.unsealed', { folder: opened.folder });
  if (!file.classes) throw new SanadError('key.old-format', { folder: opened.folder });
  const keys = heldKeys(opened);
  for (const one of SENSITIVITIES)
    if (file.classes[one] && !keys.has(file.classes[one].key))
      throw new SanadError('case.class-closed', { class: one });
  if (!keys.has('checkpoint')) throw new SanadError('case.lock-reads', { folder: opened.folder });

  const secret = Buffer.from(random(SECRET));
  const described: Omit<ShareLock, 'wraps'> = {
    kind: 'share',
    id: RECOVERY_LOCK,
    label: RECOVERY_LOCK,
    classes: [...SENSITIVITIES],
    writes: true,
    public: publicHalf(secret).toString('base64'),
    k,
    n,
  };
  const lock: Lock = { ...described, wraps: wrapKeys(keys, file.id, described, random) };
  changeLocks(opened.folder, keys, (locks) => [
    ...locks.filter((one) => lockInfo(one).id !== RECOVERY_LOCK),
    lock,
  ]);
  const set = Buffer.from(random(SET));
  const shares = split(secret, k, n, random).map(({ x, y }) =>
    printed(file.id, Buffer.concat([Buffer.of(VERSION), set, Buffer.of(k, x), y])),
  );
  secret.fill(0);
  return shares;
}

/**
 * With k shares, gives a passphrase that opens everything; the shares stay good.
 *
 * @param lock the lock whose passphrase is set anew, by default the owner's
 * @throws SanadError `recovery.share-wrong` with the place of the share, `recovery.share-twice`, `recovery.other-case`,
 *   `recovery.mixed`, `recovery.too-few`, `recovery.none`, `recovery.outdated`
 */
export async function joinRecovery(
  folder: string,
  shares: readonly string[],
  {
    passphrase,
    lock = FIRST_LOCK,
    cost,
    random = randomBytes,
  }: {
    readonly passphrase: string;
    readonly lock?: string;
    readonly cost?: PassphraseCost | undefined;
    readonly random?: RandomBytes;
  },
): Promise<void> {
  const path = resolve(folder);
  const file = readCaseFile(path);
  const secret = joined(file.id, shares);
  const recovery = locksOf(file).find((one) => lockInfo(one).kind === 'share');
  if (!recovery || !('kind' in recovery)) throw new SanadError('recovery.none', { folder });
  if (publicHalf(secret).toString('base64') !== recovery.public)
    throw new SanadError('recovery.outdated', { folder });
  const keys = keysBySecret(file, recovery, secret);
  secret.fill(0);
  const own = { id: lock, passphrase, classes: SENSITIVITIES, writes: true, cost };
  const made = await newLock(keys, file.id, own, random);
  changeLocks(path, keys, (locks) => [...locks.filter((one) => lockInfo(one).id !== lock), made]);
}

/** The secret that k printed shares give. */
function joined(caseId: string, shares: readonly string[]): Uint8Array {
  const read = shares.map((text, at) => parsed(caseId, text, at + 1));
  const [first] = read;
  if (!first) throw new SanadError('recovery.too-few', { given: 0, needed: 2 });
  if (read.some(({ set }) => set !== first.set)) throw new SanadError('recovery.mixed');
  const byX = new Map<number, Share>();
  for (const [at, { share }] of read.entries()) {
    if (byX.has(share.x)) throw new SanadError('recovery.share-twice', { share: at + 1 });
    byX.set(share.x, share);
  }
  if (read.length < first.k)
    throw new SanadError('recovery.too-few', { given: read.length, needed: first.k });
  return join([...byX.values()].slice(0, first.k));
}

function parsed(
  caseId: string,
  text: string,
  place: number,
): { readonly set: string; readonly k: number; readonly share: Share } {
  // As read aloud or copied by hand: capitals, spaces, o for 0, i and l for 1.
  const letters = text
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .replaceAll(/[\s\-–—.]/g, '');
  const id = letters.slice(0, caseId.length);
  const bytes = fromBase32(letters.slice(caseId.length));
  if (bytes?.length !== DATA + CHECK) throw new SanadError('recovery.share-wrong', { share: place });
  const data = bytes.subarray(0, DATA);
  if (!bytes.subarray(DATA).equals(checksum(id, data)) || data[0] !== VERSION)
    throw new SanadError('recovery.share-wrong', { share: place });
  if (id !== caseId) throw new SanadError('recovery.other-case', { share: place, case: id });
  return {
    set: data.toString('hex', 1, 1 + SET),
    k: data[1 + SET]!,
    share: { x: data[2 + SET]!, y: data.subarray(3 + SET) },
  };
}

const printed = (caseId: string, data: Buffer): string =>
  (caseId + toBase32(Buffer.concat([data, checksum(caseId, data)]))).replaceAll(/.{4}(?=.)/g, '$&-');

const checksum = (caseId: string, data: Uint8Array): Buffer =>
  createHash('sha256').update(`sanad share ${caseId} `).update(data).digest().subarray(0, CHECK);

function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? Buffer.from(bytes) : undefined;
}
