import type { Span } from '../../model/index.ts';
import type { Attribution, Piece } from '../attribution.ts';
import type { Unit } from '../units.ts';
import { arabicCueOf } from './cues.ts';
import { WEEKDAYS_AR } from './words.ts';

const THAT = new Set([
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
const OCCASION = new Set([
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
const CUTTING = new Set([
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
const ADDRESSEE =
  /^(?:لوكالة|لصحيفة|لقناة|لموقع|للصحفيين|للصحافيين|لإذاعة|لتلفزيون|لشبكة|لوسائل|لمنصة|لرويترز|للجزيرة|لمراسل)/;
const END_MARKS = new Set(['.', '؛', ';', '؟', '!', ':']);
/** Verbs that take a noun for what they affirm or deny: "نفى وجود". */
const NOMINAL = new Set([
  'نفى',
  'أكد',
  'أعلن',
  'أنكر',
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

/**
 * The attributions of one Arabic unit: a cue verb with its speaker behind it up to "أن", before it, or in the verb
 * alone; "بحسب", "وفق", "نقلاً عن" with the source behind; passives without a source. Order of words does the work
 * that case endings would; see docs/reading.md for what that costs.
 */
export function arabicAttributionsIn(unit: Unit): Attribution[] {
  const { pieces } = unit;
  const found: Attribution[] = [];
  let end = pieces.length;
  while (end > 0 && END_MARKS.has(pieces[end - 1]!.lower)) end--;
  for (let at = 0; at < end; at++) {
    const piece = pieces[at]!;
    if (piece.kind !== 'word') continue;
    const cue = arabicCueOf(piece.lower);
    if (!cue) continue;
    const made =
      cue.frame === 'according'
        ? according(pieces, at, end, cue.base)
        : cue.frame === 'passive'
          ? passive(pieces, at, end, cue.base)
          : cue.frame === 'noun'
            ? noun(pieces, at, end, cue)
            : verbal(pieces, at, end, cue, found.length > 0);
    if (!made) continue;
    found.push(made);
  }
  const before = found.length === 0 ? colonSpeaker(pieces, end) : undefined;
  if (before) found.push(before);
  return found;
}

const spanOf = (pieces: readonly Piece[], from: number, to: number): Span | undefined => {
  let first = from;
  let last = to;
  while (first < last && ['،', ',', ':', '.', '-'].includes(pieces[first]!.lower)) first++;
  while (last > first && ['،', ',', ':', '-'].includes(pieces[last - 1]!.lower)) last--;
  return first < last ? { start: pieces[first]!.start, end: pieces[last - 1]!.end } : undefined;
};

function contentEnd(pieces: readonly Piece[], from: number, end: number): number {
  for (let at = from + 2; at < end; at++) {
    const previous = pieces[at - 1]!.lower;
    const cue = pieces[at]!.kind === 'word' ? arabicCueOf(pieces[at]!.lower) : undefined;
    if (!cue) continue;
    if (cue.frame === 'according') return previous === '،' || previous === ',' ? at - 1 : at;
    const participle =
      /^(?:و)?(?:قائلا|مضيفا|مؤكدا|مشيرا|موضحا|لافتا|محذرا|معلنا|مبينا|نافيا|معتبرا|داعيا|كاشفا|مشددا)/.test(
        pieces[at]!.lower,
      );
    if ((previous === '،' || previous === ',') && (participle || /^و/.test(pieces[at]!.lower))) return at - 1;
    if (participle) return at;
  }
  return end;
}

function verbal(
  pieces: readonly Piece[],
  at: number,
  end: number,
  cue: { base: string; kind: Attribution['kind'] },
  later: boolean,
): Attribution | undefined {
  let that = -1;
  for (let next = at + 1; next < Math.min(end, at + 40); next++) {
    const piece = pieces[next]!;
    if (piece.kind === 'quote' || piece.lower === ':' || THAT.has(piece.lower)) {
      that = next;
      break;
    }
    if (END_MARKS.has(piece.lower)) break;
    // The next one that speaks has its own "أن" behind it.
    if (startsNextSaying(pieces, next)) break;
  }
  const shared = {
    cue: { start: pieces[at]!.start, end: pieces[at]!.end },
    kind: cue.kind,
    cueBase: cue.base,
    negated: false,
  };
  const quoteBefore =
    pieces[at - 1]?.kind === 'quote'
      ? at - 1
      : (pieces[at - 1]?.lower === '،' || pieces[at - 1]?.lower === ',') && pieces[at - 2]?.kind === 'quote'
        ? at - 2
        : -1;
  if (that < 0 && quoteBefore >= 0) {
    const source = speakerBehind(pieces, at + 1, end);
    const content = spanOf(pieces, quoteBefore, quoteBefore + 1)!;
    return {
      ...shared,
      content: [content],
      quoted: true,
      ...(source ? { source: source.span } : { implicit: true }),
    };
  }
  const participle =
    /(?:ا|ة|ين)$/.test(pieces[at]!.lower) && /^و?م|^و?قائل|^و?لافت|^و?ناف|^و?كاشف/.test(pieces[at]!.lower);
  if (that < 0) {
    if (!NOMINAL.has(cue.base) && cue.kind !== 'stance') return undefined;
    const speaker = speakerBehindNominal(pieces, at + 1, end, cue.base);
    const from = pastAside(pieces, speaker?.to ?? at + 1, end);
    const before = speaker ? undefined : speakerBefore(pieces, at);
    const content = spanOf(pieces, from, contentEnd(pieces, from, end));
    if (!content) return undefined;
    const source = speaker?.span ?? before;
    return { ...shared, content: [content], quoted: false, ...(source ? { source } : { implicit: true }) };
  }
  const behind = that > at + 1 ? speakerBehind(pieces, at + 1, that) : undefined;
  const before = behind || participle ? undefined : speakerBefore(pieces, at);
  let from = that;
  if (pieces[that]!.lower === ':') from = that + 1;
  const stop = contentEnd(pieces, from, end);
  const content = spanOf(pieces, from, stop);
  if (!content) return undefined;
  const source = behind?.span ?? before;
  const quoted = pieces.slice(from, stop).some((piece) => piece.kind === 'quote');
  return {
    ...shared,
    content: [content],
    quoted,
    ...(source ? { source } : { implicit: true }),
    ...(behind?.addressee ? { addressee: behind.addressee } : {}),
    ...(participle && !source && later ? { implicit: true } : {}),
  };
}

/** A participle, or a cue verb behind a comma: "…، مضيفاً أن", "…، وقالت إن". */
function startsNextSaying(pieces: readonly Piece[], at: number): boolean {
  const cue = pieces[at]!.kind === 'word' ? arabicCueOf(pieces[at]!.lower) : undefined;
  if (cue?.frame !== 'verb') return false;
  const word = pieces[at]!.lower.replace(/[\u064b-\u0652]/g, '');
  const before = pieces[at - 1]?.lower;
  return (
    (before === '،' || before === ',') &&
    (/^و/.test(word) || /^(?:م|قائل|لافت|ناف|كاشف|داع)\p{L}*(?:ا|ة|ين)$/u.test(word))
  );
}

/** Past what stands aside between speaker and matter: another name in marks, a day between commas. */
function pastAside(pieces: readonly Piece[], from: number, end: number): number {
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

interface Speaker {
  readonly span: Span;
  readonly to: number;
  readonly addressee?: Span;
}

function speakerBehind(pieces: readonly Piece[], from: number, limit: number): Speaker | undefined {
  let to = from;
  let addressee: Span | undefined;
  for (let at = from; at < limit; at++) {
    const piece = pieces[at]!;
    const word = piece.lower;
    if (ADDRESSEE.test(word)) {
      addressee = spanOf(pieces, at, Math.min(limit, at + 4));
      break;
    }
    if (piece.kind === 'quote' || END_MARKS.has(word)) break;
    if (word === '،' || word === ',') {
      if (at === from) break;
      // An apposition between commas belongs to the name.
      break;
    }
    if (word === 'في' || word === 'خلال') {
      const next = pieces[at + 1]?.lower ?? '';
      if (OCCASION.has(next) || /^\d/.test(next)) break;
    } else if (
      WEEKDAYS_AR.get(word) !== undefined ||
      ['يوم', 'أمس', 'اليوم', 'عبر', 'مساء', 'صباح', 'أيضا', 'على', 'إلى', 'الى'].includes(word)
    )
      break;
    to = at + 1;
  }
  const span = spanOf(pieces, from, to);
  return span ? { span, to, ...(addressee ? { addressee } : {}) } : undefined;
}

/** The speaker between a verb and the noun it affirms: two or three words, a known head, or a name. */
function speakerBehindNominal(
  pieces: readonly Piece[],
  from: number,
  limit: number,
  base: string,
): Speaker | undefined {
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
      /^(?:منظمة|وزارة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|محافظ|مدير|رئيس|متحدث|ناطق|مصدر|مصادر|ناشطون|ناشط|شهود|شاهد|مسؤول|مسؤولون|وكالة|قناة|شبكة|مركز|فرق|فريق|لقطات|مقاطع|صور|تسجيل|فيديو|مقطع|جمعية|مؤسسة|باسم|أهالي|ذوي|عائلات|سجين|معتقل|معتقلون|بعض)$/.test(
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

const isSpeakerHead = (word: string): boolean =>
  /^(?:و)?(?:ال\p{L}{2,}|منظمة|وزارة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|جمعية|مؤسسة|شبكة|مركز|وكالة|فرق|فريق|مجلس|اتحاد|نقابة|بلدية)$/u.test(
    word,
  );

/** `NAME: …` at the head of a line: who speaks, before a colon. */
function colonSpeaker(pieces: readonly Piece[], end: number): Attribution | undefined {
  const colon = pieces.findIndex((piece) => piece.lower === ':');
  if (colon < 1 || colon > 6 || colon + 2 >= end) return undefined;
  const label = pieces.slice(0, colon);
  if (label.some((piece) => piece.kind !== 'word' || CUTTING.has(piece.lower) || arabicCueOf(piece.lower)))
    return undefined;
  if (
    !/^(?:منظمة|وزارة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|محافظ|جمعية|مؤسسة|شبكة|مركز|وكالة|مجلس|اتحاد|نقابة|بلدية|مدير|رئيس|قائد|وزير|مسؤول|ناشط|ناشطون|شاهد|شهود|مصادر|أهالي)$/.test(
      pieces[0]!.lower,
    )
  )
    return undefined;
  const source = spanOf(pieces, 0, colon);
  const content = spanOf(pieces, colon + 1, end);
  return source && content
    ? {
        source,
        content: [content],
        cue: { start: pieces[colon]!.start, end: pieces[colon]!.end },
        kind: 'speech',
        cueBase: ':',
        negated: false,
        quoted: pieces[colon + 1]!.kind === 'quote',
      }
    : undefined;
}

function speakerBefore(pieces: readonly Piece[], index: number): Span | undefined {
  // «وكانت المحافظة قد أعلنت»: the speaker stands between the two verbs.
  const at = pieces[index - 1]?.lower === 'قد' ? index - 1 : index;
  let from = at;
  for (let back = at - 1; back >= 0 && at - back < 12; back--) {
    const piece = pieces[back]!;
    if (piece.kind !== 'word' && !['"', '«', '»', '“', '”', '(', ')'].includes(piece.lower)) break;
    if (
      THAT.has(piece.lower) ||
      arabicCueOf(piece.lower) ||
      /^[وف]?كان(?:ت|وا)?$/.test(piece.lower) ||
      ['وقد', 'قد', 'كما', 'حيث', 'فيما', 'بينما', 'ثم', 'الذي', 'التي', 'لكن'].includes(piece.lower)
    )
      break;
    from = back;
  }
  if (from === at) return undefined;
  const first = pieces[from]!.lower;
  if (['في', 'على', 'من', 'منذ', 'بعد', 'قبل', 'إلى', 'خلال', 'وفي', 'ومن'].includes(first)) return undefined;
  return spanOf(pieces, from, at);
}

function according(pieces: readonly Piece[], at: number, end: number, base: string): Attribution | undefined {
  let from = at + 1;
  if (base === 'نقلا عن') {
    if (pieces[from]?.lower !== 'عن') return undefined;
    from++;
  }
  if (base === 'بحسب' && pieces[from]?.lower === 'ما') {
    // "بحسب ما قال فلان": the verb behind is the cue.
    return undefined;
  }
  if (base === 'وفق' && pieces[from]?.lower === 'ما') return undefined;
  let to = from;
  for (let next = from; next < Math.min(end, from + 14); next++) {
    const piece = pieces[next]!;
    if (piece.kind === 'quote' || piece.lower === '،' || piece.lower === ',' || END_MARKS.has(piece.lower))
      break;
    if (THAT.has(piece.lower) || (next > from && CUTTING.has(piece.lower) && piece.lower !== 'في')) break;
    if (piece.lower === 'في' && OCCASION.has(pieces[next + 1]?.lower ?? '')) break;
    if (next > from + 1 && arabicCueOf(piece.lower)?.frame === 'verb') break;
    to = next + 1;
  }
  const source = spanOf(pieces, from, to);
  if (!source) return undefined;
  const shared = {
    cue: { start: pieces[at]!.start, end: pieces[from - 1]!.end },
    source,
    kind: 'speech' as const,
    cueBase: base,
    negated: false,
    quoted: false,
  };
  if (at <= 1) {
    const content = spanOf(pieces, to, contentEnd(pieces, to, end));
    return content ? { ...shared, content: [content] } : undefined;
  }
  const content = spanOf(pieces, 0, at);
  const rest = to + 2 < end ? spanOf(pieces, to, end) : undefined;
  return content
    ? { ...shared, content: rest && rest.end - rest.start > 25 ? [content, rest] : [content] }
    : undefined;
}

function passive(pieces: readonly Piece[], at: number, end: number, base: string): Attribution | undefined {
  const from = at + 1;
  if (
    !pieces[from] ||
    (!THAT.has(pieces[from]!.lower) && pieces[from]!.lower !== 'بوجود' && pieces[from]!.lower !== 'في')
  )
    return undefined;
  const content = spanOf(pieces, from, contentEnd(pieces, from, end));
  return (
    content && {
      content: [content],
      cue: { start: pieces[at]!.start, end: pieces[at]!.end },
      kind: 'hearsay',
      cueBase: base,
      negated: false,
      quoted: false,
    }
  );
}

function noun(
  pieces: readonly Piece[],
  at: number,
  end: number,
  cue: { base: string; kind: Attribution['kind'] },
): Attribution | undefined {
  const next = pieces[at + 1]?.lower ?? '';
  if (!['من', 'عن', 'بأن', 'بشأن', 'أن', 'تفيد', 'تتحدث', 'تشير', 'حول'].includes(next)) return undefined;
  const from = at + (next === 'أن' || next === 'بأن' ? 1 : 2);
  const content = spanOf(pieces, from, contentEnd(pieces, from, end));
  return (
    content && {
      content: [content],
      cue: { start: pieces[at]!.start, end: pieces[at]!.end },
      kind: cue.kind,
      cueBase: cue.base,
      negated: false,
      quoted: false,
    }
  );
}
