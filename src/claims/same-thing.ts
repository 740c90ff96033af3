import { type Ground, sense } from './ground.ts';
import type { Groups } from './groups.ts';

/**
 * Joins statements that say there is such a thing: a hidden room in a place is one claim, in whatever words. A
 * statement that names no place goes with the others only where all name one place, or none.
 */
export function joinThings(ground: Ground, groups: Groups): void {
  const byThing = Map.groupBy(
    ground.all.filter(({ thing }) => thing !== undefined),
    (said) => `${said.thing} ${sense(said)}`,
  );
  for (const things of byThing.values()) {
    const byPlace = Map.groupBy(things, ({ at }) => ground.places[at]?.name);
    const unplaced = byPlace.get(undefined) ?? [];
    const placed = [...byPlace].filter(([name]) => name !== undefined).map(([, members]) => members);
    const together = placed.length === 1 ? [[...placed[0]!, ...unplaced]] : [...placed, unplaced];
    for (const [first, ...rest] of together) for (const { at } of rest) groups.join(first!.at, at);
  }
}
