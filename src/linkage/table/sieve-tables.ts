import { FAR, MOVED } from '../parts.ts';
import { LIKENESS } from '../spellings.ts';
import { ELSEWHERE } from './agreement.ts';
import { NAME_WORDS } from './row-layout.ts';
import type { Sieve } from './sieve.ts';
import { dateCell, PLACE_LANE, SEX_LANE, TABLE } from './sieve-layout.ts';
import { alikeBits, type SpellingFacts } from './spelling-facts.ts';
import { ARREST_PART, BIRTH_PART, PLACE_PART, SEX_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

/** Lays into the sieve what parts and dates weigh at most, by what is seen of them at once. */
export function layTables({ memory }: Sieve, { names, places }: SpellingFacts, weights: TableWeights): void {
  const halves = new Int16Array(memory.buffer);
  halves.fill(alikeBits(names), TABLE.alike * 2, TABLE.alike * 2 + NAME_WORDS);
  halves[TABLE.alike * 2 + PLACE_LANE] = alikeBits(places);
  const weightOf = (part: number, level: number): number => weights.person[part * LEVELS + level + 1]!;
  const most = (part: number, ...levels: readonly number[]): number =>
    Math.max(...levels.map((level) => weightOf(part, level)));
  for (let part = 0; part < NAME_WORDS; part++) {
    const far = ELSEWHERE[part]!.length > 0 ? most(part, MOVED, FAR) : weightOf(part, FAR);
    halves[TABLE.far * 2 + part] = far;
    halves[TABLE.near * 2 + part] = Math.max(far, most(part, LIKENESS.near, LIKENESS.loose));
    halves[TABLE.moved * 2 + part] = far - weightOf(part, FAR);
  }
  halves[TABLE.far * 2 + PLACE_LANE] = weightOf(PLACE_PART, 3);
  halves[TABLE.near * 2 + PLACE_LANE] = most(PLACE_PART, 1, 2, 3);
  halves[TABLE.far * 2 + SEX_LANE] = weightOf(SEX_PART, 1);
  memory[TABLE.prior] = weights.prior[0];
  memory[TABLE.prior + 1] = weights.prior[1];
  for (const isRestEqual of [false, true])
    for (let apart = 0; apart < 8; apart++) {
      const births = birthLevels(isRestEqual, apart);
      const arrests = arrestLevels(isRestEqual, apart);
      for (let kind = 1; kind <= 3; kind++) {
        const cell = dateCell(kind, isRestEqual, apart);
        memory[TABLE.birth + cell] = most(BIRTH_PART, ...births[kind]!);
        memory[TABLE.arrest + cell] = most(ARREST_PART, ...arrests[kind]!);
      }
    }
}

/** The levels that two births may have, by kind: an age, a year, a day. See `compareBirths`. */
const birthLevels = (isRestEqual: boolean, apart: number): readonly (readonly number[])[] => [
  [],
  [10, 11, 12, 13].filter((_, at) => apart >= [0, 1, 2, 5][at]! && apart <= [2, 3, 6, 7][at]!),
  apart <= 2 ? [5 + apart] : [8, 9],
  apart === 0
    ? isRestEqual
      ? [0]
      : [1, 2]
    : apart <= 2
      ? isRestEqual
        ? [1]
        : [3]
      : isRestEqual
        ? [1, 4]
        : [4],
];
/** The same of two arrests: a year, a month, a day. See `compareDates`. */
const arrestLevels = (isRestEqual: boolean, apart: number): readonly (readonly number[])[] => [
  [],
  [9 + Math.min(apart, 2)],
  [[5, 6, 7], [6, 8], [8]][Math.min(apart, 2)]!,
  apart === 0 ? (isRestEqual ? [0] : [1, 2, 3]) : isRestEqual ? [1, 4] : apart === 1 ? [2, 4] : [4],
];

/** The most that a place can weigh, and 0 where it only speaks against. */
export function mostWeightOfPlace({ person, rarity, names }: TableWeights): number {
  let rarest = 0;
  for (let at = NAME_WORDS * names; at < rarity.length; at++) if (rarity[at]! > rarest) rarest = rarity[at]!;
  const at = PLACE_PART * LEVELS;
  return Math.max(0, person[at + 1]! + rarest, ...person.subarray(at + 2, at + LEVELS));
}
