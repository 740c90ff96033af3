import type { Span, TimeWindow } from '../../model/index.ts';
import { MONTH_NUMBERS_AR } from '../arabic/words.ts';
import { stripArabicPrefix } from '../measures.ts';
import type { Reader } from './days.ts';

/** A time that the text names, and the days that it may mean. */
export interface ReadTime extends Span {
  readonly window: TimeWindow;
}

export interface Hit {
  readonly to: number;
  readonly window: TimeWindow;
}

export const word = (reader: Reader, at: number): string => reader.tokens[at]?.lower ?? '';

/** "كانون الأول/ديسمبر": the second name of the same month is passed over. */
export const withSynonym = (reader: Reader, at: number): number =>
  word(reader, at) === '/' && MONTH_NUMBERS_AR.get(word(reader, at + 1)) !== undefined ? at + 2 : at;

export const FILLERS: ReadonlySet<string> = new Set([
  'عامي',
  'عام',
  'سنة',
  'سنتي',
  'العام',
  'شهر',
  'شهري',
  'يوم',
  'the',
  'early',
  'late',
  'mid',
  'about',
  'around',
]);

export const skipFillers = (reader: Reader, at: number): number => {
  let next = at;
  while (FILLERS.has(word(reader, next)) || FILLERS.has(stripArabicPrefix(word(reader, next)))) next++;
  return next;
};
