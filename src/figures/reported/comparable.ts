import type { ReportedFigure } from './reported-figure.ts';

/** Why two figures are not set side by side. */
export const INCOMPARABLE = [
  'different-thing',
  'different-unit',
  'different-place',
  'different-window',
  'different-method',
] as const;
export type Incomparable = (typeof INCOMPARABLE)[number];

/** What stays open although two figures are set side by side. */
export const UNSAID = ['place-not-said', 'window-not-said', 'method-not-said'] as const;
export type Unsaid = (typeof UNSAID)[number];

export type Comparison =
  | { readonly comparable: true; readonly agree: 'yes' | 'no'; readonly unsaid: readonly Unsaid[] }
  | { readonly comparable: false; readonly why: readonly Incomparable[] };

/** Words that reports use for one another: who is held there is still inside. */
const SAME_THING: readonly (readonly string[])[] = [['still-inside', 'detained']];
const thingOf = (measure: string): string =>
  SAME_THING.find((measures) => measures.includes(measure))?.[0] ?? measure;

const DAY = 86_400_000;
/** Ends of windows may differ by so many days, and days of reports for figures "as of" their day. */
const SAME_TIME = 31;

/**
 * Whether two reported figures are about the same thing, unit, place, time and method, so that they may stand side by
 * side. Symmetric. Nothing here adds figures up: across methods a sum has no meaning, and within one it counts people
 * twice.
 */
export function comparable(a: ReportedFigure, b: ReportedFigure): Comparison {
  const why: Incomparable[] = [];
  const unsaid: Unsaid[] = [];
  if (thingOf(a.measure) !== thingOf(b.measure)) why.push('different-thing');
  if (a.unit !== b.unit) why.push('different-unit');

  if (a.place === undefined || b.place === undefined) {
    if (a.place !== b.place) unsaid.push('place-not-said');
  } else if (a.place.toLowerCase() !== b.place.toLowerCase()) why.push('different-place');

  const time = sameTime(a, b);
  if (time === 'different') why.push('different-window');
  else if (time === 'not-said') unsaid.push('window-not-said');

  if (a.method === 'not-said' || b.method === 'not-said') unsaid.push('method-not-said');
  else if (a.method !== b.method) why.push('different-method');

  if (why.length > 0) return { comparable: false, why };
  const overlap = (a.low ?? 0) <= (b.high ?? Infinity) && (b.low ?? 0) <= (a.high ?? Infinity);
  return { comparable: true, agree: overlap ? 'yes' : 'no', unsaid };
}

function sameTime(a: ReportedFigure, b: ReportedFigure): 'same' | 'different' | 'not-said' {
  const [one, other] = [stretchOf(a), stretchOf(b)];
  if (!one || !other) return 'not-said';
  const apart = (x: string | undefined, y: string | undefined): number =>
    x === undefined || y === undefined ? 0 : Math.abs(Date.parse(x) - Date.parse(y)) / DAY;
  return apart(one.first, other.first) <= SAME_TIME && apart(one.last, other.last) <= SAME_TIME
    ? 'same'
    : 'different';
}

/** The window as said, else the day on which it was first published. */
function stretchOf({ window, published }: ReportedFigure): ReportedFigure['window'] {
  return window ?? (published && { first: published.first, last: published.first });
}
