import { LIKENESS } from './spellings.ts';

/** A spelling in the register that a word of the query may mean, and what finding it is worth, in bits. */
export interface TokenMatch {
  readonly code: number;
  readonly likeness: number;
  readonly weight: number;
  /** Share of rows that hold a spelling equal to the word. */
  readonly share: number;
}

/** How often a name is written so when it is remembered. */
const WRITTEN: readonly number[] = [0.8, 0.12, 0.04];
const IMAGINED_ROWS = 100;

/**
 * The rarer the spellings that equal the word, taken together, the more finding one is worth; a mere likeness is worth
 * as much less as it is seldom meant, and as more spellings are that like.
 */
export function weighTokens(
  found: readonly { readonly code: number; readonly likeness: number; readonly rows: number }[],
  rows: number,
): TokenMatch[] {
  const within = [0, 0, 0];
  for (const { likeness, rows: held } of found)
    for (let level = likeness; level <= LIKENESS.loose; level++) within[level]! += held;
  const shares = within.map((held) => Math.min(1, (held + 0.5) / (rows + IMAGINED_ROWS)));
  return found.map(({ code, likeness }) => ({
    code,
    likeness,
    weight: Math.max(0.3, Math.log2(WRITTEN[likeness]! / shares[likeness]!)),
    share: shares[LIKENESS.equal]!,
  }));
}
