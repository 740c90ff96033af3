import { nameClass, nameSkeleton } from '../../names/index.ts';
import {
  areBothLatin,
  LIKENESS,
  likenessOf,
  prepareSpelling,
  type Spelling,
  slipLikeness,
} from '../spellings.ts';
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

/** Lays out spellings for all threads. */
export function layOutSpellings(spellings: readonly ReadSpelling[]): SpellingTable {
  const count = spellings.length;
  const letters = spellings.reduce((sum, { text }) => sum + text.length, 0);
  const units = new Uint16Array(new SharedArrayBuffer(Math.max(2, letters * 2)));
  const start = sharedInts(count + 1);
  const block = sharedInts(count);
  const term = sharedInts(count);
  const hash = sharedInts(count);
  const bits = sharedInts(count);
  const table = { count, units, start, block, term, hash, bits };
  let at = 0;
  for (let code = 0; code < count; code++) {
    const { text } = spellings[code]!;
    start[code] = at;
    for (let unit = 0; unit < text.length; unit++) units[at++] = text.charCodeAt(unit);
    describe(table, code, spellings[code]!);
  }
  start[count] = at;
  return table;
}

/** Notes of a spelling what is asked of it first. */
export function describe(
  table: SpellingTable,
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

export const spellingText = ({ units, start }: SpellingTable, code: number): string =>
  String.fromCharCode(...units.subarray(start[code]!, start[code + 1]!));

const KNOWN = 1 << 31;
const INITIAL = 1 << 12;

/**
 * How two spellings stand to each other, as `likenessOf` has it, each pair reckoned once a thread. What the shared
 * words of the table settle is not reckoned at all: names whose skeletons differ by more than one consonant are far,
 * known spellings of one name are equal.
 */
export function createLikeness(table: SpellingTable): (a: number, b: number) => number {
  const prepared = new Map<number, Spelling>();
  const spelling = (code: number): Spelling => {
    let known = prepared.get(code);
    if (known === undefined) {
      known = prepareSpelling(spellingText(table, code));
      prepared.set(code, known);
    }
    return known;
  };
  const { bits, block, term, start } = table;
  let mask = INITIAL - 1;
  let keys = new Float64Array(INITIAL);
  let levels = new Uint8Array(INITIAL);
  let held = 0;

  const slotOf = (key: number, low: number, high: number): number => {
    let slot = scrambled(low ^ Math.imul(high, 0x9e3779b1)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldLevels] = [keys, levels];
    mask = mask * 2 + 1;
    keys = new Float64Array(mask + 1);
    levels = new Uint8Array(mask + 1);
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at]!;
      if (key === 0) continue;
      const high = Math.floor(key / 67108864);
      const slot = slotOf(key, key - high * 67108864, high);
      keys[slot] = key;
      levels[slot] = oldLevels[at]!;
    }
  };
  const reckon = (a: number, b: number): number => {
    const lettersA = start[a + 1]! - start[a]!;
    const lettersB = start[b + 1]! - start[b]!;
    if (Math.abs(lettersA - lettersB) > 6) return LIKENESS.far;
    const first = spelling(a);
    const second = spelling(b);
    // The model of sounds is asked where the consonants are the same, or the scripts are not.
    return block[a] !== block[b] && areBothLatin(first, second)
      ? slipLikeness(first, second)
      : likenessOf(first, second);
  };

  return (a, b) => {
    if (a === b) return LIKENESS.equal;
    const bitsA = bits[a]!;
    const bitsB = bits[b]!;
    if ((bitsA & bitsB & KNOWN) !== 0 && term[a] === term[b]) return LIKENESS.equal;
    let differing = (bitsA ^ bitsB) & 0x7fffffff;
    differing &= differing - 1;
    if ((differing & (differing - 1)) !== 0) return LIKENESS.far;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const key = high * 67108864 + low;
    let slot = slotOf(key, low, high);
    if (keys[slot] === key) return levels[slot]!;
    const level = reckon(low, high);
    if (held * 2 > mask) {
      grow();
      slot = slotOf(key, low, high);
    }
    keys[slot] = key;
    levels[slot] = level;
    held++;
    return level;
  };
}
