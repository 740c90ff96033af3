import type { Georeference, Point, Position } from '../../../src/model/index.ts';
import type { View } from './plan-drawing.ts';

/** How a map is to be shown so that it lies under a plan: zoom as of tiles of 512 pixels, bearing in degrees. */
export interface MapCamera {
  readonly center: [longitude: number, latitude: number];
  readonly zoom: number;
  readonly bearing: number;
  /** What no camera can do, about the middle: the slant of a photograph, and the flattening of the earth. As of CSS. */
  readonly rest: readonly [number, number, number, number];
}

/** Pixels over which the plan's place on the map is measured: wide enough for figures of 64 bits, narrow on the earth. */
const STEP = 64;

/** The spherical Mercator projection of maps in tiles: the whole earth is 1 wide, y runs down. */
export function onMercator([longitude, latitude]: Position): Point {
  const radians = (latitude * Math.PI) / 180;
  return [(longitude + 180) / 360, (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) / 2];
}

/** Exact in the middle of the canvas; over the size of a building nowhere a tenth of a pixel off. */
export function cameraUnder(laid: Georeference, view: View, wide: number, high: number): MapCamera {
  const earthAt = (x: number, y: number): Position =>
    laid.toEarth([(x - view.x) / view.scale, (y - view.y) / view.scale]);
  const [mx, my] = [wide / 2, high / 2];
  const slope = (dx: number, dy: number): Point => {
    const [ax, ay] = onMercator(earthAt(mx - dx, my - dy));
    const [bx, by] = onMercator(earthAt(mx + dx, my + dy));
    return [(bx - ax) / (2 * STEP), (by - ay) / (2 * STEP)];
  };
  const [[xx, yx], [xy, yy]] = [slope(STEP, 0), slope(0, STEP)];
  const [along, across] = [(xx + yy) / 2, (yx - xy) / 2];
  const turn = Math.atan2(across, along);
  const size = 1 / Math.hypot(along, across);
  // what the camera makes of a step on the canvas, turned back
  const [cos, sin] = [Math.cos(turn) * size, Math.sin(turn) * size];
  const [a, b, c, d] = [cos * xx + sin * yx, cos * xy + sin * yy, cos * yx - sin * xx, cos * yy - sin * xy];
  const grown = a * d - b * c;
  const [longitude, latitude] = earthAt(mx, my);
  return {
    center: [longitude, latitude],
    zoom: Math.log2(size / 512),
    bearing: (turn * 180) / Math.PI,
    rest: [d / grown, -c / grown, -b / grown, a / grown],
  };
}
