import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { RandomBytes } from '../model/index.ts';

/** ChaCha20-Poly1305 (RFC 8439) and X25519 (RFC 7748), in the two forms in which a case seals things. */
const NONCE = 12;
const TAG = 16;
const PUBLIC = 32;
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

/** Nonce ‖ ciphertext ‖ tag, bound to the words in `bound`. The nonce is random: a key seals fewer than 2^32 times. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string, random: RandomBytes): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(bound), { plaintextLength: plain.length });
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** `undefined` where the key is another, or any byte or `bound` is not as it was. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  const end = sealed.length - TAG;
  const cipher = createDecipheriv('chacha20-poly1305', key, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  cipher.setAAD(Buffer.from(bound), { plaintextLength: end - NONCE });
  cipher.setAuthTag(sealed.subarray(end));
  const plain = cipher.update(sealed.subarray(NONCE, end));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}

const secretKey = (secret: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
export const publicKeyObject = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });

/** The public half of 32 secret bytes. */
export const publicHalf = (secret: Uint8Array): Buffer =>
  createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

export const derive = (key: Uint8Array, info: string, salt: Uint8Array | string = ''): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

/** What one who holds no secret shares with the holder of `recipient`'s: the key, and what they need to find it too. */
export function agreeWith(
  recipient: Uint8Array,
  info: string,
  random: RandomBytes,
): { readonly key: Buffer; readonly share: Buffer } {
  const secret = random(32);
  const share = publicHalf(secret);
  const shared = diffieHellman({ privateKey: secretKey(secret), publicKey: publicKeyObject(recipient) });
  secret.fill(0);
  return { key: derive(shared, info, Buffer.concat([share, recipient])), share };
}

/** The same key, found by the holder of the secret. */
export function agreedKey(secret: Uint8Array, share: Uint8Array, info: string): Buffer {
  const shared = diffieHellman({ privateKey: secretKey(secret), publicKey: publicKeyObject(share) });
  return derive(shared, info, Buffer.concat([share, publicHalf(secret)]));
}

/** For the holder of `recipient`'s secret alone: share ‖ nonce ‖ ciphertext ‖ tag. */
export function sealTo(recipient: Uint8Array, plain: Uint8Array, bound: string, random: RandomBytes): Buffer {
  const { key, share } = agreeWith(recipient, bound, random);
  return Buffer.concat([share, seal(key, plain, bound, random)]);
}

export function unsealWith(secret: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined {
  if (sealed.length < PUBLIC + NONCE + TAG) return undefined;
  try {
    return unseal(agreedKey(secret, sealed.subarray(0, PUBLIC), bound), sealed.subarray(PUBLIC), bound);
  } catch {
    // A share that is no point of the curve.
    return undefined;
  }
}
