import { isBare } from '../answers.ts';
import type { Ground } from '../ground.ts';
import { createGroups, type Groups } from '../groups.ts';
import { joinMatters } from '../same-matter.ts';
import { joinWordings } from '../same-words.ts';
import { candidates } from './candidates.ts';
import joining from './joining.model.json' with { type: 'json' };
import { type Edge, linkGroups } from './linkage.ts';
import { limits } from './may-join.ts';
import { signalsOf } from './signals.ts';
import { tokensOf } from './tokens.ts';
import { logOdds, type Trees } from './trees.ts';

/** Learned from annotated events: `node bench/claims/learn-joining.ts`. */
export const LEARNED: Trees = joining as unknown as Trees;

/**
 * From these log-odds on, on average, two groups are one; and what it adds where words or matters speak for it by rule.
 * These are no part of what is learned: the events to learn from were open when those rules were written, so that they
 * would be trusted too far.
 */
const THRESHOLD = 0.25;
const BY_WORDS = 3;
const BY_MATTER = 3;

/** Joins what has been learned to be said as one, beyond what is joined already. */
export function joinLearned(ground: Ground, groups: Groups, trees: Trees = LEARNED): void {
  const { mayJoin, onJoin } = limits(ground, groups);
  linkGroups(groups, edgesOf(ground, trees), THRESHOLD, mayJoin, onJoin);
}

function* edgesOf(ground: Ground, trees: Trees): Generator<Edge> {
  const tokens = tokensOf(ground);
  const signals = signalsOf(ground, tokens);
  const [words, matters] = [createGroups(ground.all.length), createGroups(ground.all.length)];
  joinWordings(ground, words);
  joinMatters(ground, matters);
  const seen = new Set<number>();
  const edge = (a: number, b: number): Edge => ({
    a,
    b,
    score:
      logOdds(trees, signals(a, b)) +
      (words.of(a) === words.of(b) ? BY_WORDS : 0) +
      (matters.of(a) === matters.of(b) ? BY_MATTER : 0),
  });
  const fresh = (a: number, b: number): boolean => {
    const key = a * ground.all.length + b;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const bare = ground.all.map(({ statement: { quote, stance } }) => stance === 'denies' && isBare(quote));
  for (const [a, b] of candidates(ground, tokens)) if (!bare[a] && !bare[b] && fresh(a, b)) yield edge(a, b);
  for (const rule of [words, matters])
    for (const members of rule.all())
      for (const [n, b] of members.entries())
        for (const a of members.slice(0, Math.min(n, BESIDE))) if (fresh(a, b)) yield edge(a, b);
}

/** With how many others of a group that a rule makes a statement is held. */
const BESIDE = 24;
