/**
 * Where things lie in the small memory in which pairs are sieved: tables first, then the records of the rows at hand,
 * then the pairs that passed. Places are counted in 32-bit words.
 */

/** What is asked of a row for every pair, in vectors of four words: read side by side, compared four at a time. */
export const RECORD = {
  /** Eight keys; a key that the row lacks equals no other. */
  keys: 0,
  /** Given, father, grandfather, family; then mother, her family, place, sex. Below 0 where the row does not say. */
  codes: 8,
  /** One bit for each consonant of what the code stands for. */
  consonants: 16,
  /** What an equal value weighs. */
  equal: 24,
  /** Kind and year of birth and of arrest: kinds first, `min` of two is how finely they compare. */
  dates: 32,
  /** The rest of the birth, the rest of the arrest, the list, and 0: compared for equality. */
  exact: 36,
  /** Rules under which the row stands in a crowd, as bits. */
  crowded: 40,
  /** The most that may still come of what is not compared here. */
  hope: 41,
  /** The address, in bytes, of the first record that this one meets. */
  from: 42,
  row: 43,
} as const;
export const RECORD_WORDS = 44;

/** Records at hand at one time. */
export const BATCH = 512;
/** The most pairs that they can make: two blocks of half a batch. */
export const MOST_MET = BATCH * (BATCH / 2);

export const TABLE = {
  /** By kind, whether the rest is equal, and years apart up to seven. */
  birth: 0,
  arrest: 64,
  /** By equal keys: the earlier rules that bring such a pair. */
  broughtBy: 128,
  /** Vectors: what far values weigh at most, and what values weigh at most that may be near but are not equal. */
  far: 384,
  near: 392,
  /** On two lists; at the fifth word, on one. */
  prior: 400,
  /** A vector: all bits for the lanes of kinds, none for those of years. */
  kinds: 408,
  /** Written by the sieve: pairs that met. */
  met: 412,
} as const;
export const FIRST_RECORD = 416;
export const FIRST_PASSED = FIRST_RECORD + BATCH * RECORD_WORDS;
export const PAGES = Math.ceil(((FIRST_PASSED + MOST_MET) * 4) / 65536);

/** Place in a table of dates. */
export const dateCell = (kind: number, isRestEqual: boolean, yearsApart: number): number =>
  kind * 16 + (isRestEqual ? 8 : 0) + Math.min(7, yearsApart);
/** Codes whose consonants differ by no more than so many bits may be near. */
export const NEAR_BITS = 2;
