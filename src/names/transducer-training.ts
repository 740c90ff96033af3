import { MAX_TOKEN_LETTERS } from './limits.ts';
import {
  CONTEXTS,
  contextOf,
  probabilities,
  SLOTS,
  STEPS,
  type TransducerModel,
} from './transducer-model.ts';

/** One pair of spellings of one name, in the letters of the two sides, and how much it counts. */
export interface SpellingPair {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
}

export interface TrainingOptions {
  readonly rounds?: number;
  /** A unit expected less often than this is forgotten in the last round. */
  readonly keepAbove?: number;
  /** How many observations the context-free distribution counts for in each context. */
  readonly backoff?: number;
  /** Natural log-odds that a pair of the data is a pair at all, before its letters are looked at. */
  readonly trust?: number;
  readonly onRound?: (round: number, logLikelihood: number) => void;
}

/**
 * Learns a joint many-to-many transducer by expectation maximisation: a name in two spellings is a sequence of units,
 * each some letters on the left with some on the right ({@link STEPS}), drawn given the class of the right letter
 * before (start, vowel, consonant) and marked where it ends the word. After Jiampojamarn, Kondrak and Sherif (NAACL
 * 2007) and the joint sequence models of Bisani and Ney (Speech Communication 2008).
 *
 * Mined pairs are partly wrong (محمد with a place name): from the third round on each counts by the odds that it is no
 * chance meeting of two unrelated words. The result depends on the pairs alone, not on chance or order of threads.
 */
export function trainTransducer(
  left: string,
  right: string,
  pairs: readonly SpellingPair[],
  options: TrainingOptions = {},
): TransducerModel {
  const { rounds = 8, keepAbove = 5, backoff = 20, trust = 3, onRound } = options;
  const words = pairs
    .map((pair) => ({ a: lettersOf(left, pair.left), b: lettersOf(right, pair.right), weight: pair.weight }))
    .filter(({ a, b }) => a.length > 0 && b.length > 0);
  const chance = {
    a: letterCosts(words.map((word) => word.a)),
    b: letterCosts(words.map((word) => word.b)),
  };

  const lattice = latticeOf(words);
  const size = lattice.units.length;
  let probability: Float64Array = new Float64Array((size + 1) * SLOTS);
  // At first a step costs the same for every letter in it, so that long steps have no advantage.
  lattice.units.forEach((unit, index) => {
    probability.fill(
      0.005 ** (unit.left.length + unit.right.length),
      (index + 1) * SLOTS,
      (index + 2) * SLOTS,
    );
  });

  let counts = new Float64Array(0);
  const alpha = new Float64Array((MAX_TOKEN_LETTERS + 1) ** 2);
  const beta = new Float64Array(alpha.length);
  const { from, to, slot, starts } = lattice;
  for (let round = 1; round <= rounds; round++) {
    counts = new Float64Array((size + 1) * SLOTS);
    let logLikelihood = 0;
    for (const [index, { a, b, weight }] of words.entries()) {
      const cells = (a.length + 1) * (b.length + 1);
      const first = starts[index]!;
      const end = starts[index + 1]!;
      alpha.fill(0, 0, cells);
      beta.fill(0, 0, cells);
      alpha[0] = 1;
      beta[cells - 1] = 1;
      for (let arc = first; arc < end; arc++)
        alpha[to[arc]!]! += alpha[from[arc]!]! * probability[slot[arc]!]!;
      const z = alpha[cells - 1]!;
      if (z < 1e-290) continue;
      for (let arc = end - 1; arc >= first; arc--)
        beta[from[arc]!]! += probability[slot[arc]!]! * beta[to[arc]!]!;
      const odds = round < 3 ? 50 : Math.log(z) + costOf(a, chance.a) + costOf(b, chance.b) + trust;
      const share = weight / (1 + Math.exp(-odds));
      logLikelihood += share * Math.log(z);
      const scale = share / z;
      for (let arc = first; arc < end; arc++)
        counts[slot[arc]!]! += scale * alpha[from[arc]!]! * probability[slot[arc]!]! * beta[to[arc]!]!;
    }
    onRound?.(round, logLikelihood);
    const floor = round === rounds ? keepAbove : 0.05;
    for (let unit = 1; unit <= size; unit++)
      if (sum(counts.subarray(unit * SLOTS, (unit + 1) * SLOTS)) < floor)
        counts.fill(0, unit * SLOTS, (unit + 1) * SLOTS);
    probability = probabilities(modelOf(left, right, backoff, lattice.units, counts, exactly));
    forgetImpossible(lattice, probability);
  }
  const model = modelOf(left, right, backoff, lattice.units, counts, toTenths);
  const kept = model.units.filter((unit) => sum(unit.counts) >= keepAbove);
  return { ...model, units: kept.sort((a, b) => sum(b.counts) - sum(a.counts)) };
}

