import type { BlockFinder } from './blocks.ts';
import type { LeadOrder } from './lead-order.ts';
import type { MarkLayer } from './records.ts';
import type { KeyReader } from './row-keys.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { RuleGroup } from './rules.ts';
import type { Sieve } from './sieve.ts';
import { BATCH, RECORD, RECORD_WORDS, STRETCH, TABLE } from './sieve-layout.ts';

/** Rows in a block that all meet. Larger blocks are divided by each further key. */
const BLOCK_SIZE = 256;
const NEIGHBOURS = 6;
const DEEPEST = 3;
/** Rows that are touched ahead of being read. */
const AHEAD = 256;

/** All that a thread needs to walk the pairs of its share. */
export interface Ground {
  readonly rows: Int32Array;
  readonly keys: KeyReader;
  readonly lead: LeadOrder;
  readonly findBlocks: BlockFinder;
  readonly sieve: Sieve;
  /** Without it records have no marks, and whatever meets passes. */
  readonly layMarks?: MarkLayer;
  /** Pairs that can weigh less do not pass the sieve. */
  readonly lightest: number;
}

/** How many pairs met, rows of blocks too large after every division among them. */
export interface Met {
  pairs: number;
  limitedRows: number;
  /** Of no meaning, but it keeps the touching of rows from being left out as idle. */
  touched: number;
}

/**
 * Walks the pairs that share the keys of a rule of a group, each pair once over all rules: what an earlier rule has
 * brought is passed over. `visit` is told those that pass the sieve. The rows have been ordered by the group's lead.
 * With a step only a sample of blocks is walked.
 */
