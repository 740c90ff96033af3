import { type PartialDate, partialDate, type Span, type TimeWindow } from '../model/index.ts';
import { DOUBLE_MONTHS_AR, MONTH_NUMBERS_AR, WEEKDAYS_AR } from './arabic/words.ts';
import { stripArabicPrefix } from './measures.ts';
import { readNumber } from './number-words.ts';
import { asciiDigits, type Token } from './tokens.ts';

/** A time that the text names, and the days that it may mean. */
interface ReadTime extends Span {
  readonly window: TimeWindow;
}

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
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
const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
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

const DAY = 86_400_000;

interface Reader {
  readonly tokens: readonly Token[];
  /** Milliseconds of the day on which the report was published, UTC. */
  readonly today?: number;
}

/** The day of an ISO date or date-time; `undefined` where it is none. */
function dayOf(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '');
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : undefined;
}

const iso = (time: number): PartialDate | undefined => {
  const date = new Date(time);
  return partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};
const between = (from: number, to: number): TimeWindow => window(iso(from), iso(to));
function window(from: PartialDate | undefined, to: PartialDate | undefined): TimeWindow {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
const point = (date: PartialDate | undefined): TimeWindow | undefined =>
  date === undefined ? undefined : { from: date, to: date };

/**
 * Times in one sentence: days, months and years as written, ranges ("between 2011 and 2018", "since 2011"), and times
 * told from the day of publication ("on Sunday", "over the past 10 days"). The latter are left out where that day is
 * not known: nothing is guessed.
 */
export function timesIn(tokens: readonly Token[], published: string | undefined): ReadTime[] {
  const today = dayOf(published);
  const reader: Reader = today === undefined ? { tokens } : { tokens, today };
  const found: ReadTime[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!mayBeginTime(tokens[at]!)) {
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

const OPENERS = new Set(
  'between from since until till before after over in during within for on at the past last recent this weekend today tonight yesterday by'.split(
    ' ',
  ),
);

/** A cheap look at a token: most begin no time. */
const mayBeginTime = (token: Token): boolean =>
  token.kind === 'number' ||
  OPENERS.has(token.lower) ||
  MONTH_NUMBERS.has(token.lower) ||
  WEEKDAY_NUMBERS.has(token.lower) ||
  (token.kind === 'word' && (token.lower.charCodeAt(0) >= 0x600 || readNumber([token], 0) !== undefined));

interface Hit {
  readonly to: number;
  readonly window: TimeWindow;
}

const word = (reader: Reader, at: number): string => reader.tokens[at]?.lower ?? '';

function yearAt(reader: Reader, at: number): number | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
  const year = Number(asciiDigits(token.text));
  return year >= 1900 && year <= 2100 ? year : undefined;
}

/** A date of any precision: "8 December 2024", "December 2024", "2013", "8 كانون الأول". */
function partialAt(
  reader: Reader,
  at: number,
): { to: number; date: PartialDate; ends?: PartialDate } | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  const isoDay = token.kind === 'number' ? isoDateAt(reader, at) : undefined;
  if (isoDay) return isoDay;
  if (token.kind === 'number' && token.text.length <= 2) {
    const day = Number(asciiDigits(token.text));
    let next = at + 1;
    if (word(reader, next) === 'of' || word(reader, next) === 'من') next++;
    const month = monthAt(reader, next);
    if (month && day >= 1 && day <= 31) {
      let after = month.to;
      if (word(reader, after) === ',' || word(reader, after) === '،') after++;
      if (word(reader, after) === 'من' || word(reader, after) === 'عام') after++;
      const year = yearAt(reader, after);
      const date = partialDate(year ?? inferYear(reader, month.month), month.month, day);
      if (date && (year !== undefined || reader.today !== undefined))
        return { to: year === undefined ? month.to : after + 1, date };
    }
    return undefined;
  }
  const month = monthAt(reader, at);
  if (month) {
    const dayToken = reader.tokens[month.to];
    const day = dayToken && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(asciiDigits(dayToken.lower));
    if (day && Number(day[1]) >= 1 && Number(day[1]) <= 31) {
      let after = month.to + 1;
      if (word(reader, after) === ',') after++;
      const year = yearAt(reader, after);
      const date = partialDate(year ?? inferYear(reader, month.month), month.month, Number(day[1]));
      if (date && (year !== undefined || reader.today !== undefined))
        return { to: year === undefined ? month.to + 1 : after + 1, date };
    }
    let after = month.to;
    if (word(reader, after) === ',' || word(reader, after) === 'من' || word(reader, after) === 'عام') after++;
    const year = yearAt(reader, after);
    if (year !== undefined) {
      const date = partialDate(year, month.month);
      if (date) return { to: after + 1, date };
    }
    if (token.text[0] !== token.lower[0] || token.lower.charCodeAt(0) > 0x600) {
      if (reader.today === undefined || token.lower === 'may' || token.lower === 'march') return undefined;
      const date = partialDate(inferYear(reader, month.month), month.month);
      if (date && token.lower.length > 3) return { to: month.to, date };
    }
    return undefined;
  }
  const year = yearAt(reader, at);
  if (year !== undefined) return { to: at + 1, date: partialDate(year)! };
  return undefined;
}

function isoDateAt(reader: Reader, at: number): { to: number; date: PartialDate } | undefined {
  const parts = [0, 2, 4].map((offset) => reader.tokens[at + offset]);
  const joints = [1, 3].map((offset) => word(reader, at + offset));
  if (
    !parts.every((part) => part?.kind === 'number') ||
    joints[0] !== joints[1] ||
    !['-', '/'].includes(joints[0]!)
  )
    return undefined;
  const [a, b, c] = parts.map((part) => Number(asciiDigits(part!.text)));
  const date = a! > 31 ? partialDate(a!, b!, c!) : partialDate(c!, b!, a!);
  return date ? { to: at + 5, date } : undefined;
}

function monthAt(reader: Reader, at: number): { month: number; to: number } | undefined {
  const written = word(reader, at);
  const double = DOUBLE_MONTHS_AR.get(written) ?? DOUBLE_MONTHS_AR.get(stripArabicPrefix(written));
  if (double) {
    const next = word(reader, at + 1);
    if (/^(?:الأول|الاول|أول|اول)$/.test(next)) return { month: double[0], to: withSynonym(reader, at + 2) };
    if (/^(?:الثاني|ثاني|الثانى)$/.test(next)) return { month: double[1], to: withSynonym(reader, at + 2) };
    return undefined;
  }
  const arabic = MONTH_NUMBERS_AR.get(written) ?? MONTH_NUMBERS_AR.get(stripArabicPrefix(written));
  if (arabic !== undefined) return { month: arabic, to: withSynonym(reader, at + 1) };
  const english = MONTH_NUMBERS.get(written);
  if (english === undefined || reader.tokens[at]!.text[0] === written[0]) return undefined;
  return {
    month: english,
    to: word(reader, at + 1) === '.' && reader.tokens[at + 2]?.kind === 'number' ? at + 2 : at + 1,
  };
}

/** "كانون الأول/ديسمبر": the second name of the same month is passed over. */
const withSynonym = (reader: Reader, at: number): number =>
  word(reader, at) === '/' && MONTH_NUMBERS_AR.get(word(reader, at + 1)) !== undefined ? at + 2 : at;

/** The year of a month named without one: the last such month not after publication by more than a month. */
function inferYear(reader: Reader, month: number): number {
  if (reader.today === undefined) return 0;
  const date = new Date(reader.today);
  const ahead = month - (date.getUTCMonth() + 1);
  return ahead > 1 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
}

const FILLERS = new Set([
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
const skipFillers = (reader: Reader, at: number): number => {
  let next = at;
  while (FILLERS.has(word(reader, next)) || FILLERS.has(stripArabicPrefix(word(reader, next)))) next++;
  return next;
};

function rangeAt(reader: Reader, at: number): Hit | undefined {
  const first = stripArabicPrefix(word(reader, at));
  const opens = ['between', 'from', 'بين', 'من'].includes(first);
  const low = partialAt(reader, opens ? skipFillers(reader, at + 1) : at);
  if (low && (opens || yearAt(reader, at) !== undefined || monthAt(reader, at))) {
    let joint = low.to;
    const connector = word(reader, joint);
    if (
      ['and', 'to', 'until', 'till', 'through', '-', '–', '—', 'و', 'إلى', 'الى', 'حتى'].includes(connector)
    )
      joint++;
    else joint = -1;
    if (joint > 0 && (opens || ['-', '–', '—', 'to', 'إلى', 'الى', 'through'].includes(connector))) {
      const high = partialAt(reader, skipFillers(reader, joint));
      if (high && high.date >= low.date) return { to: high.to, window: window(low.date, high.date) };
    }
  }
  if (['since', 'منذ'].includes(first)) {
    const start = partialAt(reader, skipFillers(reader, at + 1));
    if (start)
      return {
        to: start.to,
        window: window(start.date, reader.today === undefined ? undefined : iso(reader.today)),
      };
  }
  if (['until', 'till', 'before', 'حتى', 'قبل'].includes(first)) {
    const end = partialAt(reader, skipFillers(reader, at + 1));
    if (end) return { to: end.to, window: window(undefined, end.date) };
  }
  if (first === 'after' || (first === 'بعد' && yearAt(reader, skipFillers(reader, at + 1)) !== undefined)) {
    const start = partialAt(reader, skipFillers(reader, at + 1));
    if (start) return { to: start.to, window: window(start.date, undefined) };
  }
  return undefined;
}

const UNIT_DAYS: ReadonlyMap<string, number> = new Map(
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
function spanAt(reader: Reader, at: number): Hit | undefined {
  const { today, tokens } = reader;
  if (today === undefined) return undefined;
  let next = at;
  let first = word(reader, next);
  if (['over', 'in', 'during', 'within', 'for', 'on', 'at'].includes(first)) first = word(reader, ++next);
  if (['the', 'this'].includes(first) && ['past', 'last', 'weekend'].includes(word(reader, next + 1)))
    first = word(reader, ++next);
  const day = new Date(today).getUTCDay();
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
  const day = new Date(today).getUTCDay();
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
  return [{ ...token, lower: token.lower.replace(/^ال/, '') }, ...tokens.slice(at + 1, at + 3)];
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

const monthWindow = (time: number): TimeWindow => {
  const date = new Date(time);
  return point(partialDate(date.getUTCFullYear(), date.getUTCMonth() + 1)) ?? {};
};

/** The last such weekday up to the day of publication, or before it where `least` days must lie between. */
function onWeekday(today: number, weekday: number, least: number): TimeWindow {
  const back = (new Date(today).getUTCDay() - weekday + 7) % 7;
  const days = back < least ? back + 7 : back;
  return between(today - days * DAY, today - days * DAY);
}

function dateAt(reader: Reader, at: number): Hit | undefined {
  const first = stripArabicPrefix(word(reader, at));
  const lead = ['in', 'on', 'during', 'by', 'في', 'عام', 'سنة', 'يوم', 'خلال'].includes(first);
  const date = partialAt(reader, lead ? skipFillers(reader, at + 1) : at);
  if (!date) return undefined;
  // A bare four-digit number is a year only where something says so.
  if (yearAt(reader, at) !== undefined && date.to === at + 1 && !lead) {
    const before = word(reader, at - 1);
    if (
      ![
        'in',
        'of',
        'the',
        'عام',
        'سنة',
        'for',
        'year',
        'early',
        'late',
        'mid',
        'العام',
        'لعام',
        '(',
      ].includes(before) &&
      !['protest', 'war', 'uprising', 'revolution', 'report', 'study', 'investigation'].includes(
        word(reader, at + 1),
      )
    )
      return undefined;
  }
  return { to: date.to, window: { from: date.date, to: date.date } };
}
