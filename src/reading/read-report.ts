import {
  type DroppedSpan,
  type ErrorCode,
  fileOffset,
  type ReportLanguage,
  type ReportStatement,
  type Span,
  type TextLayer,
} from '../model/index.ts';
import { arabicAttributionsIn } from './arabic/find.ts';
import { type Block, blocksOf } from './blocks.ts';
import { bodiesIn } from './bodies.ts';
import { doubtCounts } from './doubted-counts.ts';
import { attributionsIn } from './english/find.ts';
import { type Paragraph, readParagraphs } from './find-attributions.ts';
import { languageOf } from './language.ts';
import { officersIn } from './offices.ts';
import { ownVoice } from './own-voice.ts';
import { sentencesIn } from './sentences.ts';
import { sourceMemory } from './source-memory.ts';
import { isSpeakingNoun } from './speaking-nouns.ts';
import { type Reading, sentencesRead, type Thread } from './statements/sentence-read.ts';
import { statementsOf, type TextStatement, type Unfinished } from './statements.ts';
import { inOneLine } from './tokens.ts';
import { isWorthStating } from './worth.ts';

/** Who published a report, and what the case knows that helps to read it. */
export interface ReadingContext {
  readonly outlet: string;
  /** ISO date or date-time; without it, relative times are not resolved. */
  readonly published?: string;
  /** Spellings that mean one name ("HLD" → "Harbour Lifeboat Dogs"), for sources and places. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export interface ReportReading {
  readonly language: ReportLanguage;
  readonly title?: string;
  /** Parts of the file that were not read as claims, ascending; what intake dropped included. */
  readonly dropped: readonly DroppedSpan[];
  /** In the order in which they stand; offsets in the file. */
  readonly statements: readonly Omit<ReportStatement, 'id'>[];
  /** What could not be read, and why; never silent. */
  readonly problems: readonly ReadingProblem[];
}

export interface ReadingProblem {
  readonly code: Extract<
    ErrorCode,
    'report.too-long' | 'report.language-unknown' | 'report.sentence-too-long'
  >;
  readonly data: Readonly<Record<string, number>>;
}

/** A text longer than this (UTF-16 units) is no report; it is not read. */
export const LONGEST_REPORT = 5_000_000;
/** A stretch without sentence marks longer than this is not read. */
export const LONGEST_SENTENCE = 20_000;

/**
 * What a report says. Pure; time grows with the length of the text. Nothing is thrown: what cannot be read is named in
 * `problems` and left out.
 */
export const readReport = (layer: TextLayer, about: ReadingContext): ReportReading =>
  readWith(layer, about, isWorthStating);

/** As `readReport`, with another judge of what is worth stating. */
export function readWith(
  layer: TextLayer,
  about: ReadingContext,
  isWorth: Reading['isWorth'],
): ReportReading {
  const { text } = layer;
  const droppedByIntake = layer.dropped;
  if (text.length > LONGEST_REPORT) {
    return {
      language: 'other',
      ...titled(layer.title),
      dropped: droppedByIntake,
      statements: [],
      problems: [{ code: 'report.too-long', data: { limit: LONGEST_REPORT } }],
    };
  }
  const language = languageOf(text);
  const blocks = blocksOf(layer);
  const dropped = droppedSpans(layer, blocks);
  const title = layer.title ?? titleOf(text, blocks);
  if (language === 'other') {
    const problems: ReadingProblem[] =
      text.trim() === '' ? [] : [{ code: 'report.language-unknown', data: {} }];
    return { language, ...titled(title), dropped, statements: [], problems };
  }
  const problems: ReadingProblem[] = [];
  const kept = blocks
    .filter((block) => block.kind !== 'dropped' && isReadable(text, block, problems))
    .flatMap((block) => inPieces(text, block));
  const agency = kept.find((block) => block.agency)?.agency;
  const aliases = new Map(
    Object.entries(about.aliases ?? {}).map(([spelling, name]) => [spelling.toLowerCase(), name]),
  );
  const bodies = bodiesIn(text);
  const own = ownVoice(text, blocks, bodies);
  const paragraphs = withoutTopics(
    text,
    kept,
    readParagraphs(text, kept, language === 'ar' ? arabicAttributionsIn : attributionsIn),
  );
  const reading: Reading = {
    text,
    outlet: about.outlet,
    ...(about.published === undefined ? {} : { published: about.published }),
    memory: sourceMemory(aliases, bodies, officersIn(text)),
    places: aliases,
    isWorth,
    ...(agency === undefined ? {} : { agency }),
    ...(own === undefined ? {} : { ownVoice: own }),
  };
  const thread: Thread = { known: new Map() };
  const sentences = paragraphs.map((paragraph) => sentencesRead(reading, paragraph, thread));
  const statements: TextStatement[] = [];
  for (let index = 0; index < kept.length; index++) {
    for (const statement of statementsOf(
      reading,
      kept[index]!,
      paragraphs[index]!,
      sentences[index]!,
      sentences[index + 1]?.[0],
      thread,
    ))
      statements.push(statement);
  }
  return {
    language,
    ...titled(title),
    dropped,
    statements: doubtCounts(text, sentences.flat(), statements).map((statement) => inFile(layer, statement)),
    problems,
  };
}

