import type { PatternCounts } from './agreement-pattern.ts';
import type { Part } from './levels.ts';

/**
 * All levels of all comparisons side by side, so that the learner runs over flat arrays: what is known of level `l` of
 * comparison `c` stands at `start[c] + l`.
 */
export interface LevelLayout {
  readonly start: Int32Array;
  readonly size: number;
}

export function layoutOf(comparisons: readonly Part[]): LevelLayout {
  const start = new Int32Array(comparisons.length);
  let size = 0;
  comparisons.forEach((comparison, c) => {
    start[c] = size;
    size += comparison.levels.length;
  });
  return { start, size };
}

/** Values by comparison and level, in one row. */
export const laidOut = (values: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(values.flat());

/** The places of the levels that each pattern shows; parts that a side does not give are left out. */
export interface PatternCells {
  readonly cells: Uint16Array;
  /** Those of pattern p are `cells[start[p]] … cells[start[p + 1] - 1]`. */
  readonly start: Int32Array;
}

export function cellsOf(patterns: PatternCounts, layout: LevelLayout): PatternCells {
  const width = layout.start.length;
  const start = new Int32Array(patterns.count + 1);
  const cells = new Uint16Array(patterns.count * width);
  let at = 0;
  for (let pattern = 0; pattern < patterns.count; pattern++) {
    start[pattern] = at;
    for (let c = 0; c < width; c++) {
      const level = patterns.levels[pattern * width + c]!;
      if (level > 0) cells[at++] = layout.start[c]! + level - 1;
    }
  }
  start[patterns.count] = at;
  return { cells: cells.slice(0, at), start };
}

/** The four kinds of pairs as they are believed to be: how each agrees, as logs laid out, and its share. */
export interface Beliefs {
  readonly matching: Float64Array;
  readonly brothers: Float64Array;
  readonly cousins: Float64Array;
  readonly strangers: Float64Array;
  /** By pair of lists. */
  readonly matchShare: readonly number[];
  readonly householdShare: number;
  readonly clanShare: number;
}

/** How many pairs of each kind show each level. The expected counts are added to what stands in it. */
export interface LevelTally {
  readonly matching: Float64Array;
  readonly brothers: Float64Array;
  readonly cousins: Float64Array;
}

export interface ExpectedPairs {
  readonly matchesByLists: Float64Array;
  readonly households: number;
  readonly clans: number;
}

/** How many pairs of each kind the patterns hold, if the beliefs are right. Nothing is allocated for a pattern. */
export function expect(
  patterns: PatternCounts,
  { cells, start }: PatternCells,
  beliefs: Beliefs,
  tally: LevelTally,
): ExpectedPairs {
  const { matching, brothers, cousins, strangers } = beliefs;
  const logShare = Float64Array.from(beliefs.matchShare, Math.log);
  const logHousehold = Math.log(beliefs.householdShare);
  const logClan = Math.log(beliefs.clanShare);
  const matchesByLists = new Float64Array(logShare.length);
  let households = 0;
  let clans = 0;
  for (let pattern = 0; pattern < patterns.count; pattern++) {
    const from = start[pattern]!;
    const to = start[pattern + 1]!;
    const lists = patterns.listPair[pattern]!;
    let one = logShare[lists]!;
    let household = logHousehold;
    let clan = logClan;
    let stranger = 0;
    for (let at = from; at < to; at++) {
      const cell = cells[at]!;
      one += matching[cell]!;
      household += brothers[cell]!;
      clan += cousins[cell]!;
      stranger += strangers[cell]!;
    }
    const top = Math.max(one, household, clan, stranger);
    one = Math.exp(one - top);
    household = Math.exp(household - top);
    clan = Math.exp(clan - top);
    const sum = one + household + clan + Math.exp(stranger - top);
    const pairs = patterns.pairs[pattern]!;
    const matched = (one / sum) * pairs;
    const ofHousehold = (household / sum) * pairs;
    const ofClan = (clan / sum) * pairs;
    matchesByLists[lists]! += matched;
    households += ofHousehold;
    clans += ofClan;
    for (let at = from; at < to; at++) {
      const cell = cells[at]!;
      tally.matching[cell]! += matched;
      tally.brothers[cell]! += ofHousehold;
      tally.cousins[cell]! += ofClan;
    }
  }
  return { matchesByLists, households, clans };
}
