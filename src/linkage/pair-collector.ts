/** Gathers pairs of rows that may come more than once; sorts them and keeps each once. 8 bytes a pair held. */
export interface PairCollector {
  add(a: number, b: number): void;
  finish(): { readonly count: number; readonly first: Int32Array; readonly second: Int32Array };
}

const INITIAL = 1 << 20;

export function createPairCollector(rowCount: number): PairCollector {
  let first = new Int32Array(INITIAL);
  let second = new Int32Array(INITIAL);
  let held = 0;
  /** One bit for every row that may come second. */
  const met = new Uint32Array(Math.ceil(rowCount / 32));

  /** Lays the pairs out by their first row; the second rows of each go through bits, which sorts and thins them. */
  const settle = (): void => {
    const end = new Int32Array(rowCount);
    for (let at = 0; at < held; at++) end[first[at]!]!++;
    for (let row = 1; row < rowCount; row++) end[row]! += end[row - 1]!;
    const laid = new Int32Array(held);
    const next = end.slice();
    for (let at = held - 1; at >= 0; at--) laid[--next[first[at]!]!] = second[at]!;
    held = 0;
    for (let row = 0; row < rowCount; row++) {
      let lowest = met.length;
      let highest = -1;
      for (let at = next[row]!; at < end[row]!; at++) {
        const word = laid[at]! >>> 5;
        met[word]! |= 1 << (laid[at]! & 31);
        if (word < lowest) lowest = word;
        if (word > highest) highest = word;
      }
      for (let word = lowest; word <= highest; word++) {
        for (let rest = met[word]! | 0; rest !== 0; rest &= rest - 1) {
          first[held] = row;
          second[held++] = word * 32 + 31 - Math.clz32(rest & -rest);
        }
        met[word] = 0;
      }
    }
  };

  return {
    add(a, b) {
      if (held === first.length) {
        settle();
        if (held * 2 > first.length) {
          first = lengthened(first);
          second = lengthened(second);
        }
      }
      first[held] = a < b ? a : b;
      second[held++] = a < b ? b : a;
    },
    finish() {
      settle();
      return { count: held, first: first.slice(0, held), second: second.slice(0, held) };
    },
  };
}

function lengthened(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
