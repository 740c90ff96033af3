import { comparePreparedNames, type PreparedName, prepareName } from './compare.ts';
import { EQUAL, likenessOf, type PreparedToken } from './likeness.ts';
import { skeletonKeys } from './skeleton.ts';

export interface RankedName {
  readonly candidate: string;
  /** 0..1, see `compareNames`. */
  readonly score: number;
}

/** Candidates that share more keys with the query are compared first, at most this many. */
const MOST_COMPARED = 3000;
/** Where nothing equal is found by keys and there are at most this many candidates, all that are not hopeless are compared. */
const MOST_COMPARED_AT_LAST = 50_000;
/** Consonant classes of the poorer name that the richer may lack before a comparison is not worth its time. */
const MOST_LACKING = 1;

interface IndexedName {
  readonly name: PreparedName;
  /** Classes of consonants in all its tokens, one bit each. */
  readonly classes: number;
}

/**
 * Makes candidates ready to be ranked against many queries: found by consonant skeletons at most one letter apart, then
 * compared in full. Where that finds nothing equal up to spelling, all candidates are compared but those whose
 * consonants have little in common, so that hard spellings are not lost.
 */
export function createNameRanker(
  candidates: readonly string[],
): (query: string, top: number) => RankedName[] {
  const names = candidates.map((candidate): IndexedName => {
    const name = prepareName(candidate);
    return { name, classes: classesOf(name) };
  });
  const postings = new Map<string, number[]>();
  names.forEach(({ name }, index) => {
    for (const key of keysOf(name)) {
      const list = postings.get(key);
      if (list) list.push(index);
      else postings.set(key, [index]);
    }
  });
  return (query, top) => {
    const asked = prepareName(query);
    const likeness = remembered();
    const score = (index: number): Scored => ({
      index,
      score: comparePreparedNames(asked, names[index]!.name, likeness).score,
    });
    const scored = foundByKeys(keysOf(asked), postings).map(score);
    const enough = scored.some((hit) => hit.score >= EQUAL) && scored.length >= Math.min(top, names.length);
    if (!enough && names.length <= MOST_COMPARED_AT_LAST) {
      const seen = new Set(scored.map((hit) => hit.index));
      const classes = classesOf(asked);
      const few = names.length <= 10 * top;
      names.forEach((name, index) => {
        if (!seen.has(index) && (few || lacking(classes, name.classes) <= MOST_LACKING))
          scored.push(score(index));
      });
    }
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

/** Rare keys say more than common ones; the candidates that share most come first. */
function foundByKeys(keys: ReadonlySet<string>, postings: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) {
    const list = postings.get(key) ?? [];
    for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1 / list.length + 0.001);
  }
  if (shared.size <= MOST_COMPARED) return [...shared.keys()];
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_COMPARED)
    .map(([index]) => index);
}

/** The likeness of tokens, each two spellings compared once. */
function remembered(): (a: PreparedToken, b: PreparedToken) => number {
  const known = new Map<string, Map<string, number>>();
  return (a, b) => {
    const of = known.get(a.written) ?? new Map<string, number>();
    known.set(a.written, of);
    const likeness = of.get(b.written) ?? likenessOf(a, b);
    of.set(b.written, likeness);
    return likeness;
  };
}

const keysOf = (name: PreparedName): ReadonlySet<string> =>
  new Set([...name.chain, ...name.others].flatMap(({ token }) => skeletonKeys(token.skeleton)));

const classesOf = (name: PreparedName): number => {
  let classes = 0;
  for (const { token } of [...name.chain, ...name.others])
    for (const letter of token.skeleton) classes |= 1 << (letter.charCodeAt(0) - 65);
  return classes;
};

/** Classes of the one that the other lacks, counted from the side that lacks fewer. */
const lacking = (a: number, b: number): number => Math.min(ones(a & ~b), ones(b & ~a));

function ones(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
