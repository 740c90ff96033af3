import { HYPHENED, wordClass } from './classes.ts';
import { type Known, mayBeMeant } from './figures/bare.ts';
import { figureOf, type ReadFigure } from './figures/figure-of.ts';
import { mayBeginQuantity, quantityAt } from './figures/quantity.ts';
import { AGE } from './figures/words.ts';
import { unitOfNoun } from './measures.ts';
import { asciiDigits, type Token } from './tokens.ts';

/**
 * The figures of one sentence: digits, number words and vague quantities, with what they count. Dates, clock times,
 * labels ("Room 12"), idioms ("one of", "one by one") and list numbers are none. `tokens` is one sentence or clause; `earlier` the figure
 * last read before it, which "them" and "the number" mean; `known` what the numbers given so far counted.
 */
export function figuresIn(tokens: readonly Token[], earlier?: ReadFigure, known?: Known): ReadFigure[] {
  const figures: ReadFigure[] = [];
  let lower: readonly string[] | undefined;
  let at = 0;
  while (at < tokens.length) {
    const quantity = mayBeginQuantity(tokens[at]!) ? quantityAt(tokens, at) : undefined;
    if (!quantity) {
      at++;
      continue;
    }
    lower ??= tokens.map((token) => token.lower);
    const figure = figureOf(tokens, lower, quantity, figures.findLast(mayBeMeant) ?? earlier, known);
    if (figure) figures.push(figure);
    at = Math.max(quantity.to, at + 1);
  }
  return figures;
}

/** One of these says that somebody came along. */
export const COMPANY = wordClass('accompanied supported assisted aided joined escorted helped'.split(' '));

/**
 * "Three teams, accompanied by a doctor": who comes along is counted by the article. Elsewhere it counts nobody: "a
 * rebel was heard".
 */
export function companionsIn(tokens: readonly Token[]): ReadFigure[] {
  const found: ReadFigure[] = [];
  tokens.forEach(({ classes }, at) => {
    if ((classes & COMPANY) === 0) return;
    const article = tokens[at + 2];
    if (tokens[at + 1]?.lower !== 'by' || !/^an?$/.test(article?.lower ?? '')) return;
    for (let noun = at + 3; noun < at + 6; noun++) {
      const unit = unitOfNoun(tokens[noun]?.lower ?? '');
      if (unit?.unit !== 'person') continue;
      found.push({
        start: article!.start,
        end: tokens[noun]!.end,
        op: 'eq',
        value: 1,
        unit: 'person',
        measure: 'people',
      });
      return;
    }
  });
  return found;
}

/** Figures within a hyphenated word: `63-year-old`, `24-year`. */
export function compoundFiguresIn(tokens: readonly Token[]): ReadFigure[] {
  const found: ReadFigure[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if ((token.classes & HYPHENED) === 0 || token.kind !== 'word' || token.text.length > 40) continue;
    const match = AGE.exec(asciiDigits(token.lower));
    if (!match || (match[3] && isByTheWay(tokens, at))) continue;
    const unit = match[2]!;
    const known = unitOfNoun(unit);
    found.push({
      start: token.start,
      end: token.end,
      op: 'eq',
      value: Number(match[1]),
      unit: known?.unit ?? unit,
      measure: match[3] ? 'age' : (known?.measure ?? 'count'),
    });
  }
  return found;
}

/** "The 61-year-old said", "Nadia Ferro, a 34-year-old nurse,": which one it is; nothing is told of the age. */
const isByTheWay = (tokens: readonly Token[], at: number): boolean => {
  const article = tokens[at - 1]?.lower ?? '';
  if (article === 'the' || article === 'this') return true;
  return article === 'a' && tokens[at - 2]?.lower === ',';
};
