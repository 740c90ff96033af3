import type { Reuse } from '../model/index.ts';
import type { Said } from './said.ts';
import type { Rarity, Wording } from './wording.ts';
import { likeness } from './wording.ts';

/** `later` repeats the words of `earlier`; both are indices into all that was said. */
export interface Copy {
  readonly earlier: number;
  readonly later: number;
}

/** How much of a statement must stand in the shared passage. */
const COVERED = 0.6;
/** How like the two wordings must be at least. */
const ALIKE = 0.45;

/** Which statement repeats which, from the passages that stand in two reports. */
export function copiesOf(
  all: readonly Said[],
  reuse: readonly Reuse[],
  wording: (at: number) => Wording,
  rarity: Rarity,
): Copy[] {
  const byItem = new Map<string, Said[]>();
  for (const said of all) {
    const list = byItem.get(said.record.item);
    if (list) list.push(said);
    else byItem.set(said.record.item, [said]);
  }
  for (const list of byItem.values()) list.sort((a, b) => a.statement.start - b.statement.start);

  const inside = (item: string, start: number, end: number): Said[] => {
    const list = byItem.get(item) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.statement.end <= start) low = middle + 1;
      else high = middle;
    }
    const found: Said[] = [];
    for (let at = low; at < list.length && list[at]!.statement.start < end; at++) {
      const { start: from, end: to } = list[at]!.statement;
      if (Math.min(to, end) - Math.max(from, start) >= COVERED * (to - from)) found.push(list[at]!);
    }
    return found;
  };

  const copies = new Map<string, Copy>();
  for (const { a, b } of reuse) {
    const others = inside(a.item, a.start, a.end);
    if (others.length === 0) continue;
    for (const said of inside(b.item, b.start, b.end)) {
      let best: Said | undefined;
      let score = ALIKE;
      for (const other of others) {
        if (other.statement.figure?.measure !== said.statement.figure?.measure) continue;
        const alike = likeness(wording(other.at), wording(said.at), rarity);
        if (alike <= ALIKE) continue;
        // A sentence with two figures is two statements: each repeats the one with its own figure.
        const { figure } = said.statement;
        const own = figure !== undefined && figure.value === other.statement.figure?.value ? 1 : 0;
        if (alike + own > score) [best, score] = [other, alike + own];
      }
      if (!best) continue;
      const [earlier, later] = best.at < said.at ? [best.at, said.at] : [said.at, best.at];
      copies.set(`${earlier}-${later}`, { earlier, later });
    }
  }
  return [...copies.values()].sort((a, b) => a.earlier - b.earlier || a.later - b.later);
}
