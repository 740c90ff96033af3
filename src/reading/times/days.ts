import { type PartialDate, partialDate, type TimeWindow } from '../../model/index.ts';
import type { Token } from '../tokens.ts';

export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    january: 1,
    jan: 1,
    february: 2,
    feb: 2,
    march: 3,
    mar: 3,
    april: 4,
    apr: 4,
    may: 5,
    june: 6,
    jun: 6,
    july: 7,
    jul: 7,
    august: 8,
    aug: 8,
    september: 9,
    sept: 9,
    sep: 9,
    october: 10,
    oct: 10,
    november: 11,
    nov: 11,
    december: 12,
    dec: 12,
  }),
);

export const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sunday: 0,
    monday: 1,
    tuesday: 2,
    wednesday: 3,
    thursday: 4,
    friday: 5,
    saturday: 6,
  }),
);

export const DAY = 86_400_000;

export interface Reader {
  readonly tokens: readonly Token[];
  /** Milliseconds of the day on which the report was published, UTC. */
  readonly today?: number;
}

/** The day of an ISO date or date-time; `undefined` where it is none. */
export function dayOf(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '');
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
}

/** 0 is Sunday; the first day of 1970 was a Thursday. */
export const weekdayOf = (time: number): number => (((Math.floor(time / DAY) + 4) % 7) + 7) % 7;

export const iso = (time: number): PartialDate | undefined => {
  const date = new Date(time);
  return partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

export const between = (from: number, to: number): TimeWindow => window(iso(from), iso(to));

export function window(from: PartialDate | undefined, to: PartialDate | undefined): TimeWindow {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export const point = (date: PartialDate | undefined): TimeWindow | undefined =>
  date === undefined ? undefined : { from: date, to: date };

/** The year of a month named without one: the last such month not after publication by more than a month. */
export function inferYear(reader: Reader, month: number): number {
  if (reader.today === undefined) return 0;
  const date = new Date(reader.today);
  const ahead = month - (date.getUTCMonth() + 1);
  return ahead > 1 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
}

export const monthWindow = (time: number): TimeWindow => {
  const date = new Date(time);
  return point(partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1)) ?? {};
};

/** The last such weekday up to the day of publication, or before it where `least` days must lie between. */
export function onWeekday(today: number, weekday: number, least: number): TimeWindow {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const days = back < least ? back + 7 : back;
  return between(today - days * DAY, today - days * DAY);
}
