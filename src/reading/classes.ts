/**
 * Lists of words as bits. A word is looked up once, when its token is made; every rule after that asks the token
 * (`token.classes & OPENERS`), so that a rule costs next to nothing where none of its words stands.
 */
const known = new Map<string, number>();
let bit = 1;

function nextBit(): number {
  if (bit === 0) throw new RangeError('more classes of words than bits');
  const own = bit;
  bit <<= 1;
  return own;
}

/** The bit of a list of words, lower case. Lists are made when their file is loaded, before any text is read. */
export function wordClass(...lists: readonly Iterable<string>[]): number {
  const own = nextBit();
  for (const list of lists) for (const word of list) known.set(word, (known.get(word) ?? 0) | own);
  return own;
}

/** Begins with an Arabic letter, or with another sign behind them in the table, curly marks and dashes left out. */
export const NOT_LATIN = nextBit();
/** Begins with a digit or a plain sign: "5k", "24-year". */
export const BELOW_LETTERS = nextBit();
/** Holds a hyphen: "twenty-one". */
export const HYPHENED = nextBit();

/** Ends like a past form: "searched". */
export const ENDS_IN_ED = nextBit();

/** The classes of a word, lower case. */
export function classesOf(lower: string): number {
  const first = lower.charCodeAt(0);
  return (
    (known.get(lower) ?? 0) |
    (first >= 0x600 ? (first >> 7 === 0x40 ? 0 : NOT_LATIN) : first < 58 ? BELOW_LETTERS : 0) |
    (lower.includes('-') ? HYPHENED : 0) |
    (lower.charCodeAt(lower.length - 1) === 0x64 && lower.endsWith('ed') ? ENDS_IN_ED : 0)
  );
}

/** Every class that stands among these words: a rule none of whose words is there need not look at them one by one. */
export function classesAmong(tokens: readonly { readonly classes: number }[]): number {
  let classes = 0;
  for (const token of tokens) classes |= token.classes;
  return classes;
}
