import { type DropReason, layerOffset, type Span, type TextLayer } from '../model/index.ts';
import { furnitureOf, headsLinks, headsTail, isCredited, SENTENCE_END } from './furniture.ts';
import { joinWrapped, type Line, linesOf, TERMINAL } from './lines.ts';
import { endsPost, isPlatformLine, postHeader } from './posts.ts';

/** A paragraph or a line that stands alone, and what it is in its report. Offsets in the layer's text. */
export interface Block extends Span {
  readonly kind: 'headline' | 'body' | 'post' | 'dropped';
  readonly why?: DropReason;
  /** Of an embedded post: who wrote it. */
  readonly author?: string;
  readonly handle?: string;
  /** Of an embedded post: where it was posted, if the text says so. */
  readonly platform?: string;
  /** The agency that a dateline names: "HARBOUR CITY (Reuters) —". */
  readonly agency?: string;
}

/** Most lines that are looked at one by one for headings and captions have fewer characters. */
const SHORT = 90;

const POST = /^[—–-]{1,2}\s*(.{1,80}?)\s*\((@[\p{L}\p{N}_]{1,30})\)\s*(.{0,60})$/u;
const POST_INLINE =
  /[—–]\s*([^—–()\n]{1,80}?)\s*\((@[\p{L}\p{N}_]{1,30})\)\s*((?:\p{L}{3,12}\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\p{L}{3,12},?\s+\d{4})?)\s*$/u;
const AGENCIES =
  /\((Reuters|AP|AFP|UPI|DPA|EFE|ANSA|Xinhua|TASS|Anadolu|Associated Press|Agence France-Presse|رويترز|أ ف ب|أ\.ف\.ب|فرانس برس|الأناضول|د ب أ)\)\s*[-–—:]|^(?:رويترز|فرانس برس)\s*[-–—:]/;

/** "HARBOUR CITY, Alma (Hill Wire) - ", "زهرين (وكالة التل) - ": town and house, no part of the sentence. */
const DATELINE =
  /^\p{Lu}[\p{L}’'. -]{1,30}(?:,\s+\p{L}[\p{L}. ]{1,25})?\s*\((\p{Lu}[\p{L}&.’' -]{1,30})\)\s*[-–—:]+\s+|^[\u0621-\u064a ]{2,25}\s*\(([\u0621-\u064a ]{2,30})\)\s*[-–—:]+\s+|^\p{Lu}{3,}[\p{Lu}’' -]{0,25}(?:,\s+\p{L}[\p{L}. ]{1,25})?\s+[-–—]+\s+/u;

/** What both have in common, so that other lines are not searched for them. */
const MAY_BE_DATED = /\)\s*[-–—:]|^\p{Lu}{3,}.*\s[-–—]|^(?:رويترز|فرانس برس)/su;

/**
 * The blocks of a report, ascending. What intake already dropped stays dropped; headings between paragraphs, captions,
 * credits, chrome, notices and tails of other news are recognised by their shape and place, and named with the reason.
 */
