import { crossesItself, outlinesOverlap, type Point } from '../../../src/model/index.ts';

/** What a hand does to outlines: corners taken, moved, added and removed. Lengths are units of the plan. */
export type Outline = readonly Point[];

const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);
const middleOf = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];
/** A hundredth of a unit is finer than any hand. */
export const rounded = ([x, y]: Point): Point => [Math.round(x * 100) / 100, Math.round(y * 100) / 100];

/** The nearest corner that is there already, else the point itself. */
export function snapped(point: Point, corners: Iterable<Outline>, reach: number): Point {
  let best = point;
  let least = reach;
  for (const outline of corners)
    for (const corner of outline) {
      const distance = apart(corner, point);
      if (distance >= least) continue;
      best = corner;
      least = distance;
    }
  return best;
}

/** What lies under the hand: a corner, or the middle of the side that begins at one. */
type Handle = { readonly corner: number } | { readonly side: number };

export function handleAt(outline: Outline, point: Point, reach: number): Handle | undefined {
  let found: Handle | undefined;
  let least = reach;
  for (const [at, corner] of outline.entries()) {
    if (apart(corner, point) < least) {
      found = { corner: at };
      least = apart(corner, point);
    }
  }
  if (found) return found;
  for (const [at, corner] of outline.entries()) {
    const distance = apart(middleOf(corner, outline[(at + 1) % outline.length]!), point);
    if (distance >= least) continue;
    found = { side: at };
    least = distance;
  }
  return found;
}

export const withCornerMoved = (outline: Outline, at: number, to: Point): Point[] =>
  outline.map((corner, place) => (place === at ? to : corner));

/** A new corner in the middle of a side; it stands at `side + 1`. */
export const withCornerAdded = (outline: Outline, side: number): Point[] =>
  outline.toSpliced(side + 1, 0, middleOf(outline[side]!, outline[(side + 1) % outline.length]!));

/** A triangle keeps its corners. */
export const withoutCorner = (outline: Outline, at: number): Point[] =>
  outline.length > 3 ? outline.toSpliced(at, 1) : [...outline];

export interface Troubles {
  readonly crossing: boolean;
  /** Codes of what it lies over. */
  readonly over: readonly string[];
}

/** What is wrong with an outline while it is drawn, among others on its floor. None of it stops anybody. */
export function troublesOf(
  outline: Outline,
  others: readonly { readonly code: string; readonly outline: Outline }[],
): Troubles {
  if (outline.length < 3) return { crossing: false, over: [] };
  return {
    crossing: crossesItself(outline),
    over: others.filter((other) => outlinesOverlap(outline, other.outline)).map(({ code }) => code),
  };
}
