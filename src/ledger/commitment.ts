import { hash } from 'node:crypto';

/** Length of a salt in bytes. Sixteen random bytes keep a guessed name from being tried against a commitment. */
export const SALT_LENGTH = 16;

/**
 * Binds an entry to a value without telling it: SHA-256 over a random salt of sixteen bytes, the slot's name, a zero
 * byte and the value's canonical JSON; the construction of SD-JWT's disclosures (RFC 9901), over bytes. Whoever holds
 * salt and value can show that the entry meant them; once the salt is erased nobody can, not even by trying every name.
 * Entries of version 1 have HMAC-SHA256 under the salt in its place, at twice the cost; `verify` reads both.
 *
 * @returns base64
 */
export function commitment(slot: string, canonicalValue: string, salt: Uint8Array): string {
  if (salt.length !== SALT_LENGTH) throw new RangeError('a salt has 16 bytes');
  const most = SALT_LENGTH + slot.length + 1 + 3 * canonicalValue.length;
  const bytes = most > ROOM.length ? Buffer.allocUnsafe(most) : ROOM;
  bytes.set(salt);
  let end = SALT_LENGTH + bytes.write(slot, SALT_LENGTH, 'latin1');
  bytes[end++] = 0;
  end += bytes.write(canonicalValue, end);
  return hash('sha256', bytes.subarray(0, end), 'base64');
}

/** Where a message is put together: making room for each costs more than hashing it. */
const ROOM = Buffer.allocUnsafeSlow(4096);
