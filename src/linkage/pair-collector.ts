import { setBits } from './set-bits.ts';

/** Gathers pairs of rows that may come more than once; sorts them and keeps each once. */
export interface PairCollector {
  add(a: number, b: number): void;
  finish(): { readonly count: number; readonly first: Int32Array; readonly second: Int32Array };
}

/** Up to this many rows a bit for every pair there could be takes 32 MB at most. */
const ROWS_BY_BITS = 16_384;

/** By bits where they fit, which needs no sorting; else by a list of what came. */
export const createPairCollector = (rowCount: number): PairCollector =>
  rowCount <= ROWS_BY_BITS ? collectInBits(rowCount) : collectInList(rowCount);

/** A row of bits for each row: the other rows that it meets. */
function collectInBits(rowCount: number): PairCollector {
  const words = Math.ceil(rowCount / 32);
  const bits = new Uint32Array(rowCount * words);
  return {
    add(a, b) {
      const first = a < b ? a : b;
      const second = a < b ? b : a;
      bits[first * words + (second >>> 5)]! |= 1 << (second & 31);
    },
    finish() {
      let count = 0;
      for (const word of bits) count += setBits(word);
      const first = new Int32Array(count);
      const second = new Int32Array(count);
      let at = 0;
      for (let row = 0; row < rowCount; row++)
        for (let word = row >>> 5; word < words; word++)
          for (let rest = bits[row * words + word]!; rest !== 0; rest = (rest & (rest - 1)) >>> 0) {
            first[at] = row;
            second[at++] = word * 32 + 31 - Math.clz32(rest & -rest);
          }
      return { count, first, second };
    },
  };
}

const INITIAL = 1 << 16;

/** 8 bytes a pair held; what came twice is thrown out whenever the list is full. */
function collectInList(rowCount: number): PairCollector {
  let buffer = new Float64Array(INITIAL);
  let held = 0;

  const settle = (): void => {
    const sorted = buffer.subarray(0, held).sort();
    let kept = 0;
    for (let at = 0; at < held; at++) {
      const pair = sorted[at]!;
      if (kept === 0 || buffer[kept - 1] !== pair) buffer[kept++] = pair;
    }
    held = kept;
  };

  return {
    add(a, b) {
      if (held === buffer.length) {
        settle();
        if (held * 2 > buffer.length) {
          const larger = new Float64Array(buffer.length * 2);
          larger.set(buffer.subarray(0, held));
          buffer = larger;
        }
      }
      buffer[held++] = a < b ? a * rowCount + b : b * rowCount + a;
    },
    finish() {
      settle();
      const first = new Int32Array(held);
      const second = new Int32Array(held);
      for (let at = 0; at < held; at++) {
        const row = Math.floor(buffer[at]! / rowCount);
        first[at] = row;
        second[at] = buffer[at]! - row * rowCount;
      }
      return { count: held, first, second };
    },
  };
}
