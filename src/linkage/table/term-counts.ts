import { shareOf } from '../term-frequency.ts';
import { NAME_WORDS, ROW_WORDS, sharedInts, sharedMemory } from './row-layout.ts';
import type { SpellingTable } from './spelling-table.ts';
import { placeOf, RARE_PARTS, type TermCounts } from './table-weights.ts';

/** What one person counts for: whole numbers, so that no sum depends on the order of the rows. */
const ONE_PERSON = 5040;

/** How often each spelling stands in each part, by part and code as in `TableWeights.rarity`, each in `ONE_PERSON` parts. */
export type SpellingCounts = Float64Array;

interface Spellings {
  readonly names: SpellingTable;
  readonly places: SpellingTable;
}

const emptyCounts = ({ names, places }: Spellings): SpellingCounts => {
  const length = names.count * NAME_WORDS + places.count;
  return new Float64Array(sharedMemory(length * 8), 0, length);
};

/** The spelling of a row in a part; -1 where it does not say. */
const codeOf = (rows: Int32Array, base: number, part: number): number =>
  part < NAME_WORDS ? rows[base + part]! : placeOf(rows, base);

/** How many rows bear each spelling in each part: as `SpellingCounts`, but before each part stand those that do not say. */
export type RowCounts = Int32Array;

/** Counts each row once. Without branches: whether a row gives a part, nobody could foretell. */
export function countSpellings(
  rows: Int32Array,
  from: number,
  to: number,
  { names, places }: Spellings,
): RowCounts {
  const stride = names.count + 1;
  const ofPlaces = NAME_WORDS * stride;
  const counts = sharedInts(ofPlaces + places.count + 1);
  for (let base = from * ROW_WORDS; base < to * ROW_WORDS; base += ROW_WORDS) {
    for (let slot = 0, first = 1; slot < NAME_WORDS; slot++, first += stride)
      counts[first + rows[base + slot]!]!++;
    counts[ofPlaces + 1 + placeOf(rows, base)]!++;
  }
  return counts;
}

/** What the threads have counted of rows, as if each were a person. */
export function rowsAsPersons(shares: readonly RowCounts[], spellings: Spellings): SpellingCounts {
  const counts = emptyCounts(spellings);
  const { count } = spellings.names;
  for (let at = 0; at < counts.length; at++) {
    const part = Math.min(NAME_WORDS, Math.floor(at / count));
    for (const share of shares) counts[at]! += share[at + part + 1]! * ONE_PERSON;
  }
  return counts;
}

/**
 * Rows that are certainly one person, as chains: for the row that leads them another of them plus one, and for that the
 * next; 0 at the end, and for whoever is alone.
 */
export type PersonChains = Int32Array;

/** Hangs a row on the one that leads it. */
export function chainRow(chains: PersonChains, row: number, leader: number): void {
  if (row !== leader) chains[row] = Atomics.exchange(chains, leader, row + 1);
}

/**
 * What is to be added to the counts of rows so that each person that a row from `from` to `to` leads counts once: of its
 * rows those that give a part share it. Rows that are alone are not looked at. Then each row leads itself alone again.
 */
export function countPersons(
  rows: Int32Array,
  from: number,
  to: number,
  spellings: Spellings,
  leader: Int32Array,
  chains: PersonChains,
): SpellingCounts {
  const counts = emptyCounts(spellings);
  const { count } = spellings.names;
  const bases: number[] = [];
  for (let row = from; row < to; row++) {
    if (leader[row] !== row) {
      leader[row] = row;
      continue;
    }
    if (chains[row] === 0) continue;
    bases.length = 0;
    for (let next = row + 1; next !== 0; next = chains[next - 1]!) bases.push((next - 1) * ROW_WORDS);
    for (let part = 0; part < RARE_PARTS; part++) {
      let given = 0;
      for (let at = 0; at < bases.length; at++) if (codeOf(rows, bases[at]!, part) >= 0) given++;
      if (given < 2) continue;
      const less = Math.max(1, Math.round(ONE_PERSON / given)) - ONE_PERSON;
      for (let at = 0; at < bases.length; at++) {
        const code = codeOf(rows, bases[at]!, part);
        if (code >= 0) counts[part * count + code]! += less;
      }
    }
  }
  return counts;
}

/** What the threads have counted together, in the memory of the first. */
export function addedCounts([sum, ...others]: readonly SpellingCounts[]): SpellingCounts {
  for (const share of others) for (let at = 0; at < sum!.length; at++) sum![at]! += share[at]!;
  return sum!;
}

/** What has been counted by terms: spellings of one name are one. */
export function createTermCounter({ names, places }: Spellings): (counted: SpellingCounts) => TermCounts {
  const termsOf = (table: SpellingTable): { readonly of: Int32Array; readonly count: number } => {
    const known = new Map<number, number>();
    const of = new Int32Array(table.count);
    for (let code = 0; code < table.count; code++) {
      const term = table.term[code]!;
      const at = known.get(term) ?? known.size;
      if (at === known.size) known.set(term, at);
      of[code] = at;
    }
    return { of, count: known.size };
  };
  const ofNames = termsOf(names);
  const ofPlaces = termsOf(places);

  return (own) => {
    const counts = new Float64Array(own.length);
    const persons = new Float64Array(RARE_PARTS);
    const chance = new Float64Array(RARE_PARTS);
    for (let part = 0; part < RARE_PARTS; part++) {
      const terms = part === NAME_WORDS ? ofPlaces : ofNames;
      const base = part * names.count;
      const byTerm = new Float64Array(terms.count);
      let counted = 0;
      for (let code = 0; code < terms.of.length; code++) {
        byTerm[terms.of[code]!]! += own[base + code]!;
        counted += own[base + code]!;
      }
      const all = counted / ONE_PERSON;
      persons[part] = all;
      for (let code = 0; code < terms.of.length; code++)
        if (own[base + code]! > 0) counts[base + code] = byTerm[terms.of[code]!]! / ONE_PERSON;
      let sum = 0;
      // In order, so that the sum is the same however spellings are numbered.
      for (const scaled of byTerm.filter((count) => count > 0).sort()) {
        const count = scaled / ONE_PERSON;
        sum += (count / Math.max(1e-9, all)) * shareOf(count, all);
      }
      chance[part] = Math.min(0.95, Math.max(1e-9, sum));
    }
    return { counts, persons, chance };
  };
}
