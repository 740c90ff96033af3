import type { Span } from '../../model/index.ts';
import type { Piece } from '../attribution.ts';
import { CUTTING, END_MARKS, isMatter, OCCASION, pastAside, spanOf, THAT } from './content.ts';
import { arabicCueOf } from './cues.ts';
import { arabicScale } from './number-words.ts';
import { WEEKDAYS_AR } from './words.ts';

const ADDRESSEE =
  /^(?:لوكالة|لصحيفة|لقناة|لموقع|للصحفيين|للصحافيين|للصحيفة|للوكالة|للقناة|للموقع|للجريدة|للمراسلين|للإذاعة|للتلفزيون|لإذاعة|لتلفزيون|لشبكة|لوسائل|لمنصة|لرويترز|للجزيرة|لمراسل)/;

/** Verbs that take a noun for what they affirm or deny: "نفى وجود". */
export const NOMINAL = new Set([
  'نفى',
  'كذب',
  'أكد',
  'أعلن',
  'أنكر',
  'فند',
  'دحض',
  'شكك',
  'استبعد',
  'كشف',
  'وثق',
  'أحصى',
  'أظهر',
  'قدر',
  'رجح',
  'توقع',
  'حذر',
  'وصف',
  'اتهم',
  'دعا',
  'طالب',
  'رفض',
  'عرض',
  'أشار',
  'تحدث',
  'خشي',
  'نشر',
  'تعهد',
  'أدان',
  'روى',
  'ادعى',
  'زعم',
  'لفت',
  'رأى',
]);

const WHO = /^و?(?:الذي|التي|الذين|اللذين|اللذان|اللواتي|وهو|وهي|وهم|ممن)$/u;
const ENDING = new Set(
  'يوم أمس اليوم عبر مساء صباح ظهر فجر أيضا كذلك على إلى الى عن بعد قبل عقب عند ردا تعليقا حول بشأن بدوره بدورها لاحقا سابقا بأن إن أن القول التأكيد التذكير مباشرة بعدما بينما فيما حين'.split(
    ' ',
  ),
);

export interface Speaker {
  readonly span: Span;
  readonly to: number;
  readonly addressee?: Span;
}

