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
  const message = `${slot}\0${canonicalValue}`;
  const bytes = Buffer.allocUnsafe(SALT_LENGTH + Buffer.byteLength(message));
  bytes.set(salt);
  bytes.write(message, SALT_LENGTH);
  return hash('sha256', bytes, 'base64');
}
