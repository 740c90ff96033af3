import type { BlockFinder } from './blocks.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';

/** Rows in a block that all meet. Larger blocks are divided by each further key. */
export const BLOCK_SIZE = 256;
const BATCH = 512;
const SKETCH = 30;
const NEIGHBOURS = 6;
const DEEPEST = 3;

/** Words that a gathered row takes: its own sixteen, and sixteen for what a visitor wants to have at hand. */
export const GATHERED_WORDS = 32;

/** Takes pairs of gathered blocks: `rows` holds copies of the rows, the one at place i from word i × 32 on. */
export interface PairVisitor {
  /** After a batch has been gathered: fills words 16 to 29 of each row. */
  prepare?(rows: Int32Array, count: number): void;
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
  /** Of no meaning, but it keeps the touching of rows from being left out as idle. */
  touched?: number;
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
  const gathered = new Int32Array(BATCH * GATHERED_WORDS);
  const gatheredKeys = new Int32Array(BATCH * KEY_WORDS);
  const numbers = new Int32Array(BATCH);
  /** Where each block of the batch begins. */
  const begins = new Int32Array(BATCH);
  let batched = 0;
  let blocks = 0;
  const met: Met = { pairs: 0, limitedRows: 0 };
  /** Keys of which an earlier rule asks, but not this one: only they can tell that a pair came before. */
  const asked = rules.slice(0, at).reduce((keysAsked, earlier) => keysAsked | earlier, 0) & ~rule;
  const askedKeys = Int32Array.from([...Array(KEY_WORDS).keys()].filter((key) => asked & (1 << key)));
  const width = askedKeys.length;
  let touched = 0;

  /**
   * Copies the rows of a batch of blocks side by side. They lie anywhere in memory: touched first one after the other,
   * they come together, where copied at once each would be waited for.
   */
  const gather = (): void => {
    for (let index = 0; index < batched; index++) touched ^= rows[numbers[index]! * ROW_WORDS]!;
    if (width > 0)
      for (let index = 0; index < batched; index++) touched ^= keys[numbers[index]! * KEY_WORDS]!;
    for (let index = 0; index < batched; index++) {
      let from = numbers[index]! * ROW_WORDS;
      const to = index * GATHERED_WORDS;
      for (let word = 0; word < ROW_WORDS; word++) gathered[to + word] = rows[from++]!;
      from = numbers[index]! * KEY_WORDS;
      // A key that a row lacks equals no other.
      let sketch = 0;
      let second = 0;
      for (let key = 0; key < width; key++) {
        const value = keys[from + askedKeys[key]!]! || index * 2 + 1;
        gatheredKeys[index * KEY_WORDS + key] = value;
        const byte = (value ^ (value >>> 8) ^ (value >>> 16) ^ (value >>> 24)) & 0xff;
        if (key < 4) sketch |= byte << (key * 8);
        else second |= byte << ((key & 3) * 8);
      }
      gathered[to + SKETCH] = sketch;
      gathered[to + SKETCH + 1] = second;
    }
    visitor.prepare?.(gathered, batched);
  };
  /** Bytes beyond those that are asked for, never equal. */
  const idle = width >= 4 ? 0 : 0xffffffff << (width * 8);
  const idleToo = width >= 8 ? 0 : 0xffffffff << (Math.max(0, width - 4) * 8);

  /** Whether two rows may share any key that is asked for: a byte of their sketches is the same. */
  const mayShare = (a: number, b: number): boolean => {
    const one = (gathered[a + SKETCH]! ^ gathered[b + SKETCH]!) | idle;
    if (((one - 0x01010101) & ~one & 0x80808080) !== 0) return true;
    if (width <= 4) return false;
    const two = (gathered[a + SKETCH + 1]! ^ gathered[b + SKETCH + 1]!) | idleToo;
    return ((two - 0x01010101) & ~two & 0x80808080) !== 0;
  };

  /** Whether an earlier rule has brought the two: not if it left them in a crowd. */
  const cameBefore = (i: number, j: number): boolean => {
    let equal = rule;
    for (let key = 0; key < width; key++)
      if (gatheredKeys[i * KEY_WORDS + key] === gatheredKeys[j * KEY_WORDS + key])
        equal |= 1 << askedKeys[key]!;
    const first = firstRule[equal]!;
    if (first >= at) return false;
    const crowded =
      gathered[i * GATHERED_WORDS + WORD.crowded]! & gathered[j * GATHERED_WORDS + WORD.crowded]!;
    if ((crowded & ((1 << at) - 1)) === 0) return true;
    for (let earlier = first; earlier < at; earlier++)
      if ((equal & rules[earlier]!) === rules[earlier]! && (crowded & (1 << earlier)) === 0) return true;
    return false;
  };

  /** Lets all rows meet that stand in one block of the batch, no further apart than `reach`. */
  const meetBatch = (reach: number): void => {
    gather();
    begins[blocks] = batched;
    for (let block = 0; block < blocks; block++) {
      const from = begins[block]!;
      const to = block + 1 < blocks ? begins[block + 1]! : batched;
      for (let i = from + 1; i < to; i++)
        for (let j = i - from > reach ? i - reach : from; j < i; j++) {
          const a = j * GATHERED_WORDS;
          const b = i * GATHERED_WORDS;
          if (width > 0 && mayShare(a, b) && cameBefore(i, j)) continue;
          met.pairs++;
          visitor.pair(numbers[j]!, numbers[i]!, gathered, a, b);
        }
    }
    batched = 0;
    blocks = 0;
  };
  const meetAll = (block: Int32Array, count: number): void => {
    if (batched + count > BATCH) meetBatch(BATCH);
    begins[blocks++] = batched;
    for (let index = 0; index < count; index++) numbers[batched++] = block[index]!;
  };

  const meetNeighbours = (block: Int32Array, count: number): void => {
    const ordered = Float64Array.from(
      block.subarray(0, count),
      (row) => (rows[row * ROW_WORDS + WORD.content]! >>> 0) * 67108864 + row,
    ).sort();
    const own = Int32Array.from(ordered, (entry) => entry % 67108864);
    meetBatch(BATCH);
    for (let from = 0; from + 1 < count; from += BATCH - NEIGHBOURS) {
      begins[blocks++] = 0;
      for (let index = from; index < Math.min(count, from + BATCH); index++) numbers[batched++] = own[index]!;
      meetBatch(NEIGHBOURS);
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
            if (part.length <= BLOCK_SIZE) meetAll(part, part.length);
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
      if (count <= BLOCK_SIZE) meetAll(block, count);
      else {
        for (let index = 0; index < count; index++)
          rows[block[index]! * ROW_WORDS + WORD.crowded]! |= 1 << at;
        divide(block.slice(0, count), count, rule, 0);
      }
    },
    step,
  );
  meetBatch(BATCH);
  return { ...met, touched };
}
