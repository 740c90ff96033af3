import type { FigureOperator } from '../../model/index.ts';
import { BELOW_LETTERS, HYPHENED, NOT_LATIN, wordClass } from '../classes.ts';
import { stripArabicPrefix } from '../measures.ts';
import { isVagueQuantity, NUMBER_OPENERS, readNumber, VAGUE } from '../number-words.ts';
import { asciiDigits, type Token } from '../tokens.ts';
import { AFTER, BEFORE_BY_FIRST } from './modifiers.ts';
import { VAGUE_OPENERS, vagueAt } from './vague.ts';
import { CURRENCIES, QUOTES } from './words.ts';

export interface Quantity {
  /** Tokens `[from, to)`, modifiers included. */
  readonly from: number;
  readonly to: number;
  readonly op: FigureOperator;
  readonly value?: number;
  readonly high?: number;
  readonly digits: boolean;
  readonly words: boolean;
  readonly vague: boolean;
}

const OPENER = wordClass(BEFORE_BY_FIRST.keys(), CURRENCIES.keys(), NUMBER_OPENERS, VAGUE, VAGUE_OPENERS, [
  'between',
  'from',
]);
const MAYBE = BELOW_LETTERS | NOT_LATIN | HYPHENED;

/** A cheap look at a token: no quantity begins at most. */
export const mayBeginQuantity = (token: Token): boolean =>
  token.kind === 'number' ||
  (token.classes & OPENER) !== 0 ||
  (token.kind === 'word' && (token.classes & MAYBE) !== 0);

export function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const modifier = modifierAt(tokens, at);
  const from = at;
  let number = at;
  let op: FigureOperator = 'eq';
  if (modifier) {
    op = modifier.op;
    number = at + modifier.length;
    const again = modifierAt(tokens, number);
    if (again) number += again.length;
    while (QUOTES.has(tokens[number]?.lower ?? '')) number++;
    if ((tokens[number]?.lower === 'a' || tokens[number]?.lower === 'an') && !readNumber(tokens, number))
      number++;
  }
  if (
    tokens[number]?.lower === 'between' ||
    tokens[number]?.lower === 'from' ||
    tokens[number]?.lower === 'بين' ||
    tokens[number]?.lower === 'من'
  ) {
    const range = rangeAt(tokens, number);
    if (range) return { ...range, from };
  }
  const currencyFirst =
    CURRENCIES.get(tokens[number]?.lower ?? '') !== undefined && tokens[number + 1]?.kind === 'number';
  const start = currencyFirst ? number + 1 : number;
  const vague = vagueAt(tokens, number, modifier !== undefined);
  if (vague) return { ...vague, from };
  const read = readNumber(tokens, start);
  if (!read) return undefined;
  let to = start + read.taken;
  let high: number | undefined;
  const low = read.value;
  const joint = tokens[to]?.lower ?? '';
  if (
    ['to', '-', '–', '—', 'إلى', 'الى', 'or', 'أو'].includes(joint) &&
    (joint.length > 1 || /\d/.test(tokens[to + 1]?.text ?? ''))
  ) {
    const second = readNumber(tokens, to + (CURRENCIES.get(tokens[to + 1]?.lower ?? '') ? 2 : 1));
    if (
      second &&
      second.value > low &&
      (second.digits === read.digits || second.value <= 12) &&
      tokens[to + 1]?.lower !== 'a'
    ) {
      high = second.value;
      to += 1 + second.taken;
    }
  }
  for (const [words, result] of AFTER) {
    if (words.every((word, index) => tokens[to + index]?.lower === word)) {
      op = result;
      to += words.length;
      break;
    }
  }
  if (tokens[to]?.lower === '+' || tokens[to]?.lower === '-plus') {
    op = 'ge';
    to++;
  }
  // A scale word's multiple shares it: "5 to 7 million".
  return {
    from: modifier ? from : currencyFirst ? number : start,
    to,
    op: high === undefined ? op : 'range',
    value: low,
    ...(high === undefined ? {} : { high }),
    digits: read.digits,
    words: !read.digits,
    vague: false,
  };
}

function modifierAt(
  tokens: readonly Token[],
  at: number,
): { op: FigureOperator; length: number } | undefined {
  const first = tokens[at]?.lower;
  if (first === undefined) return undefined;
  const candidates =
    BEFORE_BY_FIRST.get(first) ??
    (first.charCodeAt(0) >= 0x600 ? BEFORE_BY_FIRST.get(stripArabicPrefix(first)) : undefined);
  if (!candidates) return undefined;
  for (const [words, op] of candidates) {
    let matches = true;
    for (let index = 1; index < words.length && matches; index++)
      matches = tokens[at + index]?.lower === words[index];
    if (!matches) continue;
    let next = at + words.length;
    while (
      QUOTES.has(tokens[next]?.lower ?? '') ||
      tokens[next]?.lower === 'a' ||
      tokens[next]?.lower === 'an'
    )
      next++;
    const follows = tokens[next];
    if (!follows) continue;
    if (
      follows.kind === 'number' ||
      CURRENCIES.get(follows.lower) ||
      isVagueQuantity(follows.lower) ||
      readNumber(tokens, next) ||
      modifierAhead(tokens, next)
    ) {
      return { op, length: words.length };
    }
  }
  return undefined;
}

const modifierAhead = (tokens: readonly Token[], at: number): boolean =>
  ['between', 'around', 'about', 'an', 'estimated', 'نحو', 'حوالي'].includes(tokens[at]?.lower ?? '') &&
  (tokens[at + 1]?.kind === 'number' || readNumber(tokens, at + 1) !== undefined);

function rangeAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const start = at + 1 + (CURRENCIES.get(tokens[at + 1]?.lower ?? '') ? 1 : 0);
  const low = readNumber(tokens, start);
  if (!low) return undefined;
  let joint = start + low.taken;
  const word = tokens[joint]?.lower ?? '';
  if (!['and', 'to', 'إلى', 'الى', 'و', '-', '–'].includes(word)) {
    if (!word.startsWith('و')) return undefined;
    joint--;
  }
  const second = joint + 1 + (CURRENCIES.get(tokens[joint + 1]?.lower ?? '') ? 1 : 0);
  const high = readNumber(tokens, second);
  if (!high || high.value <= low.value) return undefined;
  let value = low.value;
  // "between 5 and 7 thousand"
  const scale =
    high.taken > low.taken && high.digits
      ? high.value / Math.max(1, Number(asciiDigits(tokens[second]!.text).replace(/\D/g, '')))
      : 1;
  if (scale >= 1000 && value < 1000) value *= scale;
  return {
    from: at,
    to: second + high.taken,
    op: 'range',
    value,
    high: high.value,
    digits: low.digits || high.digits,
    words: false,
    vague: false,
  };
}

export function signWithin(tokens: readonly Token[], from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const currency = CURRENCIES.get(tokens[at]!.lower);
    if (currency) return currency;
  }
  return undefined;
}
