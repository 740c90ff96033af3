import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** POSIX ustar, plain files only: a backup opens with any tar, and nothing else is needed to write one. */
const BLOCK = 512;
const COPY = 1024 * 1024;
/** Largest size that the twelve octal digits of ustar can say; beyond it the size stands in base 256, as GNU tar does. */
const OCTAL_LIMIT = 8 ** 11;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Must be called before the next entry is asked for; gives the content in pieces. */
  readonly content: () => Iterable<Uint8Array>;
}

/** Adds the file at `path` under `name` to the archive open as `archive`. */
export function writeTarEntry(archive: number, name: string, path: string): void {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    writeAll(archive, header(name, size));
    const buffer = Buffer.allocUnsafe(COPY);
    for (let left = size; left > 0; ) {
      const read = readSync(file, buffer, 0, Math.min(COPY, left), null);
      if (read === 0) throw new Error(`${path} became shorter while it was read`);
      writeAll(archive, buffer.subarray(0, read));
      left -= read;
    }
    writeAll(archive, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
  } finally {
    closeSync(file);
  }
}

export const endTar = (archive: number): void => writeAll(archive, Buffer.alloc(2 * BLOCK));

/** Entries in order; `undefined` in place of an entry where the archive is broken or cut short. */
export function* readTar(archive: number): Generator<TarEntry | undefined> {
  let at = 0;
  const read = (length: number): Buffer | undefined => {
    const buffer = Buffer.allocUnsafe(length);
    let got = 0;
    while (got < length) {
      const more = readSync(archive, buffer, got, length - got, at + got);
      if (more === 0) return undefined;
      got += more;
    }
    at += length;
    return buffer;
  };
  for (;;) {
    const block = read(BLOCK);
    if (block?.every((byte) => byte === 0)) return;
    const known = block && parseHeader(block);
    if (!known) {
      yield undefined;
      return;
    }
    const end = at + Math.ceil(known.size / BLOCK) * BLOCK;
    yield {
      ...known,
      content: function* () {
        for (let left = known.size; left > 0; ) {
          const piece = read(Math.min(COPY, left));
          if (!piece) throw new RangeError('the archive is cut short');
          yield piece;
          left -= piece.length;
        }
      },
    };
    at = end;
  }
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new RangeError('a name in a backup has at most 100 bytes');
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  if (size < OCTAL_LIMIT) block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  else {
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  block.write('00000000000\0', 136);
  block.write('0', 156);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Sum of the header's bytes, with its own field counted as spaces. */
function checksum(block: Buffer): number {
  let sum = 8 * 32;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at]!;
  return sum;
}

function parseHeader(block: Buffer): { readonly name: string; readonly size: number } | undefined {
  const field = (from: number, to: number): string =>
    block
      .subarray(from, to)
      .toString('latin1')
      .replace(/[\0 ]+$/, '');
  if (field(257, 262) !== 'ustar' || Number.parseInt(field(148, 156), 8) !== checksum(block))
    return undefined;
  if (field(156, 157) !== '0') return undefined;
  const size = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(field(124, 136), 8);
  return Number.isSafeInteger(size) && size >= 0 ? { name: field(0, 100), size } : undefined;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
