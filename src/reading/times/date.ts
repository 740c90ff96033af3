import { type PartialDate, partialDate } from '../../model/index.ts';
import { DOUBLE_MONTHS_AR, MONTH_NUMBERS_AR } from '../arabic/words.ts';
import { stripArabicPrefix } from '../measures.ts';
import { asciiDigits } from '../tokens.ts';
import { inferYear, MONTH_NUMBERS, type Reader } from './days.ts';
import { type Hit, skipFillers, withSynonym, word } from './hit.ts';

export function yearAt(reader: Reader, at: number): number | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
  const year = Number(asciiDigits(token.text));
  return year >= 1900 && year <= 2100 ? year : undefined;
}

/** A date of any precision: "8 December 2024", "December 2024", "2013", "8 كانون الأول". */
export function partialAt(
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

export function monthAt(reader: Reader, at: number): { month: number; to: number } | undefined {
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

export function dateAt(reader: Reader, at: number): Hit | undefined {
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
