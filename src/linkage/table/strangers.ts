import {
  arrestLevel,
  birthLevel,
  type createNameLevel,
  type createPlaceLevel,
  sexLevel,
} from './agreement.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { ARREST_PART, BIRTH_PART, PLACE_PART, SEX_PART, TABLE_PARTS } from './table-parts.ts';

/** How many pairs show each level, by part. */
export type LevelCounts = readonly Float64Array[];

/**
 * Pairs of which spellings are compared, of rows that both give the part: a level that one pair in two hundred shows is
 * known to a fourteenth of its size then, which is a tenth of a bit.
 */
const SPELLED_PAIRS = 40_000;
/** Dates cost nothing to compare. */
const DATED_PAIRS = 200_000;

type Level = (a: number, b: number) => number;

/** How strangers agree: one thread's share of pairs of drawn rows, part by part. All pairs are evenly drawn. */
export function compareStrangers(
  rows: Int32Array,
  drawn: Int32Array,
  share: number,
  shares: number,
  nameLevel: ReturnType<typeof createNameLevel>,
  placeLevel: ReturnType<typeof createPlaceLevel>,
): LevelCounts {
  const seen = TABLE_PARTS.map((part) => new Float64Array(part.levels.length));
  // Side by side: they are met by the hundred thousand, and stand all over the table.
  const near = new Int32Array(drawn.length * ROW_WORDS);
  drawn.forEach((row, at) => {
    near.set(rows.subarray(row * ROW_WORDS, (row + 1) * ROW_WORDS), at * ROW_WORDS);
  });
  const bases = Int32Array.from(drawn, (_, at) => at * ROW_WORDS);
  const count = (part: number, pairs: number, gives: (base: number) => boolean, levelOf: Level): void => {
    const own = bases.filter(gives);
    const all = own.length;
    for (let pair = share; pair < pairs; pair += shares) {
      const apart = 1 + Math.floor(pair / all);
      if (apart * 2 > all) break;
      const level = levelOf(own[pair % all]!, own[((pair % all) + apart) % all]!);
      if (level > 0) seen[part]![level - 1]!++;
    }
  };
  const isGiven =
    (...words: readonly number[]) =>
    (base: number): boolean =>
      words.some((word) => near[base + word]! >= 0);
  const isDated =
    (...words: readonly number[]) =>
    (base: number): boolean =>
      words.some((word) => near[base + word]! > 0);

  for (let slot = 0; slot < NAME_WORDS; slot++)
    count(slot, SPELLED_PAIRS, isGiven(slot), (a, b) => nameLevel(near, a, b, slot));
  count(PLACE_PART, SPELLED_PAIRS, isGiven(WORD.home, WORD.birthPlace), (a, b) => placeLevel(near, a, b));
  count(SEX_PART, SPELLED_PAIRS, isGiven(WORD.sex), (a, b) =>
    sexLevel(near, a, b, nameLevel(near, a, b, WORD.given)),
  );
  count(BIRTH_PART, DATED_PAIRS, isDated(WORD.birth, WORD.birthFromAge), (a, b) => birthLevel(near, a, b));
  count(ARREST_PART, DATED_PAIRS, isDated(WORD.arrest), (a, b) => arrestLevel(near, a, b));
  return seen;
}

export const addedLevels = (shares: readonly LevelCounts[]): LevelCounts =>
  shares[0]!.map((levels, part) =>
    levels.map((_, level) => shares.reduce((sum, share) => sum + share[part]![level]!, 0)),
  );
