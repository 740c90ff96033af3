import { dateBounds, parsePartialDate, type TimeWindow } from '../model/index.ts';
import type { Said } from './said.ts';

/**
 * When a statement is about. `now`: the days around the report, the usual case of news; `period`: a stretch of its own
 * ("between 2013 and 2019"); `open`: the report says nothing and has no date.
 */
export type Period =
  | { readonly kind: 'now'; readonly day: string; readonly stated: boolean }
  | { readonly kind: 'period'; readonly key: string }
  | { readonly kind: 'open' };

const DAY = 86_400_000;
const NEWS_DAYS = 31;

const days = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

function edges(window: TimeWindow): { first?: string; last?: string } {
  const from = window.from && parsePartialDate(window.from);
  const to = window.to && parsePartialDate(window.to);
  return {
    ...(from && { first: dateBounds(from).first }),
    ...(to && { last: dateBounds(to).last }),
  };
}

export function periodOf(said: Said): Period {
  const window = said.statement.window;
  const { first, last } = window ? edges(window) : {};
  if (first === undefined && last === undefined)
    return said.day === undefined ? { kind: 'open' } : { kind: 'now', day: said.day, stated: false };
  const short = first !== undefined && last !== undefined && days(first, last) <= NEWS_DAYS;
  const anchor = said.day ?? last ?? first!;
  const near = days(first ?? last!, anchor) <= 2 * NEWS_DAYS && days(last ?? first!, anchor) <= 2 * NEWS_DAYS;
  if (near && (short || first === undefined || last === undefined))
    return { kind: 'now', day: first ?? last!, stated: true };
  const key = `${window?.from?.replace('~', '').slice(0, 4) ?? ''}/${window?.to?.replace('~', '').slice(0, 4) ?? ''}`;
  return { kind: 'period', key };
}

/** Days on which one thing is news, split where nothing was said for a month: the same number a year later is new. */
export function episodes(daysSaid: readonly string[]): Map<string, number> {
  const ordered = [...new Set(daysSaid)].sort();
  const episode = new Map<string, number>();
  let current = 0;
  ordered.forEach((day, i) => {
    if (i > 0 && days(ordered[i - 1]!, day) > NEWS_DAYS) current++;
    episode.set(day, current);
  });
  return episode;
}

/** True where both are the same stretch as far as they say. */
export function samePeriod(a: Period, b: Period): boolean {
  if (a.kind === 'period' && b.kind === 'period') return a.key === b.key;
  if (a.kind === 'now' && b.kind === 'now') return days(a.day, b.day) <= NEWS_DAYS;
  return a.kind === 'open' || b.kind === 'open';
}
