import { MOST_KEYS } from './blocks.ts';
import type { KeyReader } from './row-keys.ts';
import { KEY_WORDS, scrambled } from './row-layout.ts';
import type { Rules } from './rules.ts';

/** Rows by rule. */
export type SampledRows = readonly Int32Array[];

const NONE = 1;

/** A rule of which one of `step` blocks is looked at. */
export interface SampledRule {
  readonly rule: number;
  readonly step: number;
}

/** Pairs from which the model is learned, rows that are looked at for it, and pairs that each rule brings at least if it has so many. */
const PAIRS = 250_000;
const ROWS_A_RULE = 50_000;
const PAIRS_A_RULE = 20_000;

/**
 * Of which blocks the model is learned. A pair counts for the rule that brings fewest: so nearly all pairs of one person
 * count for rules that bring little else, and of these more blocks are looked at than of those that bring strangers by
 * the million. Each pair counts as many times as its rule's step, whichever it is; only chance is less.
 */
export function sampledRules({ rules, pairs }: Rules, rowCount: number): SampledRule[] {
  const usual = (rowCount * rules.length * 2) / PAIRS;
  const most = rowCount / ROWS_A_RULE;
  return rules
    .map((rule, at) => ({ rule, pairs: pairs[at]! }))
    .sort((x, y) => x.pairs - y.pairs || x.rule - y.rule)
    .map(({ rule, pairs: own }) => ({
      rule,
      step: Math.max(1, Math.round(Math.min(usual, Math.max(most, own / PAIRS_A_RULE)))),
    }));
}

/**
 * Of some rows those that stand in sampled blocks, chosen by the keys of the block; for each of `shares` threads by rule,
 * all rows of a block for one of them. So a sample costs one look at each row, and no order.
 */
export function sampleBlocks(
  keys: KeyReader,
  from: number,
  to: number,
  rules: readonly SampledRule[],
  shares: number,
): SampledRows[] {
  const sampled = Array.from({ length: shares }, () => rules.map((): number[] => []));
  const own = new Int32Array(KEY_WORDS);
  // The last is the key of nobody, for rules that ask for fewer.
  const mixed = new Int32Array(KEY_WORDS + 1);
  const asked = new Int32Array(rules.length * MOST_KEYS).fill(KEY_WORDS);
  rules.forEach(({ rule }, at) => {
    asked.set(
      [...own.keys()].filter((key) => rule & (1 << key)),
      at * MOST_KEYS,
    );
  });
  const needed = Int32Array.from(rules, ({ rule }) => rule);
  const below = Float64Array.from(rules, ({ step }) => 2 ** 32 / step);
  for (let row = from; row < to; row++) {
    keys.lay(row, own, 0, NONE);
    let lacking = 0;
    for (let key = 0; key < KEY_WORDS; key++) {
      const value = own[key]!;
      lacking |= (value & 1) << key;
      mixed[key] = scrambled(value + FACTORS[key]!);
    }
    for (let rule = 0; rule < rules.length; rule++) {
      const at = rule * MOST_KEYS;
      // Each key is scrambled by itself, and only once: so is their sum.
      const hash =
        (mixed[asked[at]!]! + mixed[asked[at + 1]!]! + mixed[asked[at + 2]!]! + mixed[asked[at + 3]!]!) | 0;
      // Seldom true, and so soon passed over: which keys a row lacks, nobody could foretell.
      if (hash >>> 0 < below[rule]! && (lacking & needed[rule]!) === 0)
        sampled[(hash & 0xff) % shares]![rule]!.push(row);
    }
  }
  return sampled.map((byRule) => byRule.map((rows) => Int32Array.from(rows)));
}

/** One a key: a name of a father and one of a grandfather are not scrambled alike. */
const FACTORS = Int32Array.of(
  0x9e3779b1,
  0x85ebca6b,
  0xc2b2ae35,
  0x27d4eb2f,
  0x165667b1,
  0x2c1b3c6d,
  0x297a2d39,
  0x632be5ab,
);

/** What the threads have sampled, for each of them, by rule, in the order of the rows. */
export const dealt = (
  found: readonly (readonly SampledRows[])[],
  share: number,
  rules: number,
): SampledRows =>
  Array.from({ length: rules }, (_, rule) => {
    const rows = found.map((byShare) => byShare[share]![rule]!);
    const all = new Int32Array(rows.reduce((sum, own) => sum + own.length, 0));
    rows.reduce((at, own) => {
      all.set(own, at);
      return at + own.length;
    }, 0);
    return all;
  });
