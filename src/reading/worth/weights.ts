import type { Signal } from './signals.ts';

/** Odds that a statement without any signal is worth it; the natural logarithm, as all here. */
export const AT_FIRST = -0.27;
/** What each signal adds. Written by `node bench/reading/learn-worth.ts --write`. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  arabic: 0.89,
  unattributed: -1.56,
  'unattributed, of the matter': 1.14,
  'two words of the matter': 0.86,
  speech: 0.3,
  quoted: -0.66,
  'vague amount': 0.23,
  'proper name': 0.55,
  placed: 0.33,
  'word of time': 0.62,
  'past form': 0.3,
  have: 0.41,
  be: 0.25,
  modal: -0.21,
  verbless: -0.12,
  doubted: 0.53,
  denied: 1.03,
  'second person': -1.23,
  'of anybody': -0.61,
  pointing: -0.49,
  feeling: -0.59,
  'leans on a clause': -0.44,
  'piece of a sentence': -0.68,
  post: 0.38,
  'near the end': -0.33,
};
