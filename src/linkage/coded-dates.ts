/**
 * Dates as numbers. A coded date is `year * 10000 + month * 100 + day` with zeroes for what is not given, and 0 for no
 * date at all; 19760000 is the year 1976 and no day in it.
 */

const FORM = /^~?(\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads `2012`, `2012-07`, `2012-07-16` (with `~` for about) and `20120716`. A month or day that no calendar has is
 * kept: it is a slip of the pen, and its other digits still speak.
 */
export function codeDate(text: string): number {
  const match = COMPACT.exec(text) ?? FORM.exec(text);
  if (!match) return 0;
  return Number(match[1]) * 10000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0);
}

// Whole numbers throughout: compared many million times.
export const yearPart = (date: number): number => (date / 10000) | 0;
export const monthPart = (date: number): number => ((date / 100) | 0) % 100;
export const dayPart = (date: number): number => date % 100;

export type CodedPrecision = 'year' | 'month' | 'day';
export const codedPrecision = (date: number): CodedPrecision =>
  dayPart(date) > 0 ? 'day' : monthPart(date) > 0 ? 'month' : 'year';

const CUMULATED = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Days since year 0 of a date given to the day; leap days are not counted, which no comparison here feels. */
export const dayNumber = (date: number): number =>
  yearPart(date) * 365 + (CUMULATED[monthPart(date) - 1] ?? 0) + dayPart(date);

/** Years with a fraction, the middle of what the date may mean. */
export const middleYear = (date: number): number =>
  yearPart(date) + (monthPart(date) === 0 ? 0.5 : (monthPart(date) - 0.5) / 12);

/** How many of the eight digits differ. */
export function differingDigits(a: number, b: number): number {
  let differing = 0;
  let first = a;
  let second = b;
  for (let digit = 0; digit < 8; digit++) {
    if (first % 10 !== second % 10) differing++;
    first = (first / 10) | 0;
    second = (second / 10) | 0;
  }
  return differing;
}

/** Whether the two differ only in that day and month changed places. */
export const isDayMonthSwapped = (a: number, b: number): boolean =>
  yearPart(a) === yearPart(b) && monthPart(a) === dayPart(b) && dayPart(a) === monthPart(b);

/**
 * Lists on which an unknown birthday is written as 1 January: there that day means the year only. Far above one day in
 * 365 counts as such: three in a hundred, and at least two.
 */
export const isHeapedOnNewYear = (newYear: number, full: number): boolean =>
  newYear >= 2 && newYear > full * 0.03;

/** The median of coded dates given to the year at least, or 0 for none. */
export function medianDate(dates: readonly number[]): number {
  const given = dates.filter((date) => date > 0).sort((a, b) => a - b);
  return given.length === 0 ? 0 : given[given.length >> 1]!;
}
