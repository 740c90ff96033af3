import { type DroppedSpan, type DropReason, plainTextLayer, type TextLayer } from '../model/index.ts';
import { boilerplateOf, creditOf, endsAsSentence, headsRelatedNews } from './boilerplate-lines.ts';
import { readHeadMatter } from './head-matter.ts';
import { updatedIn } from './updated-time.ts';

/** One line of the file with its place; `text` without the spaces around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A report saved as plain text. The layer's text is the file itself, so that offsets are the same; `dropped` says what
 * in it is not the report: who wrote it and when, buttons, players, captions, headings of other reports.
 */
export function plainReportLayer(text: string): TextLayer {
  const lines = linesOf(text);
  const head = readHeadMatter(lines);
  const reasons = new Map<Line, DropReason>(head.lines.map((line) => [line, 'byline']));
  const drop = (line: Line, reason: DropReason): void => {
    if (line.text !== '' && !reasons.has(line) && line !== head.titleLine) reasons.set(line, reason);
  };
  const filled = lines.filter((line) => line.text !== '');
  for (const line of filled) {
    const reason = boilerplateOf(line.text) ?? creditOf(line.text);
    if (reason) drop(line, reason);
  }
  relatedNews(lines, drop);
  captions(lines, reasons, drop);
  crossheads(filled, reasons, drop, head.titleLine);
  repeated(filled, drop);
  const updated = updatedIn(lines, head.published);
  return {
    ...plainTextLayer(text),
    dropped: spansOf(lines, reasons),
    ...(head.title === undefined ? {} : { title: head.title }),
    ...(head.outlet === undefined ? {} : { outlet: head.outlet }),
    ...(head.published === undefined ? {} : { published: head.published }),
    ...(updated === undefined ? {} : { updated }),
    ...(head.address === undefined ? {} : { address: head.address }),
  };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /\r\n|\n|\r|\u2028|\u2029/g;
  let start = 0;
  for (;;) {
    const found = pattern.exec(text);
    const end = found?.index ?? text.length;
    lines.push({ start, end, text: text.slice(start, end).trim() });
    if (!found) return lines;
    start = end + found[0].length;
  }
}

type Drop = (line: Line, reason: DropReason) => void;

const words = (line: Line): number => line.text.split(/\s+/).length;
const shortLine = (line: Line): boolean => line.text.length <= 140 && !endsAsSentence(line.text);

/** After "Read more" and its like, the headlines that follow at once; at the end of the file all of them. */
function relatedNews(lines: readonly Line[], drop: Drop): void {
  const filled = lines.filter((line) => line.text !== '');
  const tailFrom = filled.length - LONGEST_TAIL;
  let order = -1;
  for (const [at, line] of lines.entries()) {
    if (line.text !== '') order++;
    if (!headsRelatedNews(line.text)) continue;
    const rest = order >= tailFrom ? filled.slice(order + 1) : [];
    if (rest.length > 0 && rest.every((next) => shortLine(next) || boilerplateOf(next.text))) {
      for (const next of rest) drop(next, 'related-news');
      continue;
    }
    for (let next = at + 1; next < lines.length; next++) {
      const below = lines[next]!;
      if (below.text === '' || !shortLine(below) || words(below) < 4) break;
      drop(below, 'related-news');
    }
  }
}

/** Filled lines at a file's end among which a list of other reports may run to the end. */
const LONGEST_TAIL = 40;

/** What photographs are credited to, at the end of a line without a full stop. */
const CREDITED =
  /(?:^|[\s(/|©])(?:getty(?: images)?|afp|reuters|epa|ap|ap photo|anadolu|x|twitter|facebook|telegram|instagram|youtube|tiktok|screengrab|screenshot|handout|supplied|file photo|رويترز|أ ف ب|فرانس برس|الأناضول|أسوشيتد برس|إكس|تويتر|فيسبوك|تلغرام|أرشيف(?:ية)?)[)\s]*$/iu;

/**
 * Captions: a block of its own whose last line is no sentence and ends in a credit, with the short label above it; or
 * one of several blocks that repeat the same short label.
 */
function captions(lines: readonly Line[], reasons: ReadonlyMap<Line, DropReason>, drop: Drop): void {
  const labels = new Map<string, number>();
  const blocks = blocksOf(lines).filter((block) => !block.some((line) => reasons.has(line)));
  for (const block of blocks) {
    const [label] = block;
    if (block.length === 2 && label && isLabel(label))
      labels.set(label.text, (labels.get(label.text) ?? 0) + 1);
  }
  for (const block of blocks) {
    const last = block.at(-1)!;
    if (block.length > 2 || last.text.length > 300 || endsAsSentence(last.text)) continue;
    const [label] = block;
    const labelled = block.length === 2 && label !== undefined && isLabel(label);
    if (block.length === 2 && !labelled) continue;
    if (CREDITED.test(last.text) || (labelled && (labels.get(label.text) ?? 0) > 1))
      for (const line of block) drop(line, 'caption');
  }
}

const isLabel = (line: Line): boolean =>
  words(line) <= 6 && !endsAsSentence(line.text) && !/\d{3}/.test(line.text);

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Short lines without a mark at their end or a figure in them, between paragraphs. */
function crossheads(
  filled: readonly Line[],
  reasons: ReadonlyMap<Line, DropReason>,
  drop: Drop,
  title: Line | undefined,
): void {
  const body = filled.filter((line) => !reasons.has(line) && line !== title);
  for (const [at, line] of body.entries()) {
    const before = body[at - 1];
    const after = body[at + 1];
    if (!before || !after || words(line) > 7 || line.text.length > 60 || /\d/.test(line.text)) continue;
    if (endsAsSentence(line.text) || /["“”«»]/.test(line.text)) continue;
    if (isParagraph(before) && isParagraph(after)) drop(line, 'crosshead');
  }
}

const isParagraph = (line: Line): boolean => line.text.length >= 60 && endsAsSentence(line.text);

/** The same line twice in a row, as a page shows a caption under a picture and again under its enlargement. */
function repeated(filled: readonly Line[], drop: Drop): void {
  for (const [at, line] of filled.entries())
    if (at > 0 && line.text.length >= 20 && filled[at - 1]!.text === line.text) drop(line, 'repeated');
}

/** Neighbouring lines that fall for the same reason are one span. */
function spansOf(lines: readonly Line[], reasons: ReadonlyMap<Line, DropReason>): readonly DroppedSpan[] {
  const spans: DroppedSpan[] = [];
  let open = false;
  for (const line of lines) {
    const why = reasons.get(line);
    if (why === undefined) {
      if (line.text !== '') open = false;
      continue;
    }
    const last = spans.at(-1);
    if (open && last?.why === why) spans[spans.length - 1] = { ...last, end: line.end };
    else spans.push({ start: line.start, end: line.end, why });
    open = true;
  }
  return spans;
}
