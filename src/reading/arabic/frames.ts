import type { Attribution, Piece } from '../attribution.ts';
import {
  CUTTING,
  contentEnd,
  END_MARKS,
  isMatter,
  OCCASION,
  pastAside,
  saysSomething,
  spanOf,
  startsNextSaying,
  THAT,
} from './content.ts';
import { arabicCueOf } from './cues.ts';
import {
  isSpeakerHead,
  NOMINAL,
  type Speaker,
  speakerBefore,
  speakerBehind,
  speakerBehindNominal,
} from './speaker.ts';

/** «قبل أن», «غير أن»: no words said follow. */
const isComplement = (pieces: readonly Piece[], at: number): boolean =>
  THAT.has(pieces[at]!.lower) && !NOT_SAID.has(pieces[at - 1]!.lower.replace(/^[وف](?=\p{L}{2})/u, ''));
const NOT_SAID = new Set(
  'قبل بعد منذ غير إلا دون رغم كما حيث حتى بما شرط يمكن يجب بد ينبغي مع بعيد لولا يكاد'.split(' '),
);

/** Words for what others said, which is what is turned down where somebody is said to reject it. */
const SAID_BY_OTHERS =
  /^(?:ب|ل)?(?:ما|(?:ال)?(?:أنباء|تقارير|مزاعم|اتهامات|ادعاءات|رواية|روايات|أرقام|رقم|حصيلة|شائعات|تهم|اتهام|تصريحات))$/u;

/** Things of which somebody says how they are: «وصف الرقم بأنه …». */
const DESCRIBED =
  /^(?:هذه|هذا|ذلك|تلك|ما|ال(?:رقم|أرقام|أنباء|تقارير|مزاعم|ادعاءات|اتهامات|رواية|روايات|وضع|مشهد|خبر|حديث|صور|مقاطع|أوضاع|ظروف|عملية|خطوة|قرار))$/u;

export function verbal(
  pieces: readonly Piece[],
  at: number,
  end: number,
  cue: { base: string; kind: Attribution['kind']; participle?: boolean },
  main: Pick<Attribution, 'source'> | undefined,
): Attribution | undefined {
  const participle = cue.participle === true;
  if (participle && !saysSomething(pieces, at)) return undefined;
  // «يُذكر أن»: the writer leads over.
  if (/^و?يذكر$/u.test(pieces[at]!.lower) && THAT.has(pieces[at + 1]?.lower ?? '')) return undefined;
  let that = -1;
  for (let next = at + 1; next < Math.min(end, at + 40); next++) {
    const piece = pieces[next]!;
    if (piece.kind === 'quote' || piece.lower === ':' || isComplement(pieces, next)) {
      that = next;
      break;
    }
    if (END_MARKS.has(piece.lower)) break;
    // The next one that speaks has its own "أن" behind it.
    if (startsNextSaying(pieces, next)) break;
    // «نفت الإدارة وجود مقبرة، وجدد مسؤولها القول إن …»: what is denied is a noun; the "أن" is another's.
    if (
      NOMINAL.has(cue.base) &&
      next > at + 1 &&
      next < at + 8 &&
      isMatter(piece.lower) &&
      opensMatter(pieces, at, next)
    )
      break;
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
  if (that < 0) {
    if (!NOMINAL.has(cue.base) && cue.kind !== 'stance') return undefined;
    if (cue.base === 'رفض' && !pieces.slice(at + 1, at + 9).some(({ lower }) => SAID_BY_OTHERS.test(lower)))
      return undefined;
    // «يظهر في الصور»: something appears, nobody shows it.
    if (cue.base === 'أظهر' && CUTTING.has(pieces[at + 1]?.lower ?? '')) return undefined;
    if (participle) {
      const content = spanOf(pieces, at + 1, contentEnd(pieces, at + 1, end));
      return content && { ...shared, content: [content], quoted: false, ...spoken(main) };
    }
    const speaker = speakerBehindNominal(pieces, at + 1, end, cue.base);
    const from = pastAside(pieces, speaker?.to ?? at + 1, end);
    const before = speaker ? undefined : speakerBefore(pieces, at);
    const content = spanOf(pieces, from, contentEnd(pieces, from, end));
    if (!content) return undefined;
    const source = speaker?.span ?? before;
    return { ...shared, content: [content], quoted: false, ...(source ? { source } : { implicit: true }) };
  }
  const passedOn = cue.base === 'نقل' ? passedOnFrom(pieces, at, that) : undefined;
  const named = that > at + 1 && !participle && !DESCRIBED.test(pieces[at + 1]!.lower);
  const behind =
    passedOn ?? (named ? speakerBehind(pieces, at + 1, described(pieces, at, that, cue.base)) : undefined);
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
    ...(source ? { source } : participle ? spoken(main) : { implicit: true }),
    ...(behind?.addressee ? { addressee: behind.addressee } : {}),
  };
}

