import { type PartialDate, partialDate } from '../model/index.ts';
import { plainDigits, withoutAbout } from './clean-value.ts';
import { withMonthNumber } from './month-names.ts';

/** How the dates of one column are to be read. */
export interface DateHabit {
  /** Of `05/07/2019`. `mixed` where the column contradicts itself: then only what can be read one way is read. */
  readonly order: 'day-first' | 'month-first' | 'mixed';
  /** `birth` may lie a century back, so that of two digits only those after this century's are safe. */
  readonly of: 'birth' | 'event';
  /** Numbers are days since the workbook's day 0. */
  readonly serial?: '1900' | '1904';
  /** The last day that can have been when the list was received; dates behind it are slips. */
  readonly until?: string;
  /** Years before 1850 are the column's habit; elsewhere 1402 is a year of the Hijra. */
  readonly historical?: true;
}

export type DateReading =
  | { readonly date: PartialDate; readonly fault?: never }
  | {
      readonly fault: 'cell.date-impossible' | 'cell.date-ahead' | 'cell.date-unclear';
      readonly date?: PartialDate;
    };

const UNCLEAR: DateReading = { fault: 'cell.date-unclear' };
const AHEAD: DateReading = { fault: 'cell.date-ahead' };
const IMPOSSIBLE: DateReading = { fault: 'cell.date-impossible' };

/** Of two digits an event's year up to this is of this century; nothing here happens later, nothing before 1941. */
const LAST_SHORT_YEAR = 40;
/** A birth in the years 00–30 may be of this century or the last. */
const LAST_UNSAFE_BIRTH_YEAR = 30;

const TIME =
  /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|[صم]|z|gmt|utc)?\s*(?:[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY =
  /(?<![\p{L}])(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:يوم\s+)?(?:ال)?(?:اثنين|إثنين|ثلاثاء|اربعاء|أربعاء|خميس|جمعة|جمعه|سبت|احد|أحد))(?![\p{L}])[\s,،.]*/giu;
const YEAR_WORDS =
  /(?<![\p{L}])(?:in|on|the|of|year|born|dated|en|le|du|an|annee|année|ne|né|née|depuis|since|عام|سنة|سنه|في|بتاريخ|تاريخ|مواليد|من|شهر|ميلادي|ميلادية)(?![\p{L}])|(?<=\d)\s*م(?![\p{L}])|(?<=\d)(?:st|nd|rd|th|er|e)(?![\p{L}])/giu;
const SEASON =
  /(?<![\p{L}])(?:early|mid|late|end|beginning|spring|summer|autumn|fall|winter|debut|début|fin|mi|printemps|ete|été|automne|hiver|أوائل|اوائل|أواخر|اواخر|مطلع|بداية|نهاية|منتصف|ربيع|صيف|خريف|شتاء)(?![\p{L}])-?/giu;
const HIJRI =
  /(?<=\d)\s*(?:هـ|ه|AH|H)(?![\p{L}])|محرم|صفر|ربيع ال|جمادى|جمادي|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة|ذي القعدة|ذي الحجة|هجري/u;

/** A date as people write it, with the precision they gave; see `DateHabit` for what the column decides. */
export function readDate(value: string, habit: DateHabit): DateReading {
  const reading = written(value, habit);
  return reading.date !== undefined && habit.until !== undefined && isAfter(reading.date, habit.until)
    ? AHEAD
    : reading;
}

/** As far as both are told: 2026 is not after a day of 2026. */
const isAfter = (date: PartialDate, day: string): boolean => {
  const plain = date.replace('~', '');
  return plain > day.slice(0, plain.length);
};

function written(value: string, habit: DateHabit): DateReading {
  if (value.length > 80) return UNCLEAR;
  const digits = plainDigits(value);
  if (!/\d/.test(digits) || HIJRI.test(digits)) return UNCLEAR;
  const { text: exact, about } = withoutAbout(digits);
  let text = exact.replace(TIME, '').trim();
  const numeric = readNumeric(text, habit, about);
  if (numeric) return numeric;
  text = text
    .replace(WEEKDAY, ' ')
    .replace(YEAR_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,،.:]+|[\s,،.:]+$/g, '');
  const named = withMonthNumber(text);
  if (named) return readNamed(named.text, named.month, habit, about);
  const cut = text.replace(SEASON, ' ').replace(/\s+/g, ' ').trim();
  const again = readNumeric(cut, habit, about);
  if (!again) return UNCLEAR;
  // "End of 2012" is 2012 and no closer; "end of 05/2012" is no date that a list needs.
  return cut === text || 'fault' in again || /^~?\d{4}$/.test(again.date) ? again : UNCLEAR;
}

