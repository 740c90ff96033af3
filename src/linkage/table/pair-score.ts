import type { ClusteringRules } from '../clustering.ts';
import { FAR, MOVED } from '../parts.ts';
import { arrestLevel, birthLevel, ELSEWHERE, sexLevel } from './agreement.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { NEAR_BITS } from './sieve-layout.ts';
import { FACT, FACT_WORDS, LATIN, type SpellingFacts } from './spelling-facts.ts';
import {
  ARREST_PART,
  BIRTH_PART,
  PLACE_PART,
  SAME_LIST_SHIFT,
  SEX_PART,
  TABLE_PARTS,
} from './table-parts.ts';
import { createTableScorer, LEVELS, placeOf, type TableWeights } from './table-weights.ts';

/** Weighs pairs that passed the sieve, and gives a pair up once what is left cannot make it heavy enough. */
export interface PairScorer {
  /** Whether two rows weigh enough; then `weight` and `pattern` are theirs. */
  isWorthKeeping(rowA: number, rowB: number): boolean;
  readonly weight: number;
  readonly pattern: number;
  /** Whether the rows that were kept last weigh enough to be joined. */
  wasEnough(rules: ClusteringRules): boolean;
}

/** The names that tell most people apart come first. */
const TURNS = Int32Array.of(
  WORD.family,
  WORD.father,
  WORD.given,
  WORD.mother,
  WORD.grandfather,
  WORD.motherFamily,
);

type NameLevel = (rows: Int32Array, a: number, b: number, slot: number) => number;
type PlaceLevel = (rows: Int32Array, a: number, b: number) => number;

/**
 * The bound is the weight without kin, who only take away: exact for the parts that are known, the most that can be for
 * the others. So no pair that is heavy enough is ever given up.
 */
export function createPairScorer(
  rows: Int32Array,
  facts: SpellingFacts,
  weights: TableWeights,
  nameLevel: NameLevel,
  placeLevel: PlaceLevel,
  lightest: number,
): PairScorer {
  const { person, prior } = weights;
  const { names, places } = facts;
  // From the facts, which have been fetched already.
  const scorer = createTableScorer(weights, (part, rows, a, b) => {
    const isName = part < NAME_WORDS;
    const table = isName ? names : places;
    const at = FACT.equal + (isName ? part : 0);
    const first = table[(isName ? rows[a + part]! : placeOf(rows, a)) * FACT_WORDS + at]!;
    const second = table[(isName ? rows[b + part]! : placeOf(rows, b)) * FACT_WORDS + at]!;
    return (first < second ? first : second) - person[part * LEVELS + 1]!;
  });
  const shifts = Int32Array.from(TABLE_PARTS, (part) => part.shift);
  const mostOf = (part: number, from: number): number =>
    Math.max(...person.subarray(part * LEVELS + from, part * LEVELS + 6));
  const near = Int32Array.from({ length: NAME_WORDS }, (_, part) => mostOf(part, 2));
  const far = Int32Array.from({ length: NAME_WORDS }, (_, part) =>
    mostOf(part, ELSEWHERE[part]!.length > 0 ? MOVED + 1 : FAR + 1),
  );
  const mostOfSex = Math.max(0, ...person.subarray(SEX_PART * LEVELS, SEX_PART * LEVELS + 3));
  const open = new Int32Array(NAME_WORDS);
  const hoped = new Int32Array(NAME_WORDS);

  const found = {
    weight: 0,
    pattern: 0,
    wasEnough: scorer.wasEnough,
    isWorthKeeping(rowA: number, rowB: number): boolean {
      const a = rowA * ROW_WORDS;
      const b = rowB * ROW_WORDS;
      const sameList = rows[a + WORD.list] === rows[b + WORD.list] ? 1 : 0;
      const birth = birthLevel(rows, a, b);
      const arrest = arrestLevel(rows, a, b);
      let pattern =
        (sameList << SAME_LIST_SHIFT) | (birth << shifts[BIRTH_PART]!) | (arrest << shifts[ARREST_PART]!);
      let bound =
        prior[sameList]! +
        person[BIRTH_PART * LEVELS + birth]! +
        person[ARREST_PART * LEVELS + arrest]! +
        mostOfSex;
      const place = placeLevel(rows, a, b);
      pattern |= place << shifts[PLACE_PART]!;
      bound += person[PLACE_PART * LEVELS + place]!;
      if (place === 1) {
        const first = places[placeOf(rows, a) * FACT_WORDS + FACT.equal]!;
        const second = places[placeOf(rows, b) * FACT_WORDS + FACT.equal]!;
        bound += (first < second ? first : second) - person[PLACE_PART * LEVELS + 1]!;
      }
      let left = 0;
      for (let turn = 0; turn < NAME_WORDS; turn++) {
        const slot = TURNS[turn]!;
        const first = rows[a + slot]!;
        const second = rows[b + slot]!;
        if ((first | second) < 0) continue;
        const one = first * FACT_WORDS;
        const other = second * FACT_WORDS;
        const equal = names[one + FACT.equal + slot]!;
        if (names[one] === names[other]) {
          pattern |= 1 << shifts[slot]!;
          bound += equal;
          continue;
        }
        const consonants = names[one + FACT.consonants]!;
        const others = names[other + FACT.consonants]!;
        let bits = (consonants ^ others) & 0xffff;
        const areAlike = bits === 0 || (consonants & others & LATIN) === 0;
        for (let cleared = 0; cleared < NEAR_BITS; cleared++) bits &= bits - 1;
        let hope = bits === 0 ? near[slot]! : far[slot]!;
        if (bits === 0 && areAlike) {
          const too = names[other + FACT.equal + slot]!;
          const both = equal < too ? equal : too;
          if (hope < both) hope = both;
        }
        hoped[left] = hope;
        open[left++] = slot;
        bound += hope;
      }
      if (bound < lightest) return false;
      for (let at = 0; at < left; at++) {
        const slot = open[at]!;
        const level = nameLevel(rows, a, b, slot);
        pattern |= level << shifts[slot]!;
        bound += person[slot * LEVELS + level]! - hoped[at]!;
        if (level === 1) {
          const first = names[rows[a + slot]! * FACT_WORDS + FACT.equal + slot]!;
          const second = names[rows[b + slot]! * FACT_WORDS + FACT.equal + slot]!;
          bound += (first < second ? first : second) - person[slot * LEVELS + 1]!;
        }
        if (bound < lightest) return false;
      }
      pattern |= sexLevel(rows, a, b, (pattern >>> shifts[0]!) & 7) << shifts[SEX_PART]!;
      found.pattern = pattern >>> 0;
      found.weight = scorer.weight(found.pattern, rows, a, b);
      return found.weight >= lightest;
    },
  };
  return found;
}
