/**
 * PDQ, a perceptual hash of 256 bits for photographs (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm", 2019): blurred and thinned to 64 × 64, the lowest 16 × 16 frequencies of a cosine transform,
 * one bit for each by whether it lies above the median.
 */
export interface PictureHash {
  /** 64 hexadecimal digits, the highest frequencies first, as other tools write it. */
  readonly pdq: string;
  /** The same of the picture turned and mirrored: 90°, 180°, 270°, and each of the four mirrored. */
  readonly turned: readonly string[];
  /** 0 to 100: how much there is to see. Below 50 a match means little: a blank wall is like any other. */
  readonly quality: number;
}

const SIDE = 64;
const BITS = 16;
/** Smaller pictures have no hash. */
const LEAST_SIDE = 5;

/** DCT-II without its constant term: one row a frequency. */
const COSINES = Float64Array.from({ length: BITS * SIDE }, (_, at) => {
  const frequency = Math.floor(at / SIDE) + 1;
  return Math.sqrt(2 / SIDE) * Math.cos((Math.PI / 2 / SIDE) * frequency * (2 * (at % SIDE) + 1));
});

/** @param luminance 0 to 255, row by row; overwritten */
export function pdqOfLuminance(luminance: Float32Array, width: number, height: number): PictureHash {
  if (width < LEAST_SIDE || height < LEAST_SIDE)
    return { pdq: '0'.repeat(64), turned: Array(7).fill('0'.repeat(64)), quality: 0 };
  const small = thinned(luminance, width, height);
  const frequencies = transformed(small);
  return {
    pdq: bitsOf(frequencies, (row, column) => frequencies[row * BITS + column]!),
    turned: TURNS.map((turn) => bitsOf(frequencies, (row, column) => turn(frequencies, row, column))),
    quality: qualityOf(small),
  };
}

/** How many of the 256 bits of two hashes differ; up to 31 they are taken for one picture. */
export function bitsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < 64; at += 8)
    apart += ones(Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16));
  return apart;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Two passes of a moving average, as wide as half of what one of the 64 points stands for, then every so many-th point. */
function thinned(luminance: Float32Array, width: number, height: number): Float32Array {
  const other = new Float32Array(luminance.length);
  const across = Math.floor((width + 2 * SIDE - 1) / (2 * SIDE));
  const down = Math.floor((height + 2 * SIDE - 1) / (2 * SIDE));
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < height; row++) average(luminance, other, row * width, width, 1, across);
    averageDown(other, luminance, width, height, down);
  }
  const small = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    const from = Math.floor(((row + 0.5) * height) / SIDE) * width;
    for (let column = 0; column < SIDE; column++)
      small[row * SIDE + column] = luminance[from + Math.floor(((column + 0.5) * width) / SIDE)]!;
  }
  return small;
}

/** Moving average over one line; narrower at both ends. */
function average(
  from: Float32Array,
  to: Float32Array,
  start: number,
  length: number,
  step: number,
  window: number,
): void {
  const ahead = Math.floor((window + 2) / 2) - 1;
  let sum = 0;
  let count = 0;
  for (let at = 0; at < Math.min(ahead, length); at++, count++) sum += from[start + at * step]!;
  for (let at = 0; at < length; at++) {
    if (at + ahead < length) {
      sum += from[start + (at + ahead) * step]!;
      count++;
    }
    if (at + ahead - window >= 0) {
      sum -= from[start + (at + ahead - window) * step]!;
      count--;
    }
    to[start + at * step] = sum / count;
  }
}

/** The same over all columns at once, row by row, because memory lies in rows. */
function averageDown(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  window: number,
): void {
  const ahead = Math.floor((window + 2) / 2) - 1;
  const sums = new Float64Array(width);
  let count = 0;
  const change = (row: number, sign: 1 | -1): void => {
    const start = row * width;
    for (let column = 0; column < width; column++) sums[column]! += sign * from[start + column]!;
    count += sign;
  };
  for (let row = 0; row < Math.min(ahead, height); row++) change(row, 1);
  for (let row = 0; row < height; row++) {
    if (row + ahead < height) change(row + ahead, 1);
    if (row + ahead - window >= 0) change(row + ahead - window, -1);
    const start = row * width;
    for (let column = 0; column < width; column++) to[start + column] = sums[column]! / count;
  }
}

/** Sum of the steps between neighbours, in hundredths of the whole range. */
function qualityOf(small: Float32Array): number {
  let sum = 0;
  const step = (a: number, b: number): void => {
    sum += Math.abs(Math.trunc(((small[a]! - small[b]!) * 100) / 255));
  };
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      const at = row * SIDE + column;
      if (row + 1 < SIDE) step(at, at + SIDE);
      if (column + 1 < SIDE) step(at, at + 1);
    }
  return Math.min(100, Math.floor(sum / 90));
}

/** Frequencies down × frequencies across, 16 × 16. */
function transformed(small: Float32Array): Float64Array {
  const half = new Float64Array(BITS * SIDE);
  for (let row = 0; row < BITS; row++)
    for (let column = 0; column < SIDE; column++) {
      let sum = 0;
      for (let at = 0; at < SIDE; at++) sum += COSINES[row * SIDE + at]! * small[at * SIDE + column]!;
      half[row * SIDE + column] = sum;
    }
  const whole = new Float64Array(BITS * BITS);
  for (let row = 0; row < BITS; row++)
    for (let column = 0; column < BITS; column++) {
      let sum = 0;
      for (let at = 0; at < SIDE; at++) sum += half[row * SIDE + at]! * COSINES[column * SIDE + at]!;
      whole[row * BITS + column] = sum;
    }
  return whole;
}

type Turn = (frequencies: Float64Array, row: number, column: number) => number;
/** A mirror changes the sign of every odd wave along its axis; a quarter turn changes rows for columns as well. */
const wave = (place: number): 1 | -1 => (place % 2 === 0 ? -1 : 1);
const upright: Turn = (all, row, column) => all[row * BITS + column]!;
const across: Turn = (all, row, column) => all[column * BITS + row]!;
const TURNS: readonly Turn[] = [
  (all, row, column) => wave(column) * across(all, row, column),
  (all, row, column) => wave(row) * wave(column) * upright(all, row, column),
  (all, row, column) => wave(row) * across(all, row, column),
  (all, row, column) => wave(row) * upright(all, row, column),
  (all, row, column) => wave(column) * upright(all, row, column),
  across,
  (all, row, column) => wave(row) * wave(column) * across(all, row, column),
];

function bitsOf(frequencies: Float64Array, at: (row: number, column: number) => number): string {
  const values = new Float64Array(frequencies.length);
  for (let row = 0; row < BITS; row++)
    for (let column = 0; column < BITS; column++) values[row * BITS + column] = at(row, column);
  const median = values.toSorted()[values.length / 2 - 1]!;
  const words: string[] = [];
  for (let row = BITS - 1; row >= 0; row--) {
    let word = 0;
    for (let column = 0; column < BITS; column++)
      if (values[row * BITS + column]! > median) word |= 1 << column;
    words.push(word.toString(16).padStart(4, '0'));
  }
  return words.join('');
}
