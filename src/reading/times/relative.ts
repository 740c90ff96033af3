import { partialDate, type TimeWindow } from '../../model/index.ts';
import { WEEKDAYS_AR } from '../arabic/words.ts';
import { classesOf } from '../classes.ts';
import { stripArabicPrefix } from '../measures.ts';
import { readNumber } from '../number-words.ts';
import type { Token } from '../tokens.ts';
import { partialAt } from './date.ts';
import {
  between,
  DAY,
  iso,
  MONTH_NUMBERS,
  monthWindow,
  onWeekday,
  point,
  type Reader,
  WEEKDAY_NUMBERS,
  weekdayOf,
  window,
} from './days.ts';
import { type Hit, word } from './hit.ts';

export const UNIT_DAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hour: 1 / 24,
    hours: 1 / 24,
    day: 1,
    days: 1,
    week: 7,
    weeks: 7,
    month: 30.44,
    months: 30.44,
    year: 365.25,
    years: 365.25,
    decade: 3652.5,
    decades: 3652.5,
    ساعة: 1 / 24,
    ساعات: 1 / 24,
    يوم: 1,
    أيام: 1,
    يوما: 1,
    الأيام: 1,
    أسبوع: 7,
    أسابيع: 7,
    الأسابيع: 7,
    شهر: 30.44,
    أشهر: 30.44,
    شهرا: 30.44,
    الأشهر: 30.44,
    سنة: 365.25,
    سنوات: 365.25,
    عاما: 365.25,
    أعوام: 365.25,
    السنوات: 365.25,
    الأعوام: 365.25,
  }),
);

/** Times told from the day of publication. */
export function spanAt(reader: Reader, at: number): Hit | undefined {
  const { today, tokens } = reader;
  if (today === undefined) return undefined;
  let next = at;
  let first = word(reader, next);
  if (['over', 'in', 'during', 'within', 'for', 'on', 'at'].includes(first)) first = word(reader, ++next);
  if (['the', 'this'].includes(first) && ['past', 'last', 'weekend'].includes(word(reader, next + 1)))
    first = word(reader, ++next);
  const day = weekdayOf(today);
  const after = word(reader, next + 1);
  if (
    first === 'weekend' ||
    ((first === 'past' || first === 'last') && after === 'weekend') ||
    (first === 'this' && after === 'weekend')
  ) {
    const sunday = today - day * DAY;
    return { to: first === 'weekend' ? next + 1 : next + 2, window: between(sunday - DAY, sunday) };
  }
  if (first === 'past' || first === 'last' || first === 'recent') {
    const count = readNumber(tokens, next + 1);
    const unit = UNIT_DAYS.get(word(reader, next + 1 + (count?.taken ?? 0)));
    if (count && unit) return { to: next + 2 + count.taken, window: lengthBack(today, count.value, unit) };
    if (after === 'week') {
      const monday = today - ((day + 6) % 7) * DAY;
      return { to: next + 2, window: between(monday - 7 * DAY, monday - DAY) };
    }
    if (after === 'month' || after === 'year') return { to: next + 2, window: previous(today, after) };
    const weekday = WEEKDAY_NUMBERS.get(after);
    if (weekday !== undefined) return { to: next + 2, window: onWeekday(today, weekday, 7) };
    if (MONTH_NUMBERS.get(after) !== undefined) {
      const date = new Date(today);
      const month = MONTH_NUMBERS.get(after)!;
      const year = month >= date.getUTCMonth() + 1 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
      const hit = point(partialDate(year, month));
      if (hit) return { to: next + 2, window: hit };
    }
    return undefined;
  }
  if (first === 'this' && ['week', 'month', 'year'].includes(after)) {
    const date = new Date(today);
    if (after === 'week') return { to: next + 2, window: between(today - ((day + 6) % 7) * DAY, today) };
    const hit = point(
      after === 'month'
        ? partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1)
        : partialDate(date.getUTCFullYear()),
    );
    return hit && { to: next + 2, window: hit };
  }
  if (
    first === 'today' ||
    first === 'tonight' ||
    (first === 'اليوم' && WEEKDAYS_AR.get(word(reader, next + 1)) === undefined)
  )
    return { to: next + 1, window: between(today, today) };
  if (first === 'yesterday' || first === 'أمس') {
    const weekday = WEEKDAYS_AR.get(after);
    return { to: weekday === undefined ? next + 1 : next + 2, window: between(today - DAY, today - DAY) };
  }
  const written = stripArabicPrefix(first);
  const weekday = WEEKDAY_NUMBERS.get(first) ?? WEEKDAYS_AR.get(first) ?? WEEKDAYS_AR.get(written);
  if (
    weekday !== undefined &&
    (WEEKDAY_NUMBERS.get(first) === undefined || tokens[next]!.text[0] !== first[0])
  ) {
    // A written date behind the day says it better: "Sunday 8 December".
    if (
      partialAt(
        reader,
        word(reader, next + 1) === ',' || word(reader, next + 1) === '،' ? next + 2 : next + 1,
      )
    )
      return undefined;
    const past = after === 'الماضي';
    return { to: past ? next + 2 : next + 1, window: onWeekday(today, weekday, past ? 1 : 0) };
  }
  const count = readNumber(tokens, at);
  if (count) {
    const unit = UNIT_DAYS.get(word(reader, at + count.taken));
    if (unit && word(reader, at + count.taken + 1) === 'ago') {
      const back = today - count.value * unit * DAY;
      return {
        to: at + count.taken + 2,
        window:
          unit > 300
            ? point(partialDate(new Date(back).getUTCFullYear()))!
            : unit > 20
              ? monthWindow(back)
              : between(back, back),
      };
    }
  }
  return arabicSpan(reader, at, today);
}

