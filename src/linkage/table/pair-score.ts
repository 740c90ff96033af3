import { arrestLevel, birthLevel, sexLevel } from './agreement.ts';
import type { SharedTable } from './hand.ts';
import { GATHERED_WORDS } from './meetings.ts';
import { NAME_WORDS, WORD } from './row-layout.ts';
import {
  ARREST_PART,
  BIRTH_PART,
  PLACE_PART,
  SAME_LIST_SHIFT,
  SEX_PART,
  TABLE_PARTS,
} from './table-parts.ts';
import { createTableScorer, LEVELS, placeOf, type TableWeights } from './table-weights.ts';

/** Weighs pairs, the cheapest parts first, and gives a pair up once what is left cannot make it heavy enough. */
export interface PairScorer {
  /** Whether two rows weigh enough; then `weight` and `pattern` are theirs. */
  isWorthKeeping(rows: Int32Array, a: number, b: number): boolean;
  readonly weight: number;
  readonly pattern: number;
  /** Lays beside gathered rows what is asked of them for every pair. */
  prepare(rows: Int32Array, count: number): void;
}

/** Names of which consonants and rarity are laid beside a gathered row. */
const PREPARED = WORD.motherFamily;
const BITS = 16;
const EQUAL = BITS + PREPARED;
const HOPE = EQUAL + PREPARED;
const NAME_BITS = 3;
/** The names that tell most people apart come first. */
const TURNS = Int32Array.of(WORD.family, WORD.father, WORD.given, WORD.mother, WORD.grandfather);

const FAR_PLACE = 4;
const MAY_BE_NEAR = 9;

type NameLevel = (rows: Int32Array, a: number, b: number, slot: number) => number;
type PlaceLevel = (rows: Int32Array, a: number, b: number) => number;

/**
 * The bound is the weight without kin, who only take away: exact for the parts that are known, the most that can be for
 * the others. So no pair that is heavy enough is ever given up.
 */
