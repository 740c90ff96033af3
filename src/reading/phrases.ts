import { classesAmong, NOT_LATIN, wordClass } from './classes.ts';
import { stripArabicPrefix } from './measures.ts';
import type { Token } from './tokens.ts';

/** A list of phrases that can be looked up at any token in one step a phrase. */
interface PhraseBook<Meaning> {
  /** The class of the words that begin a phrase, or may behind an Arabic prefix. */
  readonly openers: number;
  /** The class of the longest word of every phrase, the rarest as a rule: without one of them no phrase stands. */
  readonly telling: number;
  readonly byFirst: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly meaning: Meaning }[]
  >;
}

/** `|` parts phrases; `*` stands for any one word. Longer phrases win. */
export function phraseBook<Meaning>(
  entries: readonly (readonly [meaning: Meaning, phrases: string])[],
): PhraseBook<Meaning> {
  const byFirst = new Map<string, { words: string[]; meaning: Meaning }[]>();
  const telling: string[] = [];
  for (const [meaning, phrases] of entries) {
    for (const phrase of phrases.split('|')) {
      const words = phrase.trim().split(/\s+/);
      if (words[0] === '') continue;
      const list = byFirst.get(words[0]!) ?? [];
      list.push({ words, meaning });
      byFirst.set(words[0]!, list);
      telling.push(words.reduce((longest, word) => (word.length > longest.length ? word : longest)));
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    openers: wordClass(byFirst.keys()) | NOT_LATIN,
    telling: wordClass(telling) | NOT_LATIN,
    byFirst,
  };
}

export interface PhraseHit<Meaning> {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

/** Every phrase of the book in the tokens, or the first `most`; ascending, without overlaps. */
export function phrasesIn<Meaning>(
  tokens: readonly Token[],
  book: PhraseBook<Meaning>,
  most = Infinity,
  classes = classesAmong(tokens),
): PhraseHit<Meaning>[] {
  const hits: PhraseHit<Meaning>[] = [];
  if ((classes & book.telling) === 0) return hits;
  for (let at = 0; at < tokens.length && hits.length < most; at++) {
    if ((tokens[at]!.classes & book.openers) === 0) continue;
    const first = tokens[at]!.lower;
    const candidates =
      book.byFirst.get(first) ??
      (first.charCodeAt(0) >= 0x600
        ? book.byFirst.get(
            first.length === 3 && first.startsWith('و') ? first.slice(1) : stripArabicPrefix(first),
          )
        : undefined);
    if (!candidates) continue;
    const hit = candidates.find(({ words }) => standsAt(tokens, at, words));
    if (!hit || at + hit.words.length > tokens.length) continue;
    hits.push({ from: at, to: at + hit.words.length, meaning: hit.meaning });
    at += hit.words.length - 1;
  }
  return hits;
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    if (word !== '*' && tokens[at + index]?.lower !== word) return false;
  }
  return true;
}
