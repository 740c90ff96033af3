/** Likeness of two spellings, on UTF-16 units. */

const matchedA = new Uint8Array(64);
const matchedB = new Uint8Array(64);
const LONGEST = 64;

/**
 * Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 over at most four letters (Winkler 1990). Only the first 64
 * letters count.
 */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  const a = first.length > LONGEST ? first.slice(0, LONGEST) : first;
  const b = second.length > LONGEST ? second.slice(0, LONGEST) : second;
  const lengthA = a.length;
  const lengthB = b.length;
  if (lengthA === 0 || lengthB === 0) return 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  matchedA.fill(0, 0, lengthA);
  matchedB.fill(0, 0, lengthB);
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const unit = a.charCodeAt(i);
    const last = Math.min(lengthB - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (matchedB[j] === 0 && b.charCodeAt(j) === unit) {
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
    if (a.charCodeAt(i) !== b.charCodeAt(j)) swapped++;
    j++;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - swapped / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Which letters a text has among its first 64, in 32 bits; letters may share one. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length && at < LONGEST; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/**
 * What `jaroWinkler` is at most for two texts with these letters (`lettersOf`), at a small part of its cost: a letter
 * that the other text has not matches nothing, and all that match may stand in order.
 */
export function mostJaroWinkler(first: string, lettersA: number, second: string, lettersB: number): number {
  const lengthA = Math.min(first.length, LONGEST);
  const lengthB = Math.min(second.length, LONGEST);
  const matches = Math.min(lengthA - setBits(lettersA & ~lettersB), lengthB - setBits(lettersB & ~lettersA));
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < matches && first.charCodeAt(prefix) === second.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro) + ROUNDING;
}

/** More than sums in another order can differ by. */
const ROUNDING = 1e-9;

/** Whether two texts with these letters (`lettersOf`) can be one edit apart: one edit changes one letter at most. */
export const mayBeOneEditApart = (lettersA: number, lettersB: number): boolean =>
  setBits(lettersA & ~lettersB) <= 1 && setBits(lettersB & ~lettersA) <= 1;

/** Whether one insertion, deletion, change or swap of neighbours turns one text into the other. */
export function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const gap = long.length - short.length;
  if (gap > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return true;
  if (gap === 1) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

function setBits(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
