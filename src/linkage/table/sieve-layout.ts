import { KEY_WORDS } from './row-layout.ts';

/**
 * The marks of a row: what is asked of it for every pair, in four vectors of eight 16-bit lanes, so that eight parts of
 * two rows are compared by one instruction.
 */
export const MARK_LANES = 32;
export const MARK = {
  /** Given, father, grandfather, family, mother, her family, place, sex: a number of the spelling, 0 for missing. */
  codes: 0,
  /** One bit for each consonant of it. */
  consonants: 8,
  /** What an equal value weighs. */
  equal: 16,
  /** Year of birth, of arrest; the rest of either; list; kind of birth, of arrest. */
  birthYear: 24,
  arrestYear: 25,
  birthRest: 26,
  arrestRest: 27,
  list: 28,
  birthKind: 29,
  arrestKind: 30,
} as const;
/** The lanes of the names that may have moved: given, father, grandfather and family. */
export const MOVING_LANES = 4;
export const PLACE_LANE = 6;
export const SEX_LANE = 7;
/** Codes whose consonants differ by no more than so many bits may be near. */
export const NEAR_BITS = 2;

/**
 * Where things lie in the small memory in which pairs are sieved, in 32-bit words: tables first, then the records of the
 * rows at hand, then the pairs that passed.
 */
export const TABLE = {
  /** By kind, whether the rest is equal, and years apart up to seven. */
  birth: 0,
  arrest: 64,
  /** By equal keys: the earlier rules that bring such a pair. */
  broughtBy: 128,
  /** Vectors: what far values weigh at most, and what values weigh at most that may be near but are not equal. */
  far: 384,
  near: 388,
  /** A vector: values whose consonants differ by no more bits may also be equal. */
  alike: 392,
  /** A vector: how much of what far values weigh is taken away where no name of the one stands elsewhere in the other. */
  moved: 396,
  /** On two lists, on one. */
  prior: 400,
  /** Written by the sieve: pairs that met. */
  met: 402,
} as const;
export const RECORD = {
  /** A key that the row lacks equals no other. */
  keys: 0,
  marks: KEY_WORDS,
  /** Rules under which the row stands in a crowd, as bits. */
  crowded: 24,
  /** The most that may still come of what is not compared here. */
  hope: 25,
  /** The address, in bytes, of the first record that this one meets. */
  from: 26,
  row: 27,
} as const;
export const RECORD_WORDS = 28;

/** Records at hand at one time. */
export const BATCH = 512;
/** The most pairs that they can make: two blocks of half a batch. */
const MOST_MET = BATCH * (BATCH / 2);
export const FIRST_RECORD = 404;
/** For each record at hand the addresses of the one of the stretch that it is, and of the first that it meets. */
export const FETCHED = FIRST_RECORD + BATCH * RECORD_WORDS;
export const FETCHED_WORDS = 2;
export const FIRST_PASSED = FETCHED + BATCH * FETCHED_WORDS;
/** The records of a stretch of rows, from which those at hand are copied; as many as there is room for. */
export const STRETCH = FIRST_PASSED + MOST_MET;
const PAGE_WORDS = 16_384;
/** The memory that so many records of a stretch need, in pages of 64 KiB. */
export const pagesFor = (records: number): number =>
  Math.ceil((STRETCH + records * RECORD_WORDS) / PAGE_WORDS);
export const wordsOf = (pages: number): number => pages * PAGE_WORDS;

/** Place in a table of dates. */
export const dateCell = (kind: number, isRestEqual: boolean, yearsApart: number): number =>
  kind * 16 + (isRestEqual ? 8 : 0) + Math.min(7, yearsApart);
