import { MAX_TOKEN_LETTERS } from './limits.ts';
import { CONTEXTS, contextOf, SLOTS, type TransducerModel, UNSEEN } from './transducer-model.ts';

/** A word made ready for many comparisons: for each place and step size the row or column in the model, or −1. */
export interface PreparedWord {
  readonly letters: string;
  readonly length: number;
  readonly chunks: readonly number[];
  readonly contexts: readonly number[];
  /** Log probability of the word by itself, under the model's own account of its side. */
  readonly logAlone: number;
  /** For each place, the most that all alignments of the letters from there on have in sum, whatever they meet. */
  readonly mostAfter: readonly number[];
}

export function rowsOf(letters: string, chunks: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>([['', 0]]);
  for (const chunk of [...letters, ...chunks]) if (!rows.has(chunk)) rows.set(chunk, rows.size);
  return rows;
}

export function prepare(
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
  // Plain arrays, since words are short: a typed one costs more to make than what it holds.
  const chunks: number[] = [];
  const contexts: number[] = [];
  for (let at = 0; at <= letters.length; at++) {
    contexts.push(contextOf(letters[at - 1]));
    if (at < letters.length)
      for (let size = 1; size <= most; size++)
        chunks.push(at + size <= letters.length ? (rows.get(letters.slice(at, at + size)) ?? -1) : -1);
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

/**
 * The most that the steps of each chunk of one side can have in sum from any one place: the likeliest step of each size
 * on the other side, in whatever context.
 */
export function mostOfSteps(
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
function mostAfterEach(
  length: number,
  chunks: readonly number[],
  most: number,
  steps: Float64Array,
): readonly number[] {
  const after: number[] = [];
  for (let at = 0; at <= length; at++) after.push(0.5);
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
export function marginals(
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
  chunks: readonly number[],
  most: number,
  contexts: readonly number[],
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
