import { KEY, KEY_WORDS, scrambled, sharedInts } from './row-layout.ts';

/**
 * Rows that share all keys of a rule, found without comparing any: rows are parted by the first bits of a hash into
 * stretches that fit the nearer caches, and there those of one hash are brought together. Each thread hashes and parts
 * its slice of the rows; the stretches are then taken by whoever is free. Between the three steps all threads wait for
 * each other.
 */
export interface BlockFinder {
  /** Hashes this thread's slice of the rows by the keys of a rule; with a step only every so many blocks are meant. */
  hash(rule: number, step?: number): void;
  /** Lays what was hashed into stretches. */
  part(): void;
  /** Calls `visit` with the rows of each block, ascending; `rows` is written over by the next. */
  each(visit: (rows: Int32Array, count: number) => void): void;
}

/** What the threads of one table share while they look for blocks. */
export interface BlockMemory {
  /** A word for each row: its hash, 0 where it has none. */
  readonly hashes: Int32Array;
  /** Hash and row, side by side, stretch after stretch. */
  readonly parted: Int32Array;
  /** For each thread how many of its rows go into each stretch. */
  readonly counts: Int32Array;
  /** The stretch to be taken next. */
  readonly turn: Int32Array;
}

/** Rows in a stretch, about, and places in which they are sorted. */
const STRETCH = 2048;
const PLACE_BITS = 12;
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
/** A rule has no more keys. */
export const MOST_KEYS = FACTORS.length;

const partBitsOf = (rowCount: number): number =>
  Math.max(1, Math.min(14, Math.ceil(Math.log2(rowCount / STRETCH))));

export function blockMemory(rowCount: number, shares: number): BlockMemory {
  return {
    hashes: sharedInts(rowCount),
    parted: sharedInts(rowCount * 2),
    counts: sharedInts(shares << partBitsOf(rowCount)),
    turn: sharedInts(1),
  };
}

/** A rule is a set of keys, as bits by their number. */
export function createBlockFinder(
  keys: Int32Array,
  rowCount: number,
  share: number,
  shares: number,
  { hashes, parted, counts, turn }: BlockMemory,
): BlockFinder {
  let sorted = new Int32Array(STRETCH * 4);
  let block = new Int32Array(1 << 10);
  const begins = new Int32Array((1 << PLACE_BITS) + 1);
  const partBits = partBitsOf(rowCount);
  const parts = 1 << partBits;
  const shift = 32 - partBits;
  const from = Math.floor((rowCount * share) / shares);
  const to = Math.floor((rowCount * (share + 1)) / shares);
  const own = counts.subarray(share * parts, (share + 1) * parts);
  /** Rows lie by given name: what shares one is parted together, and so lies together also here. */
  let isByGiven = false;
  const partOf = (hash: number, row: number): number =>
    (isByGiven ? scrambled(keys[row * KEY_WORDS + KEY.given]!) : hash) >>> shift;

  return {
    hash(rule, step = 1) {
      if (share === 0) turn[0] = 0;
      own.fill(0);
      isByGiven = (rule & (1 << KEY.given)) !== 0;
      const asked = [...Array(KEY_WORDS).keys()].filter((key) => rule & (1 << key));
      const size = asked.length;
      const [first = 0, second = 0, third = 0, fourth = 0] = asked;
      // Without branches: which keys a row lacks, nobody could foretell.
      for (let row = from, base = from * KEY_WORDS; row < to; row++, base += KEY_WORDS) {
        let key = keys[base + first]!;
        let present = key | -key;
        let hash = Math.imul(1 + key, FACTORS[0]!);
        if (size > 1) {
          key = keys[base + second]!;
          present &= key | -key;
          hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[1]!);
        }
        if (size > 2) {
          key = keys[base + third]!;
          present &= key | -key;
          hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[2]!);
        }
        if (size > 3) {
          key = keys[base + fourth]!;
          present &= key | -key;
          hash = Math.imul((hash ^ (hash >>> 15)) + key, FACTORS[3]!);
        }
        hash = scrambled(hash);
        if (hash === 0 || (step > 1 && ((hash >>> 8) & 0xffff) % step !== 0)) present = 0;
        present >>= 31;
        hash &= present;
        hashes[row] = hash;
        own[partOf(hash, row)]! -= present;
      }
    },
    part() {
      const next = new Int32Array(parts);
      for (let part = 0, sum = 0; part < parts; part++)
        for (let other = 0; other < shares; other++) {
          if (other === share) next[part] = sum;
          sum += counts[other * parts + part]!;
        }
      for (let row = from; row < to; row++) {
        const hash = hashes[row]!;
        if (hash === 0) continue;
        const at = next[partOf(hash, row)]!++ * 2;
        parted[at] = hash;
        parted[at + 1] = row;
      }
    },
    each(visit) {
      const start = new Int32Array(parts + 1);
      for (let part = 0; part < parts; part++) {
        let rows = start[part]!;
        for (let other = 0; other < shares; other++) rows += counts[other * parts + part]!;
        start[part + 1] = rows;
      }
      for (let part = Atomics.add(turn, 0, 1); part < parts; part = Atomics.add(turn, 0, 1))
        findIn(start[part]!, start[part + 1]!, visit);
    },
  };

  /** Finds the blocks of one stretch: rows are counted by the next bits of their hash, what stands alone is left out. */
  function findIn(from: number, to: number, visit: (rows: Int32Array, count: number) => void): void {
    if (to - from < 2) return;
    const low = Math.max(0, shift - PLACE_BITS);
    const mask = (1 << PLACE_BITS) - 1;
    begins.fill(0);
    for (let at = from; at < to; at++) begins[((parted[at * 2]! >>> low) & mask) + 1]!++;
    let sum = 0;
    for (let place = 0; place <= mask; place++) {
      const count = begins[place + 1]!;
      begins[place] = count < 2 ? -1 : sum;
      if (count > 1) sum += count;
    }
    if (sorted.length < sum * 2) sorted = new Int32Array(sum * 3);
    for (let at = from; at < to; at++) {
      const hash = parted[at * 2]!;
      const place = (hash >>> low) & mask;
      const into = begins[place]!;
      if (into < 0) continue;
      sorted[into * 2] = hash;
      sorted[into * 2 + 1] = parted[at * 2 + 1]!;
      begins[place] = into + 1;
    }
    let first = 0;
    for (let place = 0; place <= mask; place++) {
      const end = begins[place]!;
      if (end < 0) continue;
      visitEach(first, end, visit);
      first = end;
    }
  }

  /** The blocks among rows that share a place: mostly one; others are taken out hash by hash. */
  function visitEach(first: number, end: number, visit: (rows: Int32Array, count: number) => void): void {
    let left = end;
    while (left - first > 1) {
      const hash = sorted[first * 2]!;
      if (block.length < left - first) block = new Int32Array((left - first) * 2);
      let count = 0;
      let kept = first;
      for (let at = first; at < left; at++) {
        const row = sorted[at * 2 + 1]!;
        if (sorted[at * 2] === hash) block[count++] = row;
        else {
          sorted[kept * 2] = sorted[at * 2]!;
          sorted[kept * 2 + 1] = row;
          kept++;
        }
      }
      left = kept;
      if (count > 1) visit(block, count);
    }
  }
}
