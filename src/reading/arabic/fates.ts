import type { Measure } from '../measures.ts';

/** What became of those counted, by the stems of its words; letters joined before and behind are taken off. */
const FATES: readonly (readonly [measure: Measure, stems: string])[] = [
  ['still-inside', 'عالق محاصر مطمور'],
  ['released', 'أفرج يفرج تفرج إفراج مفرج سراح تحرير حرر يحرر تحرر محرر خرج يخرج خروج أخرج إخراج'],
  ['escaped', 'فرت فروا فرار هرب يهرب هروب هارب'],
  ['rescued', 'أنقذ ينقذ تنقذ إنقاذ انتشل انتشال أحياء'],
  ['arrested', 'اعتقل يعتقل تعتقل اعتقال توقيف أوقف'],
  ['missing', 'مفقود فقد فقدوا فقدان اختفى اختفوا اختفت اختفاء مختف مختفي مغيب تغييب'],
  ['executed', 'أعدم يعدم إعدام شنق يشنق'],
  ['killed', 'قتل يقتل مقتل قتيل قتلى قاتل ضحية ضحايا مجزرة استشهد شهيد شهداء مصرع أردى'],
  ['died', 'توفي توفيت توفوا وفاة وفيات متوفى متوفين مات ماتت ماتوا يموت موت موتى قضى قضت قضوا هلك'],
  ['injured', 'أصيب إصابة إصابات جرح جريح جرحى مصاب'],
  ['tortured', 'تعذيب عذب يعذب تعرضوا'],
  ['displaced', 'نزح ينزح نزوح نازح تهجير مهجر هجر'],
  ['transferred', 'نقل ينقل نقلوا نقلهم أحيل أحيلوا إحالة ترحيل رحل رحلوا اقتيد اقتيدوا سيقوا'],
  ['returned', 'عاد عادت عادوا عودة عائد'],
  ['identified', 'تعرف هوية هويات'],
  ['buried', 'دفن يدفن مدفون'],
  ['detained', 'محتجز معتقل مسجون احتجز احتجاز محبوس سجين سجناء موقوف أسير أسرى نزيل نزلاء'],
  ['crowd', 'تجمع يتجمع احتشد يحتشد تظاهر احتفل شوارع تدفق توافد'],
  ['waiting', 'ينتظر تنتظر انتظار منتظر'],
  ['searching', 'يبحث تبحث بحث'],
];

const byStem = new Map<string, Measure>();
for (const [measure, stems] of FATES)
  for (const stem of stems.split(' ')) if (!byStem.has(stem)) byStem.set(stem, measure);

const BEFORE = /^(?:[وف])?(?:بال|كال|ال|لل|ب|ل|س)?/u;
const BEHIND = /(?:وا|ون|ين|ان|ات|هم|ها|هن|كم|نا|ت|ا|ة|ه|و|ي)$/u;

/** A team or a body that is called after its work does not say what became of anybody: «فرق الإنقاذ». */
const CALLED_AFTER =
  /^(?:و|ف|ل|ب)?(?:فرق|فريق|هيئة|طواقم|طاقم|رجال|عناصر|جهاز|منظمة|عمليات|عملية|مركز|لجنة|وحدة|وحدات|متطوعو|كوادر)$/u;
const CALLED = new Set<Measure>(['rescued', 'searching', 'identified']);

/** What the word at `at` says of people counted in its clause. */
export function arabicFate(words: readonly string[], at: number): Measure | undefined {
  const word = words[at]!;
  const measure = fateOf(word);
  if (measure === undefined) return undefined;
  // «نقلت الوكالة عن»: words are conveyed, nobody is.
  if (measure === 'transferred' && !words.slice(at + 1, at + 8).some((next) => /^[إا]لى$/u.test(next)))
    return undefined;
  if (CALLED.has(measure) && CALLED_AFTER.test(words[at - 1] ?? '')) return undefined;
  return measure;
}

function fateOf(word: string): Measure | undefined {
  const whole = byStem.get(word);
  if (whole !== undefined) return whole;
  const rest = word.slice(BEFORE.exec(word)![0].length);
  for (const each of [word.replace(/^[وف]/u, ''), rest]) {
    const bare = each.replace(BEHIND, '');
    const measure =
      byStem.get(each) ??
      (bare.length > 2 ? (byStem.get(bare) ?? byStem.get(`${bare}ة`)) : undefined) ??
      (each.endsWith('ته') || each.endsWith('تها') || each.endsWith('تهم')
        ? byStem.get(each.replace(/ت(?:ه|ها|هم)$/u, 'ة'))
        : undefined);
    if (measure !== undefined) return measure;
  }
  return undefined;
}
