import { IntlMessageFormat } from 'intl-messageformat';
import type { Bilingual, Language } from './catalogue.ts';

/** Arabic in Syria: Levantine months, and Arabic digits. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar-SY-u-nu-arab' };

const compiled = new Map<string, IntlMessageFormat>();

/** Fills a sentence. Values of names and quotations are wrapped in isolates, so that no text turns its neighbour. */
export function format(
  message: Bilingual,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
  locale: string = LOCALES[language],
): string {
  const pattern = message[language];
  const key = `${locale}\u0000${pattern}`;
  let formatter = compiled.get(key);
  if (!formatter) {
    formatter = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
    compiled.set(key, formatter);
  }
  const isolated: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values))
    isolated[name] = typeof value === 'string' ? `\u2068${value}\u2069` : value;
  return String(formatter.format(isolated));
}
