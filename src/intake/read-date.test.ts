import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAge } from './read-age.ts';
import { type DateHabit, dateHabitOf, readDate } from './read-date.ts';
import { readSex } from './read-sex.ts';

const EVENT: DateHabit = { order: 'day-first', of: 'event' };
const BIRTH: DateHabit = { order: 'day-first', of: 'birth' };

const value = (written: string, habit = EVENT): string => {
  const reading = readDate(written, habit);
  return 'fault' in reading ? `${reading.fault}${reading.date ? ` ${reading.date}` : ''}` : reading.date;
};

describe('dates', () => {
  test.each([
    ['05/07/2019', '2019-07-05'],
    ['٥/٧/٢٠١٩', '2019-07-05'],
    ['۵/۷/۲۰۱۹', '2019-07-05'],
    ['5-7-2019', '2019-07-05'],
    ['05.07.2019', '2019-07-05'],
    ['2012-07-16', '2012-07-16'],
    ['2012/7/16', '2012-07-16'],
    ['20120716', '2012-07-16'],
    ['2012-07-16 00:00:00', '2012-07-16'],
    ['2012-07-16T09:30:00Z', '2012-07-16'],
    ['16/07/2012 14:30', '2012-07-16'],
    ['1976', '1976'],
    ['1976م', '1976'],
    ['عام 2013', '2013'],
    ['2016-02', '2016-02'],
    ['3/1979', '1979-03'],
    ['00/00/1979', '1979'],
    ['0/5/1979', '1979-05'],
    ['16 July 2012', '2012-07-16'],
    ['July 16, 2012', '2012-07-16'],
    ['16-Jul-2012', '2012-07-16'],
    ['16-Jul-12', '2012-07-16'],
    ['Jul 2012', '2012-07'],
    ['1er mars 2012', '2012-03-01'],
    ['16 août 2012', '2012-08-16'],
    ['12 كانون الثاني 2014', '2014-01-12'],
    ['١٢ كانون الأول ٢٠١٤', '2014-12-12'],
    ['تشرين الأول 2013', '2013-10'],
    ['3 تشرين الثاني 2013', '2013-11-03'],
    ['15 آذار/مارس 2012', '2012-03-15'],
    ['15 اذار 2012', '2012-03-15'],
    ['7 أيلول 2011', '2011-09-07'],
    ['20 شباط 2015', '2015-02-20'],
    ['9 يناير 2015', '2015-01-09'],
    ['الأحد 8/12/2024', '2024-12-08'],
    ['Sunday, 8 December 2024', '2024-12-08'],
    ['~2012', '~2012'],
    ['حوالي 2012', '~2012'],
    ['تقريباً 2012', '~2012'],
    ['about 1976', '~1976'],
    ['environ 1976', '~1976'],
    ['1976?', '~1976'],
    ['early 2013', '2013'],
    ['أواخر 2012', '2012'],
    ['spring 2013', '2013'],
    ['05/07/19', '2019-07-05'],
    ['31/02/2012', 'cell.date-impossible'],
    ['2013-02-29', 'cell.date-impossible'],
    ['45/13/2012', 'cell.date-impossible'],
    ['1402', 'cell.date-unclear'],
    ['15 رمضان 1433', 'cell.date-unclear'],
    ['1433 هـ', 'cell.date-unclear'],
    ['before 2012', 'cell.date-unclear'],
    ['بعد 2012', 'cell.date-unclear'],
    ['2011-2013', 'cell.date-unclear'],
    ['05/31/2012', 'cell.date-unclear 2012'],
    ['last summer', 'cell.date-unclear'],
  ])('%s → %s', (written, expected) => expect(value(written)).toBe(expected));

  test('years of two digits are taken only where one century is possible', () => {
    expect(value('05/07/76', BIRTH)).toBe('1976-07-05');
    expect(value('05/07/12', BIRTH)).toBe('cell.date-unclear');
    expect(value('05/07/12', EVENT)).toBe('2012-07-05');
  });

  test('the column decides which part is the month', () => {
    expect(dateHabitOf(['05/07/2019', '12/31/2018'], 'event').order).toBe('month-first');
    expect(dateHabitOf(['05/07/2019', '08/12/2012'], 'event').order).toBe('day-first');
    const mixed = dateHabitOf(['05/07/2019', '12/31/2018', '31/12/2018'], 'event');
    expect(
      ['05/07/2019', '12/31/2018', '31/12/2018', '06/06/2019'].map((written) => value(written, mixed)),
    ).toEqual(['cell.date-unclear 2019', '2018-12-31', '2018-12-31', '2019-06-06']);
  });

  test('old registers keep their years', () => {
    const habit = dateHabitOf(['1630-08-01', '1702-01-01', '1588'], 'birth');
    expect(value('1630-08-01', habit)).toBe('1630-08-01');
    expect(value('1402', dateHabitOf(['1402', '1399', '1410'], 'birth'))).toBe('cell.date-unclear');
  });

  test('every day of the calendar comes back from every way of writing it', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const iso = `${year}-${two(month)}-${two(day)}`;
          for (const written of [
            iso,
            `${two(day)}/${two(month)}/${year}`,
            `${day}.${month}.${year}`,
            `${year}/${month}/${day}`,
          ])
            expect(value(written)).toBe(iso);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['30', '30'],
  ['٣٠ سنة', '30'],
  ['30 years old', '30'],
  ['34yrs', '34'],
  ['30 ans', '30'],
  ['30.0', '30'],
  ['about 30', '~30'],
  ['حوالي ٣٠', '~30'],
  ['30 تقريبا', '~30'],
  ['~30', '~30'],
  ['30-35', '~33'],
  ['بين 30 و 34', '~32'],
  ['30s', '~35'],
  ['in his thirties', '~35'],
  ['في الأربعينات', '~45'],
  ['70+', '~70'],
  ['6 months', '0'],
  ['٨ أشهر', '0'],
  ['1980', 'cell.age-unclear'],
  ['child', 'cell.age-unclear'],
  ['18-60', 'cell.age-unclear'],
  ['200', 'cell.age-unclear'],
])('age %s → %s', (written, expected) => {
  const reading = readAge(written);
  expect('fault' in reading ? reading.fault : reading.age).toBe(expected);
});

test.each([
  ['M', 'male'],
  ['ذكر', 'male'],
  ['homme', 'male'],
  ['F', 'female'],
  ['أنثى', 'female'],
  ['انثى', 'female'],
  ['Femme', 'female'],
  ['?', undefined],
])('sex %s → %s', (written, expected) => expect(readSex(written)).toBe(expected));
