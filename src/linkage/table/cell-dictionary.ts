/**
 * Distinct cells of a CSV file, told apart by their bytes without making a text of any of them: open addressing over
 * flat arrays, each entry the place where the cell first stood.
 */
export interface CellDictionary {
  readonly count: number;
  /** The number of the cell `bytes[from … to)`, whose bytes hash to `hash`. */
  code(from: number, to: number, hash: number): number;
  start(code: number): number;
  end(code: number): number;
}

export function createCellDictionary(bytes: Uint8Array): CellDictionary {
  let mask = (1 << 12) - 1;
  let slots = new Int32Array(mask + 1);
  let starts = new Float64Array(1 << 11);
  let lengths = new Int32Array(1 << 11);
  let hashes = new Int32Array(1 << 11);
  let count = 0;

  const grow = (): void => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1);
    for (let code = 0; code < count; code++) {
      let slot = hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    const longer = new Float64Array(starts.length * 2);
    longer.set(starts);
    starts = longer;
    lengths = widened(lengths);
    hashes = widened(hashes);
  };

  const isAt = (code: number, from: number, length: number): boolean => {
    if (lengths[code] !== length) return false;
    const start = starts[code]!;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[from + at]) return false;
    return true;
  };

  return {
    get count() {
      return count;
    },
    code(from, to, hash) {
      let slot = hash & mask;
      for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        if (hashes[held - 1] === hash && isAt(held - 1, from, to - from)) return held - 1;
        slot = (slot + 1) & mask;
      }
      if (count * 2 > mask) {
        grow();
        slot = hash & mask;
        while (slots[slot] !== 0) slot = (slot + 1) & mask;
      }
      slots[slot] = count + 1;
      starts[count] = from;
      lengths[count] = to - from;
      hashes[count] = hash;
      return count++;
    },
    start: (code) => starts[code]!,
    end: (code) => starts[code]! + lengths[code]!,
  };
}

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
