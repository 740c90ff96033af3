/**
 * Distinct cells of a CSV file, told apart by their bytes without making a text of any of them: open addressing over
 * flat arrays. The bytes of each distinct cell are copied side by side, so that looking one up stays in the cache.
 */
export interface CellDictionary {
  readonly count: number;
  /** The number of the cell `bytes[from … to)`, whose bytes hash to `hash`. */
  code(from: number, to: number, hash: number): number;
  /** The bytes of a cell. */
  cell(code: number): Uint8Array;
}

/** Of each cell: its hash, where its bytes begin and how many they are. */
const ENTRY = 4;

export function createCellDictionary(bytes: Uint8Array): CellDictionary {
  let mask = (1 << 12) - 1;
  let slots = new Int32Array(mask + 1);
  let entries = new Int32Array(ENTRY << 11);
  let arena = new Uint8Array(1 << 14);
  let used = 0;
  let count = 0;

  const grow = (): void => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1);
    for (let code = 0; code < count; code++) {
      let slot = entries[code * ENTRY]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    const longer = new Int32Array(entries.length * 2);
    longer.set(entries);
    entries = longer;
  };
  const keep = (from: number, length: number): void => {
    if (used + length > arena.length) {
      const longer = new Uint8Array(Math.max(arena.length * 2, used + length));
      longer.set(arena);
      arena = longer;
    }
    for (let at = 0; at < length; at++) arena[used++] = bytes[from + at]!;
  };

  return {
    get count() {
      return count;
    },
    code(from, to, hash) {
      const length = to - from;
      let slot = hash & mask;
      next: for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        slot = (slot + 1) & mask;
        const entry = (held - 1) * ENTRY;
        if (entries[entry] !== hash || entries[entry + 2] !== length) continue;
        const start = entries[entry + 1]!;
        for (let at = 0; at < length; at++) if (arena[start + at] !== bytes[from + at]) continue next;
        return held - 1;
      }
      if (count * 2 > mask) {
        grow();
        slot = hash & mask;
        while (slots[slot] !== 0) slot = (slot + 1) & mask;
      }
      slots[slot] = count + 1;
      entries[count * ENTRY] = hash;
      entries[count * ENTRY + 1] = used;
      entries[count * ENTRY + 2] = length;
      keep(from, length);
      return count++;
    },
    cell: (code) =>
      arena.subarray(entries[code * ENTRY + 1]!, entries[code * ENTRY + 1]! + entries[code * ENTRY + 2]!),
  };
}
