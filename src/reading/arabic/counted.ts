import { measureOfPeople } from '../fate-of-people.ts';
import type { Earlier } from '../figures/bare.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Measure } from '../measures.ts';
import { arabicNoun } from './counted-nouns.ts';

/** Words behind a number that are not what it counts. */
const NO_NOUN = new Set(
  `في من على إلى الى عن مع بين بينهم بينهن بينها منهم منهن منها عند لدى حتى منذ قبل بعد خلال ضمن وفق بحسب حسب أو و ثم لكن بل كما حيث إذ إذا أن إن قد لم لا لن ما ليس هو هي هم كان كانت كانوا
  بعدما عندما قبلما حينما بينما فيما كلما حالما ريثما لما مما عما أيضا أصلا فعلا مجددا مؤخرا أخيرا
  آخر آخرون آخرين أخرى إضافيا إضافية إضافي فقط تقريبا على الأقل أكثر أقل ألف آلاف مليون مئة تحت فوق داخل خارج أمام هناك هنا الذي التي الذين أمس اليوم صباحا مساء ظهرا مباشرة فورا سابقا حاليا لاحقا`
    .trim()
    .split(/\s+/),
);

/**
 * The noun behind an Arabic number that is in no list: after 11 to 99 it stands in the accusative («صندوقا»), else as it
 * is («ثلاثة صناديق», «مئة صندوق»), and behind a vague number with its article («عشرات الصناديق»).
 */
export function unlistedNoun(word: string, value: number | undefined): string | undefined {
  if (
    !/^[\u0621-\u064a]{3,}$/u.test(word) ||
    NO_NOUN.has(word) ||
    /^و|^(?:ي|ت|س)\p{L}{2,}(?:ون|ان)$/u.test(word)
  )
    return undefined;
  if (value === undefined) return /^ال\p{L}{3,}/u.test(word) ? word.slice(2) : undefined;
  if (/^ال/.test(word) || value < 3 || !Number.isInteger(value)) return undefined;
  const few = value % 100;
  // «هربها», «أحصتها»: a verb with its object.
  if (/(?:ها|هم|هن)$/u.test(word)) return undefined;
  // «مئتان وستون صندوقا», «صندوق» behind whole hundreds.
  if (few > 10) return /ا$/u.test(word) ? word.slice(0, -1) : /[ةىء]$/u.test(word) ? word : undefined;
  return /^ي/.test(word) ? undefined : word;
}

const YEARS = /^(?:عاما?|سنة|سنوات|أعوام|ربيعا)$/u;
const AGE = /^و?(?:ال|ب)?عمر(?:ه|ها|هم|هن)?$/u;

/** «(٦١ عاماً)», «البالغ من العمر 40 عاماً», «في السبعين من عمره»: how old somebody is. */
export function isAge(lower: readonly string[], from: number, noun: number): boolean {
  if (!YEARS.test(lower[noun] ?? '')) return false;
  if (lower[from - 1] === '(' || (lower[noun + 1] === ')' && lower.slice(from - 3, from).includes('(')))
    return true;
  return (
    lower.slice(Math.max(0, from - 4), from).some((word) => AGE.test(word)) || AGE.test(lower[noun + 2] ?? '')
  );
}

/** «قبل ثلاثة أيام», «بعد أربعة أيام على دخولهم»: when it was, not how long. */
export const isElapsed = (lower: readonly string[], from: number, noun: number): boolean => {
  const before = lower[from - 1] ?? '';
  return /^و?قبل$/u.test(before) || (/^و?بعد$/u.test(before) && lower[noun + 1] === 'على');
};

const OF_THEM = /^(?:من(?:هم|هن)|بينهم|بينهن)$/u;
const OF_THESE = /^(?:منها|منهما|بينها)$/u;
/** A word for how many: its number stands without a noun. */
const TALLY = /^(?:و|ف|ب|ل)?(?:ال)?(?:عدد|حصيل[ةت]|رقم|تعداد|إجمالي|مجموع)(?:ه|ها|هم|هن)?$/u;
const REACHED = /^[وف]?(?:[يت]?بلغ|بلغت|سجل|سجلت|ناهز|تخطى|تجاوز|ارتفع|ارتفعت|وصل|وصلت|انخفض|انخفضت)$/u;
const TO = /^و?(?:إلى|الى|عن|البالغ|البالغة|بلغ|بلغت|يبلغ|تبلغ|بواقع|عند|من|ب|هو|كان|سجل|سجلت|قدره)$/u;
/** «كانت تضم واحداً وثلاثين»: of those named before. */
const HOLDS = /^[وف]?(?:[يت]?ضم|ضمت|[يت]حوي|[يت]سع|وجد|وجدوا|أحصى|أحصت)$/u;

