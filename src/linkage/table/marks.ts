import { yearPart } from '../coded-dates.ts';
import type { SharedTable } from './hand.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { MARK, MARK_LANES, PLACE_LANE, SEX_LANE, TWO_PLACES } from './sieve-layout.ts';
import { FACT, FACT_WORDS, type SpellingFacts } from './spelling-facts.ts';
import { SEX_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

const HEAVIEST = 32_767;

/** Lays the marks of the rows that stand at places `from … to`; what is known of crowds stays. */
export function layMarks(
  { rows, order, marks }: SharedTable,
  from: number,
  to: number,
  { names, places }: SpellingFacts,
  weights: TableWeights,
): void {
  const lay = (at: number, lane: number, facts: Int32Array, code: number, part: number): void => {
    const fact = code * FACT_WORDS;
    marks[at + MARK.codes + lane] = code < 0 ? 0 : 1 + (facts[fact]! % 65_535);
    if (code < 0) return;
    marks[at + MARK.consonants + lane] = facts[fact + FACT.consonants]!;
    const equal = facts[fact + FACT.equal + part]!;
    marks[at + MARK.equal + lane] = equal > HEAVIEST ? HEAVIEST : equal;
  };
  const mostOfSex = Math.max(0, weights.person[SEX_PART * LEVELS + 1]!);
  for (let place = from, at = from * MARK_LANES; place < to; place++, at += MARK_LANES) {
    const base = order[place]! * ROW_WORDS;
    for (let slot = 0; slot < NAME_WORDS; slot++) lay(at, slot, names, rows[base + slot]!, slot);
    const home = rows[base + WORD.home]!;
    const birthPlace = rows[base + WORD.birthPlace]!;
    const isTwo = (home | birthPlace) >= 0;
    lay(at, PLACE_LANE, places, isTwo ? -1 : home < 0 ? birthPlace : home, 0);
    const sex = rows[base + WORD.sex]!;
    marks[at + MARK.codes + SEX_LANE] = sex + 1;
    marks[at + MARK.consonants + SEX_LANE] = sex > 0 ? 0xff : 0;
    marks[at + MARK.equal + SEX_LANE] = mostOfSex;
    const birth = rows[base + WORD.birth]!;
    const fromAge = rows[base + WORD.birthFromAge]!;
    const arrest = rows[base + WORD.arrest]!;
    marks[at + MARK.birthYear] = birth > 0 ? yearPart(birth) : (fromAge / 100) | 0;
    marks[at + MARK.birthRest] = birth % 10_000;
    marks[at + MARK.birthKind] = birth > 0 ? (birth % 100 > 0 ? 3 : 2) : fromAge === 0 ? 0 : 1;
    marks[at + MARK.arrestYear] = yearPart(arrest);
    marks[at + MARK.arrestRest] = arrest % 10_000;
    marks[at + MARK.arrestKind] = arrest === 0 ? 0 : arrest % 100 > 0 ? 3 : arrest % 10_000 > 0 ? 2 : 1;
    marks[at + MARK.list] = rows[base + WORD.list]!;
    if (isTwo) marks[at + MARK.flags]! |= TWO_PLACES;
  }
}
