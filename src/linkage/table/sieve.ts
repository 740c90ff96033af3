import { runnable } from '../../assembler/index.ts';
import { KEY_WORDS } from './row-layout.ts';
import { sieveModule } from './sieve-kernel.ts';
import {
  dateCell,
  FETCHED,
  FETCHED_WORDS,
  FIRST_PASSED,
  FIRST_RECORD,
  MARK,
  MOVING_LANES,
  NEAR_BITS,
  pagesFor,
  RECORD,
  RECORD_WORDS,
  STRETCH,
  TABLE,
  wordsOf,
} from './sieve-layout.ts';

/**
 * Passes over most pairs at a few nanoseconds each: for all pairs of the records at hand it reckons the most that they
 * can weigh, and tells those that can weigh enough.
 */
export interface Sieve {
  /** Tables and records lie here, as `sieve-layout.ts` has them; whoever asks lays them. Another where room was made. */
  readonly memory: Int32Array;
  /** Room for the records of a stretch of so many rows. */
  makeRoom(rows: number): void;
  /** Takes a record of the stretch as the next at hand, which meets those from place `from` on. */
  take(at: number, place: number, from: number): void;
  /** Sieves `records` records that were taken; returns how many pairs passed. */
  run(records: number, lightest: number): number;
  /** A pair that passed: the places of its two records, the later one in the upper sixteen bits. */
  pair(index: number): number;
  /** How many pairs have met since this was asked last. */
  takeMet(): number;
}

type Kernel = (first: number, end: number, passed: number, lightest: number) => number;
type Fetch = (list: number, end: number, to: number) => number;

/** A sieve by vector instructions, or in plain steps where the machine's engine has none; the answers are the same. */
export function createSieve(inPlainSteps = false): Sieve {
  let pages = pagesFor(0);
  const found = inPlainSteps
    ? undefined
    : runnable<{ readonly sieve: Kernel; readonly fetch: Fetch }>(sieveModule(), pages);
  let words = found ? new Int32Array(found.memory) : new Int32Array(wordsOf(pages));
  const kernel: Kernel = found?.routines.sieve ?? ((...asked) => sieveInPlainSteps(words, ...asked));
  const fetch: Fetch = found?.routines.fetch ?? ((...asked) => fetchInPlainSteps(words, ...asked));
  const passedFrom = FIRST_PASSED * 4;
  return {
    get memory() {
      return words;
    },
    makeRoom(rows) {
      const more = pagesFor(rows) - pages;
      if (more <= 0) return;
      pages += more;
      const before = words;
      words = found ? new Int32Array(found.grow(more)) : new Int32Array(wordsOf(pages));
      if (!found) words.set(before);
    },
    take(at, place, from) {
      words[FETCHED + at * FETCHED_WORDS] = (STRETCH + place * RECORD_WORDS) * 4;
      words[FETCHED + at * FETCHED_WORDS + 1] = (FIRST_RECORD + from * RECORD_WORDS) * 4;
    },
    run(records, lightest) {
      const end = fetch(FETCHED * 4, (FETCHED + records * FETCHED_WORDS) * 4, FIRST_RECORD * 4);
      return (kernel(FIRST_RECORD * 4, end, passedFrom, lightest) - passedFrom) >> 2;
    },
    pair: (index) => words[FIRST_PASSED + index]!,
    takeMet() {
      const met = words[TABLE.met]!;
      words[TABLE.met] = 0;
      return met;
    },
  };
}

function fetchInPlainSteps(words: Int32Array, list: number, end: number, to: number): number {
  let into = to >> 2;
  for (let at = list >> 2; at < end >> 2; at += FETCHED_WORDS, into += RECORD_WORDS) {
    const source = words[at]! >> 2;
    words.copyWithin(into, source, source + RECORD_WORDS);
    words[into + RECORD.from] = words[at + 1]!;
  }
  return into << 2;
}

/** What `sieveModule` does, one part after the other. */
export function sieveInPlainSteps(
  words: Int32Array,
  first: number,
  end: number,
  passedAt: number,
  lightest: number,
): number {
  const halves = new Int16Array(words.buffer);
  let passed = passedAt >> 2;
  for (let a = first >> 2; a < end >> 2; a += RECORD_WORDS)
    for (let b = words[a + RECORD.from]! >> 2; b < a; b += RECORD_WORDS) {
      let equalKeys = 0;
      for (let key = 0; key < KEY_WORDS; key++)
        if (words[a + RECORD.keys + key] === words[b + RECORD.keys + key]) equalKeys |= 1 << key;
      const crowded = words[a + RECORD.crowded]! & words[b + RECORD.crowded]!;
      if ((words[TABLE.broughtBy + equalKeys]! & ~crowded) !== 0) continue;
      words[TABLE.met]!++;
      const marks = (record: number, mark: number): number => halves[(record + RECORD.marks) * 2 + mark]!;
      const isSame = (mark: number): boolean => marks(a, mark) === marks(b, mark);
      const dateWeight = (table: number, year: number, kind: number, rest: number): number => {
        const coarser = Math.min(marks(a, kind), marks(b, kind));
        return words[table + dateCell(coarser, isSame(rest), Math.abs(marks(a, year) - marks(b, year)))]!;
      };
      let bound =
        words[a + RECORD.hope]! +
        words[b + RECORD.hope]! +
        words[TABLE.prior + (isSame(MARK.list) ? 1 : 0)]! +
        dateWeight(TABLE.birth, MARK.birthYear, MARK.birthKind, MARK.birthRest) +
        dateWeight(TABLE.arrest, MARK.arrestYear, MARK.arrestKind, MARK.arrestRest);
      const hasMoved = [1, 2, 3].some((turn) =>
        [0, 1, 2, 3].some(
          (lane) =>
            marks(a, MARK.consonants + lane) === marks(b, MARK.consonants + ((lane + turn) % MOVING_LANES)),
        ),
      );
      for (let lane = 0; lane < 8; lane++) {
        if (marks(a, MARK.codes + lane) === 0 || marks(b, MARK.codes + lane) === 0) continue;
        const both = Math.min(marks(a, MARK.equal + lane), marks(b, MARK.equal + lane));
        const differing = bitsIn(marks(a, MARK.consonants + lane) ^ marks(b, MARK.consonants + lane));
        const near = halves[TABLE.near * 2 + lane]!;
        if (isSame(MARK.codes + lane)) bound += both;
        else if (differing > NEAR_BITS)
          bound += halves[TABLE.far * 2 + lane]! - (hasMoved ? 0 : halves[TABLE.moved * 2 + lane]!);
        else if (differing > halves[TABLE.alike * 2 + lane]!) bound += near;
        else bound += Math.max(both, near);
      }
      if (bound >= lightest) words[passed++] = (a << 16) | b;
    }
  return passed << 2;
}

function bitsIn(value: number): number {
  let count = 0;
  for (let rest = value & 0xffff; rest !== 0; rest &= rest - 1) count++;
  return count;
}
