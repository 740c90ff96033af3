import type { Span, Stance, VERSION_CHANGES } from '../model/index.ts';
import { sentencesIn } from './sentences.ts';

/** One version of a report: its readable text, what of it is no report, and what was read in it; offsets in `text`. */
export interface VersionIn {
  readonly text: string;
  readonly dropped: readonly Span[];
  readonly statements: readonly (Span & {
    readonly stance: Stance;
    readonly hedges: readonly Span[];
    readonly figure?:
      | {
          readonly value?: number | undefined;
          readonly high?: number | undefined;
          readonly unit: string;
        }
      | undefined;
  })[];
}

type VersionChangeKind = (typeof VERSION_CHANGES)[number];

/** What became of one sentence. `before` is absent where it is new, `after` where it is gone. */
export interface VersionChange {
  readonly kind: VersionChangeKind;
  readonly before?: Span;
  readonly after?: Span;
}

interface Sentence extends Span {
  readonly words: readonly string[];
  readonly key: string;
  readonly statements: VersionIn['statements'];
}

/** How much of their words two sentences share (Dice) to be one sentence rewritten. */
const REWRITTEN = 0.5;
/** Sentences beyond this are only known again word for word. */
const REWRITTEN_AMONG = 1500;

/**
 * What a later version of a report makes of an earlier one, in the order of the later text; what is gone stands where
 * it stood. A sentence that moved is kept. Doubt counts also where the words stay: "this could not be verified" added
 * behind a sentence softens it.
 */
export function compareVersions(before: VersionIn, after: VersionIn): VersionChange[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const partner = matched(old, now);
  const origin = new Map([...partner].map(([a, b]) => [b, a]));
  const changes: VersionChange[] = [];
  let next = 0;
  const tellGone = (until: number): void => {
    for (; next < until; next++)
      if (!partner.has(next)) changes.push({ kind: 'dropped', before: spanOf(old[next]!) });
  };
  now.forEach((sentence, at) => {
    const from = origin.get(at);
    if (from === undefined) {
      changes.push({ kind: 'added', after: spanOf(sentence) });
      return;
    }
    tellGone(from);
    changes.push({
      kind: kindOf(old[from]!, sentence),
      before: spanOf(old[from]!),
      after: spanOf(sentence),
    });
  });
  tellGone(old.length);
  return changes;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function sentencesOf({ text, dropped, statements }: VersionIn): Sentence[] {
  const found: Sentence[] = [];
  for (const line of text.matchAll(/[^\n]+/g))
    for (const { start, end } of sentencesIn(text, line.index, line.index + line[0].length)) {
      const lost = dropped.reduce(
        (sum, each) => sum + Math.max(0, Math.min(end, each.end) - Math.max(start, each.start)),
        0,
      );
      if (lost * 2 > end - start) continue;
      const words =
        text
          .slice(start, end)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) continue;
      const own = statements.filter((each) => each.start < end && each.end > start);
      found.push({ start, end, words, key: words.join(' '), statements: own });
    }
  return found;
}

/** Which sentence became which: the same words first, then the likest, each sentence once. */
function matched(old: readonly Sentence[], now: readonly Sentence[]): Map<number, number> {
  const partner = new Map<number, number>();
  const waiting = new Map<string, number[]>();
  old.forEach(({ key }, at) => {
    const same = waiting.get(key);
    if (same) same.push(at);
    else waiting.set(key, [at]);
  });
  const fresh: number[] = [];
  now.forEach(({ key }, at) => {
    const from = waiting.get(key)?.shift();
    if (from === undefined) fresh.push(at);
    else partner.set(from, at);
  });
  const left = old.map((_, at) => at).filter((at) => !partner.has(at));
  const pairs: { readonly a: number; readonly b: number; readonly alike: number }[] = [];
  const sets = new Map<Sentence, ReadonlySet<string>>();
  const wordsOf = (sentence: Sentence): ReadonlySet<string> => {
    const known = sets.get(sentence) ?? new Set(sentence.words);
    sets.set(sentence, known);
    return known;
  };
  for (const a of left.slice(0, REWRITTEN_AMONG))
    for (const b of fresh.slice(0, REWRITTEN_AMONG)) {
      const [x, y] = [wordsOf(old[a]!), wordsOf(now[b]!)];
      const most = (2 * Math.min(x.size, y.size)) / (x.size + y.size);
      if (most < REWRITTEN) continue;
      let shared = 0;
      for (const word of x) if (y.has(word)) shared++;
      const alike = (2 * shared) / (x.size + y.size);
      if (alike >= REWRITTEN) pairs.push({ a, b, alike });
    }
  const taken = new Set<number>();
  for (const { a, b } of pairs.sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b)) {
    if (partner.has(a) || taken.has(b)) continue;
    partner.set(a, b);
    taken.add(b);
  }
  return partner;
}

const SURENESS = { asserts: 2, hedged: 1, unverified: 0, denies: 0 } as const;

function kindOf(before: Sentence, after: Sentence): VersionChangeKind {
  const denied = ({ statements }: Sentence): boolean => statements.some(({ stance }) => stance === 'denies');
  if (figuresOf(before) !== figuresOf(after)) return 'figure';
  if (before.statements.length > 0 && after.statements.length > 0) {
    if (denied(before) !== denied(after)) return 'reversed';
    const [x, y] = [surenessOf(before), surenessOf(after)];
    if (y < x) return 'softened';
    if (y > x) return 'hardened';
  }
  return before.key === after.key ? 'kept' : 'reworded';
}

/** The numbers a sentence gives, whatever their order. */
const figuresOf = ({ statements }: Sentence): string =>
  statements
    .flatMap(({ figure }) => (figure ? [`${figure.value ?? ''}-${figure.high ?? ''} ${figure.unit}`] : []))
    .sort()
    .join(';');

/** The least sure of what the sentence states; of equals the one with more hedges. */
const surenessOf = ({ statements }: Sentence): number =>
  Math.min(...statements.map(({ stance, hedges }) => SURENESS[stance] - Math.min(9, hedges.length) / 10));
