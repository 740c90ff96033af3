import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeDate,
  codedPrecision,
  differingDigits,
  isDayMonthSwapped,
  isHeapedOnNewYear,
  medianDate,
} from './coded-dates.ts';

describe('a coded date', () => {
  test.each([
    ['1976', 19760000, 'year'],
    ['~1976', 19760000, 'year'],
    ['1976-03', 19760300, 'month'],
    ['1976-03-09', 19760309, 'day'],
    ['19760309', 19760309, 'day'],
    ['1976-00-09', 19760009, 'day'],
  ] as const)('%s', (text, coded, precision) => {
    expect(codeDate(text)).toBe(coded);
    expect(codedPrecision(coded)).toBe(precision);
  });

  test('anything else is no date', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const coded = codeDate(text);
        expect(coded === 0 || /\d{3,4}/.test(text)).toBe(true);
      }),
    );
    expect(codeDate('unknown')).toBe(0);
    expect(codeDate('')).toBe(0);
  });

  test('knows the slips of a pen', () => {
    expect(differingDigits(19760309, 19760309)).toBe(0);
    expect(differingDigits(19760309, 19760809)).toBe(1);
    expect(isDayMonthSwapped(19760309, 19760903)).toBe(true);
    expect(isDayMonthSwapped(19760309, 19770903)).toBe(false);
  });

  test('1 January is a year where a list heaps on it', () => {
    expect(isHeapedOnNewYear(2, 3)).toBe(true);
    expect(isHeapedOnNewYear(1, 3)).toBe(false);
    expect(isHeapedOnNewYear(3, 900)).toBe(false);
  });

  test('the median passes over missing ones', () => {
    expect(medianDate([0, 20241208, 0, 20241210, 20241209])).toBe(20241209);
    expect(medianDate([0])).toBe(0);
  });
});
