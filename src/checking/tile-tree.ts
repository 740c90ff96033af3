import { sha256 } from '@noble/hashes/sha2.js';
import { SanadError } from '../model/index.ts';
import { joined, sameBytes, utf8 } from './bytes.ts';
import type { Head } from './signed-head.ts';

/** A log as it lies in a folder: `checkpoint`, `tile/<level>/…`, `tile/entries/…`, `entry/<n>`. */
export interface TileFiles {
  /** Nothing where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface CheckedTiles {
  /** Entries whose hashes lead to the root. */
  readonly entries: number;
  /** Those whose own text lies there too, and has that hash. */
  readonly texts: number;
  /** Where the entry that was asked for stands, from 0. */
  readonly index?: number;
}

const WIDTH = 256;
const HASH = 32;

/**
 * C2SP tlog-tiles, looked over whole and without the case: every hash of the lowest level leads to the signed root, every
 * tile above is what those below make it, every entry that lies there has its hash; the first entries are the tree that an
 * earlier checkpoint signed; an entry stands in it. Nothing is taken on trust but the two heads.
 *
 * @param head what the checkpoint says, its signature seen to hold elsewhere
 * @throws SanadError `tiles.missing`, `tiles.other` with the file that is not what the others make it, `tiles.root-other`,
 *   `tiles.not-continued`, `tiles.no-such-entry`
 */
export async function checkTiles(
  files: TileFiles,
  head: Head,
  wanted: { readonly before?: Head | undefined; readonly entry?: string | undefined } = {},
): Promise<CheckedTiles> {
  const { before } = wanted;
  if (before && before.size > head.size) throw notContinued(before, head);
  const sought = wanted.entry === undefined ? undefined : leafOf(utf8(wanted.entry));
  const tree = growing();
  let level: Uint8Array[] = [];
  let texts = 0;
  let index: number | undefined;
  const compare = (): void => {
    if (before && tree.size() === before.size && !sameBytes(tree.root(), before.root))
      throw notContinued(before, head);
  };
  compare();
  for (let from = 0; from < head.size; from += WIDTH) {
    const width = Math.min(WIDTH, head.size - from);
    const leaves = await tileAt(files, 0, from / WIDTH, width);
    texts += await textsOf(files, from, leaves);
    for (const [at, leaf] of leaves.entries()) {
      if (sought && index === undefined && sameBytes(leaf, sought)) index = from + at;
      tree.add(leaf);
      compare();
    }
    if (width === WIDTH) level.push(rootOf(leaves));
  }
  if (!sameBytes(tree.root(), head.root)) throw new SanadError('tiles.root-other');
  for (let number = 1; level.length > 0; number++) level = await checkLevel(files, number, level);
  if (sought && index === undefined) throw new SanadError('tiles.no-such-entry');
  return { entries: head.size, texts, ...(index === undefined ? {} : { index }) };
}

const notContinued = (before: Head, head: Head): SanadError =>
  new SanadError('tiles.not-continued', { from: before.size, to: head.size });

const leafOf = (entry: Uint8Array): Uint8Array => sha256(joined(Uint8Array.of(0), entry));
const node = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(1), left, right));

/** Whether the tiles of one level are what those below make them. @returns the hashes of the next */
async function checkLevel(
  files: TileFiles,
  level: number,
  hashes: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const above: Uint8Array[] = [];
  for (let from = 0; from < hashes.length; from += WIDTH) {
    const made = hashes.slice(from, from + WIDTH);
    const tile = await tileAt(files, level, from / WIDTH, made.length);
    const other = made.findIndex((hash, at) => !sameBytes(hash, tile[at]!));
    if (other >= 0) throw new SanadError('tiles.other', { file: pathOf(level, from / WIDTH, made.length) });
    if (made.length === WIDTH) above.push(rootOf(made));
  }
  return above;
}

/** A tile that is not full may have been filled since; its first hashes are the same. */
async function tileAt(files: TileFiles, level: number, index: number, width: number): Promise<Uint8Array[]> {
  const path = pathOf(level, index, width);
  const bytes = (await files.read(path)) ?? (await files.read(pathOf(level, index, WIDTH)));
  if (!bytes) throw new SanadError('tiles.missing', { file: path });
  if (bytes.length < width * HASH || bytes.length % HASH !== 0)
    throw new SanadError('tiles.other', { file: path });
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH, (at + 1) * HASH));
}

/** @returns how many entries of the tile lie there with their text */
async function textsOf(files: TileFiles, from: number, leaves: readonly Uint8Array[]): Promise<number> {
  const index = from / WIDTH;
  const path = pathOf('entries', index, leaves.length);
  const bundle = (await files.read(path)) ?? (await files.read(pathOf('entries', index, WIDTH)));
  const is = (at: number, text: Uint8Array, file: string): void => {
    if (!sameBytes(leafOf(text), leaves[at]!)) throw new SanadError('tiles.other', { file });
  };
  if (!bundle) {
    let alone = 0;
    for (const at of leaves.keys()) {
      const file = `entry/${from + at}`;
      const text = await files.read(file);
      if (!text) continue;
      is(at, text, file);
      alone++;
    }
    return alone;
  }
  let place = 0;
  for (const at of leaves.keys()) {
    if (place + 2 > bundle.length) throw new SanadError('tiles.other', { file: path });
    const length = bundle[place]! * 256 + bundle[place + 1]!;
    is(at, bundle.subarray(place + 2, place + 2 + length), path);
    place += 2 + length;
  }
  return leaves.length;
}

/** `tile/0/x001/x234/067`, and `.p/<width>` behind it where the tile is not full. */
function pathOf(level: number | 'entries', index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/.{3}/g) ?? [];
  const name = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${level}/${name}${width === WIDTH ? '' : `.p/${width}`}`;
}

/** The root of a full tile. */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const tree = growing();
  for (const hash of hashes) tree.add(hash);
  return tree.root();
}

/** A tree of RFC 6962 that grows leaf by leaf: only the roots of its full subtrees are kept. */
function growing() {
  const full: { readonly size: number; readonly root: Uint8Array }[] = [];
  let size = 0;
  return {
    size: () => size,
    add(leaf: Uint8Array): void {
      let own = { size: 1, root: leaf };
      for (let last = full.at(-1); last?.size === own.size; last = full.at(-1)) {
        full.pop();
        own = { size: own.size * 2, root: node(last.root, own.root) };
      }
      full.push(own);
      size++;
    },
    root(): Uint8Array {
      const roots = full.map(({ root }) => root);
      return roots.length === 0
        ? sha256(new Uint8Array(0))
        : roots.reduceRight((right, left) => node(left, right));
    },
  };
}
