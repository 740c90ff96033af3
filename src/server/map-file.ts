import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { SanadError } from '../model/index.ts';

/** A local file of map tiles, read in parts. */
export interface MapFile {
  readonly bytes: number;
  /** At most `length` bytes from `from` on. */
  read(from: number, length: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** What a file in this format begins with: its name, then the version (PMTiles specification, section 3). */
const BEGINS = Buffer.from('PMTiles\u0003', 'latin1');

/** @throws SanadError `site.map-unreadable` */
export function openMapFile(path: string): MapFile {
  try {
    const file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const read: MapFile['read'] = (from, length) => {
      const piece = new Uint8Array(Math.max(0, Math.min(length, size - from)));
      return piece.subarray(0, readSync(file, piece, 0, piece.length, from));
    };
    if (BEGINS.equals(read(0, BEGINS.length))) return { bytes: size, read, close: () => closeSync(file) };
    closeSync(file);
  } catch (error) {
    throw new SanadError('site.map-unreadable', { file: basename(path) }, error);
  }
  throw new SanadError('site.map-unreadable', { file: basename(path) });
}
