import { comparePreparedNames, type PreparedName, prepareName } from './compare.ts';
import { EQUAL } from './likeness.ts';
import { skeletonKeys } from './skeleton.ts';

export interface RankedName {
  readonly candidate: string;
  /** 0..1, see `compareNames`. */
  readonly score: number;
}

/** Candidates that share more keys with the query are compared first, at most this many. */
const MOST_COMPARED = 3000;
/** Where nothing good is found by keys and there are at most this many candidates, all are compared. */
const MOST_COMPARED_AT_LAST = 50_000;

/**
 * Makes candidates ready to be ranked against many queries: found by consonant skeletons at most one letter apart, then
 * compared in full. Where that finds nothing equal up to spelling, all candidates are compared, so that hard spellings
 * are not lost.
 */
export function createNameRanker(
  candidates: readonly string[],
): (query: string, top: number) => RankedName[] {
  const names = candidates.map((candidate) => prepareName(candidate));
  const postings = new Map<string, number[]>();
  names.forEach((name, index) => {
    for (const key of keysOf(name)) {
      const list = postings.get(key);
      if (list) list.push(index);
      else postings.set(key, [index]);
    }
  });
  return (query, top) => {
    const asked = prepareName(query);
    const shared = new Map<number, number>();
    for (const key of keysOf(asked)) {
      const list = postings.get(key) ?? [];
      for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1 / list.length + 0.001);
    }
    const found = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED);
    const score = (index: number): Scored => ({
      index,
      score: comparePreparedNames(asked, names[index]!).score,
    });
    let scored = found.map(([index]) => score(index));
    const good = scored.some((hit) => hit.score >= EQUAL) && scored.length >= Math.min(top, names.length);
    if (!good && names.length <= MOST_COMPARED_AT_LAST) scored = names.map((_, index) => score(index));
    return scored
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, top)
      .map(({ index, score }) => ({ candidate: candidates[index]!, score }));
  };
}

/** The best candidates for one query. For many queries make a ranker once. */
export function rankNames(query: string, candidates: readonly string[], top: number): RankedName[] {
  return createNameRanker(candidates)(query, top);
}

interface Scored {
  readonly index: number;
  readonly score: number;
}

const keysOf = (name: PreparedName): ReadonlySet<string> =>
  new Set([...name.chain, ...name.others].flatMap(({ token }) => skeletonKeys(token.skeleton)));
