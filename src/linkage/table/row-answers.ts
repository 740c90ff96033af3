import { LIKENESS } from '../spellings.ts';
import { birthYear } from './build-index.ts';
import type { GrowingClasses } from './growing-classes.ts';
import type { GrowingRows } from './growing-rows.ts';
import type { Peers } from './peers.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { SoughtWord } from './sought-word.ts';
import { type SpellingTable, spellingText } from './spelling-table.ts';

/** What answered a word of a query. */
export interface AnsweredWord {
  readonly written: string;
  readonly slot?: string;
  readonly found?: string;
  /** In bits. */
  readonly weight: number;
}

export interface QueryInWords {
  readonly words: readonly (SoughtWord & { readonly written: string; readonly slot: number })[];
  readonly birthYear: number | undefined;
  /** The class of the place, or 0. */
  readonly place: number;
}

/** How well a row answers, in bits. */
export interface RowWeight {
  readonly weight: number;
  /** Of it, what is not said by names. */
  readonly beyond: number;
  readonly agreed: number;
  readonly contradicted: number;
}

/** What came after an index was built: its rows, in codes of spellings that have grown, and how they are found. */
export interface RowsSince extends Pick<Peers, 'walk'> {
  readonly rows: Pick<GrowingRows, 'copy'>;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  readonly classes: GrowingClasses;
  personOf(row: number): number;
}

/**
 * Weighs rows against a query. The rows are copied side by side first, so that memory fetches them together; how a
 * spelling stands to a word is found once for all rows that bear it.
 */
export interface RowAnswers {
  begin(query: QueryInWords): void;
  read(rows: Int32Array, from: number, to: number): void;
  /** What a row weighs if names whose letters are not compared yet are as like as their consonants. */
  rough(at: number): number;
  /** With the letters. `told` takes what answered each word. */
  full(at: number, told?: AnsweredWord[]): RowWeight;
}

export const SLOTS = ['given', 'father', 'grandfather', 'family', 'mother', 'mother-family'] as const;
/** Rows that can be read for one query. */
export const MOST_READ = 1024;
export const NOT_FOUND = -5;
/** Where the row has fewer names than were asked for. */
const NOT_ON_THE_ROW = -0.5;
export const IN_ITS_PLACE = 1.5;
const OUT_OF_PLACE = -1;
const OF_THE_MOTHER = -4;
/** What the home is worth where it is the one asked for. */
export const BEYOND_NAMES = 4;
const ELSEWHERE = -2.5;
const LOOSE = 2;
/** Words of a query are at most eight, so a byte holds a bit for each. */
const MOST_WORDS = 8;
const EITHER = 1 | (1 << MOST_WORDS);
/** Classes of all words, by open addressing. */
const CLASS_SLOTS = 2048;
const CLASS_SHIFT = 21;
/** Spellings that may answer a word, by open addressing: at least twice as many as can be met. */
const SPELLING_SLOTS = 1 << 14;
const SPELLING_SHIFT = 18;
/** Of each word one more than its level of likeness, in three bits; 0 is not known yet. */
const LEVEL_BITS = 3;
const LEVEL_MASK = (1 << LEVEL_BITS) - 1;
const LEVELS = 4;

/** What a year is worth that is so far from the one asked for. */
export const yearWorth = (apart: number): number =>
  apart <= 0.6 ? 4.5 : apart <= 1.6 ? 2.5 : apart <= 4 ? -1 : -5;

const fitOf = (slot: number, usual: number): number =>
  slot === usual ? IN_ITS_PLACE : slot >= WORD.mother ? OF_THE_MOTHER : OUT_OF_PLACE;
const FITS = Float64Array.from({ length: NAME_WORDS * NAME_WORDS }, (_, at) =>
  fitOf(at % NAME_WORDS, Math.trunc(at / NAME_WORDS)),
);

