import type { Claim } from '../../../src/model/index.ts';

/** Reports that repeat each other's words, as a line from the first of their columns to the last. */
export interface CopyFamily {
  readonly first: number;
  readonly last: number;
  /** Lines that would run over each other stand on levels of their own, from 0. */
  readonly level: number;
}

export function copyFamilies(claim: Claim, columns: ReadonlyMap<string, number>): CopyFamily[] {
  const roots = claim.mentions.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (roots[root] !== root) root = roots[root]!;
    return root;
  };
  claim.mentions.forEach(({ copyOf }, at) => {
    if (copyOf !== undefined && copyOf in roots) roots[rootOf(at)] = rootOf(copyOf);
  });
  const spans = [...Map.groupBy(claim.mentions.keys(), rootOf).values()]
    .map((members) => members.flatMap((at) => columns.get(claim.mentions[at]!.outlet) ?? []))
    .map((members) => ({ first: Math.min(...members), last: Math.max(...members) }))
    .filter(({ first, last }) => first < last)
    .filter(
      (span, at, all) =>
        all.findIndex(({ first, last }) => first === span.first && last === span.last) === at,
    )
    .sort((a, b) => a.first - b.first);
  const ends: number[] = [];
  return spans.map(({ first, last }) => {
    let level = ends.findIndex((end) => end < first);
    if (level < 0) level = ends.length;
    ends[level] = last;
    return { first, last, level };
  });
}
