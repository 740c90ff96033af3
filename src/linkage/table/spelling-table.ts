import { nameSkeleton, nameSounds } from '../../names/index.ts';
import { scrambled, sharedInts, sharedMemory } from './row-layout.ts';

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

export const emptyTable = (count: number, letters: number): SpellingTable => ({
  count,
  units: new Uint16Array(sharedMemory(Math.max(2, letters * 2)), 0, Math.max(1, letters)),
  start: sharedInts(count + 1),
  block: sharedInts(count),
  term: sharedInts(count),
  hash: sharedInts(count),
  bits: sharedInts(count),
});

/** Codes of a table from one up to another. */
export interface SpellingStretch {
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** The spellings of several tables, each once, numbered by these stretches of them; and what each table's codes are now. */
export function mergeSpellings(
  shares: readonly SpellingTable[],
  stretches: readonly SpellingStretch[],
): { readonly table: SpellingTable; readonly maps: readonly Int32Array[] } {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const maps = shares.map(({ count }) => new Int32Array(count));
  // Of each spelling where it stood first; of each slot the spelling's number plus one.
  const shareOf = new Int32Array(all);
  const codeOf = new Int32Array(all);
  const mask = 2 ** Math.ceil(Math.log2(all * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  let count = 0;
  let letters = 0;
  for (const { share, from, to } of stretches) {
    const { hash, start } = shares[share]!;
    for (let code = from; code < to; code++) {
      let slot = hash[code]! & mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const known = slots[slot]! - 1;
        if (isSameText(shares[shareOf[known]!]!, codeOf[known]!, shares[share]!, code)) break;
      }
      if (slots[slot] === 0) {
        shareOf[count] = share;
        codeOf[count] = code;
        letters += start[code + 1]! - start[code]!;
        slots[slot] = ++count;
      }
      maps[share]![code] = slots[slot]! - 1;
    }
  }
  const table = emptyTable(count, letters);
  let at = 0;
  for (let code = 0; code < count; code++) {
    const own = shares[shareOf[code]!]!;
    const first = codeOf[code]!;
    table.start[code] = at;
    for (let unit = own.start[first]!; unit < own.start[first + 1]!; unit++)
      table.units[at++] = own.units[unit]!;
    for (const column of ['block', 'term', 'hash', 'bits'] as const)
      table[column][code] = own[column][first]!;
  }
  table.start[count] = at;
  return { table, maps };
}

function isSameText(one: SpellingTable, a: number, other: SpellingTable, b: number): boolean {
  if (one.hash[a] !== other.hash[b]) return false;
  const start = one.start[a]!;
  const second = other.start[b]!;
  const length = one.start[a + 1]! - start;
  if (other.start[b + 1]! - second !== length) return false;
  for (let unit = 0; unit < length; unit++)
    if (one.units[start + unit] !== other.units[second + unit]) return false;
  return true;
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
  const token = text.replaceAll(' ', '');
  const { skeleton: ofToken, name: term } = nameSounds(token);
  const skeleton = token === text ? ofToken : nameSkeleton(text);
  // Names are known as Arabic words; what is only heard is told in consonant classes.
  return { text, skeleton, term, known: ARABIC.test(term) };
}

const ARABIC = /\p{Script=Arabic}/u;

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
  const to = Math.min(start[code + 1]!, units.length);
  for (let at = Math.max(0, start[code]!); at < to; at++) text += String.fromCharCode(units[at]!);
  return text;
}

/** The bit of `bits` that says that a name is known by its term. */
export const KNOWN = 1 << 31;
