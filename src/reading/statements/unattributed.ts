import type { Span, Stance } from '../../model/index.ts';
import type { Block } from '../blocks.ts';
import { holdFinite } from '../english/finite-verb.ts';
import { deniesByWords } from '../hedges.ts';
import type { TextStatement, Unfinished } from '../statements.ts';
import { isCheckable } from '../worth.ts';
import { placeAndTime, withFigures } from './build.ts';
import { baseChain } from './chain.ts';
import { byClause, trimmed } from './content-span.ts';
import { type Reading, type Sentence, type Thread, tokensWithin } from './sentence-read.ts';
import { judge } from './stance.ts';

/** What of a sentence no attribution holds: stretches long enough to say something. `covered` ascends. */
export function uncovered(text: string, sentence: Sentence, covered: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let { start } = sentence;
  for (const span of covered) {
    if (span.end <= start || span.start >= sentence.end) continue;
    if (span.start > start) rest.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  if (start < sentence.end) rest.push({ start, end: sentence.end });
  const stretches: Span[] = [];
  for (const part of rest)
    for (const each of byClause(part, sentence.clauses)) {
      const stretch = trimmed(text, each);
      if (stretch.end - stretch.start > 12) stretches.push(stretch);
    }
  return stretches;
}

/** Words that lead from one matter to the next. */
const LEAD_OVER =
  /^(?:(?:it|this|that|the news|the move) comes (?:as|after|amid)\s+|(?:but|and|meanwhile|however|while|whilst)[\s,]+)/i;

export function unattributed(
  reading: Reading,
  block: Block,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  thread: Thread,
  sentence: Sentence,
  stretch: Span,
): TextStatement[] {
  const leadOver = LEAD_OVER.exec(
    reading.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 60)),
  );
  const span = leadOver ? { start: stretch.start + leadOver[0].length, end: stretch.end } : stretch;
  const tokens = tokensWithin(sentence.tokens, span);
  const words = tokens.filter((token) => token.kind !== 'mark');
  const figures = sentence.figures.filter((figure) => figure.start >= span.start && figure.end <= span.end);
  if (words.length < 4 && figures.length === 0) return [];
  if (sentence.castsBack && figures.length === 0) return [];
  const index = sentences.indexOf(sentence);
  const judged = judge(reading, sentences, after, index, span, [sentence]);
  const part = span.end - span.start < (sentence.end - sentence.start) * 0.6;
  if (figures.length === 0) {
    if (!isCheckable(reading.text.slice(span.start, span.end), tokens)) return [];
    // a headline is short, and its verb has no ending to be known by
    const enough = block.kind === 'headline' ? words.length > 4 : words.length > 7 && holdFinite(tokens);
    if (part && !enough) return [];
  }
  const stance: Stance = deniesByWords(tokens) ? 'denies' : judged.stance;
  const shared: Unfinished<TextStatement> = {
    start: span.start,
    end: span.end,
    stance,
    chain: baseChain(reading, block),
    hedges: judged.hedges,
  };
  placeAndTime(shared, [sentence], span, thread, sentence);
  if (block.kind === 'headline') shared.headline = true;
  return withFigures(shared, figures);
}
