import { yearPart } from '../coded-dates.ts';
import type { KeyedRecords } from './blocks.ts';
import type { KeyReader } from './row-keys.ts';
import { KEY_WORDS, NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import {
  BATCH,
  FIRST_RECORD,
  MARK,
  MOST_RECORDS,
  PLACE_LANE,
  RECORD,
  RECORD_WORDS,
  SEX_LANE,
} from './sieve-layout.ts';
import { mostWeightOfPlace } from './sieve-tables.ts';
import { FACT, FACT_WORDS, type SpellingFacts } from './spelling-facts.ts';
import { SEX_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

const HEAVIEST = 32_767;

/** Rows that are touched ahead of being read: memory brings them at once. */
const AHEAD = 256;

/**
 * The rows of a stretch: their keys, and in the memory of the sieve the records of those that meet. Where room runs out
 * all records are forgotten and laid again, so that they take no more memory however large a stretch.
 */
export interface RowsAtHand {
  /** Fetches the rows of a stretch. Returns a number of no meaning: see `Met.touched`. */
  begin(stretch: Int32Array): number;
  readonly keys: KeyedRecords;
  /** Whether there is room for so many records; else `forget`, once nobody asks for those that are there. */
  hasRoom(records: number): boolean;
  forget(): void;
  /** The word at which the record of a place begins; there may be nothing in it before `layOut`. */
  recordAt(place: number): number;
  /** Lays all records that have been asked for since. Returns a number of no meaning. */
  layOut(): number;
  /** Notes that a row stands in a crowd under the rules of these bits. */
  crowd(place: number, bits: number): void;
}

/**
 * Records are laid at once, in the order of the rows, where several rules ask for most of them; else when they are first
 * asked for.
 */
export function createRowsAtHand(
  rows: Int32Array,
  keys: KeyReader,
  memory: Int32Array,
  laidAt: 'once' | 'need',
  layMarks?: MarkLayer,
): RowsAtHand {
  const halves = new Int16Array(memory.buffer);
  let stretch: Int32Array = new Int32Array(0);
  let words = new Int32Array(0);
  let recordOf = new Int32Array(0);
  const asked = new Int32Array(BATCH);
  let open = 0;
  let end = FIRST_RECORD;
  const forget = (): void => {
    recordOf.fill(0, 0, stretch.length);
    end = FIRST_RECORD;
    open = 0;
  };
  const hasRoom = (records: number): boolean =>
    end + records * RECORD_WORDS <= FIRST_RECORD + MOST_RECORDS * RECORD_WORDS;
  const lay = (place: number, record: number): void => {
    const base = stretch[place]! * ROW_WORDS;
    for (let key = 0; key < KEY_WORDS; key++) memory[record + key] = words[place * KEY_WORDS + key]!;
    memory[record + RECORD.crowded] = rows[base + WORD.crowded]!;
    memory[record + RECORD.row] = stretch[place]!;
    if (layMarks) layMarks(memory, halves, record, rows, base);
    else memory[record + RECORD.hope] = 0;
  };
  return {
    begin(rowsOf) {
      stretch = rowsOf;
      const count = stretch.length;
      if (recordOf.length < count) {
        words = new Int32Array(count * 2 * KEY_WORDS);
        recordOf = new Int32Array(count * 2);
      }
      forget();
      const laysAll = laidAt === 'once' && hasRoom(count);
      let touched = 0;
      for (let from = 0; from < count; from += AHEAD) {
        const to = Math.min(count, from + AHEAD);
        for (let place = from; place < to; place++) touched ^= rows[stretch[place]! * ROW_WORDS]!;
        for (let place = from; place < to; place++)
          keys.lay(stretch[place]!, words, place * KEY_WORDS, place * 2 + 1);
        if (!laysAll) continue;
        for (let place = from; place < to; place++, end += RECORD_WORDS) {
          recordOf[place] = end;
          lay(place, end);
        }
      }
      return touched;
    },
    get keys() {
      return { words, count: stretch.length };
    },
    hasRoom,
    forget,
    recordAt(place) {
      let record = recordOf[place]!;
      if (record === 0) {
        record = end;
        end += RECORD_WORDS;
        recordOf[place] = record;
        asked[open++] = place;
      }
      return record;
    },
    layOut() {
      let touched = 0;
      for (let at = 0; at < open; at++) touched ^= rows[stretch[asked[at]!]! * ROW_WORDS]!;
      for (let at = 0, record = end - open * RECORD_WORDS; at < open; at++, record += RECORD_WORDS)
        lay(asked[at]!, record);
      open = 0;
      return touched;
    },
    crowd(place, bits) {
      const at = stretch[place]! * ROW_WORDS + WORD.crowded;
      const crowded = rows[at]! | bits;
      rows[at] = crowded;
      const record = recordOf[place]!;
      if (record > 0) memory[record + RECORD.crowded] = crowded;
    },
  };
}

/** Lays the marks of the row at a word of `rows`, and what may still come of it, into the record at word `record`. */
export type MarkLayer = (
  memory: Int32Array,
  halves: Int16Array,
  record: number,
  rows: Int32Array,
  base: number,
) => void;

/** See `sieve-layout.ts`. Lanes of what a row does not say are left as they are: nobody asks for them. */
export function createMarkLayer({ names, places }: SpellingFacts, weights: TableWeights): MarkLayer {
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

  return (memory, halves, record, rows, base) => {
    const at = (record + RECORD.marks) * 2;
    for (let slot = 0; slot < NAME_WORDS; slot++) lay(halves, at + slot, names, rows[base + slot]!, slot);
    const home = rows[base + WORD.home]!;
    const birthPlace = rows[base + WORD.birthPlace]!;
    // Of two places the nearer counts, which is left to the exact comparison.
    const isTwo = (home | birthPlace) >= 0;
    lay(halves, at + PLACE_LANE, places, isTwo ? -1 : home < 0 ? birthPlace : home, 0);
    memory[record + RECORD.hope] = isTwo ? mostOfPlace : 0;
    const sex = rows[base + WORD.sex]!;
    halves[at + MARK.codes + SEX_LANE] = sex + 1;
    halves[at + MARK.consonants + SEX_LANE] = sex > 0 ? 0xff : 0;
    halves[at + MARK.equal + SEX_LANE] = mostOfSex;
    const birth = rows[base + WORD.birth]!;
    const fromAge = rows[base + WORD.birthFromAge]!;
    const arrest = rows[base + WORD.arrest]!;
    halves[at + MARK.birthYear] = birth > 0 ? yearPart(birth) : (fromAge / 100) | 0;
    halves[at + MARK.birthRest] = birth % 10_000;
    halves[at + MARK.birthKind] = birth > 0 ? (birth % 100 > 0 ? 3 : 2) : fromAge === 0 ? 0 : 1;
    halves[at + MARK.arrestYear] = yearPart(arrest);
    halves[at + MARK.arrestRest] = arrest % 10_000;
    halves[at + MARK.arrestKind] = arrest === 0 ? 0 : arrest % 100 > 0 ? 3 : arrest % 10_000 > 0 ? 2 : 1;
    halves[at + MARK.list] = rows[base + WORD.list]!;
  };
}
