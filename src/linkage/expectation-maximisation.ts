import type { AgreementPatterns } from './agreement-pattern.ts';
import { normalisedByStratum } from './chance-agreement.ts';
import type { Comparison } from './levels.ts';

/** What is learned from the rows: shares of pairs, and how matching pairs agree. */
export interface Learned {
  /** m of Fellegi and Sunter: `matching[c][level]`, summing to 1 within each stratum. */
  readonly matching: readonly (readonly number[])[];
  /** Shares of all pairs of rows, by pair of lists. */
  readonly matchShare: readonly number[];
  readonly householdShare: number;
  readonly clanShare: number;
  /** Matching pairs among the candidates. */
  readonly matches: number;
}

const ROUNDS = 40;
const SETTLED = 1e-4;
/** Pairs that the expected shares count for: they steady what few pairs would say. */
const STEADYING_PAIRS = 30;
const STEADYING_MATCHES = 4;

/**
 * Learns without labels, by expectation and maximisation on counts of patterns. A pair is of one of four kinds: one
 * person; brothers or sisters, who share what a household shares; cousins, who share what a clan shares; strangers. How
 * strangers agree is known beforehand (`chance`), and all pairs that never became candidates are strangers, which keeps
 * blocking from passing chance agreement off as matching. Without the two kinds of kin the learner takes brothers for
 * one person.
 */
export function learn(
  patterns: AgreementPatterns,
  comparisons: readonly Comparison[],
  chance: readonly (readonly number[])[],
  /** Number of all pairs of rows, by pair of lists. */
  totals: readonly number[],
  rowCount: number,
): Learned {
  const width = comparisons.length;
  const allPairs = totals.reduce((sum, total) => sum + total, 0);
  let matching = comparisons.map((comparison) =>
    normalisedByStratum(comparison, comparison.levels.map((level) => level.expected)),
  );
  const startShare = allPairs === 0 ? 0.1 : Math.min(0.1, (0.3 * rowCount) / allPairs);
  let matchShare = totals.map(() => startShare);
  let householdShare = startShare * 0.5;
  let clanShare = startShare;
  let matches = 0;

  for (let round = 0; round < ROUNDS; round++) {
    const tally = comparisons.map((comparison) =>
      comparison.levels.map((level) => level.expected * STEADYING_PAIRS),
    );
    const matchesByLists = totals.map(() => 0);
    let households = 0;
    let clans = 0;
    const logMatching = matching.map((shares) => shares.map(Math.log));
    const logChance = chance.map((shares) => shares.map(Math.log));

    for (let pattern = 0; pattern < patterns.count; pattern++) {
      const lists = patterns.listPair[pattern]!;
      let one = Math.log(matchShare[lists]!);
      let household = Math.log(householdShare);
      let clan = Math.log(clanShare);
      let stranger = 0;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[pattern * width + c]!;
        if (level === 0) continue;
        const m = logMatching[c]![level - 1]!;
        const u = logChance[c]![level - 1]!;
        const { sharedBy } = comparisons[c]!;
        one += m;
        household += sharedBy === 'own' ? u : m;
        clan += sharedBy === 'clan' ? m : u;
        stranger += u;
      }
      const top = Math.max(one, household, clan, stranger);
      const weights = [one, household, clan, stranger].map((value) => Math.exp(value - top));
      const sum = weights.reduce((total, value) => total + value, 0);
      const pairs = patterns.pairs[pattern]!;
      const matched = (weights[0]! / sum) * pairs;
      matchesByLists[lists]! += matched;
      households += (weights[1]! / sum) * pairs;
      clans += (weights[2]! / sum) * pairs;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[pattern * width + c]!;
        if (level > 0) tally[c]![level - 1]! += matched;
      }
    }

    const before = matches;
    matches = matchesByLists.reduce((total, value) => total + value, 0);
    matching = comparisons.map((comparison, c) => normalisedByStratum(comparison, tally[c]!));
    const overall = (matches + 1) / (allPairs + 100);
    matchShare = totals.map(
      (total, lists) =>
        (matchesByLists[lists]! + STEADYING_MATCHES) / (total + STEADYING_MATCHES / Math.min(0.1, overall)),
    );
    householdShare = (households + 0.01) / (allPairs + 10);
    clanShare = (clans + 0.01) / (allPairs + 10);
    if (Math.abs(matches - before) <= SETTLED * (matches + 1)) break;
  }
  return { matching, matchShare, householdShare, clanShare, matches };
}
