import {
  codedPrecision,
  dayNumber,
  dayPart,
  differingDigits,
  isDayMonthSwapped,
  middleYear,
  monthPart,
  yearPart,
} from './coded-dates.ts';
import { type Level, MISSING, level as makeLevel } from './levels.ts';

const level = (name: string, outcome: Level['outcome'], stratum: number, expected: number): Level =>
  makeLevel(name, outcome, expected, stratum);

/** Days with days, years with years, ages with either: three scales that do not compete. */
export const BIRTH_LEVELS: readonly Level[] = [
  level('same day', 'agree', 0, 0.75),
  level('one slip', 'near', 0, 0.12),
  level('same year', 'near', 0, 0.04),
  level('within two years', 'near', 0, 0.04),
  level('other day', 'contradict', 0, 0.05),
  level('same year', 'agree', 1, 0.78),
  level('within one year', 'near', 1, 0.1),
  level('within two years', 'near', 1, 0.04),
  level('year one slip', 'near', 1, 0.03),
  level('other year', 'contradict', 1, 0.05),
  level('age fits', 'agree', 2, 0.7),
  level('age within two', 'near', 2, 0.17),
  level('age within five', 'near', 2, 0.08),
  level('other age', 'contradict', 2, 0.05),
];

/**
 * Compares two births, each a coded date (0 for none) or a year reckoned from an age (NaN for none). A year given for
 * one of them is never held against the day of the other.
 */
export function compareBirths(a: number, ageA: number, b: number, ageB: number): number {
  if (a > 0 && b > 0) {
    if (codedPrecision(a) === 'day' && codedPrecision(b) === 'day') {
      if (a === b) return 0;
      if (differingDigits(a, b) === 1 || isDayMonthSwapped(a, b)) return 1;
      const years = Math.abs(yearPart(a) - yearPart(b));
      const sameDay = dayPart(a) === dayPart(b) && monthPart(a) === monthPart(b);
      if (years === 0) return sameMonthOrDay(a, b) ? 1 : 2;
      if (sameDay && years <= 10) return 1;
      return years <= 2 ? 3 : 4;
    }
    const years = Math.abs(yearPart(a) - yearPart(b));
    if (years <= 2) return 5 + years;
    return yearSlip(yearPart(a), yearPart(b)) ? 8 : 9;
  }
  const first = a > 0 ? middleYear(a) : ageA;
  const second = b > 0 ? middleYear(b) : ageB;
  if (Number.isNaN(first) || Number.isNaN(second)) return MISSING;
  const apart = Math.abs(first - second);
  if (apart <= 1.1) return 10;
  if (apart <= 2.6) return 11;
  return apart <= 5.6 ? 12 : 13;
}

const sameMonthOrDay = (a: number, b: number): boolean =>
  dayPart(a) === dayPart(b) || monthPart(a) === monthPart(b);

/** One digit wrong, or the last two changed places. */
function yearSlip(a: number, b: number): boolean {
  if (differingDigits(a, b) === 1) return true;
  return (
    Math.trunc(a / 100) === Math.trunc(b / 100) &&
    a % 10 === Math.trunc(b / 10) % 10 &&
    Math.trunc(a / 10) % 10 === b % 10
  );
}

/** Dates of events: arrest, death, release. Again by the coarser of the two precisions. */
export const DATE_LEVELS: readonly Level[] = [
  level('same day', 'agree', 0, 0.6),
  level('one slip', 'near', 0, 0.15),
  level('within six weeks', 'near', 0, 0.1),
  level('same year', 'near', 0, 0.05),
  level('other day', 'contradict', 0, 0.1),
  level('same month', 'agree', 1, 0.7),
  level('within two months', 'near', 1, 0.1),
  level('same year', 'near', 1, 0.05),
  level('other month', 'contradict', 1, 0.15),
  level('same year', 'agree', 2, 0.8),
  level('within one year', 'near', 2, 0.08),
  level('other year', 'contradict', 2, 0.12),
];

export function compareDates(a: number, b: number): number {
  if (a === 0 || b === 0) return MISSING;
  const first = codedPrecision(a);
  const second = codedPrecision(b);
  const years = Math.abs(yearPart(a) - yearPart(b));
  if (first === 'year' || second === 'year') return years === 0 ? 9 : years === 1 ? 10 : 11;
  if (first === 'month' || second === 'month') {
    const months = Math.abs(yearPart(a) * 12 + monthPart(a) - yearPart(b) * 12 - monthPart(b));
    if (months === 0) return 5;
    if (months <= 2) return 6;
    return years === 0 ? 7 : 8;
  }
  if (a === b) return 0;
  if (differingDigits(a, b) === 1 || isDayMonthSwapped(a, b)) return 1;
  if (Math.abs(dayNumber(a) - dayNumber(b)) <= 42) return 2;
  return years === 0 ? 3 : 4;
}
