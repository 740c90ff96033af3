import type { Figure } from '../model/index.ts';
import { isVagueQuantity } from './number-words.ts';
import type { Token } from './tokens.ts';
import { type Candidate, signalsOf } from './worth/signals.ts';
import { AT_FIRST, WEIGHTS } from './worth/weights.ts';

/** Turns of phrase that judge, sum up or lead over rather than report. */
const RHETORIC =
  /\b(?:comes amid|it comes as|comes as|legacy|symboli[sz]e[sd]?|underscores?|synonymous|forever|remembered as|signals the|testament to|deals a blow|hopes rise|challenges remain|shattered nation|marks? the end|marked the end|the end of|speaks? out|spoken out|iron fist|reign of|left (?:vulnerable|shocked)|lightning (?:campaign|offensive)|notorious|infamous|one of the first)\b/i;
const ADVICE =
  /^(?:here'?s|what we know|read|watch|see|find out|click|follow|if you|for more|do you|have you|please|contact)\b/i;

/** Whether an unattributed sentence without a figure may state something: it is no question, advice or lead-over. */
export const isCheckable = (text: string, tokens: readonly Token[]): boolean =>
  tokens.length >= 5 && !/[?؟]$/.test(text) && !ADVICE.test(text) && !RHETORIC.test(text);

/** A number that is printed, or a vague one ("dozens"); "some" and "many" give none. Such statements are always made. */
export const givesNumber = (text: string, figure: Figure | undefined): boolean =>
  figure !== undefined &&
  (figure.value !== undefined ||
    text.slice(figure.start, figure.end).toLowerCase().split(/\s+/).some(isVagueQuantity));

/**
 * Whether a careful reader would check what is stated without a number: logistic regression over two dozen signals. The
 * weights were learned from reports annotated by hand (`node bench/reading/learn-worth.ts`).
 */
export function isWorthStating(candidate: Candidate): boolean {
  let odds = AT_FIRST;
  for (const signal of signalsOf(candidate)) odds += WEIGHTS[signal];
  return odds >= WORTH_FROM;
}

/** Most F1 where a statement is kept whose chance is a little under half of the F1 reached; the natural logarithm of odds. */
export const WORTH_FROM = -0.6;
