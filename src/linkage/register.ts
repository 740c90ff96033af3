import type { Reason, Verdict } from '../model/index.ts';
import { birthYearOf, codeRows, listHabitsOf } from './coded-rows.ts';
import type { LinkModel } from './link-model.ts';
import type { LinkRow } from './link-row.ts';
import { createPlaceFinder } from './place-finder.ts';
import { postingsOf } from './postings.ts';
import { type FindQuery, readQuery } from './query.ts';
import { answerOf, type PreparedQuery, type RowAnswer } from './row-answer.ts';
import { indexSkeletons } from './skeleton-index.ts';
import { LIKENESS, likenessOf, type Spelling } from './spellings.ts';
import { type TokenMatch, weighTokens } from './token-weights.ts';

export interface RegisterHit {
  readonly key: string;
  /** 0 to 1: the chance that this row is the person meant and not a namesake. */
  readonly score: number;
  /** A bare name never ends as `same`. */
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

export interface Register {
  readonly size: number;
  /** The best `top` hits, best first; equal ones by key. An empty query finds nothing. */
  find(query: string | FindQuery, top: number): RegisterHit[];
}

/** Rows scored in full for a query. */
const MOST_RESCORED = 400;
/** Words whose matches are kept: whoever asks of thousands asks the same names again and again. */
const MOST_REMEMBERED = 5000;
const SURE = 0.99;
const LEAST_POSSIBLE = 0.02;
/** Bits by which the only fitting row must be ahead of the next, and that year and place must bring. */
const AHEAD = 5;
const BEYOND_NAME = 4;
const SMALLEST_POPULATION = 1000;

/**
 * A register of rows for looking up. Each distinct spelling is indexed once under its skeleton and that skeleton's
 * deletion neighbours; a query gathers the rows of every spelling near to one of its words, the rarest counting most,
 * and scores the best of them in full. `model` brings the habits of the lists and the case's places.
 */
export function createRegister(rows: readonly LinkRow[], model?: LinkModel): Register {
  const coded = codeRows(rows, { habits: model?.habits ?? listHabitsOf(rows), gazetteer: model?.gazetteer });
  const { names, count } = coded;
  const postings = postingsOf(coded);
  const index = indexSkeletons(names);
  const findPlaces = createPlaceFinder(coded, model?.gazetteer);
  const gathered = new Float64Array(count);
  const touched = new Int32Array(count);
  const population = Math.log2(Math.max(count, SMALLEST_POPULATION));

  const known = new Map<string, Map<number, TokenMatch>>();
  const matchesOf = (word: Spelling): Map<number, TokenMatch> => {
    const before = known.get(word.glued);
    if (before) return before;
    const matches = lookUp(word);
    if (known.size < MOST_REMEMBERED) known.set(word.glued, matches);
    return matches;
  };
  const lookUp = (word: Spelling): Map<number, TokenMatch> => {
    const found: { code: number; likeness: number; rows: number }[] = [];
    for (const code of index.near(word.skeleton)) {
      const likeness = likenessOf(word, names.spelling(code));
      if (likeness === LIKENESS.far) continue;
      found.push({ code, likeness, rows: postings.start[code + 1]! - postings.start[code]! });
    }
    return new Map(weighTokens(found, count).map((match) => [match.code, match]));
  };

  const prepare = (asked: string | FindQuery): PreparedQuery => {
    const { words, birthYear, place } = readQuery(asked);
    return {
      words: words.map((word) => ({
        ...word,
        matches: matchesOf(word.spelling),
        places: () => findPlaces(word.written),
      })),
      ...(birthYear === undefined ? {} : { birthYear }),
      ...(place === undefined ? {} : { place: { written: place, found: findPlaces(place) } }),
    };
  };

  /** The rows that share most with the query, by the sum of what its words find there. */
  const candidatesOf = (query: PreparedQuery): Int32Array => {
    let reached = 0;
    for (const { matches } of query.words)
      for (const { code, weight } of matches.values())
        for (let at = postings.start[code]!; at < postings.start[code + 1]!; at++) {
          const row = postings.rows[at]!;
          if (gathered[row] === 0) touched[reached++] = row;
          gathered[row]! += weight;
        }
    const found = touched.slice(0, reached);
    if (query.birthYear !== undefined)
      for (const row of found)
        if (Math.abs(birthYearOf(coded, row) - query.birthYear - 0.5) <= 1.6) gathered[row]! += 4;
    found.sort((a, b) => gathered[b]! - gathered[a]! || a - b);
    for (const row of found) gathered[row] = 0;
    return found.subarray(0, MOST_RESCORED);
  };

  const verdictOf = (hit: RowAnswer, score: number, ahead: number): Verdict => {
    const sure = score >= SURE && ahead >= AHEAD && hit.agreed >= 3 && hit.contradicted === 0;
    if (sure && hit.beyondName >= BEYOND_NAME) return 'same';
    return score >= LEAST_POSSIBLE ? 'possible' : 'different';
  };

  return {
    size: count,
    find(asked, top) {
      const query = prepare(asked);
      const answers = Array.from(candidatesOf(query), (row) => answerOf(coded, query, row))
        .filter((answer) => answer.weight > 0)
        .sort((x, y) => y.weight - x.weight || x.row - y.row);
      return answers.slice(0, Math.max(0, top)).map((answer, rank): RegisterHit => {
        const score = 1 / (1 + 2 ** (population - answer.weight));
        const ahead = rank > 0 ? 0 : answer.weight - (answers[1]?.weight ?? 0);
        return {
          key: coded.keys[answer.row]!,
          score,
          verdict: verdictOf(answer, score, ahead),
          reasons: answer.reasons,
        };
      });
    },
  };
}
