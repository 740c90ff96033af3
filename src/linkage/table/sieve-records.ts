import { yearPart } from '../coded-dates.ts';
import type { SharedTable } from './hand.ts';
import { KEY_WORDS, NAME_WORDS, ROW_WORDS, sharedInts, WORD } from './row-layout.ts';
import type { Sieve } from './sieve.ts';
import { dateCell, FIRST_RECORD, RECORD, RECORD_WORDS, TABLE } from './sieve-layout.ts';
import type { SpellingTable } from './spelling-table.ts';
import { ARREST_PART, BIRTH_PART, PLACE_PART, SEX_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

/** Eight words a spelling, so that one look brings all: what it is, its consonants, what it weighs where it is equal. */
export const FACT_WORDS = 8;
export const FACT = { code: 0, consonants: 1, equal: 2 } as const;
/** A place weighs in one part only. */
export interface SpellingFacts {
  readonly names: Int32Array;
  readonly places: Int32Array;
}

/** Spellings known to be of one name share the code of the first of them. */
export function spellingFacts(
  names: SpellingTable,
  places: SpellingTable,
  weights?: TableWeights,
): SpellingFacts {
  const factsOf = (table: SpellingTable, parts: readonly number[], first: number): Int32Array => {
    const facts = sharedInts(table.count * FACT_WORDS);
    const known = new Map<number, number>();
    for (let code = 0, at = 0; code < table.count; code++, at += FACT_WORDS) {
      const term = table.term[code]!;
      facts[at + FACT.code] = code;
      facts[at + FACT.consonants] = table.bits[code]! & 0x7fffffff;
      if (table.bits[code]! < 0) {
        const before = known.get(term);
        if (before === undefined) known.set(term, code);
        else facts[at + FACT.code] = before;
      }
      if (weights)
        parts.forEach((part, index) => {
          facts[at + FACT.equal + index] =
            weights.person[part * LEVELS + 1]! + weights.rarity[first + index * weights.names + code]!;
        });
    }
    return facts;
  };
  return {
    names: factsOf(names, [0, 1, 2, 3, 4, 5], 0),
    places: factsOf(places, [PLACE_PART], weights ? NAME_WORDS * weights.names : 0),
  };
}

const DAY = 3;

/** Lays into the sieve what a pair weighs at most, by what is seen at once; without weights all pairs weigh nothing. */
export function layTables({ memory }: Sieve, weights?: TableWeights): void {
  memory.fill(0, 0, TABLE.kinds);
  if (!weights) return;
  const weightOf = (part: number, level: number): number => weights.person[part * LEVELS + level + 1]!;
  const most = (part: number, ...levels: readonly number[]): number =>
    Math.max(...levels.map((level) => weightOf(part, level)));
  for (let part = 0; part < NAME_WORDS; part++) {
    memory[TABLE.far + part] = most(part, 3, 4);
    memory[TABLE.near + part] = most(part, 1, 2, 3, 4);
  }
  memory[TABLE.far + PLACE_LANE] = weightOf(PLACE_PART, 3);
  memory[TABLE.near + PLACE_LANE] = most(PLACE_PART, 1, 2, 3);
  memory[TABLE.far + SEX_LANE] = weightOf(SEX_PART, 1);
  memory[TABLE.prior] = weights.prior[0];
  memory[TABLE.prior + 4] = weights.prior[1];
  for (const isRestEqual of [false, true])
    for (let apart = 0; apart < 8; apart++) {
      const births = birthLevels(isRestEqual, apart);
      const arrests = arrestLevels(isRestEqual, apart);
      for (let kind = 1; kind <= DAY; kind++) {
        const cell = dateCell(kind, isRestEqual, apart);
        memory[TABLE.birth + cell] = most(BIRTH_PART, ...births[kind]!);
        memory[TABLE.arrest + cell] = most(ARREST_PART, ...arrests[kind]!);
      }
    }
}

const PLACE_LANE = 6;
const SEX_LANE = 7;

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

/** Lays rows into the sieve as records. */
export function createRecordWriter(
  { rows, keys }: SharedTable,
  facts: SpellingFacts,
  { memory }: Sieve,
  weights?: TableWeights,
): (index: number, row: number, meetsFrom: number) => void {
  const { names, places } = facts;
  const mostOfPlace = weights ? mostWeightOfPlace(weights) : 0;
  const mostOfSex = weights ? Math.max(0, weights.person[SEX_PART * LEVELS + 1]!) : 0;
  return (index, row, meetsFrom) => {
    const to = FIRST_RECORD + index * RECORD_WORDS;
    const base = row * ROW_WORDS;
    const key = row * KEY_WORDS;
    for (let at = 0; at < KEY_WORDS; at++) memory[to + at] = keys[key + at]! || index * 2 + 1;
    for (let slot = 0; slot < NAME_WORDS; slot++) {
      const code = rows[base + slot]!;
      if (code < 0) memory[to + RECORD.codes + slot] = -1;
      else {
        const fact = code * FACT_WORDS;
        memory[to + RECORD.codes + slot] = names[fact]!;
        memory[to + RECORD.consonants + slot] = names[fact + FACT.consonants]!;
        memory[to + RECORD.equal + slot] = names[fact + FACT.equal + slot]!;
      }
    }
    const home = rows[base + WORD.home]!;
    const birthPlace = rows[base + WORD.birthPlace]!;
    const place = home < 0 ? birthPlace : birthPlace < 0 ? home : -1;
    // Of two places the nearer counts: that is left to the exact comparison.
    memory[to + RECORD.hope] = (home | birthPlace) >= 0 ? mostOfPlace : 0;
    if (place < 0) memory[to + RECORD.codes + PLACE_LANE] = -1;
    else {
      const fact = place * FACT_WORDS;
      memory[to + RECORD.codes + PLACE_LANE] = places[fact]!;
      memory[to + RECORD.consonants + PLACE_LANE] = places[fact + FACT.consonants]!;
      memory[to + RECORD.equal + PLACE_LANE] = places[fact + FACT.equal]!;
    }
    const sex = rows[base + WORD.sex]!;
    memory[to + RECORD.codes + SEX_LANE] = sex;
    memory[to + RECORD.consonants + SEX_LANE] = sex > 0 ? 0xff : 0;
    memory[to + RECORD.equal + SEX_LANE] = mostOfSex;
    const birth = rows[base + WORD.birth]!;
    const fromAge = rows[base + WORD.birthFromAge]!;
    const arrest = rows[base + WORD.arrest]!;
    memory[to + RECORD.dates] = birth > 0 ? (birth % 100 > 0 ? DAY : 2) : fromAge === 0 ? 0 : 1;
    memory[to + RECORD.dates + 1] = arrest === 0 ? 0 : arrest % 100 > 0 ? DAY : arrest % 10000 > 0 ? 2 : 1;
    memory[to + RECORD.dates + 2] = birth > 0 ? yearPart(birth) : (fromAge / 100) | 0;
    memory[to + RECORD.dates + 3] = yearPart(arrest);
    memory[to + RECORD.exact] = birth % 10000;
    memory[to + RECORD.exact + 1] = arrest % 10000;
    memory[to + RECORD.exact + 2] = rows[base + WORD.list]!;
    memory[to + RECORD.crowded] = rows[base + WORD.crowded]!;
    memory[to + RECORD.from] = (FIRST_RECORD + meetsFrom * RECORD_WORDS) * 4;
    memory[to + RECORD.row] = row;
  };
}

/** The most that a place can weigh, and 0 where it only speaks against. */
function mostWeightOfPlace({ person, rarity, names }: TableWeights): number {
  let rarest = 0;
  for (let at = NAME_WORDS * names; at < rarity.length; at++) if (rarity[at]! > rarest) rarest = rarity[at]!;
  const at = PLACE_PART * LEVELS;
  return Math.max(0, person[at + 1]! + rarest, ...person.subarray(at + 2, at + LEVELS));
}
