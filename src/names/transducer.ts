import { MAX_TOKEN_LETTERS } from './limits.ts';

/**
 * The steps that an alignment can take: letters on the left, letters on the right. Two letters on the left meet at most
 * one on the right (تش with c); longer steps learn whole syllables and add parameters without better ranks.
 */
export const STEPS: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 0],
  [2, 1],
];

/** What stands before a step on the right: the word's start, a vowel, a consonant. */
export const CONTEXTS = 3;
export const contextOf = (letter: string | undefined): number =>
  letter === undefined ? 0 : 'aeiouy'.includes(letter) ? 1 : 2;

/** A step of an alignment and its expected counts: not ending the word in each context, then ending it in each. */
export interface TransducerUnit {
  readonly left: string;
  readonly right: string;
  readonly counts: readonly number[];
}

/** A joint model of two spellings of one name; see `transducer-training.ts` for how it is learned. */
export interface TransducerModel {
  readonly left: string;
  readonly right: string;
  /** How many observations the context-free distribution counts for in each context. */
  readonly backoff: number;
  readonly units: readonly TransducerUnit[];
}

/** Slots of a unit: each context inside the word, then each context at its end. */
export const SLOTS = 2 * CONTEXTS;
/** Probability of a step that was never met, for steps of at most one letter on each side. */
const UNSEEN = 2e-6;

/** A way to align the words that is this much less likely than its best rival so far is not followed. */
const HOPELESS = 1e-12;
/** Stands for the log of no probability at all. */
const NO_PROBABILITY = 1e-300;
/** About what one more letter on the left costs. */
const ONE_ROW = 0.01;

/** A word made ready for many comparisons: for each place and step size the row or column in the model, or −1. */
export interface PreparedWord {
  readonly letters: string;
  readonly length: number;
  readonly chunks: Int16Array;
  readonly contexts: Uint8Array;
  /** Log probability of the word by itself, under the model's own account of its side. */
  readonly logAlone: number;
  /** For each place, the most that all alignments of the letters from there on have in sum, whatever they meet. */
  readonly mostAfter: Float64Array;
}

/** Which letters met, and the step's cost: −log of its probability given the letters on the left, natural. */
export interface AlignmentStep {
  readonly a: string;
  readonly b: string;
  readonly cost: number;
}

/** A model opened for scoring. Scoring allocates nothing. */
export interface Transducer {
  readonly model: TransducerModel;
  /** Non-zero counts of the model. */
  readonly parameters: number;
  left(word: string): PreparedWord;
  right(word: string): PreparedWord;
  /**
   * Natural log of P(left, right), summed over all alignments. What is certainly below `least` is given up early and
   * told as hardly anything: most words have nothing in common, and that shows after a few letters.
   */
  logJoint(left: PreparedWord, right: PreparedWord, least?: number): number;
  /** The likeliest alignment. */
  align(left: PreparedWord, right: PreparedWord): AlignmentStep[];
}

