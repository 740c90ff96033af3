import type { Said } from './said.ts';

/** The proper names of all who speak in any report, and what else each of them is called. */
export interface Speakers {
  /** Finds every name; absent where there is none, or more than one pattern can hold. */
  readonly pattern?: RegExp;
  /** By name: the words of everything that goes with it, "Civil Defence" with "Yellow Helmets (Civil Defence)". */
  readonly words: ReadonlyMap<string, RegExp>;
}

/** Beyond as many names one pattern takes too long. */
const MOST_NAMES = 2000;

const PROPER = /^\p{Lu}\p{L}*[ -].*\p{Lu}/u;

export function speakersOf(all: readonly Said[]): Speakers {
  const alsoCalled = new Map<string, Set<string>>();
  for (const { statement } of all)
    for (const link of statement.chain) {
      const names = link.split(/\s*[()/]\s*/u).filter((name) => PROPER.test(name));
      for (const name of names) {
        const words = alsoCalled.get(name) ?? new Set();
        for (const word of link.match(/\p{L}{4,}/gu) ?? []) words.add(word);
        alsoCalled.set(name, words);
      }
    }
  if (alsoCalled.size === 0 || alsoCalled.size > MOST_NAMES) return { words: new Map() };
  const names = [...alsoCalled.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    pattern: anyOf(names, 'gu'),
    words: new Map([...alsoCalled].map(([name, words]) => [name, anyOf([...words], 'giu')])),
  };
}

const anyOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|')})(?!\\p{L})`,
    flags,
  );

/** A statement's words without who speaks and where: likeness is of what is said, and both are compared by themselves. */
export function wordsSaid({ statement, words }: Said, speakers: Speakers): string {
  let text = words;
  const { figure, quote, start, end } = statement;
  // Numbers are compared by themselves.
  if (figure?.value !== undefined && quote.length === end - start)
    text = text.replace(quote.slice(figure.start - start, figure.end - start), (own) =>
      own.replaceAll(/[\d٠-٩][\d٠-٩.,٬٫]*/gu, ' '),
    );
  for (const name of statement.chain) if (name.length > 3) text = text.replaceAll(name, ' ');
  if (statement.place !== undefined && statement.place.length > 3)
    text = text.replaceAll(statement.place, ' ');
  if (!speakers.pattern) return text;
  const here = new Set(text.match(speakers.pattern));
  for (const name of here) text = text.replace(speakers.words.get(name)!, ' ');
  return text;
}
