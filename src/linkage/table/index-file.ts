import type { LinkModel } from '../link-model.ts';
import { NO_DECISIONS, type TableDecisions } from './cluster-table.ts';
import type { HashIndex } from './hash-index.ts';
import { aligned, damaged, digestOf, type IndexHead, OLDEST, readHead, writeHead } from './index-head.ts';
import { ROW_WORDS } from './row-layout.ts';
import type { SpellingTable } from './spelling-table.ts';
import { TABLE_PARTS } from './table-parts.ts';
import { LEVELS, RARE_PARTS, type TableWeights } from './table-weights.ts';

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
  /** The decisions under which the rows were linked, or that were taken since, by number of row. */
  readonly decisions: TableDecisions;
  readonly about: { readonly lists: readonly string[]; readonly model: LinkModel };
}

/** Pieces of a saved index that are checked at a time: about a hundredth of a second each. */
const CHECKED_AT_ONCE = 1 << 22;

type Column = Int32Array | Uint16Array;

/** The columns in the order in which they are written. */
function columnsOf(index: IndexContents): Column[] {
  const { rows, person, next, weights, names, places, postings, spellings, skeletons, classes, decisions } =
    index;
  return [
    ...[rows, person, next, weights.person, weights.brothers, weights.cousins, weights.rarity],
    ...[names, places].flatMap((table) => [
      ...[table.units, table.start, table.block, table.term, table.hash, table.bits],
    ]),
    ...[postings, spellings, skeletons].flatMap((listed) => [listed.start, listed.rows, listed.marks]),
    ...[classes.block, classes.bearers],
    ...[decisions.mustLink, decisions.cannotLink].map((pairs) => Int32Array.from(pairs.flat())),
  ];
}

/** The bytes of an index, piece by piece, to be written one after the other. */
export function* saveIndex(index: IndexContents): Generator<Uint8Array> {
  const columns = columnsOf(index);
  const { names, prior, household, clan } = index.weights;
  yield writeHead({
    rowCount: index.rowCount,
    columns: columns.map((column) => ({
      kind: column instanceof Int32Array ? 'i32' : 'u16',
      length: column.length,
      digest: digestOf(column),
    })),
    about: index.about as IndexHead['about'],
    weighed: { names, prior: [...prior], household, clan },
    uniqueLists: [...index.decisions.uniqueLists].flatMap((promises, list) => (promises === 1 ? [list] : [])),
  });
  for (const column of columns) {
    yield new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    yield new Uint8Array(aligned(column.byteLength) - column.byteLength);
  }
}

/**
 * The index in these bytes; nothing is copied, so the bytes stay its own. What is no index, is cut short, or whose
 * columns do not fit each other, is refused at once. Whether each byte is as it was written is for {@link checkIndex} to
 * say: that takes as long as reading. Until then numbers that lead nowhere are refused where they are met.
 *
 * @throws SanadError `link.index-damaged`, `link.index-version`
 */
export function openIndex(bytes: Uint8Array): IndexContents {
  const { version, head, contents } = readHead(bytes);
  const columns = columnsIn(bytes, head, contents);
  let at = 0;
  const ints = (length?: number): Int32Array => {
    const column = columns[at++];
    if (!(column instanceof Int32Array) || column.length !== (length ?? column.length)) throw damaged();
    return column;
  };
  const units = (length?: number): Uint16Array => {
    const column = columns[at++];
    if (!(column instanceof Uint16Array) || column.length !== (length ?? column.length)) throw damaged();
    return column;
  };
  const table = (): SpellingTable => {
    const letters = units();
    const start = ints();
    const count = start.length - 1;
    if (count < 0 || start[count]! > letters.length) throw damaged();
    const of = { units: letters, start, block: ints(count), term: ints(count), hash: ints(count) };
    return { ...of, bits: ints(count), count };
  };
  const listed = (): HashIndex => {
    const start = ints();
    const buckets = start.length - 1;
    const rows = ints(start[buckets]);
    if (buckets < 1 || (buckets & (buckets - 1)) !== 0) throw damaged();
    return { start, rows, marks: units(rows.length) };
  };
  const pairs = (): [number, number][] => {
    const flat = ints();
    if (flat.length % 2 !== 0 || flat.some((row) => row < 0 || row >= rowCount)) throw damaged();
    return Array.from({ length: flat.length / 2 }, (_, pair) => [flat[pair * 2]!, flat[pair * 2 + 1]!]);
  };
  const { rowCount, about, weighed } = head;
  const levels = TABLE_PARTS.length * LEVELS;
  const rows = ints(rowCount * ROW_WORDS);
  const persons = { person: ints(rowCount), next: ints(rowCount) };
  const parts = { person: ints(levels), brothers: ints(levels), cousins: ints(levels), rarity: ints() };
  const spelled = { names: table(), places: table() };
  if (
    weighed.names !== spelled.names.count ||
    parts.rarity.length !== (RARE_PARTS - 1) * spelled.names.count + spelled.places.count
  )
    throw damaged();
  const lists = { postings: listed(), spellings: listed(), skeletons: listed() };
  const block = ints();
  const classes = { block, bearers: ints(block.length) };
  const uniqueLists = new Uint8Array(about.lists.length);
  for (const list of head.uniqueLists) uniqueLists[list] = 1;
  const decisions =
    version === OLDEST ? NO_DECISIONS : { mustLink: pairs(), cannotLink: pairs(), uniqueLists };
  const weights = { ...parts, ...weighed };
  return { rowCount, rows, ...persons, weights, ...spelled, ...lists, classes, decisions, about };
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

function columnsIn(bytes: Uint8Array, { columns }: IndexHead, contents: number): Column[] {
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