export function openTransducer(learned: TransducerModel): Transducer {
  const model = withDoubled(learned);
  const rows = rowsOf(
    model.left,
    model.units.map((unit) => unit.left),
  );
  const columns = rowsOf(
    model.right,
    model.units.map((unit) => unit.right),
  );
  const width = columns.size;
  /** Start of the unit's slots in `probability`; 0 is a unit of nothing. */
  // Half the width keeps the table in the nearer cache.
  const slotsAt = new (model.units.length * SLOTS < 32_000 ? Int16Array : Int32Array)(rows.size * width);
  model.units.forEach((unit, index) => {
    slotsAt[rows.get(unit.left)! * width + columns.get(unit.right)!] = (index + 1) * SLOTS;
  });
  const probability = Float32Array.from(probabilities(model));
  const mostLeft = mostOfSteps(model, probability, rows, 'left');
  const mostRight = mostOfSteps(model, probability, columns, 'right');
  const aloneLeft = marginals(model, probability, rows, 'left');
  const aloneRight = marginals(model, probability, columns, 'right');
  const grid = new Float64Array((MAX_TOKEN_LETTERS + 1) ** 2);

  const step = (row: number, column: number, slot: number): number =>
    row < 0 || column < 0 ? 0 : probability[slotsAt[row * width + column]! + slot]!;

  const logJoint = (a: PreparedWord, b: PreparedWord, least = Number.NEGATIVE_INFINITY): number => {
    const needed = Math.exp(least);
    const n = a.length;
    const m = b.length;
    const line = m + 1;
    const rowAt = a.chunks;
    const columnAt = b.chunks;
    const contexts = b.contexts;
    grid.fill(0, 0, (n + 1) * line);
    grid[0] = 1;
    let most = 0;
    for (let i = 0; i <= n; i++) {
      const row1 = i < n ? rowAt[2 * i]! : -1;
      const row2 = i + 1 < n ? rowAt[2 * i + 1]! : -1;
      const end0 = i === n ? CONTEXTS : 0;
      const end1 = i + 1 === n ? CONTEXTS : 0;
      const end2 = i + 2 === n ? CONTEXTS : 0;
      most *= ONE_ROW;
      for (let j = 0; j <= m; j++) {
        const at = i * line + j;
        const here = grid[at]!;
        if (here > most) most = here;
        if (here <= most * HOPELESS) continue;
        const context = contexts[j]!;
        const atEnd = j === m;
        if (row1 >= 0) {
          const base = row1 * width;
          grid[at + line]! += here * (probability[slotsAt[base]! + context + (atEnd ? end1 : 0)]! + UNSEEN);
          if (!atEnd) {
            const column1 = columnAt[3 * j]!;
            const last1 = j + 1 === m;
            grid[at + line + 1]! +=
              here * (probability[slotsAt[base + column1]! + context + (last1 ? end1 : 0)]! + UNSEEN);
            if (!last1) {
              const column2 = columnAt[3 * j + 1]!;
              const last2 = j + 2 === m;
              if (column2 >= 0) {
                const unit = slotsAt[base + column2]!;
                if (unit > 0)
                  grid[at + line + 2]! += here * probability[unit + context + (last2 ? end1 : 0)]!;
              }
              if (!last2) {
                const column3 = columnAt[3 * j + 2]!;
                if (column3 >= 0) {
                  const unit = slotsAt[base + column3]!;
                  if (unit > 0)
                    grid[at + line + 3]! += here * probability[unit + context + (j + 3 === m ? end1 : 0)]!;
                }
              }
            }
          }
        }
        if (row2 >= 0) {
          const base = row2 * width;
          const none = slotsAt[base]!;
          if (none > 0) grid[at + 2 * line]! += here * probability[none + context + (atEnd ? end2 : 0)]!;
          if (!atEnd) {
            const unit = slotsAt[base + columnAt[3 * j]!]!;
            if (unit > 0)
              grid[at + 2 * line + 1]! += here * probability[unit + context + (j + 1 === m ? end2 : 0)]!;
          }
        }
        if (!atEnd) {
          grid[at + 1]! +=
            here * (probability[slotsAt[columnAt[3 * j]!]! + context + (j + 1 === m ? end0 : 0)]! + UNSEEN);
          if (j + 1 < m) {
            const column2 = columnAt[3 * j + 1]!;
            if (column2 >= 0)
              grid[at + 2]! += here * probability[slotsAt[column2]! + context + (j + 2 === m ? end0 : 0)]!;
          }
        }
      }
      if (needed > 0 && i < n && stillPossible(i, a, b) < needed) return Math.log(NO_PROBABILITY);
    }
    return Math.log(grid[n * line + m]! + NO_PROBABILITY);
  };

  /** What all alignments can still have in sum once row i of the grid is done: each goes on from one of the next two. */
  const stillPossible = (i: number, a: PreparedWord, b: PreparedWord): number => {
    const line = b.length + 1;
    const below = (i + 1) * line;
    const after1 = a.mostAfter[i + 1]!;
    const after2 = i + 2 <= a.length ? a.mostAfter[i + 2]! : 0;
    let sum = 0;
    for (let j = 0; j < line; j++) {
      const after = b.mostAfter[j]!;
      sum += grid[below + j]! * (after1 < after ? after1 : after);
      if (after2 > 0) sum += grid[below + line + j]! * (after2 < after ? after2 : after);
    }
    return sum;
  };

  const chunkAt = (word: PreparedWord, most: number, at: number, size: number): number =>
    size === 0 ? 0 : word.chunks[at * most + size - 1]!;

  const align = (a: PreparedWord, b: PreparedWord): AlignmentStep[] => {
    const line = b.length + 1;
    const best = new Float64Array((a.length + 1) * line);
    const came = new Int8Array(best.length).fill(-1);
    best[0] = 1;
    for (let i = 0; i <= a.length; i++)
      for (let j = 0; j <= b.length; j++)
        STEPS.forEach(([di, dj], index) => {
          const to = (i + di) * line + j + dj;
          if (i + di > a.length || j + dj > b.length || best[i * line + j] === 0) return;
          const slot = b.contexts[j]! + (i + di === a.length && j + dj === b.length ? CONTEXTS : 0);
          const p =
            step(chunkAt(a, 2, i, di), chunkAt(b, 3, j, dj), slot) + (di <= 1 && dj <= 1 ? UNSEEN : 0);
          if (best[i * line + j]! * p > best[to]!) {
            best[to] = best[i * line + j]! * p;
            came[to] = index;
          }
        });
    const steps: AlignmentStep[] = [];
    for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
      const [di, dj] = STEPS[came[i * line + j]!] ?? [Math.min(1, i), Math.min(1, j)];
      const p = best[i * line + j]! / best[(i - di) * line + j - dj]!;
      const row = chunkAt(a, 2, i - di, di);
      const slot = b.contexts[j - dj]! + (i === a.length && j === b.length ? CONTEXTS : 0);
      const given = di === 0 ? 1 : Math.max(p, row < 0 ? 0 : aloneLeft[row * SLOTS + slot]!);
      steps.unshift({
        a: a.letters.slice(i - di, i),
        b: b.letters.slice(j - dj, j),
        cost: -Math.log(p / given),
      });
      i -= di;
      j -= dj;
    }
    return steps;
  };

  return {
    model: learned,
    parameters: learned.units.reduce((sum, unit) => sum + unit.counts.filter((count) => count > 0).length, 0),
    left: (word) => prepare(model.left, rows, 2, word, aloneLeft, mostLeft),
    right: (word) => prepare(model.right, columns, 3, word, aloneRight, mostRight),
    logJoint,
    align,
  };
}

