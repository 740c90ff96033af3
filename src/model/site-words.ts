/** The closed words of a search. */
export const SEARCH_METHODS = [
  'walk-through',
  'dog',
  'acoustic',
  'endoscope',
  'ground-radar',
  'breaking',
] as const;
export type SearchMethod = (typeof SEARCH_METHODS)[number];
/** How a source knows what it says. */
export const HOW_KNOWN = ['saw', 'held-there', 'told', 'read', 'unknown'] as const;
export type HowKnown = (typeof HOW_KNOWN)[number];
export const SEARCH_RESULTS = ['nothing', 'signs', 'found'] as const;
/** What became of signs that were reported; until somebody says, they stand open. */
export const SIGN_STATES = ['confirmed', 'false'] as const;
