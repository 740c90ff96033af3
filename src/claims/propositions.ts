import type { Ground } from './ground.ts';
import { createGroups } from './groups.ts';
import { joinLearned, LEARNED } from './joining/join-learned.ts';
import type { Trees } from './joining/trees.ts';
import { joinFigures } from './same-figure.ts';
import { joinAnswers } from './same-matter.ts';

/**
 * Statements that say the same thing, as groups of indices. One figure of one thing at one place and time is one claim
 * by rule, and a denial stands with what it answers; everything else is weighed as it was learned from annotated events.
 */
export function propositionsOf(ground: Ground, trees: Trees = LEARNED): number[][] {
  const groups = createGroups(ground.all.length);
  joinFigures(ground, groups);
  joinAnswers(ground, groups);
  joinLearned(ground, groups, trees);
  return groups.all();
}
