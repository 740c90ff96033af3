import type { Point } from './site-plan.ts';

/** Row by row, then what is added: x′ = a·x + b·y + e, y′ = c·x + d·y + f. */
export type PlaneMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface PlaneFit {
  /** A similarity turns, moves and scales; an affine one also takes out the slant of a photograph. */
  readonly kind: 'similarity' | 'affine';
  readonly matrix: PlaneMatrix;
}

/** From so many points on an affine transform is fitted, so that there is always something left to check it by. */
const AFFINE_FROM = 4;
/** Of the spread of points: nearer to one line than this, no slant can be told. */
const FLAT = 1e-3;

/**
 * The transform of one plane into another by points known in both, least squares in the second; never a mirrored one,
 * since a plan seen from behind is a mistake in the points. `undefined` for fewer than two different points.
 */
export function planeFit(from: readonly Point[], to: readonly Point[]): PlaneFit | undefined {
  if (from.length < 2) return undefined;
  const [origin, target] = [middleOf(from), middleOf(to)];
  const p = from.map(([x, y]): Point => [x - origin[0], y - origin[1]]);
  const q = to.map(([x, y]): Point => [x - target[0], y - target[1]]);
  const slanted = from.length >= AFFINE_FROM ? affine(p, q) : undefined;
  const linear = slanted ?? similarity(p, q);
  if (!linear) return undefined;
  const [a, b, c, d] = linear;
  if (!(a * d - b * c > 0) || !Number.isFinite(a * d - b * c)) return undefined;
  return {
    kind: slanted ? 'affine' : 'similarity',
    matrix: [
      a,
      b,
      c,
      d,
      target[0] - a * origin[0] - b * origin[1],
      target[1] - c * origin[0] - d * origin[1],
    ],
  };
}

export const placed = ([a, b, c, d, e, f]: PlaneMatrix, [x, y]: Point): Point => [
  a * x + b * y + e,
  c * x + d * y + f,
];

/** How much a matrix makes areas larger. */
export const growth = ([a, b, c, d]: PlaneMatrix): number => a * d - b * c;

export function inverse(matrix: PlaneMatrix): PlaneMatrix {
  const [a, b, c, d, e, f] = matrix;
  const by = growth(matrix);
  return [d / by, -b / by, -c / by, a / by, (b * f - d * e) / by, (c * e - a * f) / by];
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const middleOf = (points: readonly Point[]): Point => [
  sum(points.map(([x]) => x)) / points.length,
  sum(points.map(([, y]) => y)) / points.length,
];

type Linear = readonly [number, number, number, number];

/** Both sides about their means. */
function similarity(p: readonly Point[], q: readonly Point[]): Linear | undefined {
  const spread = sum(p.map(([x, y]) => x * x + y * y));
  if (!(spread > 0)) return undefined;
  const along = sum(p.map(([x, y], at) => x * q[at]![0] + y * q[at]![1])) / spread;
  const across = sum(p.map(([x, y], at) => x * q[at]![1] - y * q[at]![0])) / spread;
  return [along, -across, across, along];
}

function affine(p: readonly Point[], q: readonly Point[]): Linear | undefined {
  const xx = sum(p.map(([x]) => x * x));
  const yy = sum(p.map(([, y]) => y * y));
  const xy = sum(p.map(([x, y]) => x * y));
  const determinant = xx * yy - xy * xy;
  if (!(determinant > (FLAT * (xx + yy)) ** 2)) return undefined;
  const row = (of: 0 | 1): readonly [number, number] => {
    const xq = sum(p.map(([x], at) => x * q[at]![of]));
    const yq = sum(p.map(([, y], at) => y * q[at]![of]));
    return [(xq * yy - yq * xy) / determinant, (yq * xx - xq * xy) / determinant];
  };
  const [[a, b], [c, d]] = [row(0), row(1)];
  return a * d - b * c > 0 ? [a, b, c, d] : undefined;
}
