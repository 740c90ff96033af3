import type { Span } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import { nounCueOf } from '../english/noun-cues.ts';
import { LONG } from './chain.ts';
import type { Sentence } from './sentence-read.ts';

export const first = (attribution: Attribution): number => attribution.content[0]!.start;

export const last = (attribution: Attribution): number => attribution.content.at(-1)!.end;

export const holds = (outer: Attribution, inner: Attribution): boolean =>
  outer.content.some((content) => content.start <= inner.cue.start && content.end >= inner.cue.end) &&
  inner.cue.start !== outer.cue.start;

export const extent = (attribution: Attribution): number =>
  Math.max(last(attribution), attribution.source?.end ?? 0, attribution.cue.end) -
  Math.min(first(attribution), attribution.source?.start ?? Infinity, attribution.cue.start);

/**
 * "Footage showing a press has yet to be checked, but …": a participle, or doubt that nobody voices, reaches no further
 * than the clause it stands in.
 */
export function withinClause(
  text: string,
  attribution: Attribution,
  sentences: readonly Sentence[],
): Attribution {
  const { cue, source, implicit, quoted } = attribution;
  if (quoted || implicit || (source && !/[a-z]ing$/.test(text.slice(cue.start, cue.end)))) return attribution;
  const clauses = sentences.find(({ start, end }) => start <= cue.start && end >= cue.end)?.clauses ?? [];
  const own = clauses.find(({ start, end }) => start <= cue.start && end >= cue.end);
  if (!own || clauses.length < 2) return attribution;
  const content = attribution.content
    .map(({ start, end }) => ({ start: Math.max(start, own.start), end: Math.min(end, own.end) }))
    .filter(({ start, end }) => end > start);
  return content.length > 0 ? { ...attribution, content } : attribution;
}

/** The stretches of text that an attribution states: one a clause or a quotation, one a sentence in long speech. */
export function piecesOf(text: string, attribution: Attribution, sentences: readonly Sentence[]): Span[] {
  const whole = { start: first(attribution), end: last(attribution) };
  const parts = sentences
    .filter((sentence) => sentence.start < whole.end && sentence.end > whole.start)
    .map((sentence) => ({
      start: Math.max(sentence.start, whole.start),
      end: Math.min(sentence.end, whole.end),
      figures: sentence.figures.length,
    }));
  const split =
    parts.length > 1 && (whole.end - whole.start > LONG || parts.some((part) => part.figures > 0));
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  const meeting = clauses.filter((clause) => clause.start < whole.end && clause.end > whole.start);
  const spans = split
    ? parts.flatMap((part) => byClause(part, meeting))
    : meeting.length > 1 && parts.length === 1
      ? byClause(whole, meeting)
      : [parts.length === 1 ? widened(text, attribution, whole, meeting) : withSpeaker(attribution, whole)];
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end - span.start > 2);
}

/** A few short sentences said are stated with who says them: `Sader, whose son was taken, said: "He is below. I hear him."` */
function withSpeaker(attribution: Attribution, whole: Span): Span {
  const start = Math.min(whole.start, attribution.cue.start, attribution.source?.start ?? whole.start);
  const end = Math.max(whole.end, attribution.cue.end, attribution.source?.end ?? whole.end);
  return whole.end - whole.start < 0.6 * (end - start) && end - start < LONG ? { start, end } : whole;
}

/** A stretch cut where one clause ends and the next begins; a rest of a word or two stays with its neighbour. */
export function byClause(span: Span, clauses: readonly Span[]): Span[] {
  const cut: { start: number; end: number }[] = [];
  for (const clause of clauses) {
    const start = Math.max(span.start, clause.start);
    const end = Math.min(span.end, clause.end);
    if (end <= start) continue;
    const last = cut.at(-1);
    if (last && end - start < SHORTEST) last.end = end;
    else if (last && last.end - last.start < SHORTEST) last.end = end;
    else cut.push({ start, end });
  }
  return cut.length > 1 ? cut : [{ start: span.start, end: span.end }];
}

/** Fewer characters than this are no statement by themselves. */
const SHORTEST = 16;

