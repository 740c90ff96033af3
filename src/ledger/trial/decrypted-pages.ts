import { createCipheriv } from 'node:crypto';

const PAGE = 4096;
const RESERVED = 32;

/**
 * Every page of a database as SQLite wrote it before it was encrypted, for whoever holds the key: also pages that are free
 * and parts of pages that no row uses. Cipher `chacha20` of SQLite3 Multiple Ciphers; see verify/pages.ts.
 */
export function decryptedPages(file: Buffer, key: Uint8Array): Buffer {
  const pages: Buffer[] = [];
  for (let number = 1; number * PAGE <= file.length; number++)
    pages.push(decryptedPage(file.subarray((number - 1) * PAGE, number * PAGE), number, key));
  return Buffer.concat(pages);
}

/** The same for a write-ahead log: a header of 32 bytes, then frames of 24 bytes and a page, whole or stale. */
export function decryptedFrames(log: Buffer, key: Uint8Array): Buffer {
  const pages: Buffer[] = [];
  for (let at = 32; at + 24 + PAGE <= log.length; at += 24 + PAGE)
    pages.push(decryptedPage(log.subarray(at + 24, at + 24 + PAGE), log.readUInt32BE(at), key));
  return Buffer.concat(pages);
}

function decryptedPage(page: Buffer, number: number, key: Uint8Array): Buffer {
  const end = PAGE - RESERVED;
  const counter = (page.readUInt32LE(end + 12) ^ number) >>> 0;
  const start = (block: number): Buffer => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32LE((counter + block) >>> 0, 0);
    page.copy(bytes, 4, end, end + 12);
    return bytes;
  };
  // The first block of the stream: half of it is the key of the tag, half that of the content.
  const keys = createCipheriv('chacha20', key, start(0)).update(Buffer.alloc(64));
  return createCipheriv('chacha20', keys.subarray(32), start(1)).update(page.subarray(0, end));
}
