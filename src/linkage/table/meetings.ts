import type { BlockFinder } from './blocks.ts';
import type { LeadOrder } from './lead-order.ts';
import { createRowsAtHand, type MarkLayer } from './records.ts';
import type { KeyReader } from './row-keys.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import type { RuleGroup } from './rules.ts';
import type { Sieve } from './sieve.ts';
import {
  BATCH,
  FIRST_LISTED,
  FIRST_PASSED,
  LISTED,
  LISTED_WORDS,
  MOST_BEFORE,
  PASSED_WORDS,
  TABLE,
} from './sieve-layout.ts';

/** Rows in a block that all meet. Larger blocks are divided by each further key. */
const BLOCK_SIZE = MOST_BEFORE;
const NEIGHBOURS = 6;
const DEEPEST = 3;

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

/** Told of pairs, two rows each, as `pairs[from … end)`; what stands there may be written over. */
export type PairVisitor = (pairs: Int32Array, from: number, end: number) => void;

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
 */
export function meet(
  { rows, keys, lead, findBlocks, sieve, layMarks, lightest }: Ground,
  rules: readonly number[],
  { first, end }: RuleGroup,
  visit: PairVisitor,
): Met {
  const { memory } = sieve;
  const met: Met = { pairs: 0, limitedRows: 0, touched: 0 };
  const broughtBy = rules.map((_, at) => earlierRules(rules.slice(0, at)));
  // A single rule leaves most rows alone.
  const laidAt = end - first > 1 ? 'once' : 'need';
  const atHand = createRowsAtHand(rows, keys, memory, laidAt, layMarks);
  let stretch: Int32Array = new Int32Array(0);
  let at = first;

  let listed = 0;
  /** The address of the next on the list. */
  const next = (): number => (FIRST_LISTED + listed * LISTED_WORDS) * 4;
  const list = (place: number, from: number): void => {
    const entry = FIRST_LISTED + listed++ * LISTED_WORDS;
    memory[entry + LISTED.record] = atHand.recordAt(place) * 4;
    memory[entry + LISTED.from] = from;
  };
  const meetListed = (): void => {
    if (listed === 0) return;
    met.touched ^= atHand.layOut();
    const end = FIRST_PASSED + sieve.run(listed, lightest) * PASSED_WORDS;
    listed = 0;
    met.pairs += sieve.takeMet();
    let touched = 0;
    for (let at = FIRST_PASSED; at < end; at++) touched ^= rows[memory[at]! * ROW_WORDS]!;
    met.touched ^= touched;
    if (end > FIRST_PASSED) visit(memory, FIRST_PASSED, end);
  };
  const makeRoom = (size: number): void => {
    if (listed + size > BATCH) meetListed();
    if (atHand.hasRoom(size)) return;
    meetListed();
    atHand.forget();
  };
  const meetAll = (block: Int32Array, from: number, end: number): void => {
    makeRoom(end - from);
    const begin = next();
    for (let index = from; index < end; index++) list(block[index]!, begin);
  };

  const meetNeighbours = (block: Int32Array): void => {
    const ordered = Float64Array.from(
      block,
      (place) => (rows[stretch[place]! * ROW_WORDS + WORD.content]! >>> 0) * 67108864 + place,
    ).sort();
    const own = Int32Array.from(ordered, (entry) => entry % 67108864);
    for (let from = 0; from < own.length; from += BATCH - NEIGHBOURS) {
      meetListed();
      makeRoom(BATCH);
      for (let index = from; index < Math.min(own.length, from + BATCH); index++) {
        // The first few stand in the batch before, and have met each other there.
        const reach = from > 0 && listed < NEIGHBOURS ? 0 : Math.min(listed, NEIGHBOURS);
        list(own[index]!, next() - reach * LISTED_WORDS * 4);
      }
    }
    meetListed();
  };

  // One for each depth, kept: crowds are many, and each would leave its memory behind.
  const scratches: Float64Array[] = [];
  const scratch = (depth: number, size: number): Float64Array => {
    if ((scratches[depth]?.length ?? 0) < size) scratches[depth] = new Float64Array(size * 2);
    return scratches[depth]!;
  };

  /** Divides a crowd by each key that is not in `used`, and what is still too large again. */
  const divide = (block: Int32Array, used: number, depth: number): void => {
    const size = block.length;
    const { words } = atHand.keys;
    let divided = 0;
    if (depth < DEEPEST)
      for (let key = 0; key < KEY_WORDS; key++) {
        if (used & (1 << key)) continue;
        const entries = scratch(depth, size);
        let held = 0;
        for (let index = 0; index < size; index++) {
          const value = words[block[index]! * KEY_WORDS + key]!;
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
            if (part.length <= BLOCK_SIZE) meetAll(part, 0, part.length);
            else divide(part, used | (1 << key), depth + 1);
            divided += part.length;
          }
          from = to;
        }
      }
    if (divided < size) {
      meetNeighbours(block);
      met.limitedRows += size - divided;
    }
  };

  const meetBlock = (places: Int32Array, from: number, end: number): void => {
    if (end - from <= BLOCK_SIZE) {
      meetAll(places, from, end);
      return;
    }
    for (let index = from; index < end; index++) atHand.crowd(places[index]!, 1 << at);
    divide(places.slice(from, end), rules[at]!, 0);
  };

  lead.each((own) => {
    stretch = own;
    met.touched ^= atHand.begin(own);
    for (at = first; at < end; at++) {
      memory.set(broughtBy[at]!, TABLE.broughtBy);
      findBlocks(atHand.keys, rules[at]!, meetBlock);
      meetListed();
    }
  });
  return met;
}

/** By equal keys: which of the rules, as bits, bring such a pair. */
const earlierRules = (rules: readonly number[]): Int32Array =>
  Int32Array.from({ length: 1 << KEY_WORDS }, (_, equal) =>
    rules.reduce((by, rule, index) => ((equal & rule) === rule ? by | (1 << index) : by), 0),
  );
