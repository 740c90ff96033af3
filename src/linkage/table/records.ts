import { yearPart } from '../coded-dates.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { MARK, PLACE_LANE, RECORD, RECORD_WORDS, SEX_LANE } from './sieve-layout.ts';
import { mostWeightOfPlace } from './sieve-tables.ts';
import { FACT, FACT_WORDS, type SpellingFacts } from './spelling-facts.ts';
import { SEX_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

const HEAVIEST = 32_767;

/** Lays the marks of a row, and what may still come of it, into the record at a place. */
export type MarkLayer = (records: Int32Array, marks: Int16Array, place: number, row: number) => void;

/** See `sieve-layout.ts`. Lanes of what a row does not say are left as they are: nobody asks for them. */
export function createMarkLayer(
  rows: Int32Array,
  { names, places }: SpellingFacts,
  weights: TableWeights,
): MarkLayer {
  const mostOfSex = Math.max(0, weights.person[SEX_PART * LEVELS + 1]!);
  const mostOfPlace = mostWeightOfPlace(weights);
  const lay = (marks: Int16Array, at: number, facts: Int32Array, code: number, part: number): void => {
    if (code < 0) {
      marks[at + MARK.codes] = 0;
      return;
    }
    const fact = code * FACT_WORDS;
    marks[at + MARK.codes] = 1 + (facts[fact]! % 65_535);
    marks[at + MARK.consonants] = facts[fact + FACT.consonants]!;
    const equal = facts[fact + FACT.equal + part]!;
    marks[at + MARK.equal] = equal > HEAVIEST ? HEAVIEST : equal;
  };

  return (records, marks, place, row) => {
    const record = place * RECORD_WORDS;
    const at = (record + RECORD.marks) * 2;
    const base = row * ROW_WORDS;
    for (let slot = 0; slot < NAME_WORDS; slot++) lay(marks, at + slot, names, rows[base + slot]!, slot);
    const home = rows[base + WORD.home]!;
    const birthPlace = rows[base + WORD.birthPlace]!;
    // Of two places the nearer counts, which is left to the exact comparison.
    const isTwo = (home | birthPlace) >= 0;
    lay(marks, at + PLACE_LANE, places, isTwo ? -1 : home < 0 ? birthPlace : home, 0);
    records[record + RECORD.hope] = isTwo ? mostOfPlace : 0;
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
  };
}