/**
 * What a number counts that has no noun behind it: «412 منها», «ارتفعت الحصيلة إلى 187», «كانت تضم ثلاثين»; `earlier` is
 * the figure last read before it, which «منهم» and a bare number behind another mean.
 */
export function arabicBareFigure(
  lower: readonly string[],
  { from, to }: Quantity,
  earlier: Earlier | undefined,
): Earlier | undefined {
  const after = lower[to] ?? '';
  const before = lower[from - 1] ?? '';
  const people = (): Earlier => {
    const fate = measureOfPeople(lower, from);
    const kept = earlier?.unit === 'person' ? earlier.measure : 'people';
    return { unit: 'person', measure: fate === 'people' ? kept : fate };
  };
  if (OF_THEM.test(after) || OF_THEM.test(before)) return people();
  const nounIn = (start: number, end: number): Earlier | undefined => {
    for (let word = start; word < end; word++) {
      const noun = arabicNoun((lower[word] ?? '').replace(/^[ولبف](?=\p{L}{3})/u, ''));
      if (noun && noun.measure !== 'listed' && !SIZES.has(noun.measure))
        return noun.unit === 'person' ? people() : noun;
    }
    return undefined;
  };
  // «اثنين من أصل 57 ناجياً», «74 من أصحابها»
  if (after === 'من' && lower[to + 1] === 'أصل') return nounIn(to + 2, to + 6);
  if (after === 'من' && /^(?:أصحاب|ذوي)(?:ها|هم|هن)$/u.test(lower[to + 1] ?? '')) return people();
  const modifier = lower.slice(from, to);
  // «لا يقلون عن مئتين»; «صوراً يناهز عددها 6400»
  if (modifier.some((word) => /^(?:يقل|يزيد|يتجاوز|يناهز)ون$/u.test(word))) return people();
  if (modifier.some((word) => /^عدد(?:ه|ها|هم|هن)$/u.test(word))) {
    const named = nounIn(Math.max(0, from - 3), from);
    if (named) return named;
  }
  const these = OF_THESE.test(after);
  const ends =
    /^(?:$|[،.؛»)]|مقابل|منذ|مساء|صباح|أمس|اليوم|بدلا|بعد|حتى|قبل|بينهم|بينها|وفق|بحسب|و\p{L})/u.test(after);
  if (!these && !ends) return undefined;
  // «عدد المدفونين هناك لا يقل عن مئة»: the bound itself says that it is reached.
  const reached =
    /^(?:لا|لم|يزيد|يتجاوز|يناهز|يقارب|تجاوز|يفوق)$/u.test(lower[from]!) ||
    lower.slice(Math.max(0, from - 10), from).some((word) => REACHED.test(word));
  const tally =
    (TO.test(before) || reached) &&
    lower.slice(Math.max(0, from - 20), from).some((word) => TALLY.test(word));
  const held = HOLDS.test(before);
  // «الشاحنات كانت إحدى عشرة»
  if (/^[وف]?(?:كان|كانت|كانوا)$/u.test(before) && ends) {
    const subject = nounIn(Math.max(0, from - 3), from - 1);
    if (subject) return subject;
  }
  const again = earlier !== undefined && TO.test(before);
  if (!these && !tally && !held && !again) return undefined;
  const word = lower.findLastIndex((each, place) => place < from && TALLY.test(each));
  const told = tally && from - word < 20 ? nounIn(word + 1, Math.min(from, word + 3)) : undefined;
  if (told) return told;
  for (let back = from - 1; back >= 0 && from - back < 25; back--) {
    const noun = arabicNoun(lower[back]!.replace(/^[ولبف](?=\p{L}{3})/u, ''));
    if (!noun || noun.measure === 'listed' || SIZES.has(noun.measure)) continue;
    return noun.unit === 'person' ? people() : noun;
  }
  if (earlier) return earlier.unit === 'person' ? people() : earlier;
  if (tally) return people();
  return these ? { unit: 'item', measure: 'count' } : undefined;
}

const SIZES: ReadonlySet<Measure> = new Set(['duration', 'money', 'times', 'distance', 'area', 'share']);