/**
 * A short content is stated with its source and cue: "rights groups report that torture is common". Doubt without a
 * source ("amid fears of …", "reportedly") is about its whole sentence where it holds little of it.
 */
function widened(text: string, attribution: Attribution, whole: Span, clauses: readonly Span[]): Span {
  const clause = clauses.find((each) => each.start <= whole.start && each.end >= whole.end);
  if (!clause) return whole;
  const start = Math.min(whole.start, attribution.cue.start, attribution.source?.start ?? whole.start);
  const end = Math.max(whole.end, attribution.cue.end, attribution.source?.end ?? whole.end);
  if (start < clause.start || end > clause.end) return whole;
  // «دعت الرابطة الأهالي إلى …»: without its verb a call is no sentence.
  if (attribution.kind === 'stance' && /^[\u0600-\u06ff]/.test(attribution.cueBase) && end - start < 400)
    return { start, end };
  if (
    !attribution.source &&
    !attribution.implicit &&
    (attribution.cueBase.endsWith('ly') ||
      (nounCueOf(attribution.cueBase) !== undefined && end - start < 0.65 * (clause.end - clause.start)))
  )
    return { start: clause.start, end: LEADS_AWAY.test(text.slice(end, end + 8)) ? end : clause.end };
  return whole.end - whole.start < 0.6 * (end - start) && end - start < 400 ? { start, end } : whole;
}

/** Behind this another clause begins, with words of its own. */
const LEADS_AWAY = /^[\s,]*(?:after|as|while|though)\s/i;

const LEAD =
  /^(?:[\s,;:–—،؛-]|(?:that|while|whereas|whilst)\b(?=\s)|(?:ب|و)?أنّ?(?=\s)|و?إنّ?(?=\s)|بأن(?=\s)|(?:فيما|بينما|و?لكنّ?)(?=\s))+/;

/** Marks, and words that lead over to what is no more of it: "It was built for 500, but" is "It was built for 500". */
const TRAILING =
  /(?:[\s,;:–—،؛-]|(?<=\s)(?:but|and|or|while|whereas|whilst|as|after|و?لكنّ?|فيما|بينما)$|(?<=,\s)(?:which|who|where)$)+$/u;
/** As many signs at the end may trail. */
const TRAIL = 20;

export function trimmed(text: string, span: Span): Span {
  const lead = mayLead(text.charCodeAt(span.start))
    ? (LEAD.exec(text.slice(span.start, Math.min(span.end, span.start + 200)))?.[0].length ?? 0)
    : 0;
  const start = span.start + lead;
  const least = Math.max(start, span.end - TRAIL);
  let { end } = span;
  for (let cut = -1; cut !== 0 && end > least && mayTrail(text.charCodeAt(end - 1)); end -= cut)
    cut = TRAILING.exec(text.slice(least, end))?.[0].length ?? 0;
  return { start, end: Math.max(start, end) };
}
/** Most characters neither lead nor trail: the first and last letters of what may, by their code. */
const among = (letters: string): ((code: number) => boolean) => {
  const codes = Uint8Array.from({ length: 128 }, (_, code) =>
    letters.includes(String.fromCharCode(code)) ? 1 : 0,
  );
  return (code) => code > 127 || codes[code] === 1;
};
const BLANKS_AND_MARKS = ' \t\n\v\f\r,;:-';
const mayLead = among(`${BLANKS_AND_MARKS}tw`);
const mayTrail = among(`${BLANKS_AND_MARKS}tdreshon`);

/** "…, but …" stands between: the doubt is about the other half of the sentence. */
export function partedByBut(text: string, hedge: Span, near: Span): boolean {
  const between =
    hedge.end <= near.start
      ? text.slice(hedge.end, near.start)
      : hedge.start >= near.end
        ? text.slice(near.end, hedge.start)
        : '';
  return (
    /\bbut\b|لكن/.test(between) ||
    (hedge.end <= near.start && /^[\s,]*(?:but|لكن)/.test(text.slice(near.start, near.start + 8)))
  );
}
