import { hash } from 'node:crypto';

/** Length of a salt in bytes. Sixteen random bytes keep a guessed name from being tried against a commitment. */
export const SALT_LENGTH = 16;

const BLOCK = 64;
const INNER_PAD = new Uint8Array(BLOCK).fill(0x36);
const OUTER_PAD = new Uint8Array(BLOCK).fill(0x5c);

/**
 * Binds an entry to a value without telling it: HMAC-SHA256 keyed with a random salt, over the slot's name, a zero byte
 * and the value's canonical JSON. Whoever holds salt and value can show that the entry meant them; once the salt is
 * erased nobody can, not even by trying every name. RFC 2104, written out over the one-shot hash because a record has
 * ten of them and `createHmac` costs fifteen times as much on messages this short.
 *
 * @returns base64
 */
export function commitment(slot: string, canonicalValue: string, salt: Uint8Array): string {
  if (salt.length > BLOCK) throw new RangeError('a salt is at most 64 bytes');
  const message = `${slot}\0${canonicalValue}`;
  const inner = Buffer.allocUnsafe(BLOCK + Buffer.byteLength(message));
  const outer = Buffer.allocUnsafe(BLOCK + 32);
  inner.set(INNER_PAD);
  outer.set(OUTER_PAD);
  for (let at = 0; at < salt.length; at++) {
    inner[at]! ^= salt[at]!;
    outer[at]! ^= salt[at]!;
  }
  inner.write(message, BLOCK);
  outer.write(hash('sha256', inner, 'binary'), BLOCK, 'latin1');
  return hash('sha256', outer, 'base64');
}
