import { createBlockFinder, MOST_KEYS } from './blocks.ts';
import { createKeyReader, type KeyedRows } from './row-keys.ts';
import { KEY, KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';

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
  const sample = sampledKeys(table);
  const count = sample.length / KEY_WORDS;
  const findBlocks = createBlockFinder();
  const records = { words: sample, width: KEY_WORDS, count };
  const pairsOf = (rule: number): number => {
    let pairs = 0;
    findBlocks(records, rule, 1, (_, size) => {
      pairs += (size * (size - 1)) / 2;
    });
    return pairs * (rowCount / Math.max(1, count)) ** 2;
  };
  const given = Array.from({ length: KEY_WORDS }, (_, key) => {
    let rows = 0;
    for (let at = key; at < sample.length; at += KEY_WORDS) if (sample[at] !== NONE) rows++;
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
