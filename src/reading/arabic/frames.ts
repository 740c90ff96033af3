import type { Attribution, Piece } from '../attribution.ts';
import {
  CUTTING,
  contentEnd,
  END_MARKS,
  OCCASION,
  pastAside,
  spanOf,
  startsNextSaying,
  THAT,
} from './content.ts';
import { arabicCueOf } from './cues.ts';
import { NOMINAL, speakerBefore, speakerBehind, speakerBehindNominal } from './speaker.ts';

export function verbal(
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

/** `NAME: …` at the head of a line: who speaks, before a colon. */
export function colonSpeaker(pieces: readonly Piece[], end: number): Attribution | undefined {
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
