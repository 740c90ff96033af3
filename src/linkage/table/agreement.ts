import { compareBirths, compareDates } from '../date-levels.ts';
import { FAR, MOVED } from '../parts.ts';
import { LIKENESS } from '../spellings.ts';
import { WORD } from './row-layout.ts';
import type { SpellingTable } from './spelling-table.ts';
import {
  ARREST_PART,
  BIRTH_PART,
  PLACE_PART,
  SAME_LIST_SHIFT,
  SEX_PART,
  TABLE_PARTS,
} from './table-parts.ts';

/** The slots in which a name may stand instead, where a list drops a generation. */
export const ELSEWHERE: readonly (readonly number[])[] = [
  [WORD.family],
  [WORD.grandfather, WORD.family],
  [],
  [WORD.father, WORD.grandfather, WORD.given],
  [],
  [],
];

export type Likeness = (a: number, b: number) => number;

/**
 * How two rows agree on every part, packed in 32 bits. The rows lie in `rows` from words `a` and `b` on; they may be
 * rows of the table or copies gathered for a block.
 */
export type Agreement = (rows: Int32Array, a: number, b: number) => number;

/** The level of one name, 0 for missing, else the level plus one. */
export function createNameLevel(
  names: Likeness,
  { block }: SpellingTable,
): (rows: Int32Array, a: number, b: number, slot: number) => number {
  return (rows, a, b, slot) => {
    const first = rows[a + slot]!;
    const second = rows[b + slot]!;
    if (first < 0 || second < 0) return 0;
    if (first === second) return 1;
    const likeness = names(first, second);
    if (likeness !== LIKENESS.far) return likeness + 1;
    const others = ELSEWHERE[slot]!;
    for (let at = 0; at < others.length; at++) {
      const otherA = rows[a + others[at]!]!;
      const otherB = rows[b + others[at]!]!;
      const moved =
        (otherB >= 0 && block[first] === block[otherB] && names(first, otherB) <= LIKENESS.near) ||
        (otherA >= 0 && block[otherA] === block[second] && names(otherA, second) <= LIKENESS.near);
      // A name that has met its like in its own slot has not moved.
      if (moved && (otherA < 0 || otherB < 0 || names(otherA, otherB) > LIKENESS.near)) return MOVED + 1;
    }
    return FAR + 1;
  };
}

const age = (rows: Int32Array, row: number): number => {
  const hundredths = rows[row + WORD.birthFromAge]!;
  return hundredths === 0 ? Number.NaN : hundredths / 100;
};

const OTHER_DAY = 5;

/** The level of the birth, plus one; 0 for missing. */
export function birthLevel(rows: Int32Array, a: number, b: number): number {
  const first = rows[a + WORD.birth]!;
  const second = rows[b + WORD.birth]!;
  if (first > 0 && second > 0) {
    const restA = first % 10000;
    const restB = second % 10000;
    if (restA % 100 > 0 && restB % 100 > 0) {
      if (first === second) return 1;
      // Two days with neither the year nor the rest in common: most pairs, and no slip of one digit.
      const years = ((first - restA) / 10000) | 0;
      const otherYears = ((second - restB) / 10000) | 0;
      if (restA !== restB && (years - otherYears > 2 || otherYears - years > 2)) return OTHER_DAY;
    }
    return compareBirths(first, Number.NaN, second, Number.NaN) + 1;
  }
  if (
    (first === 0 && rows[a + WORD.birthFromAge] === 0) ||
    (second === 0 && rows[b + WORD.birthFromAge] === 0)
  )
    return 0;
  return compareBirths(first, age(rows, a), second, age(rows, b)) + 1;
}

export function createPlaceLevel(places: Likeness): (rows: Int32Array, a: number, b: number) => number {
  return (rows, a, b) => {
    let nearest = 9;
    for (let x = WORD.home; x <= WORD.birthPlace; x++) {
      const first = rows[a + x]!;
      if (first < 0) continue;
      for (let y = WORD.home; y <= WORD.birthPlace; y++) {
        const second = rows[b + y]!;
        if (second < 0) continue;
        if (first === second) return 1;
        const likeness = places(first, second);
        if (likeness < nearest) nearest = likeness;
      }
    }
    return nearest === 9 ? 0 : nearest + 1;
  };
}

/** Sex, where the given name has not said it already. */
export function sexLevel(rows: Int32Array, a: number, b: number, givenLevel: number): number {
  const first = rows[a + WORD.sex]!;
  const second = rows[b + WORD.sex]!;
  if (first < 0 || second < 0) return 0;
  if (first !== second) return 2;
  return givenLevel === 1 || givenLevel === 2 ? 0 : 1;
}

export function arrestLevel(rows: Int32Array, a: number, b: number): number {
  const first = rows[a + WORD.arrest]!;
  const second = rows[b + WORD.arrest]!;
  return first === 0 || second === 0 ? 0 : compareDates(first, second) + 1;
}

export function createAgreement(names: Likeness, places: Likeness, spellings: SpellingTable): Agreement {
  const nameLevel = createNameLevel(names, spellings);
  const placeLevel = createPlaceLevel(places);
  const shifts = TABLE_PARTS.map((part) => part.shift);
  return (rows, a, b) => {
    const given = nameLevel(rows, a, b, WORD.given);
    let pattern = given;
    for (let slot = 1; slot <= WORD.motherFamily; slot++)
      pattern |= nameLevel(rows, a, b, slot) << shifts[slot]!;
    pattern |= birthLevel(rows, a, b) << shifts[BIRTH_PART]!;
    pattern |= placeLevel(rows, a, b) << shifts[PLACE_PART]!;
    pattern |= sexLevel(rows, a, b, given) << shifts[SEX_PART]!;
    pattern |= arrestLevel(rows, a, b) << shifts[ARREST_PART]!;
    if (rows[a + WORD.list] === rows[b + WORD.list]) pattern |= 1 << SAME_LIST_SHIFT;
    return pattern >>> 0;
  };
}
