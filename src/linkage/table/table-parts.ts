import { BIRTH_LEVELS, DATE_LEVELS } from '../date-levels.ts';
import type { Comparison } from '../levels.ts';
import {
  GIVEN,
  NAME_LEVELS,
  OF_CLAN,
  OF_HOME,
  OF_HOUSEHOLD,
  OWN,
  OWN_BUT_KIN_ALIKE,
  PLACE_LEVELS,
  SEX_LEVELS,
} from '../parts.ts';

/** A part as it is compared in a table, and where its level stands in a packed pattern. */
export interface TablePart extends Omit<Comparison, 'level' | 'rarity'> {
  readonly shift: number;
  readonly bits: number;
}

const parts: readonly Omit<TablePart, 'shift' | 'bits'>[] = [
  { part: 'name.given', levels: NAME_LEVELS, ...GIVEN },
  { part: 'name.father', levels: NAME_LEVELS, ...OF_HOUSEHOLD },
  { part: 'name.grandfather', levels: NAME_LEVELS, ...OF_CLAN },
  { part: 'name.family', levels: NAME_LEVELS, ...OF_CLAN },
  { part: 'name.mother', levels: NAME_LEVELS, ...OF_HOUSEHOLD },
  { part: 'name.mother-family', levels: NAME_LEVELS, ...OF_HOUSEHOLD },
  { part: 'birth.date', levels: BIRTH_LEVELS, ...OWN_BUT_KIN_ALIKE },
  { part: 'place', levels: PLACE_LEVELS, ...OF_HOME },
  { part: 'sex', levels: SEX_LEVELS, ...OWN },
  { part: 'arrest.date', levels: DATE_LEVELS, ...OWN_BUT_KIN_ALIKE },
];

let shift = 0;
/** In the order of the patterns. A level takes as many bits as it needs, 0 for a part that a side does not give. */
export const TABLE_PARTS: readonly TablePart[] = parts.map((part) => {
  const bits = Math.ceil(Math.log2(part.levels.length + 1));
  shift += bits;
  return { ...part, bits, shift: shift - bits };
});
/** Set where both rows stand on one list. */
export const SAME_LIST_SHIFT = shift;

export const BIRTH_PART = 6;
export const PLACE_PART = 7;
export const SEX_PART = 8;
export const ARREST_PART = 9;

/** The level of a part in a pattern, plus one; 0 for missing. */
export const levelIn = (pattern: number, { shift: from, bits }: TablePart): number =>
  (pattern >>> from) & ((1 << bits) - 1);
