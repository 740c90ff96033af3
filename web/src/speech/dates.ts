import { parsePartialDate } from '../../../src/model/index.ts';

/** A partial date (`1976`, `~2012-07`) or an ISO date-time, written for a reader as precisely as it was given. */
export type WriteDate = (text: string, form?: 'long' | 'short' | 'clock') => string;

const DAY_AND_CLOCK = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/;

/**
 * Dates keep their own calendar day and clock: a report published at 23:30 in Damascus is not moved to the next day
 * by the reader's time zone. Only `clock` (for what this case received) is shown in local time.
 */
export function dateWriter(locale: string, about: (date: string) => string): WriteDate {
  const writers = new Map<string, Intl.DateTimeFormat>();
  const write = (key: string, options: Intl.DateTimeFormatOptions, at: Date): string => {
    let writer = writers.get(key);
    if (!writer) {
      writer = new Intl.DateTimeFormat(locale, options);
      writers.set(key, writer);
    }
    return writer.format(at);
  };
  return (text, form = 'long') => {
    if (form === 'clock') {
      const at = new Date(text);
      return Number.isNaN(at.getTime()) ? text : write(form, { dateStyle: 'long', timeStyle: 'short' }, at);
    }
    const clocked = DAY_AND_CLOCK.exec(text);
    const date = parsePartialDate(clocked?.[1] ?? text);
    if (!date) return text;
    const exact = date.replace('~', '');
    const month = form === 'long' ? 'long' : 'short';
    const at = new Date(`${exact.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`);
    const fields: Intl.DateTimeFormatOptions =
      exact.length === 4
        ? { year: 'numeric' }
        : exact.length === 7
          ? { year: 'numeric', month }
          : form === 'long'
            ? { year: 'numeric', month, day: 'numeric' }
            : { month, day: 'numeric' };
    const written = write(`${form}${exact.length}`, { ...fields, timeZone: 'UTC' }, at);
    return date.startsWith('~') ? about(written) : written;
  };
}
