import { listsIn } from '../capture-table.ts';

/**
 * A hierarchical log-linear model: the sets of lists (as bits) that have a term of their own, with every set within
 * each, from 0 (the level) and the single lists up.
 */
export type Terms = readonly number[];

/** The largest terms, numbered as in the literature: [12,13] is lists 1, 2 and 3 with the pairs 1–2 and 1–3. */
export function modelName(terms: Terms): string {
  const generators = generatorsOf(terms).filter((term) => listsIn(term) > 1);
  if (generators.length === 0) return 'independence';
  const name = (term: number): string =>
    [...Array(32).keys()]
      .filter((bit) => term & (1 << bit))
      .map((bit) => bit + 1)
      .join('');
  return `[${generators.map(name).sort().join(',')}]`;
}

/** The terms that stand in no other. */
export const generatorsOf = (terms: Terms): number[] =>
  terms.filter((term) => !terms.some((other) => other !== term && (other & term) === term));

/** Level and single lists. */
export const independence = (lists: number): number[] => [
  0,
  ...Array.from({ length: lists }, (_, at) => 1 << at),
];

/** In the order (1,2), (1,3) … (2,3) … of the literature. */
export function pairsOf(lists: number): number[] {
  const pairs: number[] = [];
  for (let first = 0; first < lists; first++)
    for (let second = first + 1; second < lists; second++) pairs.push((1 << first) | (1 << second));
  return pairs;
}

/** Every model with no term of more than two lists: 8 for three lists, 64 for four, 1,024 for five. */
export function pairwiseModels(lists: number): Terms[] {
  const pairs = pairsOf(lists);
  const base = independence(lists);
  return Array.from({ length: 1 << pairs.length }, (_, chosen) => [
    ...base,
    ...pairs.filter((_, at) => chosen & (1 << at)),
  ]);
}

/** Every hierarchical model but the saturated one: 8 for three lists, 113 for four, 6,893 for five. */
export function hierarchicalModels(lists: number): Terms[] {
  const base = independence(lists);
  const rest = [...Array(1 << lists).keys()]
    .filter((term) => listsIn(term) > 1 && term !== (1 << lists) - 1)
    .sort((a, b) => listsIn(a) - listsIn(b) || a - b);
  const models: number[][] = [];
  const grow = (from: number, terms: number[], present: ReadonlySet<number>): void => {
    models.push(terms);
    for (let at = from; at < rest.length; at++) {
      const term = rest[at]!;
      if (isClosed(term, present)) grow(at + 1, [...terms, term], new Set(present).add(term));
    }
  };
  grow(0, base, new Set(base));
  return models;
}

/** All sets of one list fewer are there. */
function isClosed(term: number, present: ReadonlySet<number>): boolean {
  for (let bit = 1; bit <= term; bit <<= 1) if (term & bit && !present.has(term ^ bit)) return false;
  return true;
}
