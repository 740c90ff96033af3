import { fileOffset, type ReportStatement, type Span, type TextLayer } from '../model/index.ts';
import type { Endpoint } from './endpoint.ts';
import { ANSWER_LIMITS, type AnswerLimits, type NoAnswer, oneAnswer } from './one-answer.ts';
import { INSTRUCTIONS, type ProposedByModel, proposalsIn } from './proposal-schema.ts';

/** A statement that a model proposes, in the schema of those that are read; offsets in the file. */
export interface Proposal extends Omit<ReportStatement, 'id'> {
  readonly proposedBy: string;
}

export interface Proposed {
  readonly proposals: readonly Proposal[];
  /** Proposals that were dropped, by the reason. */
  readonly dropped: Readonly<
    Record<'quote-not-found' | 'quote-twice' | 'part-not-found' | 'out-of-form', number>
  >;
  /** Parts of the text that were sent, and why there was no answer to some. */
  readonly parts: number;
  readonly unanswered: readonly NoAnswer[];
  /** True where the text is longer than is sent. */
  readonly cut: boolean;
}

/** One part holds so many characters at most; so many parts are sent. */
const PART = 6000;
const MOST_PARTS = 40;

/**
 * Asks the second reader about one report, part by part. Throws nothing: what was not answered, or not found in the text
 * word for word, is counted. After two parts without an answer the rest is not sent.
 */
export async function proposalsFor(
  layer: TextLayer,
  outlet: string,
  endpoint: Endpoint,
  limits: AnswerLimits = ANSWER_LIMITS,
): Promise<Proposed> {
  const parts = partsOf(layer.text);
  const proposals = new Map<string, Proposal>();
  const dropped = { 'quote-not-found': 0, 'quote-twice': 0, 'part-not-found': 0, 'out-of-form': 0 };
  const unanswered: NoAnswer[] = [];
  let sent = 0;
  for (const part of parts.slice(0, MOST_PARTS)) {
    sent++;
    const messages = [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: JSON.stringify(layer.text.slice(part.start, part.end)) },
    ] as const;
    const answer = await oneAnswer(endpoint, messages, limits);
    const given = 'words' in answer ? proposalsIn(answer.words) : undefined;
    if (given === undefined) {
      unanswered.push('none' in answer ? answer.none : 'unreadable');
      if (unanswered.length > 1) break;
      continue;
    }
    dropped['out-of-form'] += given.unfit;
    for (const one of given.fit) {
      const found = inText(layer, part, one, outlet, endpoint.model);
      if (typeof found === 'string') dropped[found]++;
      else proposals.set(`${found.start} ${found.end} ${found.figure?.start ?? ''}`, found);
    }
  }
  return {
    proposals: [...proposals.values()].sort((a, b) => a.start - b.start || a.end - b.end),
    dropped,
    parts: sent,
    unanswered,
    cut: parts.length > sent,
  };
}

/** Parts of whole paragraphs where there are any. */
function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PART);
    if (end < text.length) {
      const line = text.lastIndexOf('\n', end);
      if (line > start + PART / 2) end = line + 1;
    }
    if (text.slice(start, end).trim() !== '') parts.push({ start, end });
    start = end;
  }
  return parts;
}

function inText(
  layer: TextLayer,
  part: Span,
  one: ProposedByModel,
  outlet: string,
  proposedBy: string,
): Proposal | 'quote-not-found' | 'quote-twice' | 'part-not-found' {
  const quote = onlyPlace(layer.text, one.quote, part);
  if (typeof quote === 'string') return quote === 'twice' ? 'quote-twice' : 'quote-not-found';
  const speaker = one.speaker === undefined ? undefined : nearestPlace(layer.text, one.speaker, part, quote);
  const figure = one.figure && onlyPlace(layer.text, one.figure.text, quote);
  if ((one.speaker !== undefined && !speaker) || typeof figure === 'string') return 'part-not-found';
  const inFile = ({ start, end }: Span): Span => ({
    start: fileOffset(layer, start, 'start'),
    end: fileOffset(layer, end, 'end'),
  });
  return {
    ...inFile(quote),
    quote: one.quote.replace(/\s+/g, ' '),
    stance: one.stance,
    chain: [outlet, ...(one.speaker === undefined || one.speaker === outlet ? [] : [one.speaker])],
    ...(speaker ? { source: inFile(speaker) } : {}),
    hedges: [],
    ...(one.figure && figure
      ? {
          figure: {
            ...inFile(figure),
            op: one.figure.op,
            ...(one.figure.value === undefined ? {} : { value: one.figure.value }),
            ...(one.figure.high === undefined ? {} : { high: one.figure.high }),
            unit: one.figure.unit,
            measure: one.figure.measure,
          },
        }
      : {}),
    proposedBy,
  };
}

/** Where words stand, letter by letter, if only once. */
function onlyPlace(text: string, words: string, within: Span): Span | 'none' | 'twice' {
  const inside = text.slice(within.start, within.end);
  const at = inside.indexOf(words);
  if (at < 0) return 'none';
  if (inside.includes(words, at + 1)) return 'twice';
  return { start: within.start + at, end: within.start + at + words.length };
}

/** A speaker is named again and again: the place next to the quote counts. */
function nearestPlace(text: string, words: string, within: Span, quote: Span): Span | undefined {
  let best: Span | undefined;
  let least = Infinity;
  for (
    let at = text.indexOf(words, within.start);
    at >= 0 && at < within.end;
    at = text.indexOf(words, at + 1)
  ) {
    const far = at < quote.start ? quote.start - at : Math.max(0, at - quote.end);
    if (at + words.length <= within.end && far < least) {
      least = far;
      best = { start: at, end: at + words.length };
    }
  }
  return best;
}
