/**
 * How a row lies in memory: sixteen 32-bit words, one cache line, row after row in one shared array. Names and places
 * are codes of distinct spellings, dates are coded dates, so that two rows are compared without touching a text.
 */
export const ROW_WORDS = 16;

/** The words of a row. Codes are -1 where a row does not say, dates and years 0. */
export const WORD = {
  given: 0,
  father: 1,
  grandfather: 2,
  family: 3,
  mother: 4,
  motherFamily: 5,
  /** A coded date: year, month and day in one number. */
  birth: 6,
  /** The year of birth reckoned from an age, in hundredths; 0 where the date is given. */
  birthFromAge: 7,
  home: 8,
  birthPlace: 9,
  arrest: 10,
  /** 0 female, 1 male. */
  sex: 11,
  list: 12,
  /** Bits of the blocking rules under which this row stands in a block too large to be met in full. */
  crowded: 13,
  /** What is common to rows of equal content, whatever their order. */
  content: 14,
} as const;

export const NAME_WORDS = 6;

/** The keys of a row: what blocking compares. */
export const KEY_WORDS = 8;
export const KEY = {
  given: 0,
  father: 1,
  grandfather: 2,
  family: 3,
  mother: 4,
  birthDay: 5,
  birthYear: 6,
  place: 7,
} as const;

/**
 * Memory that all threads share. What is large lies in pages of its own, since it could grow: they are given back as
 * soon as nobody holds it, where the usual way leaves holes in the heap of the process.
 */
export const sharedMemory = (bytes: number): SharedArrayBuffer =>
  new SharedArrayBuffer(bytes, bytes < LARGE ? {} : { maxByteLength: bytes });
const LARGE = 1 << 17;

export const sharedInts = (length: number): Int32Array<SharedArrayBuffer> =>
  new Int32Array(sharedMemory(Math.max(4, length * 4)), 0, length);

/** Scrambles 32 bits well enough to part rows by them (after Murmur 3). */
export function scrambled(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
