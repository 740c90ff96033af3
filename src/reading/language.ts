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
  const words = sample.toLowerCase().match(/[\p{L}\p{M}'’]{1,40}/gu) ?? [];
  if (words.length === 0) return 'other';
  let latin = 0;
  let arabicScript = 0;
  let english = 0;
  let arabic = 0;
  for (const word of words) {
    const code = word.charCodeAt(0);
    if (code < 0x250) {
      latin++;
      if (ENGLISH.has(word)) english++;
    } else if (code >= 0x600 && code < 0x780) {
      arabicScript++;
      if (ARABIC.has(word)) arabic++;
    }
  }
  if (arabicScript > latin) {
    const foreign = (sample.match(NOT_ARABIC) ?? []).length;
    if (foreign > arabicScript * 0.15) return 'other';
    return arabic / arabicScript > 0.03 || (arabicScript < 40 && foreign === 0) ? 'ar' : 'other';
  }
  if (latin < words.length / 2) return 'other';
  return english / latin > 0.12 || (latin < 15 && english > 0) ? 'en' : 'other';
}
