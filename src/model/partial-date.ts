/**
 * A date as precisely as it was given: `2012`, `2012-07` or `2012-07-16`, with a leading `~` where the source
 * says "about". Nothing is ever filled in: 1976 is not 1 January 1976.
 */
declare const brand: unique symbol;
export type PartialDate = string & { readonly [brand]: 'partial-date' };

export type DatePrecision = 'year' | 'month' | 'day';

const FORM = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Builds a partial date, or `undefined` when the calendar has no such day (31/02/2012). */
export function partialDate(
  year: number,
  month?: number,
  day?: number,
  certainty: 'exact' | 'about' = 'exact',
): PartialDate | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  let text = `${certainty === 'about' ? '~' : ''}${year}`;
  if (month !== undefined) {
    if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
    text += `-${String(month).padStart(2, '0')}`;
    if (day !== undefined) {
      if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
      text += `-${String(day).padStart(2, '0')}`;
    }
  }
  return text as PartialDate;
}

/** Reads the canonical form back; `undefined` for anything else. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, about, year, month, day] = match;
  return partialDate(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
    about ? 'about' : 'exact',
  );
}

export function datePrecision(date: PartialDate): DatePrecision {
  const length = date.replace('~', '').length;
  return length === 4 ? 'year' : length === 7 ? 'month' : 'day';
}

export const isApproximate = (date: PartialDate): boolean => date.startsWith('~');

export const yearOf = (date: PartialDate): number => Number(date.replace('~', '').slice(0, 4));

/** First and last day that the date may mean, as ISO days. */
export function dateBounds(date: PartialDate): { readonly first: string; readonly last: string } {
  const exact = date.replace('~', '');
  const [year = '', month, day] = exact.split('-');
  if (day !== undefined) return { first: exact, last: exact };
  if (month !== undefined) {
    const last = daysInMonth(Number(year), Number(month));
    return { first: `${exact}-01`, last: `${exact}-${String(last).padStart(2, '0')}` };
  }
  return { first: `${exact}-01-01`, last: `${exact}-12-31` };
}
