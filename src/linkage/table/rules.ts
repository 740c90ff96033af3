import { MOST_KEYS } from './blocks.ts';
import { createKeyReader, type KeyedRows } from './row-keys.ts';
import { KEY, KEY_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';

/** How much is met: whose rows are few can afford what millions cannot. */
export interface Reach {
  /** Pairs a row that one rule may bring: more, and it is divided by further keys. */
  readonly pairs: number;
  /** Each rule has one of these keys. */
  readonly leading: readonly number[];
  /** No more than bits in a word. */
  readonly rules: number;
  /** What the model is learned from: a sample of blocks or, at the cost of walking all, one of pairs. */
  readonly learnsFrom: 'blocks' | 'pairs';
}

/** For millions of rows: each rule has a key that says much about the person alone. */
export const USUAL_REACH: Reach = {
  pairs: 20,
  leading: [KEY.given, KEY.birthDay],
  rules: 12,
  learnsFrom: 'blocks',
};
/** For rows by the ten thousand: whatever two keys agree. */
export const WIDE_REACH: Reach = {
  pairs: 100,
  leading: [...Array(KEY_WORDS).keys()],
  rules: 30,
  learnsFrom: 'pairs',
};

/** Rules in the order in which they bring pairs. */
export interface Rules {
  /** Sets of keys, as bits by their number. */
  readonly rules: readonly number[];
  /** About how many pairs each brings. */
  readonly pairs: readonly number[];
  readonly groups: readonly RuleGroup[];
  /** All sets of keys of which it is known how many pairs they bring. */
  readonly tried: readonly RuleTried[];
}

/** `rules[first … end)`, which all have the key `lead`. */
export interface RuleGroup {
  readonly lead: number;
  readonly first: number;
  readonly end: number;
}

const SAMPLED = 200_000;
const NONE = 1;

const bit = (key: number): number => 1 << key;

/**
 * The sets of keys that rows must share to meet. Two keys where that is rare enough, else those two with each third, and
 * so on: with ten times the rows a rule is divided further, and the pairs a row stay about the same. How many pairs a
 * set of keys brings is counted among rows chosen by their content.
 */
export function chooseRules(
  table: SampledRows,
  { pairs: mostPairs, leading, rules: mostRules }: Reach = USUAL_REACH,
): Rules {
  const { rowCount } = table;
  const { lacking, count, pairsWith } = createPairCounter(sampledKeys(table));
  const pairsOf = (rule: number): number => pairsWith(rule) * (rowCount / Math.max(1, count)) ** 2;
  const given = Array.from({ length: KEY_WORDS }, (_, key) => {
    let rows = 0;
    for (let row = 0; row < count; row++) if ((lacking[row]! & bit(key)) === 0) rows++;
    return rows > count * 0.005;
  });
  const usable = [...Array(KEY_WORDS).keys()].filter((key) => given[key]);
  const tried = new Set<number>();
  const chosen: RuleTried[] = [];
  const known: RuleTried[] = [];
  let open = usable.filter((key) => leading.includes(key)).map(bit);
  if (open.length === 0) open = usable.map(bit);
  for (let size = 2; size <= MOST_KEYS && open.length > 0; size++) {
    const next: number[] = [];
    for (const rule of open)
      for (const key of usable) {
        const longer = rule | bit(key);
        if (longer === rule || tried.has(longer) || isIdle(longer)) continue;
        tried.add(longer);
        if (chosen.some((other) => (longer & other.rule) === other.rule)) continue;
        const pairs = pairsOf(longer);
        known.push({ rule: longer, pairs });
        // What no further key divides stands as it is: its blocks are divided as far as they can be.
        if (pairs <= mostPairs * rowCount || size === Math.min(MOST_KEYS, usable.length))
          chosen.push({ rule: longer, pairs });
        else next.push(longer);
      }
    open = next;
  }
  if (chosen.length === 0) for (const rule of usable.map(bit)) chosen.push({ rule, pairs: pairsOf(rule) });
  const most = [...chosen].sort((x, y) => y.pairs - x.pairs || x.rule - y.rule).slice(0, mostRules);
  return { ...grouped(most), tried: known };
}

export interface RuleTried {
  readonly rule: number;
  readonly pairs: number;
}

/** Rules side by side that have a key in common: first the key that most have, then that of most of the others. */
export function grouped(chosen: readonly RuleTried[]): Omit<Rules, 'tried'> {
  const rules: RuleTried[] = [];
  const groups: RuleGroup[] = [];
  for (let left = chosen; left.length > 0; ) {
    const having = (key: number): number => left.filter(({ rule }) => rule & bit(key)).length;
    const lead = [...Array(KEY_WORDS).keys()].reduce((most, key) =>
      having(key) > having(most) ? key : most,
    );
    const first = rules.length;
    rules.push(...left.filter(({ rule }) => rule & bit(lead)));
    groups.push({ lead, first, end: rules.length });
    left = left.filter(({ rule }) => !(rule & bit(lead)));
  }
  return { rules: rules.map(({ rule }) => rule), pairs: rules.map(({ pairs }) => pairs), groups };
}

/** A day of birth has its year in it already. */
export const isIdle = (rule: number): boolean =>
  (rule & bit(KEY.birthDay)) !== 0 && (rule & bit(KEY.birthYear)) !== 0;

/** Counts the pairs of sampled rows that share all keys of a rule, by a hash of the keys and of nothing else. */
function createPairCounter(sample: Int32Array) {
  const count = sample.length / KEY_WORDS;
  const lacking = new Uint8Array(count);
  const mixed = new Int32Array(sample.length);
  for (let at = 0; at < sample.length; at++) {
    const key = at % KEY_WORDS;
    mixed[at] = scrambled(sample[at]! + Math.imul(key + 1, 0x9e3779b1));
    if (sample[at] === NONE) lacking[(at - key) / KEY_WORDS]! |= bit(key);
  }
  const bits = Math.max(4, Math.ceil(Math.log2(count + 1)) + 1);
  const mask = 2 ** bits - 1;
  /** For each class its hash and how many rows are in it. */
  const classes = new Int32Array(2 ** (bits + 1));
  const pairsWith = (rule: number): number => {
    const keys = Int32Array.from([...Array(KEY_WORDS).keys()].filter((key) => rule & bit(key)));
    let pairs = 0;
    classes.fill(0);
    for (let row = 0; row < count; row++) {
      if ((lacking[row]! & rule) !== 0) continue;
      let hash = 0;
      for (let at = 0; at < keys.length; at++) hash = (hash + mixed[row * KEY_WORDS + keys[at]!]!) | 0;
      hash ||= 1;
      let slot = hash >>> (32 - bits);
      while (classes[slot * 2] !== 0 && classes[slot * 2] !== hash) slot = (slot + 1) & mask;
      classes[slot * 2] = hash;
      pairs += classes[slot * 2 + 1]!++;
    }
    return pairs;
  };
  return { lacking, count, pairsWith };
}

interface SampledRows extends KeyedRows {
  readonly rowCount: number;
}

/** The keys of rows chosen by what they hold. */
function sampledKeys(table: SampledRows): Int32Array {
  const { rows, rowCount } = table;
  const step = Math.max(1, Math.floor(rowCount / SAMPLED));
  const chosen: number[] = [];
  for (let row = 0; row < rowCount; row++)
    if ((rows[row * ROW_WORDS + WORD.content]! >>> 0) % step === 0) chosen.push(row);
  const keys = createKeyReader(table);
  const sample = new Int32Array(chosen.length * KEY_WORDS);
  chosen.forEach((row, at) => {
    keys.lay(row, sample, at * KEY_WORDS, NONE);
  });
  return sample;
}