const exactly = (count: number): number => count;
const toTenths = (count: number): number => Math.round(count * 10) / 10;

function modelOf(
  left: string,
  right: string,
  backoff: number,
  units: readonly Unit[],
  counts: Float64Array,
  round: (count: number) => number,
): TransducerModel {
  return {
    left,
    right,
    backoff,
    units: units.map((unit, index) => ({
      ...unit,
      counts: Array.from(counts.subarray((index + 1) * SLOTS, (index + 2) * SLOTS), round),
    })),
  };
}

interface Unit {
  readonly left: string;
  readonly right: string;
}

/** Every step of every pair, pair after pair, each in an order in which a cell is complete when it is left. */
interface Lattice {
  readonly units: readonly Unit[];
  /** The arcs of pair `n` are `starts[n] … starts[n + 1] − 1`. */
  readonly starts: Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Unit · SLOTS + slot; units are numbered from 1. */
  readonly slot: Uint32Array;
}

function latticeOf(words: readonly { a: string; b: string }[]): Lattice {
  const units: Unit[] = [];
  const known = new Map<string, number>();
  const starts = new Uint32Array(words.length + 1);
  let room = 1 << 20;
  let from = new Uint16Array(room);
  let to = new Uint16Array(room);
  let slot = new Uint32Array(room);
  let arcs = 0;
  for (const [index, { a, b }] of words.entries()) {
    const line = b.length + 1;
    if (arcs + (a.length + 1) * line * STEPS.length > room) {
      room *= 2;
      from = grown(from, new Uint16Array(room));
      to = grown(to, new Uint16Array(room));
      slot = grown(slot, new Uint32Array(room));
    }
    for (let i = 0; i <= a.length; i++)
      for (let j = 0; j <= b.length; j++)
        for (const [di, dj] of STEPS) {
          if (i + di > a.length || j + dj > b.length) continue;
          const key = `${a.slice(i, i + di)}|${b.slice(j, j + dj)}`;
          let unit = known.get(key);
          if (unit === undefined) {
            unit = units.push({ left: a.slice(i, i + di), right: b.slice(j, j + dj) });
            known.set(key, unit);
          }
          const ending = i + di === a.length && j + dj === b.length ? CONTEXTS : 0;
          from[arcs] = i * line + j;
          to[arcs] = (i + di) * line + j + dj;
          slot[arcs] = unit * SLOTS + ending + contextOf(b[j - 1]);
          arcs++;
        }
    starts[index + 1] = arcs;
  }
  return { units, starts, from, to, slot };
}

/** Takes out the arcs whose unit has gone, in place: most of them after two rounds. */
function forgetImpossible({ starts, from, to, slot }: Lattice, probability: Float64Array): void {
  let kept = 0;
  let first = 0;
  for (let pair = 0; pair + 1 < starts.length; pair++) {
    const end = starts[pair + 1]!;
    starts[pair] = kept;
    for (let arc = first; arc < end; arc++) {
      if (probability[slot[arc]!] === 0) continue;
      from[kept] = from[arc]!;
      to[kept] = to[arc]!;
      slot[kept++] = slot[arc]!;
    }
    first = end;
  }
  starts[starts.length - 1] = kept;
}

function grown<T extends Uint16Array | Uint32Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}

function lettersOf(alphabet: string, word: string): string {
  let letters = '';
  for (const letter of word)
    if (letters.length < MAX_TOKEN_LETTERS && alphabet.includes(letter)) letters += letter;
  return letters;
}

/** −log of each letter's share among all letters and word ends: what a word costs when nothing explains it. */
function letterCosts(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let all = words.length;
  for (const word of words)
    for (const letter of word) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
      all++;
    }
  return new Map([...counts].map(([letter, count]) => [letter, -Math.log(count / all)]));
}

/** 2 is about the cost of the word's end. */
function costOf(word: string, costs: ReadonlyMap<string, number>): number {
  let cost = 2;
  for (const letter of word) cost += costs.get(letter)!;
  return cost;
}

const sum = (counts: ArrayLike<number>): number => {
  let total = 0;
  for (let at = 0; at < counts.length; at++) total += counts[at]!;
  return total;
};
