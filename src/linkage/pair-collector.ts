/** Gathers pairs of rows that may come more than once; sorts them and keeps each once. 8 bytes a pair held. */
export interface PairCollector {
  add(a: number, b: number): void;
  finish(): { readonly count: number; readonly first: Int32Array; readonly second: Int32Array };
}

const INITIAL = 1 << 16;

export function createPairCollector(rowCount: number): PairCollector {
  let buffer = new Float64Array(INITIAL);
  let held = 0;
  /** `buffer[0, settled)` is sorted and without repeats. */
  let settled = 0;

  const settle = (): void => {
    const sorted = buffer.subarray(0, held).sort();
    let kept = 0;
    for (let at = 0; at < held; at++) {
      const pair = sorted[at]!;
      if (kept === 0 || buffer[kept - 1] !== pair) buffer[kept++] = pair;
    }
    held = kept;
    settled = kept;
  };

  return {
    add(a, b) {
      if (held === buffer.length) {
        settle();
        if (settled * 2 > buffer.length) {
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
