import type { Hedge, Span, TimeWindow } from '../../model/index.ts';
import { amountsBehindNouns } from '../arabic/amounts-behind.ts';
import { classesAmong, HYPHENED, NOT_LATIN } from '../classes.ts';
import { clausesIn } from '../clauses.ts';
import { mayBeMeant } from '../figures/bare.ts';
import type { ReadFigure } from '../figures/figure-of.ts';
import { NONE, noneIn } from '../figures/none.ts';
import { COMPANY, companionsIn, compoundFiguresIn, figuresIn } from '../figures.ts';
import type { Paragraph } from '../find-attributions.ts';
import { castsDoubtBack, hedgesIn } from '../hedges.ts';
import { placesIn, type ReadPlace } from '../places.ts';
import type { SourceMemory } from '../source-memory.ts';
import { timesIn } from '../times.ts';
import type { Token } from '../tokens.ts';
import type { Candidate } from '../worth/signals.ts';

export interface Reading {
  readonly text: string;
  readonly outlet: string;
  readonly published?: string;
  /** The agency that the dateline names: one more link of every chain. */
  readonly agency?: string;
  /** The body whose own statement the text is; without it the outlet reports. */
  readonly ownVoice?: string;
  readonly memory: SourceMemory;
  readonly places: ReadonlyMap<string, string>;
  readonly isWorth: (candidate: Candidate) => boolean;
}

/** Who speaks, and for which body. */
export interface Voice {
  readonly chain: readonly string[];
  readonly speaksFor?: string;
}

/** What stays in mind from one sentence to the next. */
export interface Thread {
  /** The building last named in which people are held, which "the prison" and "inside" mean. */
  facility?: string;
  /** What the numbers given so far counted. */
  readonly known: Map<number, ReadFigure | undefined>;
  /** The hospital last named. */
  hospital?: string;
  /** What was counted last, which "them" and "the number" mean. */
  counted?: ReadFigure | undefined;
  /** Who spoke in the sentence read last. */
  voice?: Voice | undefined;
}

/** One sentence with all that was read in it. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** What stands side by side in it, each with its own verb. */
  readonly clauses: readonly Span[];
  readonly figures: readonly ReadFigure[];
  readonly hedges: readonly Hedge[];
  /** "This figure could not be verified": it doubts what was said just before it. */
  readonly castsBack: boolean;
  readonly times: readonly (Span & { readonly window: TimeWindow })[];
  readonly places: readonly ReadPlace[];
}

/** Keeps what a number counts, unless the same number counted another thing before. */
function remembered(figure: ReadFigure, { known }: Thread): void {
  if (figure.value === undefined) return;
  const before = known.get(figure.value);
  const same = !known.has(figure.value) || before?.measure === figure.measure;
  known.set(figure.value, same ? figure : undefined);
}

/** The sentences of one paragraph; `thread` keeps what was counted last. */
export function sentencesRead(reading: Reading, paragraph: Paragraph, thread: Thread): Sentence[] {
  return paragraph.sentences.map((span) => sentenceRead(reading, paragraph, span, thread));
}

function sentenceRead(reading: Reading, paragraph: Paragraph, span: Span, thread: Thread): Sentence {
  const tokens = tokensWithin(paragraph.tokens, span);
  const classes = classesAmong(tokens);
  const clauses = clausesIn(tokens);
  const figures: ReadFigure[] = [];
  for (const clause of clauses) {
    const own = clauses.length > 1 ? tokensWithin(tokens, clause) : tokens;
    for (const figure of figuresOfClause(own, classes, thread)) figures.push(figure);
  }
  if (figures.length > 1) figures.sort((a, b) => a.start - b.start);
  const hedges = hedgesIn(tokens, figures, classes);
  return {
    start: span.start,
    end: span.end,
    tokens,
    clauses,
    figures,
    hedges,
    castsBack: castsDoubtBack(tokens, hedges),
    times: timesIn(tokens, reading.published),
    places: placesIn(reading.text, tokens, reading.places),
  };
}

/** `classes` are those of the whole sentence: a rule is asked only where one of its words stands. */
function figuresOfClause(tokens: readonly Token[], classes: number, thread: Thread): ReadFigure[] {
  const none = (classes & NONE) === 0 ? [] : noneIn(tokens, thread.counted);
  const numbers = figuresIn(tokens, thread.counted, thread.known);
  const counted =
    none.length === 0
      ? numbers
      : numbers.filter((each) => !none.some((zero) => each.start < zero.end && each.end > zero.start));
  for (const each of counted) remembered(each, thread);
  thread.counted = counted.findLast(mayBeMeant) ?? thread.counted;
  if ((classes & (NONE | HYPHENED | NOT_LATIN | COMPANY)) === 0) return counted;
  return [
    ...none,
    ...counted,
    ...compoundFiguresIn(tokens),
    ...amountsBehindNouns(tokens),
    ...companionsIn(tokens),
  ];
}

export function tokensWithin(tokens: readonly Token[], span: Span): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tokens.length && tokens[end]!.end <= span.end) end++;
  return tokens.slice(low, end);
}
