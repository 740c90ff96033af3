import type { ReportLanguage } from '../model/index.ts';

/** Small words that are frequent in English and rare elsewhere. */
const ENGLISH = new Set(
  'the of and to in a that is was for on with as by at from it he they have has had were are be this which not but his their been who will said'.split(
    ' ',
  ),
);

/** Small words that Arabic has and Persian, Urdu, Kurdish and Pashto do not. */
const ARABIC = new Set(
  'في من على إلى الى عن أن ان التي الذي هذا هذه كان كانت قد لم ما بعد مع كما بين وقال قال أو او لا ذلك منذ خلال عدد حتى بأن بان فيما'.split(
    ' ',
  ),
);
/** Letters that those languages have and Arabic does not. */
const NOT_ARABIC = /[پچژگکیےۓٹڈڑںھہۀەێۆڵڕټډړږښڼۍې]/g;

const SAMPLE = 20_000;

const LONGEST_WORD = 40;
const LONGEST_SMALL = 5;
const IN_WORD = /[\p{L}\p{M}'’]/u;
const inWord = Uint8Array.from({ length: 0x3000 }, (_, code) =>
  IN_WORD.test(String.fromCharCode(code)) ? 1 : 0,
);
/** How many units the character at `at` takes in a word; 0 where it belongs to none. */
function unitsInWord(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < inWord.length) return inWord[code]!;
  const char = String.fromCodePoint(text.codePointAt(at)!);
  return IN_WORD.test(char) ? char.length : 0;
}

/**
 * English, Arabic or neither, judged by script and by small words; looks at most at 20,000 characters, taken from the
 * beginning, the middle and the end.
 */
export function languageOf(text: string): ReportLanguage {
  const sample =
    text.length <= SAMPLE
      ? text
      : text.slice(0, SAMPLE / 2) +
        text.slice(text.length / 2, text.length / 2 + SAMPLE / 4) +
        text.slice(-SAMPLE / 4);
  const { words, latin, arabicScript, english, arabic } = wordsCounted(sample);
  if (words === 0) return 'other';
  if (arabicScript > latin) {
    const foreign = (sample.match(NOT_ARABIC) ?? []).length;
    if (foreign > arabicScript * 0.15) return 'other';
    return arabic / arabicScript > 0.03 || (arabicScript < 40 && foreign === 0) ? 'ar' : 'other';
  }
  if (latin < words / 2) return 'other';
  return english / latin > 0.12 || (latin < 15 && english > 0) ? 'en' : 'other';
}

/** Words by script, and how many of each script are small words of its language. */
function wordsCounted(
  text: string,
): Readonly<Record<'words' | 'latin' | 'arabicScript' | 'english' | 'arabic', number>> {
  let words = 0;
  let latin = 0;
  let arabicScript = 0;
  let english = 0;
  let arabic = 0;
  for (let at = 0; at < text.length; ) {
    const from = at;
    while (at < text.length && at - from < LONGEST_WORD) {
      const units = unitsInWord(text, at);
      if (units === 0) break;
      at += units;
    }
    if (at === from) {
      at++;
      continue;
    }
    words++;
    const code = text.charCodeAt(from);
    if (code < 0x250) {
      latin++;
      if (at - from <= LONGEST_SMALL && ENGLISH.has(text.slice(from, at).toLowerCase())) english++;
    } else if (code >= 0x600 && code < 0x780) {
      arabicScript++;
      if (at - from <= LONGEST_SMALL && ARABIC.has(text.slice(from, at))) arabic++;
    }
  }
  return { words, latin, arabicScript, english, arabic };
}
