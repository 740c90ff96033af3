import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { beta, binomial, gamma, logGamma, multinomial, negativeBinomial, normal, poisson } from './index.ts';

/** Every sampler against its distribution: a million draws, thinned out into bins, chi-square with p above 1e-4. */

const DRAWS = 1_000_000;
const BINS = 60;

/** log Γ by Lanczos (g = 7), apart from what the samplers use themselves. */
function logGammaFunction(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGammaFunction(1 - x);
  const at = x - 1;
  const t = at + 7.5;
  return (
    0.5 * Math.log(2 * Math.PI) +
    (at + 0.5) * Math.log(t) -
    t +
    Math.log(c.reduce((sum, each, i) => (i === 0 ? each : sum + each / (at + i)), 0))
  );
}

/** P(a, x), the share of a gamma below x: series or continued fraction. */
function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGammaFunction(a));
  if (x < a + 1) {
    let sum = 1 / a;
    let term = sum;
    for (let n = 1; n < 100_000 && term > sum * 1e-16; n++) sum += term *= x / (a + n);
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 100_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return 1 - front * h;
}

/** I_x(a, b), the share of a beta below x. */
function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(b, a, 1 - x);
  const front = Math.exp(
    logGammaFunction(a + b) -
      logGammaFunction(a) -
      logGammaFunction(b) +
      a * Math.log(x) +
      b * Math.log1p(-x),
  );
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return (front * h) / a;
}

const normalBelow = (x: number): number =>
  x < 0 ? (1 - gammaBelow(0.5, (x * x) / 2)) / 2 : (1 + gammaBelow(0.5, (x * x) / 2)) / 2;

const chiSquareP = (chi: number, degrees: number): number => 1 - gammaBelow(degrees / 2, chi / 2);

/** Of counts against expectations; neighbours are put together until each expects ten. */
function fitOf(observed: readonly number[], expected: readonly number[]): number {
  let chi = 0;
  let cells = 0;
  let o = 0;
  let e = 0;
  observed.forEach((count, at) => {
    o += count;
    e += expected[at]!;
    if (e >= 10) {
      chi += (o - e) ** 2 / e;
      cells++;
      o = 0;
      e = 0;
    }
  });
  if (e > 0) chi += (o - e) ** 2 / Math.max(e, 1);
  return chiSquareP(chi, Math.max(1, cells - 1));
}

/** A continuous sampler by its distribution function: each draw's place must be uniform. */
function fitOfContinuous(draw: () => number, below: (x: number) => number): number {
  const bins = new Array<number>(BINS).fill(0);
  for (let at = 0; at < DRAWS; at++) bins[Math.min(BINS - 1, Math.floor(below(draw()) * BINS))]!++;
  return fitOf(
    bins,
    bins.map(() => DRAWS / BINS),
  );
}

/** A whole-number sampler by its masses. */
function fitOfWhole(draw: () => number, logMass: (k: number) => number, most: number): number {
  const counts = new Array<number>(most + 2).fill(0);
  for (let at = 0; at < DRAWS; at++) counts[Math.min(most + 1, draw())]!++;
  const expected = counts.map((_, k) => (k > most ? 0 : DRAWS * Math.exp(logMass(k))));
  expected[most + 1] = Math.max(0, DRAWS - expected.reduce((sum, each) => sum + each, 0));
  return fitOf(counts, expected);
}

const logChoose = (n: number, k: number): number =>
  logGammaFunction(n + 1) - logGammaFunction(k + 1) - logGammaFunction(n - k + 1);

