import { arrestLevel, birthLevel, sexLevel } from './agreement.ts';
import { NAME_WORDS, WORD } from './row-layout.ts';
import { NEAR_BITS } from './sieve-layout.ts';
import { FACT, FACT_WORDS, LATIN, type SpellingFacts } from './spelling-facts.ts';
import { type LikenessMemory, likenessSlot } from './spelling-likeness.ts';
import {
  ARREST_PART,
  BIRTH_PART,
  PLACE_PART,
  SAME_LIST_SHIFT,
  SEX_PART,
  TABLE_PARTS,
} from './table-parts.ts';
import {
  BROTHERS_SHARE,
  COUSINS_SHARE,
  createTableScorer,
  LEVELS,
  placeOf,
  type TableWeights,
} from './table-weights.ts';

/** Weighs pairs that passed the sieve, and gives a pair up once what is left cannot make it heavy enough. */
export interface PairScorer {
  /** Whether the rows at words `a` and `b` can weigh enough by all that is seen without letters. */
  isHopeful(rows: Int32Array, a: number, b: number): boolean;
  /** Then of how many names letters are to be compared. */
  readonly openNames: number;
  /** Touches what may be known of these. */
  touchNames(rows: Int32Array, a: number, b: number): number;
  /** Of the pair last found hopeful: whether it weighs enough; then `weight` and `pattern` are its own. */
  isWorthKeeping(rows: Int32Array, a: number, b: number): boolean;
  readonly weight: number;
  readonly pattern: number;
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
  facts: SpellingFacts,
  weights: TableWeights,
  nameLevel: NameLevel,
  placeLevel: PlaceLevel,
  known: LikenessMemory,
  lightest: number,
): PairScorer {
  const scorer = createTableScorer(weights);
  const { person, prior } = weights;
  const { names, places } = facts;
  const shifts = Int32Array.from(TABLE_PARTS, (part) => part.shift);
  const mostOf = (part: number, from: number): number =>
    Math.max(...person.subarray(part * LEVELS + from, part * LEVELS + 6));
  const near = Int32Array.from({ length: NAME_WORDS }, (_, part) => mostOf(part, 2));
  const far = Int32Array.from({ length: NAME_WORDS }, (_, part) => mostOf(part, 4));
  const mostOfSex = Math.max(0, ...person.subarray(SEX_PART * LEVELS, SEX_PART * LEVELS + 3));
  const open = new Int32Array(NAME_WORDS);
  const hoped = new Int32Array(NAME_WORDS);

  let patternSoFar = 0;
  let boundSoFar = 0;
  let rareToBrothers = 0;
  let rareToCousins = 0;
  /** An equal value, of which it is known what it weighs: the rest is its rarity, which kin may have in common. */
  const agreeOn = (part: number, weight: number): number => {
    const rare = weight - person[part * LEVELS + 1]!;
    if (BROTHERS_SHARE[part]) rareToBrothers += rare;
    if (COUSINS_SHARE[part]) rareToCousins += rare;
    return weight;
  };
  const lesser = (facts: Int32Array, one: number, other: number, slot: number): number => {
    const first = facts[one * FACT_WORDS + FACT.equal + slot]!;
    const second = facts[other * FACT_WORDS + FACT.equal + slot]!;
    return first < second ? first : second;
  };

  const found = {
    weight: 0,
    pattern: 0,
    openNames: 0,
    isHopeful(rows: Int32Array, a: number, b: number): boolean {
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
      rareToBrothers = 0;
      rareToCousins = 0;
      bound +=
        place === 1
          ? agreeOn(PLACE_PART, lesser(places, placeOf(rows, a), placeOf(rows, b), 0))
          : person[PLACE_PART * LEVELS + place]!;
      let left = 0;
      for (let turn = 0; turn < NAME_WORDS; turn++) {
        const slot = TURNS[turn]!;
        const first = rows[a + slot]!;
        const second = rows[b + slot]!;
        if ((first | second) < 0) continue;
        const one = first * FACT_WORDS;
        const other = second * FACT_WORDS;
        const equal = names[one + FACT.equal + slot]!;
        if (first === second || names[one] === names[other]) {
          pattern |= 1 << shifts[slot]!;
          bound += agreeOn(slot, equal);
          continue;
        }
        const consonants = names[one + FACT.consonants]!;
        const others = names[other + FACT.consonants]!;
        let bits = (consonants ^ others) & 0xffff;
        const areAlike = bits === 0 || (consonants & others & LATIN) === 0;
        for (let cleared = 0; cleared < NEAR_BITS; cleared++) bits &= bits - 1;
        let hope = bits === 0 ? near[slot]! : far[slot]!;
        if (bits === 0 && areAlike) {
          const both = lesser(names, first, second, slot);
          if (hope < both) hope = both;
        }
        hoped[left] = hope;
        open[left++] = slot;
        bound += hope;
      }
      found.openNames = left;
      patternSoFar = pattern;
      boundSoFar = bound;
      return bound >= lightest;
    },
    touchNames(rows: Int32Array, a: number, b: number): number {
      let touched = 0;
      for (let at = 0; at < found.openNames; at++)
        touched ^= known[likenessSlot(known, rows[a + open[at]!]!, rows[b + open[at]!]!) * 2]!;
      return touched;
    },
    isWorthKeeping(rows: Int32Array, a: number, b: number): boolean {
      let pattern = patternSoFar;
      let bound = boundSoFar;
      for (let at = 0; at < found.openNames; at++) {
        const slot = open[at]!;
        const level = nameLevel(rows, a, b, slot);
        pattern |= level << shifts[slot]!;
        bound -= hoped[at]!;
        bound +=
          level === 1
            ? agreeOn(slot, lesser(names, rows[a + slot]!, rows[b + slot]!, slot))
            : person[slot * LEVELS + level]!;
        if (bound < lightest) return false;
      }
      const sex = sexLevel(rows, a, b, (pattern >>> shifts[0]!) & 7);
      found.pattern = (pattern | (sex << shifts[SEX_PART]!)) >>> 0;
      const own = bound - mostOfSex + person[SEX_PART * LEVELS + sex]!;
      if (own < lightest) return false;
      found.weight = scorer.withKin(found.pattern, own, rareToBrothers, rareToCousins);
      return found.weight >= lightest;
    },
  };
  return found;
}
