/** Distinct values with codes counted from 0 in the order of arrival. */
export interface Dictionary {
  readonly values: readonly string[];
  code(value: string): number;
  find(value: string): number | undefined;
}

export function createDictionary(): Dictionary {
  const values: string[] = [];
  const codes = new Map<string, number>();
  return {
    values,
    code(value) {
      const known = codes.get(value);
      if (known !== undefined) return known;
      codes.set(value, values.length);
      values.push(value);
      return values.length - 1;
    },
    find: (value) => codes.get(value),
  };
}

const DENSE = 3072;
/** Pairs compared before the square is worth its memory: two rows alone never need it. */
const WORTH_A_SQUARE = 2000;

/**
 * Remembers a small number (0–254) for each unordered pair of codes, so that two distinct values are compared once
 * however many rows hold them. The first codes share a square of at most 9 MB, which is looked up several times faster;
 * the others a table of 9 bytes a slot.
 */
export function rememberPairs(compare: (a: number, b: number) => number): (a: number, b: number) => number {
  const sparse = rememberSparsely(compare);
  let square: Uint8Array | undefined;
  let asked = 0;
  return (a, b) => {
    if (a >= DENSE || b >= DENSE || (square === undefined && asked++ < WORTH_A_SQUARE)) return sparse(a, b);
    square ??= new Uint8Array(DENSE * DENSE);
    const at = a < b ? a * DENSE + b : b * DENSE + a;
    const held = square[at]!;
    if (held > 0) return held - 1;
    const level = compare(a, b);
    square[at] = level + 1;
    return level;
  };
}

/** Open addressing over flat arrays. */
function rememberSparsely(compare: (a: number, b: number) => number): (a: number, b: number) => number {
  let capacity = 1 << 8;
  let keys = new Float64Array(capacity).fill(-1);
  let levels = new Uint8Array(capacity);
  let held = 0;

  const slotOf = (key: number): number => {
    const low = (key % 4294967296) | 0;
    const high = (key / 4294967296) | 0;
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & (capacity - 1);
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1);
    return slot;
  };

  const grow = (): void => {
    const oldKeys = keys;
    const oldLevels = levels;
    capacity *= 2;
    keys = new Float64Array(capacity).fill(-1);
    levels = new Uint8Array(capacity);
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at]!;
      if (key === -1) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      levels[slot] = oldLevels[at]!;
    }
  };

  return (a, b) => {
    const key = a < b ? a * 4194304 + b : b * 4194304 + a;
    let slot = slotOf(key);
    if (keys[slot] === key) return levels[slot]!;
    const level = compare(a, b);
    if (held * 5 > capacity * 3) {
      grow();
      slot = slotOf(key);
    }
    keys[slot] = key;
    levels[slot] = level;
    held++;
    return level;
  };
}
