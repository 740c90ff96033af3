import type { Span } from '../model/index.ts';

/** Words between quotation marks; `start` and `end` include the marks where they stand. */
export interface Quotation extends Span {
  /** 0 for a quotation that stands in none other. */
  readonly depth: number;
  /** The words begin or go on in a neighbouring paragraph: the mark is opened again there and closed once. */
  readonly continues: boolean;
  /** The closing mark is missing; the quotation is taken to end with its sentence or paragraph. */
  readonly broken: boolean;
}

const OPENERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
};
const MARKS = '"“”„«»‹›‘’‚\'';
/** Deeper nesting than this is not speech; the marks are passed over. */
const DEEPEST = 6;

interface Open {
  readonly at: number;
  readonly width: number;
  readonly closers: string;
}

const marks = Uint8Array.from({ length: 0x2040 }, (_, code) =>
  MARKS.includes(String.fromCharCode(code)) ? 1 : 0,
);
const ANY_MARK = /["“”„«»‹›‘’‚']/;
const isMark = (code: number): boolean => code < marks.length && marks[code] === 1;

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /[\s([{—–\-/،]/u.test(char);

/**
 * Quotations in one paragraph `text[from, to)`, outermost first, ascending. Every common mark is known; an apostrophe
 * is told from a closing mark by what stands around it. An opening mark without its fellow never takes more than its
 * own paragraph.
 */
export function quotationsIn(text: string, from: number, to: number): Quotation[] {
  if (!ANY_MARK.test(text.slice(from, to))) return [];
  const found: Quotation[] = [];
  const stack: Open[] = [];
  const close = (open: Open, end: number, broken: boolean): void => {
    if (end > open.at + open.width) {
      found.push({ start: open.at, end, depth: stack.length, continues: false, broken });
    }
  };
  for (let at = from, next: number; at < to; at = next) {
    next = at + 1;
    if (!isMark(text.charCodeAt(at))) continue;
    const written = text[at]!;
    const inner = stack.at(-1);
    const closesInner =
      text[at + 2] === "'" && inner !== undefined && inner.width === 1 && inner.closers.includes("'");
    const doubled = written === "'" && text[at + 1] === "'" && at + 1 < to && !closesInner;
    const mark = doubled ? '"' : written;
    const width = doubled ? 2 : 1;
    if (doubled) next = at + 2;
    const before = at === from ? undefined : text[at - 1];
    const after = at + width >= to ? undefined : text[at + width];
    if ((mark === "'" || mark === '’') && isWord(before) && isWord(after)) continue;
    const closing = closerIndex(stack, mark, before, after, () => closesLater(text, at + 1, to));
    if (closing >= 0) {
      // Marks left open inside are broken ones; they end where their host ends.
      while (stack.length > closing + 1) close(stack.pop()!, at, true);
      close(stack.pop()!, at + width, false);
      continue;
    }
    const opens =
      Object.hasOwn(OPENERS, mark) ||
      ((mark === '"' || mark === "'") && !isSpace(after) && (isSpace(before) || isQuote(before)));
    if (!opens || stack.length >= DEEPEST) continue;
    if (mark === "'" && !closesLater(text, at + 1, to)) continue;
    stack.push({ at, width, closers: mark === '"' ? '"”' : mark === "'" ? "'’" : OPENERS[mark]! });
  }
  while (stack.length > 0) close(stack.pop()!, to, true);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const isQuote = (char: string | undefined): boolean => char !== undefined && '"“”„«»‘’\''.includes(char);

function closerIndex(
  stack: readonly Open[],
  mark: string,
  before: string | undefined,
  after: string | undefined,
  closesBehind: () => boolean,
): number {
  for (let index = stack.length - 1; index >= 0; index--) {
    if (!stack[index]!.closers.includes(mark)) continue;
    if (mark === '"' && isSpace(before) && !isSpace(after) && index < stack.length) {
      return isSpace(before) && before !== undefined && isWord(after) ? -1 : index;
    }
    // "prisoners’ families": after an s and before a word it is more likely a possessive, if another mark closes.
    if ((mark === '’' || mark === "'") && before === 's' && after === ' ' && closesBehind()) return -1;
    if ((mark === '’' || mark === "'") && isSpace(before)) return -1;
    return index;
  }
  return -1;
}

/** A single straight mark opens only where one closes it soon: within 300 characters, before a space or a mark. */
function closesLater(text: string, from: number, to: number): boolean {
  const limit = Math.min(to, from + 300);
  for (let at = from; at < limit; at++) {
    if (text[at] !== "'" && text[at] !== '’') continue;
    if (text[at + 1] === "'") return false;
    if (!isWord(at + 1 < to ? text[at + 1] : undefined) && text[at - 1] !== ' ') return true;
  }
  return false;
}

const DOUBLE_OPENING = /^\s*(?:["“„«]|'')/;

/**
 * Marks quotations that run over paragraphs: one left open at a paragraph's end goes on when the next paragraph opens
 * it again. `paragraphs` ascending; gives the quotations of each.
 */
export function quotationsOver(text: string, paragraphs: readonly Span[]): Quotation[][] {
  const all = paragraphs.map((paragraph) => quotationsIn(text, paragraph.start, paragraph.end));
  for (let index = 0; index + 1 < all.length; index++) {
    const next = paragraphs[index + 1]!;
    if (!DOUBLE_OPENING.test(text.slice(next.start, next.start + 4))) continue;
    const open = all[index]!.findLast((quotation) => quotation.broken && quotation.depth === 0);
    const heir = all[index + 1]![0];
    if (!open || !heir || heir.start > next.start + 3) continue;
    all[index] = all[index]!.map((each) =>
      each === open ? { ...each, continues: true, broken: false } : each,
    );
  }
  return all;
}
