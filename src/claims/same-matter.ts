import type { Ground } from './ground.ts';
import type { Groups } from './groups.ts';
import { FRAMES } from './matters/frames.ts';
import { joinBlock, sameTime } from './place-and-time.ts';

const frames = new Map(FRAMES.map((frame) => [frame.matter, frame]));

/**
 * Joins statements that speak of one matter, in whatever words: at one place and time, of one sort. A statement that
 * names no sort goes with the others only where there is one.
 */
export function joinMatters(ground: Ground, groups: Groups): void {
  const byMatter = Map.groupBy(
    ground.all.filter(({ matter }) => matter !== undefined),
    ({ matter }) => matter!,
  );
  for (const [matter, said] of byMatter) {
    const bySort = Map.groupBy(said, ({ sorts = [] }) => sorts.join(' '));
    const open = bySort.get('') ?? [];
    const sorted = [...bySort].filter(([sort]) => sort !== '').map(([, members]) => members);
    const together = sorted.length === 1 ? [[...sorted[0]!, ...open]] : [...sorted, open];
    for (const members of together) {
      const at = members.map((each) => each.at).sort((a, b) => a - b);
      if (frames.get(matter)?.anywhere) joinInTime(ground, at, groups);
      else joinBlock(ground, at, groups);
    }
  }
}

/** A denial stands with what it denies. */
export function joinAnswers(ground: Ground, groups: Groups): void {
  const byId = new Map(ground.all.map(({ statement, at }) => [statement.id, at]));
  for (const { answers, at } of ground.all) {
    const denied = answers === undefined ? undefined : byId.get(answers);
    if (denied !== undefined) groups.join(denied, at);
  }
}

/** Whatever the place: each goes with the first of its time. */
function joinInTime(ground: Ground, members: readonly number[], groups: Groups): void {
  const firsts: number[] = [];
  for (const at of members) {
    const same = firsts.find((first) => sameTime(ground.periods[first]!, ground.periods[at]!));
    if (same === undefined) firsts.push(at);
    else groups.join(same, at);
  }
}
