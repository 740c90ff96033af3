import type { ReportStatement, Span } from '../model/index.ts';
import type { Attribution } from './attribution.ts';
import type { Block } from './blocks.ts';
import type { Paragraph } from './find-attributions.ts';
import type { ReadPlace } from './places.ts';
import { build } from './statements/build.ts';
import { chainOf, subjectsOf } from './statements/chain.ts';
import { extent, first, holds, last, piecesOf, withinClause } from './statements/content-span.ts';
import { leansOnLast, tellsOn } from './statements/goes-on.ts';
import type { Reading, Sentence, Thread, Voice } from './statements/sentence-read.ts';
import { isQuestion, PASSED_ON, saysNothing } from './statements/states-nothing.ts';
import { unattributed, uncovered } from './statements/unattributed.ts';
import type { Token } from './tokens.ts';
import type { Candidate } from './worth/signals.ts';
import { givesNumber } from './worth.ts';

/** Something that is still being put together: what may be absent is set last. */
export type Unfinished<Whole> = { -readonly [key in keyof Whole]: Whole[key] };

/** A statement in offsets of the layer's text. */
export type TextStatement = Omit<ReportStatement, 'id' | 'quote'>;

/**
 * The statements of one paragraph, in the order in which they stand. `sentences` are those of the paragraph, `after` the
 * first one of the next.
 */
export function statementsOf(
  reading: Reading,
  block: Block,
  paragraph: Paragraph,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  thread: Thread,
): TextStatement[] {
  const found: TextStatement[] = [];
  const covered: Span[] = [];
  let attribution = 0;
  const attributions = paragraph.attributions.map((each) => withinClause(reading.text, each, sentences));
  const ordered = attributions.sort((a, b) => first(a) - first(b) || last(b) - last(a));
  const chains = new Map<Attribution, readonly string[]>();
  const merged = new Set<Attribution>();
  const unitSubjects = subjectsOf(paragraph.units);
  let subject = 0;
  for (; attribution < ordered.length; attribution++) {
    const each = ordered[attribution]!;
    while (subject < unitSubjects.length && unitSubjects[subject]!.end <= first(each))
      reading.memory.notice(reading.text, unitSubjects[subject++]!);
    const outer = ordered.slice(0, attribution).findLast((other) => other !== each && holds(other, each));
    const chain = chainOf(reading, block, each, outer && chains.get(outer), sentences);
    chains.set(each, chain);
    if (merged.has(each)) continue;
    if (each.names) {
      covered.push({ start: Math.min(each.source?.start ?? Infinity, each.cue.start), end: last(each) });
      continue;
    }
    if (saysNothing(reading.text, each)) continue;
    if (!each.source && !each.implicit && PASSED_ON.has(each.cueBase)) continue;
    if (outer && (each.kind === 'thought' || each.kind === 'stance' || !each.source)) continue;
    if (
      outer &&
      !each.source &&
      (each.kind === 'hearsay' || each.kind === 'seeming' || each.kind === 'thought')
    )
      continue;
    // "X claims that footage shows Y": one statement with a longer chain.
    const inner = ordered
      .slice(attribution + 1)
      .find(
        (other) => holds(each, other) && other.source && extent(other) >= 0.7 * (last(each) - first(each)),
      );
    let names = chain;
    if (inner) {
      names = chainOf(reading, block, inner, chain, sentences);
      chains.set(inner, names);
      merged.add(inner);
    }
    const whole = {
      start: Math.min(first(each), each.source?.start ?? Infinity, each.cue.start),
      end: Math.max(last(each), each.source?.end ?? 0, each.cue.end),
    };
    covered.push(whole);
    for (const span of piecesOf(reading.text, each, sentences)) {
      covered.push(span);
      found.push(...build(reading, block, sentences, after, thread, span, each, inner, names));
    }
  }
  while (subject < unitSubjects.length) reading.memory.notice(reading.text, unitSubjects[subject++]!);
  covered.sort((a, b) => a.start - b.start);
  // A paragraph of one sentence may go on with the words of the one before.
  let voice = sentences.length === 1 && block.kind === 'body' ? thread.voice : undefined;
  for (const sentence of sentences) {
    const before = voice;
    voice = voiceIn(sentence, found);
    for (const span of uncovered(reading.text, sentence, covered)) {
      const own = unattributed(reading, block, sentences, after, thread, sentence, span);
      const goesOn =
        before &&
        !voice &&
        span.start === sentence.start &&
        ((leansOnLast(reading.text, span) && sentence !== sentences[0]) ||
          tellsOn(reading.text, span, reading.memory.isBody(before.chain.at(-1)!) ? 'body' : 'other'));
      found.push(...(goesOn ? own.map((each) => ({ ...each, ...before })) : own));
      if (goesOn) voice = before;
    }
    thread.voice = voice;
    for (const place of sentence.places) remember(place, thread);
  }
  const { text } = reading;
  const stated: TextStatement[] = [];
  for (const each of found) {
    if (isQuestion(text, each)) continue;
    if (
      !givesNumber(text, each.figure) &&
      !reading.isWorth(candidate(reading, block, paragraph, sentences, each))
    )
      continue;
    stated.push(isCorrected(text, each) ? { ...each, stance: 'denies' } : each);
  }
  return stated
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((each, index, all) => !repeatsFigure(each, all.slice(Math.max(0, index - 6), index)));
}

