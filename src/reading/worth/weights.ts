import type { Signal } from './signals.ts';

/** Odds that a statement without any signal is worth it; the natural logarithm, as all here. */
export const AT_FIRST = -0.85;
/** What each signal adds. Written by `node bench/reading/learn-worth.ts --write`. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  arabic: 1.03,
  unattributed: -1.23,
  'unattributed, of the matter': 1.16,
  'two words of the matter': 0.88,
  speech: 0.63,
  quoted: -0.68,
  'vague amount': 0.59,
  'proper name': 0.52,
  placed: 0.21,
  'word of time': 0.86,
  'past form': 0.46,
  have: 0.5,
  be: 0.36,
  modal: -0.46,
  verbless: -0.22,
  doubted: 0.66,
  denied: 1.12,
  'second person': -0.74,
  'of anybody': -0.56,
  pointing: -0.56,
  feeling: -0.7,
  'leans on a clause': -0.54,
  'piece of a sentence': -0.58,
  post: 0.62,
  'near the end': -0.43,
};
