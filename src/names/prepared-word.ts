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

/** The chunks of letters that one side of a model knows, read letter by letter. */
export interface Chunks {
  /** How many, with the chunk of no letters. */
  readonly size: number;
  row(chunk: string): number | undefined;
  /** Of a UTF-16 unit its letter, from 0; −1 where the model does not know it. */
  letterOf(unit: number): number;
  /** `steps[node * letters + letter]` is the node that a letter leads to, 0 is none and where all chunks begin. */
  readonly steps: Int16Array;
  readonly letters: number;
  /** The row of each node, −1 where there it is no chunk. */
  readonly rowOf: Int16Array;
}

export function chunksOf(alphabet: string, chunks: readonly string[]): Chunks {
  const rows = new Map<string, number>([['', 0]]);
  for (const chunk of [...alphabet, ...chunks]) if (!rows.has(chunk)) rows.set(chunk, rows.size);
  const nodes = new Map<string, number>([['', 0]]);
  for (const chunk of rows.keys())
    for (let end = 1; end <= chunk.length; end++)
      if (!nodes.has(chunk.slice(0, end))) nodes.set(chunk.slice(0, end), nodes.size);
  const first = Math.min(...Array.from(alphabet, (letter) => letter.charCodeAt(0)));
  const last = Math.max(...Array.from(alphabet, (letter) => letter.charCodeAt(0)));
  const places = Int16Array.from({ length: last - first + 1 }, (_, at) =>
    alphabet.indexOf(String.fromCharCode(first + at)),
  );
  const steps = new Int16Array(nodes.size * alphabet.length);
  const rowOf = new Int16Array(nodes.size);
  for (const [text, node] of nodes) {
    rowOf[node] = rows.get(text) ?? -1;
    if (text !== '')
      steps[nodes.get(text.slice(0, -1))! * alphabet.length + alphabet.indexOf(text.at(-1)!)] = node;
  }
  return {
    size: rows.size,
    row: (chunk) => rows.get(chunk),
    letterOf: (unit) => (unit < first || unit > last ? -1 : places[unit - first]!),
    steps,
    letters: alphabet.length,
    rowOf,
  };
}

export function prepare(
  { letterOf, steps: next, letters: width, rowOf }: Chunks,
  most: number,
  word: string,
  alone: Float64Array,
  steps: Float64Array,
): PreparedWord {
  let letters = '';
  // Plain arrays, since words are short: a typed one costs more to make than what it holds.
  const places: number[] = [];
  for (let at = 0; at < word.length && places.length < MAX_TOKEN_LETTERS; at++) {
    const place = letterOf(word.charCodeAt(at));
    if (place < 0) continue;
    places.push(place);
    letters += word[at]!;
  }
  const chunks: number[] = [];
  const contexts: number[] = [];
  for (let at = 0; at <= places.length; at++) {
    contexts.push(contextOf(letters[at - 1]));
    if (at === places.length) break;
    let node = 0;
    for (let size = 0; size < most; size++) {
      node =
        at + size < places.length && (size === 0 || node > 0) ? next[node * width + places[at + size]!]! : 0;
      chunks.push(node > 0 ? rowOf[node]! : -1);
    }
  }
  return new Word(letters, chunks, contexts, mostAfterEach(letters.length, chunks, most, steps), most, alone);
}

/** What it is by itself is asked of few. */
class Word implements PreparedWord {
  readonly letters: string;
  readonly length: number;
  readonly chunks: readonly number[];
  readonly contexts: readonly number[];
  readonly mostAfter: readonly number[];
  readonly #most: number;
  readonly #alone: Float64Array;
  #logAlone = 0;

  constructor(
    letters: string,
    chunks: readonly number[],
    contexts: readonly number[],
    mostAfter: readonly number[],
    most: number,
    alone: Float64Array,
  ) {
    this.letters = letters;
    this.length = letters.length;
    this.chunks = chunks;
    this.contexts = contexts;
    this.mostAfter = mostAfter;
    this.#most = most;
    this.#alone = alone;
  }

  get logAlone(): number {
    if (this.#logAlone === 0)
      this.#logAlone = logMarginal(this.letters, this.chunks, this.#most, this.contexts, this.#alone);
    return this.#logAlone;
  }
}

/**
 * The most that the steps of each chunk of one side can have in sum from any one place: the likeliest step of each size
 * on the other side, in whatever context.
 */
export function mostOfSteps(
  model: TransducerModel,
  probability: Float32Array,
  rows: Chunks,
  side: 'left' | 'right',
): Float64Array {
  const sizes = 4;
  const likeliest = new Float64Array(rows.size * sizes);
  model.units.forEach((unit, index) => {
    const other = side === 'left' ? unit.right : unit.left;
    const at = rows.row(unit[side])! * sizes + other.length;
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
  rows: Chunks,
  side: 'left' | 'right',
): Float64Array {
  const alone = new Float64Array(rows.size * SLOTS);
  model.units.forEach((unit, index) => {
    const row = rows.row(unit[side])!;
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
