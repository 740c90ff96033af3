import { partialDate } from '../../model/index.ts';
import { serialDate } from '../read-date.ts';

/** How numbers of one style are shown: a day, a day and a time, a month, a time, with leading zeros, or plainly. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'day' | 'day-and-time' | 'month' | 'time' }
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };

/** Built-in formats that are dates, the East Asian and Thai ones included (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74].map(
    (id): [number, NumberFormat] => [id, { kind: 'day' }],
  ),
  [17, { kind: 'month' }],
  [55, { kind: 'month' }],
  [22, { kind: 'day-and-time' }],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 56].map((id): [number, NumberFormat] => [
    id,
    { kind: 'time' },
  ]),
]);

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.get(id) ?? PLAIN;
  const bare = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '').toLowerCase();
  if (/^0{2,20}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  if (/general|[#?]|0\.0|e\+/.test(bare)) return PLAIN;
  const year = /y|e|ن/.test(bare);
  const day = /d/.test(bare);
  const time = /h|s/.test(bare);
  if (year || day) return { kind: day ? (time ? 'day-and-time' : 'day') : /m/.test(bare) ? 'month' : 'day' };
  return time ? { kind: 'time' } : PLAIN;
}

/** A number as a cell's text: dates in ISO form, all else as it stands in the file. */
export function numberText(raw: string, format: NumberFormat, system: '1900' | '1904'): string {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  switch (format.kind) {
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? String(value).padStart(format.digits, '0')
        : plainNumber(raw, value);
    case 'plain':
      return plainNumber(raw, value);
    case 'time':
      return value >= 0 && value < 1 ? timeOf(value) : plainNumber(raw, value);
    default: {
      const day = serialDate(value, system);
      if (day === undefined || value < 1) return plainNumber(raw, value);
      if (format.kind === 'month')
        return partialDate(Number(day.slice(0, 4)), Number(day.slice(5, 7))) ?? day;
      const time = format.kind === 'day-and-time' && value % 1 > 0 ? ` ${timeOf(value % 1)}` : '';
      return `${day}${time}`;
    }
  }
}

/** Excel stores 0.1 + 0.2 with seventeen digits; people see fifteen. */
const plainNumber = (raw: string, value: number): string =>
  /^-?\d{1,15}$/.test(raw) ? raw : Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : raw;

function timeOf(part: number): string {
  const seconds = Math.round(part * 86_400) % 86_400;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