function arabicSpan(reader: Reader, at: number, today: number): Hit | undefined {
  const first = stripArabicPrefix(word(reader, at));
  const second = word(reader, at + 1);
  const day = weekdayOf(today);
  if (/^(?:الأسبوع|الاسبوع)$/.test(first) && /^(?:الماضي|الفائت|المنصرم)$/.test(second)) {
    const monday = today - ((day + 6) % 7) * DAY;
    return { to: at + 2, window: between(monday - 7 * DAY, monday - DAY) };
  }
  if (/^(?:الشهر|العام|السنة)$/.test(first) && /^(?:الماضي|الماضية|الفائت|المنصرم)$/.test(second))
    return { to: at + 2, window: previous(today, first === 'الشهر' ? 'month' : 'year') };
  if (['خلال', 'في', 'منذ', 'قبل'].includes(first)) {
    let next = at + 1;
    if (/^ال(?:أيام|أسابيع|أشهر|سنوات|أعوام|ساعات)$/.test(word(reader, next))) {
      const unit = UNIT_DAYS.get(word(reader, next));
      const count =
        readNumber(reader.tokens, next + 1) ?? readNumber(withoutArticle(reader.tokens, next + 1), 0);
      if (unit && count)
        return {
          to: next + 1 + count.taken + (/^الماضية$/.test(word(reader, next + 1 + count.taken)) ? 1 : 0),
          window: lengthBack(today, count.value, unit),
        };
    }
    const count = readNumber(reader.tokens, next);
    const unit = count && UNIT_DAYS.get(word(reader, next + count.taken));
    if (count && unit && first !== 'في') {
      next += count.taken + 1;
      return { to: next, window: lengthBack(today, count.value, unit) };
    }
  }
  return undefined;
}

function withoutArticle(tokens: readonly Token[], at: number): Token[] {
  const token = tokens[at];
  if (!token) return [];
  const lower = token.lower.replace(/^ال/, '');
  return [{ ...token, lower, classes: classesOf(lower) }, ...tokens.slice(at + 1, at + 3)];
}

function lengthBack(today: number, count: number, unitDays: number): TimeWindow {
  const from = today - Math.min(count * unitDays, 400_000) * DAY;
  if (unitDays > 300) return window(partialDate(new Date(from).getUTCFullYear()), iso(today));
  return between(from, today);
}

function previous(today: number, unit: 'month' | 'year'): TimeWindow {
  const date = new Date(today);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const hit =
    unit === 'year'
      ? partialDate(year - 1)
      : month === 0
        ? partialDate(year - 1, 12)
        : partialDate(year, month);
  return point(hit) ?? {};
}
