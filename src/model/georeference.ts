import type { KnownPoint, Point } from './site-plan.ts';

/** Longitude and latitude in degrees (WGS 84), in the order of GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

/** A plan laid on the earth. */
export interface Georeference {
  /** A similarity turns, moves and scales; an affine one also takes out the slant of a photograph. */
  readonly kind: 'similarity' | 'affine';
  toEarth(at: Point): Position;
  toPlan(position: Position): Point;
  /** Metres of one unit of the plan. */
  readonly metres: number;
  /** How far each known point lies from where the plan puts it, in metres. All 0 with two points: nothing is checked. */
  readonly residuals: readonly number[];
}

/** From so many points on an affine transform is fitted, so that there is always something left to check it by. */
const AFFINE_FROM = 4;
/** Of the spread of points: nearer to one line than this, no slant can be told. */
const FLAT = 1e-3;

/**
 * Least squares over the known points, in metres on the plane that touches the ellipsoid at their middle; good to
 * millimetres over the size of a building. A plan's y runs down, the earth's north up: a plan is never taken as mirrored.
 * `undefined` for fewer than two different points.
 */
export function georeferenceOf(known: readonly KnownPoint[]): Georeference | undefined {
  if (known.length < 2) return undefined;
  const plane = planeAt(
    mean(known.map(({ longitude }) => longitude)),
    mean(known.map(({ latitude }) => latitude)),
  );
  const from = known.map(({ at }) => at);
  const to = known.map(({ longitude, latitude }) => plane.metres([longitude, latitude]));
  const origin: Point = [mean(from.map(([x]) => x)), mean(from.map(([, y]) => y))];
  const target: Point = [mean(to.map(([x]) => x)), mean(to.map(([, y]) => y))];
  const p = from.map(([x, y]): Point => [x - origin[0], y - origin[1]]);
  const q = to.map(([x, y]): Point => [x - target[0], y - target[1]]);
  const matrix = (known.length >= AFFINE_FROM ? affine(p, q) : undefined) ?? similarity(p, q);
  if (!matrix) return undefined;
  const [a, b, c, d] = matrix.values;
  const determinant = a * d - b * c;
  if (!(Math.abs(determinant) > 0) || !Number.isFinite(determinant)) return undefined;
  const toPlane = ([x, y]: Point): Point => {
    const [dx, dy] = [x - origin[0], y - origin[1]];
    return [a * dx + b * dy + target[0], c * dx + d * dy + target[1]];
  };
  return {
    kind: matrix.kind,
    toEarth: (at) => plane.position(toPlane(at)),
    toPlan: (position) => {
      const [east, north] = plane.metres(position);
      const [u, v] = [east - target[0], north - target[1]];
      return [(d * u - b * v) / determinant + origin[0], (a * v - c * u) / determinant + origin[1]];
    },
    metres: Math.sqrt(Math.abs(determinant)),
    residuals: from.map((at, place) => {
      const [x, y] = toPlane(at);
      return Math.hypot(x - to[place]![0], y - to[place]![1]);
    }),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

interface Matrix {
  readonly kind: Georeference['kind'];
  /** Row by row: east = a·x + b·y, north = c·x + d·y. */
  readonly values: readonly [number, number, number, number];
}

/** Both sides about their means; y of the plan runs down. */
function similarity(p: readonly Point[], q: readonly Point[]): Matrix | undefined {
  const spread = sum(p.map(([x, y]) => x * x + y * y));
  if (!(spread > 0)) return undefined;
  const along = sum(p.map(([x, y], at) => x * q[at]![0] - y * q[at]![1])) / spread;
  const across = sum(p.map(([x, y], at) => x * q[at]![1] + y * q[at]![0])) / spread;
  return { kind: 'similarity', values: [along, across, across, -along] };
}

function affine(p: readonly Point[], q: readonly Point[]): Matrix | undefined {
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
  // seen from behind is a mistake in the points, not a plan
  return a * d - b * c < 0 ? { kind: 'affine', values: [a, b, c, d] } : undefined;
}

/** Metres east and north of a place, by the radii of curvature of the ellipsoid there. */
function planeAt(longitude: number, latitude: number) {
  const radians = Math.PI / 180;
  const [axis, flattening] = [6_378_137, 1 / 298.257223563];
  const eccentricity = flattening * (2 - flattening);
  const w = 1 - eccentricity * Math.sin(latitude * radians) ** 2;
  const north = ((axis * (1 - eccentricity)) / w ** 1.5) * radians;
  const east = (axis / Math.sqrt(w)) * Math.cos(latitude * radians) * radians;
  return {
    metres: ([lon, lat]: Position): Point => [(lon - longitude) * east, (lat - latitude) * north],
    position: ([x, y]: Point): Position => [x / east + longitude, y / north + latitude],
  };
}
