/** Letters that are written for one another in names: hamza seats, Persian and Kurdish forms, final ya and ta marbuta. */
const FOLDED_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ء: '',
  ٴ: '',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'ك',
  گ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڥ: 'ف',
  ڨ: 'ق',
  ڵ: 'ل',
  ڕ: 'ر',
  ٹ: 'ت',
  ڈ: 'د',
  ڑ: 'ر',
  ں: 'ن',
};

/** The 28 letters that are left after folding, in alphabetical order. */
export const ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

const IS_FOLDED = Uint8Array.from({ length: 0x700 }, (_, code) =>
  ARABIC_LETTERS.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a word is as it is compared already. */
function isFolded(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (IS_FOLDED[word.charCodeAt(at)] !== 1) return false;
  return true;
}

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[...ARABIC_LETTERS].map((letter) => [letter, letter] as const),
  ...Object.entries(FOLDED_LETTERS),
]);

/**
 * One Arabic word as it is compared: presentation forms and ligatures opened, marks and tatweel gone, letters that are
 * written for one another made one. Letters only.
 */
export function foldArabicWord(word: string): string {
  if (isFolded(word)) return word;
  let folded = '';
  for (const letter of word.normalize('NFKC')) folded += FOLDED.get(letter) ?? '';
  return folded;
}

/** The article `ال`, where enough is left after it to be a name: الله and الياس keep theirs. */
export function withoutArabicArticle(folded: string): string {
  if (!folded.startsWith('ال') || folded.length < 5 || folded === 'الياس') return folded;
  return folded.slice(2);
}
