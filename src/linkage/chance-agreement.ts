import { type Comparison, MISSING, type Part, type Rarity } from './levels.ts';

const SAMPLED_PAIRS = 300_000;
const LEAST_CHANCE = 1e-6;

/** How many pairs of rows drawn evenly, and in a fixed order, show each level; by comparison and level. */
export function sampleLevels(rowCount: number, comparisons: readonly Comparison[]): Float64Array[] {
  const seen = comparisons.map((comparison) => new Float64Array(comparison.levels.length));
  const { first, second } = evenPairs(rowCount, SAMPLED_PAIRS);
  comparisons.forEach((comparison, c) => {
    const own = seen[c]!;
    for (let pair = 0; pair < first.length; pair++) {
      const level = comparison.level(first[pair]!, second[pair]!);
      if (level !== MISSING) own[level]!++;
    }
  });
  return seen;
}

/**
 * How often two rows of different persons agree at each level: u of Fellegi and Sunter. Equal values are reckoned from
 * the shares of the values; the likenesses between from sampled pairs of rows (`seen`). Shares sum to 1 within each
 * stratum.
 */
export function chanceAgreement(
  comparisons: readonly (Part & { readonly rarity?: Pick<Rarity, 'level'> })[],
  seen: readonly Float64Array[],
  /** The chance that two persons bear one value, where it is known. */
  frequencies: readonly ({ readonly chance: number } | undefined)[],
): number[][] {
  return comparisons.map((comparison, c) => {
    const chance = comparison.levels.map((level, index) => {
      const stratum = strataTotal(comparison, seen[c]!, level.stratum);
      const expected = 1 / comparison.levels.filter((other) => other.stratum === level.stratum).length;
      return Math.max(LEAST_CHANCE, (seen[c]![index]! + 2 * expected) / (stratum + 2));
    });
    const frequency = frequencies[c];
    const exact = comparison.rarity?.level;
    if (frequency !== undefined && exact !== undefined) {
      const { stratum } = comparison.levels[exact]!;
      const rest = comparison.levels.reduce(
        (sum, level, index) => (level.stratum === stratum && index !== exact ? sum + chance[index]! : sum),
        0,
      );
      comparison.levels.forEach((level, index) => {
        if (level.stratum !== stratum) return;
        chance[index] = index === exact ? frequency.chance : (chance[index]! / rest) * (1 - frequency.chance);
      });
    }
    return normalisedByStratum(comparison, chance);
  });
}

export const strataTotal = (comparison: Part, values: ArrayLike<number>, stratum: number): number =>
  comparison.levels.reduce(
    (sum, level, index) => (level.stratum === stratum ? sum + values[index]! : sum),
    0,
  );

/** Makes the values of each stratum sum to 1. */
export const normalisedByStratum = (comparison: Part, values: readonly number[]): number[] =>
  values.map((value, index) => {
    const total = strataTotal(comparison, values, comparison.levels[index]!.stratum);
    return total > 0 ? value / total : 0;
  });

/** All pairs where they are few; else pairs spread evenly, the same ones each time. */
function evenPairs(rows: number, wanted: number): { first: Int32Array; second: Int32Array } {
  const all = (rows * (rows - 1)) / 2;
  const first = new Int32Array(Math.min(all, wanted));
  const second = new Int32Array(first.length);
  let drawn = 0;
  if (all <= wanted) {
    for (let a = 0; a < rows; a++)
      for (let b = a + 1; b < rows; b++) {
        first[drawn] = a;
        second[drawn++] = b;
      }
    return { first, second };
  }
  // A linear congruential generator (Numerical Recipes) on 32 bits; its high bits choose the rows.
  let state = 0x5eed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * rows);
  };
  while (drawn < wanted) {
    const a = next();
    const b = next();
    if (a === b) continue;
    first[drawn] = Math.min(a, b);
    second[drawn++] = Math.max(a, b);
  }
  return { first, second };
}
