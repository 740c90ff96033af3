import type { Span } from '../model/index.ts';
import type { Piece } from './attribution.ts';
import { NOT_LATIN } from './classes.ts';
import type { Quotation } from './quotes.ts';
import type { Token } from './tokens.ts';

/** One sentence as its writer built it: words said, however many sentences long, stand in it as one piece. */
export interface Unit extends Span {
  readonly pieces: readonly Piece[];
}

const ENDS_LIKE_SPEECH = /[.,!?…؟،][”"»’']*$/;

/**
 * Whether a quotation stands for words said, rather than for a term or a few borrowed words within the writer's own
 * sentence: it is long enough and is set off like speech.
 */
function isSpeech(text: string, quotation: Quotation, paragraph: Span): boolean {
  const inner = text.slice(quotation.start, quotation.end);
  const words = inner.slice(0, 400).split(/\s+/).length;
  if (quotation.continues) return true;
  const first = inner.replace(/^[^\p{L}\p{N}]+/u, '')[0] ?? '';
  const startsHigh = first !== first.toLowerCase();
  const before = text.slice(Math.max(paragraph.start, quotation.start - 3), quotation.start).trimEnd();
  const after = text.slice(quotation.end, quotation.end + 2);
  const setOff = before === '' || /[,:.!?،؛]$/.test(before);
  const arabic = /[\u0600-\u06ff]/.test(first);
  if (setOff && (words >= 3 || quotation.start === paragraph.start)) {
    return startsHigh || arabic || ENDS_LIKE_SPEECH.test(inner) || /^[,.،]/.test(after);
  }
  if (words >= 5 && startsHigh && ENDS_LIKE_SPEECH.test(inner)) return true;
  if (arabic) return words >= 7;
  return words >= 12 && startsHigh;
}

/** `“Who is there?” Sader asked.`: the speaker's clause belongs to the question before it. */
const SPEAKER_BEHIND =
  /^(?:[\p{Lu}][\p{L}.'’-]{0,25}\s+){1,5}(?:said|says|asked|asks|added|adds|wrote|writes|shouted|replied|tweeted|exclaimed|continued|cried|repeated|responded|told|yelled|declared|recalled)\b/u;

function endsAsked(
  text: string,
  span: { start: number; end: number },
  speech: readonly Quotation[],
): boolean {
  if (!/[?!][”"’']+$/.test(text.slice(Math.max(span.start, span.end - 4), span.end))) return false;
  return speech.some((each) => each.end === span.end);
}

/** The units of one paragraph. Sentence ends within words said do not end a unit. */
export function unitsOf(
  text: string,
  paragraph: Span,
  sentences: readonly Span[],
  quotations: readonly Quotation[],
  tokens: readonly Token[],
): Unit[] {
  const speech = quotations.filter((each) => each.depth === 0 && isSpeech(text, each, paragraph));
  const spans: { start: number; end: number }[] = [];
  let next = 0;
  for (const sentence of sentences) {
    while (next < speech.length && speech[next]!.end <= sentence.start) next++;
    const last = spans.at(-1);
    const holder = speech[next];
    if (
      last &&
      sentence.end - sentence.start < 160 &&
      endsAsked(text, last, speech) &&
      SPEAKER_BEHIND.test(text.slice(sentence.start, sentence.end))
    ) {
      last.end = sentence.end;
      continue;
    }
    if (last && holder && holder.start < last.end && holder.end > sentence.start)
      last.end = Math.max(last.end, sentence.end);
    else spans.push({ start: sentence.start, end: sentence.end });
  }
  const units: Unit[] = [];
  let token = 0;
  let quote = 0;
  for (const span of spans) {
    const pieces: Piece[] = [];
    while (token < tokens.length && tokens[token]!.start < span.end) {
      const each = tokens[token]!;
      while (quote < speech.length && speech[quote]!.end <= each.start) quote++;
      const host = speech[quote];
      if (host && each.start >= host.start && each.end <= host.end) {
        pieces.push({
          start: host.start,
          end: host.end,
          kind: 'quote',
          text: '“”',
          lower: '“”',
          classes: NOT_LATIN,
          quotation: host,
        });
        while (token < tokens.length && tokens[token]!.start < host.end) token++;
        continue;
      }
      pieces.push(each);
      token++;
    }
    if (pieces.length > 0) units.push({ start: span.start, end: span.end, pieces });
  }
  return units;
}
