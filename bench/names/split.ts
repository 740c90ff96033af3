import { isArabOrigin, type TokenPair } from './pairs.ts';

/** Changing it draws another test part. */
const SEED = 'sanad-1';

/** FNV-1a over UTF-16 units. */
export function hash(text: string): number {
  let hashed = 2166136261;
  for (let at = 0; at < text.length; at++) hashed = Math.imul(hashed ^ text.charCodeAt(at), 16777619) >>> 0;
  hashed ^= hashed >>> 15;
  return Math.imul(hashed, 2246822519) >>> 0;
}

/** A quarter of the normalised Arabic forms, whatever corpus they stand in, is for testing and never trained on. */
export const isTest = (arabic: string): boolean => hash(`${SEED}:${arabic}`) % 4 === 0;

export interface Query {
  readonly arabic: string;
  readonly gold: ReadonlySet<string>;
  readonly arabOrigin: boolean;
}

export interface TokenTest {
  /** In an order drawn by hash, so that the first hundred are a sample. */
  readonly queries: readonly Query[];
  /** Every Latin spelling of the test part. */
  readonly candidates: readonly string[];
}

export function tokenTest(pairs: readonly TokenPair[]): TokenTest {
  const gold = new Map<string, { spellings: Set<string>; arabOrigin: boolean }>();
  const candidates = new Set<string>();
  for (const pair of pairs) {
    if (!isTest(pair.arabic)) continue;
    candidates.add(pair.latin);
    const entry = gold.get(pair.arabic) ?? { spellings: new Set(), arabOrigin: false };
    entry.spellings.add(pair.latin);
    entry.arabOrigin ||= isArabOrigin(pair);
    gold.set(pair.arabic, entry);
  }
  const queries = [...gold].map(([arabic, { spellings, arabOrigin }]) => ({
    arabic,
    gold: spellings,
    arabOrigin,
  }));
  return {
    queries: queries.sort((a, b) => hash(a.arabic) - hash(b.arabic)),
    candidates: [...candidates].sort(),
  };
}

export interface Recall {
  readonly queries: number;
  readonly at1: number;
  readonly at10: number;
  readonly at50: number;
}

/** A query counts as answered when any gold spelling is among the first k; ties are broken at random, in expectation. */
export function recallOf(
  queries: readonly Query[],
  candidates: readonly string[],
  score: (arabic: string, scores: Float64Array) => void,
): Recall {
  const scores = new Float64Array(candidates.length);
  const at = { 1: 0, 10: 0, 50: 0 };
  for (const query of queries) {
    score(query.arabic, scores);
    let best = Number.NEGATIVE_INFINITY;
    candidates.forEach((candidate, index) => {
      if (query.gold.has(candidate) && scores[index]! > best) best = scores[index]!;
    });
    let above = 0;
    let tied = 0;
    let goldTied = 0;
    candidates.forEach((candidate, index) => {
      if (scores[index]! > best) above++;
      else if (scores[index] === best) {
        if (query.gold.has(candidate)) goldTied++;
        else tied++;
      }
    });
    for (const k of [1, 10, 50] as const) at[k] += chanceOfGold(k - above, tied, goldTied);
  }
  const n = Math.max(1, queries.length);
  return { queries: queries.length, at1: at[1] / n, at10: at[10] / n, at50: at[50] / n };
}

/** Chance that at least one of `gold` stands among the first `places` of `gold + others` in random order. */
function chanceOfGold(places: number, others: number, gold: number): number {
  if (places <= 0) return 0;
  let missed = 1;
  for (let place = 0; place < Math.min(places, others + 1); place++)
    missed *= Math.max(0, others - place) / (others + gold - place);
  return 1 - missed;
}
