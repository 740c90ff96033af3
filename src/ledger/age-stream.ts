import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/**
 * The payload of an age v1 file after its nonce: STREAM over ChaCha20-Poly1305. Every 64 KiB are sealed by themselves
 * under a counter, the last ones marked as such, so a file can be written, read and entered anywhere without holding it.
 */
export const CHUNK = 64 * 1024;
export const TAG = 16;
export const SEALED_CHUNK = CHUNK + TAG;

/** Eleven bytes of big-endian counter and one that marks the last chunk. */
function chunkNonce(counter: number, place: 'last' | 'inner'): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = place === 'last' ? 1 : 0;
  return nonce;
}

/** One chunk and its tag, apart: together they are what is stored. */
export function sealChunk(
  key: KeyObject,
  counter: number,
  place: 'last' | 'inner',
  plain: Uint8Array,
): readonly [sealed: Buffer, tag: Buffer] {
  const cipher = createCipheriv('chacha20-poly1305', key, chunkNonce(counter, place), { authTagLength: TAG });
  const sealed = cipher.update(plain);
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** `undefined` where it is not what was sealed, at this place, under this key. */
export function openChunk(
  key: KeyObject,
  counter: number,
  place: 'last' | 'inner',
  sealed: Uint8Array,
): Buffer | undefined {
  if (sealed.length < TAG) return undefined;
  const nonce = chunkNonce(counter, place);
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain.length === 0 && counter > 0 ? undefined : plain;
}

/** Bytes that were sealed, by the length of what was made of them. */
export const plainLength = (sealed: number): number =>
  sealed - TAG * Math.max(1, Math.ceil(sealed / SEALED_CHUNK));
