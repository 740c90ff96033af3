import type { IndexContents } from './index-file.ts';
import { damaged } from './index-head.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { SpellingTable } from './spelling-table.ts';

/** The rows of an index, and those that came after, which follow them in number. */
export interface GrowingRows {
  readonly count: number;
  /** Those that came after, in words. */
  added(): Int32Array;
  /** Where the next row is to be written in `added()`; it counts once `take` is called. */
  room(): number;
  take(): number;
  wordOf(row: number, word: number): number;
  /**
   * Copies rows side by side. They are touched first, so that memory fetches them together.
   *
   * @throws SanadError `link.index-damaged` where a number leads nowhere
   */
  copy(rows: ArrayLike<number>, from: number, to: number, into: Int32Array, first: number): void;
}

export function createGrowingRows(
  { rows: indexed, rowCount }: Pick<IndexContents, 'rows' | 'rowCount'>,
  names: SpellingTable,
  places: SpellingTable,
): GrowingRows {
  let added = new Int32Array(0);
  let count = rowCount;
  /** What is written down is read for certain. */
  const touched = new Int32Array(1);
  const refuseUnknownCodes = (rows: Int32Array, base: number): void => {
    for (let slot = 0; slot < NAME_WORDS; slot++) if (!(rows[base + slot]! < names.count)) throw damaged();
    if (!(rows[base + WORD.home]! < places.count && rows[base + WORD.birthPlace]! < places.count))
      throw damaged();
  };
  const copyWords = (from: Int32Array, base: number, into: Int32Array, to: number): void => {
    for (let word = 0; word < ROW_WORDS; word++) into[to + word] = from[base + word]!;
  };
  return {
    get count() {
      return count;
    },
    added: () => added,
    room() {
      const base = (count - rowCount) * ROW_WORDS;
      if (base + ROW_WORDS > added.length) {
        const longer = new Int32Array(Math.max(1024 * ROW_WORDS, added.length * 2));
        longer.set(added);
        added = longer;
      }
      return base;
    },
    take: () => count++,
    wordOf: (row, word) =>
      row < rowCount ? indexed[row * ROW_WORDS + word]! : added[(row - rowCount) * ROW_WORDS + word]!,
    copy(rows, from, to, into, first) {
      touched[0] = 0;
      for (let at = from; at < to; at++)
        if (rows[at]! < rowCount) touched[0]! ^= indexed[rows[at]! * ROW_WORDS]!;
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        if (!(row >= 0 && row < count)) throw damaged();
        const base = (first + at - from) * ROW_WORDS;
        if (row < rowCount) copyWords(indexed, row * ROW_WORDS, into, base);
        else copyWords(added, (row - rowCount) * ROW_WORDS, into, base);
        refuseUnknownCodes(into, base);
      }
    },
  };
}
