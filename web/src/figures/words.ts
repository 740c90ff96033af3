import {
  estimateMethods,
  estimateReasons,
  figureMessages,
  format,
  pageMessages,
} from '../../../src/messages/index.ts';
import type { EstimateSeen, ReportedFigureSeen, RunSeen } from '../../../src/model/index.ts';
import type { MessageKey } from '../speech/speech.tsx';
import type { FigureKey, FigureSpeech } from './speech.ts';

/** A word of a vocabulary, as the page says it; one that has none yet as it stands. */
export function wordOf(speech: FigureSpeech, prefix: string, word: string): string {
  const key = `${prefix}.${word}`;
  return Object.hasOwn(figureMessages, key) || Object.hasOwn(pageMessages, key)
    ? speech.say(key as FigureKey | MessageKey)
    : word;
}

export const methodWord = ({ language, locale }: FigureSpeech, method: string): string => {
  const message = (estimateMethods as Readonly<Record<string, { en: string; ar: string }>>)[method];
  return message ? format(message, language, {}, locale) : method;
};

/** "year of arrest (2013, 2016)" */
export function dividedWords(speech: FigureSpeech, division: NonNullable<RunSeen['division']>): string {
  const years = (division.yearsFrom ?? []).map((year) => speech.number(year, { useGrouping: false }));
  const words = division.by.map((by) =>
    by === 'year' && years.length > 0
      ? `${wordOf(speech, 'part', by)} (${years.join(speech.language === 'ar' ? '، ' : ', ')})`
      : wordOf(speech, 'part', by),
  );
  return new Intl.ListFormat(speech.locale).format(words);
}

/** A part as the page says it: `–2012 · female` is "until 2012 · female". */
export function partWords(speech: FigureSpeech, name: string): string {
  const year = (digits: string): string => speech.number(Number(digits), { useGrouping: false });
  return name
    .split(' · ')
    .map((part) => {
      const [, first, last] = /^(\d{4})?–(\d{4})?$/.exec(part) ?? [];
      if (first && last) return speech.say('part.years', { first: year(first), last: year(last) });
      if (first) return speech.say('part.from', { year: year(first) });
      if (last) return speech.say('part.until', { year: year(last) });
      return /^\d{4}$/.test(part) ? year(part) : wordOf(speech, 'sex', part);
    })
    .join(' · ');
}

/** Why an estimate is refused, or with what care it is to be read: each as one sentence. */
export function reasonSentences(speech: FigureSpeech, reasons: EstimateSeen['why']): string[] {
  const known: Readonly<Record<string, { en: string; ar: string }>> = estimateReasons;
  return (reasons ?? []).map(({ code, data }) => {
    const message = known[code];
    if (!message) return code;
    const values: Record<string, string | number> = { ...data };
    if (typeof values.stratum === 'string') values.stratum = partWords(speech, values.stratum);
    for (const [, name = ''] of message[speech.language].matchAll(/\{\s*(\w+)\s*[,}]/g)) values[name] ??= '—';
    return format(message, speech.language, values, speech.locale);
  });
}

/** Beyond a thousand an estimate is told to two digits: more would be a pretence. */
export function roundly(value: number, side: 'low' | 'high' | 'middle'): number {
  if (value < 1000)
    return side === 'low' ? Math.floor(value) : side === 'high' ? Math.ceil(value) : Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const to = side === 'low' ? Math.floor : side === 'high' ? Math.ceil : Math.round;
  return to(value / step) * step;
}

/** Interval first. */
export function intervalSentence(speech: FigureSpeech, { low, high, estimate }: EstimateSeen): string {
  if (low === undefined || estimate === undefined) return speech.say('estimated.refused');
  const values = { low: roundly(low, 'low'), middle: roundly(estimate, 'middle') };
  return high === undefined
    ? speech.say('estimated.interval-open', values)
    : speech.say('estimated.interval', { ...values, high: roundly(high, 'high') });
}

const OPERATOR_WORDS = {
  approx: 'figure.about',
  ge: 'figure.at-least',
  gt: 'figure.more-than',
  le: 'figure.at-most',
  lt: 'figure.less-than',
} as const;

export function figureWords(speech: FigureSpeech, { op, low, high }: ReportedFigureSeen): string {
  if (low !== undefined && high !== undefined && low !== high)
    return speech.say('figure.between', { low, high });
  const value = low ?? high ?? 0;
  const key = (OPERATOR_WORDS as Readonly<Record<string, FigureKey>>)[op] ?? 'figure.exactly';
  return speech.say(key, { value });
}

/** What is counted, as it stands after its number. */
export function countedWords(speech: FigureSpeech, { unit, low, high }: ReportedFigureSeen): string {
  const key = `counted.${unit}`;
  return Object.hasOwn(figureMessages, key)
    ? speech.say(key as FigureKey, { count: high ?? low ?? 0 })
    : wordOf(speech, 'unit', unit);
}

export function whenWords(speech: FigureSpeech, { window, published }: ReportedFigureSeen): string {
  const first = window?.first && speech.date(window.first, 'long');
  const last = window?.last && speech.date(window.last, 'long');
  if (first && last) return first === last ? first : `${first} – ${last}`;
  if (first) return speech.say('window.from', { from: first });
  if (last) return speech.say('window.until', { to: last });
  return published
    ? speech.say('reported.as-of', { date: speech.date(published.first) })
    : speech.say('reported.not-said');
}
