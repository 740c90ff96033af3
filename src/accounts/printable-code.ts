import type { RandomBytes } from '../model/index.ts';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read out and written down. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code in groups of five: `7F2KD-…`; five bits a character. */
export function printableCode(random: RandomBytes, characters: number): string {
  const letters = Array.from(random(characters), (byte) => DIGITS[byte & 31]!);
  return letters.join('').replace(/.{5}(?=.)/g, '$&-');
}

/** As it was made, whatever hyphens, spaces, case and look-alikes it was typed with. */
export const codeAsMade = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/.{5}(?=.)/g, '$&-');
