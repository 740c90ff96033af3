import { nameClass, nameSkeleton } from '../../names/index.ts';
import { scrambled, sharedInts } from './row-layout.ts';

/** A distinct spelling as the thread that met it tells of it. */
export interface ReadSpelling {
  /** Folded. */
  readonly text: string;
  readonly skeleton: string;
  /** What all spellings of one name share, for counting how common it is. */
  readonly term: string;
  /** Whether the term is what the spelling is known to be of, and not only how it sounds. */
  readonly known: boolean;
}

/**
 * Distinct spellings in shared memory: the texts end to end, and of each what blocking and comparing ask first, so
 * that most pairs are told apart by two integers.
 */
export interface SpellingTable {
  readonly count: number;
  readonly units: Uint16Array;
  /** The text of code c is `units[start[c] … start[c + 1])`. */
  readonly start: Int32Array;
  /** Of the skeleton; 0 where there is none. Spellings that may be one name share it. */
  readonly block: Int32Array;
  /** Of what is counted as one name. */
  readonly term: Int32Array;
  /** Of the text, the same in every run. */
  readonly hash: Int32Array;
  /** One bit for each consonant class of the skeleton; the highest says that the name is known by its term. */
  readonly bits: Int32Array;
}

/** 32 bits of a text (FNV, scrambled), never 0 but for the empty text. */
export function textHash(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return scrambled(hash) || 1;
}

/** Spellings as one thread has read them, in columns: what crosses between threads. */
export interface SpellingColumns {
  readonly texts: readonly string[];
  readonly block: Int32Array;
  readonly term: Int32Array;
  readonly bits: Int32Array;
}

export function spellingColumns(
  texts: readonly string[],
  read: (text: string) => ReadSpelling,
): SpellingColumns {
  const column = (): Int32Array => new Int32Array(texts.length);
  const columns = { texts, block: column(), term: column(), hash: column(), bits: column() };
  texts.forEach((text, code) => {
    describe(columns, code, read(text));
  });
  return columns;
}

/** Lays out spellings for all threads. */
export function layOutSpellings({ texts, block, term, bits }: SpellingColumns): SpellingTable {
  const count = texts.length;
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const units = new Uint16Array(new SharedArrayBuffer(Math.max(2, letters * 2)));
  const table = {
    count,
    units,
    start: sharedInts(count + 1),
    block: sharedInts(count),
    term: sharedInts(count),
    hash: sharedInts(count),
    bits: sharedInts(count),
  };
  table.block.set(block);
  table.term.set(term);
  table.bits.set(bits);
  let at = 0;
  texts.forEach((text, code) => {
    table.start[code] = at;
    table.hash[code] = textHash(text);
    for (let unit = 0; unit < text.length; unit++) units[at++] = text.charCodeAt(unit);
  });
  table.start[count] = at;
  return table;
}

/** Notes of a spelling what is asked of it first. */
export function describe(
  table: Pick<SpellingTable, 'block' | 'term' | 'hash' | 'bits'>,
  code: number,
  { text, skeleton, term, known }: ReadSpelling,
): void {
  table.block[code] = textHash(skeleton);
  table.term[code] = textHash(term);
  table.hash[code] = textHash(text);
  let classes = known ? KNOWN : 0;
  for (let letter = 0; letter < skeleton.length; letter++) classes |= 1 << (skeleton.charCodeAt(letter) & 31);
  table.bits[code] = classes;
}

/** A folded name with its skeleton, and the name that it is known to be a spelling of. */
export function readName(text: string): ReadSpelling {
  const skeleton = nameSkeleton(text);
  const term = nameClass(text.replaceAll(' ', ''));
  // Names are known as Arabic words; what is only heard is told in consonant classes.
  return { text, skeleton, term, known: /\p{Script=Arabic}/u.test(term) };
}

/** A coded place; `identity` knows places that bear names without likeness. */
export const placeReader =
  (identity: (text: string) => number | undefined) =>
  (text: string): ReadSpelling => {
    const known = identity(text);
    const skeleton = known === undefined ? nameSkeleton(text) : `${known}`;
    return { text, skeleton, term: known === undefined ? skeleton : `=${known}`, known: known !== undefined };
  };

export function spellingText({ units, start }: SpellingTable, code: number): string {
  let text = '';
  for (let at = start[code]!; at < start[code + 1]!; at++) text += String.fromCharCode(units[at]!);
  return text;
}

/** The bit of `bits` that says that a name is known by its term. */
export const KNOWN = 1 << 31;
