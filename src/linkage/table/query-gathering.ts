import { yearKey, yearNote } from './build-index.ts';
import { createGathering, forPairs } from './gathering.ts';
import { type HashIndex, pairKey } from './hash-index.ts';
import type { Peers } from './peers.ts';
import { createRanking, MEETING_BITS, type RankedRows } from './ranking.ts';
import {
  BEYOND_NAMES,
  IN_ITS_PLACE,
  MOST_READ,
  NOT_FOUND,
  type QueryInWords,
  yearWorth,
} from './row-answers.ts';
import type { SoughtWord } from './sought-word.ts';

/** New rows that one list may bring: two names of the query; a name and one near to the other; a name alone. */
const MOST_OF_PAIR = 8000;
const MOST_OF_NEAR = 200;
const MOST_OF_NAME = 3000;
const MOST_OF_YEAR = 1500;
/** Entries that are passed in all lists of names that are near. */
const PASSED_OF_NEAR = 6000;
const RARE = 400;
const FEW = 40;
const LIMITS = { met: 1 << 13, long: 1000, passedOfList: 400_000, passed: 400_000 };
/** Rows beyond those asked for that are to be read. */
const SPARE = 12;
const FOUND = IN_ITS_PLACE - NOT_FOUND;

/**
 * The rows that share most with a query, the best in front, by what the lists say that hold them: which words of the
 * query and what year. Rows that came after the index are asked for by the same keys. Rows themselves are not touched, so that a common name costs a walk through memory and no more.
 */
export function createQueryGathering(
  postings: HashIndex,
  since?: Pick<Peers, 'walk'>,
): (query: QueryInWords, top: number) => RankedRows {
  const gathering = createGathering(postings, LIMITS);
  const ask = (key: number, bits: number, most: number): void => {
    gathering.ask(key, bits, most);
    let left = most;
    since?.walk(key, (row, note) => {
      gathering.meet(row, bits, note);
      return --left > 0;
    });
  };
  const ranking = createRanking(MOST_READ, LIMITS.met);
  const wanted = new Uint8Array(256);

  const askForExact = (words: readonly SoughtWord[], year: number | undefined): void => {
    forPairs(words.length, (one, other) => {
      const key = pairKey(words[one]!.classes[0]!, words[other]!.classes[0]!);
      ask(key, (1 << one) | (1 << other), MOST_OF_PAIR);
    });
    words.forEach(({ classes }, at) => {
      if (year === undefined) return;
      const most = words.length > 2 ? MOST_OF_YEAR : MOST_OF_NAME;
      for (const close of [year, year - 1, year + 1]) ask(yearKey(classes[0]!, close), 1 << at, most);
    });
  };

  /**
   * A row that has one word and is near to the others is listed with the rarest of these; one that is near to a single
   * word is listed with the rarest of the words that it has. So the long lists of two common names are not walked.
   * Rows with a rare word are all taken, and may be near to every other: reading them costs less than asking for each.
   */
  const askForNear = (words: readonly SoughtWord[], least: number, mostBeyond: number): void => {
    const nearAll = ((1 << words.length) - 1) << MEETING_BITS;
    words.forEach(({ classes, bearers }, at) => {
      if (bearers <= RARE) ask(classes[0]!, (1 << at) | nearAll, RARE);
    });
    const all = words.reduce((sum, { equal }) => sum + equal + FOUND, mostBeyond);
    words.forEach(({ classes, equal, near }, at) => {
      if (all - equal + near <= least) return;
      words.forEach((partner, own) => {
        if (own === at) return;
        const isRarestPartner = own === (at === 0 ? 1 : 0);
        const isRarestOther = at === (own === 0 ? 1 : 0);
        if (partner.bearers <= RARE || (!isRarestPartner && !isRarestOther)) return;
        for (let neighbour = 1; neighbour < classes.length; neighbour++)
          ask(
            pairKey(partner.classes[0]!, classes[neighbour]!),
            (1 << own) | (1 << (MEETING_BITS + at)),
            MOST_OF_NEAR,
          );
      });
    });
  };

  return ({ words: asked, birthYear: year, place }, top) => {
    const words = distinct(asked)
      .sort((x, y) => y.equal - x.equal)
      // Rows are looked up by the rarest.
      .slice(0, MEETING_BITS);
    const asYear = year === undefined ? 0 : yearNote(year);
    const worthOfNote = (note: number): number =>
      year === undefined || note === 0 ? 0 : yearWorth(Math.abs(note - asYear));
    // A row that was met in no word has spoken against each; whatever it has takes that back.
    ranking.begin(
      words.map(({ equal, near }) => ({ equal: equal + FOUND, near: near + FOUND })),
      worthOfNote,
    );
    wanted.fill(0);
    wanted.fill(1, Math.max(1, asYear - 1), asYear + 2);
    const filter = year === undefined ? undefined : wanted;
    gathering.begin();
    askForExact(words, year);
    gathering.bring(filter);
    ranking.weigh(gathering);
    askForNear(words, ranking.leastOf(top + SPARE), year === undefined ? 0 : yearWorth(0));
    gathering.bring(filter, PASSED_OF_NEAR);
    if (words.length === 1 || gathering.count < FEW) {
      words.forEach(({ classes }, at) => {
        ask(classes[0]!, 1 << at, MOST_OF_NAME);
      });
      gathering.bring(filter);
    }
    if (gathering.count < FEW) {
      for (const [at, { classes }] of words.entries())
        for (let neighbour = 1; neighbour < classes.length; neighbour++)
          ask(classes[neighbour]!, 1 << (MEETING_BITS + at), MOST_OF_NEAR);
      gathering.bring(filter, PASSED_OF_NEAR);
    }
    ranking.weigh(gathering);
    const { rows, most } = ranking.best(gathering);
    const beyond = (place === 0 ? 0 : BEYOND_NAMES) + asked.length * NOT_FOUND;
    for (let at = 0; at < rows.length; at++) most[at]! += beyond;
    return { rows, most };
  };
}

/** Words of one class meet the same rows. */
const distinct = (words: readonly SoughtWord[]): SoughtWord[] =>
  words.filter((word, at) => words.findIndex((other) => other.classes[0] === word.classes[0]) === at);