export function meet(
  { rows, keys, lead, findBlocks, sieve, layMarks, lightest }: Ground,
  rules: readonly number[],
  { first, end }: RuleGroup,
  step: number,
  visit: (rowA: number, rowB: number) => void,
): Met {
  const met: Met = { pairs: 0, limitedRows: 0, touched: 0 };
  const broughtBy = rules.map((_, at) => earlierRules(rules.slice(0, at)));
  let records: Int32Array = new Int32Array(0);
  let marks: Int16Array = new Int16Array(0);
  let at = first;

  /** Copies the rows of a stretch together: memory brings them at once where they are touched one after the other. */
  const layRecords = (stretch: Int32Array): void => {
    sieve.makeRoom(stretch.length);
    if (records.buffer !== sieve.memory.buffer) {
      records = sieve.memory.subarray(STRETCH);
      marks = new Int16Array(records.buffer, records.byteOffset);
    }
    for (let from = 0; from < stretch.length; from += AHEAD) {
      const to = Math.min(stretch.length, from + AHEAD);
      let touched = 0;
      for (let place = from; place < to; place++) touched ^= rows[stretch[place]! * ROW_WORDS]!;
      met.touched ^= touched;
      for (let place = from; place < to; place++) {
        const row = stretch[place]!;
        const record = place * RECORD_WORDS;
        keys.lay(row, records, record, place * 2 + 1);
        records[record + RECORD.crowded] = rows[row * ROW_WORDS + WORD.crowded]!;
        records[record + RECORD.row] = row;
        if (layMarks) layMarks(records, marks, place, row);
        else records[record + RECORD.hope] = 0;
      }
    }
  };

  let batched = 0;
  const meetBatch = (): void => {
    if (batched === 0) return;
    const passed = sieve.run(batched, lightest);
    met.pairs += sieve.takeMet();
    const { memory } = sieve;
    for (let from = 0; from < passed; from += AHEAD) {
      const to = Math.min(passed, from + AHEAD);
      let touched = 0;
      for (let index = from; index < to; index++) {
        const pair = sieve.pair(index);
        touched ^= rows[memory[(pair & 0xffff) + RECORD.row]! * ROW_WORDS]!;
        touched ^= rows[memory[(pair >>> 16) + RECORD.row]! * ROW_WORDS]!;
      }
      met.touched ^= touched;
      for (let index = from; index < to; index++) {
        const pair = sieve.pair(index);
        visit(memory[(pair & 0xffff) + RECORD.row]!, memory[(pair >>> 16) + RECORD.row]!);
      }
    }
    batched = 0;
  };
  const meetAll = (block: Int32Array, size: number): void => {
    if (batched + size > BATCH) meetBatch();
    const from = batched;
    for (let index = 0; index < size; index++) {
      sieve.take(batched++, block[index]!, from);
    }
  };

  const meetNeighbours = (block: Int32Array, size: number): void => {
    const ordered = Float64Array.from(
      block.subarray(0, size),
      (place) =>
        (rows[records[place * RECORD_WORDS + RECORD.row]! * ROW_WORDS + WORD.content]! >>> 0) * 67108864 +
        place,
    ).sort();
    const own = Int32Array.from(ordered, (entry) => entry % 67108864);
    for (let from = 0; from < size; from += BATCH - NEIGHBOURS) {
      meetBatch();
      for (let index = from; index < Math.min(size, from + BATCH); index++) {
        // The first few stand in the batch before, and have met each other there.
        const reach = from > 0 && batched < NEIGHBOURS ? 0 : NEIGHBOURS;
        sieve.take(batched, own[index]!, Math.max(0, batched - reach));
        batched++;
      }
    }
    meetBatch();
  };

  // One for each depth, kept: crowds are many, and each would leave its memory behind.
  const scratches: Float64Array[] = [];
  const scratch = (depth: number, size: number): Float64Array => {
    if ((scratches[depth]?.length ?? 0) < size) scratches[depth] = new Float64Array(size * 2);
    return scratches[depth]!;
  };

  /** Divides a crowd by each key that is not in `used`, and what is still too large again. */
  const divide = (block: Int32Array, size: number, used: number, depth: number): void => {
    let divided = 0;
    if (depth < DEEPEST)
      for (let key = 0; key < KEY_WORDS; key++) {
        if (used & (1 << key)) continue;
        const entries = scratch(depth, size);
        let held = 0;
        for (let index = 0; index < size; index++) {
          const value = records[block[index]! * RECORD_WORDS + key]!;
          if ((value & 1) === 0) entries[held++] = (value >>> 0) * 1048576 + index;
        }
        if (held < 2 || size > 1048576) continue;
        const ordered = entries.subarray(0, held).sort();
        for (let from = 0; from < held; ) {
          const value = Math.floor(ordered[from]! / 1048576);
          let to = from + 1;
          while (to < held && Math.floor(ordered[to]! / 1048576) === value) to++;
          if (to - from > 1 && to - from < size) {
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
    if (divided < size) {
      meetNeighbours(block, size);
      met.limitedRows += size - divided;
    }
  };

  const meetBlock = (block: Int32Array, size: number): void => {
    if (size <= BLOCK_SIZE) {
      meetAll(block, size);
      return;
    }
    for (let index = 0; index < size; index++) {
      const record = block[index]! * RECORD_WORDS;
      const crowded = records[record + RECORD.crowded]! | (1 << at);
      records[record + RECORD.crowded] = crowded;
      rows[records[record + RECORD.row]! * ROW_WORDS + WORD.crowded] = crowded;
    }
    divide(block.slice(0, size), size, rules[at]!, 0);
  };

  lead.each((stretch) => {
    layRecords(stretch);
    const keyed = { words: records, width: RECORD_WORDS, count: stretch.length };
    for (at = first; at < end; at++) {
      sieve.memory.set(broughtBy[at]!, TABLE.broughtBy);
      findBlocks(keyed, rules[at]!, step, meetBlock);
      meetBatch();
    }
  });
  return met;
}

/** By equal keys: which of the rules, as bits, bring such a pair. */
const earlierRules = (rules: readonly number[]): Int32Array =>
  Int32Array.from({ length: 1 << KEY_WORDS }, (_, equal) =>
    rules.reduce((by, rule, index) => ((equal & rule) === rule ? by | (1 << index) : by), 0),
  );
