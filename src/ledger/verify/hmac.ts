import { hash } from 'node:crypto';

/** HMAC-SHA256 (RFC 2104) of a short text, base64; `createHmac` spends most of its time setting up. */
export function hmacSha256(key: Buffer, message: string): string {
  const block = key.length > 64 ? hash('sha256', key, 'buffer') : key;
  const padded = (byte: number): Buffer => {
    const pad = Buffer.alloc(64, byte);
    for (const [at, part] of block.entries()) pad[at]! ^= part;
    return pad;
  };
  const inner = hash('sha256', Buffer.concat([padded(0x36), Buffer.from(message)]), 'hex');
  return hash('sha256', Buffer.concat([padded(0x5c), Buffer.from(inner, 'hex')]), 'base64');
}
