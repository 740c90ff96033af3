import { patternName } from './capture-table.ts';
import { reason, refused } from './estimate.ts';
import { logNormalInterval } from './log-linear/interval.ts';
import { pairsOf } from './log-linear/model.ts';
import type { Counts, PanelPart } from './method.ts';

/** What two lists say, from how many are on the first, on the second and on both. */
export interface TwoLists {
  readonly chapman: number;
  readonly chapmanError: number;
  /** Infinity without overlap. */
  readonly lincolnPetersen: number;
  readonly lincolnPetersenError: number;
}

/**
 * Chapman (1951) with the variance of Seber (1970), and Lincoln–Petersen, which has no mean and is biased where few are
 * on both, for reference.
 */
export function twoLists(first: number, second: number, both: number): TwoLists {
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  return {
    chapman: ((first + 1) * (second + 1)) / (both + 1) - 1,
    chapmanError: Math.sqrt(variance),
    lincolnPetersen: (first * second) / both,
    lincolnPetersenError: Math.sqrt((first * second * (first - both) * (second - both)) / both ** 3),
  };
}

export interface PairOverlap extends TwoLists {
  readonly lists: string;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** Every pair of lists alone: how many on each and on both, and what the pair would say. */
export function pairOverlaps({ lists, counts }: Counts): PairOverlap[] {
  const on = (wanted: number): number =>
    counts.reduce((sum, count, pattern) => ((pattern & wanted) === wanted ? sum + count : sum), 0);
  return pairsOf(lists.length).map((pair) => {
    const [first, second, both] = [on(pair & -pair), on(pair & (pair - 1)), on(pair)];
    return { lists: patternName(pair, lists), first, second, both, ...twoLists(first, second, both) };
  });
}

/** The panel's row for two lists; interval log-normal in the unseen (Chao 1987), so never below those named. */
export const twoListsPart: PanelPart = {
  methods: ['two-lists'],
  async estimate(table, { level }) {
    if (table.lists.length !== 2) return [];
    const pair = pairOverlaps(table)[0]!;
    const detail = { ...pair };
    if (pair.both === 0) return [refused('two-lists', level, [reason('no-estimate-exists')], detail)];
    const named = pair.first + pair.second - pair.both;
    const unseen = pair.chapman - named;
    const logVariance = unseen > 0 ? Math.log1p((pair.chapmanError / unseen) ** 2) : 0;
    return [
      {
        method: 'two-lists',
        scope: 'pooled',
        estimate: pair.chapman,
        ...logNormalInterval(named, { unseen, logVariance }, level),
        level,
        ok: true,
        cautions: [reason('dependence-unseen')],
        detail,
      },
    ];
  },
};
