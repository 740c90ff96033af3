import { describe, expect, test } from 'vitest';
import { codeDate } from './coded-dates.ts';
import { BIRTH_LEVELS, compareBirths, compareDates, DATE_LEVELS } from './date-levels.ts';

const NO_AGE = Number.NaN;
const births = (a: string, b: string): string =>
  BIRTH_LEVELS[compareBirths(codeDate(a), NO_AGE, codeDate(b), NO_AGE)]!.name;

describe('births', () => {
  test.each([
    ['1976-03-09', '1976-03-09', 'same day'],
    ['1976-03-09', '1976-09-03', 'one slip'],
    ['1976-03-09', '1976-03-19', 'one slip'],
    ['1976-03-09', '1979-03-09', 'one slip'],
    ['1976-03-09', '1976-11-27', 'same year'],
    ['1976-03-09', '1977-11-27', 'within two years'],
    ['1976-03-09', '1990-11-27', 'other day'],
    ['1976', '1976-03-09', 'same year'],
    ['1976', '1977', 'within one year'],
    ['1976', '1967', 'year one slip'],
    ['1976', '1986', 'year one slip'],
    ['1976', '1998', 'other year'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(births(a, b)).toBe(expected);
    expect(births(b, a)).toBe(expected);
  });

  test('an age is held against the year as loosely as ages are given', () => {
    const thirtyTwoIn2024 = 2024.9 - 32 - 0.5;
    const level = (birth: string) =>
      BIRTH_LEVELS[compareBirths(codeDate(birth), NO_AGE, 0, thirtyTwoIn2024)]!.name;
    expect(level('1992')).toBe('age fits');
    expect(level('1994-06-01')).toBe('age within two');
    expect(level('1960')).toBe('other age');
    expect(compareBirths(0, NO_AGE, codeDate('1992'), NO_AGE)).toBe(-1);
  });
});

describe('dates of events', () => {
  test.each([
    ['2014-02-21', '2014-02-21', 'same day'],
    ['2014-02-21', '2014-03-05', 'within six weeks'],
    ['2014-02-21', '2014-02', 'same month'],
    ['2014', '2014-02-21', 'same year'],
    ['2014', '2017', 'other year'],
  ])('%s and %s: %s', (a, b, expected) =>
    expect(DATE_LEVELS[compareDates(codeDate(a), codeDate(b))]!.name).toBe(expected),
  );
});
