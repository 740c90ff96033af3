import { classesOf } from './classes.ts';

/** A piece of text as reading sees it. Offsets count UTF-16 units of the layer's text, end exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** As written. */
  readonly text: string;
  /** Lower case, curly apostrophes straight; Arabic without vowel marks and stretching. */
  readonly lower: string;
  /** The lists of words that hold `lower`, as bits: see `wordClass`. */
  readonly classes: number;
}

const CHAR = { letter: 1, digit: 2, mark: 3, space: 4, join: 5 } as const;
type CharClass = (typeof CHAR)[keyof typeof CHAR];

const LETTER = /[\p{L}\p{M}_]/u;

const table = new Uint8Array(0x3000);
for (let code = 0; code < table.length; code++) {
  const char = String.fromCharCode(code);
  if (/\s/u.test(char) || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) {
    table[code] = CHAR.space;
  } else if (/\p{Nd}/u.test(char)) table[code] = CHAR.digit;
  else if (LETTER.test(char)) table[code] = CHAR.letter;
  else table[code] = CHAR.mark;
}

const classOf = (code: number): CharClass => {
  if (code < table.length) return table[code] as CharClass;
  if (code === 0xfeff || code === 0x3000) return CHAR.space;
  if (code >= 0xd800 && code <= 0xdfff) return CHAR.mark;
  return LETTER.test(String.fromCharCode(code)) ? CHAR.letter : CHAR.mark;
};

const isWordy = (code: number): boolean => {
  const kind = classOf(code);
  return kind === CHAR.letter || kind === CHAR.digit;
};

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc;
const NUMBER_JOINS = ',.٫٬،’\u00a0\u202f';
const ARABIC_MARKS = /[\u064b-\u065f\u0670\u0640]/g;

const ARABIC = /[\u0600-\u06ff]/;

function lowered(text: string): string {
  let high = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return loweredBeyondAscii(text);
    high ||= code >= 0x41 && code <= 0x5a;
  }
  return high ? text.toLowerCase() : text;
}

const loweredBeyondAscii = (text: string): string => {
  const lower = text.toLowerCase();
  if (ARABIC.test(lower)) return lower.replace(ARABIC_MARKS, '');
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
};

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
};

const UNEVEN = /[^\S ]| {2}/;
/** With one space for every stretch of blanks. */
export const inOneLine = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text);

const HIGH = /^\p{Lu}/u;
/** Begins with a capital letter. */
export function startsHigh(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code >= 65 && code <= 90 : HIGH.test(text);
}

/**
 * Words, numbers and marks of `text[from, to)`, in one pass. A word keeps inner apostrophes and hyphens (`63-year-old`
 * is a word, `prison's` too), a number its separators (`1,200.5`, `١٢٬٠٠٠`); every other sign stands alone. Handles
 * and hashtags are words with their sign.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === CHAR.space) {
      at++;
      continue;
    }
    const start = at;
    let sort: Token['kind'] = 'mark';
    if (kind === CHAR.digit) {
      at = endOfNumber(text, at, to);
      sort = 'number';
      const next = text.charCodeAt(at);
      const afterHyphen =
        (next === 0x2d || next === 0x2011) && at + 1 < to && classOf(text.charCodeAt(at + 1)) === CHAR.letter;
      if (afterHyphen || (at < to && classOf(next) === CHAR.letter && next < 0x600)) {
        at = endOfWord(text, at, to);
        sort = 'word';
      }
    } else if (kind === CHAR.letter) {
      at = endOfWord(text, at, to);
      sort = 'word';
    } else if ((code === 0x40 || code === 0x23) && at + 1 < to && isWordy(text.charCodeAt(at + 1))) {
      at = endOfWord(text, at + 1, to);
      sort = 'word';
    } else {
      at++;
      // Two straight single marks stand for one double.
      if (code === 0x27 && at < to && text.charCodeAt(at) === 0x27) at++;
    }
    const written = text.slice(start, at);
    const lower = written === "''" ? '"' : lowered(written);
    tokens.push({ start, end: at, kind: sort, text: written, lower, classes: classesOf(lower) });
  }
  return tokens;
}

function endOfNumber(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === CHAR.digit) at++;
    else if (
      NUMBER_JOINS.includes(text[at]!) &&
      at + 1 < to &&
      classOf(text.charCodeAt(at + 1)) === CHAR.digit &&
      at > from
    ) {
      // A space or an Arabic comma joins only groups of three: "12 000", not "in 2012 350 people".
      if ('\u00a0\u202f،'.includes(text[at]!) && !isGroupOfThree(text, at + 1, to)) return at;
      at++;
    } else return at;
  }
  return at;
}

function isGroupOfThree(text: string, from: number, to: number): boolean {
  let digits = 0;
  while (from + digits < to && digits < 4 && classOf(text.charCodeAt(from + digits)) === CHAR.digit) digits++;
  return digits === 3;
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isWordy(code)) {
      // "و500": the Arabic prefix is a word, the number another.
      if (at > from && classOf(code) === CHAR.digit && isArabicLetter(text.charCodeAt(at - 1))) return at;
      at++;
    } else if (
      (code === 0x2d || code === 0x2011 || isApostrophe(code)) &&
      at + 1 < to &&
      isWordy(text.charCodeAt(at + 1))
    ) {
      at++;
    } else if (code === 0x2e && (isInitialism(text, from, at, to) || isInAddress(text, at, to))) at++;
    else return at;
  }
  return at;
}

const isArabicLetter = (code: number): boolean =>
  code >= 0x620 && code <= 0x6d3 && classOf(code) === CHAR.letter;

/** `U.S.` and `a.m.`: single letters, each followed by a full stop. */
function isInitialism(text: string, from: number, dot: number, to: number): boolean {
  const before = text.charCodeAt(dot - 1);
  const alone = dot - 1 === from || text.charCodeAt(dot - 2) === 0x2e;
  if (!alone || classOf(before) !== CHAR.letter || before >= 0x600) return false;
  const next = text.charCodeAt(dot + 1);
  if (dot - 1 > from) return true;
  return dot + 2 < to && classOf(next) === CHAR.letter && text.charCodeAt(dot + 2) === 0x2e;
}

const DOMAIN = /\.(?:com|org|net|gov|edu|int|info|co|uk|fr|de|eu|tr|sy|news)(?![\p{L}\p{N}])/uy;

/** `valleybell.com`: the name of a site. */
function isInAddress(text: string, dot: number, to: number): boolean {
  DOMAIN.lastIndex = dot;
  const found = DOMAIN.exec(text);
  return found !== null && dot + found[0].length <= to;
}

const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/** Digits of either script as ASCII digits; everything else unchanged. */
export function asciiDigits(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= PERSIAN_ZERO ? code - PERSIAN_ZERO : code - ARABIC_ZERO);
  });
}
