import type { Ground } from './ground.ts';
import { createGroups } from './groups.ts';
import { joinFigures } from './same-figure.ts';
import { joinAnswers, joinMatters } from './same-matter.ts';
import { joinWordings } from './same-words.ts';

/**
 * Statements that say the same thing, as groups of indices. With a figure it is what is counted, where, when and how
 * many that make them one, never the words; without one it is the words, in one place and one sense.
 */
export function propositionsOf(ground: Ground): number[][] {
  const groups = createGroups(ground.all.length);
  joinFigures(ground, groups);
  joinMatters(ground, groups);
  joinWordings(ground, groups);
  joinAnswers(ground, groups);
  return groups.all();
}
