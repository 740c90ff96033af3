import { bucketOf, type HashIndex, isStretch, markOf } from './hash-index.ts';
import { damaged } from './index-head.ts';

/** Rows met so far, each with what it was met for. What is not met costs nothing, and nothing is made anew for a query. */
export interface Gathering {
  readonly count: number;
  readonly rows: Int32Array;
  /** The bits of all meetings of a row. */
  readonly met: Int32Array;
  /** The byte noted with the row. */
  readonly notes: Uint8Array;
  begin(): void;
  /**
   * Asks for the rows under a key: new ones up to `most`. Of a long list only rows whose note is in
   * `wanted` are new.
   */
  ask(key: number, bits: number, most: number): void;
  /** Meets a row that no list holds yet. */
  meet(row: number, bits: number, note: number): void;
  /**
   * Brings what was asked for, in that order, passing at most so many entries. All lists are touched first, so that
   * memory fetches them side by side.
   */
  bring(wanted?: Uint8Array, most?: number): void;
}

const MOST_ASKED = 2048;

/** What a very common name costs at most. */
export interface GatheringLimits {
  /** Rows that can be met, a power of two: what is small stays in the nearest cache. */
  readonly met: number;
  /** A list longer than this brings only rows whose note is wanted, where a note is wanted. */
  readonly long: number;
  /** Entries of one list, and of all, that are passed at most. */
  readonly passedOfList: number;
  readonly passed: number;
}

export function createGathering(
  { start, rows: listed, marks }: HashIndex,
  limits: GatheringLimits,
): Gathering {
  const most = limits.met;
  const slots = new Int32Array(most * 2);
  const slotMask = slots.length - 1;
  const slotShift = Math.clz32(slotMask);
  const rows = new Int32Array(most);
  const met = new Int32Array(most);
  const notes = new Uint8Array(most);
  const buckets = start.length - 1;
  const asked = {
    mark: new Int32Array(MOST_ASKED),
    bits: new Int32Array(MOST_ASKED),
    most: new Int32Array(MOST_ASKED),
    from: new Int32Array(MOST_ASKED),
    to: new Int32Array(MOST_ASKED),
  };
  /** What is written down is read for certain. */
  const touched = new Int32Array(1);
  let asking = 0;
  let count = 0;
  let passed = 0;
  const slotOf = (row: number): number => Math.imul(row, 0x9e3779b1) >>> slotShift;

  /** The place of a row among those met, or the free slot for it as a negative number. */
  const find = (row: number): number => {
    let slot = slotOf(row);
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (rows[held - 1] === row) return held - 1;
      slot = (slot + 1) & slotMask;
    }
    return -1 - slot;
  };
  const put = (slot: number, row: number, bits: number, note: number): void => {
    rows[count] = row;
    met[count] = bits;
    notes[count] = note;
    slots[slot] = ++count;
  };

  const take = (
    mark: number,
    bits: number,
    from: number,
    to: number,
    mostNew: number,
    wanted?: Uint8Array,
  ): void => {
    let room = Math.min(mostNew, most - count);
    for (let at = from; at < to; at++) {
      const tag = marks[at]!;
      if ((tag & 255) !== mark || (wanted !== undefined && wanted[tag >>> 8] === 0)) continue;
      const row = listed[at]!;
      const found = find(row);
      if (found >= 0) met[found]! |= bits;
      else if (room > 0) {
        room--;
        put(-1 - found, row, bits, tag >>> 8);
      }
    }
  };

  return {
    get count() {
      return count;
    },
    rows,
    met,
    notes,
    begin() {
      if (count > most / 8) slots.fill(0);
      else
        for (let at = 0; at < count; at++) {
          let slot = slotOf(rows[at]!);
          while (slots[slot] !== 0) {
            slots[slot] = 0;
            slot = (slot + 1) & slotMask;
          }
        }
      count = 0;
      passed = 0;
      asking = 0;
    },
    ask(key, bits, mostNew) {
      if (asking === MOST_ASKED) return;
      asked.from[asking] = bucketOf(key, buckets);
      asked.mark[asking] = markOf(key);
      asked.bits[asking] = bits;
      asked.most[asking++] = mostNew;
    },
    meet(row, bits, note) {
      const found = find(row);
      if (found >= 0) met[found]! |= bits;
      else if (count < most) put(-1 - found, row, bits, note);
    },
    bring(wanted, mostPassed = limits.passed) {
      const last = Math.min(limits.passed, passed + mostPassed);
      const { from, to } = asked;
      for (let at = 0; at < asking; at++) {
        const bucket = from[at]!;
        from[at] = start[bucket]!;
        to[at] = start[bucket + 1]!;
        if (!isStretch(from[at]!, to[at]!, listed.length)) throw damaged();
      }
      touched[0] = 0;
      for (let at = 0; at < asking; at++) touched[0]! ^= marks[from[at]!]! ^ listed[from[at]!]!;
      for (let at = 0; at < asking; at++) {
        const end = Math.min(to[at]!, from[at]! + Math.min(limits.passedOfList, last - passed));
        passed += end - from[at]!;
        const isLong = end - from[at]! > limits.long;
        take(asked.mark[at]!, asked.bits[at]!, from[at]!, end, asked.most[at]!, isLong ? wanted : undefined);
      }
      asking = 0;
    },
  };
}

/** Visits the pairs of the numbers below `count`, those of small numbers first. */
export function forPairs(count: number, visit: (one: number, other: number) => void): void {
  for (let sum = 1; sum < 2 * count - 2; sum++)
    for (let one = Math.max(0, sum - count + 1); 2 * one < sum; one++) visit(one, sum - one);
}