/** What a letter meets it may meet doubled, if only rarely: ض with dd was never seen, ض with d often. */
const DOUBLED_SHARE = 0.05;

function withDoubled(model: TransducerModel): TransducerModel {
  const known = new Set(model.units.map((unit) => `${unit.left}|${unit.right}`));
  const doubled = model.units
    .filter(({ left, right }) => left.length === 1 && right.length === 1 && contextOf(right) === 2)
    .filter(({ left, right }) => !known.has(`${left}|${right}${right}`))
    .map(({ left, right, counts }) => ({
      left,
      right: right + right,
      counts: counts.map((count) => count * DOUBLED_SHARE),
    }));
  return { ...model, units: [...model.units, ...doubled] };
}

function rowsOf(letters: string, chunks: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>([['', 0]]);
  for (const chunk of [...letters, ...chunks]) if (!rows.has(chunk)) rows.set(chunk, rows.size);
  return rows;
}

function prepare(
  alphabet: string,
  rows: ReadonlyMap<string, number>,
  most: number,
  word: string,
  alone: Float64Array,
  steps: Float64Array,
): PreparedWord {
  let letters = '';
  for (const letter of word)
    if (letters.length < MAX_TOKEN_LETTERS && alphabet.includes(letter)) letters += letter;
  const chunks = new Int16Array(letters.length * most).fill(-1);
  const contexts = new Uint8Array(letters.length + 1);
  for (let at = 0; at <= letters.length; at++) {
    contexts[at] = contextOf(letters[at - 1]);
    for (let size = 1; size <= most && at + size <= letters.length; size++)
      chunks[at * most + size - 1] = rows.get(letters.slice(at, at + size)) ?? -1;
  }
  return {
    letters,
    length: letters.length,
    chunks,
    contexts,
    logAlone: logMarginal(letters, chunks, most, contexts, alone),
    mostAfter: mostAfterEach(letters.length, chunks, most, steps),
  };
}

/** The maximum likelihood of each slot, drawn towards the context-free distribution. Unit 0 is of nothing. */
export function probabilities(model: TransducerModel): Float64Array {
  const { units, backoff } = model;
  const probability = new Float64Array((units.length + 1) * SLOTS);
  const inContext = new Float64Array(CONTEXTS);
  for (const unit of units)
    unit.counts.forEach((count, slot) => {
      inContext[slot % CONTEXTS]! += count;
    });
  const all = Math.max(1, inContext[0]! + inContext[1]! + inContext[2]!);
  units.forEach((unit, index) => {
    for (const final of [0, CONTEXTS]) {
      const anywhere = unit.counts[final]! + unit.counts[final + 1]! + unit.counts[final + 2]!;
      for (let context = 0; context < CONTEXTS; context++)
        probability[(index + 1) * SLOTS + final + context] =
          (unit.counts[final + context]! + (backoff * anywhere) / all) / (inContext[context]! + backoff);
    }
  });
  return probability;
}

