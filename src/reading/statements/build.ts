import type { Figure, Span, Stance } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Block } from '../blocks.ts';
import type { ReadFigure } from '../figures/figure-of.ts';
import type { TextStatement, Unfinished } from '../statements.ts';
import { bodySpokenFor } from './chain.ts';
import { type Reading, type Sentence, type Thread, tokensWithin } from './sentence-read.ts';
import { DENYING, DOUBTING, denies, HOSPITAL, INSIDE, judge, siblingsOf } from './stance.ts';

export function build(
  reading: Reading,
  block: Block,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  thread: Thread,
  span: Span,
  attribution: Attribution,
  inner: Attribution | undefined,
  chain: readonly string[],
): TextStatement[] {
  const index = sentences.findIndex((sentence) => sentence.start < span.end && sentence.end > span.start);
  const sentence = sentences[index];
  if (!sentence) return [];
  const inside = sentences.filter((each) => each.start < span.end && each.end > span.start);
  const tokens = inside.flatMap((each) => tokensWithin(each.tokens, span));
  const range = {
    start: Math.min(span.start, attribution.cue.start, attribution.source?.start ?? span.start),
    end: Math.max(span.end, attribution.cue.end, attribution.source?.end ?? span.end),
  };
  const near = {
    start: Math.max(range.start, sentence.start),
    end: Math.max(span.end, Math.min(range.end, inside.at(-1)!.end)),
  };
  const { source } = attribution;
  // "One inmate said": who speaks is not counted.
  const speaksAlone = (figure: ReadFigure): boolean =>
    figure.value === 1 && source !== undefined && figure.start >= source.start && figure.end <= source.end;
  const figures = inside.flatMap((each) =>
    each.figures.filter(
      (figure) => figure.start >= span.start && figure.end <= span.end && !speaksAlone(figure),
    ),
  );
  const ofSource =
    figures.length === 0 && attribution.source
      ? sentence.figures.filter(
          (figure) =>
            figure.start >= attribution.source!.start &&
            figure.end <= attribution.source!.end &&
            !speaksAlone(figure),
        )
      : [];
  if (tokens.filter((token) => token.kind !== 'mark').length < 3 && figures.length === 0) return [];
  const judged = judge(reading, sentences, after, index + inside.length - 1, near, inside, span);
  let stance: Stance = judged.stance;
  if (stance !== 'unverified') {
    const doubting =
      DOUBTING.has(attribution.cueBase) ||
      attribution.kind === 'seeming' ||
      (attribution.kind === 'hearsay' && !['find', 'prove', 'know', 'show'].includes(attribution.cueBase)) ||
      (inner !== undefined && DOUBTING.has(inner.cueBase));
    if (doubting && stance === 'asserts') stance = 'hedged';
  }
  if (denies(reading.text, attribution, tokens, near))
    stance = attribution.negated && DENYING.has(attribution.cueBase) ? 'hedged' : 'denies';
  // "denied that it ever held more than 60" says that there were 60 at most.
  const caps =
    stance === 'denies' &&
    DENYING.has(attribution.cueBase) &&
    figures.length === 1 &&
    CAPS[figures[0]!.op] !== undefined;
  if (caps) {
    stance = judged.stance;
    figures[0] = { ...figures[0]!, op: CAPS[figures[0]!.op]! };
  }
  const speaksFor = bodySpokenFor(reading, chain);
  const shared: Unfinished<TextStatement> = {
    start: span.start,
    end: span.end,
    stance,
    chain,
    cue: attribution.cue,
    hedges: judged.hedges,
  };
  if (speaksFor !== undefined) shared.speaksFor = speaksFor;
  if (source) shared.source = source;
  placeAndTime(shared, inside, span, thread, sentence, source);
  if (block.kind === 'headline') shared.headline = true;
  // "Accounts from thousands of inmates say": who speaks stands before the cue.
  const speaking = (figure: ReadFigure): boolean =>
    attribution.source !== undefined &&
    figure.end <= attribution.cue.start &&
    attribution.source.end <= attribution.cue.start &&
    (figure.end > attribution.source.start ||
      OF.test(reading.text.slice(figure.end, attribution.source.start)));
  return withFigures(
    shared,
    figures.length > 0
      ? figures.map((each) => (speaking(each) ? speakersCounted(each) : each))
      : ofSource.slice(0, 1).map(speakersCounted),
  );
}

/** What an amount is when it is denied that there was more. */
const CAPS: Partial<Record<Figure['op'], Figure['op']>> = { gt: 'le', ge: 'lt' };

const OF = /^\s*(?:of\s+(?:the\s+)?|من\s+)?$/u;

/** "Thousands of inmates say …": so many speak; what became of them is not said of the figure. */
const speakersCounted = (figure: ReadFigure): ReadFigure =>
  figure.unit === 'person' ? { ...figure, measure: 'people' } : figure;

/** Sets where and when that is which `statement` says. */
export function placeAndTime(
  statement: Unfinished<TextStatement>,
  inside: readonly Sentence[],
  span: Span,
  thread: Thread,
  sentence: Sentence,
  speaker?: Span,
): void {
  // The name of the office that speaks is no place it speaks of.
  const spoken = (place: Span): boolean =>
    speaker !== undefined && place.start < speaker.end && place.end > speaker.start;
  const within = inside.flatMap((each) =>
    each.places.filter((place) => place.start >= span.start && place.end <= span.end && !spoken(place)),
  );
  const around = inside.flatMap((each) => each.places.filter((place) => !spoken(place)));
  const named = within.find((place) => place.facility) ?? around.find((place) => place.facility) ?? within[0];
  const speaksOf = (words: number): boolean => sentence.tokens.some(({ classes }) => (classes & words) !== 0);
  const meant =
    named?.name ??
    (speaksOf(HOSPITAL) ? thread.hospital : undefined) ??
    (speaksOf(INSIDE) ? thread.facility : undefined) ??
    around[0]?.name;
  const times = inside.flatMap((each) => each.times);
  const beside = times.length === 0 ? [] : siblingsOf(inside, span);
  const time =
    times.find((each) => each.start >= span.start && each.end <= span.end) ??
    times.find((each) => !beside.some((clause) => each.start >= clause.start && each.end <= clause.end));
  if (meant !== undefined) statement.place = meant;
  if (time) statement.window = time.window;
}

/** A figure as it is kept: that it came on top of another is known from its words. */
function plain(figure: ReadFigure): Figure {
  if (figure.increment === undefined) return figure;
  const { increment: _increment, ...kept } = figure;
  return kept;
}

/** One statement a figure; without any, one. */
export function withFigures(
  shared: Omit<TextStatement, 'figure'>,
  figures: readonly ReadFigure[],
): TextStatement[] {
  if (figures.length === 0) return [shared];
  return figures.map((figure) => ({ ...shared, figure: plain(figure) }));
}
