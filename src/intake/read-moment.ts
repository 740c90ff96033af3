import { plainDigits } from './clean-value.ts';
import { readDate } from './read-date.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const CLOCK = /(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?|ص|م)?(?![\d:])/i;

/**
 * When something was published, as machines or people write it: ISO date or date-time. A time that people write is kept
 * only where nothing else is on the line that could be one.
 */
export function readMoment(written: string): string | undefined {
  const text = plainDigits(written).trim();
  const iso = ISO.exec(text);
  if (iso) {
    const date = readDate(iso[1]!, { order: 'day-first', of: 'event' });
    if ('fault' in date) return undefined;
    if (iso[2] === undefined) return iso[1];
    const zone = iso[4] === undefined ? '' : iso[4].replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
    return `${iso[1]}T${iso[2]}:${iso[3] ?? '00'}${zone}`;
  }
  if (text.length > 100 || !/\d/.test(text)) return undefined;
  const day = text
    .replace(
      /(?<![\p{L}])(?:gmt|utc|est|edt|cet|cest|bst|et|pt|الساعة|بتوقيت .{1,20}|at|à|h)(?![\p{L}])/giu,
      ' ',
    )
    .replace(CLOCK, ' ')
    .replace(/[|•·–—()-]+\s*$|^\s*[|•·–—()-]+/g, ' ')
    .replace(/[\s,،]+$/g, '')
    .trim();
  const read = readDate(day, { order: 'day-first', of: 'event' });
  if ('fault' in read || !/^\d{4}-\d{2}-\d{2}$/.test(read.date)) return undefined;
  const clock = CLOCK.exec(text.replace(day, ' '));
  if (!clock) return read.date;
  const half = clock[3]?.toLowerCase();
  const hour = (Number(clock[1]) % (half ? 12 : 24)) + (half?.startsWith('p') || half === 'م' ? 12 : 0);
  return Number(clock[2]) > 59 ? read.date : `${read.date}T${String(hour).padStart(2, '0')}:${clock[2]}:00`;
}
