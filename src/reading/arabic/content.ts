import type { Span } from '../../model/index.ts';
import type { Piece } from '../attribution.ts';
import { type ArabicCue, arabicCueOf } from './cues.ts';
import { WEEKDAYS_AR } from './words.ts';

export const THAT = new Set([
  'إن',
  'ان',
  'أن',
  'بأن',
  'بان',
  'إنه',
  'إنها',
  'إنهم',
  'أنه',
  'أنها',
  'أنهم',
  'بأنه',
  'بأنها',
  'بأنهم',
  'أنهما',
  'إنهما',
  'وأن',
  'وإن',
  'أننا',
  'إننا',
  'إنني',
  'أنني',
  'أنّ',
  'إنّ',
]);

export const OCCASION = new Set([
  'بيان',
  'مقابلة',
  'منشور',
  'تصريح',
  'تصريحات',
  'حديث',
  'مؤتمر',
  'تغريدة',
  'تدوينة',
  'رسالة',
  'كلمة',
  'لقاء',
  'تقرير',
  'اتصال',
  'وقت',
  'سياق',
  'مقطع',
]);

export const CUTTING = new Set([
  'في',
  'عبر',
  'على',
  'يوم',
  'خلال',
  'أمس',
  'اليوم',
  'بعد',
  'قبل',
  'إلى',
  'الى',
  'مساء',
  'صباح',
  'مشيرا',
  'مؤكدا',
  'وجود',
  'عن',
  'حول',
  'بشأن',
]);

export const END_MARKS = new Set(['.', '؛', ';', '؟', '!', ':']);

export const spanOf = (pieces: readonly Piece[], from: number, to: number): Span | undefined => {
  let first = from;
  let last = to;
  while (first < last && ['،', ',', ':', '.', '-'].includes(pieces[first]!.lower)) first++;
  while (last > first && ['،', ',', ':', '-'].includes(pieces[last - 1]!.lower)) last--;
  return first < last ? { start: pieces[first]!.start, end: pieces[last - 1]!.end } : undefined;
};

export function contentEnd(pieces: readonly Piece[], from: number, end: number): number {
  for (let at = from + 2; at < end; at++) {
    const previous = pieces[at - 1]!.lower;
    // «بينما أعلن المجلس …، خفض المرصد …»: the second half is the writer's again.
    if (previous === '،' && /^[وف]?بينما$/u.test(pieces[0]!.lower)) return at - 1;
    const cue = pieces[at]!.kind === 'word' ? arabicCueOf(pieces[at]!.lower) : undefined;
    if (!cue) continue;
    if (cue.frame === 'according') return previous === '،' || previous === ',' ? at - 1 : at;
    const participle = cue.participle === true && saysSomething(pieces, at);
    if ((previous === '،' || previous === ',') && (participle || /^و/.test(pieces[at]!.lower))) return at - 1;
    if (participle || saysOn(pieces, at, cue)) return at;
  }
  return end;
}

/** «… في السجن وأضاف أن»: a verb of saying joined by «و», with its own «أن». */
const saysOn = (pieces: readonly Piece[], at: number, cue: ArabicCue): boolean =>
  cue.frame === 'verb' &&
  /^و/u.test(pieces[at]!.lower) &&
  arabicCueOf(pieces[at]!.lower.slice(1)) !== undefined &&
  pieces.slice(at + 1, at + 5).some(({ kind, lower }) => kind === 'quote' || THAT.has(lower));

/** A participle, or a cue verb behind a comma: "…، مضيفاً أن", "…، وقالت إن". */
export function startsNextSaying(pieces: readonly Piece[], at: number): boolean {
  const cue = pieces[at]!.kind === 'word' ? arabicCueOf(pieces[at]!.lower) : undefined;
  if (cue?.frame !== 'verb') return false;
  const word = pieces[at]!.lower;
  const before = pieces[at - 1]?.lower;
  return (
    (before === '،' || before === ',') &&
    (/^و/.test(word) || (cue.participle === true && saysSomething(pieces, at)))
  );
}

/** «، مؤكدة أنها», «محذراً من»: a participle says where words follow; «معلومات مؤكدة» only describes. */
export function saysSomething(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const opens = before === undefined || before.kind !== 'word' || /^[وف]/u.test(pieces[at]!.lower);
  for (let next = at + 1; next < Math.min(pieces.length, at + 6); next++) {
    const { kind, lower } = pieces[next]!;
    if (kind === 'quote' || lower === ':' || THAT.has(lower)) return true;
    if (kind === 'mark') return lower === '«' || lower === '"';
    if (opens && next === at + 1 && (PARTICLES.has(lower) || isMatter(lower))) return true;
    if (!opens && !PARTICLES.has(lower)) return false;
  }
  return false;
}
const PARTICLES = new Set(['إلى', 'الى', 'على', 'من', 'في', 'كذلك', 'أيضا', 'بدوره', 'بدورها']);

/** Nouns of what happened, with which the matter of a verb of saying begins: «أعلن المجلس خروج …». */
export const isMatter = (word: string): boolean => MATTER.test(word);
const MATTER =
  /^(?:ب|ل|عن)?(?:(?:خروج|مقتل|انتهاء|عثور|وفاة|إصابة|اصابة|اعتقال|إطلاق|إفراج|فتح|إغلاق|وصول|توقيف|ارتفاع|انخفاض|تراجع|انتشال|استمرار|بدء|توقف|وقف|تشكيل|إرسال|استقبال|تسليم|نقل|سقوط|مصرع|استشهاد|فقدان|اختفاء|تسجيل|توثيق|تحرير|إنقاذ|إخلاء|تعليق|إنهاء|تسلم|دفن|إعدام|احتجاز|اكتشاف|العثور|الإفراج|القبض|سيطرة|عودة|تحديد|تعرف|نجاة|تعرض)|(?:وجود|صحة|علم|أي|أية|هذا|هذه|ذلك|تلك|ما|كل|جميع|عدم|انها|أنباء|تقارير|مزاعم|اتهامات|معلومات|رواية|مسؤولية\p{L}*))$/u;

/** Past what stands aside between speaker and matter: another name in marks, a day between commas. */
export function pastAside(pieces: readonly Piece[], from: number, end: number): number {
  let at = from;
  for (let rounds = 0; rounds < 3; rounds++) {
    const word = pieces[at]?.lower;
    if (word === '«' || word === '"' || word === '“' || word === '(') {
      const close = pieces.findIndex(
        (piece, index) => index > at && ['»', '"', '”', ')'].includes(piece.lower),
      );
      if (close < 0 || close - at > 7 || close >= end) return at;
      at = close + 1;
    }
    if (pieces[at]?.lower !== '،' && pieces[at]?.lower !== ',') return at;
    let after = at + 1;
    while (after < end && isDay(pieces[after]!.lower)) after++;
    if (after === at + 1 || (pieces[after]?.lower !== '،' && pieces[after]?.lower !== ',')) return at;
    at = after + 1;
  }
  return at;
}

const isDay = (word: string): boolean =>
  WEEKDAYS_AR.get(word) !== undefined ||
  ['يوم', 'أمس', 'اليوم', 'مساء', 'صباح', 'ظهر', 'فجر', 'ليل'].includes(word);
