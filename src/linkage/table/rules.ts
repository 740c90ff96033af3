import { blockMemory, createBlockFinder, MOST_KEYS } from './blocks.ts';
import { KEY, KEY_WORDS } from './row-layout.ts';

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

const SAMPLED = 200_000;

const bit = (key: number): number => 1 << key;

/**
 * The sets of keys that rows must share to meet. Two keys where that is rare enough, else those two with each third, and
 * so on: with ten times the rows a rule is divided further, and the pairs a row stay about the same. How many pairs a
 * set of keys brings is counted among rows chosen by their content.
 */
export function chooseRules(
  keys: Int32Array,
  content: (place: number) => number,
  rowCount: number,
  { pairs: mostPairs, leading, rules: mostRules }: Reach = USUAL_REACH,
): number[] {
  const step = Math.max(1, Math.floor(rowCount / SAMPLED));
  const sample = step === 1 ? keys : sampled(keys, content, rowCount, step);
  const count = sample.length / KEY_WORDS;
  const finder = createBlockFinder(sample, count, 0, 1, blockMemory(count, 1));
  const pairsOf = (rule: number): number => {
    let pairs = 0;
    finder.hash(rule);
    finder.part();
    finder.each((_, size) => {
      pairs += (size * (size - 1)) / 2;
    });
    return pairs * (rowCount / Math.max(1, count)) ** 2;
  };
  const given = Array.from({ length: KEY_WORDS }, (_, key) => {
    let rows = 0;
    for (let at = key; at < sample.length; at += KEY_WORDS) if (sample[at] !== 0) rows++;
    return rows > count * 0.005;
  });
  const usable = [...Array(KEY_WORDS).keys()].filter((key) => given[key]);
  const tried = new Set<number>();
  const chosen: { rule: number; pairs: number }[] = [];
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
        // What no further key divides stands as it is: its blocks are divided as far as they can be.
        if (pairs <= mostPairs * rowCount || size === Math.min(MOST_KEYS, usable.length))
          chosen.push({ rule: longer, pairs });
        else next.push(longer);
      }
    open = next;
  }
  if (chosen.length === 0) for (const rule of usable.map(bit)) chosen.push({ rule, pairs: pairsOf(rule) });
  return chosen
    .sort((x, y) => y.pairs - x.pairs || x.rule - y.rule)
    .slice(0, mostRules)
    .map(({ rule }) => rule);
}

/** A day of birth has its year in it already. */
const isIdle = (rule: number): boolean =>
  (rule & bit(KEY.birthDay)) !== 0 && (rule & bit(KEY.birthYear)) !== 0;

function sampled(
  keys: Int32Array,
  content: (place: number) => number,
  rowCount: number,
  step: number,
): Int32Array {
  const chosen: number[] = [];
  for (let place = 0; place < rowCount; place++) if ((content(place) >>> 0) % step === 0) chosen.push(place);
  const sample = new Int32Array(chosen.length * KEY_WORDS);
  chosen.forEach((place, at) => {
    sample.set(keys.subarray(place * KEY_WORDS, (place + 1) * KEY_WORDS), at * KEY_WORDS);
  });
  return sample;
}
