import type { Signal } from './signals.ts';

/** Odds that a statement without any signal is worth it; the natural logarithm, as all here. */
export const AT_FIRST = -0.32;
/** What each signal adds. Written by `node bench/reading/learn-worth.ts --write`. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  arabic: 0.86,
  unattributed: -1.48,
  'unattributed, of the matter': 1.1,
  'two words of the matter': 0.86,
  speech: 0.37,
  quoted: -0.67,
  'vague amount': 0.25,
  'proper name': 0.53,
  placed: 0.33,
  'word of time': 0.63,
  'past form': 0.3,
  have: 0.4,
  be: 0.28,
  modal: -0.23,
  verbless: -0.23,
  doubted: 0.51,
  denied: 1.02,
  'second person': -1.23,
  'of anybody': -0.69,
  pointing: -0.53,
  feeling: -0.53,
  'leans on a clause': -0.4,
  'piece of a sentence': -0.66,
  post: 0.52,
  'near the end': -0.35,
};
