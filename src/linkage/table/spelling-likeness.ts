import {
  isLatin,
  LIKENESS,
  LONGEST_COMPARED,
  likenessOf,
  slipOfLetters,
  soundingOf,
  writtenAs,
} from '../spellings.ts';
import { type Letters, noLetters } from '../string-likeness.ts';
import { rememberRecent } from './remember-recent.ts';
import { scrambled, sharedInts } from './row-layout.ts';
import { KNOWN, type SpellingTable, spellingText } from './spelling-table.ts';

/**
 * What has been found of pairs of spellings, in memory that threads share: open addressing over two words a pair. The
 * first word is claimed once and never changed, the second written once after it; so nothing is ever read half written,
 * and what two threads find at one time merely stands twice. A full table takes no more.
 */
export type LikenessMemory = Int32Array;
const SMALL = 100_000;
const LEVEL_BITS = 3;
const MOST_STEPS = 16;

/** For about so many pairs. */
export const likenessMemory = (pairs: number): LikenessMemory =>
  sharedInts(2 ** Math.ceil(Math.log2(Math.max(1 << 12, pairs * 2))) * 2);

const slotOf = (low: number, high: number, mask: number): number =>
  scrambled(low ^ Math.imul(high, 0x9e3779b1)) & mask;

/**
 * How two spellings stand to each other, as `likenessOf` has it, each pair reckoned once. What the shared words of the
 * table settle is not reckoned at all: names whose skeletons differ by more than one consonant are far, known spellings
 * of one name are equal.
 */
export function createLikeness(
  table: SpellingTable,
  memory: LikenessMemory = likenessMemory(SMALL),
): (a: number, b: number) => number {
  const selves = new Float64Array(table.count);
  const sounds = rememberRecent(MOST_REMEMBERED, (code: number) =>
    soundingOf(writtenAs(spellingText(table, code)), (reckon) => {
      const self = selves[code] || reckon();
      selves[code] = self;
      return self;
    }),
  );
  const first = noLetters();
  const second = noLetters();
  const isInLatin = (code: number, laid: Letters): boolean =>
    layPlainLatin(table, code, laid) || isLatin(sounds(code));
  const { bits, block, term, start } = table;
  const mask = memory.length / 2 - 1;

  const reckon = (a: number, b: number): number => {
    const lettersA = start[a + 1]! - start[a]!;
    const lettersB = start[b + 1]! - start[b]!;
    if (Math.abs(lettersA - lettersB) > 6) return LIKENESS.far;
    // The model of sounds is asked where the consonants are the same, or the scripts are not.
    return block[a] !== block[b] && isInLatin(a, first) && isInLatin(b, second)
      ? slipOfLetters(first, second)
      : likenessOf(sounds(a), sounds(b));
  };

  return (a, b) => {
    if (a === b) return LIKENESS.equal;
    const bitsA = bits[a]!;
    const bitsB = bits[b]!;
    if ((bitsA & bitsB & KNOWN) !== 0 && term[a] === term[b]) return LIKENESS.equal;
    let differing = (bitsA ^ bitsB) & 0x7fffffff;
    differing &= differing - 1;
    if ((differing & (differing - 1)) !== 0) return LIKENESS.far;
    const low = (a < b ? a : b) + 1;
    const high = a < b ? b : a;
    let slot = slotOf(low, high, mask);
    for (let step = 0; step < MOST_STEPS; step++, slot = (slot + 1) & mask) {
      const own = memory[slot * 2]!;
      if (own === 0) break;
      const found = memory[slot * 2 + 1]!;
      if (own === low && found >>> LEVEL_BITS === high && found !== 0)
        return (found & (2 ** LEVEL_BITS - 1)) - 1;
    }
    const level = reckon(low - 1, high);
    for (let step = 0; step < MOST_STEPS; step++, slot = (slot + 1) & mask)
      if (memory[slot * 2] === 0 && Atomics.compareExchange(memory, slot * 2, 0, low) === 0) {
        memory[slot * 2 + 1] = (high << LEVEL_BITS) | (level + 1);
        break;
      }
    return level;
  };
}

/** Lays the letters of a spelling out as one word; returns whether it is of plain Latin letters. */
export function layPlainLatin({ units, start }: SpellingTable, code: number, into: Letters): boolean {
  let length = 0;
  let among = 0;
  let isPlain = true;
  for (let at = start[code]!; at < start[code + 1]! && length < LONGEST_COMPARED; at++) {
    const unit = units[at]!;
    if (unit === SPACE) continue;
    if (unit < FIRST_PLAIN || unit > LAST_PLAIN) isPlain = false;
    into.units[length++] = unit;
    among |= 1 << (unit & 31);
  }
  into.length = length;
  into.among = among;
  return isPlain && length > 0;
}
const SPACE = 32;
const FIRST_PLAIN = 97;
const LAST_PLAIN = 122;

/**
 * What is heard in a spelling is large, and blocks ask for few at a time: only the last asked for are remembered. More
 * of them cost memory, and no comparison less that could be measured.
 */
const MOST_REMEMBERED = 48;
