import type { Span } from '../model/index.ts';
import type { Attribution } from './attribution.ts';
import { attributionsIn as englishAttributions } from './english/find.ts';
import { type Quotation, quotationsOver } from './quotes.ts';
import { sentencesIn } from './sentences.ts';
import { isOnePerson } from './sources.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Unit, unitsOf } from './units.ts';

/** A paragraph taken apart. */
export interface Paragraph extends Span {
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly attributions: readonly Attribution[];
}

type UnitReader = (unit: Unit) => Attribution[];

/** The attributions of consecutive paragraphs; a speaker goes on where the words do. */
export function readParagraphs(
  text: string,
  spans: readonly Span[],
  read: UnitReader = englishAttributions,
): Paragraph[] {
  const quotations = quotationsOver(text, spans);
  const paragraphs: Paragraph[] = [];
  let speaker: Attribution | undefined;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index]!;
    const sentences = sentencesIn(text, span.start, span.end);
    const tokens = tokenize(text, span.start, span.end);
    const own = quotations[index]!;
    const units = unitsOf(text, span, sentences, own, tokens);
    const attributions: Attribution[] = [];
    let within: Attribution | undefined;
    /** "Amal Sader was less sure. “…”": who a sentence without words of theirs was about. */
    let told: Attribution | undefined;
    const first = own[0];
    const goesOn =
      index > 0 && quotations[index - 1]!.some((each) => each.continues) && first?.start === span.start;
    for (const unit of units) {
      const found = read(unit);
      const quotes = unit.pieces.filter((piece) => piece.kind === 'quote');
      for (const quote of quotes) {
        if (
          found.some((each) =>
            each.content.some((content) => content.start <= quote.start + 2 && content.end >= quote.end - 2),
          )
        )
          continue;
        const carrier =
          found.findLast((each) => each.kind === 'speech' && each.source) ??
          (onlyQuote(unit) ? (told ?? within ?? (goesOn || !found.length ? speaker : undefined)) : undefined);
        if (carrier && !found.includes(carrier)) {
          found.push({
            ...carrier,
            content: [{ start: quote.start, end: quote.end }],
            quoted: true,
            negated: false,
          });
        } else if (carrier) {
          const at = found.indexOf(carrier);
          found[at] = {
            ...carrier,
            content: [...carrier.content, { start: quote.start, end: quote.end }].sort(
              (a, b) => a.start - b.start,
            ),
            quoted: true,
          };
        } else if (onlyQuote(unit)) {
          found.push({
            content: [{ start: quote.start, end: quote.end }],
            cue: { start: quote.start, end: quote.start + 1 },
            kind: 'speech',
            cueBase: '“”',
            negated: false,
            quoted: true,
          });
        }
      }
      for (const quote of quotes) found.push(...insideQuote(text, quote.quotation, own, read));
      told =
        quotes.length === 0 && found.length === 0 ? personTold(unit) : onlyQuote(unit) ? told : undefined;
      within =
        found.findLast((each) => each.kind === 'speech' && each.source !== undefined && each.quoted) ??
        within;
      const said = found.findLast((each) => each.kind === 'speech' && each.source !== undefined);
      if (said) speaker = said;
      attributions.push(...found);
    }
    paragraphs.push({
      start: span.start,
      end: span.end,
      sentences,
      quotations: own,
      tokens,
      units,
      attributions,
    });
  }
  return paragraphs;
}

/** The person, by name or by "a" and a noun, of whom a unit tells something without their words. */
function personTold(unit: Unit): Attribution | undefined {
  const { pieces } = unit;
  const [first, second] = pieces;
  if (first?.kind !== 'word' || second?.kind !== 'word' || !/^\p{Lu}/u.test(first.text)) return undefined;
  let to = 1;
  if (/^an?$/i.test(first.text)) {
    while (to < 6 && pieces[to]?.kind === 'word' && !isOnePerson(pieces[to]!.lower)) to++;
    if (to >= 6 || pieces[to]?.kind !== 'word') return undefined;
    to++;
  } else {
    if (NO_FIRST_NAME.test(first.text)) return undefined;
    while (pieces[to]?.kind === 'word' && /^\p{Lu}/u.test(pieces[to]!.text)) to++;
    if (to < 2) return undefined;
  }
  const source = { start: first.start, end: pieces[to - 1]!.end };
  return { source, cue: source, content: [], kind: 'speech', cueBase: '“”', negated: false, quoted: true };
}
const NO_FIRST_NAME =
  /^(?:the|in|on|at|this|that|these|those|by|but|for|and|from|with|when|while|after|before|as|if|so|no)$/i;

const onlyQuote = (unit: Unit): boolean =>
  unit.pieces.every((piece) => piece.kind === 'quote' || piece.kind === 'mark');

const SELF =
  /^(?:i|we|you|he|she|it|they|who|which|that|people|everybody|everyone|nobody|someone|somebody|one|some|many|most|others|another|all|both)$/i;

/** Attributions within words said: "he told us that …" inside a quotation. */
function insideQuote(
  text: string,
  quotation: Quotation,
  all: readonly Quotation[],
  read: UnitReader,
): Attribution[] {
  const start = quotation.start + 1;
  const end = quotation.broken || quotation.continues ? quotation.end : quotation.end - 1;
  if (end <= start) return [];
  const span = { start, end };
  const nested = all
    .filter(
      (each) => each.start > quotation.start && each.end <= quotation.end && each.depth > quotation.depth,
    )
    .map((each) => ({ ...each, depth: each.depth - quotation.depth - 1 }));
  const sentences = sentencesIn(text, start, end);
  return unitsOf(text, span, sentences, nested, tokenize(text, start, end))
    .flatMap(read)
    .filter(
      (each) =>
        each.kind === 'speech' &&
        each.source !== undefined &&
        !SELF.test(text.slice(each.source.start, each.source.end)),
    );
}