/**
 * The most that the steps of each chunk of one side can have in sum from any one place: the likeliest step of each size
 * on the other side, in whatever context.
 */
function mostOfSteps(
  model: TransducerModel,
  probability: Float32Array,
  rows: ReadonlyMap<string, number>,
  side: 'left' | 'right',
): Float64Array {
  const sizes = 4;
  const likeliest = new Float64Array(rows.size * sizes);
  model.units.forEach((unit, index) => {
    const other = side === 'left' ? unit.right : unit.left;
    const at = rows.get(unit[side])! * sizes + other.length;
    const slots = probability.subarray((index + 1) * SLOTS, (index + 2) * SLOTS);
    likeliest[at] = Math.max(likeliest[at]!, ...slots);
  });
  return Float64Array.from({ length: rows.size }, (_, row) => {
    const bySize = likeliest.subarray(row * sizes, (row + 1) * sizes);
    return bySize.reduce((sum, most) => sum + most, 2 * UNSEEN);
  });
}

/** See `PreparedWord.mostAfter`. Steps that take no letter of this side may stand before each, in any number. */
function mostAfterEach(length: number, chunks: Int16Array, most: number, steps: Float64Array): Float64Array {
  const after = new Float64Array(length + 1);
  const without = 1 / (1 - Math.min(0.99, steps[0]!));
  after[length] = without;
  for (let at = length - 1; at >= 0; at--) {
    let sum = 0;
    for (let size = 1; size <= most && at + size <= length; size++) {
      const row = chunks[at * most + size - 1]!;
      if (row >= 0) sum += steps[row]! * after[at + size]!;
    }
    after[at] = sum * without;
  }
  return after;
}

/** Probability of each chunk of one side, whatever stands on the other. */
function marginals(
  model: TransducerModel,
  probability: Float32Array,
  rows: ReadonlyMap<string, number>,
  side: 'left' | 'right',
): Float64Array {
  const alone = new Float64Array(rows.size * SLOTS);
  model.units.forEach((unit, index) => {
    const row = rows.get(unit[side])!;
    for (let slot = 0; slot < SLOTS; slot++)
      alone[row * SLOTS + slot]! += probability[(index + 1) * SLOTS + slot]!;
  });
  alone.subarray(SLOTS).forEach((_, at, tail) => {
    tail[at]! += UNSEEN;
  });
  return alone;
}

/**
 * log of the summed probability of all ways to write the word in chunks. Empty chunks may stand anywhere: each place
 * is left only after a geometric number of them.
 */
function logMarginal(
  letters: string,
  chunks: Int16Array,
  most: number,
  contexts: Uint8Array,
  alone: Float64Array,
): number {
  const length = letters.length;
  const forward = new Float64Array(length + 1);
  forward[0] = 1;
  const last = contexts[length]!;
  for (let at = 0; at < length; at++) {
    const context = contexts[at]!;
    const reached = forward[at]! / (1 - Math.min(0.9, alone[context]!));
    for (let size = 1; size <= most && at + size <= length; size++) {
      const row = chunks[at * most + size - 1]!;
      if (row < 0) continue;
      const inside = alone[row * SLOTS + context]!;
      if (at + size < length) forward[at + size]! += reached * inside;
      else {
        const tail = alone[CONTEXTS + last]! / (1 - Math.min(0.9, alone[last]!));
        forward[length]! += reached * (alone[row * SLOTS + CONTEXTS + context]! + inside * tail);
      }
    }
  }
  return Math.log(forward[length]! + 1e-300);
}

/**
 * Cost of a meeting in nats a letter, both ways together: about 0.8 for usual spellings, above 2 for strange ones. What
 * costs more than `most` may be told as costing far more.
 */
export function meetingCost(
  transducer: Transducer,
  left: PreparedWord,
  right: PreparedWord,
  most = Number.POSITIVE_INFINITY,
): number {
  const letters = Math.max(1, left.length + right.length);
  const alone = left.logAlone + right.logAlone;
  return (alone - 2 * transducer.logJoint(left, right, (alone - most * letters) / 2)) / letters;
}
