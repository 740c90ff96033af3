import { createCipheriv } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Report, range } from './fault.ts';
import { poly1305 } from './poly1305.ts';

/**
 * Every page of the database against its own tag, without SQLite: so a flipped bit is found where it is, also in pages
 * that no query would touch. Layout of SQLite3 Multiple Ciphers, cipher `chacha20`: content ‖ nonce (16) ‖ tag (16);
 * the tag is Poly1305 over content and nonce, under a key drawn from ChaCha20 at block `nonce[12..16] XOR page number`.
 */
const PAGE = 4096;
const RESERVED = 32;
const AT_ONCE = 256;
/** SQLite locks bytes of the page at 1 GiB and never writes it: it is a hole in every database larger than that. */
const LOCK_PAGE = 0x40000000 / PAGE + 1;

export function checkPages(path: string, key: Uint8Array, report: Report): void {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0 || size % PAGE !== 0) report('database-unreadable', 'ledger.db');
    const buffer = Buffer.allocUnsafe(PAGE * AT_ONCE);
    const last = Math.floor(size / PAGE);
    let broken = 0;
    for (let number = 1; number <= last; ) {
      const read = readSync(file, buffer, 0, buffer.length, (number - 1) * PAGE);
      for (let at = 0; at + PAGE <= read; at += PAGE, number++) {
        if (!pageHolds(buffer.subarray(at, at + PAGE), number, key)) broken ||= number;
        else if (broken > 0) {
          report('page-changed', `ledger.db page ${range(broken, number - 1)}`);
          broken = 0;
        }
      }
    }
    if (broken > 0) report('page-changed', `ledger.db page ${range(broken, last)}`);
  } finally {
    closeSync(file);
  }
}

/** Whether the first page stands under this key. */
export function firstPageHolds(path: string, key: Uint8Array): boolean {
  const file = openSync(path, 'r');
  try {
    const page = Buffer.alloc(PAGE);
    return readSync(file, page, 0, PAGE, 0) === PAGE && pageHolds(page, 1, key);
  } finally {
    closeSync(file);
  }
}

export function pageHolds(page: Buffer, number: number, key: Uint8Array): boolean {
  if (number === LOCK_PAGE) return page.every((byte) => byte === 0);
  const end = PAGE - RESERVED;
  const start = Buffer.alloc(16);
  start.writeUInt32LE((page.readUInt32LE(end + 12) ^ number) >>> 0, 0);
  page.copy(start, 4, end, end + 12);
  const oneTimeKey = createCipheriv('chacha20', key, start).update(Buffer.alloc(32));
  return poly1305(page.subarray(0, end + 16), oneTimeKey).equals(page.subarray(end + 16));
}