export function speakerBehind(pieces: readonly Piece[], from: number, limit: number): Speaker | undefined {
  let to = from;
  let addressee: Span | undefined;
  for (let at = from; at < limit; at++) {
    const piece = pieces[at]!;
    const word = piece.lower;
    const opensName = /^[«"“]$/u.test(pieces[at + 1]?.lower ?? '');
    if (ADDRESSEE.test(word) || (word === 'ل' && opensName)) {
      addressee = spanOf(pieces, word === 'ل' ? at + 2 : at, Math.min(limit, at + 4));
      break;
    }
    if (WHO.test(word) && at > from) break;
    if (piece.kind === 'quote' || END_MARKS.has(word)) break;
    if (word === '،' || word === ',') {
      if (at === from) break;
      // An apposition between commas belongs to the name.
      break;
    }
    if (word === 'في' || word === 'خلال') {
      const next = pieces[at + 1]?.lower ?? '';
      if (OCCASION.has(next) || /^\d/.test(next)) break;
    } else if (WEEKDAYS_AR.get(word) !== undefined || ENDING.has(word)) break;
    to = at + 1;
  }
  // «حذرت الهيئة من أن»: the preposition belongs to the verb.
  const last = /^(?:من|في|ب|ل)$/u.test(pieces[to - 1]?.lower ?? '') ? to - 1 : to;
  const span = spanOf(pieces, from, last);
  return span ? { span, to, ...(addressee ? { addressee } : {}) } : undefined;
}

/** The speaker between a verb and the noun it affirms: two or three words, a known head, or a name. */
export function speakerBehindNominal(
  pieces: readonly Piece[],
  from: number,
  limit: number,
  base: string,
): Speaker | undefined {
  // «كانت اللجنة قد نشرت الخميس قائمة»: a day does not speak.
  if (WEEKDAYS_AR.get(pieces[from]?.lower ?? '') !== undefined || ENDING.has(pieces[from]?.lower ?? ''))
    return undefined;
  // «أعلنت رابطة أهالي التل، الاثنين، …»: a day between commas closes the speaker, however long.
  for (let at = from + 1; at < Math.min(limit, from + 11); at++) {
    const word = pieces[at]!.lower;
    if (word === '،' || word === ',' || word === '«') {
      const past = pastAside(pieces, at, limit);
      const span = past > at + 1 && isSpeakerHead(pieces[from]!.lower) ? spanOf(pieces, from, at) : undefined;
      if (span) return { span, to: at };
      break;
    }
    if (pieces[at]!.kind !== 'word' || CUTTING.has(word) || arabicCueOf(word)) break;
  }
  // «أعلن مجلس الميناء خروج …», «نفت رابطة أسر المفقودين وجود …»: the speaker ends where the matter begins.
  if (
    !ADDRESSES.has(base) &&
    (isSpeakerHead(pieces[from]?.lower ?? '') || /^ال\p{L}{3,}/u.test(pieces[from]?.lower ?? ''))
  )
    for (let at = from + 1; at < Math.min(limit, from + 10); at++) {
      const piece = pieces[at]!;
      if (isMatter(piece.lower)) {
        const span = spanOf(pieces, from, at);
        if (span) return { span, to: at };
      }
      if (piece.kind !== 'word' || arabicCueOf(piece.lower)) break;
      if (CUTTING.has(piece.lower) && piece.lower !== 'في') break;
    }
  // «ناشدت الحراس السابقين»: whom it calls on, not who calls.
  if (ADDRESSES.has(base) && /^(?:ال\p{L}+ين|ال\p{L}{1,4}ا[سءر])$/u.test(pieces[from]?.lower ?? ''))
    return undefined;
  let to = from;
  for (let at = from; at < Math.min(limit, from + 8); at++) {
    const piece = pieces[at]!;
    if (piece.kind !== 'word' || CUTTING.has(piece.lower)) break;
    const definite = /^(?:و)?ال/.test(piece.lower);
    if (at > from && ADDRESSES.has(base) && isOtherNoun(pieces[at - 1]!.lower, piece.lower)) break;
    const head =
      /^(?:منظمة|وزارة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|محافظ|مدير|رئيس|متحدث|ناطق|مصدر|مصادر|ناشطون|ناشط|شهود|شاهد|مسؤول|مسؤولون|وكالة|قناة|شبكة|مركز|فرق|فريق|لقطات|مقاطع|صور|تسجيل|فيديو|مقطع|جمعية|مؤسسة|باسم|أهالي|ذوي|عائلات|سجين|معتقل|معتقلون|بعض|روايات|أنباء|تقارير|معلومات|شهادات|مراقبون|حقوقيون)$/.test(
        piece.lower,
      );
    if (
      !definite &&
      !head &&
      at > from &&
      !/^(?:منظمة|وزارة|هيئة|رابطة|لجنة|جمعية|شبكة|باسم|إدارة|محافظة|قناة|وكالة|مركز|لقطات|مقاطع|فرق)$/.test(
        pieces[at - 1]!.lower,
      )
    )
      break;
    if (!definite && !head && at === from) break;
    to = at + 1;
  }
  const span = spanOf(pieces, from, to);
  return span ? { span, to } : undefined;
}

/** Verbs that take whom they call on as their object: «دعت الرابطة الأهالي». */
const ADDRESSES = new Set(['دعا', 'طالب', 'ناشد', 'اتهم', 'حذر', 'أدان']);

/** Two definite nouns that do not agree: the second is no adjective of the first but another noun. */
const isOtherNoun = (first: string, second: string): boolean =>
  /^و?ال/.test(first) &&
  /^ال/.test(second) &&
  ((/ة$/.test(first) && !/ة$/.test(second)) ||
    /^(?:الأهالي|السكان|الناس|العائلات|المواطنين|السلطات|الحراس|المجتمع|الجميع|الأطراف|الذوي)$/.test(second));

export const isSpeakerHead = (word: string): boolean =>
  /^(?:و)?(?:ال\p{L}{2,}|منظمة|وزارة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|جمعية|مؤسسة|شبكة|مركز|وكالة|فرق|فريق|مجلس|اتحاد|نقابة|بلدية|نظام|مرصد|ائتلاف|قيادة|قوات|سلطات|شرطة|جيش|نيابة|محكمة|مكتب|حركة|حزب|تجمع|حملة|صحيفة|قناة|إذاعة|موقع|مستشفى|مشفى|بعثة|مجموعة|مبادرة|منصة|مفوضية|جبهة|تحالف|أمانة|دائرة|مديرية|نادي|خلية|غرفة|مدير|رئيس|وزير|مصدر|مصادر|مسؤول|متحدث|ناطق|محافظ)$/u.test(
    word,
  );

/** Words that lead into a clause and belong to no name. */
const LEADS = new Set(
  'وقد قد كما حيث فيما بينما ثم الذي التي الذين لكن لكنه لكنها غير بل لطالما طالما سبق كذلك أيضا بدوره بدورها جهته جهتها مع ذلك رغم حين عندما بعدما قبلما أنه إنه لا لم لن ما ليس هل سوف من'.split(
    ' ',
  ),
);

const TOLD = /^و?(?:معلومات|أنباء|تقارير|روايات|تسريبات|شائعات)$/u;

const ASIDE = /^(?:وقد|وهو|وهي|الذي|التي|الذين|في|من|عبر|خلال|نقلا)$/u;

export function speakerBefore(pieces: readonly Piece[], index: number): Span | undefined {
  // «أحد الناجين، وقد طلب عدم ذكر اسمه، أكد …»: past what stands between two commas.
  if (pieces[index - 1]?.lower === '،' || pieces[index - 1]?.lower === ',') {
    for (let back = index - 2; back > 0 && index - back < 14; back--) {
      if (pieces[back]!.lower !== '،' && pieces[back]!.lower !== ',') continue;
      if (!ASIDE.test(pieces[back + 1]!.lower)) return undefined;
      const before = speakerBefore(pieces, back);
      return before;
    }
    return undefined;
  }
  // «وكانت المحافظة قد أعلنت»: the speaker stands between the two verbs.
  const at = pieces[index - 1]?.lower === 'قد' ? index - 1 : index;
  let from = at;
  for (let back = at - 1; back >= 0 && at - back < 12; back--) {
    const piece = pieces[back]!;
    // A name in marks is passed over whole: «مجموعة «محامون من أجل الحق» قد نشرت».
    if (piece.lower === '»' || piece.lower === '”') {
      let open = back - 1;
      while (open > 0 && back - open < 10 && pieces[open]!.lower !== '«' && pieces[open]!.lower !== '“')
        open--;
      if (pieces[open]!.lower !== '«' && pieces[open]!.lower !== '“') break;
      from = open;
      back = open;
      continue;
    }
    if (piece.kind !== 'word' && !['"', '«', '»', '“', '”', '(', ')'].includes(piece.lower)) break;
    if (
      THAT.has(piece.lower) ||
      arabicCueOf(piece.lower) ||
      /^[وف]?كان(?:ت|وا)?$/.test(piece.lower) ||
      LEADS.has(piece.lower.replace(/^[وف](?=\p{L}{3})/u, '')) ||
      LEADS.has(piece.lower)
    )
      break;
    from = back;
  }
  if (from === at) return undefined;
  // «معلومات لم نتأكد منها تفيد بأن»: the words before the relative clause.
  if (from > 1 && /^(?:لم|لا|لن)$/u.test(pieces[from - 1]!.lower))
    return TOLD.test(pieces[from - 2]!.lower) ? spanOf(pieces, from - 2, from - 1) : undefined;
  const first = pieces[from]!.lower;
  // «ألف معتقل يظهرون»: those who are counted do not speak.
  if (
    pieces[from]!.kind === 'number' ||
    arabicScale(first) !== undefined ||
    /^(?:أكثر|نحو|حوالي)$/u.test(first)
  )
    return undefined;
  if (['في', 'على', 'من', 'منذ', 'بعد', 'قبل', 'إلى', 'خلال', 'وفي', 'ومن'].includes(first)) return undefined;
  return spanOf(pieces, from, at);
}