/** "Marj: families search the jail": before the colon of a headline stands what it is about, unless that speaks in the report. */
function withoutTopics(
  text: string,
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
): readonly Paragraph[] {
  const speaks = (label: string): boolean =>
    isSpeakingNoun(label) ||
    paragraphs.some(({ attributions }) =>
      attributions.some(
        ({ source, cueBase }) =>
          source && cueBase !== ':' && text.slice(source.start, source.end).toLowerCase().includes(label),
      ),
    );
  return paragraphs.map((paragraph, index) =>
    blocks[index]!.kind !== 'headline'
      ? paragraph
      : {
          ...paragraph,
          attributions: paragraph.attributions.filter(({ cueBase, quoted, source }) => {
            if (cueBase !== ':' || quoted || !source) return true;
            return speaks(text.slice(source.start, source.end).toLowerCase().split(/\s+/).at(-1)!);
          }),
        },
  );
}

const titled = (title: string | undefined): { title?: string } => (title === undefined ? {} : { title });

function titleOf(text: string, blocks: readonly Block[]): string | undefined {
  const headline =
    blocks.find((block) => block.kind === 'headline') ?? blocks.find((block) => block.kind === 'body');
  if (!headline) return undefined;
  const sentence =
    headline.kind === 'headline'
      ? headline
      : (sentencesIn(text, headline.start, Math.min(headline.end, headline.start + 2000))[0] ?? headline);
  const written = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim();
  return written.length > 300 ? `${written.slice(0, 299)}…` : written;
}

function isReadable(text: string, block: Block, problems: ReadingProblem[]): boolean {
  if (block.end - block.start <= LONGEST_SENTENCE) return true;
  const longest = sentencesIn(text, block.start, block.end).reduce(
    (most, span) => Math.max(most, span.end - span.start),
    0,
  );
  if (longest <= LONGEST_SENTENCE) return true;
  if (!problems.some((problem) => problem.code === 'report.sentence-too-long'))
    problems.push({ code: 'report.sentence-too-long', data: { limit: LONGEST_SENTENCE } });
  return false;
}

/** A paragraph longer than any writer's is read in pieces, each of whole sentences: time grows with its length alone. */
function inPieces(text: string, block: Block): Block[] {
  if (block.end - block.start <= LONGEST_SENTENCE) return [block];
  const pieces: Block[] = [];
  let { start } = block;
  let end = start;
  for (const sentence of sentencesIn(text, block.start, block.end)) {
    if (end > start && sentence.end - start > LONGEST_SENTENCE) {
      pieces.push({ ...block, start, end });
      ({ start } = sentence);
    }
    ({ end } = sentence);
  }
  return [...pieces, { ...block, start, end: block.end }];
}

function droppedSpans(layer: TextLayer, blocks: readonly Block[]): DroppedSpan[] {
  const own = blocks
    .filter((block) => block.kind === 'dropped')
    .map((block) => ({ ...inFileSpan(layer, block), why: block.why ?? ('other' as const) }));
  return [...layer.dropped, ...own].sort((a, b) => a.start - b.start || a.end - b.end);
}

const inFileSpan = (layer: TextLayer, span: Span): Span => ({
  start: fileOffset(layer, span.start, 'start'),
  end: fileOffset(layer, span.end, 'end'),
});

function inFile(layer: TextLayer, statement: TextStatement): Omit<ReportStatement, 'id'> {
  const { source, cue, figure, hedges } = statement;
  const { start, end } = inFileSpan(layer, statement);
  const quote = inOneLine(layer.text.slice(statement.start, statement.end));
  const placed: Unfinished<Omit<ReportStatement, 'id'>> = {
    ...statement,
    start,
    end,
    quote,
    hedges: hedges.map((hedge) => ({ ...inFileSpan(layer, hedge), kind: hedge.kind })),
  };
  if (source) placed.source = inFileSpan(layer, source);
  if (cue) placed.cue = inFileSpan(layer, cue);
  if (figure) {
    const span = inFileSpan(layer, figure);
    placed.figure = { ...figure, start: span.start, end: span.end };
  }
  return placed;
}