function readNumeric(text: string, habit: DateHabit, about: boolean): DateReading | undefined {
  const year = /^(\d{4})(?:[.]0)?$/.exec(text);
  if (year) return dated(habit, about, Number(year[1]));
  const compact = /^((?:1[89]|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dated(habit, about, Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (habit.serial && /^\d{5}(?:\.\d+)?$/.test(text))
    return { date: serialDate(Number(text), habit.serial)! };
  const parts = text.split(/\s*[-/.\\،,؍–−]\s*|\s+/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 2) {
    if (a.length === 4 && b.length <= 2) return dated(habit, about, Number(a), Number(b));
    if (b.length === 4 && a.length <= 2) return dated(habit, about, Number(b), Number(a));
    return UNCLEAR;
  }
  if (parts.length !== 3) return undefined;
  if (a.length === 4 && b.length <= 2 && c.length <= 2)
    return yearFirst(habit, about, Number(a), Number(b), Number(c));
  if (a.length > 2 || b.length > 2 || c.length === 3 || c.length === 1) return UNCLEAR;
  const full = c.length === 4 ? Number(c) : fullYear(Number(c), habit);
  if (full === undefined) return UNCLEAR;
  return dayAndMonth(habit, about, full, Number(a), Number(b));
}

/** 2012-07-16; where the middle is no month, 2012-16-07 is the same day written the other way. */
function yearFirst(habit: DateHabit, about: boolean, year: number, month: number, day: number): DateReading {
  return month > 12 && day <= 12
    ? dated(habit, about, year, day, month)
    : dated(habit, about, year, month, day);
}

function dayAndMonth(
  habit: DateHabit,
  about: boolean,
  year: number,
  first: number,
  second: number,
): DateReading {
  if (habit.order === 'month-first') {
    return first > 12 && second <= 12 && first <= 31
      ? onlyYear(habit, about, year)
      : dated(habit, about, year, first, second);
  }
  if (habit.order === 'day-first')
    return second > 12 && first <= 12 && second <= 31
      ? onlyYear(habit, about, year)
      : dated(habit, about, year, second, first);
  if (first > 12) return dated(habit, about, year, second, first);
  if (second > 12) return dated(habit, about, year, first, second);
  return first === second ? dated(habit, about, year, first, second) : onlyYear(habit, about, year);
}

/** A day against the column's habit: which part is the month is open, the year is not. */
function onlyYear(habit: DateHabit, about: boolean, year: number): DateReading {
  const reading = dated(habit, about, year);
  return 'fault' in reading ? reading : { fault: 'cell.date-unclear', date: reading.date };
}

function readNamed(text: string, month: number, habit: DateHabit, about: boolean): DateReading {
  const parts = text
    .replace(/(?:@\d+@[\s/()\-–,،.]*)+/g, ' @ ')
    .replace(/[,،.()/\-–]+/g, ' ')
    .trim()
    .split(/\s+/);
  const numbers = parts.filter((part) => part !== '@');
  if (numbers.some((part) => !/^\d{1,4}$/.test(part))) return UNCLEAR;
  const at = parts.indexOf('@');
  if (numbers.length === 1) {
    const [only = ''] = numbers;
    if (only.length === 4) return dated(habit, about, Number(only), month);
    const year = only.length === 2 && at === 0 ? fullYear(Number(only), habit) : undefined;
    return year === undefined || Number(only) <= 31 ? UNCLEAR : dated(habit, about, year, month);
  }
  if (numbers.length !== 2) return UNCLEAR;
  const [first = '', second = ''] = numbers;
  if (first.length === 4) return dated(habit, about, Number(first), month, Number(second));
  const year =
    second.length === 4 ? Number(second) : second.length === 2 ? fullYear(Number(second), habit) : undefined;
  return year === undefined || first.length > 2 ? UNCLEAR : dated(habit, about, year, month, Number(first));
}

function fullYear(short: number, habit: DateHabit): number | undefined {
  if (habit.of === 'birth') return short > LAST_UNSAFE_BIRTH_YEAR ? 1900 + short : undefined;
  return short <= LAST_SHORT_YEAR ? 2000 + short : 1900 + short;
}

function dated(habit: DateHabit, about: boolean, year: number, month?: number, day?: number): DateReading {
  if (year < 1000 || year > 2100) return UNCLEAR;
  if (year < 1850 && !habit.historical) return UNCLEAR;
  // Forms that ask for three numbers get 00 for what nobody knows.
  if (month === 0) return day === 0 || day === undefined ? dated(habit, about, year) : UNCLEAR;
  const date = partialDate(year, month, day === 0 ? undefined : day, about ? 'about' : 'exact');
  return date === undefined ? IMPOSSIBLE : { date };
}

/**
 * The day of a spreadsheet's serial number. The 1900 system counts a 29 February 1900 that never was (ECMA-376,
 * part 1, 18.17.4.1), so that days before March 1900 are one off.
 */
export function serialDate(serial: number, system: '1900' | '1904'): PartialDate | undefined {
  const days = Math.floor(serial);
  if (days < 0 || days > 2_958_465) return undefined;
  const base = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(base + days * 86_400_000);
  return partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Which part of `05/07/2019` is the month, by those of the column's dates that leave no choice. */
export function dateHabitOf(values: Iterable<string>, of: DateHabit['of']): DateHabit {
  let dayFirst = 0;
  let monthFirst = 0;
  let old = 0;
  let modern = 0;
  for (const value of values) {
    if (value === '') continue;
    const plain = plainDigits(value);
    const year = /(?<!\d)(\d{4})(?!\d)/.exec(plain);
    if (year) {
      if (Number(year[1]) < 1850) old++;
      else modern++;
    }
    const match = /^\D{0,3}(\d{1,2})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*\d{2,4}/.exec(plain);
    if (!match) continue;
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (first > 12 && first <= 31 && second <= 12) dayFirst++;
    else if (second > 12 && second <= 31 && first <= 12) monthFirst++;
  }
  const order =
    monthFirst === 0 || dayFirst > monthFirst * 20
      ? 'day-first'
      : dayFirst === 0 || monthFirst > dayFirst * 20
        ? 'month-first'
        : 'mixed';
  // Western registers of past centuries; a column of Hijri years would lie between 1300 and 1450 throughout.
  return { order, of, ...(old > modern && old > 0 && !hijriYears(values) ? { historical: true } : {}) };
}

function hijriYears(values: Iterable<string>): boolean {
  let hijri = 0;
  let old = 0;
  for (const value of values) {
    const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(plainDigits(value))?.[1] ?? 9999);
    if (year >= 1850) continue;
    old++;
    if (year >= 1290 && year <= 1460) hijri++;
  }
  return hijri * 2 > old;
}
