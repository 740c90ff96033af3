import { NOT_LATIN, wordClass } from './classes.ts';
import { mayBeginNumber, readNumber } from './number-words.ts';
import { dateAt } from './times/date.ts';
import { dayOf, MONTH_NUMBERS, type Reader, WEEKDAY_NUMBERS } from './times/days.ts';
import { FILLERS, type ReadTime } from './times/hit.ts';
import { rangeAt } from './times/range.ts';
import { spanAt, UNIT_DAYS } from './times/relative.ts';
import type { Token } from './tokens.ts';

/**
 * Times in one sentence: days, months and years as written, ranges ("between 2011 and 2018", "since 2011"), and times
 * told from the day of publication ("on Sunday", "over the past 10 days"). The latter are left out where that day is
 * not known: nothing is guessed.
 */
export function timesIn(tokens: readonly Token[], published: string | undefined): ReadTime[] {
  if (!tokens.some(tellsTime)) return [];
  const today = dayOf(published);
  const reader: Reader = today === undefined ? { tokens } : { tokens, today };
  const found: ReadTime[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!mayBeginTime(tokens[at]!) || !leadsToTime(tokens, at)) {
      at++;
      continue;
    }
    const hit = rangeAt(reader, at) ?? spanAt(reader, at) ?? dateAt(reader, at);
    if (hit) {
      found.push({ start: tokens[at]!.start, end: tokens[hit.to - 1]!.end, window: hit.window });
      at = Math.max(hit.to, at + 1);
    } else at++;
  }
  return found;
}

const OPENER = wordClass(
  'between from since until till before after over in during within for on at the past last recent this weekend today tonight yesterday by'.split(
    ' ',
  ),
  MONTH_NUMBERS.keys(),
  WEEKDAY_NUMBERS.keys(),
);

const TIMELY = wordClass(
  'today tonight yesterday weekend ago - /'.split(' '),
  MONTH_NUMBERS.keys(),
  WEEKDAY_NUMBERS.keys(),
  UNIT_DAYS.keys(),
);

const TELLING = TIMELY | NOT_LATIN;

/** One of these stands in every time: its day, month or unit, a year, a date in figures, or a word that is not Latin. */
const tellsTime = ({ classes, kind, text }: Token): boolean =>
  (classes & TIMELY) !== 0 ||
  (kind === 'word' ? (classes & NOT_LATIN) !== 0 : kind === 'number' && text.length === 4);

/** Words that stand between the word that opens a time and the one that tells it: "in the early", "about a hundred and". */
const BETWEEN = new Set([...FILLERS, 'and', 'of']);

/** What opens a time leads to a number, a day, a month or a unit; "in heavy rain" leads nowhere. */
function leadsToTime(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'number' || (token.classes & TELLING) !== 0) return true;
    if ((token.classes & OPENER) === 0 && !mayBeginNumber(token) && !BETWEEN.has(token.lower)) return false;
  }
  return false;
}

/** A cheap look at a token: most begin no time. */
const mayBeginTime = (token: Token): boolean =>
  token.kind === 'number' ||
  (token.classes & OPENER) !== 0 ||
  (token.kind === 'word' &&
    ((token.classes & NOT_LATIN) !== 0 || (mayBeginNumber(token) && readNumber([token], 0) !== undefined)));