export function blocksOf(layer: TextLayer): Block[] {
  const text = layer.text;
  const gone = layer.dropped.map((span) => ({
    start: layerOffset(layer, span.start),
    end: layerOffset(layer, span.end),
    why: span.why,
  }));
  const lines = linesOf(text, gone);
  const paragraphs = joinWrapped(lines);
  const blocks: Block[] = [];
  const seen = new Set<string>();
  const shapes: string[] = [];
  let seenUpTo = 0;
  /** So many blocks from the first one on were dropped. */
  let allDropped = 0;
  let headlineFound = false;
  let posted: Pick<Block, 'author' | 'handle' | 'platform'> | undefined;
  /** Where no empty lines part paragraphs, a post ends by itself. */
  const parted = paragraphs.some(({ gap }, at) => at > 0 && gap);
  let postUpTo = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const line = paragraphs[index]!;
    const written = line.text;
    const drop = (why: DropReason): void => {
      blocks.push({ start: line.start, end: line.end, kind: 'dropped', why });
    };
    const trimmedTitle = layer.title?.trim();
    if (!headlineFound && trimmedTitle !== undefined && sameWords(written, trimmedTitle)) {
      headlineFound = true;
      blocks.push({ start: line.start, end: line.end, kind: 'headline' });
      continue;
    }
    if (written.length < 300) {
      const reason = furnitureOf(written);
      if (reason) {
        drop(reason);
        continue;
      }
    }
    const header = headerAt(paragraphs, index);
    if (header) {
      posted = header;
      postUpTo = parted ? paragraphs.length : index + linesOfPost(paragraphs, index + 1);
      drop('byline');
      continue;
    }
    if (posted && endsPost(written)) {
      posted = undefined;
      drop('navigation');
      continue;
    }
    if (headerAt(paragraphs, index + 1) && !paragraphs[index + 1]!.gap && isPlatformLine(written)) {
      drop('navigation');
      continue;
    }
    if (posted && index <= postUpTo && (!line.gap || blocks.at(-1)?.kind === 'dropped')) {
      blocks.push({ start: line.start, end: line.end, kind: 'post', ...posted });
      continue;
    }
    posted = undefined;
    const post = POST.exec(written.length < 200 ? written : '');
    if (post) {
      markPost(blocks, line, post[1]!, post[2]!);
      continue;
    }
    while (allDropped < blocks.length && blocks[allDropped]!.kind === 'dropped') allDropped++;
    if (!headlineFound && allDropped === blocks.length && written.length < 300) {
      headlineFound = true;
      if (
        !SENTENCE_END.test(written) ||
        (layer.title === undefined && written.length < 120 && paragraphs[index + 1]?.gap)
      ) {
        blocks.push({ start: line.start, end: line.end, kind: 'headline' });
        continue;
      }
    }
    if (written.length < 300 && !TERMINAL.test(written)) {
      if (isCaption(paragraphs, index)) {
        drop('caption');
        continue;
      }
      if (isCrosshead(paragraphs, index)) {
        drop('crosshead');
        continue;
      }
      while (seenUpTo < shapes.length) seen.add(shapeOf(shapes[seenUpTo++]!));
      if (seen.has(shapeOf(written))) {
        drop('repeated');
        continue;
      }
    }
    shapes.push(written);
    const inline = POST_INLINE.exec(written.slice(-200));
    if (inline && written.length < 1500) {
      const end = line.end - inline[0].length;
      blocks.push({
        start: line.start,
        end,
        kind: 'post',
        author: inline[1]!,
        handle: inline[2]!,
        platform: 'X',
      });
      blocks.push({ start: end, end: line.end, kind: 'dropped', why: 'byline' });
      continue;
    }
    const opening = written.slice(0, 120);
    const dated = MAY_BE_DATED.test(opening);
    const agency = dated ? (AGENCIES.exec(opening) ?? DATELINE.exec(opening)) : null;
    const dateline = dated
      ? DATELINE.exec(text.slice(line.start, Math.min(line.end, line.start + 120)))
      : null;
    if (dateline)
      blocks.push({
        start: line.start,
        end: line.start + dateline[0].length,
        kind: 'dropped',
        why: 'byline',
      });
    blocks.push({
      start: line.start + (dateline?.[0].length ?? 0),
      end: line.end,
      kind: 'body',
      ...(agency && (agency[1] ?? agency[2] ?? (dateline ? undefined : 'رويترز'))
        ? { agency: (agency[1] ?? agency[2] ?? 'رويترز').trim() }
        : {}),
    });
  }
  return dropTail(text, dropLinks(text, blocks));
}

/** How many lines a post has that no empty line ends: up to the line of its replies, else one. */
function linesOfPost(paragraphs: readonly Line[], from: number): number {
  for (let lines = 1; lines < 6; lines++) if (endsPost(paragraphs[from + lines]?.text ?? '')) return lines;
  return 1;
}

/** Whose post stands below this line, and where it was posted, if a line right above says so. */
function headerAt(
  lines: readonly Line[],
  index: number,
): Pick<Block, 'author' | 'handle' | 'platform'> | undefined {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || index === 0) return undefined;
  const header = postHeader(line.text, !next.gap && SENTENCE_END.test(next.text));
  const above = lines[index - 1]!;
  return header && !line.gap && isPlatformLine(above.text) ? { ...header, platform: above.text } : header;
}

const shapeOf = (written: string): string => written.replace(/\s+/g, ' ').toLowerCase();

const wordCount = (text: string): number => text.split(/\s+/).length;

const isProse = (written: string): boolean => written.length > 60 && SENTENCE_END.test(written);

/** A run of lines without a full stop that ends in a credit, or a label with its sentence fragment under it. */
function isCaption(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (isCredited(line.text) && wordCount(line.text) <= 50) return true;
  const next = lines[index + 1];
  const before = lines[index - 1];
  const labelAbove =
    before !== undefined &&
    !line.gap &&
    before.gap &&
    before.text.length < SHORT &&
    !TERMINAL.test(before.text) &&
    index > 1;
  if (labelAbove && line.text.length < 250) return true;
  return (
    next !== undefined &&
    index > 0 &&
    line.gap &&
    !next.gap &&
    line.text.length < SHORT &&
    !TERMINAL.test(next.text) &&
    next.text.length < 250 &&
    (isCredited(next.text) || lines[index + 2]?.gap === true)
  );
}

