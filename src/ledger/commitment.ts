import { sha256 } from './sha256.ts';

/** Length of a salt in bytes. Sixteen random bytes keep a guessed name from being tried against a commitment. */
export const SALT_LENGTH = 16;

const BLOCK = 64;

/**
 * Binds an entry to a value without telling it: HMAC-SHA256 keyed with a random salt, over the slot's name, a zero byte
 * and the value's canonical JSON. Whoever holds salt and value can show that the entry meant them; once the salt is
 * erased nobody can, not even by trying every name. RFC 2104, written out over the one-shot hash because a record has
 * ten of them and `createHmac` is several times slower on messages this short.
 *
 * @returns base64
 */
export function commitment(slot: string, canonicalValue: string, salt: Uint8Array): string {
  if (salt.length > BLOCK) throw new RangeError('a salt is at most 64 bytes');
  const name = Buffer.byteLength(slot);
  const inner = Buffer.allocUnsafe(BLOCK + name + 1 + Buffer.byteLength(canonicalValue));
  const outer = Buffer.allocUnsafe(BLOCK + 32);
  for (let at = 0; at < BLOCK; at++) {
    const key = at < salt.length ? salt[at]! : 0;
    inner[at] = key ^ 0x36;
    outer[at] = key ^ 0x5c;
  }
  inner.write(slot, BLOCK);
  inner[BLOCK + name] = 0;
  inner.write(canonicalValue, BLOCK + name + 1);
  sha256(inner).copy(outer, BLOCK);
  return sha256(outer).toString('base64');
}
