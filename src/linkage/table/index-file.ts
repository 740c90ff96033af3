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
type Section = Int32Array | Uint16Array;

const sectionsOf = ({
  rows,
  person,
  next,
  weights,
  names,
  places,
  postings,
  spellings,
  skeletons,
  classes,
}: IndexContents): Section[] => [
  rows,
  person,
  next,
  weights.person,
  weights.brothers,
  weights.cousins,
  weights.rarity,
  ...[names, places].flatMap((table) => [
    table.units,
    table.start,
    table.block,
    table.term,
    table.hash,
    table.bits,
  ]),
  ...[postings, spellings, skeletons].flatMap((index) => [index.start, index.rows, index.marks]),
  classes.block,
  classes.bearers,
];
const KINDS = [
  ...['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ...['u16', 'i32', 'i32', 'i32', 'i32', 'i32', 'u16', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ...['i32', 'i32', 'u16', 'i32', 'i32', 'u16', 'i32', 'i32', 'u16'],
  ...['i32', 'i32'],
] as const;

const weighedOf = ({ names, prior, household, clan }: TableWeights) => ({ names, prior, household, clan });
const aligned = (at: number): number => Math.ceil(at / 64) * 64;

/** The bytes of an index, piece by piece, to be written one after the other. */
export function* saveIndex(contents: IndexContents): Generator<Uint8Array> {
  const sections = sectionsOf(contents);
  const about = new TextEncoder().encode(
    JSON.stringify({
      rowCount: contents.rowCount,
      lengths: sections.map((section) => section.length),
      about: { ...contents.about, weighed: weighedOf(contents.weights) },
    }),
  );
  const head = new Uint8Array(aligned(MAGIC.length + 12 + about.length));
  head.set(new TextEncoder().encode(MAGIC));
  head.set(new TextEncoder().encode(String(about.length).padEnd(12)), MAGIC.length);
  head.set(about, MAGIC.length + 12);
  yield head;
  for (const section of sections) {
    yield new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    yield new Uint8Array(aligned(section.byteLength) - section.byteLength);
  }
}

/** The index in these bytes; nothing is copied, so the bytes stay its own. What is no index is refused. */
export function openIndex(bytes: Uint8Array): IndexContents {
  const text = new TextDecoder();
  const plain = (from: number, to: number): string => text.decode(bytes.slice(from, to));
  if (plain(0, MAGIC.length) !== MAGIC) throw new SanadError('link.index-damaged', {});
  const size = Number(plain(MAGIC.length, MAGIC.length + 12));
  if (!(size > 0) || bytes.length < MAGIC.length + 12 + size) throw new SanadError('link.index-damaged', {});
  const { rowCount, lengths, about } = JSON.parse(plain(MAGIC.length + 12, MAGIC.length + 12 + size)) as {
    rowCount: number;
    lengths: number[];
    about: IndexContents['about'] & { weighed: ReturnType<typeof weighedOf> };
  };
  let at = aligned(MAGIC.length + 12 + size);
  const sections = KINDS.map((kind, index): Section => {
    const length = lengths[index]!;
    const from = bytes.byteOffset + at;
    const width = kind === 'i32' ? 4 : 2;
    at = aligned(at + length * width);
    if (at > aligned(bytes.length)) throw new SanadError('link.index-damaged', {});
    const Columns = kind === 'i32' ? Int32Array : Uint16Array;
    return new Columns(bytes.buffer as ArrayBuffer, from, length);
  });
  const ints = (index: number): Int32Array => sections[index] as Int32Array;
  const spellingTable = (from: number): SpellingTable => ({
    count: ints(from + 2).length,
    units: sections[from] as Uint16Array,
    start: ints(from + 1),
    block: ints(from + 2),
    term: ints(from + 3),
    hash: ints(from + 4),
    bits: ints(from + 5),
  });
  const hashIndex = (from: number): HashIndex => ({
    start: ints(from),
    rows: ints(from + 1),
    marks: sections[from + 2] as Uint16Array,
  });
  return {
    rowCount,
    rows: ints(0),
    person: ints(1),
    next: ints(2),
    weights: { person: ints(3), brothers: ints(4), cousins: ints(5), rarity: ints(6), ...about.weighed },
    names: spellingTable(7),
    places: spellingTable(13),
    postings: hashIndex(19),
    spellings: hashIndex(22),
    skeletons: hashIndex(25),
    classes: { block: ints(28), bearers: ints(29) },
    about,
  };
}
