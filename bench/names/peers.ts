import { jaroWinkler, nameSkeleton } from '../../src/names/index.ts';

/** What is written for Arabic letters by a transliterator that knows letters and no words, as the usual packages do. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
};

export const transliterated = (arabic: string): string =>
  [...arabic].map((letter) => LETTERS[letter] ?? letter).join('');

/** Levenshtein distance in UTF-16 units, one row at a time. */
export function levenshtein(a: string, b: string): number {
  const row = Uint16Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length]!;
}

/** A way to score one Arabic form against every candidate. */
export type Scorer = (arabic: string, scores: Float64Array) => void;

export function transliterationWithJaroWinkler(candidates: readonly string[]): Scorer {
  return (arabic, scores) => {
    const latin = transliterated(arabic);
    candidates.forEach((candidate, index) => {
      scores[index] = jaroWinkler(latin, candidate);
    });
  };
}

export function skeletonWithLevenshtein(candidates: readonly string[]): Scorer {
  const skeletons = candidates.map((candidate) => nameSkeleton(candidate));
  return (arabic, scores) => {
    const skeleton = nameSkeleton(arabic);
    skeletons.forEach((other, index) => {
      const longest = Math.max(1, skeleton.length, other.length);
      scores[index] = 1 - levenshtein(skeleton, other) / longest;
    });
  };
}
