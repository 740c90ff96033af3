import { SanadError } from '../../model/index.ts';
import type { LinkModel } from '../link-model.ts';
import type { HashIndex } from './hash-index.ts';
import type { SpellingTable } from './spelling-table.ts';
import type { TableWeights } from './table-weights.ts';

/** Everything a saved index holds: numbers in flat arrays, and a little plain data. */
export interface IndexContents {
  readonly rowCount: number;
  readonly rows: Int32Array;
  /** The person of each row, and the next row of the same person, round in a circle. */
  readonly person: Int32Array;
  readonly next: Int32Array;
  readonly weights: TableWeights;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  /** Rows by names, pairs of names and years. */
  readonly postings: HashIndex;
  /** Spellings by their text. */
  readonly spellings: HashIndex;
  /** Classes of names, each with the number of names in rows that are of it. */
  readonly classes: { readonly block: Int32Array; readonly bearers: Int32Array };
  /** Classes by their skeletons and these with one letter left out. */
  readonly skeletons: HashIndex;
  readonly about: { readonly lists: readonly string[]; readonly model: LinkModel };
}

const MAGIC = 'sanad-index-2\n';
/** Where the length of the head stands, in so many digits. */
const DIGITS = 12;
/** Pieces of a saved index that are checked at a time: about a hundredth of a second each. */
const CHECKED_AT_ONCE = 1 << 22;

type Column = Int32Array | Uint16Array;

/** The columns in the order in which they are written. */
function columnsOf(index: IndexContents): Column[] {
  const { rows, person, next, weights, names, places, postings, spellings, skeletons, classes } = index;
  return [
    ...[rows, person, next, weights.person, weights.brothers, weights.cousins, weights.rarity],
    ...[names, places].flatMap((table) => [
      ...[table.units, table.start, table.block, table.term, table.hash, table.bits],
    ]),
    ...[postings, spellings, skeletons].flatMap((listed) => [listed.start, listed.rows, listed.marks]),
    ...[classes.block, classes.bearers],
  ];
}

interface SavedHead {
  readonly rowCount: number;
  readonly columns: readonly {
    readonly kind: 'i32' | 'u16';
    readonly length: number;
    readonly digest: number;
  }[];
  readonly about: IndexContents['about'];
  readonly weighed: Omit<TableWeights, 'person' | 'brothers' | 'cousins' | 'rarity'>;
}

const aligned = (at: number): number => Math.ceil(at / 64) * 64;
const damaged = (): SanadError => new SanadError('link.index-damaged', {});

/** The bytes of an index, piece by piece, to be written one after the other. */
export function* saveIndex(index: IndexContents): Generator<Uint8Array> {
  const columns = columnsOf(index);
  const { names, prior, household, clan } = index.weights;
  const head: SavedHead = {
    rowCount: index.rowCount,
    columns: columns.map((column) => ({
      kind: column instanceof Int32Array ? 'i32' : 'u16',
      length: column.length,
      digest: digestOf(column),
    })),
    about: index.about,
    weighed: { names, prior, household, clan },
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const start = new TextEncoder().encode(MAGIC + String(text.length).padEnd(DIGITS));
  const bytes = new Uint8Array(aligned(start.length + text.length));
  bytes.set(start);
  bytes.set(text, start.length);
  yield bytes;
  for (const column of columns) {
    yield new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    yield new Uint8Array(aligned(column.byteLength) - column.byteLength);
  }
}

/**
 * The index in these bytes; nothing is copied, so the bytes stay its own. What is no index, or is cut short, is refused
 * at once. Whether each byte is as it was written is for {@link checkIndex} to say: that takes as long as reading.
 */
export function openIndex(bytes: Uint8Array): IndexContents {
  const { head, contents } = readHead(bytes);
  const columns = columnsIn(bytes, head, contents);
  let at = 0;
  const ints = (): Int32Array => columns[at++] as Int32Array;
  const units = (): Uint16Array => columns[at++] as Uint16Array;
  const table = (): SpellingTable => {
    const of = { units: units(), start: ints(), block: ints(), term: ints(), hash: ints(), bits: ints() };
    return { ...of, count: of.block.length };
  };
  const listed = (): HashIndex => ({ start: ints(), rows: ints(), marks: units() });
  return {
    rowCount: head.rowCount,
    rows: ints(),
    person: ints(),
    next: ints(),
    weights: { person: ints(), brothers: ints(), cousins: ints(), rarity: ints(), ...head.weighed },
    names: table(),
    places: table(),
    postings: listed(),
    spellings: listed(),
    skeletons: listed(),
    classes: { block: ints(), bearers: ints() },
    about: head.about,
  };
}

/**
 * Reads a saved index through and throws `link.index-damaged` where it is not what was written. Others come to their
 * turn in between, so an index may be used while it is checked. It finds damage, not malice: that is for the seal.
 */
export async function checkIndex(bytes: Uint8Array): Promise<void> {
  const { head, contents } = readHead(bytes);
  const columns = columnsIn(bytes, head, contents);
  for (const [at, column] of columns.entries()) {
    let digest = 0;
    for (let from = 0; from < column.length; from += CHECKED_AT_ONCE) {
      digest = digestOf(column.subarray(from, from + CHECKED_AT_ONCE), digest);
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (digest !== head.columns[at]!.digest) throw damaged();
  }
}

function readHead(bytes: Uint8Array): { readonly head: SavedHead; readonly contents: number } {
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.slice(from, to));
  const start = MAGIC.length + DIGITS;
  if (text(0, MAGIC.length) !== MAGIC) throw damaged();
  const size = Number(text(MAGIC.length, start));
  if (!(size > 0) || bytes.length < start + size) throw damaged();
  try {
    return { head: JSON.parse(text(start, start + size)) as SavedHead, contents: aligned(start + size) };
  } catch {
    throw damaged();
  }
}

function columnsIn(bytes: Uint8Array, { columns }: SavedHead, contents: number): Column[] {
  // Words are read in place, which asks that they begin where words may.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  let at = contents;
  return columns.map(({ kind, length }) => {
    const Words = kind === 'i32' ? Int32Array : Uint16Array;
    const from = at;
    at = aligned(at + length * Words.BYTES_PER_ELEMENT);
    if (at > aligned(bytes.length)) throw damaged();
    return new Words(buffer as ArrayBuffer, byteOffset + from, length);
  });
}

/** 32 bits of a column, going on from those of what stands before it (after FNV). */
function digestOf(column: Column, before = 0): number {
  let digest = before;
  for (let at = 0; at < column.length; at++) {
    digest = Math.imul(digest ^ column[at]!, 0x01000193);
    digest ^= digest >>> 15;
  }
  return digest;
}
