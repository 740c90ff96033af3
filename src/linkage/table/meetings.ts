import type { BlockFinder } from './blocks.ts';
import type { SharedTable } from './hand.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { Sieve } from './sieve.ts';
import {
  BATCH,
  FIRST_RECORD,
  MARK,
  MARK_LANES,
  MARK_WORDS,
  RECORD,
  RECORD_WORDS,
  TABLE,
  TWO_PLACES,
} from './sieve-layout.ts';

/** Rows in a block that all meet. Larger blocks are divided by each further key. */
const BLOCK_SIZE = 256;
const NEIGHBOURS = 6;
const DEEPEST = 3;
/** So many rules find room for their crowds in the flags of a row's marks; with more the row itself is asked. */
const FLAGGED_RULES = 14;

/** All that a thread needs to walk the pairs of its share. */
export interface Ground {
  readonly table: SharedTable;
  readonly finder: BlockFinder;
  readonly sieve: Sieve;
  /** What may still come of a row that has two places. */
  readonly mostOfPlace: number;
  /** Pairs that can weigh less do not pass the sieve. */
  readonly lightest: number;
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
 * passed over. `visit` is told those that pass the sieve. The rule's rows have been hashed and parted.
 */
export function meet(
  { table: { rows, order, keys, marks }, finder, sieve, mostOfPlace, lightest }: Ground,
  rules: readonly number[],
  at: number,
  visit: (rowA: number, rowB: number) => void,
): Met {
  const rule = rules[at]!;
  const { memory } = sieve;
  const words = new Int32Array(marks.buffer);
  const isFlagged = rules.length <= FLAGGED_RULES;
  for (let equal = 0; equal < 1 << KEY_WORDS; equal++)
    memory[TABLE.broughtBy + equal] = rules
      .slice(0, at)
      .reduce((by, earlier, index) => ((equal & earlier) === earlier ? by | (1 << index) : by), 0);
  const places = new Int32Array(BATCH);
  const meetsFrom = new Int32Array(BATCH);
  let batched = 0;
  const met: Met = { pairs: 0, limitedRows: 0, touched: 0 };

  /**
   * The rows of a batch lie anywhere in memory: touched first one after the other, they come together, where copied at
   * once each would be waited for.
   */
  const meetBatch = (): void => {
    let touched = 0;
    for (let index = 0; index < batched; index++)
      touched ^= words[places[index]! * MARK_WORDS]! ^ keys[places[index]! * KEY_WORDS]!;
    met.touched! ^= touched;
    for (let index = 0; index < batched; index++) {
      const place = places[index]!;
      const to = FIRST_RECORD + index * RECORD_WORDS;
      const key = place * KEY_WORDS;
      const mark = place * MARK_WORDS;
      for (let at = 0; at < KEY_WORDS; at++) memory[to + at] = keys[key + at]! || index * 2 + 1;
      for (let at = 0; at < MARK_WORDS; at++) memory[to + RECORD.marks + at] = words[mark + at]!;
      const flags = marks[place * MARK_LANES + MARK.flags]!;
      memory[to + RECORD.crowded] = isFlagged ? flags : rows[order[place]! * ROW_WORDS + WORD.crowded]!;
      memory[to + RECORD.hope] = (flags & TWO_PLACES) === 0 ? 0 : mostOfPlace;
      memory[to + RECORD.from] = (FIRST_RECORD + meetsFrom[index]! * RECORD_WORDS) * 4;
      memory[to + RECORD.row] = order[place]!;
    }
    const passed = sieve.run(batched, lightest);
    met.pairs += sieve.takeMet();
    for (let index = 0; index < passed; index++) {
      const pair = sieve.pair(index);
      visit(memory[(pair & 0xffff) + RECORD.row]!, memory[(pair >>> 16) + RECORD.row]!);
    }
    batched = 0;
  };
  const meetAll = (block: Int32Array, count: number): void => {
    if (batched + count > BATCH) meetBatch();
    const from = batched;
    for (let index = 0; index < count; index++) {
      places[batched] = block[index]!;
      meetsFrom[batched++] = from;
    }
  };

  const meetNeighbours = (block: Int32Array, count: number): void => {
    const ordered = Float64Array.from(
      block.subarray(0, count),
      (place) => (rows[order[place]! * ROW_WORDS + WORD.content]! >>> 0) * 67108864 + place,
    ).sort();
    const own = Int32Array.from(ordered, (entry) => entry % 67108864);
    for (let from = 0; from < count; from += BATCH - NEIGHBOURS) {
      meetBatch();
      for (let index = from; index < Math.min(count, from + BATCH); index++) {
        // The first few stand in the batch before, and have met each other there.
        const reach = from > 0 && batched < NEIGHBOURS ? 0 : NEIGHBOURS;
        places[batched] = own[index]!;
        meetsFrom[batched] = Math.max(0, batched - reach);
        batched++;
      }
    }
    meetBatch();
  };

  // One for each depth, kept: crowds are many, and each would leave its memory behind.
  const scratches: Float64Array[] = [];
  const scratch = (depth: number, count: number): Float64Array => {
    if ((scratches[depth]?.length ?? 0) < count) scratches[depth] = new Float64Array(count * 2);
    return scratches[depth]!;
  };

  /** Divides a crowd by each key that is not in `used`, and what is still too large again. */
  const divide = (block: Int32Array, count: number, used: number, depth: number): void => {
    let divided = 0;
    if (depth < DEEPEST)
      for (let key = 0; key < KEY_WORDS; key++) {
        if (used & (1 << key)) continue;
        const entries = scratch(depth, count);
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

  finder.each((block, count) => {
    if (count <= BLOCK_SIZE) meetAll(block, count);
    else {
      for (let index = 0; index < count; index++)
        if (isFlagged) marks[block[index]! * MARK_LANES + MARK.flags]! |= 1 << at;
        else rows[order[block[index]!]! * ROW_WORDS + WORD.crowded]! |= 1 << at;
      divide(block.slice(0, count), count, rule, 0);
    }
  });
  meetBatch();
  return met;
}
