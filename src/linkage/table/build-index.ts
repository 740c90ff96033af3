import { nameSkeleton, skeletonKeys } from '../../names/index.ts';
import { buildHashIndex, pairKey } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import type { LinkedTable } from './link-table.ts';
import { NAME_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';
import { type SpellingTable, spellingText, textHash } from './spelling-table.ts';

/** Keys of a row that begin with its names: of each, of each two, and of given and family name with the year of birth. */
export function rowKeys(rows: Int32Array, base: number, block: Int32Array, into: Int32Array): number {
  const names = nameKeys(rows, base, block, into);
  let held = names;
  for (let one = 0; one < names; one++)
    for (let other = one + 1; other < names; other++) into[held++] = pairKey(into[one]!, into[other]!);
  const year = birthYear(rows, base);
  if (year > 0)
    for (const slot of YEARED) {
      const code = rows[base + slot]!;
      if (code >= 0 && block[code] !== 0) into[held++] = yearKey(block[code]!, year);
    }
  return held;
}

/** The classes of a row's names, each once. */
export function nameKeys(rows: Int32Array, base: number, block: Int32Array, into: Int32Array): number {
  let names = 0;
  for (let slot = 0; slot < WORD.motherFamily; slot++) {
    const code = rows[base + slot]!;
    if (code < 0) continue;
    const own = block[code]!;
    let known = own === 0;
    for (let at = 0; at < names && !known; at++) known = into[at] === own;
    if (!known) into[names++] = own;
  }
  return names;
}
const YEARED = [WORD.given, WORD.family];

export const yearKey = (block: number, year: number): number => pairKey(block, scrambled(year));

export function birthYear(rows: Int32Array, base: number): number {
  const birth = rows[base + WORD.birth]!;
  return birth > 0 ? (birth / 10000) | 0 : (rows[base + WORD.birthFromAge]! / 100) | 0;
}

/** A year of birth in a byte, 0 where it is not known. */
export const yearNote = (year: number): number =>
  year <= 0 ? 0 : Math.min(255, Math.max(1, year - FIRST_YEAR));
const FIRST_YEAR = 1850;

/** The key of a spelling; places stand in the same index, apart. */
export const spellingKey = (hash: number, isPlace: 0 | 1): number => (isPlace ? hash ^ 0x5bd1e995 : hash);

/** Indexes a linked table for looking up and for taking in new rows. */
export function buildIndex({ table, person, model, weights, decisions }: LinkedTable): IndexContents {
  const { rows, rowCount, names, places } = table;
  const next = new Int32Array(rowCount);
  const last = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const first = person[row]!;
    next[row] = first;
    if (first !== row) next[last[first]!] = row;
    last[first] = row;
  }
  return {
    rowCount,
    rows: rows.subarray(0, rowCount * ROW_WORDS),
    person,
    next,
    weights,
    names,
    places,
    postings: buildHashIndex(
      rowCount,
      (row, into) => rowKeys(rows, row * ROW_WORDS, names.block, into),
      (row) => yearNote(birthYear(rows, row * ROW_WORDS)),
    ),
    spellings: buildHashIndex(names.count + places.count, (code, into) => {
      into[0] =
        code < names.count
          ? spellingKey(names.hash[code]!, 0)
          : spellingKey(places.hash[code - names.count]!, 1);
      return 1;
    }),
    ...indexClasses(rows, rowCount, names),
    decisions,
    about: { lists: table.lists, model },
  };
}

/** Longer skeletons are no names; what they lack at their end is not looked for. */
export const MOST_SKELETON_KEYS = 32;

/** Numbers the classes of names, counts who bears them, and puts each under its skeleton and what one letter less leaves. */
function indexClasses(
  rows: Int32Array,
  rowCount: number,
  names: SpellingTable,
): Pick<IndexContents, 'classes' | 'skeletons'> {
  const numbers = new Map<number, number>();
  const keys: Int32Array[] = [];
  for (let code = 0; code < names.count; code++) {
    const block = names.block[code]!;
    if (block === 0 || numbers.has(block)) continue;
    numbers.set(block, numbers.size);
    const own = skeletonKeys(nameSkeleton(spellingText(names, code))).slice(0, MOST_SKELETON_KEYS);
    keys.push(Int32Array.from(own, textHash));
  }
  const numberOf = Int32Array.from(
    { length: names.count },
    (_, code) => numbers.get(names.block[code]!) ?? -1,
  );
  const bearers = new Int32Array(numbers.size);
  for (let row = 0, base = 0; row < rowCount; row++, base += ROW_WORDS)
    for (let slot = 0; slot < NAME_WORDS; slot++) {
      const code = rows[base + slot]!;
      if (code >= 0 && numberOf[code]! >= 0) bearers[numberOf[code]!]!++;
    }
  return {
    classes: { block: Int32Array.from(numbers.keys()), bearers },
    skeletons: buildHashIndex(keys.length, (own, into) => {
      into.set(keys[own]!);
      return keys[own]!.length;
    }),
  };
}