function isCrosshead(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (index === 0 || line.text.length > 70 || wordCount(line.text) > 9) return false;
  const quoted =
    /^(?:"[^"]+"|“[^“”]+”|«[^«»]+»)$/.test(line.text) && line.gap && isProse(lines[index + 1]?.text ?? '');
  if ((/[“”"«»]$/.test(line.text) && !quoted) || /^[—–-]/.test(line.text)) return false;
  return isProse(lines[index + 1]?.text ?? '') || isProse(lines[index - 1]?.text ?? '');
}

function markPost(blocks: Block[], line: Line, author: string, handle: string): void {
  const last = blocks.at(-1);
  if (last?.kind === 'body') {
    blocks[blocks.length - 1] = {
      start: last.start,
      end: last.end,
      kind: 'post',
      author,
      handle,
      platform: 'X',
    };
  }
  blocks.push({ start: line.start, end: line.end, kind: 'dropped', why: 'byline' });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sameWords = (a: string, b: string): boolean => a.length < 400 && plain(a) === plain(b);

const CONTENT_WORD = /[\p{L}]{5,30}/gu;

/** Drops the links under "Read more on …": lines that are no prose, up to the next one that is. */
function dropLinks(text: string, blocks: readonly Block[]): Block[] {
  let linked = false;
  return blocks.map((block) => {
    const written = text.slice(block.start, block.end);
    if (block.kind === 'dropped') {
      linked ||= headsLinks(written);
      return block;
    }
    if (block.kind === 'body' && headsLinks(written)) linked = true;
    else if (block.kind !== 'body' || isProse(written)) linked = false;
    return linked ? { start: block.start, end: block.end, kind: 'dropped', why: 'related-news' } : block;
  });
}

/**
 * Drops what follows a heading like "More news": lists of other stories. Prose about the report's own matter that
 * comes after such a heading is kept; the share of its longer words known from before decides, and where the list ends
 * and long paragraphs follow, its names do.
 */
function dropTail(text: string, blocks: readonly Block[]): Block[] {
  const firstBody = blocks.findIndex(({ kind }) => kind === 'body');
  if (firstBody < 0) return [...blocks];
  const marker = blocks.findIndex(
    (block, index) =>
      index > firstBody && block.end - block.start < 80 && headsTail(text.slice(block.start, block.end)),
  );
  if (marker < 0) return [...blocks];
  const known = new Set<string>();
  for (const block of blocks.slice(0, marker)) {
    if (block.kind === 'dropped') continue;
    for (const word of text.slice(block.start, block.end).toLowerCase().match(CONTENT_WORD) ?? [])
      known.add(word);
  }
  const goesOn = whereItGoesOn(text, blocks, marker);
  let resumed = false;
  return blocks.map((block, index) => {
    if (index < marker || block.kind === 'dropped') {
      return index === marker ? { ...block, kind: 'dropped' as const, why: 'related-news' as const } : block;
    }
    const written = text.slice(block.start, block.end);
    const prose = SENTENCE_END.test(written) && written.length > 80;
    resumed ||= index >= goesOn;
    if (index > marker && prose && !resumed) {
      const words = written.toLowerCase().match(CONTENT_WORD) ?? [];
      resumed = words.filter((word) => known.has(word)).length / Math.max(1, words.length) >= 0.6;
    }
    if (prose && resumed) return block;
    return { start: block.start, end: block.end, kind: 'dropped' as const, why: 'related-news' as const };
  });
}

/** Paragraphs of a report that goes on behind a list of links; teasers are single sentences. */
const LONG_PARAGRAPHS = 3;
const SEVERAL_SENTENCES = /[.!?؟]["”’»)]*\s+["“‘«(]?[\p{Lu}\p{Lo}\d][\s\S]{20,}[.!?؟]["”’»)]*$/u;
const NAME_WITHIN = /(?<=[\p{Ll},;] )\p{Lu}\p{L}{3,}/gu;

/**
 * The index of the block from which a report goes on behind a list of links: an empty line after the list, then three
 * paragraphs or more of several sentences, and a name among them or above them that the report has named before.
 */
function whereItGoesOn(text: string, blocks: readonly Block[], marker: number): number {
  let after = marker + 1;
  while (after < blocks.length && !/\n\s*\n/.test(text.slice(blocks[after - 1]!.end, blocks[after]!.start)))
    after++;
  // A list may stand off from its heading.
  const isListed = ({ kind, start, end }: Block): boolean =>
    kind !== 'dropped' && !isProse(text.slice(start, end));
  while (after < blocks.length && isListed(blocks[after]!)) after++;
  const names = new Set<string>();
  for (const { kind, start, end } of blocks.slice(0, marker))
    if (kind !== 'dropped')
      for (const [name] of text.slice(start, end).matchAll(NAME_WITHIN)) names.add(name);
  let long = 0;
  let named = false;
  for (const { kind, start, end } of blocks.slice(after)) {
    const written = text.slice(start, end);
    named ||= (written.match(NAME_WITHIN) ?? []).some((name) => names.has(name));
    if (kind === 'body' && written.length > 100 && SEVERAL_SENTENCES.test(written.slice(0, 2000))) long++;
  }
  return named && long >= LONG_PARAGRAPHS ? after : Number.POSITIVE_INFINITY;
}
