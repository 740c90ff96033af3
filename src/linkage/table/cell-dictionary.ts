import { scrambled } from './row-layout.ts';

/**
 * Distinct cells of a CSV file, told apart by their bytes without making a text of any of them: open addressing over
 * flat arrays. A cell of up to eight bytes is compared in its slot, which is one look into memory; longer ones by their
 * hash and then by their bytes.
 */
export interface CellDictionary {
  readonly count: number;
  /** The number of the cell `view[from … to)`. */
  code(view: DataView, from: number, to: number): number;
  /** The bytes of all cells, end to end. */
  cells(): DistinctCells;
}

/** The bytes of cell c are `bytes[start[c] … start[c + 1])`. */
export interface DistinctCells {
  readonly bytes: Uint8Array;
  readonly start: Int32Array;
}

/** Of each slot: the cell's bytes (or its hash and 0), their number, and the cell's number plus one. */
const SLOT = 4;
const SHORT = 8;

export function createCellDictionary(): CellDictionary {
  let mask = (1 << 10) - 1;
  let slots = new Int32Array((mask + 1) * SLOT);
  let start = new Int32Array(1 << 10);
  let kept = new Uint8Array(1 << 13);
  let count = 0;

  const grow = (): void => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * SLOT);
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + 3] === 0) continue;
      let slot = hashOf(old[at]!, old[at + 1]!, old[at + 2]!) & mask;
      while (slots[slot * SLOT + 3] !== 0) slot = (slot + 1) & mask;
      for (let word = 0; word < SLOT; word++) slots[slot * SLOT + word] = old[at + word]!;
    }
  };
  const keep = (view: DataView, from: number, length: number): void => {
    const used = start[count]!;
    if (used + length > kept.length) {
      const longer = new Uint8Array(Math.max(kept.length * 2, used + length));
      longer.set(kept);
      kept = longer;
    }
    for (let at = 0; at < length; at++) kept[used + at] = view.getUint8(from + at);
    if (count + 2 > start.length) {
      const longer = new Int32Array(start.length * 2);
      longer.set(start);
      start = longer;
    }
    start[++count] = used + length;
  };
  const isKept = (code: number, view: DataView, from: number, length: number): boolean => {
    const own = start[code]!;
    for (let at = 0; at < length; at++) if (kept[own + at] !== view.getUint8(from + at)) return false;
    return true;
  };

  return {
    get count() {
      return count;
    },
    code(view, from, to) {
      const length = to - from;
      const isShort = length <= SHORT;
      const first = isShort ? fourBytes(view, from, to) : longHash(view, from, to);
      const second = isShort && length > 4 ? fourBytes(view, from + 4, to) : 0;
      let slot = hashOf(first, second, length) & mask;
      for (;;) {
        const at = slot * SLOT;
        const held = slots[at + 3]!;
        if (held === 0) break;
        if (
          slots[at] === first &&
          slots[at + 1] === second &&
          slots[at + 2] === length &&
          (isShort || isKept(held - 1, view, from, length))
        )
          return held - 1;
        slot = (slot + 1) & mask;
      }
      slots[slot * SLOT] = first;
      slots[slot * SLOT + 1] = second;
      slots[slot * SLOT + 2] = length;
      slots[slot * SLOT + 3] = count + 1;
      keep(view, from, length);
      if (count * 2 > mask) grow();
      return count - 1;
    },
    cells: () => ({ bytes: kept.slice(0, start[count]), start: start.slice(0, count + 1) }),
  };
}

const hashOf = (first: number, second: number, length: number): number =>
  scrambled(first ^ Math.imul(second ^ (length << 24), 0x9e3779b1));

/** Four bytes as one number, zeroes for those from `to` on. */
function fourBytes(view: DataView, from: number, to: number): number {
  const length = to - from;
  if (from + 4 <= view.byteLength) {
    const word = view.getInt32(from, true);
    return length >= 4 ? word : word & ((1 << (length * 8)) - 1);
  }
  let word = 0;
  for (let at = 0; at < length; at++) word |= view.getUint8(from + at) << (at * 8);
  return word;
}

function longHash(view: DataView, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 4) {
    hash = Math.imul(hash ^ fourBytes(view, at, to), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
