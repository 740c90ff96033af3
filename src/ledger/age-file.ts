import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { RandomBytes } from '../model/index.ts';

/**
 * age v1 (age-encryption.org/v1) for one X25519 recipient, with the header kept apart from the payload: header followed
 * by payload is a file that any age tool opens, and once the header is erased nobody opens the payload.
 * Written over node:crypto because it must be done when the call returns; `verify` reads it with another library.
 */
export interface DetachedAge {
  readonly header: string;
  readonly payload: Buffer;
}

const VERSION = 'age-encryption.org/v1';
const CHUNK = 64 * 1024;
const TAG = 16;
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
const derive = (key: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));
const rawPublic = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
const publicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });

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

/** STREAM: an eleven-byte big-endian counter and a byte that marks the last chunk. */
function chunkNonce(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

export function ageEncrypt(plain: Uint8Array, identity: KeyObject, random: RandomBytes): DetachedAge {
  const recipient = rawPublic(createPublicKey(identity));
  const fileKey = random(16);
  const ephemeral = generateKeyPairSync('x25519');
  const share = rawPublic(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKey(recipient) });
  const body = sealOnce(wrapKey(shared, share, recipient), Buffer.alloc(12), fileKey);
  const unsigned = `${VERSION}\n-> X25519 ${base64(share)}\n${base64(body)}\n---`;

  const nonce = random(16);
  const key = derive(fileKey, nonce, 'payload');
  const chunks: Uint8Array[] = [nonce];
  for (let at = 0, counter = 0; at === 0 || at < plain.length; at += CHUNK, counter++)
    chunks.push(
      sealOnce(key, chunkNonce(counter, at + CHUNK >= plain.length), plain.subarray(at, at + CHUNK)),
    );
  return { header: `${unsigned} ${headerMac(fileKey, unsigned)}\n`, payload: Buffer.concat(chunks) };
}

/** `undefined` where the key is not this one or any byte is not as it was written. */
export function ageDecrypt(file: DetachedAge, identity: KeyObject): Buffer | undefined {
  const match = /^(age-encryption\.org\/v1\n-> X25519 (\S+)\n(\S+)\n---) (\S+)\n$/.exec(file.header);
  if (!match) return undefined;
  const [, unsigned = '', share = '', body = '', mac = ''] = match;
  const shareBytes = Buffer.from(share, 'base64');
  const recipient = rawPublic(createPublicKey(identity));
  if (shareBytes.length !== 32) return undefined;
  const shared = diffieHellman({ privateKey: identity, publicKey: publicKey(shareBytes) });
  const fileKey = openOnce(
    wrapKey(shared, shareBytes, recipient),
    Buffer.alloc(12),
    Buffer.from(body, 'base64'),
  );
  if (fileKey?.length !== 16) return undefined;
  const expected = Buffer.from(headerMac(fileKey, unsigned));
  if (expected.length !== mac.length || !timingSafeEqual(expected, Buffer.from(mac))) return undefined;

  const key = derive(fileKey, file.payload.subarray(0, 16), 'payload');
  const sealed = file.payload.subarray(16);
  const chunks: Buffer[] = [];
  for (let at = 0, counter = 0; at === 0 || at < sealed.length; at += CHUNK + TAG, counter++) {
    const last = at + CHUNK + TAG >= sealed.length;
    const chunk = openOnce(key, chunkNonce(counter, last), sealed.subarray(at, at + CHUNK + TAG));
    if (!chunk || (chunk.length === 0 && counter > 0)) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sealOnce(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openOnce(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < TAG) return undefined;
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = cipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}
