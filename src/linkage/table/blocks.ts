import { KEY, KEY_WORDS, scrambled } from './row-layout.ts';

/**
 * Rows that share all keys of a rule, found without comparing any: rows are parted by the first bits of a hash into
 * stretches that fit the nearest cache, and there those of one hash are brought together. A thread does the hashes of
 * its own share, so that threads need nothing of each other.
 */
export interface BlockFinder {
  /**
   * Calls `visit` with the rows of each block, ascending; `rows` is written over by the next. With a step only every
   * so many blocks, chosen by their keys.
   */
  find(rule: number, visit: (rows: Int32Array, count: number) => void, step?: number): void;
  /** Hashes this thread's share of the rows; all threads do so before any looks for blocks of the rule. */
  hash(rule: number): void;
}

/** Rows in a stretch, about, and places in which they are sorted. */
const STRETCH = 2048;
const PLACE_BITS = 12;
const FACTORS = [
  0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0x9e3779b9, 0x7feb352d, 0x846ca68b,
];

/** A rule is a set of keys, as bits by their number. */
export function createBlockFinder(
  keys: Int32Array,
  rowCount: number,
  share: number,
  shares: number,
  /** In memory that threads share: a word for each row. */
  hashes: Int32Array,
): BlockFinder {
  /** Hash and row, side by side. */
  let parted = new Int32Array(0);
  let sorted = new Int32Array(STRETCH * 4);
  let block = new Int32Array(1 << 10);
  const begins = new Int32Array((1 << PLACE_BITS) + 1);
  const partBits = Math.max(1, Math.min(14, Math.ceil(Math.log2(rowCount / shares / STRETCH))));
  const shift = 32 - partBits;

  return {
    find(rule, visit, step = 1) {
      // Rows lie by given name: what shares one is parted together, and so lies together also here.
      const isByGiven = (rule & (1 << KEY.given)) !== 0;
      const partOf = (hash: number, row: number): number =>
        (isByGiven ? scrambled(keys[row * KEY_WORDS + KEY.given]!) : hash) >>> shift;
      const isOwn = (hash: number): boolean =>
        (shares === 1 || (hash & 0xff) % shares === share) &&
        (step === 1 || ((hash >>> 8) & 0xffff) % step === 0);
      const next = new Int32Array((1 << partBits) + 1);
      for (let row = 0; row < rowCount; row++) {
        const hash = hashes[row]!;
        if (hash !== 0 && isOwn(hash)) next[partOf(hash, row) + 1]!++;
      }
      for (let part = 1; part < next.length; part++) next[part]! += next[part - 1]!;
      const held = next[next.length - 1]!;
      if (parted.length < held * 2) parted = new Int32Array(Math.ceil(held * 2.1));
      const start = next.slice();
      for (let row = 0; row < rowCount; row++) {
        const hash = hashes[row]!;
        if (hash === 0 || !isOwn(hash)) continue;
        const at = next[partOf(hash, row)]!++ * 2;
        parted[at] = hash;
        parted[at + 1] = row;
      }
      for (let part = 0; part + 1 < start.length; part++) findIn(start[part]!, start[part + 1]!, visit);
    },
    /** Key by key; 0 where a row lacks one. */
    hash(rule) {
      const asked = [...Array(KEY_WORDS).keys()].filter((key) => rule & (1 << key));
      const from = Math.floor((rowCount * share) / shares);
      const to = Math.floor((rowCount * (share + 1)) / shares);
      asked.forEach((key, at) => {
        const factor = FACTORS[at]!;
        const isLast = at === asked.length - 1;
        for (let row = from, base = from * KEY_WORDS + key; row < to; row++, base += KEY_WORDS) {
          const before = at === 0 ? 1 : hashes[row]!;
          const own = keys[base]!;
          const hash =
            before === 0 || own === 0 ? 0 : Math.imul((before ^ (before >>> 15)) + own, factor) || 1;
          hashes[row] = isLast && hash !== 0 ? scrambled(hash) || 1 : hash;
        }
      });
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
