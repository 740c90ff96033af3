import { KEY_WORDS, scrambled } from './row-layout.ts';

/** Records that begin with the keys of a row, so many words apart; a key that a row lacks is odd. */
export interface KeyedRecords {
  readonly words: Int32Array;
  readonly width: number;
  readonly count: number;
}

/**
 * Calls `visit` with the places of records that share all keys of a rule, block by block and ascending; the array is
 * written over by the next. With a step only every so many blocks are meant, chosen by their keys.
 */
export type BlockFinder = (
  records: KeyedRecords,
  rule: number,
  step: number,
  visit: (block: Int32Array, size: number) => void,
) => void;

const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
/** A rule has no more keys. */
export const MOST_KEYS = FACTORS.length;
const MOST_BITS = 18;

/**
 * Finds blocks without comparing any two records: they are counted by the last bits of a hash of their keys, what stands
 * alone is left out, the others are laid side by side.
 */
export function createBlockFinder(): BlockFinder {
  let hashes = new Int32Array(1 << 12);
  let sorted = new Int32Array(1 << 12);
  let block = new Int32Array(1 << 8);
  let begins = new Int32Array((1 << 12) + 1);

  const hashAll = ({ words, width, count }: KeyedRecords, rule: number, step: number): void => {
    const asked = [...Array(KEY_WORDS).keys()].filter((key) => rule & (1 << key));
    const size = asked.length;
    const [first = 0, second = 0, third = 0, fourth = 0] = asked;
    // Without branches: which keys a row lacks, nobody could foretell.
    for (let place = 0, base = 0; place < count; place++, base += width) {
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
      hash = scrambled(hash);
      if (step > 1 && ((hash >>> 8) & 0xffff) % step !== 0) present = 0;
      hashes[place] = hash & present;
    }
  };

  return (records, rule, step, visit) => {
    const { count } = records;
    if (count < 2) return;
    if (hashes.length < count) {
      hashes = new Int32Array(count * 2);
      sorted = new Int32Array(count * 2);
    }
    const mask = (1 << Math.min(MOST_BITS, Math.ceil(Math.log2(count)))) - 1;
    if (begins.length < mask + 2) begins = new Int32Array(mask + 2);
    else begins.fill(0, 0, mask + 2);
    hashAll(records, rule, step);
    for (let place = 0; place < count; place++) {
      const hash = hashes[place]!;
      if (hash !== 0) begins[(hash & mask) + 1]!++;
    }
    let sum = 0;
    for (let at = 0; at <= mask; at++) {
      const here = begins[at + 1]!;
      begins[at] = here < 2 ? -1 : sum;
      if (here > 1) sum += here;
    }
    for (let place = 0; place < count; place++) {
      const hash = hashes[place]!;
      if (hash === 0) continue;
      const into = begins[hash & mask]!;
      if (into < 0) continue;
      sorted[into] = place;
      begins[hash & mask] = into + 1;
    }
    for (let at = 0, first = 0; at <= mask; at++) {
      const end = begins[at]!;
      if (end < 0) continue;
      visitEach(first, end, visit);
      first = end;
    }
  };

  /** The blocks among records that share a place: mostly one; others are taken out hash by hash. */
  function visitEach(first: number, end: number, visit: (block: Int32Array, size: number) => void): void {
    let left = end;
    while (left - first > 1) {
      const hash = hashes[sorted[first]!]!;
      if (block.length < left - first) block = new Int32Array((left - first) * 2);
      let size = 0;
      let kept = first;
      for (let at = first; at < left; at++) {
        const place = sorted[at]!;
        if (hashes[place] === hash) block[size++] = place;
        else sorted[kept++] = place;
      }
      left = kept;
      if (size > 1) visit(block, size);
    }
  }
}
