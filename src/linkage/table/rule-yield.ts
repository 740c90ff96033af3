import type { PatternCounts } from '../agreement-pattern.ts';
import type { LinkModel } from '../link-model.ts';
import { KEY, KEY_WORDS } from './row-layout.ts';
import { grouped, type Rules, type RuleTried } from './rules.ts';

const SETS = 1 << KEY_WORDS;
const bit = (key: number): number => 1 << key;
/** Rules have the given name in common, those without it mostly another key. */
const hasGiven = ({ rule }: RuleTried): boolean => (rule & bit(KEY.given)) !== 0;
const meets = (shared: number, rule: number): boolean => (shared & rule) === rule;

/** What it costs to walk a rule, and to fetch the rows for one more lead, in pairs a row. */
const RULE_COST = 6;
const LEAD_COST = 10;
/** The share of all matches that a rule must bring for each pair a row that it costs, and in any case. */
const WORTH_A_PAIR = 1.8e-4;
const WORTH_HAVING = 1.5e-3;
/** More pairs a row no rule brings. */
const MOST_PAIRS = 32;

/**
 * Rules by what they bring: pairs of one person that no other rule brings, for what they cost, the best first (set cover
 * in the manner of Bilenko, Kamath and Mooney, 2006, and of Kejriwal and Miranker, 2013, who do without labels). Of the
 * candidates also those that bring too many pairs to be met unasked, where they bring as many matches.
 */
export function rulesByYield(
  { tried, rules: sampled }: Rules,
  matches: Float64Array,
  rowCount: number,
): Rules | undefined {
  const expected = withUnmet(matches, sampled);
  const all = expected.reduce((sum, own) => sum + own, 0);
  if (!(all > 0)) return undefined;
  let left = expected.slice();
  let chosen: RuleTried[] = [];
  const gainOf = (rule: number): number => {
    let gain = 0;
    for (let shared = 0; shared < SETS; shared++) if (meets(shared, rule)) gain += left[shared]!;
    return gain;
  };
  for (;;) {
    let best: RuleTried | undefined;
    let most = WORTH_A_PAIR * all;
    for (const candidate of tried) {
      if (candidate.pairs > MOST_PAIRS * rowCount) continue;
      const gain = gainOf(candidate.rule);
      if (gain < WORTH_HAVING * all) continue;
      const lead = chosen.some((other) => hasGiven(other) === hasGiven(candidate)) ? 0 : LEAD_COST;
      const worth = gain / (candidate.pairs / rowCount + RULE_COST + lead);
      if (worth <= most) continue;
      most = worth;
      best = candidate;
    }
    if (best === undefined) break;
    const { rule } = best;
    chosen.push(best);
    left = left.map((own, shared) => (meets(shared, rule) ? 0 : own));
  }
  const ownOf = ({ rule }: RuleTried): number =>
    expected.reduce(
      (sum, own, shared) =>
        meets(shared, rule) && !chosen.some((other) => other.rule !== rule && meets(shared, other.rule))
          ? sum + own
          : sum,
      0,
    );
  // What rules chosen later bring as well, the dearest first.
  for (const rule of [...chosen].sort((x, y) => y.pairs - x.pairs || x.rule - y.rule))
    if (ownOf(rule) < WORTH_HAVING * all) chosen = chosen.filter((other) => other !== rule);
  return chosen.length === 0
    ? undefined
    : { ...grouped(chosen.sort((x, y) => y.pairs - x.pairs || x.rule - y.rule)), tried };
}

/**
 * Matches by the keys that they share, with those that no sampled rule brings: as many as there would be if keys agreed
 * independently of each other. How often a key agrees is learned where it was not asked for.
 */
function withUnmet(matches: Float64Array, sampled: readonly number[]): Float64Array {
  const isMet = (shared: number): boolean => sampled.some((rule) => meets(shared, rule));
  const agrees = Array.from({ length: KEY_WORDS }, (_, key) => {
    let all = 0;
    let agreeing = 0;
    matches.forEach((own, shared) => {
      if (key === KEY.birthDay && (shared & bit(KEY.birthYear)) === 0) return;
      if (!sampled.some((rule) => (rule & idleWith(key)) === 0 && meets(shared, rule))) return;
      all += own;
      if (shared & bit(key)) agreeing += own;
    });
    return all > 0 ? agreeing / all : 0;
  });
  const chances = Float64Array.from({ length: SETS }, (_, shared) =>
    agrees.reduce((chance, agreeing, key) => {
      const has = (shared & bit(key)) !== 0;
      // A day of birth has its year in it.
      if (key === KEY.birthDay && (shared & bit(KEY.birthYear)) === 0) return has ? 0 : chance;
      return chance * (has ? agreeing : 1 - agreeing);
    }, 1),
  );
  let met = 0;
  let ofMet = 0;
  let unmet = 0;
  matches.forEach((own, shared) => {
    if (isMet(shared)) {
      met += own;
      ofMet += chances[shared]!;
    } else unmet += chances[shared]!;
  });
  // Where keys are so much alike that most matches would be unmet, they do not agree independently.
  const scale = met / Math.max(ofMet, unmet, Number.MIN_VALUE);
  return matches.map((own, shared) => (isMet(shared) ? own : scale * chances[shared]!));
}

/** Keys of which a rule may have none, if it shall say how often this one agrees. */
const idleWith = (key: number): number => (key === KEY.birthYear ? bit(key) | bit(KEY.birthDay) : bit(key));

/** How many of the pairs that were counted are one person by what was learned, by the keys that they share. */
export function matchesByKeys(
  { parts, matchShare, householdShare, clanShare }: LinkModel,
  { count, levels, pairs, listPair }: PatternCounts,
  shared: Uint8Array,
): Float64Array {
  const matches = new Float64Array(SETS);
  for (let pattern = 0; pattern < count; pattern++) {
    let one = matchShare[listPair[pattern]!]!;
    let others = 1;
    let brothers = householdShare;
    let cousins = clanShare;
    parts.forEach((part, at) => {
      const level = levels[pattern * parts.length + at]! - 1;
      if (level < 0) return;
      one *= part.matching[level]!;
      others *= part.chance[level]!;
      brothers *= part.brothers[level]!;
      cousins *= part.cousins[level]!;
    });
    matches[shared[pattern]!]! += (pairs[pattern]! * one) / (one + others + brothers + cousins);
  }
  return matches;
}
