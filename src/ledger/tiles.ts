import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HASH_LENGTH, subtreeRoot } from './merkle-tree.ts';

/** C2SP tlog-tiles: the log as files that any web server, or a stick, can hand out. */
const TILE_WIDTH = 256;
/** An entry bundle gives the length of each entry in two bytes. */
const LONGEST_ENTRY = 0xffff;

/** What the tiles are cut from. */
export interface TileSource {
  readonly size: number;
  /** Leaf hashes of the entries `[from, to)`. */
  leaves(from: number, to: number): readonly Uint8Array[];
  body(entry: number): string;
}

export interface ExportedTiles {
  readonly entries: number;
  readonly files: number;
  /** Entries too long for a bundle; each stands alone under `entry/`, and its bundle is left out. */
  readonly long: readonly number[];
}

/** Writes `checkpoint`, `tile/<level>/<n>[.p/<width>]` and `tile/entries/<n>[.p/<width>]` into a folder. */
export function exportTiles(source: TileSource, checkpoint: string, folder: string): ExportedTiles {
  let files = 0;
  const long: number[] = [];
  const write = (path: string, bytes: Uint8Array | string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    files++;
  };

  /** Roots of the full tiles of the level below; the hashes of this one. */
  let above: Uint8Array[] = [];
  for (let from = 0; from < source.size; from += TILE_WIDTH) {
    const to = Math.min(from + TILE_WIDTH, source.size);
    const leaves = source.leaves(from, to);
    const name = tileName(from / TILE_WIDTH, to - from);
    write(`tile/0/${name}`, Buffer.concat(leaves));
    if (to - from === TILE_WIDTH) above.push(subtreeRoot(leaves, 0, TILE_WIDTH));
    const bodies = Array.from({ length: to - from }, (_, at) => Buffer.from(source.body(from + at)));
    const tooLong = [...bodies.keys()].filter((at) => bodies[at]!.length > LONGEST_ENTRY);
    if (tooLong.length === 0) write(`tile/entries/${name}`, entryBundle(bodies));
    for (const at of tooLong) {
      write(`entry/${from + at}`, bodies[at]!);
      long.push(from + at);
    }
  }
  for (let level = 1; above.length > 0; level++) {
    const hashes = above;
    above = [];
    for (let from = 0; from < hashes.length; from += TILE_WIDTH) {
      const tile = hashes.slice(from, from + TILE_WIDTH);
      write(
        `tile/${level}/${tileName(from / TILE_WIDTH, tile.length)}`,
        Buffer.concat(tile, tile.length * HASH_LENGTH),
      );
      if (tile.length === TILE_WIDTH) above.push(subtreeRoot(tile, 0, TILE_WIDTH));
    }
  }
  write('checkpoint', checkpoint);
  return { entries: source.size, files, long };
}

/** `x001/x234/067`, and `.p/<width>` behind it where the tile is not full. */
function tileName(index: number, width: number): string {
  const parts = [];
  for (let rest = index, last = true; last || rest > 0; rest = Math.floor(rest / 1000), last = false)
    parts.unshift(`${last ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  return `${parts.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

function entryBundle(bodies: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (const body of bodies) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(body.length);
    parts.push(length, body);
  }
  return Buffer.concat(parts);
}
