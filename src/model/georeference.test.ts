import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floorOnEarth, georeferenceOf } from './georeference.ts';
import type { KnownPoint, Point } from './site-plan.ts';

/** One degree at 33° N on WGS 84, in metres (tables of the ellipsoid). */
const NORTH = 110_904.4;
const EAST = 93_453.2;

const known = (at: Point, east: number, north: number): KnownPoint => ({
  at,
  longitude: 36 + east / EAST,
  latitude: 33 + north / NORTH,
});

test('two points lay a plan on the earth: 100 units are 50 metres, north is up', () => {
  const laid = georeferenceOf([known([0, 100], 0, 0), known([100, 100], 50, 0)])!;
  expect(laid.kind).toBe('similarity');
  expect(laid.metres).toBeCloseTo(0.5, 5);
  const [longitude, latitude] = laid.toEarth([0, 0]);
  expect((latitude - 33) * NORTH).toBeCloseTo(50, 2);
  expect((longitude - 36) * EAST).toBeCloseTo(0, 2);
  expect(laid.residuals.every((one) => one < 1e-6)).toBe(true);
});

test('a third point that does not fit is told in metres', () => {
  const good = [known([0, 0], 0, 0), known([100, 0], 100, 0), known([0, 100], 0, -100)];
  expect(Math.max(...georeferenceOf(good)!.residuals)).toBeLessThan(0.01);
  const wrong = [...good.slice(0, 2), known([0, 100], 30, -100)];
  const { residuals } = georeferenceOf(wrong)!;
  expect(residuals[2]).toBeCloseTo(7.5, 2);
});

test('from four points on the slant of a photograph is taken out', () => {
  const slant = ([x, y]: Point): KnownPoint => known([x, y], 0.4 * x + 0.1 * y, 0.05 * x - 0.5 * y);
  const corners: Point[] = [
    [0, 0],
    [1200, 40],
    [1180, 800],
    [-20, 760],
  ];
  const laid = georeferenceOf(corners.map(slant))!;
  expect(laid.kind).toBe('affine');
  expect(Math.max(...laid.residuals)).toBeLessThan(0.01);
  expect(laid.metres).toBeCloseTo(Math.sqrt(0.4 * 0.5 + 0.1 * 0.05), 3);
});

test('too little to go by', () => {
  const [point] = [known([5, 5], 0, 0)];
  expect(georeferenceOf([])).toBeUndefined();
  expect(georeferenceOf([point!])).toBeUndefined();
  expect(georeferenceOf([point!, point!])).toBeUndefined();
  expect(georeferenceOf([point!, known([5, 5], 40, 0)])).toBeUndefined();
  // four points on one line: no slant can be told
  const line = [0, 1, 2, 3].map((at) => known([at * 10, at * 10], at * 5, -at * 5));
  expect(georeferenceOf(line)!.kind).toBe('similarity');
});

test('there and back is where one was, wherever the plan lies and however it is turned', () => {
  const metres = fc.double({ min: -400, max: 400, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 6.3, noNaN: true }),
      metres,
      metres,
      (latitude, longitude, scale, turn, x, y) => {
        const step = 1e-5 * scale;
        const laid = georeferenceOf([
          { at: [0, 0], latitude, longitude },
          {
            at: [100, 0],
            latitude: latitude + step * Math.sin(turn),
            longitude: longitude + step * Math.cos(turn),
          },
        ])!;
        const [backX, backY] = laid.toPlan(laid.toEarth([x, y]));
        expect(backX).toBeCloseTo(x, 3);
        expect(backY).toBeCloseTo(y, 3);
      },
    ),
  );
});

test('a floor drawn over the map: metres from corner to corner, north up, laid down where the map was', () => {
  const box = { northWest: [36, 33.001], southEast: [36.002, 33] } as const;
  const floor = floorOnEarth(box);
  expect(floor.width).toBeCloseTo(0.002 * EAST, 1);
  expect(floor.height).toBeCloseTo(0.001 * NORTH, 1);
  const laid = georeferenceOf(floor.known)!;
  expect(laid.metres).toBeCloseTo(1, 6);
  const [longitude, latitude] = laid.toEarth([floor.width, 0]);
  expect(longitude).toBeCloseTo(36.002, 8);
  expect(latitude).toBeCloseTo(33.001, 8);
});
