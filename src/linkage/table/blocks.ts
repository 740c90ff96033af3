import { KEY_WORDS, scrambled } from './row-layout.ts';

/** The keys of rows, row by row; a key that a row lacks is odd. */
export interface KeyedRecords {
  readonly words: Int32Array;
  readonly count: number;
}

/**
 * Calls `visit` with the places of records that share all keys of a rule, block by block and ascending, as
 * `places[from … end)`; the array is written over afterwards.
 */
export type BlockFinder = (
  records: KeyedRecords,
  rule: number,
  visit: (places: Int32Array, from: number, end: number) => void,
) => void;

const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
/** A rule has no more keys. */
export const MOST_KEYS = FACTORS.length;
const MOST_BITS = 18;

/**
 * Finds blocks without comparing any two records: they are counted by the last bits of a hash of their keys, only as far
 * as two, what stands alone is left out, and the others are laid side by side.
 */
export function createBlockFinder(): BlockFinder {
  let hashes = new Int32Array(1 << 12);
  let several = new Int32Array(1 << 12);
  let sorted = new Int32Array(1 << 12);
  let counts = new Uint8Array(1 << 12);
  let begins = new Int32Array((1 << 12) + 1);

  /** Hashes all records, and notes of each last bits whether one record has them, or more. */
  const hashAll = ({ words, count }: KeyedRecords, rule: number, mask: number): void => {
    const asked = [...Array(KEY_WORDS).keys()].filter((key) => rule & (1 << key));
    const size = asked.length;
    const [first = 0, second = 0, third = 0, fourth = 0] = asked;
    // Without branches: which keys a row lacks, nobody could foretell.
    for (let place = 0, base = 0; place < count; place++, base += KEY_WORDS) {
      let key = words[base + first]!;
      let present = (key & 1) - 1;
      let hash = Math.imul(1 + key, FACTORS[0]!);
      if (size > 1) {
        key = words[base + second]!;
        present &= (key & 1) - 1;
        hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[1]!);
      }
      if (size > 2) {
        key = words[base + third]!;
        present &= (key & 1) - 1;
        hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[2]!);
      }
      if (size > 3) {
        key = words[base + fourth]!;
        present &= (key & 1) - 1;
        hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[3]!);
      }
      hash = scrambled(hash) & present;
      hashes[place] = hash;
      counts[hash & mask] = (counts[hash & mask]! + 3) >> 1;
    }
  };

  return (records, rule, visit) => {
    const { count } = records;
    if (count < 2) return;
    if (hashes.length < count) {
      hashes = new Int32Array(count * 2);
      several = new Int32Array(count * 2);
      sorted = new Int32Array(count * 2);
    }
    const mask = maskFor(count);
    if (counts.length < mask + 1) counts = new Uint8Array(mask + 1);
    else counts.fill(0, 0, mask + 1);
    hashAll(records, rule, mask);
    let held = 0;
    for (let place = 0; place < count; place++) {
      const hash = hashes[place]!;
      several[held] = place;
      held += (counts[hash & mask]! >> 1) & (hash === 0 ? 0 : 1);
    }
    if (held > 1) layBlocks(held, maskFor(held), visit);
  };

  /** Lays the records that do not stand alone side by side, by the last bits of their hashes. */
  function layBlocks(
    held: number,
    mask: number,
    visit: (places: Int32Array, from: number, end: number) => void,
  ): void {
    if (begins.length < mask + 2) begins = new Int32Array(mask + 2);
    else begins.fill(0, 0, mask + 2);
    for (let at = 0; at < held; at++) begins[(hashes[several[at]!]! & mask) + 1]!++;
    for (let at = 0; at < mask; at++) begins[at + 1]! += begins[at]!;
    for (let at = 0; at < held; at++) {
      const place = several[at]!;
      sorted[begins[hashes[place]! & mask]!++] = place;
    }
    for (let at = 0, first = 0; at <= mask; at++) {
      const end = begins[at]!;
      if (end - first > 1) visitEach(first, end, visit);
      first = end;
    }
  }

  /** The blocks among records that share a place: mostly one; others are taken out hash by hash. */
  function visitEach(
    first: number,
    end: number,
    visit: (places: Int32Array, from: number, end: number) => void,
  ): void {
    for (let from = first; end - from > 1; ) {
      const hash = hashes[sorted[from]!]!;
      let same = from + 1;
      while (same < end && hashes[sorted[same]!]! === hash) same++;
      let others = 0;
      for (let at = same; at < end; at++) {
        const place = sorted[at]!;
        if (hashes[place] === hash) sorted[same++] = place;
        else several[others++] = place;
      }
      if (others > 0) sorted.set(several.subarray(0, others), same);
      if (same - from > 1) visit(sorted, from, same);
      from = same;
    }
  }
}

const maskFor = (count: number): number => (1 << Math.min(MOST_BITS, Math.ceil(Math.log2(count)))) - 1;
