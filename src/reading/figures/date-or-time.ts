import { MONTHS_AR } from '../arabic/words.ts';
import { MONTHS, WEEKDAYS } from '../english/words.ts';
import { stripArabicPrefix, unitOfNoun } from '../measures.ts';
import type { Token } from '../tokens.ts';
import type { Quantity } from './quantity.ts';

const CLOCK = new Set([
  'am',
  'pm',
  'a.m',
  'p.m',
  'a.m.',
  'p.m.',
  "o'clock",
  'gmt',
  'صباحا',
  'مساء',
  'ظهرا',
  'صباحاً',
  'مساءً',
  'بتوقيت',
]);

const YEAR_BEFORE = new Set(
  'in since until by of from between and to during year mid early late before after عام سنة العام منذ حتى عامي و بين في إلى لعام بعام'.split(
    ' ',
  ),
);

export function isDateOrTime(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
): boolean {
  const { from, to, value } = quantity;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  const plainNumber = tokens[to - 1]!.text;
  if (value === undefined) return false;
  if (
    CLOCK.has(after) ||
    (after === ':' && tokens[to + 1]?.kind === 'number') ||
    (before === ':' && tokens[from - 2]?.kind === 'number')
  )
    return true;
  if (
    isMonth(before) ||
    isMonth(stripArabicPrefix(before)) ||
    (isMonth(after) && value <= 31) ||
    (after === 'of' && isMonth(lower[to + 1] ?? ''))
  )
    return value <= 2100;
  if (
    ['/', '-', '.'].includes(after) &&
    tokens[to]!.start === tokens[to - 1]!.end &&
    tokens[to + 1]?.kind === 'number' &&
    ['/', '-', '.'].includes(lower[to + 2] ?? '')
  )
    return true;
  if (['/', '-', '.'].includes(before) && tokens[from - 1]!.end === tokens[from]!.start) return true;
  const yearLike =
    value >= 1800 &&
    value <= 2100 &&
    Number.isInteger(value) &&
    !/[,٬،.]/.test(plainNumber) &&
    quantity.digits;
  if (!yearLike)
    return (
      (WEEKDAYS.has(before) || before === 'الساعة' || before === 'at') &&
      value <= 31 &&
      !/[a-z]/.test(after.slice(0, 1)) &&
      after !== ''
    );
  if (quantity.high !== undefined && quantity.high >= 1800 && quantity.high <= 2100) return true;
  if (YEAR_BEFORE.has(before) || YEAR_BEFORE.has(stripArabicPrefix(before))) return true;
  if (quantity.op !== 'eq') return false;
  return !unitOfNoun(after) && !unitOfNoun(lower[to + 1] ?? '');
}

const isMonth = (word: string): boolean => MONTHS.has(word) || MONTHS_AR.has(word);
