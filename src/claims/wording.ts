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
    'two three four five six seven eight nine ten eleven twelve ' +
    'اثنان اثنين اثنتان ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني ثمان تسعة تسع عشرة عشر ' +
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
    .replace(/(?<=.{3})(.)\1$/u, '$1')
    .replace(/(?<=.{4})is(?=$|ation$|e$)/u, 'iz')
    .replace(/(?<=.{3})our$/u, 'or');
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
  /** Runs of four letters of its words, as ascending codes. */
  readonly grams: Uint32Array;
  /** The content words of each phrase that it puts in quotation marks, two words or more. */
  readonly quoted: readonly string[];
  /** It tells what a picture or a recording shows. */
  readonly filmed: boolean;
}

/** Letters of a gram: four carry a stem without its endings. */
const GRAM = 4;

/** FNV-1a: a text as one whole number below 2³². */
function codeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const QUOTED = /[“"«„‘]([^“”"«»„‘’\n]{0,120})[”"»’]|(?<=^|\s)'([^'\n]{0,80})'(?=[\s.,;:!?]|$)/gu;

const FILMED =
  /(?<!\p{L})(?:footage|videos?|clips?|cctv|recordings?|filmed|images|cameras?|تسجيل|تسجيلات|فيديو|مقطع|مقاطع|مصورة?|كاميرات)(?!\p{L})/iu;

/** Phrases of words borrowed from somebody: a whole sentence in quotation marks is what is said, no phrase in it. */
function quotedIn(text: string): string[] {
  const phrases: string[] = [];
  for (const [whole, ...inner] of text.matchAll(QUOTED)) {
    if (whole.length > 0.8 * text.length) continue;
    const words = contentWords(inner.find((each) => each !== undefined) ?? '');
    if (words.length >= 2 && words.length <= 8) phrases.push(words.join(' '));
  }
  return phrases;
}

/** True where both put the same phrase in quotation marks: they speak after the same words. */
export const quoteAlike = (a: Wording, b: Wording): boolean =>
  a.quoted.some((phrase) => b.quoted.includes(phrase));

export function wordingOf(text: string): Wording {
  const words = new Set(contentWords(text));
  const grams = new Set<number>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (let at = 0; at === 0 || at + GRAM <= padded.length; at++)
      grams.add(codeOf(padded.slice(at, at + GRAM)));
  }
  return {
    text,
    words,
    grams: Uint32Array.from(grams).sort(),
    quoted: quotedIn(text),
    filmed: FILMED.test(text),
  };
}

/** A text's words as ascending codes, each with its weight. */
interface Weighed {
  readonly codes: Uint32Array;
  readonly weights: Float64Array;
  readonly mass: number;
}

/** How rare each word is among all texts, as inverse document frequency (Spärck Jones 1972). */
export interface Rarity {
  weight(word: string): number;
  frequency(word: string): number;
  weighed(wording: Wording): Weighed;
}

export function rarityOf(wordings: readonly Wording[]): Rarity {
  const counts = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = wordings.length;
  const weights = new Map([...counts].map(([word, n]) => [word, Math.log(1 + total / n)]));
  const unseen = Math.log(1 + total);
  const known = new WeakMap<Wording, Weighed>();
  const weight = (word: string): number => weights.get(word) ?? unseen;
  return {
    weight,
    frequency: (word) => counts.get(word) ?? 0,
    weighed(wording) {
      let weighed = known.get(wording);
      if (!weighed) {
        const coded = [...wording.words]
          .map((word) => ({ code: codeOf(word), weight: weight(word) }))
          .sort((a, b) => a.code - b.code);
        weighed = {
          codes: Uint32Array.from(coded, ({ code }) => code),
          weights: Float64Array.from(coded, (each) => each.weight),
          mass: coded.reduce((sum, each) => sum + each.weight, 0),
        };
        known.set(wording, weighed);
      }
      return weighed;
    },
  };
}

/** How many codes two ascending arrays share; `onShared` is told each one's place in the first. */
function shared(a: Uint32Array, b: Uint32Array, onShared?: (at: number) => void): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) {
      count++;
      onShared?.(i);
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}

/** Shared words from which a short text can be said to stand within a longer one. */
const WITHIN_FROM = 3;

/**
 * Likeness of two texts, 0 to 1: words by their rarity and runs of four letters as cosines, and how much of the shorter
 * stands in the longer, where they share enough to tell.
 */
export function likeness(a: Wording, b: Wording, rarity: Rarity): number {
  const [x, y] = [rarity.weighed(a), rarity.weighed(b)];
  let weight = 0;
  const count = shared(x.codes, y.codes, (at) => {
    weight += x.weights[at]!;
  });
  if (count === 0) return 0;
  const words = weight / Math.sqrt(x.mass * y.mass);
  const within = count >= WITHIN_FROM ? weight / Math.min(x.mass, y.mass) : 0;
  const grams = shared(a.grams, b.grams) / Math.sqrt(a.grams.length * b.grams.length);
  const alike = 0.4 * words + 0.3 * grams + 0.3 * within;
  // One word in common says what both are about, not that they say the same of it.
  return count === 1 ? alike / 2 : alike;
}

/** How many texts are kept under one key, and how many likely ones are given for each text. */
const KEPT = 24;
const LIKELY = 12;

/** What a text is looked up by: the rarer of its words, and each two notions that stand together in it. */
function keysOf({ words }: Wording, rarity: Rarity): [key: string, weight: number][] {
  // A word that no other text has leads nowhere.
  const byRarity = [...words]
    .filter((word) => rarity.frequency(word) > 1)
    .sort((a, b) => rarity.frequency(a) - rarity.frequency(b) || (a < b ? -1 : 1));
  const keys = byRarity
    .slice(0, Math.max(4, Math.ceil(byRarity.length * 0.6)))
    .map((word): [string, number] => [word, rarity.weight(word)]);
  const notionsHere = byRarity.filter((word) => word.startsWith('~')).slice(0, 6);
  for (let i = 0; i < notionsHere.length; i++)
    for (let j = i + 1; j < notionsHere.length; j++) {
      const [a, b] = [notionsHere[i]!, notionsHere[j]!];
      keys.push([a < b ? `${a}${b}` : `${b}${a}`, (rarity.weight(a) + rarity.weight(b)) / 2]);
    }
  return keys;
}

/**
 * Pairs of texts worth comparing, each pair once. Each text is held against the texts before it that share most by
 * weight of its keys, and only so many texts are kept under one key, so the work is linear in the number of texts
 * however often a sentence is repeated.
 */
export function* likelyPairs(wordings: readonly Wording[], rarity: Rarity): Generator<[number, number]> {
  const kept = new Map<string, number[]>();
  for (let at = 0; at < wordings.length; at++) {
    const common = new Map<number, number>();
    for (const [key, weight] of keysOf(wordings[at]!, rarity)) {
      const posting = kept.get(key);
      if (!posting) {
        kept.set(key, [at]);
        continue;
      }
      for (const other of posting) common.set(other, (common.get(other) ?? 0) + weight);
      if (posting.length < KEPT) posting.push(at);
    }
    const likely = [...common].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LIKELY);
    for (const [other] of likely) yield [other, at];
  }
}
