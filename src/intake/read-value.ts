import type { ErrorCode, Property } from '../model/index.ts';
import { cleanValue, saysNothing } from './clean-value.ts';
import { MOST_VALUE_CHARACTERS } from './limits.ts';
import { readAge } from './read-age.ts';
import { type DateHabit, readDate } from './read-date.ts';
import { readSex } from './read-sex.ts';
import type { RecognisedColumn } from './recognise-columns.ts';

export interface ValueReading {
  /** As understood; absent where it could not be, or where the cell says that nothing is known. */
  readonly value?: string;
  /** A place that stood beside the date in one cell. */
  readonly place?: string;
  readonly fault?: ErrorCode;
  readonly directionMarks?: true;
  readonly controlCharacters?: true;
}

/** Reads the cells of one column. What was read once is remembered: columns repeat themselves. */
export type ValueReader = (written: string) => ValueReading;

const MOST_REMEMBERED = 50_000;

export function valueReader(column: RecognisedColumn, habit: DateHabit): ValueReader {
  const remembered = new Map<string, ValueReading>();
  return (written) => {
    const known = remembered.get(written);
    if (known) return known;
    const reading = read(column, habit, written);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(written, reading);
    return reading;
  };
}

const DATES: ReadonlySet<Property> = new Set<Property>([
  'birth.date',
  'arrest.date',
  'seen.date',
  'admission.date',
  'release.date',
  'death.date',
  'date',
]);
export const isDate = (property: Property): boolean => DATES.has(property);

function read(column: RecognisedColumn, habit: DateHabit, written: string): ValueReading {
  const clean = cleanValue(written);
  const marks = {
    ...(clean.directionMarks ? { directionMarks: true as const } : {}),
    ...(clean.controlCharacters ? { controlCharacters: true as const } : {}),
  };
  const text = withoutLoneQuote(clean.text);
  if (column.property !== 'text' && text.length > MOST_VALUE_CHARACTERS)
    return { ...marks, fault: 'cell.too-long' };
  if (saysNothing(text)) return column.property === 'text' && text !== '' ? { ...marks, value: text } : marks;
  return { ...marks, ...understood(column, habit, text) };
}

/** What a broken quotation mark elsewhere in the file leaves at the edge of a cell. */
function withoutLoneQuote(text: string): string {
  const at = text.indexOf('"');
  if (at < 0 || text.indexOf('"', at + 1) >= 0) return text;
  return at === 0 ? text.slice(1).trim() : at === text.length - 1 ? text.slice(0, -1).trim() : text;
}

function understood(column: RecognisedColumn, habit: DateHabit, text: string): ValueReading {
  const { property, detail } = column;
  if (isDate(property)) return detail === 'with-place' ? placeAndDate(text, habit) : dateValue(text, habit);
  if (property === 'age') {
    const reading = readAge(text);
    if ('fault' in reading) return reading;
    return { value: detail === 'about' && !reading.age.startsWith('~') ? `~${reading.age}` : reading.age };
  }
  if (property === 'sex') {
    const sex = readSex(text);
    return sex === undefined ? { fault: 'cell.sex-unclear' } : { value: sex };
  }
  return { value: text };
}

function dateValue(text: string, habit: DateHabit): ValueReading {
  const reading = readDate(text, habit);
  if (!('fault' in reading)) return { value: reading.date };
  return { fault: reading.fault, ...(reading.date === undefined ? {} : { value: reading.date }) };
}

/** «حلب 1970», "Damascus, 3/5/1985", «١٩٨٥ دوما»: words, and a date before or behind them. */
function placeAndDate(text: string, habit: DateHabit): ValueReading {
  const whole = readDate(text, habit);
  if (!('fault' in whole)) return { value: whole.date };
  const match =
    /^(?<place>[^\d٠-٩۰-۹]*?[\p{L}][^\d٠-٩۰-۹]*?)[\s,،:()/-]*(?<date>[\d٠-٩۰-۹].*)$/u.exec(text) ??
    /^(?<date>[\d٠-٩۰-۹][\d٠-٩۰-۹\s./-]*?)[\s,،:()/-]+(?<place>\p{L}[^\d٠-٩۰-۹]*)$/u.exec(text);
  const { place, date } = match?.groups ?? {};
  if (place === undefined || date === undefined)
    return /[\d٠-٩۰-۹]/.test(text) ? { fault: 'cell.date-unclear' } : { place: text };
  return { place: place.trim(), ...dateValue(date.trim(), habit) };
}