export function createPairScorer(
  table: SharedTable,
  weights: TableWeights,
  nameLevel: NameLevel,
  placeLevel: PlaceLevel,
  lightest: number,
): PairScorer {
  const { names } = table;
  const scorer = createTableScorer(weights);
  const { person, rarity, prior, names: spellings } = weights;
  const { bits } = names;
  const { bits: placeBits } = table.places;
  const shifts = TABLE_PARTS.map((part) => part.shift);
  const equal = Int32Array.from(TABLE_PARTS, (_, part) => person[part * LEVELS + 1]!);
  /** The most at any level but equal, and where the consonants are too unlike to be near. */
  const most = Int32Array.from(TABLE_PARTS, (_, part) =>
    Math.max(...person.subarray(part * LEVELS + 2, part * LEVELS + 6)),
  );
  const mostFar = Int32Array.from(TABLE_PARTS, (_, part) =>
    Math.max(person[part * LEVELS + 4]!, person[part * LEVELS + 5]!),
  );
  const mostAt = (part: number): number =>
    Math.max(0, ...person.subarray(part * LEVELS + 1, (part + 1) * LEVELS));
  const places = NAME_WORDS * spellings;
  const mostOfPlace =
    mostAt(PLACE_PART) + rarity.subarray(places).reduce((most, rare) => Math.max(most, rare), 0);
  const mostOfArrest = mostAt(ARREST_PART);
  const mostLate = mostAt(SEX_PART);
  const mostOfMotherFamily =
    mostAt(WORD.motherFamily) +
    rarity
      .subarray(WORD.motherFamily * spellings, NAME_WORDS * spellings)
      .reduce((all, rare) => Math.max(all, rare), 0);
  const open = new Int32Array(NAME_WORDS);
  const hoped = new Int32Array(NAME_WORDS);

  const found = {
    weight: 0,
    pattern: 0,
    prepare(rows: Int32Array, count: number): void {
      for (let index = 0; index < count; index++) {
        const base = index * GATHERED_WORDS;
        let hope =
          (placeOf(rows, base) < 0 ? 0 : mostOfPlace) +
          (rows[base + WORD.arrest] === 0 ? 0 : mostOfArrest) +
          (rows[base + WORD.motherFamily]! < 0 ? 0 : mostOfMotherFamily);
        for (let slot = 0; slot < PREPARED; slot++) {
          const code = rows[base + slot]!;
          if (code < 0) continue;
          rows[base + BITS + slot] = bits[code]!;
          const own = equal[slot]! + rarity[slot * spellings + code]!;
          rows[base + EQUAL + slot] = own;
          hope += own;
        }
        rows[base + HOPE] = hope;
      }
    },
    isWorthKeeping(rows: Int32Array, a: number, b: number): boolean {
      const sameList = rows[a + WORD.list] === rows[b + WORD.list] ? 1 : 0;
      const birth = birthLevel(rows, a, b);
      let pattern = (sameList << SAME_LIST_SHIFT) | (birth << shifts[BIRTH_PART]!);
      // Begins with all that the first row could gain, and loses by what is seen.
      let bound = prior[sameList]! + person[BIRTH_PART * LEVELS + birth]! + mostLate + rows[a + HOPE]!;
      if (bound < lightest) return false;
      let left = 0;
      for (let turn = 0; turn < PREPARED; turn++) {
        const slot = TURNS[turn]!;
        const first = rows[a + slot]!;
        if (first < 0) continue;
        const second = rows[b + slot]!;
        if (first === second) {
          pattern |= 1 << (slot * NAME_BITS);
          continue;
        }
        const one = rows[a + EQUAL + slot]!;
        bound -= one;
        if (second < 0) continue;
        let differing = (rows[a + BITS + slot]! ^ rows[b + BITS + slot]!) & 0x7fffffff;
        differing &= differing - 1;
        let hope = mostFar[slot]!;
        if ((differing & (differing - 1)) === 0) {
          const other = rows[b + EQUAL + slot]!;
          hope = one < other ? one : other;
          if (hope < most[slot]!) hope = most[slot]!;
        }
        hoped[left] = hope;
        open[left++] = slot;
        bound += hope;
        if (bound < lightest) return false;
      }
      if ((rows[a + WORD.motherFamily]! | rows[b + WORD.motherFamily]!) >= 0) {
        hoped[left] = mostOfMotherFamily;
        open[left++] = WORD.motherFamily;
      } else if (rows[a + WORD.motherFamily]! >= 0) bound -= mostOfMotherFamily;
      const homeA = placeOf(rows, a);
      const homeB = placeOf(rows, b);
      let place = homeA < 0 || homeB < 0 ? 0 : homeA === homeB ? 1 : MAY_BE_NEAR;
      let hopedPlace =
        place === 0 ? 0 : place === 1 ? equal[PLACE_PART]! + rarity[places + homeA]! : mostOfPlace;
      if (place === MAY_BE_NEAR && rows[a + WORD.birthPlace]! < 0 && rows[b + WORD.birthPlace]! < 0) {
        let differing = (placeBits[homeA]! ^ placeBits[homeB]!) & 0x7fffffff;
        differing &= differing - 1;
        if ((differing & (differing - 1)) !== 0) {
          place = FAR_PLACE;
          hopedPlace = person[PLACE_PART * LEVELS + FAR_PLACE]!;
        }
      }
      bound += hopedPlace - (homeA < 0 ? 0 : mostOfPlace);
      if (bound < lightest) return false;
      const arrest = arrestLevel(rows, a, b);
      pattern |= arrest << shifts[ARREST_PART]!;
      bound += person[ARREST_PART * LEVELS + arrest]! - (rows[a + WORD.arrest] === 0 ? 0 : mostOfArrest);
      if (bound < lightest) return false;
      if (place === MAY_BE_NEAR) {
        place = placeLevel(rows, a, b);
        bound += person[PLACE_PART * LEVELS + place]! - hopedPlace;
        if (place === 1) bound += Math.min(rarity[places + homeA]!, rarity[places + homeB]!);
        if (bound < lightest) return false;
      }
      pattern |= place << shifts[PLACE_PART]!;
      for (let at = 0; at < left; at++) {
        const slot = open[at]!;
        const level = nameLevel(rows, a, b, slot);
        pattern |= level << shifts[slot]!;
        bound += person[slot * LEVELS + level]! - hoped[at]!;
        if (level === 1)
          bound += Math.min(
            rarity[slot * spellings + rows[a + slot]!]!,
            rarity[slot * spellings + rows[b + slot]!]!,
          );
        if (bound < lightest) return false;
      }
      const sex = sexLevel(rows, a, b, (pattern >>> shifts[0]!) & 7);
      pattern |= sex << shifts[SEX_PART]!;
      found.pattern = pattern >>> 0;
      found.weight = scorer.weight(found.pattern, rows, a, b);
      return found.weight >= lightest;
    },
  };
  return found;
}
