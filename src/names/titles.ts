import { foldArabicWord } from './fold-arabic.ts';
import { plainLatinWord } from './fold-latin.ts';

const ALWAYS = new Set(
  (
    'الدكتور دكتور الدكتوره دكتوره المهندس مهندس المهندسه المحامي الاستاذ استاذ الاستاذه المرحوم المرحومه المعتقل المعتقله ' +
    'الشهيد الشهيده المفقود المفقوده المغيب الانسه السيده اللواء العميد العقيد المقدم الرائد النقيب الملازم الرقيب المجند ' +
    'الطفل الطفله طفل طفله dr mr mrs ms miss prof eng sir madam mme mlle monsieur martyr detainee missing ustadh ustaz'
  )
    .split(' ')
    .map((word) => foldArabicWord(word) || word),
);
/** Titles that are also names: taken off only before at least two more words. */
const BEFORE_A_NAME = new Set(
  (
    'الشيخ شيخ الشيخه الحاج حاج الحاجه حجه السيد الامير الشريف د م ا ' +
    'sheikh shaykh shaikh sheik cheikh hajj haj hajji haji hadj elhajj alhajj sayyid sayed alsheikh alshaykh d'
  ).split(' '),
);

/** Takes titles and words of respect off the front; the last word always stays. */
export function withoutTitles(text: string): { rest: string; titles: string[] } {
  const titles: string[] = [];
  let rest = text.replace(/^[\s./\\:-]+/u, '');
  for (;;) {
    const [, first, after] = /^([\p{L}\p{M}'’.]+?)[./:\s]+(?=\S)(.*)$/su.exec(rest) ?? [];
    if (first === undefined || after === undefined || !/\p{L}/u.test(after)) return { rest, titles };
    const word = foldArabicWord(first) || plainLatinWord(first);
    const more = after.split(/\s+/u).filter((part) => /\p{L}/u.test(part)).length;
    if (!ALWAYS.has(word) && !(BEFORE_A_NAME.has(word) && more >= 2)) return { rest, titles };
    titles.push(first);
    rest = after;
  }
}
