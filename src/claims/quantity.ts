import type { ReportStatement } from '../model/index.ts';

/** How many, as far as two reports' figures can be held against each other. */
export interface Quantity {
  /**
   * What makes two figures one: the number, both ends of a range, or the order of a vague quantity. "About", "more
   * than" and "as many as" the same number are the same figure, put more or less surely.
   */
  readonly key: string;
  readonly kind: 'number' | 'range' | 'vague' | 'all';
  /** Bounds of what the words can mean; `high` may be Infinity. */
  readonly low: number;
  readonly high: number;
  readonly value?: number;
  /** "400 more": on top of something said before. */
  readonly added: boolean;
  /** "There are not 80,000 people there": the number is named to say that it is not so. */
  readonly negated: boolean;
  /** "45 of those released": some of a number said elsewhere. */
  readonly part: boolean;
  /** "Never more than 60": no count, but what no count can exceed. */
  readonly ceiling?: true;
}

/** Vague quantities by their order of magnitude, largest phrase first. 0: no order at all ("many", "some"). */
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/hundreds of thousands|مئات (?:ال)?[آا]لاف/iu, 100_000],
  [/tens of thousands|عشرات (?:ال)?[آا]لاف/iu, 10_000],
  [/\bmillions\b|ملايين/iu, 1_000_000],
  [/\bthousands\b|(?<!\p{L})(?:ال)?[آا]لاف(?!\p{L})/iu, 1000],
  [/\bhundreds\b|(?<!\p{L})(?:ال)?مئات(?!\p{L})/iu, 100],
  [/\bscores\b/iu, 20],
  [/\bdozens\b|\btens of\b|(?<!\p{L})(?:ال)?عشرات(?!\p{L})/iu, 10],
];

const NUMBER = String.raw`(?:[\d٠-٩][\d٠-٩.,٬٫]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundreds?|thousands?|dozens?)`;
const ADDED = new RegExp(
  String.raw`${NUMBER}\s+(?:\p{L}+\s+)?(?:more|others?|additional|further)\b(?!\s+than)|\b(?:another|an additional|a further)\s+(?:\p{L}+\s+){0,2}${NUMBER}|(?:آخرين|آخرون|أخرى|إضافي)`,
  'iu',
);
/** "As many as" stands near its number; "no more than" does not. */
const TRUE_BOUND =
  /\b(?:no more than|not more than|fewer than|less than|at most|under|below)\b|لم يتجاوز|لا يتجاوز|لا يزيد|أقل من|دون ال/iu;

/** "Never held more than 60", "no more than 60 were ever held", «لم يتجاوز»: said of all times. */
const CEILING =
  /\b(?:never|at no time|no more than|not more than|fewer than|less than|ever)\b|لم يتجاوز|لا يتجاوز|لم يزد|لا يزيد|لم يتسع|لم يضم|يوما/iu;

/** The words of the figure itself, where the quote still holds them at their place; else the whole quote. */
function figureWords(statement: Pick<ReportStatement, 'figure' | 'quote' | 'start' | 'end'>): string {
  const { figure, quote, start, end } = statement;
  if (!figure) return quote;
  if (quote.length !== end - start) return quote;
  return quote.slice(figure.start - start, figure.end - start);
}

function vagueOrder(statement: ReportStatement): number {
  for (const words of [figureWords(statement), statement.quote])
    for (const [pattern, order] of VAGUE) if (pattern.test(words)) return order;
  return 0;
}

/** True where the figure comes on top of another: "around 400 more", "another 400". */
function isAdded(statement: ReportStatement): boolean {
  const { figure, quote, start, end } = statement;
  if (!figure) return false;
  const around =
    quote.length === end - start
      ? quote.slice(Math.max(0, figure.start - start - 20), figure.end - start + 24)
      : quote;
  return ADDED.test(around);
}

const PART =
  /^\s*(?:\p{L}+\s+)?of\s+(?:those|them|the|these|whom|his|her|its|their)\b|^\s*(?:\p{L}+\s+)?من\s+(?:بين|المفرج|هؤلاء|أصل|الذين)/iu;