/** A statement with what its worth is judged by. */
function candidate(
  { text }: Reading,
  block: Block,
  { attributions }: Paragraph,
  sentences: readonly Sentence[],
  statement: TextStatement,
): Candidate {
  const words: Token[] = [];
  let first: Sentence | undefined;
  for (const sentence of sentences) {
    if (sentence.end <= statement.start || sentence.start >= statement.end) continue;
    first ??= sentence;
    for (const token of sentence.tokens)
      if (token.kind !== 'mark' && token.start >= statement.start && token.end <= statement.end)
        words.push(token);
  }
  const cue = statement.cue?.start;
  return {
    text,
    statement,
    words,
    sentence: first ?? statement,
    attribution: cue === undefined ? undefined : attributions.find((each) => each.cue.start === cue),
    block,
  };
}

function remember({ name, facility, open }: ReadPlace, thread: Thread): void {
  if (!facility) return;
  if (!open) thread.facility = name;
  else if (/hospital|مشفى|مستشفى/iu.test(name)) thread.hospital = name;
}

/** Who speaks last in a sentence, in words that are theirs and not only thought or shown. */
function voiceIn(sentence: Sentence, found: readonly TextStatement[]): Voice | undefined {
  const said = found.findLast(
    ({ cue, source }) => source && cue && cue.start >= sentence.start && cue.end <= sentence.end,
  );
  return (
    said && { chain: said.chain, ...(said.speaksFor === undefined ? {} : { speaksFor: said.speaksFor }) }
  );
}

/** "38, not 41": the second number is said not to be so. */
const isCorrected = (text: string, { figure }: TextStatement): boolean =>
  figure !== undefined &&
  /[tT\u0600-\u06ff]\s+$/.test(text.slice(Math.max(0, figure.start - 12), figure.start)) &&
  /(?:,\s+(?:and\s+)?not|\p{Script=Arabic}\s(?:لا|وليس|وليست))\s+$/iu.test(
    text.slice(Math.max(0, figure.start - 12), figure.start),
  );

/** One figure of one source is stated once: "…, the council said in a statement posted" holds two cues. */
const repeatsFigure = (each: TextStatement, before: readonly TextStatement[]): boolean =>
  each.figure !== undefined &&
  before.some(
    (other) =>
      other.figure?.start === each.figure!.start &&
      other.figure.end === each.figure!.end &&
      other.figure.unit === each.figure!.unit &&
      other.chain.at(-1) === each.chain.at(-1),
  );
