import { partOfStatement, type ReportStatement, type Span } from '../model/index.ts';
import { type Assertion, assertionsIn } from '../reading/index.ts';

/** What a statement asserts, once for each thing that it asserts. */
export interface Asserted {
  /** The statement itself, or a part of it with an id of its own: its span and quote are the part's. */
  readonly statement: ReportStatement;
  /** What of its words is said of nothing else: statements are held against each other by these. */
  readonly words: string;
  /** Whom or what a part is said of, where that stands before it. */
  readonly of?: string;
  /** What it says there is, whatever the words: a hidden room is one in a place. */
  readonly thing?: 'hidden-room';
}

/** Where in the file each character of a quote stands; where markup stands between, they do not follow one another. */
export type Characters = (statement: ReportStatement) => readonly number[] | undefined;

const known = new WeakMap<ReportStatement, readonly Assertion[]>();
function assertionsOf(statement: ReportStatement): readonly Assertion[] {
  const before = known.get(statement);
  if (before) return before;
  const found = assertionsIn(statement.quote);
  known.set(statement, found);
  return found;
}

/**
 * What the statements of one report assert. One that says a single thing stays as it is. A figure stays with its own
 * words, and the statement's id with its figure, else with its first words; other parts are named by their place in the
 * statement, so that a decision on one finds it again. What several statements of the same words assert is told once.
 */
export function assertedBy(statements: readonly ReportStatement[], characters?: Characters): Asserted[] {
  const told = new Map<string, number>();
  const asserted: Asserted[] = [];
  for (const statement of statements) {
    const { quote, start, end } = statement;
    const offsets = quote.length === end - start ? undefined : characters?.(statement);
    const placed = quote.length === end - start || offsets !== undefined;
    const parts = placed ? assertionsOf(statement) : [];
    if (parts.length === 0) {
      asserted.push({ statement, words: quote });
      continue;
    }
    const at = (place: number): number => (offsets ? offsets[place]! : start + place);
    const inFile = (span: Span): Span => ({ start: at(span.start), end: at(span.end - 1) + 1 });
    for (const each of takenApart(statement, parts, inFile)) {
      const { start: from, end: to, id } = each.statement;
      // Two figures of one sentence are two statements of the same words: what else it says is said once.
      const key = `${from} ${to}`;
      const before = told.get(key);
      const bare = id === statement.id;
      if (before !== undefined && !bare) continue;
      if (before !== undefined && asserted[before]!.statement.id.split('.').length > 3)
        asserted[before] = each;
      else {
        told.set(key, asserted.length);
        asserted.push(each);
      }
    }
  }
  return asserted;
}

function takenApart(
  statement: ReportStatement,
  parts: readonly Assertion[],
  inFile: (span: Span) => Span,
): Asserted[] {
  const { quote, figure, stance, hedges } = statement;
  const beside = stance === 'denies' ? [] : parts.filter(({ kind }) => kind === 'beside');
  const alone = parts.some((part) => part.alone);
  const within = alone ? [] : parts.filter(({ kind }) => kind !== 'beside');
  const opening = { start: 0, end: beside[0] ? endOfWords(quote, beside[0].start) : quote.length };
  const segments: readonly (Span & { readonly of?: Span })[] = [opening, ...beside];
  const holdsFigure = (span: Span): boolean => {
    const place = inFile(span);
    return figure !== undefined && figure.start >= place.start && figure.end <= place.end;
  };
  const first = Math.max(0, segments.findIndex(holdsFigure));
  const { figure: _figure, ...bare } = statement;
  const asserted: Asserted[] = segments.map((segment, n) => {
    const place = inFile(segment);
    const inside = (span: Span): boolean => span.start < place.end && span.end > place.start;
    const elsewhere = segments.length > 1 && hedges.length > 0 && !hedges.some(inside);
    const doubted = hedges.some((hedge) =>
      segments.some(
        (each, other) => other !== n && hedge.start < inFile(each).end && hedge.end > inFile(each).start,
      ),
    );
    const whole = n === first;
    return {
      statement: {
        ...(whole ? statement : bare),
        ...place,
        id: whole ? statement.id : partOfStatement(statement.id, segment),
        quote: quote.slice(segment.start, segment.end),
        // Doubt in one part is not about the other.
        stance: elsewhere && doubted && stance !== 'denies' ? 'asserts' : stance,
        hedges: hedges.filter((hedge) => inside(hedge) || !doubted),
      },
      words: without(
        quote,
        segment,
        within.map(({ own }) => own),
      ),
      ...(alone && whole && { thing: 'hidden-room' as const }),
      ...(segment.of && { of: quote.slice(segment.of.start, segment.of.end) }),
    };
  });
  for (const part of within) {
    const place = inFile(part);
    const thing = part.kind === 'hidden-room';
    asserted.push({
      statement: {
        ...bare,
        ...place,
        id: partOfStatement(statement.id, part),
        quote: quote.slice(part.start, part.end),
        stance:
          part.kind === 'untrue' || part.negated
            ? 'denies'
            : part.kind === 'rumour'
              ? 'unverified'
              : thing && stance === 'denies'
                ? 'denies'
                : stance,
        hedges: hedges.filter((hedge) => hedge.start < place.end && hedge.end > place.start),
      },
      words: quote.slice(part.start, part.end),
      ...(thing && { thing: 'hidden-room' as const }),
    });
  }
  return asserted;
}

/** Where the words before a part end, without what joins the two. */
function endOfWords(quote: string, at: number): number {
  const before = quote
    .slice(0, at)
    .replace(/(?:[\s,;،؛–—-]|\b(?:and|but|before|after|amid|over|growing|mounting)(?=\s*$))+$/u, '');
  return before.length;
}

/** The words of a stretch without those said by the parts within it. */
function without(quote: string, { start, end }: Span, own: readonly Span[]): string {
  let words = '';
  let at = start;
  for (const span of [...own].sort((a, b) => a.start - b.start)) {
    if (span.end <= at || span.start >= end) continue;
    words += `${quote.slice(at, Math.max(at, span.start))} `;
    at = Math.min(end, span.end);
  }
  return words + quote.slice(at, end);
}
