import type { RandomBytes } from './random.ts';

/**
 * What whoever writes on the public line takes away: thirty digits in six groups of five. Digits and no words, because
 * they are said over a phone in the same way in every dialect and typed on any keypad. In each group the fifth digit
 * checks the four before it (Damm 2004: every wrong digit and every swap of neighbours is found) beginning from the
 * group's place, so that groups in the wrong order are found too, and a wrong group is named by its place.
 *
 * 24 digits are drawn: 79.7 bits. See `mailbox-keys.ts` for why that is enough.
 */
export const CODE_GROUPS = 6;
const DRAWN = 4;
const GROUP = DRAWN + 1;

const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The check digit of four digits that stand in a place, counted from 0. */
function checkDigit(digits: string, place: number): number {
  let interim = place;
  for (const digit of digits) interim = DAMM[interim]![Number(digit)]!;
  return interim;
}

/** `48213 07755 …`, drawn without bias. */
export function newReceiptCode(random: RandomBytes): string {
  const groups: string[] = [];
  while (groups.length < CODE_GROUPS) {
    let digits = '';
    while (digits.length < DRAWN) for (const byte of random(8)) if (byte < 250) digits += byte % 10;
    digits = digits.slice(0, DRAWN);
    groups.push(digits + checkDigit(digits, groups.length));
  }
  return groups.join(' ');
}

export type ReadCode =
  /** In the form of `newReceiptCode`. */
  | { readonly ok: true; readonly code: string }
  /** `groups` are the places, from 1, whose check fails; empty where the number of digits is wrong. */
  | { readonly ok: false; readonly digits: number; readonly groups: readonly number[] };

/** Reads a code as people type it: digits of any of the region's scripts, with spaces, strokes or nothing between. */
export function readReceiptCode(text: string): ReadCode {
  const digits = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\D/g, '');
  if (digits.length !== CODE_GROUPS * GROUP) return { ok: false, digits: digits.length, groups: [] };
  const groups = Array.from({ length: CODE_GROUPS }, (_, at) => digits.slice(at * GROUP, (at + 1) * GROUP));
  const wrong = groups.flatMap((group, at) =>
    checkDigit(group.slice(0, DRAWN), at) === Number(group[DRAWN]) ? [] : [at + 1],
  );
  return wrong.length > 0
    ? { ok: false, digits: digits.length, groups: wrong }
    : { ok: true, code: groups.join(' ') };
}
