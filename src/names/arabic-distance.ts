import { ARABIC_LETTERS } from './fold-arabic.ts';
import { MAX_TOKEN_LETTERS } from './limits.ts';
import type { AlignmentStep } from './transducer.ts';

/** Letters that differ by dots alone: lost in copying by hand, on photographs, in bad fonts. */
const DOT_GROUPS: readonly string[] = ['بتثني', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق'];
const DOT = 0.45;
/** Letters that one dialect or keyboard puts for the other. */
const SOUND_GROUPS: readonly string[] = ['ضظ', 'ذز', 'ثس', 'سص', 'تط', 'دض', 'قك'];
const SOUND = 0.5;
/** A name's last alef and ta marbuta are written for one another (نورا, نورة). */
const ENDING = 0.3;
const SWAP = 0.7;

const LETTERS = ARABIC_LETTERS.length;
const ALEF = ARABIC_LETTERS.indexOf('ا');
const HA = ARABIC_LETTERS.indexOf('ه');

/** What it costs to put one letter for another, in letters: row · LETTERS + column. */
const SUBSTITUTION = (() => {
  const costs = new Float64Array(LETTERS * LETTERS).fill(1);
  const set = (groups: readonly string[], cost: number): void => {
    for (const group of groups)
      for (const a of group)
        for (const b of group) costs[ARABIC_LETTERS.indexOf(a) * LETTERS + ARABIC_LETTERS.indexOf(b)] = cost;
  };
  set(SOUND_GROUPS, SOUND);
  set(DOT_GROUPS, DOT);
  set([...ARABIC_LETTERS], 0);
  return costs;
})();

/** Alef comes and goes in names (رحمان, رحمن); any other letter makes another name (محمد, محمود). */
const OMISSION = Float64Array.from(ARABIC_LETTERS, (_, letter) =>
  letter === ALEF ? 0.4 : letter === HA ? 0.6 : 0.85,
);
const DOUBLED = 0.3;

const SIZE = MAX_TOKEN_LETTERS + 1;
const best = new Float64Array(SIZE * SIZE);

/** A folded Arabic word as places in the alphabet. */
export function arabicCodes(folded: string): Uint8Array {
  const codes = new Uint8Array(Math.min(folded.length, MAX_TOKEN_LETTERS));
  for (let at = 0; at < codes.length; at++) codes[at] = Math.max(0, ARABIC_LETTERS.indexOf(folded[at]!));
  return codes;
}

const omission = (codes: Uint8Array, at: number): number =>
  at > 0 && codes[at] === codes[at - 1] ? DOUBLED : OMISSION[codes[at]!]!;

const substitution = (a: Uint8Array, i: number, b: Uint8Array, j: number): number => {
  const cost = SUBSTITUTION[a[i]! * LETTERS + b[j]!]!;
  const endings = i === a.length - 1 && j === b.length - 1 && isEnding(a[i]!) && isEnding(b[j]!);
  return endings ? cost * ENDING : cost;
};
const isEnding = (code: number): boolean => code === ALEF || code === HA;

const isSwap = (a: Uint8Array, i: number, b: Uint8Array, j: number): boolean =>
  i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j] && a[i] !== a[i - 1];

/**
 * The cheapest way to turn one folded Arabic word into the other (Damerau-Levenshtein with costs): dots and sounds that
 * are confused cost less than other letters. In letters, symmetric. Allocates nothing.
 */
export function arabicDistance(a: Uint8Array, b: Uint8Array): number {
  const n = a.length;
  const m = b.length;
  best[0] = 0;
  for (let j = 1; j <= m; j++) best[j] = best[j - 1]! + omission(b, j - 1);
  for (let i = 1; i <= n; i++) {
    const row = i * SIZE;
    const omitted = omission(a, i - 1);
    best[row] = best[row - SIZE]! + omitted;
    for (let j = 1; j <= m; j++) {
      let cost = best[row - SIZE + j - 1]! + substitution(a, i - 1, b, j - 1);
      const without = best[row - SIZE + j]! + omitted;
      if (without < cost) cost = without;
      const withOther = best[row + j - 1]! + omission(b, j - 1);
      if (withOther < cost) cost = withOther;
      if (isSwap(a, i - 1, b, j - 1)) {
        const swapped = best[row - 2 * SIZE + j - 2]! + SWAP;
        if (swapped < cost) cost = swapped;
      }
      best[row + j] = cost;
    }
  }
  return best[n * SIZE + m]!;
}

/** The steps behind {@link arabicDistance}: which letters met, and at what cost. */
export function arabicAlignment(a: string, b: string): AlignmentStep[] {
  const left = arabicCodes(a);
  const right = arabicCodes(b);
  arabicDistance(left, right);
  const steps: AlignmentStep[] = [];
  for (let i = left.length, j = right.length; i > 0 || j > 0; ) {
    const here = best[i * SIZE + j]!;
    const [di, dj] =
      i > 0 && j > 0 && near(here, best[(i - 1) * SIZE + j - 1]! + substitution(left, i - 1, right, j - 1))
        ? [1, 1]
        : i > 0 && near(here, best[(i - 1) * SIZE + j]! + omission(left, i - 1))
          ? [1, 0]
          : j > 0 && near(here, best[i * SIZE + j - 1]! + omission(right, j - 1))
            ? [0, 1]
            : [2, 2];
    const cost = here - best[(i - di) * SIZE + j - dj]!;
    steps.unshift({ a: a.slice(i - di, i), b: b.slice(j - dj, j), cost });
    i -= di;
    j -= dj;
  }
  return steps;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
