import { yearKey, yearNote } from './build-index.ts';
import { createGathering, MOST_MET } from './gathering.ts';
import { type HashIndex, pairKey } from './hash-index.ts';
import { BEYOND_NAMES, MOST_READ, NOT_FOUND, PLACES_APART, yearWorth } from './row-answers.ts';
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

/**
 * The rows that share most with a query, the best in front, by what the lists say that hold them: which words of the
 * query and what year. Rows themselves are not touched, so that a common name costs a walk through memory and no more.
 */
export function createQueryGathering(
  postings: HashIndex,
): (words: readonly SoughtWord[], year: number | undefined, top: number) => Int32Array {
  const gathering = createGathering(postings);
  const wanted = new Uint8Array(256);
  const noteWorth = new Float64Array(256);
  const exactWorth = new Float64Array(1 << SEARCHED_WORDS);
  const nearWorth = new Float64Array(1 << SEARCHED_WORDS);
  const scores = new Int16Array(MOST_MET);
  const bins = new Int32Array(BINS);
  const best = new Int32Array(MOST_READ);

  const gatherAll = (words: readonly SoughtWord[], year: number | undefined): void => {
    gathering.begin();
    const exact = (at: number): number => 1 << at;
    const near = (at: number): number => 1 << (SEARCHED_WORDS + at);
    const pairs = words.flatMap((_, at) =>
      words.slice(at + 1).map((_, after) => [at, at + 1 + after] as const),
    );
    pairs.sort((x, y) => worthOf(words, y) - worthOf(words, x));
    for (const [one, other] of pairs)
      gathering.ask(
        pairKey(words[one]!.classes[0]!, words[other]!.classes[0]!),
        exact(one) | exact(other),
        MOST_OF_PAIR,
      );
    words.forEach((word, at) => {
      if (word.bearers <= RARE) gathering.ask(word.classes[0]!, exact(at), RARE);
    });
    if (year !== undefined)
      words.forEach((word, at) => {
        const most = words.length > 2 ? MOST_OF_NEAR : MOST_OF_NAME;
        for (const close of [year, year - 1, year + 1])
          gathering.ask(yearKey(word.classes[0]!, close), exact(at), most);
      });
    for (const [one, other] of pairs) {
      const { classes } = words[one]!;
      const { classes: others } = words[other]!;
      for (let at = 1; at < others.length; at++)
        gathering.ask(pairKey(classes[0]!, others[at]!), exact(one) | near(other), MOST_OF_NEAR);
      for (let at = 1; at < classes.length; at++)
        gathering.ask(pairKey(classes[at]!, others[0]!), near(one) | exact(other), MOST_OF_NEAR);
    }
    gathering.bring(year === undefined ? undefined : wanted);
    if (words.length > 1 && gathering.count >= FEW) return;
    words.forEach((word, at) => {
      gathering.ask(word.classes[0]!, exact(at), MOST_OF_NAME);
    });
    gathering.bring(year === undefined ? undefined : wanted);
  };

  /** Sorts what was gathered into bins by its worth; returns the bin from which on rows are worth reading. */
  const sortIntoBins = (): void => {
    const { count, met, notes } = gathering;
    bins.fill(0);
    for (let at = 0; at < count; at++) {
      const exact = met[at]! & ALL_WORDS;
      const near = (met[at]! >>> SEARCHED_WORDS) & ~exact;
      const worth = exactWorth[exact]! + nearWorth[near]! + noteWorth[notes[at]!]!;
      const bin = Math.max(0, Math.min(BINS - 1, Math.round((worth - NOT_FOUND) * BINS_A_BIT)));
      scores[at] = bin;
      bins[bin]!++;
    }
  };
  /** The bin from which on there are so many rows, or as many as there are. */
  const binOf = (many: number): number => {
    let bin = BINS - 1;
    for (let above = bins[bin]!; bin > 0 && above < many; ) above += bins[--bin]!;
    return bin;
  };

  return (asked, year, top) => {
    const words = distinct(asked)
      .sort((x, y) => y.equal - x.equal)
      .slice(0, SEARCHED_WORDS);
    wanted.fill(0);
    noteWorth.fill(0);
    if (year !== undefined)
      for (let note = 1; note < 256; note++) {
        const apart = Math.abs(note - yearNote(year));
        noteWorth[note] = yearWorth(apart);
        if (apart <= 1) wanted[note] = 1;
      }
    for (let bits = 0; bits <= ALL_WORDS; bits++) {
      exactWorth[bits] = 0;
      nearWorth[bits] = 0;
      words.forEach((word, at) => {
        if ((bits & (1 << at)) === 0) return;
        exactWorth[bits]! += word.equal - NOT_FOUND;
        nearWorth[bits]! += word.near - NOT_FOUND;
      });
    }
    gatherAll(words, year);
    sortIntoBins();
    const { count, rows } = gathering;
    const certain = binOf(top + SPARE) - Math.ceil((PLACES_APART * asked.length + BEYOND_NAMES) * BINS_A_BIT);
    const least = Math.max(certain, binOf(MOST_READ));
    let held = 0;
    for (let at = 0; at < count; at++) if (scores[at]! > least && held < MOST_READ) best[held++] = rows[at]!;
    for (let at = 0; at < count && held < MOST_READ; at++) if (scores[at] === least) best[held++] = rows[at]!;
    return best.subarray(0, held);
  };
}

const worthOf = (words: readonly SoughtWord[], [one, other]: readonly [number, number]): number =>
  words[one]!.equal + words[other]!.equal;

/** Words of one class meet the same rows. */
const distinct = (words: readonly SoughtWord[]): SoughtWord[] =>
  words.filter((word, at) => words.findIndex((other) => other.classes[0] === word.classes[0]) === at);
