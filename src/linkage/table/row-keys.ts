import { yearPart } from '../coded-dates.ts';
import { KEY, KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { SpellingTable } from './spelling-table.ts';

/** What of a table keys are read from. */
export interface KeyedRows {
  readonly rows: Int32Array;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
}

/** Reads the keys of rows: what blocking compares. A key is even, and 0 where the row does not say. */
export function createKeyReader({ rows, names, places }: KeyedRows) {
  const { block } = names;
  const { block: placeBlock } = places;
  const dayOf = (base: number): number => {
    const birth = rows[base + WORD.birth]!;
    return birth % 100 > 0 ? birth << 1 : 0;
  };
  const yearOf = (base: number): number => {
    const birth = rows[base + WORD.birth]!;
    return (birth > 0 ? yearPart(birth) : Math.floor(rows[base + WORD.birthFromAge]! / 100)) << 1;
  };
  const placeOf = (base: number): number => {
    const home = rows[base + WORD.home]!;
    const code = home >= 0 ? home : rows[base + WORD.birthPlace]!;
    return code < 0 ? 0 : placeBlock[code]! << 1;
  };
  const nameOf = (base: number, slot: number): number => {
    const code = rows[base + slot]!;
    return code < 0 ? 0 : block[code]! << 1;
  };
  return {
    keyOf(row: number, key: number): number {
      const base = row * ROW_WORDS;
      if (key <= KEY.mother) return nameOf(base, key);
      return key === KEY.place ? placeOf(base) : key === KEY.birthYear ? yearOf(base) : dayOf(base);
    },
    /** Writes all keys of a row; `none`, an odd number, for those that it lacks. */
    lay(row: number, into: Int32Array, at: number, none: number): void {
      const base = row * ROW_WORDS;
      for (let slot = KEY.given; slot <= KEY.mother; slot++) into[at + slot] = nameOf(base, slot) || none;
      into[at + KEY.birthDay] = dayOf(base) || none;
      into[at + KEY.birthYear] = yearOf(base) || none;
      into[at + KEY.place] = placeOf(base) || none;
    },
  };
}
export type KeyReader = ReturnType<typeof createKeyReader>;

/** The sets of keys that two rows share, as bits by their number. */
export function keysShared({ keyOf }: KeyReader, rowA: number, rowB: number): number {
  let shared = 0;
  for (let key = 0; key < KEY_WORDS; key++) {
    const own = keyOf(rowA, key);
    if (own !== 0 && own === keyOf(rowB, key)) shared |= 1 << key;
  }
  return shared;
}
