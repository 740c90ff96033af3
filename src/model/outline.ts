import type { Point } from './site-plan.ts';

/** In squared units; a self-crossing outline gives the difference of its parts. Shoelace formula. */
export function areaOf(outline: readonly Point[]): number {
  let twice = 0;
  for (let at = 0; at < outline.length; at++) {
    const [x, y] = outline[at]!;
    const [nextX, nextY] = outline[(at + 1) % outline.length]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** Which side of the line a–b the point lies on; 0 on the line. */
const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

/** Whether two edges go through each other; touching is not crossing. */
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

export function crossesItself(outline: readonly Point[]): boolean {
  const count = outline.length;
  for (let at = 0; at < count; at++)
    for (let other = at + 2; other < count; other++) {
      if (at === 0 && other === count - 1) continue;
      if (cross(outline[at]!, outline[at + 1]!, outline[other]!, outline[(other + 1) % count]!)) return true;
    }
  return false;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(outline: readonly Point[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of outline) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

export function isInside(outline: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  for (let at = 0, before = outline.length - 1; at < outline.length; before = at++) {
    const [ax, ay] = outline[at]!;
    const [bx, by] = outline[before]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Points just within an outline: its corners and the middles of its edges, drawn a little towards its middle. */
function* within(outline: readonly Point[]): Generator<Point> {
  const mean: Point = [0, 0];
  for (const [x, y] of outline) {
    mean[0] += x / outline.length;
    mean[1] += y / outline.length;
  }
  for (const [at, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(at + 1) % outline.length]!;
    for (const [edgeX, edgeY] of [
      [x, y],
      [(x + nextX) / 2, (y + nextY) / 2],
    ] as const) {
      const point: Point = [edgeX + (mean[0] - edgeX) / 50, edgeY + (mean[1] - edgeY) / 50];
      if (isInside(outline, point)) yield point;
    }
  }
}

/** Whether two outlines share ground: edges that go through each other, or parts of one within the other. */
export function outlinesOverlap(a: readonly Point[], b: readonly Point[]): boolean {
  for (let at = 0; at < a.length; at++)
    for (let other = 0; other < b.length; other++)
      if (cross(a[at]!, a[(at + 1) % a.length]!, b[other]!, b[(other + 1) % b.length]!)) return true;
  for (const point of within(a)) if (isInside(b, point)) return true;
  for (const point of within(b)) if (isInside(a, point)) return true;
  return false;
}

/** For each outline those that it shares ground with, by index. Only outlines whose boxes meet are looked at closely. */
export function overlapsAmong(outlines: readonly (readonly Point[])[]): number[][] {
  const boxes = outlines.map(boxOf);
  const order = outlines.map((_, at) => at).sort((a, b) => boxes[a]!.left - boxes[b]!.left);
  const found: number[][] = outlines.map(() => []);
  for (let from = 0; from < order.length; from++) {
    const a = order[from]!;
    for (let to = from + 1; to < order.length; to++) {
      const b = order[to]!;
      if (boxes[b]!.left >= boxes[a]!.right) break;
      if (boxes[b]!.top >= boxes[a]!.bottom || boxes[b]!.bottom <= boxes[a]!.top) continue;
      if (!outlinesOverlap(outlines[a]!, outlines[b]!)) continue;
      found[a]!.push(b);
      found[b]!.push(a);
    }
  }
  return found;
}
