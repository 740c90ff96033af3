import { yearKey, yearNote } from './build-index.ts';
import { createGathering, MOST_MET } from './gathering.ts';
import { type HashIndex, pairKey } from './hash-index.ts';
import {
  BEYOND_NAMES,
  IN_ITS_PLACE,
  MOST_READ,
  NOT_FOUND,
  type QueryInWords,
  yearWorth,
} from './row-answers.ts';
import type { SoughtWord } from './sought-word.ts';

/** Words that rows are looked up by: the rarest. */
const SEARCHED_WORDS = 5;
const ALL_WORDS = (1 << SEARCHED_WORDS) - 1;
/** New rows that one list may bring: two names of the query; a name and one near to the other; a name alone. */
const MOST_OF_PAIR = 24_000;
const MOST_OF_NEAR = 1500;
const MOST_OF_NAME = 3000;
const RARE = 400;
const FEW = 40;
/** Rows beyond those asked for that are to be read. */
const SPARE = 12;
const BINS = 2048;
const BINS_A_BIT = 8;

/** Rows, the best in front, and what each can weigh at most; written over by the next query. */
export interface GatheredRows {
  readonly rows: Int32Array;
  readonly most: Float64Array;
}

/**
 * The rows that share most with a query, the best in front, by what the lists say that hold them: which words of the
 * query and what year. Rows themselves are not touched, so that a common name costs a walk through memory and no more.
 */
export function createQueryGathering(
  postings: HashIndex,
): (query: QueryInWords, top: number) => GatheredRows {
  const gathering = createGathering(postings);
  const wanted = new Uint8Array(256);
  const noteWorth = new Float64Array(256);
  const exactWorth = new Float64Array(1 << SEARCHED_WORDS);
  const nearWorth = new Float64Array(1 << SEARCHED_WORDS);
  const scores = new Int16Array(MOST_MET);
  const bins = new Int32Array(BINS);
  const best = new Int32Array(MOST_READ);
  const most = new Float64Array(MOST_READ);

  /** Sorts what was gathered into bins by its worth. */
  const sortIntoBins = (): void => {
    const { count, met, notes } = gathering;
    bins.fill(0);
    for (let at = 0; at < count; at++) {
      const exact = met[at]! & ALL_WORDS;
      const near = (met[at]! >>> SEARCHED_WORDS) & ~exact;
      const worth = exactWorth[exact]! + nearWorth[near]! + noteWorth[notes[at]!]!;
      const bin = Math.max(0, Math.min(BINS - 1, Math.ceil((worth - NOT_FOUND) * BINS_A_BIT)));
      scores[at] = bin;
      bins[bin]!++;
    }
  };
  /** The bin from which on there are so many rows; 0 where there are fewer. */
  const binOf = (many: number): number => {
    let bin = BINS - 1;
    for (let above = bins[bin]!; bin > 0 && above < many; ) above += bins[--bin]!;
    return bin;
  };

  /** The best rows by their bins, the best bin first. */
  const bestInOrder = (beyond: number): GatheredRows => {
    const { count, rows } = gathering;
    const least = binOf(MOST_READ);
    let above = 0;
    for (let bin = BINS - 1; bin >= least; bin--) {
      const own = bins[bin]!;
      bins[bin] = above;
      above += own;
    }
    for (let at = 0; at < count; at++) {
      const bin = scores[at]!;
      if (bin < least || bins[bin]! >= MOST_READ) continue;
      most[bins[bin]!] = bin / BINS_A_BIT + NOT_FOUND + beyond;
      best[bins[bin]!++] = rows[at]!;
    }
    return { rows: best.subarray(0, Math.min(above, MOST_READ)), most };
  };

  const weighMeetings = (words: readonly SoughtWord[], year: number | undefined): void => {
    wanted.fill(0);
    noteWorth.fill(0);
    if (year !== undefined)
      for (let note = 1; note < 256; note++) {
        const apart = Math.abs(note - yearNote(year));
        noteWorth[note] = yearWorth(apart);
        if (apart <= 1) wanted[note] = 1;
      }
    for (let bits = 0; bits < 1 << words.length; bits++) {
      exactWorth[bits] = 0;
      nearWorth[bits] = 0;
      for (let at = 0; at < words.length; at++) {
        if ((bits & (1 << at)) === 0) continue;
        exactWorth[bits]! += words[at]!.equal + IN_ITS_PLACE - NOT_FOUND;
        nearWorth[bits]! += words[at]!.near + IN_ITS_PLACE - NOT_FOUND;
      }
    }
  };

  const askForExact = (words: readonly SoughtWord[], year: number | undefined): void => {
    // The rarest come first, and so do the rarest pairs.
    for (let sum = 1; sum < 2 * words.length - 2; sum++)
      for (let one = 0; one < words.length; one++) {
        const other = sum - one;
        if (other <= one || other >= words.length) continue;
        const key = pairKey(words[one]!.classes[0]!, words[other]!.classes[0]!);
        gathering.ask(key, (1 << one) | (1 << other), MOST_OF_PAIR);
      }
    words.forEach(({ classes, bearers }, at) => {
      if (bearers <= RARE) gathering.ask(classes[0]!, 1 << at, RARE);
      if (year === undefined) return;
      const most = words.length > 2 ? MOST_OF_NEAR : MOST_OF_NAME;
      for (const close of [year, year - 1, year + 1])
        gathering.ask(yearKey(classes[0]!, close), 1 << at, most);
    });
  };

  /**
   * A row that has one word and is near to the others is listed with the rarest of these; one that is near to a single
   * word is listed with the rarest of the words that it has. So the long lists of two common names are not walked.
   */
  const askForNear = (words: readonly SoughtWord[], least: number, mostBeyond: number): void => {
    const all = words.reduce((sum, { equal }) => sum + equal + IN_ITS_PLACE - NOT_FOUND, mostBeyond);
    words.forEach(({ classes, equal, near }, at) => {
      if (all - equal + near <= least) return;
      words.forEach((partner, own) => {
        if (own === at) return;
        const isRarestPartner = own === (at === 0 ? 1 : 0);
        const isRarestOther = at === (own === 0 ? 1 : 0);
        if (!isRarestPartner && !isRarestOther) return;
        for (let neighbour = 1; neighbour < classes.length; neighbour++)
          gathering.ask(
            pairKey(partner.classes[0]!, classes[neighbour]!),
            (1 << own) | (1 << (SEARCHED_WORDS + at)),
            MOST_OF_NEAR,
          );
      });
    });
  };

  return ({ words: asked, birthYear: year, place }, top) => {
    const words = distinct(asked)
      .sort((x, y) => y.equal - x.equal)
      .slice(0, SEARCHED_WORDS);
    weighMeetings(words, year);
    const filter = year === undefined ? undefined : wanted;
    gathering.begin();
    askForExact(words, year);
    gathering.bring(filter);
    sortIntoBins();
    askForNear(words, binOf(top + SPARE) / BINS_A_BIT + NOT_FOUND, year === undefined ? 0 : yearWorth(0));
    gathering.bring(filter);
    if (words.length === 1 || gathering.count < FEW) {
      words.forEach(({ classes }, at) => {
        gathering.ask(classes[0]!, 1 << at, MOST_OF_NAME);
      });
      gathering.bring(filter);
    }
    sortIntoBins();
    return bestInOrder((place === 0 ? 0 : BEYOND_NAMES) + asked.length * NOT_FOUND);
  };
}

/** Words of one class meet the same rows. */
const distinct = (words: readonly SoughtWord[]): SoughtWord[] =>
  words.filter((word, at) => words.findIndex((other) => other.classes[0] === word.classes[0]) === at);
