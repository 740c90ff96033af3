import { LIKENESS } from '../spellings.ts';
import { birthYear } from './build-index.ts';
import type { IndexContents } from './index-file.ts';
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
  rows(): Int32Array;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  personOf(row: number): number;
}

/** Weighs rows against a query. The rows are copied side by side first, so that memory fetches them together. */
export interface RowAnswers {
  begin(query: QueryInWords): void;
  read(rows: Int32Array, from: number, to: number): void;
  /** By classes alone, before any letter is compared; `most` is what it can be at most once letters are. */
  rough(query: QueryInWords, at: number): { readonly weight: number; readonly most: number };
  /** With the letters. `told` takes what answered each word. */
  full(query: QueryInWords, at: number, told?: AnsweredWord[]): RowWeight;
}

export const SLOTS = ['given', 'father', 'grandfather', 'family', 'mother', 'mother-family'] as const;
/** Rows that can be read for one query. */
export const MOST_READ = 512;
export const NOT_FOUND = -5;
/** Where the row has fewer names than were asked for. */
const NOT_ON_THE_ROW = -0.5;
export const IN_ITS_PLACE = 1.5;
const OUT_OF_PLACE = -1;
const OF_THE_MOTHER = -4;
/** What the home is worth where it is the one asked for. */
export const BEYOND_NAMES = 4;
const LOOSE = 2;
/** Words of a query are at most eight, so a byte holds a bit for each. */
const NEAR = 8;
const EITHER = 1 | (1 << NEAR);
/** Classes of all words, by open addressing. */
const CLASS_SLOTS = 2048;
const CLASS_SHIFT = 21;

/** What a year is worth that is so far from the one asked for. */
export const yearWorth = (apart: number): number =>
  apart <= 0.6 ? 4.5 : apart <= 1.6 ? 2.5 : apart <= 4 ? -1 : -5;