/** Behind the verb a known speaker, and then the matter itself rather than "أن". */
const opensMatter = (pieces: readonly Piece[], verb: number, matter: number): boolean =>
  isSpeakerHead(pieces[verb + 1]!.lower) &&
  !THAT.has(pieces[matter - 1]!.lower) &&
  !/^(?:ما|هذا|هذه|ذلك|تلك|كل|جميع)$/u.test(pieces[matter]!.lower);

/** «وصف المحامي الرقم بأنه»: who speaks ends where that begins of which he speaks. */
function described(pieces: readonly Piece[], at: number, that: number, base: string): number {
  if (base !== 'وصف') return that;
  const of = pieces.findIndex(({ lower }, index) => index > at + 1 && index < that && DESCRIBED.test(lower));
  return of < 0 ? that : of;
}

/** «نقلت وكالة … عن شاهد أن»: who passes the words on, and whose they are. */
function passedOnFrom(pieces: readonly Piece[], at: number, that: number): Speaker | undefined {
  const from = pieces.findIndex(({ lower }, index) => index > at + 1 && index < that - 1 && lower === 'عن');
  if (from < 0) return undefined;
  const speaker = speakerBehind(pieces, from + 1, that);
  const through = spanOf(pieces, at + 1, from);
  return speaker && { ...speaker, ...(through ? { addressee: through } : {}) };
}

/** Who speaks in a participle is the subject of the verb that it goes with. */
const spoken = (main: Pick<Attribution, 'source'> | undefined): Partial<Attribution> => ({
  implicit: true,
  ...(main?.source ? { antecedent: main.source } : {}),
});

/** `NAME: …` at the head of a line: who speaks, before a colon. */
export function colonSpeaker(pieces: readonly Piece[], end: number): Attribution | undefined {
  const colon = pieces.findIndex((piece) => piece.lower === ':');
  if (colon < 1 || colon > 6 || colon + 2 >= end) return undefined;
  const label = pieces
    .slice(0, colon)
    .map((piece, at) => (at === 0 ? { ...piece, lower: piece.lower.replace(/^و(?=\p{L}{4})/u, '') } : piece));
  if (label.some((piece) => piece.kind !== 'word' || CUTTING.has(piece.lower) || arabicCueOf(piece.lower)))
    return undefined;
  if (!isSpeakerHead(label[0]!.lower)) return undefined;
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

export function according(
  pieces: readonly Piece[],
  at: number,
  end: number,
  base: string,
): Attribution | undefined {
  let from = at + 1;
  if (base === 'نقلا عن') {
    if (pieces[from]?.lower !== 'عن') return undefined;
    from++;
  }
  if (base === 'على حد قول' && !/^(?:حد|على)$/u.test(pieces[at - 1]?.lower ?? '')) return undefined;
  if (base === 'على حد قول' && /[هام]$/u.test(pieces[at]!.lower)) {
    const said = spanOf(pieces, 0, at - 2);
    return said
      ? {
          content: [said],
          cue: { start: pieces[at - 1]!.start, end: pieces[at]!.end },
          kind: 'speech',
          cueBase: base,
          negated: false,
          quoted: false,
          implicit: true,
        }
      : undefined;
  }
  // «بحسب ما أعلنه المجلس», «وفق ما أفادت به مصادر», «بحسب ما جمعناه من شهادات»: whoever stands behind the verb.
  if ((base === 'بحسب' || base === 'وفق') && /^ل?ما$/u.test(pieces[from]?.lower ?? '')) {
    from += 2;
    while (from < end && /^(?:به|إليه|عنه|فيه|لنا|لها|له|من)$/u.test(pieces[from]!.lower)) from++;
    if (from >= end || pieces[from]!.kind !== 'word') return undefined;
  }
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
  const written = spanOf(pieces, from, to);
  if (!written) return undefined;
  // «وفقاً لوزارة العدل»: the letter belongs to the cue.
  const joined =
    base === 'وفق' && /^ل\p{L}{3}/u.test(pieces[from]!.lower) && !/^ل[لج]/u.test(pieces[from]!.lower);
  const source = joined ? { start: written.start + 1, end: written.end } : written;
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
  const turns = /^(?:بينما|فيما|لكن|غير|إلا|وفي|في|كما|حيث)$/u.test(pieces[to + 1]?.lower ?? '');
  const rest = to + 2 < end && !turns ? spanOf(pieces, to, end) : undefined;
  return content
    ? { ...shared, content: rest && rest.end - rest.start > 25 ? [content, rest] : [content] }
    : undefined;
}

export function passive(
  pieces: readonly Piece[],
  at: number,
  end: number,
  base: string,
): Attribution | undefined {
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

export function noun(
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
