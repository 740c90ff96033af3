import { crc32, deflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { SanadError } from '../../model/index.ts';

/** The parts of an office file, by their path in it. */
export type OfficeParts = ReadonlyMap<string, Buffer>;

export const OFFICE_LIMITS = {
  bytes: 64 * 1024 * 1024,
  parts: 4000,
  /** Of all parts together, whatever the file claims. */
  unpacked: 256 * 1024 * 1024,
} as const;

export const damaged = (reason: string, cause?: unknown): SanadError =>
  new SanadError('document.damaged', { reason }, cause);
const tooLarge = (limit: number): SanadError =>
  new SanadError('document.too-large', { limit: `${limit / 1024 / 1024} MB` });

/** @throws SanadError `document.damaged`, `document.locked`, `document.too-large` */
export async function readParts(
  bytes: Uint8Array,
  limits: { readonly [Limit in keyof typeof OFFICE_LIMITS]: number } = OFFICE_LIMITS,
): Promise<OfficeParts> {
  if (bytes.length > limits.bytes) throw tooLarge(limits.bytes);
  const parts = new Map<string, Buffer>();
  let unpacked = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    });
    if (zip.entryCount > limits.parts) throw new SanadError('document.too-large', { limit: limits.parts });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new SanadError('document.locked');
      if (parts.has(entry.fileName)) throw damaged(`${entry.fileName} stands twice in it`);
      const pieces: Buffer[] = [];
      const stream = await zip.openReadStreamPromise(entry);
      try {
        for await (const piece of stream as AsyncIterable<Buffer>) {
          unpacked += piece.length;
          if (unpacked > limits.unpacked) throw tooLarge(limits.unpacked);
          pieces.push(piece);
        }
      } finally {
        stream.destroy();
      }
      parts.set(entry.fileName, Buffer.concat(pieces));
    }
  } catch (error) {
    throw error instanceof SanadError ? error : damaged('zip', error);
  }
  return parts;
}

/** The first of January 1980, where the form of the file wants a day. */
const NO_DAY = 0x21;

/**
 * A zip file of these parts in this order, with nothing beside them: no times, no system, no comment.
 *
 * @param stored parts that are not packed, such as OpenDocument's `mimetype`
 */
export function writeParts(parts: OfficeParts, stored: ReadonlySet<string> = new Set()): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const title = Buffer.from(name);
    const body = stored.has(name) ? content : deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    // names are UTF-8
    about.writeUInt16LE(0x800, 2);
    about.writeUInt16LE(stored.has(name) ? 0 : 8, 4);
    about.writeUInt16LE(NO_DAY, 8);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(title.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), about, title, body);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, place, title);
    at += 30 + title.length + body.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, listed, end]);
}
