import { partOfStatement, type ReportStatement, type Span, type StatementId } from '../model/index.ts';
import { type Assertion, assertionsIn } from '../reading/index.ts';
import { type Matter, mattersIn } from './matters/matters-in.ts';
import { quantityOf } from './quantity.ts';

/** What a statement asserts, once for each thing that it asserts. */
export interface Asserted {
  /** The statement itself, or a part of it with an id of its own: its span and quote are the part's. */
  readonly statement: ReportStatement;
  /** What of its words is said of nothing else: statements are held against each other by these. */
  readonly words: string;
  /** Whom or what a part is said of, where that stands before it. */
  readonly of?: string;
  /** What it speaks of, whatever the words, and the sorts of it that it names: see `matters/frames.ts`. */
  readonly matter?: string;
  readonly sorts?: readonly string[];
  /** All matters that its words affirm, also those of which nobody else speaks. */
  readonly speaks?: readonly string[];
  /** Matters of which its figure says how many. */
  readonly counts?: readonly string[];
  /** It stands for its matter alone: its words are a statement's that is told besides. */
  readonly part?: true;
  /** A denial of what this earlier statement of the report says. */
  readonly answers?: StatementId;
}

/** Where in the file each character of a quote stands; where markup stands between, they do not follow one another. */
export type Characters = (statement: ReportStatement) => readonly number[] | undefined;

