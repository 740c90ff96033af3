import type { BlockFinder } from './blocks.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';

/** Rows in a block that all meet. Larger blocks are divided by each further key. */
export const BLOCK_SIZE = 64;
const NEIGHBOURS = 6;
const DEEPEST = 3;

/** Takes pairs of a gathered block: `rows` holds copies of its rows, the row at place i from word i × 16 on. */
export interface PairVisitor {
  /** Before the pairs of each block. */
  begin?(rows: Int32Array, count: number): void;
  /** Row numbers, and where their copies stand. */
  pair(rowA: number, rowB: number, rows: Int32Array, a: number, b: number): void;
}

/** All that a thread needs to walk the pairs of its share. */
export interface Ground {
  readonly rows: Int32Array;
  readonly keys: Int32Array;
  readonly finder: BlockFinder;
}

/** How many pairs met, rows of blocks too large after every division among them. */
export interface Met {
  pairs: number;
  limitedRows: number;
}

/**
 * Walks the pairs that share the keys of a rule, each pair once over all rules: what an earlier rule has brought is
 * passed over. With a step only every so many blocks are
 * walked: a sample of blocks is one of pairs.
 */
export function meet(
  { rows, keys, finder }: Ground,
  rules: readonly number[],
  at: number,
  visitor: PairVisitor,
  step = 1,
): Met {
  const rule = rules[at]!;
  /** For each set of equal keys the first rule that it satisfies. */
  const firstRule = Uint8Array.from({ length: 1 << KEY_WORDS }, (_, equal) => {
    const first = rules.findIndex((earlier) => (equal & earlier) === earlier);
    return first < 0 ? 255 : first;
  });
  const gathered = new Int32Array(BLOCK_SIZE * ROW_WORDS);
  const gatheredKeys = new Int32Array(BLOCK_SIZE * KEY_WORDS);
  const numbers = new Int32Array(BLOCK_SIZE);
  const met: Met = { pairs: 0, limitedRows: 0 };

  const gather = (block: Int32Array, from: number, count: number): void => {
    for (let index = 0; index < count; index++) {
      const row = block[from + index]!;
      numbers[index] = row;
      let base = row * KEY_WORDS;
      let to = index * KEY_WORDS;
      for (let word = 0; word < KEY_WORDS; word++) gatheredKeys[to++] = keys[base++]!;
      base = row * ROW_WORDS;
      to = index * ROW_WORDS;
      for (let word = 0; word < ROW_WORDS; word++) gathered[to++] = rows[base++]!;
    }
    visitor.begin?.(gathered, count);
  };

  const equalKeys = (i: number, j: number): number => {
    const a = i * KEY_WORDS;
    const b = j * KEY_WORDS;
    let equal = 0;
    for (let key = 0; key < KEY_WORDS; key++) {
      const own = gatheredKeys[a + key]!;
      if (own !== 0 && own === gatheredKeys[b + key]!) equal |= 1 << key;
    }
    return equal;
  };

  /** Whether an earlier rule has brought the two: not if it left them in a crowd. */
  const cameBefore = (i: number, j: number, equal: number): boolean => {
    const first = firstRule[equal]!;
    if (first >= at) return false;
    const crowded = gathered[i * ROW_WORDS + WORD.crowded]! & gathered[j * ROW_WORDS + WORD.crowded]!;
    if ((crowded & ((1 << at) - 1)) === 0) return true;
    for (let earlier = first; earlier < at; earlier++)
      if ((equal & rules[earlier]!) === rules[earlier]! && (crowded & (1 << earlier)) === 0) return true;
    return false;
  };

  const meetAll = (block: Int32Array, from: number, count: number): void => {
    gather(block, from, count);
    for (let i = 1; i < count; i++)
      for (let j = 0; j < i; j++) {
        const equal = equalKeys(i, j);
        if ((equal & rule) !== rule || cameBefore(i, j, equal)) continue;
        met.pairs++;
        visitor.pair(numbers[j]!, numbers[i]!, gathered, j * ROW_WORDS, i * ROW_WORDS);
      }
  };

  const meetNeighbours = (block: Int32Array, count: number): void => {
    const ordered = Float64Array.from(
      block.subarray(0, count),
      (row) => (rows[row * ROW_WORDS + WORD.content]! >>> 0) * 67108864 + row,
    ).sort();
    const own = Int32Array.from(ordered, (entry) => entry % 67108864);
    const stride = BLOCK_SIZE - NEIGHBOURS;
    for (let from = 0; from < count; from += stride) {
      const size = Math.min(BLOCK_SIZE, count - from);
      gather(own, from, size);
      for (let i = 1; i < size; i++)
        for (let j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
          if (from > 0 && i < NEIGHBOURS) continue;
          met.pairs++;
          visitor.pair(numbers[j]!, numbers[i]!, gathered, j * ROW_WORDS, i * ROW_WORDS);
        }
    }
  };

  /** Divides a crowd by each key that is not in `used`, and what is still too large again. */
  const divide = (block: Int32Array, count: number, used: number, depth: number): void => {
    let divided = 0;
    if (depth < DEEPEST)
      for (let key = 0; key < KEY_WORDS; key++) {
        if (used & (1 << key)) continue;
        const entries = new Float64Array(count);
        let held = 0;
        for (let index = 0; index < count; index++) {
          const value = keys[block[index]! * KEY_WORDS + key]!;
          if (value !== 0) entries[held++] = (value >>> 0) * 1048576 + index;
        }
        if (held < 2 || count > 1048576) continue;
        const ordered = entries.subarray(0, held).sort();
        for (let from = 0; from < held; ) {
          const value = Math.floor(ordered[from]! / 1048576);
          let to = from + 1;
          while (to < held && Math.floor(ordered[to]! / 1048576) === value) to++;
          if (to - from > 1 && to - from < count) {
            const part = Int32Array.from(
              ordered.subarray(from, to),
              (entry) => block[entry - value * 1048576]!,
            );
            if (part.length <= BLOCK_SIZE) meetAll(part, 0, part.length);
            else divide(part, part.length, used | (1 << key), depth + 1);
            divided += part.length;
          }
          from = to;
        }
      }
    if (divided < count) {
      meetNeighbours(block, count);
      met.limitedRows += count - divided;
    }
  };

  finder.find(
    rule,
    (block, count) => {
      if (count <= BLOCK_SIZE) meetAll(block, 0, count);
      else {
        for (let index = 0; index < count; index++)
          rows[block[index]! * ROW_WORDS + WORD.crowded]! |= 1 << at;
        divide(block.slice(0, count), count, rule, 0);
      }
    },
    step,
  );
  return met;
}
