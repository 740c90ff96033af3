import { arrestLevel, birthLevel } from './agreement.ts';
import { NAME_WORDS, WORD } from './row-layout.ts';
import { KNOWN, type SpellingTable } from './spelling-table.ts';
import { ARREST_PART, BIRTH_PART, PLACE_PART, SEX_PART } from './table-parts.ts';
import { LEVELS, placeOf, type TableWeights } from './table-weights.ts';

/** Levels of a name, as `person` has them, that two names can have whose consonants differ too much. */
const FAR = 4;

/**
 * The most that two rows can weigh, without looking at a letter: dates as they are, names equal by number or as near as
 * their consonants let them be. Kin only take away.
 */
export function createHope(
  { person, prior, rarity, names }: TableWeights,
  { bits, term }: SpellingTable,
): (rows: Int32Array, a: number, b: number) => number {
  const mostOf = (part: number, from: number): number =>
    person.subarray(part * LEVELS + from, (part + 1) * LEVELS).reduce((most, own) => Math.max(most, own), 0);
  const near = Int32Array.from({ length: NAME_WORDS }, (_, part) => mostOf(part, 2));
  const far = Int32Array.from({ length: NAME_WORDS }, (_, part) => mostOf(part, FAR));
  const elsewhere = mostOf(PLACE_PART, 1);
  const ofSex = mostOf(SEX_PART, 1);
  const rarer = (first: number, second: number): number => Math.min(rarity[first]!, rarity[second]!);

  const ofName = (part: number, a: number, b: number): number => {
    const equal = person[part * LEVELS + 1]! + rarer(part * names + a, part * names + b);
    const both = bits[a]! & bits[b]! & KNOWN;
    if (a === b || (both !== 0 && term[a] === term[b])) return equal;
    let differing = (bits[a]! ^ bits[b]!) & ~KNOWN;
    differing &= differing - 1;
    return (differing & (differing - 1)) === 0 ? Math.max(near[part]!, equal) : far[part]!;
  };

  return (rows, a, b) => {
    let most =
      prior[rows[a + WORD.list] === rows[b + WORD.list] ? 1 : 0] +
      person[BIRTH_PART * LEVELS + birthLevel(rows, a, b)]! +
      person[ARREST_PART * LEVELS + arrestLevel(rows, a, b)]! +
      ofSex;
    const home = placeOf(rows, a);
    const other = placeOf(rows, b);
    if (home >= 0 && other >= 0)
      most += Math.max(
        elsewhere,
        person[PLACE_PART * LEVELS + 1]! + rarer(NAME_WORDS * names + home, NAME_WORDS * names + other),
      );
    for (let slot = 0; slot < NAME_WORDS; slot++) {
      const one = rows[a + slot]!;
      const two = rows[b + slot]!;
      if ((one | two) >= 0) most += ofName(slot, one, two);
    }
    return most;
  };
}