export function createRowAnswers({ rows, names, places }: RowsSince): RowAnswers {
  const read = new Int32Array(MOST_READ * ROW_WORDS);
  /** Of each name read the number of its spelling among those that may answer, or -1. */
  const spelled = new Int32Array(MOST_READ * NAME_WORDS);
  const given = new Uint8Array(MOST_READ);
  /** The words that any name of a row may answer. */
  const answeredBy = new Int32Array(MOST_READ);
  const classes = new Int32Array(CLASS_SLOTS);
  const bitsOfClass = new Int32Array(CLASS_SLOTS);
  /** One more than the number of the spelling that stands in a slot. */
  const slots = new Int32Array(SPELLING_SLOTS);
  const codes = new Int32Array(MOST_READ * NAME_WORDS);
  /** The words that a spelling may answer: a bit for each word of its class, and for each near to it. */
  const answering = new Int32Array(MOST_READ * NAME_WORDS);
  const levels = new Int32Array(MOST_READ * NAME_WORDS);
  /** What each word is worth at each level of likeness. */
  const worths = new Float64Array(MOST_WORDS * LEVELS);
  const usual = new Uint8Array(MOST_WORDS);
  let spellings = 0;
  let query: QueryInWords = { words: [], birthYear: undefined, place: 0 };

  const beyondNames = (base: number): number => {
    const { birthYear: year, place } = query;
    let weight = 0;
    const birth = read[base + WORD.birth]!;
    const fromAge = read[base + WORD.birthFromAge]!;
    if (year !== undefined && (birth !== 0 || fromAge !== 0))
      weight += yearWorth(Math.abs(birth > 0 ? birthYear(read, base) - year : fromAge / 100 - year - 0.5));
    const home = read[base + WORD.home]! >= 0 ? read[base + WORD.home]! : read[base + WORD.birthPlace]!;
    return place === 0 || home < 0
      ? weight
      : weight + (places.block[home] === place ? BEYOND_NAMES : ELSEWHERE);
  };

  const slotOfClass = (block: number): number => {
    let slot = Math.imul(block, 0x9e3779b1) >>> CLASS_SHIFT;
    while (classes[slot] !== 0 && classes[slot] !== block) slot = (slot + 1) & (CLASS_SLOTS - 1);
    return slot;
  };
  const spellingOf = (code: number): number => {
    const bits = bitsOfClass[slotOfClass(names.block[code]!)]!;
    if (bits === 0) return -1;
    let slot = Math.imul(code, 0x9e3779b1) >>> SPELLING_SHIFT;
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (codes[held - 1] === code) return held - 1;
      slot = (slot + 1) & (SPELLING_SLOTS - 1);
    }
    codes[spellings] = code;
    answering[spellings] = bits;
    levels[spellings] = 0;
    slots[slot] = ++spellings;
    return spellings - 1;
  };
  const compare = (spelling: number, asked: number): number => {
    const level = query.words[asked]!.likenessTo(codes[spelling]!);
    levels[spelling]! |= (level + 1) << (asked * LEVEL_BITS);
    return level;
  };

  /** The slots whose names answer the words, one each, or -1; what they weigh together. Written over by the next. */
  const own = new Int8Array(MOST_WORDS);
  const weights = new Float64Array(MOST_WORDS);
  const answer = (at: number, isCompared: 0 | 1): number => {
    const words = query.words.length;
    let sum = 0;
    let taken = 0;
    for (let asked = 0; asked < words; asked++) {
      let best = NOT_FOUND;
      let slotOfBest = -1;
      const most = worths[asked * LEVELS]!;
      const fits = usual[asked]! * NAME_WORDS;
      const slots = ((answeredBy[at]! >>> asked) & EITHER) === 0 ? 0 : NAME_WORDS;
      for (let slot = 0; slot < slots; slot++) {
        const spelling = spelled[at * NAME_WORDS + slot]!;
        if (spelling < 0 || (taken & (1 << slot)) !== 0) continue;
        const bits = answering[spelling]! >>> asked;
        if ((bits & EITHER) === 0 || most + FITS[fits + slot]! <= best) continue;
        let level = ((levels[spelling]! >>> (asked * LEVEL_BITS)) & LEVEL_MASK) - 1;
        if (level < 0)
          level =
            isCompared === 1 ? compare(spelling, asked) : (bits & 1) === 1 ? LIKENESS.equal : LIKENESS.near;
        const weight = worths[asked * LEVELS + level]! + FITS[fits + slot]!;
        if (weight <= best) continue;
        best = weight;
        slotOfBest = slot;
      }
      if (slotOfBest >= 0) taken |= 1 << slotOfBest;
      else best = given[at]! >= words ? NOT_FOUND : NOT_ON_THE_ROW;
      own[asked] = slotOfBest;
      weights[asked] = best;
      sum += best;
    }
    return sum;
  };

  return {
    begin(asked) {
      query = asked;
      classes.fill(0);
      bitsOfClass.fill(0);
      slots.fill(0);
      spellings = 0;
      for (let at = 0; at < asked.words.length; at++) {
        const { equal, near, classes: own, slot } = asked.words[at]!;
        usual[at] = slot;
        worths.set([equal, near, Math.min(near, LOOSE), Number.NEGATIVE_INFINITY], at * LEVELS);
        for (let which = 0; which < own.length; which++) {
          const block = own[which]!;
          if (block === 0) continue;
          const place = slotOfClass(block);
          classes[place] = block;
          bitsOfClass[place]! |= 1 << (which === 0 ? at : MOST_WORDS + at);
        }
      }
    },
    read(found, from, to) {
      rows.copy(found, from, to, read, from);
      for (let at = from; at < to; at++) {
        let names = 0;
        let bits = 0;
        for (let slot = 0; slot < NAME_WORDS; slot++) {
          const code = read[at * ROW_WORDS + slot]!;
          if (code >= 0 && slot < WORD.mother) names++;
          const spelling = code < 0 ? -1 : spellingOf(code);
          spelled[at * NAME_WORDS + slot] = spelling;
          if (spelling >= 0) bits |= answering[spelling]!;
        }
        given[at] = names;
        answeredBy[at] = bits;
      }
    },
    rough: (at) => beyondNames(at * ROW_WORDS) + answer(at, 0),
    full(at, told) {
      const beyond = beyondNames(at * ROW_WORDS);
      const weight = beyond + answer(at, 1);
      let agreed = 0;
      let contradicted = 0;
      query.words.forEach(({ written }, asked) => {
        const slot = own[asked]!;
        if (slot < 0) {
          if (weights[asked] === NOT_FOUND) contradicted++;
          told?.push({ written, weight: weights[asked]! });
          return;
        }
        const spelling = spelled[at * NAME_WORDS + slot]!;
        if (((levels[spelling]! >>> (asked * LEVEL_BITS)) & LEVEL_MASK) - 1 === LIKENESS.equal) agreed++;
        const found = told && spellingText(names, codes[spelling]!);
        if (found !== undefined) told?.push({ written, slot: SLOTS[slot]!, found, weight: weights[asked]! });
      });
      return { weight, beyond, agreed, contradicted };
    },
  };
}
