import type { Random } from '../../src/figures/index.ts';
import type { Sampler } from '../../src/figures/stepwise/bootstrap.ts';

/**
 * Samples as the R package draws them, so that one of its runs can be made again to the digit.
 *
 * @param seed as given to `set.seed`
 * @param order the filled patterns in the order of the package's table
 */
export function sampledAsInR(seed: number, order: readonly number[]): Sampler {
  const places = order.map((pattern) => order.filter((other) => other < pattern).length);
  const random = mersenneTwister(seed);
  let draw: ((total: number) => number[]) | undefined;
  return (total, weights, into) => {
    draw ??= multinomialAsInR(
      random,
      places.map((place) => weights[place]!),
    );
    for (const [at, persons] of draw(total).entries()) into[places[at]!] = persons;
  };
}

/** R's default random numbers: the Mersenne Twister (Matsumoto and Nishimura 1998) as `set.seed(seed)` starts it. */
function mersenneTwister(seed: number): Random {
  let scrambled = seed >>> 0;
  const scramble = (): number => {
    scrambled = (Math.imul(scrambled, 69069) + 1) >>> 0;
    return scrambled;
  };
  for (let at = 0; at < WARM_UP; at++) scramble();
  const state = Uint32Array.from({ length: WORDS }, scramble);
  let at = WORDS;
  const turn = (): void => {
    for (let word = 0; word < WORDS; word++) {
      const joined = (state[word]! & 0x80000000) | (state[(word + 1) % WORDS]! & 0x7fffffff);
      state[word] = state[(word + FAR) % WORDS]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };
  return () => {
    if (at === WORDS) turn();
    let drawn = state[at++]!;
    drawn ^= drawn >>> 11;
    drawn ^= (drawn << 7) & 0x9d2c5680;
    drawn ^= (drawn << 15) & 0xefc60000;
    drawn ^= drawn >>> 18;
    return Math.max((drawn >>> 0) * PER_WORD, PER_WORD / 2);
  };
}

const WORDS = 624;
const FAR = 397;
/** Steps before the state is filled, and one for the place in it, which is not used. */
const WARM_UP = 51;
const PER_WORD = 2 ** -32;

/**
 * Multinomial samples as R draws them: conditional binomials in the order of the weights. What is left of the
 * probability is kept exactly, as R keeps it in longer floating-point numbers than ours: a chance that is one half but for
 * rounding decides whether the sample or its mirror is drawn.
 */
function multinomialAsInR(random: Random, weights: readonly number[]) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => exactly(weight / all));
  let rest = parts.reduce((sum, part) => sum + part, 0n);
  const chances = parts.map((part) => {
    const chance = rest === 0n ? 0 : Number((part << SCALE) / rest) / 2 ** Number(SCALE);
    rest -= part;
    return chance;
  });
  return (total: number): number[] => {
    let left = total;
    return chances.map((chance, at) => {
      const drawn = at + 1 === chances.length || chance >= 1 ? left : binomialAsInR(random, left, chance);
      left -= drawn;
      return drawn;
    });
  };
}

const SCALE = 130n;

/** A double in [0, 1] as a whole number of 2^−120. */
function exactly(value: number): bigint {
  let halvings = 0;
  let whole = value;
  for (; !Number.isInteger(whole); whole *= 2) halvings++;
  return BigInt(whole) << BigInt(120 - halvings);
}

function binomialAsInR(random: Random, trials: number, chance: number): number {
  if (trials === 0 || chance === 0) return 0;
  const rarer = Math.min(chance, 1 - chance);
  const drawn = (trials * rarer < 30 ? inverted : rejected)(random, trials, rarer);
  return chance > 0.5 ? trials - drawn : drawn;
}

function inverted(random: Random, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  for (;;) {
    let left = random();
    let mass = (1 - chance) ** trials;
    for (let k = 0; k <= 110; ) {
      if (left < mass) return k;
      left -= mass;
      k++;
      mass *= (odds * (trials + 1)) / k - odds;
    }
    if (left < mass) return 111;
  }
}

/**
 * Algorithm BTPE (Kachitvichyanukul and Schmeiser 1988): triangle, parallelograms and two exponential tails above the
 * probabilities. The last comparison has all four of Stirling's terms added, as R had it until 2026, where two must be
 * taken away; that touches one draw in some ten thousand.
 */
function rejected(random: Random, trials: number, chance: number): number {
  const other = 1 - chance;
  const centre = trials * chance + chance;
  const mode = Math.trunc(centre);
  const variance = trials * chance * other;
  const half = Math.trunc(2.195 * Math.sqrt(variance) - 4.6 * other) + 0.5;
  const middle = mode + 0.5;
  const left = middle - half;
  const right = middle + half;
  const slope = 0.134 + 20.5 / (15.3 + mode);
  const rate = (ratio: number): number => ratio * (1 + 0.5 * ratio);
  const leftRate = rate((centre - left) / (centre - left * chance));
  const rightRate = rate((right - centre) / (right * other));
  const toSides = half * (1 + slope + slope);
  const toLeft = toSides + slope / leftRate;
  const toRight = toLeft + slope / rightRate;
  const ratio = chance / other;

  const accepted = (k: number, height: number): boolean => {
    const off = Math.abs(k - mode);
    if (off <= 20 || off >= variance / 2 - 1) {
      let share = 1;
      for (let i = mode + 1; i <= k; i++) share *= (ratio * (trials + 1)) / i - ratio;
      for (let i = k + 1; i <= mode; i++) share /= (ratio * (trials + 1)) / i - ratio;
      return height <= share;
    }
    const slack = (off / variance) * ((off * (off / 3 + 0.625) + 1 / 6) / variance + 0.5);
    const parabola = -(off * off) / (2 * variance);
    const log = Math.log(height);
    if (log < parabola - slack) return true;
    if (log > parabola + slack) return false;
    const [a, b, c, d] = [mode + 1, trials + 1 - mode, k + 1, trials + 1 - k];
    return (
      log <=
      middle * Math.log(a / c) +
        (trials - mode + 0.5) * Math.log(b / d) +
        (k - mode) * Math.log((d * chance) / (c * other)) +
        stirling(a) +
        stirling(b) +
        stirling(c) +
        stirling(d)
    );
  };

  for (;;) {
    const u = random() * toRight;
    const v = random();
    if (u <= half) return Math.trunc(middle - half * v + u);
    if (u <= toSides) {
      const at = left + (u - half) / slope;
      const height = v * slope + 1 - Math.abs(middle - at) / half;
      if (height > 0 && height <= 1 && accepted(Math.trunc(at), height)) return Math.trunc(at);
    } else if (u <= toLeft) {
      const k = Math.trunc(left + Math.log(v) / leftRate);
      if (k >= 0 && accepted(k, v * (u - toSides) * leftRate)) return k;
    } else {
      const k = Math.trunc(right - Math.log(v) / rightRate);
      if (k <= trials && accepted(k, v * (u - toLeft) * rightRate)) return k;
    }
  }
}

/** What Stirling's formula leaves out, to machine accuracy from about ten on. */
function stirling(x: number): number {
  const square = x * x;
  return (13860 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
}