const HIDDEN_ROOM = 'hidden-room';
const FINDING = /\b(?:f[io]u?nd|discover|locat|uncover)|(?:عثر|عثور|وجدت|اكتش)/u;

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
export function assertedBy(
  statements: readonly ReportStatement[],
  shared: ReadonlySet<string>,
  characters?: Characters,
): Asserted[] {
  const counted = new Map<string, Set<string>>();
  for (const { start, end, figure } of statements)
    if (figure && figure.value !== 0) {
      const key = `${start} ${end}`;
      counted.set(key, (counted.get(key) ?? new Set<string>()).add(figure.measure));
    }
  const told = new Map<string, number>();
  const asserted: Asserted[] = [];
  for (const statement of statements) {
    const { quote, start, end } = statement;
    const offsets = quote.length === end - start ? undefined : characters?.(statement);
    const placed = quote.length === end - start || offsets !== undefined;
    const parts = placed ? assertionsOf(statement) : [];
    const at = (place: number): number => (offsets ? offsets[place]! : start + place);
    const inFile = (span: Span): Span => ({ start: at(span.start), end: at(span.end - 1) + 1 });
    const bearing = placed
      ? mattersOf(statement).filter(
          ({ frame }) =>
            shared.has(frame.matter) &&
            !(frame.counts ?? []).some((measure) => counted.get(`${start} ${end}`)?.has(measure)),
        )
      : [];
    const apart = parts.length > 0 ? takenApart(statement, parts, inFile) : [{ statement, words: quote }];
    const affirmed = placed ? mattersOf(statement).filter((matter) => affirms(statement, matter)) : [];
    const affirmedIn = ({ statement: part }: Asserted): readonly string[] =>
      affirmed
        .filter((matter) => inFile(matter).start < part.end && inFile(matter).end > part.start)
        .map(({ frame }) => frame.matter);
    const numbered = statement.figure ? countedBy(statement).map(({ frame }) => frame.matter) : [];
    for (const part of withMatters(apart, statement, bearing, inFile)) {
      const each = {
        ...part,
        ...(numbered.length > 0 && part.statement.figure && !part.part && { counts: numbered }),
        ...(!part.part && affirmed.length > 0 && { speaks: affirmedIn(part) }),
      };
      const { start: from, end: to, id } = each.statement;
      // Two figures of one sentence are two statements of the same words: what else it says is said once.
      const key = each.matter !== undefined && each.part ? `${from} ${to} ${each.matter}` : `${from} ${to}`;
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

interface Spoken {
  readonly told: readonly Matter[];
  readonly counted: readonly Matter[];
}

const spokenOf = new WeakMap<ReportStatement, Spoken>();
/** The matters of a statement, those apart of which its figure says how many; "many" and "none" say nothing more. */
function spokenBy(statement: ReportStatement): Spoken {
  const before = spokenOf.get(statement);
  if (before) return before;
  const { figure, stance, quote } = statement;
  const open = !figure || figure.value === 0 || quantityOf(statement)?.key === 'vague:0';
  // "None of the cells": nothing is said of people.
  const ofThings = figure?.value === 0 && figure.unit !== 'person';
  const all = mattersIn(quote, stance === 'denies' ? 'denies' : 'other').filter(
    ({ frame }) => !ofThings || frame.counts === undefined,
  );
  // "60,000 people could be below": what is counted is told by the matter.
  const tells = ({ frame }: Matter): boolean =>
    !open &&
    frame.counts !== undefined &&
    (frame.counts.includes(figure.measure) || figure.measure === 'people');
  const spoken = { told: all.filter((matter) => !tells(matter)), counted: all.filter(tells) };
  spokenOf.set(statement, spoken);
  return spoken;
}

const affirms = ({ stance }: ReportStatement, { frame, negated }: Matter): boolean =>
  !negated && (stance !== 'denies' || frame.negative === true);

/** The matters of a statement that its figure does not tell. */
export const mattersOf = (statement: ReportStatement): readonly Matter[] => spokenBy(statement).told;
const countedBy = (statement: ReportStatement): readonly Matter[] => spokenBy(statement).counted;

/** The parts of a statement, each with the matter that it speaks of; what no part can carry becomes a part. */
function withMatters(
  parts: readonly Asserted[],
  statement: ReportStatement,
  matters: readonly Matter[],
  inFile: (span: Span) => Span,
): Asserted[] {
  const all = [...parts];
  const taken = new Set<string>();
  const clauses = matters.map((matter) => clauseOf(statement.quote, matter, taken));
  for (const [n, matter] of matters.entries()) {
    const { frame, sorts, negated } = matter;
    if (all.some((each) => each.matter === frame.matter)) continue;
    const place = inFile(matter);
    // What two clauses say of two matters is told in the words of each.
    const apart = clauses.some((other) => other.end <= clauses[n]!.start || other.start >= clauses[n]!.end);
    const carrier =
      negated || apart
        ? -1
        : all.findIndex(
            (each) =>
              each.matter === undefined &&
              !each.statement.figure &&
              each.statement.start <= place.start &&
              each.statement.end >= place.end,
          );
    if (carrier >= 0) {
      all[carrier] = { ...all[carrier]!, matter: frame.matter, sorts };
      continue;
    }
    const { quote, stance, hedges } = statement;
    const span = clauseOf(quote, matter, taken);
    taken.add(`${span.start} ${span.end}`);
    const { figure: _figure, ...bare } = statement;
    const where = inFile(span);
    all.push({
      statement: {
        ...bare,
        ...where,
        id: partOfStatement(statement.id, span),
        quote: quote.slice(span.start, span.end),
        stance: negated ? 'denies' : stance,
        hedges: hedges.filter((hedge) => hedge.start < where.end && hedge.end > where.start),
      },
      words: quote.slice(span.start, span.end),
      matter: frame.matter,
      sorts,
      part: true,
    });
  }
  return all;
}

/** Where a clause ends: a mark, or a word that opens the next. */
const BOUNDARY =
  /(?<!\d)[.,]|[.,](?!\d)|[;:!?،؛…«»“”"–—\n]|\s(?:but|while|which|where|amid|(?<!\bas\s\p{L}+\s)as (?!(?:many|much|few|well|far|long|soon|if|a|an)\b)|and (?=(?:was|were|is|are|has|have|had)\b))/gu;

/** The clause around some words; where that is another part's already, the words alone or the next longer run. */
function clauseOf(quote: string, { start, end }: Span, taken: ReadonlySet<string>): Span {
  let [from, to] = [0, quote.length];
  for (const mark of quote.matchAll(BOUNDARY)) {
    if (mark.index + mark[0].length <= start) from = mark.index + mark[0].length;
    else if (mark.index >= end && mark.index < to) to = mark.index;
  }
  while (from < start && quote[from] === ' ') from++;
  while (to > end && quote[to - 1] === ' ') to--;
  const free = (span: Span): boolean => !taken.has(`${span.start} ${span.end}`);
  if (free({ start: from, end: to })) return { start: from, end: to };
  let span = { start, end };
  while (!free(span) && span.end < quote.length) span = { start, end: span.end + 1 };
  return span;
}

function takenApart(
  statement: ReportStatement,
  parts: readonly Assertion[],
  inFile: (span: Span) => Span,
): Asserted[] {
  const { quote, figure, stance, hedges } = statement;
  const beside = stance === 'denies' ? [] : parts.filter(({ kind }) => kind === 'beside');
  const alone = parts.find((part) => part.alone);
  // "Found no hidden cells" tells of a search: what it says of the cells is a relation between two claims.
  const within = alone
    ? []
    : parts.filter(
        ({ kind, negated }) => kind !== 'beside' && !(negated && stance !== 'denies' && FINDING.test(quote)),
      );
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
      ...(alone && !alone.negated && whole && { matter: HIDDEN_ROOM, part: true as const }),
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
      ...(thing && { matter: HIDDEN_ROOM, part: true as const }),
    });
  }
  return asserted;
}

/** Where the words before a part end, without what joins the two. */
function endOfWords(quote: string, at: number): number {
  const before = quote
    .slice(0, at)
    .replace(
      /(?:[\s,;،؛–—-]|\b(?:and|but|before|after|amid|over|despite|following|growing|mounting)(?=\s*$))+$/u,
      '',
    );
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
