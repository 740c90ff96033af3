import { foldName } from '../names/index.ts';
import { notionsOf } from './field-words.ts';

const STOP = new Set(
  (
    'the a an and or but of in on at by for from with without to into as is are was were be been being has have had do does did ' +
    'it its he she they them their his her this that these those there here who whom which what when where while ' +
    'said says say saying told tells claimed claims claim according reported reports report reportedly announced added adding ' +
    'statement stated believed believe believes may might could can would will also still now some any more most many than about ' +
    'footage video videos clip clips cctv images show shows showed shown showing see seen appear appears appeared appearing ' +
    'around over under after before since between during just only very so not no never none nor if then ' +
    'تسجيل تسجيلات فيديو مقطع صور تظهر يظهر أظهرت تُظهر في من على إلى الى عن مع أن ان إن أنّ هذا هذه ذلك تلك التي الذي الذين كان كانت كانوا قد لقد هو هي هم ما لا لم لن ليس ليست أي ' +
    'قال قالت وقال وقالت أعلن أعلنت أفاد أفادت ذكرت ذكر أضاف أضافت بحسب وفق نقلا بعد قبل بين حتى نحو حوالي أكثر كل ولا وقد إنه إنها أنه أنها'
  ).split(' '),
);

const ARABIC = /\p{Script=Arabic}/u;

/** A light stem: endings and joined particles off, never so much that two words of different sense become one. */
function stem(word: string): string {
  if (ARABIC.test(word)) {
    const folded = foldName(word).replaceAll(' ', '');
    const bare = folded.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, '').replace(/^[وبل](?=ال.{3})/u, '');
    return bare.replace(/(?<=.{3})(?:ات|ون|ين|ان|ها|هم|يه|ه)$/u, '');
  }
  return word
    .replace(/[’']s?$/u, '')
    .replace(/(?<=.{3})ies$/u, 'y')
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/u, '')
    .replace(/(?<=.{3})(.)\1$/u, '$1');
}

const notions = notionsOf(stem);

/** The content words of a text, in their order: light stems, or the notion that a word of the field stands for. */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const [raw] of text.toLowerCase().matchAll(/[\p{L}\p{M}][\p{L}\p{M}’'-]*|\d[\d.,]*/gu)) {
    if (STOP.has(raw)) continue;
    const word = stem(raw);
    if (word.length > 1 && !STOP.has(word)) words.push(notions.get(word) ?? word);
  }
  return words;
}

const NEGATION =
  /(?<!\p{L})(?:no|not|never|none|nobody|nothing|neither|without|cannot|can[’']t|didn[’']t|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|لا|لم|لن|ليس|ليست|دون|بلا|عدم)(?!\p{L})/giu;

/** True where a text denies in its own words: an odd number of negations. */
export const isNegative = (text: string): boolean => (text.match(NEGATION)?.length ?? 0) % 2 === 1;

/** A text as it is held against others. */
export interface Wording {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly grams: ReadonlySet<string>;
}

/** Letters of a gram: four carry a stem without its endings. */
const GRAM = 4;

export function wordingOf(text: string): Wording {
  const words = contentWords(text);
  const grams = new Set<string>();
  for (const word of new Set(words)) {
    const padded = ` ${word} `;
    if (padded.length <= GRAM) grams.add(padded);
    for (let at = 0; at + GRAM <= padded.length; at++) grams.add(padded.slice(at, at + GRAM));
  }
  return { text, words: new Set(words), grams };
}

/** How rare each word is among all texts, as inverse document frequency (Spärck Jones 1972). */
export interface Rarity {
  weight(word: string): number;
  frequency(word: string): number;
}

export function rarityOf(wordings: readonly Wording[]): Rarity {
  const counts = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = wordings.length;
  return {
    weight: (word) => Math.log(1 + total / (counts.get(word) ?? 1)),
    frequency: (word) => counts.get(word) ?? 0,
  };
}

/** Shared words from which a short text can be said to stand within a longer one. */
const WITHIN_FROM = 3;

/**
 * Likeness of two texts, 0 to 1: words by their rarity and runs of four letters as cosines, and how much of the shorter
 * stands in the longer, where they share enough to tell.
 */
export function likeness(a: Wording, b: Wording, rarity: Rarity): number {
  const weigh = (words: ReadonlySet<string>): number => {
    let sum = 0;
    for (const word of words) sum += rarity.weight(word);
    return sum;
  };
  let shared = 0;
  let count = 0;
  for (const word of a.words)
    if (b.words.has(word)) {
      shared += rarity.weight(word);
      count++;
    }
  if (shared === 0) return 0;
  const [wholeA, wholeB] = [weigh(a.words), weigh(b.words)];
  const words = shared / Math.sqrt(wholeA * wholeB);
  const within = count >= WITHIN_FROM ? shared / Math.min(wholeA, wholeB) : 0;
  let common = 0;
  for (const gram of a.grams) if (b.grams.has(gram)) common++;
  const grams = common === 0 ? 0 : common / Math.sqrt(a.grams.size * b.grams.size);
  return 0.4 * words + 0.3 * grams + 0.3 * within;
}

/**
 * Pairs of texts worth comparing, each pair once: those that share one of the rarer half of their words. Words that
 * stand in more than `common` texts open no pair, so the work stays near linear in the number of texts.
 */
export function* likelyPairs(
  wordings: readonly Wording[],
  rarity: Rarity,
  common = 120,
): Generator<[number, number]> {
  const postings = new Map<string, number[]>();
  const seen = new Set<number>();
  for (let at = 0; at < wordings.length; at++) {
    const words = [...wordings[at]!.words].sort(
      (a, b) => rarity.frequency(a) - rarity.frequency(b) || (a < b ? -1 : 1),
    );
    seen.clear();
    for (const word of words.slice(0, Math.max(3, Math.ceil(words.length * 0.6)))) {
      if (rarity.frequency(word) > common) continue;
      const posting = postings.get(word);
      if (!posting) {
        postings.set(word, [at]);
        continue;
      }
      for (const other of posting)
        if (!seen.has(other)) {
          seen.add(other);
          yield [other, at];
        }
      posting.push(at);
    }
  }
}
