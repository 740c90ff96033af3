import type { AgreementPatterns } from './agreement-pattern.ts';
import { normalisedByStratum } from './chance-agreement.ts';
import type { AmongKin, Comparison } from './levels.ts';

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

  for (let round = 0; round < ROUNDS; round++) {
    const tally = comparisons.map((comparison) =>
      comparison.levels.map((level) => level.expected * STEADYING_PAIRS),
    );
    const matchesByLists = totals.map(() => 0);
    let households = 0;
    let clans = 0;
    const logMatching = matching.map((shares) => shares.map(Math.log));
    const logChance = chance.map((shares) => shares.map(Math.log));
    const logBrothers = kinAgree('amongBrothers', learnedBrothers).map((shares) => shares.map(Math.log));
    const logCousins = kinAgree('amongCousins', learnedCousins).map((shares) => shares.map(Math.log));
    const tallyOfKin = () =>
      kinStart.map((shares) => shares.map((share) => Math.max(share, LEAST_KIN) * STEADYING_KIN));
    const tallyBrothers = tallyOfKin();
    const tallyCousins = tallyOfKin();

    for (let pattern = 0; pattern < patterns.count; pattern++) {
      const lists = patterns.listPair[pattern]!;
      let one = Math.log(matchShare[lists]!);
      let household = Math.log(householdShare);
      let clan = Math.log(clanShare);
      let stranger = 0;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[pattern * width + c]!;
        if (level === 0) continue;
        one += logMatching[c]![level - 1]!;
        household += logBrothers[c]![level - 1]!;
        clan += logCousins[c]![level - 1]!;
        stranger += logChance[c]![level - 1]!;
      }
      const top = Math.max(one, household, clan, stranger);
      const weights = [one, household, clan, stranger].map((value) => Math.exp(value - top));
      const sum = weights.reduce((total, value) => total + value, 0);
      const pairs = patterns.pairs[pattern]!;
      const matched = (weights[0]! / sum) * pairs;
      matchesByLists[lists]! += matched;
      const brothers = (weights[1]! / sum) * pairs;
      const cousins = (weights[2]! / sum) * pairs;
      households += brothers;
      clans += cousins;
      for (let c = 0; c < width; c++) {
        const level = patterns.levels[pattern * width + c]!;
        if (level === 0) continue;
        tally[c]![level - 1]! += matched;
        tallyBrothers[c]![level - 1]! += brothers;
        tallyCousins[c]![level - 1]! += cousins;
      }
    }

    const before = matches;
    matches = matchesByLists.reduce((total, value) => total + value, 0);
    matching = comparisons.map((comparison, c) => normalisedByStratum(comparison, tally[c]!));
    learnedBrothers = comparisons.map((comparison, c) => normalisedByStratum(comparison, tallyBrothers[c]!));
    learnedCousins = comparisons.map((comparison, c) => normalisedByStratum(comparison, tallyCousins[c]!));
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
