import { figureOf, type ReadFigure } from './figures/figure-of.ts';
import { mayBeginQuantity, quantityAt } from './figures/quantity.ts';
import { AGE } from './figures/words.ts';
import { unitOfNoun } from './measures.ts';
import { asciiDigits, type Token } from './tokens.ts';

/**
 * The figures of one sentence: digits, number words and vague quantities, with what they count. Dates, clock times,
 * labels ("Room 12"), idioms ("one of", "one by one") and list numbers are none. `tokens` is one sentence.
 */
export function figuresIn(tokens: readonly Token[]): ReadFigure[] {
  const lower = tokens.map((token) => token.lower);
  const figures: ReadFigure[] = [];
  let at = 0;
  while (at < tokens.length) {
    const quantity = mayBeginQuantity(tokens[at]!) ? quantityAt(tokens, at) : undefined;
    if (!quantity) {
      at++;
      continue;
    }
    const figure = figureOf(tokens, lower, quantity);
    if (figure) figures.push(figure);
    at = Math.max(quantity.to, at + 1);
  }
  return figures;
}

/** Figures within a hyphenated word: `63-year-old`, `24-year`. */
export function compoundFiguresIn(tokens: readonly Token[]): ReadFigure[] {
  const found: ReadFigure[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length > 40 || !token.lower.includes('-')) continue;
    const match = AGE.exec(asciiDigits(token.lower));
    if (!match) continue;
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
