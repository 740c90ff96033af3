import { KEY_WORDS, scrambled } from './row-layout.ts';

/**
 * Rows that share all keys of a rule, found without comparing any: each row is hashed, what stands alone is dropped by
 * two bits a hash, the rest parted by the first bits of the hash and sorted part by part in the cache. A thread does
 * the hashes of its own share, so that threads need nothing of each other.
 */
export interface BlockFinder {
  /**
   * Calls `visit` with the rows of each block, ascending; `rows` is written over by the next. With a step only every
   * so many blocks, chosen by their keys.
   */
  find(rule: number, visit: (rows: Int32Array, count: number) => void, step?: number): void;
}

const ROW_BITS = 67108864;
const PART_SIZE = 2048;

/** A rule is a set of keys, as bits by their number. */
export function createBlockFinder(
  keys: Int32Array,
  rowCount: number,
  share: number,
  shares: number,
): BlockFinder {
  let hashes = new Int32Array(Math.ceil((rowCount / shares) * 1.1) + 1024);
  let rows = new Int32Array(hashes.length);
  let parted = new Float64Array(0);
  let block = new Int32Array(1 << 10);
  /** Two bits a hash: whether it came once, and whether it came again. */
  const bits = Math.min(28, Math.max(13, Math.ceil(Math.log2((rowCount / shares) * 6 + 1))));
  const met = new Int32Array((1 << bits) >>> 4);

  return {
    find(rule, visit, step = 1) {
      met.fill(0);
      const parts = [...Array(KEY_WORDS).keys()].filter((key) => rule & (1 << key));
      let held = 0;
      const [k0, k1 = -1, k2 = -1, k3 = -1] = parts as [number, number?, number?, number?];
      const shift = 32 - bits;
      for (let row = 0, base = 0; row < rowCount; row++, base += KEY_WORDS) {
        let key = keys[base + k0]!;
        if (key === 0) continue;
        let hash = Math.imul(key, 0x9e3779b1);
        if (k1 >= 0) {
          key = keys[base + k1]!;
          if (key === 0) continue;
          hash = Math.imul((hash ^ (hash >>> 15)) + key, 0x85ebca6b);
          if (k2 >= 0) {
            key = keys[base + k2]!;
            if (key === 0) continue;
            hash = Math.imul((hash ^ (hash >>> 15)) + key, 0xc2b2ae35);
            if (k3 >= 0) {
              key = keys[base + k3]!;
              if (key === 0) continue;
              hash = Math.imul((hash ^ (hash >>> 15)) + key, 0x27d4eb2f);
            }
          }
        }
        hash = scrambled(hash);
        if (shares > 1 && (hash & 0xff) % shares !== share) continue;
        if (step > 1 && ((hash >>> 8) & 0xffff) % step !== 0) continue;
        if (held === hashes.length) {
          hashes = longer(hashes);
          rows = longer(rows);
        }
        hashes[held] = hash;
        rows[held++] = row;
        const place = hash >>> shift;
        const at = (place & 15) << 1;
        const before = met[place >>> 4]!;
        met[place >>> 4] = before | (((before >>> at) & 1) === 0 ? 1 << at : 2 << at);
      }
      let kept = 0;
      const partBits = Math.max(0, Math.min(16, Math.ceil(Math.log2(held / PART_SIZE + 1))));
      const start = new Int32Array((1 << partBits) + 1);
      for (let at = 0; at < held; at++) {
        const hash = hashes[at]!;
        const place = hash >>> shift;
        if (((met[place >>> 4]! >>> ((place & 15) << 1)) & 2) === 0) continue;
        hashes[kept] = hash;
        rows[kept++] = rows[at]!;
        start[partBits === 0 ? 1 : (hash >>> (32 - partBits)) + 1]!++;
      }
      for (let part = 1; part < start.length; part++) start[part]! += start[part - 1]!;
      if (parted.length < kept) parted = new Float64Array(Math.ceil(kept * 1.1));
      const next = start.slice();
      const low = Math.min(2 ** (32 - partBits), 134217728);
      for (let at = 0; at < kept; at++) {
        const hash = hashes[at]! >>> 0;
        const part = partBits === 0 ? 0 : hash >>> (32 - partBits);
        // The bits that the part stands for need not be kept: what is left and the row fit in 53 bits.
        parted[next[part]!++] = (hash % low) * ROW_BITS + rows[at]!;
      }
      for (let part = 0; part + 1 < start.length; part++) {
        const from = start[part]!;
        const to = start[part + 1]!;
        if (to - from < 2) continue;
        const entries = parted.subarray(from, to).sort();
        for (let at = 0; at < entries.length; ) {
          const hash = Math.floor(entries[at]! / ROW_BITS);
          const end = (hash + 1) * ROW_BITS;
          let last = at + 1;
          while (last < entries.length && entries[last]! < end) last++;
          const count = last - at;
          if (count > 1) {
            if (count > block.length) block = new Int32Array(count * 2);
            for (let index = 0; index < count; index++) block[index] = entries[at + index]! - hash * ROW_BITS;
            visit(block, count);
          }
          at = last;
        }
      }
    },
  };
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
