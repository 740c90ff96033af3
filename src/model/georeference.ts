import { growth, inverse, placed, planeFit } from './plane-fit.ts';
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

/**
 * Least squares over the known points, in metres on the plane that touches the ellipsoid at their middle; good to
 * millimetres over the size of a building. `undefined` for fewer than two different points.
 */
export function georeferenceOf(known: readonly KnownPoint[]): Georeference | undefined {
  if (known.length < 2) return undefined;
  const plane = planeAt([
    mean(known.map(({ longitude }) => longitude)),
    mean(known.map(({ latitude }) => latitude)),
  ]);
  const from = known.map(({ at }) => at);
  const to = known.map(({ longitude, latitude }) => plane.metres([longitude, latitude]));
  const fit = planeFit(from, to);
  if (!fit) return undefined;
  const back = inverse(fit.matrix);
  return {
    kind: fit.kind,
    toEarth: (at) => plane.position(placed(fit.matrix, at)),
    toPlan: (position) => placed(back, plane.metres(position)),
    metres: Math.sqrt(growth(fit.matrix)),
    residuals: from.map((at, place) => {
      const [x, y] = placed(fit.matrix, at);
      return Math.hypot(x - to[place]![0], y - to[place]![1]);
    }),
  };
}

/** A part of the earth between two corners, in degrees. */
export interface EarthBox {
  readonly northWest: Position;
  readonly southEast: Position;
}

/** A floor that covers a part of the earth, north up, one unit a metre, with its two corners as known points. */
export function floorOnEarth({ northWest, southEast }: EarthBox): {
  readonly metres: 1;
  readonly width: number;
  readonly height: number;
  readonly known: KnownPoint[];
} {
  const plane = planeAt([(northWest[0] + southEast[0]) / 2, (northWest[1] + southEast[1]) / 2]);
  const [[left, top], [right, bottom]] = [plane.metres(northWest), plane.metres(southEast)];
  const [width, height] = [right - left, bottom - top];
  const at = (place: Point, [longitude, latitude]: Position): KnownPoint => ({
    at: place,
    longitude,
    latitude,
  });
  return { metres: 1, width, height, known: [at([0, 0], northWest), at([width, height], southEast)] };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Metres east and south of a place, so that y runs down as on a plan, by the radii of curvature of the ellipsoid there. */
function planeAt([longitude, latitude]: Position) {
  const radians = Math.PI / 180;
  const [axis, flattening] = [6_378_137, 1 / 298.257223563];
  const eccentricity = flattening * (2 - flattening);
  const w = 1 - eccentricity * Math.sin(latitude * radians) ** 2;
  const north = ((axis * (1 - eccentricity)) / w ** 1.5) * radians;
  const east = (axis / Math.sqrt(w)) * Math.cos(latitude * radians) * radians;
  return {
    metres: ([lon, lat]: Position): Point => [(lon - longitude) * east, (latitude - lat) * north],
    position: ([x, y]: Point): Position => [x / east + longitude, latitude - y / north],
  };
}
