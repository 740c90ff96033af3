/** Likeness of two spellings, on UTF-16 units. */

/** The letters of a text, laid out to be compared; memory that the next text is laid in. */
export interface Letters {
  units: Uint16Array;
  length: number;
  /** Which of them it has, see `lettersOf`. */
  among: number;
}

const LONGEST = 64;
const matchedA = new Uint8Array(LONGEST);
const matchedB = new Uint8Array(LONGEST);

export const noLetters = (): Letters => ({ units: new Uint16Array(LONGEST), length: 0, among: 0 });

export function layText(text: string, into: Letters): Letters {
  const { length } = text;
  if (into.units.length < length) into.units = new Uint16Array(length * 2);
  const { units } = into;
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  into.length = length;
  into.among = lettersOf(text);
  return into;
}

/**
 * Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 over at most four letters (Winkler 1990). Only the first 64
 * letters count.
 */
export function jaroWinkler(first: Letters, second: Letters): number {
  if (isSame(first, second)) return 1;
  const a = first.units;
  const b = second.units;
  const lengthA = Math.min(first.length, LONGEST);
  const lengthB = Math.min(second.length, LONGEST);
  if (lengthA === 0 || lengthB === 0) return 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  for (let at = 0; at < lengthA; at++) matchedA[at] = 0;
  for (let at = 0; at < lengthB; at++) matchedB[at] = 0;
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const unit = a[i]!;
    const last = Math.min(lengthB - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (matchedB[j] === 0 && b[j] === unit) {
        matchedA[i] = 1;
        matchedB[j] = 1;
        matches++;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let swapped = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i++) {
    if (matchedA[i] === 0) continue;
    while (matchedB[j] === 0) j++;
    if (a[i] !== b[j]) swapped++;
    j++;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - swapped / 2) / matches) / 3;
  return jaro + prefixOf(first, second, 4) * 0.1 * (1 - jaro);
}

/** Which letters a text has among its first 64, in 32 bits; letters may share one. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length && at < LONGEST; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/**
 * What `jaroWinkler` is at most for two texts, at a small part of its cost: a letter that the other text has not matches
 * nothing, and all that match may stand in order.
 */
export const mostJaroWinkler = (first: Letters, second: Letters): number =>
  mostSimilar(first.length, first.among, second.length, second.among, prefixOf(first, second, 4));

/** The same where no more than length and letters (`lettersOf`) is known: four letters may begin both. */
export function mostSimilar(
  allOfA: number,
  lettersA: number,
  allOfB: number,
  lettersB: number,
  prefix = 4,
): number {
  const lengthA = Math.min(allOfA, LONGEST);
  const lengthB = Math.min(allOfB, LONGEST);
  const matches = Math.min(lengthA - setBits(lettersA & ~lettersB), lengthB - setBits(lettersB & ~lettersA));
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  return jaro + Math.min(prefix, matches) * 0.1 * (1 - jaro) + ROUNDING;
}

/** More than sums in another order can differ by. */
const ROUNDING = 1e-9;

/** Whether two texts with these letters (`lettersOf`) can be one edit apart: one edit changes one letter at most. */
export const mayBeOneEditApart = (lettersA: number, lettersB: number): boolean =>
  setBits(lettersA & ~lettersB) <= 1 && setBits(lettersB & ~lettersA) <= 1;

/** Whether one insertion, deletion, change or swap of neighbours turns one text into the other. */
export function isOneEditApart(a: Letters, b: Letters): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const gap = long.length - short.length;
  if (gap > 1) return false;
  const at = prefixOf(short, long, short.length);
  if (at === short.length) return true;
  if (gap === 1) return isSameFrom(short, at, long, at + 1);
  if (isSameFrom(short, at + 1, long, at + 1)) return true;
  return (
    short.units[at] === long.units[at + 1] &&
    at + 1 < short.length &&
    short.units[at + 1] === long.units[at] &&
    isSameFrom(short, at + 2, long, at + 2)
  );
}

const isSame = (a: Letters, b: Letters): boolean => a.length === b.length && isSameFrom(a, 0, b, 0);

/** Whether the first from a place on is what the second is from another on, which is as far from its end. */
function isSameFrom(a: Letters, fromA: number, b: Letters, fromB: number): boolean {
  for (let at = fromA; at < a.length; at++) if (a.units[at] !== b.units[at - fromA + fromB]) return false;
  return true;
}

/** How many letters both begin with, up to so many. */
function prefixOf(a: Letters, b: Letters, most: number): number {
  const end = Math.min(most, a.length, b.length);
  let at = 0;
  while (at < end && a.units[at] === b.units[at]) at++;
  return at;
}

function setBits(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
