import { nameSkeleton } from '../../names/index.ts';
import { numbersAndTimesIn } from '../../reading/index.ts';
import type { Ground } from '../ground.ts';
import { kindsOf } from '../matters/words.ts';

/** What the words of a statement hold that can be held against another's, each as a set of codes in a case. */
export interface Tokens {
  readonly words: readonly string[];
  readonly kinds: readonly string[];
  readonly numbers: readonly string[];
  readonly times: readonly string[];
  readonly names: readonly string[];
}

const listed = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [first, ...others] = line.trim().split(' ');
        return [first!, ...others].map((word): [string, string] => [word, first!]);
      }),
  );

const HOURS = listed(`
dawn daybreak sunrise فجر الفجر
noon midday ظهر الظهر
night overnight ليل ليلة ليلا ليلاً الليل
evening dusk sunset مساء المساء
morning صباح الصباح صباحا صباحاً
`);

const WORD = /[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu;

function tokensOf(quote: string, words: ReadonlySet<string>, published: string | undefined): Tokens {
  const told = numbersAndTimesIn(quote, published);
  const day = published?.slice(0, 10);
  const times = new Set<string>();
  for (const { from, to } of told.times)
    for (const time of [from, to]) if (time !== undefined && time !== day) times.add(time.replace('~', ''));
  const names = new Set<string>();
  const kinds = new Set<string>();
  for (const { 0: word, index } of quote.matchAll(WORD)) {
    const arabic = /\p{Script=Arabic}/u.test(word);
    const bare = arabic ? word.replace(/^[وبلكف]?(?:ال|لل)(?=.{3})/u, '') : word.toLowerCase();
    const hour = HOURS.get(word.toLowerCase()) ?? HOURS.get(bare);
    if (hour !== undefined) times.add(hour);
    for (const kind of kindsOf(word)) kinds.add(kind);
    if (word.length < 4 || hour !== undefined) continue;
    const capital = /^\p{Lu}/u.test(word) && /[\p{L},]\s+$/u.test(quote.slice(Math.max(0, index - 3), index));
    if (!arabic && !capital) continue;
    const skeleton = nameSkeleton(bare);
    if (skeleton.length > 2) names.add(skeleton);
  }
  return {
    words: [...words],
    kinds: [...kinds],
    numbers: [...new Set(told.numbers)].map(String),
    times: [...times],
    names: [...names],
  };
}

export type TokenSort = keyof Tokens;

/** The tokens of all statements and how rare each is: its inverse document frequency, 1 for what stands in one only. */
export interface TokensOfCase {
  of(at: number): Tokens;
  rarity(sort: TokenSort, token: string): number;
}

export function tokensOfCase(ground: Ground): TokensOfCase {
  const byQuote = new Map<string, Tokens>();
  const all = ground.all.map(({ statement: { quote }, record: { published } }, at) => {
    const key = `${published}|${quote}|${ground.wording(at).text}`;
    const tokens = byQuote.get(key) ?? tokensOf(quote, ground.wording(at).words, published);
    byQuote.set(key, tokens);
    return tokens;
  });
  const counts = new Map<string, number>();
  for (const tokens of byQuote.values())
    for (const sort of ['words', 'kinds', 'numbers', 'times', 'names'] as const)
      for (const token of tokens[sort])
        counts.set(`${sort} ${token}`, (counts.get(`${sort} ${token}`) ?? 0) + 1);
  const whole = Math.log(1 + byQuote.size);
  return {
    of: (at) => all[at]!,
    rarity: (sort, token) => Math.log(1 + byQuote.size / (counts.get(`${sort} ${token}`) ?? 1)) / whole,
  };
}
