import type { Figure } from '../../model/index.ts';
import { type Measure, measureOfPeople, stripArabicPrefix } from '../measures.ts';
import { isVagueQuantity } from '../number-words.ts';
import type { Token } from '../tokens.ts';
import { countedAfter } from './counted.ts';
import { isDateOrTime } from './date-or-time.ts';
import { type Quantity, signWithin } from './quantity.ts';
import { VAGUE_DETERMINERS } from './vague.ts';
import { CURRENCIES, LABELS, PEOPLE_UNITS, STRONG_VERBS } from './words.ts';

export interface ReadFigure extends Figure {
  readonly measure: Measure;
  /** "500 more": on top of another figure. */
  readonly increment?: boolean;
}

export function figureOf(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
): ReadFigure | undefined {
  const { from, to } = quantity;
  const firstNumber = tokens[from]!;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  const span = { start: firstNumber.start, end: tokens[to - 1]!.end };
  const values = {
    ...(quantity.value === undefined ? {} : { value: quantity.value }),
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
  };
  const made = (unit: string, measure: Measure, increment = false): ReadFigure => ({
    ...span,
    op: quantity.op,
    ...values,
    unit,
    measure,
    ...(increment ? { increment } : {}),
  });

  // Money: a sign before, or a currency's name behind.
  const sign =
    CURRENCIES.get(tokens[from]!.lower) ??
    CURRENCIES.get(before) ??
    (quantity.digits ? signWithin(tokens, from, to) : undefined);
  if (sign) {
    const start = CURRENCIES.get(before) ? tokens[from - 1]!.start : span.start;
    return { ...made(sign, isReward(lower) ? 'reward' : 'money'), start };
  }
  if (!quantity.vague) {
    if (isDateOrTime(tokens, lower, quantity)) return undefined;
    if (LABELS.has(before) && quantity.digits && (quantity.value ?? 0) < 10_000 && quantity.op === 'eq') {
      if (before !== 'day' || from === 1) return undefined;
    }
    if (
      before === '/' ||
      after === '/' ||
      before === '#' ||
      (before === '.' && from > 1 && tokens[from - 1]!.end === firstNumber.start)
    )
      return undefined;
    if (from === 0 && (after === '.' || after === ')') && quantity.digits && (quantity.value ?? 0) < 100)
      return undefined;
  }
  const increment =
    lower[to - 1] === 'more' || after === 'more' || after === 'additional' || after === 'إضافيين';
  const counted = countedAfter(tokens, to, quantity.vague && quantity.op !== 'vague' ? 3 : 6);
  if (quantity.value === 1 && quantity.words && !quantity.high) {
    // "one of", "one by one", "one day": idioms; "one man" is a figure.
    if (
      !counted ||
      counted.at > to + 1 ||
      !PEOPLE_UNITS.has(counted.unit) ||
      after === 'of' ||
      before === 'by' ||
      before === 'no'
    )
      return undefined;
  }
  if (before === 'no' && quantity.vague) return undefined;
  if (VAGUE_DETERMINERS.has(stripArabicPrefix(firstNumber.lower)) || quantity.op === 'all') {
    const limit = ['some', 'few', 'various', 'بعض', 'كل', 'جميع', 'all', 'every'].includes(firstNumber.lower)
      ? 3
      : 4;
    if (
      !counted ||
      counted.at >= to + limit ||
      counted.measure === 'count' ||
      ['time', 'day', 'week', 'month', 'year', 'hour'].includes(counted.unit)
    ) {
      if (!(firstNumber.lower === 'some' && after === 'of' && lower[to + 1] === 'whom')) return undefined;
      return made('person', measureOfPeople(withoutNames(tokens, lower), from));
    }
    if (
      quantity.op === 'all' &&
      (!PEOPLE_UNITS.has(counted.unit) ||
        (firstNumber.lower !== 'all' && firstNumber.lower.charCodeAt(0) < 0x600))
    )
      return undefined;
  }
  if (!counted) {
    if (after === 'percent' || after === '%') return made('percent', 'share');
    // "Another 300", "300 others", «ثلاثمئة آخرين»: of those just spoken of.
    const others = OTHERS.has(after) || OTHERS.has(before) || lower[to - 1] === 'more';
    const fate = others && !quantity.vague ? measureOfPeople(withoutNames(tokens, lower), from) : 'people';
    if (fate !== 'people') return made('person', fate, true);
    if (quantity.words && (quantity.value ?? 0) < 3) return undefined;
    const vagueCrowd =
      quantity.vague &&
      isVagueQuantity(
        stripArabicPrefix(tokens[to - 1]!.lower === 'more' ? tokens[to - 2]!.lower : tokens[to - 1]!.lower),
      );
    const near = lower
      .slice(Math.max(0, from - 6), to + 8)
      .some((word) => STRONG_VERBS.has(word) || STRONG_VERBS.has(stripArabicPrefix(word)));
    if (vagueCrowd && !near && measureOfPeople(withoutNames(tokens, lower), from) === 'people')
      return undefined;
    if (vagueCrowd || near) {
      if (
        !vagueCrowd &&
        quantity.value !== undefined &&
        quantity.digits &&
        quantity.value >= 1900 &&
        quantity.value <= 2100 &&
        !/[,٬،]/.test(tokens[from]!.text)
      )
        return undefined;
      return made('person', measureOfPeople(withoutNames(tokens, lower), from), increment);
    }
    return undefined;
  }
  if (counted.unit === 'percent' || counted.measure === 'share') return made('percent', 'share');
  if (counted.measure === 'money') {
    return made(counted.unit, isReward(lower) ? 'reward' : 'money');
  }
  if (counted.measure === 'times')
    return quantity.vague || (quantity.value ?? 0) >= 1e5 ? undefined : made('time', 'times');
  if (counted.measure === 'duration') {
    if (quantity.vague && !isVagueQuantity(firstNumber.lower)) return undefined;
    return made(
      counted.unit,
      /old$/.test(lower[counted.at + 1] ?? '') ||
        /-old$/.test(lower[counted.at] ?? '') ||
        lower[counted.at + 1] === 'العمر'
        ? 'age'
        : 'duration',
    );
  }
  if (
    quantity.digits &&
    quantity.value !== undefined &&
    quantity.value >= 1900 &&
    quantity.value <= 2100 &&
    quantity.op === 'eq' &&
    counted.at > to &&
    !/[,٬،]/.test(firstNumber.text)
  )
    return undefined;
  if (counted.unit === 'person' || counted.unit === 'family') {
    const measure = measureOfPeople(withoutNames(tokens, lower), from);
    return made(counted.unit, measure, increment);
  }
  return made(counted.unit, counted.measure, increment);
}

/** Money for whoever helps: a reward by name, or offered to anyone who knows something. */
const isReward = (lower: readonly string[]): boolean =>
  lower.some((word) => /^(?:rewards?|bounty)$/.test(word) || /مكاف[أا]ة/u.test(word)) ||
  (lower.some((word) => /^offer(?:s|ed|ing)?$/.test(word)) &&
    lower.some((word) => /^(?:anyone|anybody|whoever|information|tips?)$/.test(word)));

const OTHERS = new Set('more others other another further آخرين آخرون آخرا آخران غيرهم'.split(' '));

/** The words of a clause; those of names are left out: an "Association of Former Detainees" detains nobody. */
function withoutNames(tokens: readonly Token[], lower: readonly string[]): readonly string[] {
  const high = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.filter(high).length * 2 > words.length) return lower;
  return lower.map((word, at) =>
    at > 0 && high(tokens[at]) && (high(tokens[at - 1]) || high(tokens[at + 1])) ? '' : word,
  );
}
