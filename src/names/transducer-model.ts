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
export const UNSEEN = 2e-6;

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

/** What a letter meets it may meet doubled, if only rarely: ض with dd was never seen, ض with d often. */
const DOUBLED_SHARE = 0.05;

export function withDoubled(model: TransducerModel): TransducerModel {
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
