import type { FigureOperator } from '../../model/index.ts';

import { ARABIC_AFTER, ARABIC_MODIFIERS } from '../arabic/amount-modifiers.ts';

/** Modifiers before a number, longest first, and what they make of it. */
const BEFORE: readonly [words: readonly string[], op: FigureOperator][] = (
  [
    ['more than', 'gt'],
    ['upwards of', 'gt'],
    ['in excess of', 'gt'],
    ['greater than', 'gt'],
    ['over', 'gt'],
    ['above', 'gt'],
    ['exceeding', 'gt'],
    ['at least', 'ge'],
    ['no fewer than', 'ge'],
    ['no less than', 'ge'],
    ['not less than', 'ge'],
    ['a minimum of', 'ge'],
    ['minimum of', 'ge'],
    ['fewer than', 'lt'],
    ['less than', 'lt'],
    ['under', 'lt'],
    ['below', 'lt'],
    ['just under', 'lt'],
    ['just over', 'gt'],
    ['well over', 'gt'],
    ['well above', 'gt'],
    ['slightly more than', 'gt'],
    ['a little over', 'gt'],
    ['a little more than', 'gt'],
    ['a bit over', 'gt'],
    ['far more than', 'gt'],
    ['many more than', 'gt'],
    ['upward of', 'gt'],
    ['north of', 'gt'],
    ['a little under', 'lt'],
    ['slightly fewer than', 'lt'],
    ['slightly under', 'lt'],
    ['well under', 'lt'],
    ['well below', 'lt'],
    ['far fewer than', 'lt'],
    ['as few as', 'ge'],
    ['at the very least', 'ge'],
    ['at the least', 'ge'],
    ['at a minimum', 'ge'],
    ['at the most', 'le'],
    ['at the very most', 'le'],
    ['as far as', 'le'],
    ['anything up to', 'le'],
    ['just shy of', 'approx'],
    ['close on', 'approx'],
    ['not far short of', 'approx'],
    ['something like', 'approx'],
    ['in the region of', 'approx'],
    ['getting on for', 'approx'],
    ['as many as', 'le'],
    ['as much as', 'le'],
    ['up to', 'le'],
    ['at most', 'le'],
    ['no more than', 'le'],
    ['a maximum of', 'le'],
    ['not more than', 'le'],
    ['around', 'approx'],
    ['about', 'approx'],
    ['approximately', 'approx'],
    ['roughly', 'approx'],
    ['nearly', 'approx'],
    ['almost', 'approx'],
    ['close to', 'approx'],
    ['an estimated', 'approx'],
    ['estimated', 'approx'],
    ['some', 'approx'],
    ['circa', 'approx'],
    ['near', 'approx'],
    ['exactly', 'eq'],
    ['only', 'eq'],
    ['just', 'eq'],
    ...ARABIC_MODIFIERS,
  ] as [string, FigureOperator][]
)
  .map(([phrase, op]): [string[], FigureOperator] => [phrase.split(' '), op])
  .sort((a, b) => b[0].length - a[0].length);

export const BEFORE_BY_FIRST: ReadonlyMap<string, typeof BEFORE> = Map.groupBy(
  BEFORE,
  ([words]) => words[0]!,
);

export const AFTER: readonly (readonly [words: readonly string[], op: FigureOperator])[] = [
  [['or', 'more'], 'ge'],
  [['or', 'so'], 'approx'],
  [['or', 'thereabouts'], 'approx'],
  [['or', 'fewer'], 'le'],
  [['or', 'less'], 'le'],
  [['at', 'most'], 'le'],
  [['at', 'the', 'most'], 'le'],
  [['at', 'the', 'least'], 'ge'],
  [['at', 'the', 'very', 'least'], 'ge'],
  [['at', 'a', 'minimum'], 'ge'],
  [['at', 'least'], 'ge'],
  ...ARABIC_AFTER,
];

/** What words up to two behind `at` make of an amount: «شخصاً على الأقل», "people at least"; "at the very least" a clause later. */
export function operatorAfter(lower: readonly string[], at: number): FigureOperator | undefined {
  const least = lower.indexOf('least', at);
  if (least > 0 && least < at + 10 && lower[least - 1] === 'very' && !lower.slice(at, least).includes(','))
    return 'ge';
  for (let from = at; from < at + 3; from++) {
    const found = AFTER.find(([words]) => words.every((word, ahead) => lower[from + ahead] === word));
    if (found) return found[1];
  }
  return undefined;
}
