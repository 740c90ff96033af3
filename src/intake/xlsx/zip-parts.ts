import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { SanadError } from '../../model/index.ts';
import { BOMB_SIZE_FLOOR, MOST_PACKING_RATIO, MOST_UNPACKED_BYTES, MOST_ZIP_ENTRIES } from '../limits.ts';

/** The parts of a workbook, by their path in it. Nothing is unpacked before it is asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The text of one part in pieces as they are unpacked; nothing where there is no such part. */
  text(name: string): AsyncIterable<string>;
  has(name: string): boolean;
}

/**
 * Opens a zip archive in memory.
 *
 * @throws SanadError `file.not-xlsx` where it is no zip archive, `file.xlsx-too-large` for too many parts, for parts that
 * unpack to more than they or a workbook may, whatever the archive itself claims
 */
export async function openZip(bytes: Uint8Array, file: string): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  const tooLarge = (): SanadError =>
    new SanadError('file.xlsx-too-large', { file, limit: `${MOST_UNPACKED_BYTES / 1024 / 1024} MB` });
  const notXlsx = (error: unknown): SanadError => new SanadError('file.not-xlsx', { file }, error);
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
  } catch (error) {
    throw notXlsx(error);
  }
  if (zip.entryCount > MOST_ZIP_ENTRIES) throw tooLarge();
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
      if (entries.size > MOST_ZIP_ENTRIES) throw tooLarge();
    }
  } catch (error) {
    throw error instanceof SanadError ? error : notXlsx(error);
  }
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    async *text(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return;
      claimed += entry.uncompressedSize;
      if (claimed > MOST_UNPACKED_BYTES) throw tooLarge();
      if (
        entry.uncompressedSize > BOMB_SIZE_FLOOR &&
        entry.uncompressedSize > entry.compressedSize * MOST_PACKING_RATIO
      )
        throw tooLarge();
      if (entry.isEncrypted()) throw notXlsx(new Error('encrypted part'));
      const decoder = new TextDecoder('utf-8');
      let stream: Readable | undefined;
      try {
        stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          unpacked += chunk.length;
          if (unpacked > MOST_UNPACKED_BYTES) throw tooLarge();
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder.decode();
      } catch (error) {
        throw error instanceof SanadError ? error : new SanadError('file.xlsx-damaged', { file }, error);
      } finally {
        stream?.destroy();
      }
    },
  };
}
