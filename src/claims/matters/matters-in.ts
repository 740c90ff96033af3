import type { Span } from '../../model/index.ts';
import { FRAMES, type Frame } from './frames.ts';
import { kindsOf } from './words.ts';

/** A matter that some words speak of. Offsets in these words. */
export interface Matter extends Span {
  readonly frame: Frame;
  /** It is said that it is not so. */
  readonly negated: boolean;
  /** The sort of the matter that is named; none, or one. */
  readonly sorts: readonly string[];
}

interface Word extends Span {
  readonly kinds: readonly string[];
}

interface Pattern {
  readonly denying: boolean;
  /** Each item any of several kinds. */
  readonly items: readonly (readonly string[])[];
  /** Whether an item must stand behind the one before. */
  readonly behind: readonly boolean[];
  readonly without: readonly string[];
}

function patternOf(written: string): Pattern {
  const denying = written.startsWith('denies:');
  const items: string[][] = [];
  const behind: boolean[] = [];
  const without: string[] = [];
  let ordered = false;
  for (const part of written.replace('denies:', '').trim().split(' ')) {
    if (part === '>') ordered = true;
    else if (part.startsWith('-')) without.push(part.slice(1));
    else {
      items.push(part.split('|'));
      behind.push(ordered);
      ordered = false;
    }
  }
  return { denying, items, behind, without };
}

const PATTERNS = FRAMES.map((frame) => ({ frame, patterns: frame.says.map(patternOf) }));
const WITHIN = 8;

const known = new Map<string, readonly string[]>();
/** Beyond as many words what is known is forgotten. */
const MOST_KNOWN = 50_000;
function kinds(word: string): readonly string[] {
  let found = known.get(word);
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = kindsOf(word);
    known.set(word, found);
  }
  return found;
}

/** Longer words are not looked at. */
const LONGEST = 1500;

/** The matters that a statement's words speak of, each once, in the order of the frames. */
export function mattersIn(text: string, stance: 'denies' | 'other'): Matter[] {
  if (text.length > LONGEST) return [];
  const words: Word[] = [];
  const at = new Map<string, number[]>();
  for (const match of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}’'-]*|[\d٠-٩][\d٠-٩.,٬]*|[£$€]/gu)) {
    const own = kinds(match[0]);
    for (const kind of own) {
      const places = at.get(kind);
      if (places) places.push(words.length);
      else at.set(kind, [words.length]);
    }
    words.push({ start: match.index, end: match.index + match[0].length, kinds: own });
  }
  const found: Matter[] = [];
  for (const { frame, patterns } of PATTERNS) {
    let best: readonly [number, number] | undefined;
    for (const pattern of patterns) {
      if (pattern.denying && stance !== 'denies') continue;
      const range = rangeOf(pattern, at, frame.within ?? WITHIN, words);
      if (range && (!best || range[1] - range[0] < best[1] - best[0])) best = range;
    }
    if (!best) continue;
    const [from, to] = best;
    const negated = frame.negative !== true && negations(words, from, to) % 2 === 1;
    if (frame.fresh && !isFresh(words, from, text)) continue;
    if (frame.fresh && negated && stance !== 'denies' && nearFinding(words, from, to)) continue;
    found.push({
      frame,
      start: words[from]!.start,
      end: words[to]!.end,
      negated,
      sorts: (frame.sorts ?? []).filter((sort) => at.has(sort)).slice(0, 1),
    });
  }
  return found;
}

/** The shortest run of words that holds the pattern. */
function rangeOf(
  { items, behind, without }: Pattern,
  at: ReadonlyMap<string, readonly number[]>,
  within: number,
  words: readonly Word[],
): readonly [number, number] | undefined {
  if (without.some((kind) => at.has(kind))) return undefined;
  const places = items.map((kinds) => kinds.flatMap((kind) => at.get(kind) ?? []));
  if (places.some((each) => each.length === 0)) return undefined;
  let best: readonly [number, number] | undefined;
  const place = (item: number, taken: readonly number[]): void => {
    if (item === items.length) {
      const [from, to] = [Math.min(...taken), Math.max(...taken)];
      if (to - from < within && (!best || to - from < best[1] - best[0])) best = [from, to];
      return;
    }
    for (const next of places[item]!) {
      if (taken.includes(next)) continue;
      if (behind[item] && next < taken.at(-1)!) continue;
      if (taken.some((other) => Math.abs(other - next) >= within)) continue;
      place(item + 1, [...taken, next]);
    }
  };
  if (words.length > 0) place(0, []);
  return best;
}

const REACH = 4;
/** "Not until", "none but": what is excepted is affirmed. */
function negations(words: readonly Word[], from: number, to: number): number {
  const near = words.slice(Math.max(0, from - REACH), to + 1);
  const count = near.filter(({ kinds }) => kinds.includes('no')).length;
  return count > 0 && near.some(({ kinds }) => kinds.includes('except')) ? count + 1 : count;
}

const nearFinding = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(Math.max(0, from - 6), to + 4).some(({ kinds }) => kinds.includes('found'));

const DEFINITE = /^(?:the|these|those|his|her|its|their|our|my|your)$/iu;

/** Nothing before the words that takes the thing as known; in Arabic the article. */
function isFresh(words: readonly Word[], from: number, text: string): boolean {
  const written = (at: number): string => text.slice(words[at]!.start, words[at]!.end);
  if (/^[وبفكل]?ال/u.test(written(from)) && /\p{Script=Arabic}/u.test(written(from))) return false;
  for (let at = from - 1; at >= 0 && at >= from - 2; at--) {
    if (DEFINITE.test(written(at))) return false;
    if (words[at]!.kinds.length === 0 && !/^(?:\p{Ll}+(?:ed|y|al|ic)|\d+)$/u.test(written(at))) break;
  }
  return true;
}