/** True where the figure is some of another: "45 of those released". */
function isPart({ figure, quote, start, end }: ReportStatement): boolean {
  if (!figure || quote.length !== end - start) return false;
  return (
    PART.test(quote.slice(figure.end - start)) ||
    /\bof (?:those|them|these)\b/iu.test(figureWords({ figure, quote, start, end }))
  );
}

const NOT = /(?:\b(?:not|no|never)|n[’']t|لا يوجد|لا توجد|ليس|ليس هناك|لم يكن|لم يكن هناك)\s+(?:any\s+)?$/iu;
const BOUND = /^\s*(?:more|fewer|less|greater|over|above|under|below|أكثر|أقل)/iu;

function isNegated(statement: ReportStatement): boolean {
  const { figure, quote, start, end, stance } = statement;
  if (!figure || stance === 'denies' || quote.length !== end - start) return false;
  return NOT.test(quote.slice(0, figure.start - start)) && !BOUND.test(quote.slice(figure.start - start));
}

/** What the figure of a statement says; `undefined` where it has none. */
export function quantityOf(statement: ReportStatement): Quantity | undefined {
  const figure = statement.figure;
  if (!figure) return undefined;
  const added = isAdded(statement);
  const part = isPart(statement);
  const negated = isNegated(statement);
  const more = added ? '+' : '';
  if (figure.op === 'all')
    return { key: 'all', kind: 'all', low: 0, high: Number.POSITIVE_INFINITY, added, part, negated };
  if (figure.value === undefined) {
    const order = vagueOrder(statement);
    return {
      key: `vague:${order}`,
      kind: 'vague',
      low: order === 0 ? 1 : order,
      high: order === 0 ? Number.POSITIVE_INFINITY : order * 20,
      // "Thousands more" sets those apart from the ones before; it adds to no number.
      added: false,
      part,
      negated,
    };
  }
  const { value, high } = figure;
  if (figure.op === 'range' && high !== undefined && high !== value)
    return {
      key: `range:${value}-${high}${more}`,
      kind: 'range',
      low: value,
      high,
      value,
      added,
      part,
      negated,
    };
  const ceiling = (figure.op === 'le' || figure.op === 'lt') && CEILING.test(statement.quote);
  return {
    key: `${negated ? 'not-' : ceiling ? 'most-' : ''}number:${value}${more}`,
    kind: 'number',
    ...bounds(statement, value),
    value,
    added,
    part,
    negated,
    ...(ceiling && { ceiling }),
  };
}

function bounds(statement: ReportStatement, value: number): { low: number; high: number } {
  switch (statement.figure?.op) {
    case 'gt':
    case 'ge':
      return { low: value, high: Number.POSITIVE_INFINITY };
    case 'lt':
    case 'le':
      return { low: TRUE_BOUND.test(statement.quote) ? 0 : value / 2, high: value };
    case 'eq':
      return { low: value, high: value };
    default:
      return { low: value * 0.8, high: value * 1.2 };
  }
}

/** True where somebody has counted: a bare number that is not round. */
const isExact = ({ kind, low, high, value }: Quantity): boolean =>
  kind === 'number' && low === high && value !== undefined && value >= 20 && value % 10 !== 0;

/**
 * True where both cannot be true of one thing at one time: two exact counts that differ, else by more than the tenth of
 * the number that is left for rounding.
 */
export function disagree(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'all' || b.kind === 'all') return false;
  if (isExact(a) && isExact(b)) return a.value !== b.value;
  return a.low > b.high * 1.1 || b.low > a.high * 1.1;
}

/** True where `a` says the same as `b`, more narrowly. */
export function narrows(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'all' || b.kind === 'all' || disagree(a, b)) return false;
  return a.low >= b.low * 0.9 && a.high <= b.high * 1.1 && a.high - a.low < b.high - b.low;
}
