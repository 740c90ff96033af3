import { MAX_TOKEN_LETTERS } from './limits.ts';
import { chunksOf, marginals, mostOfSteps, type PreparedWord, prepare } from './prepared-word.ts';
import {
  CONTEXTS,
  probabilities,
  SLOTS,
  STEPS,
  type TransducerModel,
  UNSEEN,
  withDoubled,
} from './transducer-model.ts';

/** A way to align the words that is this much less likely than its best rival so far is not followed. */
const HOPELESS = 1e-12;
/** Stands for the log of no probability at all. */
const NO_PROBABILITY = 1e-300;
/** About what one more letter on the left costs. */
const ONE_ROW = 0.01;

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
  const rows = chunksOf(
    model.left,
    model.units.map((unit) => unit.left),
  );
  const columns = chunksOf(
    model.right,
    model.units.map((unit) => unit.right),
  );
  const width = columns.size;
  /** Start of the unit's slots in `probability`; 0 is a unit of nothing. */
  // Half the width keeps the table in the nearer cache.
  const slotsAt = new (model.units.length * SLOTS < 32_000 ? Int16Array : Int32Array)(rows.size * width);
  model.units.forEach((unit, index) => {
    slotsAt[rows.row(unit.left)! * width + columns.row(unit.right)!] = (index + 1) * SLOTS;
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
    left: (word) => prepare(rows, 2, word, aloneLeft, mostLeft),
    right: (word) => prepare(columns, 3, word, aloneRight, mostRight),
    logJoint,
    align,
  };
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