describe('samplers pass a chi-square test of fit', () => {
  test('uniform and normal', () => {
    expect(fitOfContinuous(seededRandom(1, 'uniform'), (x) => x)).toBeGreaterThan(1e-4);
    const random = seededRandom(1, 'normal');
    expect(fitOfContinuous(() => normal(random), normalBelow)).toBeGreaterThan(1e-4);
  });

  test.each([0.01, 0.05, 0.25, 0.5, 0.9, 1, 1.1, 2, 5.5, 30, 400, 10_000])('gamma of shape %d', (shape) => {
    const random = seededRandom(2, `gamma ${shape}`);
    if (shape >= 0.05) {
      expect(
        fitOfContinuous(
          () => gamma(random, shape),
          (x) => gammaBelow(shape, x),
        ),
      ).toBeGreaterThan(1e-4);
    }
    // near nought P(a, x) is x^a / Γ(a + 1), also where x is below any double
    const low = (logX: number): number =>
      logX < -30 ? Math.exp(shape * logX - logGammaFunction(shape + 1)) : gammaBelow(shape, Math.exp(logX));
    expect(fitOfContinuous(() => logGamma(random, shape), low)).toBeGreaterThan(1e-4);
  });

  test.each([
    [1, 1],
    [1, 7],
    [0.3, 1],
    [1, 0.2],
    [2, 3],
    [0.5, 0.5],
    [0.1, 0.2],
    [30, 4],
    [400, 3600],
    [1, 500],
    [6, 6],
    [1500, 1.5],
  ])('beta of %d and %d', (a, b) => {
    const random = seededRandom(3, `beta ${a} ${b}`);
    expect(
      fitOfContinuous(
        () => beta(random, a, b),
        (x) => betaBelow(a, b, x),
      ),
    ).toBeGreaterThan(1e-4);
  });

  test.each([
    [1, 0.3],
    [2, 0.5],
    [5, 0.9],
    [20, 0.05],
    [50, 0.5],
    [50, 0.999],
    [200, 0.1],
    [200, 0.049],
    [400, 0.3],
    [1000, 0.75],
    [10_000, 0.01],
    [100_000, 0.0004],
  ])('binomial of %d trials, chance %d', (trials, chance) => {
    const random = seededRandom(4, `binomial ${trials} ${chance}`);
    const mass = (k: number): number =>
      logChoose(trials, k) + k * Math.log(chance) + (trials - k) * Math.log1p(-chance);
    const most = Math.min(trials, Math.ceil(trials * chance + 12 * Math.sqrt(trials * chance) + 10));
    expect(fitOfWhole(() => binomial(random, trials, chance), mass, most)).toBeGreaterThan(1e-4);
  });

  test.each([0.01, 0.3, 1, 3, 7, 9.99, 10, 12.5, 30, 150, 2000, 30_000])('poisson of mean %d', (mean) => {
    const random = seededRandom(5, `poisson ${mean}`);
    const mass = (k: number): number => k * Math.log(mean) - mean - logGammaFunction(k + 1);
    const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 10);
    expect(fitOfWhole(() => poisson(random, mean), mass, most)).toBeGreaterThan(1e-4);
  });

  test.each([
    [1, 0.5],
    [4, 0.2],
    [0.5, 0.1],
    [30, 0.9],
    [345, 0.16],
    [4400, 0.42],
  ])('negative binomial of %d successes, chance %d', (successes, chance) => {
    const random = seededRandom(6, `negative ${successes} ${chance}`);
    const mass = (k: number): number =>
      logGammaFunction(successes + k) -
      logGammaFunction(successes) -
      logGammaFunction(k + 1) +
      successes * Math.log(chance) +
      k * Math.log1p(-chance);
    const mean = (successes * (1 - chance)) / chance;
    const most = Math.ceil(mean + 15 * Math.sqrt(mean / chance) + 10);
    expect(fitOfWhole(() => negativeBinomial(random, successes, chance), mass, most)).toBeGreaterThan(1e-4);
  });

  test('multinomial: all are given out, each class as a binomial of its own', () => {
    const random = seededRandom(7, 'multinomial');
    const weights = [3, 0, 1, 0.5, 5.5];
    const into = new Float64Array(weights.length);
    const counts = weights.map(() => new Array<number>(41).fill(0));
    for (let at = 0; at < 200_000; at++) {
      multinomial(random, 40, weights, into);
      expect(into.reduce((sum, each) => sum + each, 0)).toBe(40);
      into.forEach((drawn, k) => {
        counts[k]![drawn]!++;
      });
    }
    weights.forEach((weight, k) => {
      const chance = weight / 10;
      const expected = counts[k]!.map((_, drawn) =>
        chance === 0
          ? drawn === 0
            ? 200_000
            : 0
          : 200_000 *
            Math.exp(logChoose(40, drawn) + drawn * Math.log(chance) + (40 - drawn) * Math.log1p(-chance)),
      );
      if (chance === 0) expect(counts[k]![0]).toBe(200_000);
      else expect(fitOf(counts[k]!, expected)).toBeGreaterThan(1e-4);
    });
  });

  test('the gate closes on a sampler that is off by one half', () => {
    const random = seededRandom(8, 'off');
    const shifted = (): number => binomial(random, 50, 0.5) + (random() < 0.5 ? 1 : 0);
    const mass = (k: number): number => logChoose(50, k) + 50 * Math.log(0.5);
    expect(fitOfWhole(shifted, mass, 50)).toBeLessThan(1e-4);
  });
});

test('ends and large numbers: nothing is drawn beyond what there is', () => {
  const random = seededRandom(9, 'ends');
  expect(binomial(random, 0, 0.5)).toBe(0);
  expect(binomial(random, 17, 0)).toBe(0);
  expect(binomial(random, 17, 1)).toBe(17);
  for (let at = 0; at < 2000; at++) {
    const drawn = binomial(random, 1e9, 0.3);
    expect(Math.abs(drawn - 3e8)).toBeLessThan(8 * Math.sqrt(2.1e8));
    expect(Number.isFinite(logGamma(random, 1e-6))).toBe(true);
    expect(poisson(random, 1e-9)).toBeLessThan(2);
  }
});
