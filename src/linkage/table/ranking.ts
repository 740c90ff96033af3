import type { Gathering } from './gathering.ts';

/** Bits of a meeting: so many words or classes that are met, and so many that are nearly met. */
export const MEETING_BITS = 5;
const ALL = (1 << MEETING_BITS) - 1;
const BINS = 2048;
const BINS_A_BIT = 8;
const LIGHTEST = -5;

/** Rows, the best in front, and what each can weigh at most, in bits; written over by the next. */
export interface RankedRows {
  readonly rows: Int32Array;
  readonly most: Float64Array;
}

/** Ranks gathered rows by what they were met for. Nothing is sorted: weights fall into bins of an eighth of a bit. */
export interface Ranking {
  /** What it is worth to have met the n-th word, or a name near to it; and the note of a year. */
  begin(
    words: readonly { readonly equal: number; readonly near: number }[],
    worthOfNote: (note: number) => number,
  ): void;
  weigh(gathering: Gathering): void;
  /** The weight from which on there are so many rows. */
  leastOf(many: number): number;
  best(gathering: Gathering): RankedRows;
}

export function createRanking(most: number, rowsMet: number): Ranking {
  const equal = new Float64Array(1 << MEETING_BITS);
  const near = new Float64Array(1 << MEETING_BITS);
  const noted = new Float64Array(256);
  const binOfRow = new Int16Array(rowsMet);
  const bins = new Int32Array(BINS);
  const rows = new Int32Array(most);
  const weights = new Float64Array(most);

  const binOf = (many: number): number => {
    let bin = BINS - 1;
    for (let above = bins[bin]!; bin > 0 && above < many; ) above += bins[--bin]!;
    return bin;
  };
  const weightOf = (bin: number): number => bin / BINS_A_BIT + LIGHTEST;

  return {
    begin(words, worthOfNote) {
      for (let note = 0; note < 256; note++) noted[note] = worthOfNote(note);
      for (let bits = 0; bits < 1 << words.length; bits++) {
        equal[bits] = near[bits] = 0;
        for (let at = 0; at < words.length; at++)
          if ((bits & (1 << at)) !== 0) {
            equal[bits]! += words[at]!.equal;
            near[bits]! += words[at]!.near;
          }
      }
    },
    weigh({ count, met, notes }) {
      bins.fill(0);
      for (let at = 0; at < count; at++) {
        const own = met[at]! & ALL;
        const weight = equal[own]! + near[(met[at]! >>> MEETING_BITS) & ~own]! + noted[notes[at]!]!;
        const bin = Math.max(0, Math.min(BINS - 1, Math.ceil((weight - LIGHTEST) * BINS_A_BIT)));
        binOfRow[at] = bin;
        bins[bin]!++;
      }
    },
    leastOf: (many) => weightOf(binOf(many)),
    best({ count, rows: met }) {
      const least = binOf(most);
      let above = 0;
      for (let bin = BINS - 1; bin >= least; bin--) {
        const own = bins[bin]!;
        bins[bin] = above;
        above += own;
      }
      for (let at = 0; at < count; at++) {
        const bin = binOfRow[at]!;
        if (bin < least || bins[bin]! >= most) continue;
        weights[bins[bin]!] = weightOf(bin);
        rows[bins[bin]!++] = met[at]!;
      }
      return { rows: rows.subarray(0, Math.min(above, most)), most: weights };
    },
  };
}
