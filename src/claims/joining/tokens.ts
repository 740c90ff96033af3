import { nameSkeleton } from '../../names/index.ts';
import { numbersAndTimesIn } from '../../reading/index.ts';
import type { Ground } from '../ground.ts';
import { kindsOf } from '../matters/words.ts';

/** What statements can have in common, whatever they count. */
export const SORTS = ['words', 'kinds', 'numbers', 'times', 'names'] as const;
export type Sort = (typeof SORTS)[number];

/** One thing that a statement's words hold. */
export interface Token {
  readonly code: number;
  /** How rare it is in the case: 1 for what stands in one text only, down to about 0.1. */
  readonly rarity: number;
}

/** What the words of one statement hold; each list ascending by code. */
export interface Tokens extends Readonly<Record<Sort, readonly Token[]>> {
  readonly values: readonly number[];
  readonly arabic: boolean;
}

/** Times of the day, English and Arabic in one line. */
const HOURS = new Map(
  `
dawn daybreak sunrise فجر
noon midday ظهر
night overnight ليل ليلة ليلا ليلاً
evening dusk sunset مساء
morning صباح صباحا صباحاً`
    .trim()
    .split('\n')
    .flatMap((line) => line.split(' ').map((word, _, [first]): [string, string] => [word, first!])),
);

const WORD = /[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu;
const ARABIC = /\p{Script=Arabic}/u;
/** Shorter words are no names, fewer consonants meet by chance. */
const NAME_LETTERS = 4;
const NAME_CONSONANTS = 3;

type Held = Readonly<Record<Sort, ReadonlySet<string>>> & { readonly values: readonly number[] };

function heldBy(quote: string, words: ReadonlySet<string>, published: string | undefined): Held {
  const told = numbersAndTimesIn(quote, published);
  const day = published?.slice(0, 10);
  const times = new Set<string>();
  for (const { from, to } of told.times)
    for (const time of [from, to]) if (time !== undefined && time !== day) times.add(time.replace('~', ''));
  const names = new Set<string>();
  const kinds = new Set<string>();
  for (const { 0: word, index } of quote.matchAll(WORD)) {
    const arabic = ARABIC.test(word);
    const bare = arabic ? word.replace(/^[وبلكف]?(?:ال|لل)(?=.{3})/u, '') : word.toLowerCase();
    const hour = HOURS.get(bare);
    if (hour !== undefined) times.add(hour);
    for (const kind of kindsOf(word)) kinds.add(kind);
    const capital = /^\p{Lu}/u.test(word) && /[\p{L},]\s+$/u.test(quote.slice(Math.max(0, index - 3), index));
    if (word.length < NAME_LETTERS || hour !== undefined || !(arabic || capital)) continue;
    const skeleton = nameSkeleton(bare);
    if (skeleton.length >= NAME_CONSONANTS) names.add(skeleton);
  }
  const values = [...new Set(told.numbers)];
  return { words, kinds, numbers: new Set(values.map(String)), times, names, values };
}

/** The tokens of every statement, along `ground.all`. */
export function tokensOf(ground: Ground): readonly Tokens[] {
  const keys = ground.all.map(
    ({ statement: { quote }, record: { published } }, at) =>
      `${published}|${quote}|${ground.wording(at).text}`,
  );
  const held = new Map<string, Held>();
  const counts = new Map<string, { readonly code: number; texts: number }>();
  for (const [at, key] of keys.entries()) {
    if (held.has(key)) continue;
    const { statement, record } = ground.all[at]!;
    const own = heldBy(statement.quote, ground.wording(at).words, record.published);
    held.set(key, own);
    for (const sort of SORTS)
      for (const word of own[sort]) {
        const known = counts.get(`${sort} ${word}`);
        if (known) known.texts++;
        else counts.set(`${sort} ${word}`, { code: counts.size, texts: 1 });
      }
  }
  const whole = Math.log(1 + held.size);
  const weighed = new Map(
    [...counts].map(([key, { code, texts }]): [string, Token] => [
      key,
      { code, rarity: Math.log(1 + held.size / texts) / whole },
    ]),
  );
  const made = new Map<string, Tokens>();
  return keys.map((key, at) => {
    const known = made.get(key);
    if (known) return known;
    const own = held.get(key)!;
    const sorted = (sort: Sort): Token[] =>
      [...own[sort]].map((word) => weighed.get(`${sort} ${word}`)!).sort((a, b) => a.code - b.code);
    const tokens: Tokens = {
      words: sorted('words'),
      kinds: sorted('kinds'),
      numbers: sorted('numbers'),
      times: sorted('times'),
      names: sorted('names'),
      values: own.values,
      arabic: ARABIC.test(ground.all[at]!.statement.quote),
    };
    made.set(key, tokens);
    return tokens;
  });
}

/** How much two statements have of one sort in common. */
export interface Overlap {
  /** Rarity of all that is shared. */
  readonly sum: number;
  /** As a cosine. */
  readonly share: number;
  /** Of the one that holds less. */
  readonly within: number;
  readonly rarest: number;
  readonly count: number;
}

const NOTHING: Overlap = { sum: 0, share: 0, within: 0, rarest: 0, count: 0 };

export function overlap(some: readonly Token[], others: readonly Token[]): Overlap {
  if (some.length === 0 || others.length === 0) return NOTHING;
  let [sum, rarest, count] = [0, 0, 0];
  for (let i = 0, j = 0; i < some.length && j < others.length; ) {
    const [x, y] = [some[i]!, others[j]!];
    if (x.code === y.code) {
      sum += x.rarity;
      count++;
      rarest = Math.max(rarest, x.rarity);
    }
    if (x.code <= y.code) i++;
    if (y.code <= x.code) j++;
  }
  if (count === 0) return NOTHING;
  const mass = (tokens: readonly Token[]): number => tokens.reduce((all, { rarity }) => all + rarity, 0);
  const [own, other] = [mass(some), mass(others)];
  return { sum, share: sum / Math.sqrt(own * other), within: sum / Math.min(own, other), rarest, count };
}
