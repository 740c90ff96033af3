import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { RandomBytes } from '../model/index.ts';
import { CHUNK, openChunk, SEALED_CHUNK, sealChunk, TAG } from './age-stream.ts';

/**
 * age v1 (age-encryption.org/v1) for one X25519 recipient, with the header kept apart from the payload: header followed
 * by payload is a file that any age tool opens, and once the header is erased nobody opens the payload.
 * Written over node:crypto because it must be done when the call returns; `verify` reads it with another library.
 */
export interface DetachedAge {
  readonly header: string;
  readonly payload: Buffer;
}

/** What one file's payload is sealed under: its header, the nonce that the payload begins with, the key of its chunks. */
export interface AgeKey {
  readonly header: string;
  readonly nonce: Uint8Array;
  readonly key: KeyObject;
}

const VERSION = 'age-encryption.org/v1';
export const NONCE = 16;
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
const derive = (key: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));
const rawPublic = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
const publicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
const recipientOf = (key: KeyObject): Buffer => rawPublic(key.type === 'public' ? key : createPublicKey(key));

/** @param secret 32 bytes of an X25519 key. */
export const ageIdentity = (secret: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });

const wrapKey = (shared: Buffer, share: Buffer, recipient: Buffer): Buffer =>
  derive(shared, Buffer.concat([share, recipient]), `${VERSION}/X25519`);

const headerMac = (fileKey: Uint8Array, header: string): string =>
  base64(
    createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
      .update(header)
      .digest(),
  );

/** @param recipient the public half is enough: who adds a file need not be able to read others */
export function newAgeKey(recipient: KeyObject, random: RandomBytes): AgeKey {
  const raw = recipientOf(recipient);
  const fileKey = random(16);
  const ephemeral = generateKeyPairSync('x25519');
  const share = rawPublic(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKey(raw) });
  const cipher = createCipheriv('chacha20-poly1305', wrapKey(shared, share, raw), Buffer.alloc(12), {
    authTagLength: TAG,
  });
  const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  const unsigned = `${VERSION}\n-> X25519 ${base64(share)}\n${base64(body)}\n---`;
  const nonce = random(NONCE);
  return {
    header: `${unsigned} ${headerMac(fileKey, unsigned)}\n`,
    nonce,
    key: payloadKey(fileKey, nonce),
  };
}

/** Set up once for all chunks: to begin with raw bytes each time costs as much as sealing a chunk. */
const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): KeyObject =>
  createSecretKey(derive(fileKey, nonce, 'payload'));

/** `undefined` where the identity is not the one it was sealed to, or the header is not as it was written. */
export function ageKeyOf(header: string, nonce: Uint8Array, identity: KeyObject): AgeKey | undefined {
  const match = /^(age-encryption\.org\/v1\n-> X25519 (\S+)\n(\S+)\n---) (\S+)\n$/.exec(header);
  if (!match || identity.type !== 'private') return undefined;
  const [, unsigned = '', share = '', body = '', mac = ''] = match;
  const shareBytes = Buffer.from(share, 'base64');
  const bodyBytes = Buffer.from(body, 'base64');
  if (shareBytes.length !== 32 || base64(shareBytes) !== share || base64(bodyBytes) !== body)
    return undefined;
  const shared = sharedSecret(identity, shareBytes);
  if (!shared) return undefined;
  const fileKey = openOnce(wrapKey(shared, shareBytes, recipientOf(identity)), bodyBytes);
  if (fileKey?.length !== 16) return undefined;
  const expected = Buffer.from(headerMac(fileKey, unsigned));
  if (expected.length !== mac.length || !timingSafeEqual(expected, Buffer.from(mac))) return undefined;
  return { header, nonce, key: payloadKey(fileKey, nonce) };
}

export function ageEncrypt(plain: Uint8Array, recipient: KeyObject, random: RandomBytes): DetachedAge {
  const { header, nonce, key } = newAgeKey(recipient, random);
  const chunks = Math.max(1, Math.ceil(plain.length / CHUNK));
  const pieces: Uint8Array[] = [nonce];
  for (let counter = 0; counter < chunks; counter++) {
    const place = counter === chunks - 1 ? 'last' : 'inner';
    pieces.push(...sealChunk(key, counter, place, plain.subarray(counter * CHUNK, (counter + 1) * CHUNK)));
  }
  return { header, payload: Buffer.concat(pieces) };
}

/** `undefined` where the key is not this one or any byte is not as it was written. */
export function ageDecrypt(file: DetachedAge, identity: KeyObject): Buffer | undefined {
  const opened = ageKeyOf(file.header, file.payload.subarray(0, NONCE), identity);
  if (!opened) return undefined;
  const sealed = file.payload.subarray(NONCE);
  const chunks: Buffer[] = [];
  for (let at = 0, counter = 0; at === 0 || at < sealed.length; at += SEALED_CHUNK, counter++) {
    const place = at + SEALED_CHUNK >= sealed.length ? 'last' : 'inner';
    const chunk = openChunk(opened.key, counter, place, sealed.subarray(at, at + SEALED_CHUNK));
    if (!chunk) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `undefined` for a share of low order: the engine refuses to derive anything from it. */
function sharedSecret(identity: KeyObject, share: Uint8Array): Buffer | undefined {
  try {
    return diffieHellman({ privateKey: identity, publicKey: publicKey(share) });
  } catch {
    return undefined;
  }
}

function openOnce(key: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < TAG) return undefined;
  const decipher = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
