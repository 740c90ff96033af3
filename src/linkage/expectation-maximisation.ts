import type { PatternCounts } from './agreement-pattern.ts';
import { normalisedByStratum } from './chance-agreement.ts';
import { cellsOf, expect, laidOut, layoutOf } from './expectation.ts';
import type { AmongKin, Part } from './levels.ts';

/** What is learned from the rows: shares of pairs, and how matching pairs agree. */
export interface Learned {
  /** m of Fellegi and Sunter: `matching[c][level]`, summing to 1 within each stratum. */
  readonly matching: readonly (readonly number[])[];
  /** Shares of all pairs of rows, by pair of lists. */
  readonly matchShare: readonly number[];
  readonly householdShare: number;
  readonly clanShare: number;
  /** How brothers and sisters, and how cousins, agree; by comparison and level as `matching`. */
  readonly brothers: readonly (readonly number[])[];
  readonly cousins: readonly (readonly number[])[];
  /** Matching pairs among the candidates. */
  readonly matches: number;
}

const ROUNDS = 40;
const SETTLED = 1e-4;
/** Pairs that the expected shares count for: they steady what few pairs would say. */
const STEADYING_PAIRS = 30;
const STEADYING_MATCHES = 4;
const STEADYING_KIN = 60;
const LEAST_KIN = 0.002;
/** How much less often than strangers brothers bear one given name: it is a slip of the list where it happens. */
const HARDLY_EVER = 0.1;

/**
 * Learns without labels, by expectation and maximisation on counts of patterns. A pair is of one of four kinds: one
 * person; brothers or sisters, who share what a household shares; cousins, who share what a clan shares; strangers. How
 * strangers agree is known beforehand (`chance`), and all pairs that never became candidates are strangers, which keeps
 * blocking from passing chance agreement off as matching. Without the two kinds of kin the learner takes brothers for
 * one person.
 */
export function learn(
  patterns: PatternCounts,
  comparisons: readonly Part[],
  chance: readonly (readonly number[])[],
  /** Number of all pairs of rows, by pair of lists. */
  totals: readonly number[],
  rowCount: number,
): Learned {
  const allPairs = totals.reduce((sum, total) => sum + total, 0);
  let matching = comparisons.map((comparison) =>
    normalisedByStratum(
      comparison,
      comparison.levels.map((level) => level.expected),
    ),
  );
  const startShare = allPairs === 0 ? 0.1 : Math.min(0.1, (0.3 * rowCount) / allPairs);
  let matchShare = totals.map(() => startShare);
  let householdShare = startShare * 0.5;
  let clanShare = startShare;
  let matches = 0;
  const kinStart = comparisons.map((comparison, c) =>
    comparison.sharedBy === 'own' ? chance[c]! : matching[c]!,
  );
  let learnedBrothers: readonly (readonly number[])[] = kinStart;
  let learnedCousins: readonly (readonly number[])[] = kinStart;
  const kinAgree = (kind: 'amongBrothers' | 'amongCousins', learned: readonly (readonly number[])[]) =>
    comparisons.map((comparison, c): readonly number[] => {
      const ways: Readonly<Record<AmongKin, readonly number[]>> = {
        'as matching': matching[c]!,
        'as strangers': chance[c]!,
        'hardly ever': normalisedByStratum(comparison, [
          chance[c]![0]! * HARDLY_EVER,
          ...chance[c]!.slice(1),
        ]),
        learned: learned[c]!,
      };
      return ways[comparison[kind]];
    });

  const layout = layoutOf(comparisons);
  const cells = cellsOf(patterns, layout);
  const logs = (shares: readonly (readonly number[])[]): Float64Array => laidOut(shares).map(Math.log);
  const strangers = logs(chance);
  const fewMatches = laidOut(
    comparisons.map((comparison) => comparison.levels.map((level) => level.expected * STEADYING_PAIRS)),
  );
  const fewKin = laidOut(kinStart).map((share) => Math.max(share, LEAST_KIN) * STEADYING_KIN);
  const sharesOf = (tally: Float64Array): number[][] =>
    comparisons.map((comparison, c) => {
      const from = layout.start[c]!;
      return normalisedByStratum(comparison, [...tally.subarray(from, from + comparison.levels.length)]);
    });

  for (let round = 0; round < ROUNDS; round++) {
    const tally = { matching: fewMatches.slice(), brothers: fewKin.slice(), cousins: fewKin.slice() };
    const beliefs = {
      matching: logs(matching),
      brothers: logs(kinAgree('amongBrothers', learnedBrothers)),
      cousins: logs(kinAgree('amongCousins', learnedCousins)),
      strangers,
      matchShare,
      householdShare,
      clanShare,
    };
    const { matchesByLists, households, clans } = expect(patterns, cells, beliefs, tally);

    const before = matches;
    matches = matchesByLists.reduce((total, value) => total + value, 0);
    matching = sharesOf(tally.matching);
    learnedBrothers = sharesOf(tally.brothers);
    learnedCousins = sharesOf(tally.cousins);
    const overall = (matches + 1) / (allPairs + 100);
    matchShare = totals.map(
      (total, lists) =>
        (matchesByLists[lists]! + STEADYING_MATCHES) / (total + STEADYING_MATCHES / Math.min(0.1, overall)),
    );
    householdShare = (households + 0.01) / (allPairs + 10);
    clanShare = (clans + 0.01) / (allPairs + 10);
    if (Math.abs(matches - before) <= SETTLED * (matches + 1)) break;
  }
  return {
    matching,
    matchShare,
    householdShare,
    clanShare,
    brothers: kinAgree('amongBrothers', learnedBrothers),
    cousins: kinAgree('amongCousins', learnedCousins),
    matches,
  };
}
