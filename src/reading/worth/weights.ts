import type { Signal } from './signals.ts';

/** Odds that a statement without any signal is worth it; the natural logarithm, as all here. */
export const AT_FIRST = -0.26;
/** What each signal adds. Written by `node bench/reading/learn-worth.ts --write`. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  arabic: 0.87,
  unattributed: -1.47,
  'unattributed, of the matter': 1.11,
  'two words of the matter': 0.86,
  speech: 0.39,
  quoted: -0.75,
  'vague amount': 0.35,
  'proper name': 0.61,
  placed: 0.37,
  'word of time': 0.63,
  'past form': 0.3,
  have: 0.48,
  be: 0.22,
  modal: -0.23,
  verbless: -0.24,
  doubted: 0.51,
  denied: 0.92,
  'second person': -1.26,
  'of anybody': -0.67,
  pointing: -0.49,
  feeling: -0.55,
  'leans on a clause': -0.45,
  'piece of a sentence': -0.84,
  post: 0.42,
  'near the end': -0.25,
};