export function createRowAnswers({ rows, rowCount }: IndexContents, since: RowsSince): RowAnswers {
  const { names, places } = since;
  const read = new Int32Array(MOST_READ * ROW_WORDS);
  /** Of each name read the words that it may answer: a bit for each word of its class, and for each near to it. */
  const answering = new Int32Array(MOST_READ * NAME_WORDS);
  const classes = new Int32Array(CLASS_SLOTS);
  const bitsOfClass = new Int32Array(CLASS_SLOTS);
  const rough = { weight: 0, most: 0 };

  const fitOf = (slot: number, usual: number): number =>
    slot === usual ? IN_ITS_PLACE : slot >= WORD.mother ? OF_THE_MOTHER : OUT_OF_PLACE;
  const unansweredIn = (at: number, words: number): number => {
    let given = 0;
    for (let slot = 0; slot < WORD.mother; slot++) if (read[at * ROW_WORDS + slot]! >= 0) given++;
    return given >= words ? NOT_FOUND : NOT_ON_THE_ROW;
  };
  const beyondNames = ({ birthYear: year, place }: QueryInWords, base: number): number => {
    let weight = 0;
    const birth = read[base + WORD.birth]!;
    const fromAge = read[base + WORD.birthFromAge]!;
    if (year !== undefined && (birth !== 0 || fromAge !== 0))
      weight += yearWorth(Math.abs(birth > 0 ? birthYear(read, base) - year : fromAge / 100 - year - 0.5));
    const home = read[base + WORD.home]! >= 0 ? read[base + WORD.home]! : read[base + WORD.birthPlace]!;
    return place === 0 || home < 0 ? weight : weight + (places.block[home] === place ? BEYOND_NAMES : -2.5);
  };

  const slotOf = (block: number): number => {
    let slot = Math.imul(block, 0x9e3779b1) >>> CLASS_SHIFT;
    while (classes[slot] !== 0 && classes[slot] !== block) slot = (slot + 1) & (CLASS_SLOTS - 1);
    return slot;
  };
  const bitsOf = (block: number): number => bitsOfClass[slotOf(block)]!;
  const layOutClasses = ({ words }: QueryInWords): void => {
    classes.fill(0);
    bitsOfClass.fill(0);
    for (let at = 0; at < words.length; at++)
      for (let near = 0; near < words[at]!.classes.length; near++) {
        const block = words[at]!.classes[near]!;
        if (block === 0) continue;
        const slot = slotOf(block);
        classes[slot] = block;
        bitsOfClass[slot]! |= 1 << (near === 0 ? at : NEAR + at);
      }
  };

  return {
    begin: layOutClasses,
    read(found, from, to) {
      for (let at = from; at < to; at++) {
        const own = found[at]!;
        const held = own < rowCount ? rows : since.rows();
        const base = (own < rowCount ? own : own - rowCount) * ROW_WORDS;
        for (let word = 0; word < ROW_WORDS; word++) read[at * ROW_WORDS + word] = held[base + word]!;
      }
      for (let at = from; at < to; at++)
        for (let slot = 0; slot < NAME_WORDS; slot++) {
          const code = read[at * ROW_WORDS + slot]!;
          answering[at * NAME_WORDS + slot] = code < 0 ? 0 : bitsOf(names.block[code]!);
        }
    },
    rough(query, at) {
      const unanswered = unansweredIn(at, query.words.length);
      rough.weight = rough.most = beyondNames(query, at * ROW_WORDS);
      let taken = 0;
      for (let asked = 0; asked < query.words.length; asked++) {
        const word = query.words[asked]!;
        let best = NOT_FOUND;
        let most = NOT_FOUND;
        let own = -1;
        for (let slot = 0; slot < NAME_WORDS; slot++) {
          const bits = answering[at * NAME_WORDS + slot]! >>> asked;
          if ((bits & EITHER) === 0 || (taken & (1 << slot)) !== 0) continue;
          const fits = fitOf(slot, word.slot);
          if (word.equal + fits > most) most = word.equal + fits;
          const weight = ((bits & 1) === 1 ? word.equal : word.near) + fits;
          if (weight <= best) continue;
          best = weight;
          own = slot;
        }
        if (own >= 0) taken |= 1 << own;
        rough.weight += own < 0 ? unanswered : best;
        rough.most += Math.max(unanswered, most);
      }
      return rough;
    },
    full(query, at, told) {
      const beyond = beyondNames(query, at * ROW_WORDS);
      const unanswered = unansweredIn(at, query.words.length);
      let weight = beyond;
      let taken = 0;
      let agreed = 0;
      let contradicted = 0;
      for (let asked = 0; asked < query.words.length; asked++) {
        const word = query.words[asked]!;
        let best = NOT_FOUND;
        let own = -1;
        let equal = false;
        for (let slot = 0; slot < NAME_WORDS; slot++) {
          const bits = answering[at * NAME_WORDS + slot]! >>> asked;
          if ((bits & EITHER) === 0 || (taken & (1 << slot)) !== 0) continue;
          const fits = fitOf(slot, word.slot);
          if (word.equal + fits <= best) continue;
          const likeness = word.likenessTo(read[at * ROW_WORDS + slot]!);
          if (likeness === LIKENESS.far) continue;
          const worth =
            likeness === LIKENESS.equal
              ? word.equal
              : likeness === LIKENESS.near
                ? word.near
                : Math.min(word.near, LOOSE);
          if (worth + fits <= best) continue;
          best = worth + fits;
          own = slot;
          equal = likeness === LIKENESS.equal;
        }
        const { written } = word;
        if (own < 0) {
          best = unanswered;
          if (unanswered === NOT_FOUND) contradicted++;
          told?.push({ written, weight: best });
        } else {
          taken |= 1 << own;
          if (equal) agreed++;
          told?.push({
            written,
            slot: SLOTS[own]!,
            found: spellingText(names, read[at * ROW_WORDS + own]!),
            weight: best,
          });
        }
        weight += best;
      }
      return { weight, beyond, agreed, contradicted };
    },
  };
}
