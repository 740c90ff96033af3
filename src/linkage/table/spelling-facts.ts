import { NAME_WORDS, sharedInts } from './row-layout.ts';
import { NEAR_BITS } from './sieve-layout.ts';
import type { SpellingTable } from './spelling-table.ts';
import { PLACE_PART } from './table-parts.ts';
import { LEVELS, type TableWeights } from './table-weights.ts';

/** Eight words a spelling, so that one look brings all: what it is, its consonants, what it weighs where it is equal. */
export const FACT_WORDS = 8;
export const FACT = { code: 0, consonants: 1, equal: 2 } as const;
/** Stands with the consonants of what is written in plain Latin letters: such two are equal only if they are alike. */
export const LATIN = 1 << 16;
/** A place weighs in one part only. */
export interface SpellingFacts {
  readonly names: Int32Array;
  readonly places: Int32Array;
}

/** Spellings known to be of one name share the code of the first of them. */
export function spellingFacts(
  names: SpellingTable,
  places: SpellingTable,
  weights?: TableWeights,
): SpellingFacts {
  const factsOf = (table: SpellingTable, parts: readonly number[], first: number): Int32Array => {
    const facts = sharedInts(table.count * FACT_WORDS);
    const known = new Map<number, number>();
    for (let code = 0, at = 0; code < table.count; code++, at += FACT_WORDS) {
      const term = table.term[code]!;
      facts[at + FACT.code] = code;
      facts[at + FACT.consonants] = sixteenBits(table.bits[code]!) | (isPlainLatin(table, code) ? LATIN : 0);
      if (table.bits[code]! < 0) {
        const before = known.get(term);
        if (before === undefined) known.set(term, code);
        else facts[at + FACT.code] = before;
      }
      if (weights)
        parts.forEach((part, index) => {
          facts[at + FACT.equal + index] =
            weights.person[part * LEVELS + 1]! + weights.rarity[first + index * weights.names + code]!;
        });
    }
    return facts;
  };
  return {
    names: factsOf(names, [0, 1, 2, 3, 4, 5], 0),
    places: factsOf(places, [PLACE_PART], weights ? NAME_WORDS * weights.names : 0),
  };
}

function isPlainLatin({ units, start }: SpellingTable, code: number): boolean {
  for (let at = start[code]!; at < start[code + 1]!; at++) {
    const unit = units[at]!;
    if (unit !== 32 && (unit < 97 || unit > 122)) return false;
  }
  return true;
}

/** How many bits the consonants of two spellings may differ by that are still equal. */
export function alikeBits(facts: Int32Array): number {
  for (let at = FACT.consonants; at < facts.length; at += FACT_WORDS)
    if (facts[at]! < LATIN) return NEAR_BITS;
  return 0;
}

/** The classes of consonants have a bit each; whatever else a skeleton holds shares the last. */
const CLASSES = 'BDFGHJKLMNRSTXZ';
const BIT_OF = Int32Array.from({ length: 32 }, (_, letter) => {
  const at = [...CLASSES].findIndex((consonant) => (consonant.charCodeAt(0) & 31) === letter);
  return 1 << (at < 0 ? CLASSES.length : at);
});

function sixteenBits(bits: number): number {
  let packed = 0;
  for (let letter = 0; letter < 31; letter++) if ((bits >>> letter) & 1) packed |= BIT_OF[letter]!;
  return packed;
}
