import { stripArabicPrefix } from '../measures.ts';
import { monthAt, partialAt, yearAt } from './date.ts';
import { iso, type Reader, window } from './days.ts';
import { type Hit, skipFillers, word } from './hit.ts';

export function rangeAt(reader: Reader, at: number): Hit | undefined {
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
