import { hash } from 'node:crypto';

const SHA256_OID = Buffer.from('0609608648016503040201', 'hex');

const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  // Nothing here is longer than 127 bytes.
  return Buffer.concat([Buffer.of(tag, body.length), body]);
};

/**
 * A query (RFC 3161, section 2.4.1) for any time-stamp authority: SHA-256 of the data, a nonce, the certificates wanted.
 * It tells the authority nothing but 32 bytes. Send it as `application/timestamp-query`.
 *
 * @param nonce 8 random bytes
 */
export function timeStampQuery(data: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = der(0x30, SHA256_OID, der(0x05));
  const imprint = der(0x30, algorithm, der(0x04, hash('sha256', data, 'buffer')));
  // The first bit is cleared, so that the number is positive, and the next one set, so that it has its full length.
  const positive = Buffer.from(nonce);
  positive[0] = (positive[0]! & 0x3f) | 0x40;
  return der(0x30, der(0x02, Buffer.of(1)), imprint, der(0x02, positive), der(0x01, Buffer.of(0xff)));
}
