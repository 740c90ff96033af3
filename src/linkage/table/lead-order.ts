import type { KeyReader } from './row-keys.ts';
import { scrambled, sharedInts } from './row-layout.ts';

/**
 * Rows by one of their keys, the lead: what shares it stands side by side. Several rules have the same lead, and all of
 * them are walked while a stretch of the rows lies in the nearer caches. Each thread counts and lays its slice of the
 * rows; the stretches are then taken by whoever is free. Between the three steps all threads wait for each other.
 */
export interface LeadOrder {
  /** Counts this thread's slice by the lead. */
  count(lead: number): void;
  /** Lays it in order. Rows that lack the lead are left out. */
  sort(): void;
  /** Calls `visit` with the rows of each stretch, the largest first. */
  each(visit: (rows: Int32Array) => void): void;
}

/** What the threads of one table share while they order its rows. */
export interface LeadMemory {
  /** Two words more than there are rows: when nothing is to be ordered any more it serves others. */
  readonly order: Int32Array;
  /** For each thread how many of its rows fall into each class. */
  readonly counts: Int32Array;
  /** The stretch to be taken next. */
  readonly turn: Int32Array;
}

/** Rows in a stretch, at least, where a class has no more. */
const STRETCH = 1024;

const classBitsOf = (rowCount: number): number =>
  Math.max(1, Math.min(16, Math.ceil(Math.log2((rowCount + 1) / 16))));

export const leadMemory = (rowCount: number, shares: number): LeadMemory => ({
  order: sharedInts(rowCount + 2),
  counts: sharedInts(shares << classBitsOf(rowCount)),
  turn: sharedInts(1),
});

export function createLeadOrder(
  { keyOf }: KeyReader,
  rowCount: number,
  share: number,
  shares: number,
  { order, counts, turn }: LeadMemory,
): LeadOrder {
  const bits = classBitsOf(rowCount);
  const classes = 1 << bits;
  const from = Math.floor((rowCount * share) / shares);
  const to = Math.floor((rowCount * (share + 1)) / shares);
  const own = counts.subarray(share * classes, (share + 1) * classes);
  let by = 0;
  const classOf = (key: number): number => scrambled(key) >>> (32 - bits);

  return {
    count(lead) {
      by = lead;
      if (share === 0) turn[0] = 0;
      own.fill(0);
      for (let row = from; row < to; row++) {
        const key = keyOf(row, by);
        if (key !== 0) own[classOf(key)]!++;
      }
    },
    sort() {
      const next = new Int32Array(classes);
      for (let at = 0, sum = 0; at < classes; at++)
        for (let other = 0; other < shares; other++) {
          if (other === share) next[at] = sum;
          sum += counts[other * classes + at]!;
        }
      for (let row = from; row < to; row++) {
        const key = keyOf(row, by);
        if (key !== 0) order[next[classOf(key)]!++] = row;
      }
    },
    each(visit) {
      const stretches: [from: number, to: number][] = [];
      let begin = 0;
      let end = 0;
      for (let at = 0; at < classes; at++) {
        for (let other = 0; other < shares; other++) end += counts[other * classes + at]!;
        if (end - begin < STRETCH && at + 1 < classes) continue;
        if (end - begin > 1) stretches.push([begin, end]);
        begin = end;
      }
      stretches.sort(([a, b], [c, d]) => d - c - (b - a) || a - c);
      for (let at = Atomics.add(turn, 0, 1); at < stretches.length; at = Atomics.add(turn, 0, 1))
        visit(order.subarray(...stretches[at]!));
    },
  };
}
