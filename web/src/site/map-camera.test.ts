import fc from 'fast-check';
import { expect, test } from 'vitest';
import { georeferenceOf, type KnownPoint, type Point } from '../../../src/model/index.ts';
import { cameraUnder, onMercator } from './map-camera.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Where a camera, and the transform of CSS after it, shows a place of the earth: pixels from the middle. */
function shown(camera: ReturnType<typeof cameraUnder>, position: readonly [number, number]): Point {
  const size = 512 * 2 ** camera.zoom;
  const [cx, cy] = onMercator(camera.center);
  const [px, py] = onMercator(position);
  const [east, south] = [(px - cx) * size, (py - cy) * size];
  const turn = (-camera.bearing * Math.PI) / 180;
  const x = Math.cos(turn) * east - Math.sin(turn) * south;
  const y = Math.sin(turn) * east + Math.cos(turn) * south;
  const [a, b, c, d] = camera.rest;
  return [a * x + c * y, b * x + d * y];
}

test('the map lies under the plan wherever it is looked at, however the plan is turned or slanted', () => {
  fc.assert(
    fc.property(
      number(-70, 70),
      number(-170, 170),
      number(0.05, 2),
      number(0, 6.3),
      number(-0.2, 0.2),
      number(0.2, 4),
      number(-400, 400),
      (latitude, longitude, metres, turn, slant, scale, moved) => {
        const place = ([x, y]: Point): KnownPoint => {
          const [sx, sy] = [x + slant * y, y];
          const east = metres * (Math.cos(turn) * sx - Math.sin(turn) * sy);
          const south = metres * (Math.sin(turn) * sx + Math.cos(turn) * sy);
          const degree = 111_320;
          return {
            at: [x, y],
            latitude: latitude - south / degree,
            longitude: longitude + east / (degree * Math.cos((latitude * Math.PI) / 180)),
          };
        };
        const corners: Point[] = [
          [0, 0],
          [100, 0],
          [100, 80],
          [0, 80],
        ];
        const laid = georeferenceOf(corners.map(place))!;
        const view = { x: 40 + moved, y: 30, scale };
        const camera = cameraUnder(laid, view, 800, 500);
        for (const corner of corners) {
          const [x, y] = shown(camera, laid.toEarth(corner));
          expect(Math.abs(x - (corner[0] * scale + view.x - 400))).toBeLessThan(0.2);
          expect(Math.abs(y - (corner[1] * scale + view.y - 250))).toBeLessThan(0.2);
        }
      },
    ),
  );
});

test('north up, 1 m a pixel at the equator: the zoom at which tiles say so, nothing turned', () => {
  const metre = 1 / 111_319.49;
  const laid = georeferenceOf([
    { at: [0, 0], longitude: 0, latitude: 0 },
    { at: [100, 0], longitude: 100 * metre, latitude: 0 },
  ])!;
  const camera = cameraUnder(laid, { x: 0, y: 0, scale: 1 }, 200, 200);
  expect(camera.bearing).toBeCloseTo(0, 6);
  expect(camera.zoom).toBeCloseTo(Math.log2(40_075_016.7 / 512), 2);
});
