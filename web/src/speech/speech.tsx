import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Bilingual, Catalogue, Language } from '../../../src/messages/index.ts';
import { errorMessages, format, LOCALES, pageMessages } from '../../../src/messages/index.ts';
import { dateWriter, type WriteDate } from './dates.ts';
import { keep, kept } from './kept.ts';

export type MessageKey = keyof typeof pageMessages;
type Value = string | number;
export type Digits = 'arab' | 'latn';

/** How everything is said to this reader: language, direction, digits, dates. */
export interface Speech {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  readonly digits: Digits;
  readonly locale: string;
  setDigits(digits: Digits): void;
  /**
   * A sentence as plain text; strings among the values are isolated. A page whose sentences come with it gives the
   * sentence itself.
   */
  say(key: MessageKey | Bilingual, values?: Readonly<Record<string, Value>>): string;
  /** The sentence of an error, by its code. */
  sayError(code: string, data: Readonly<Record<string, Value>>): string;
  /** The same for a problem that is shown at its place: without the file, row and column that the sentence begins with. */
  sayProblem(code: string, data: Readonly<Record<string, Value>>): string;
  /** The same sentence with elements in it: links, names, marks. */
  compose(key: MessageKey | Bilingual, values: Readonly<Record<string, Value | ReactNode>>): ReactNode;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  date: WriteDate;
}

const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no speech');
  return speech;
}

const DIGITS = 'sanad.digits';
/** "{file}, row {row}, {column}: " at the head of a sentence. */
const PLACE_FIRST = /^(?:\{(?:file|sheet|row|line|column)\}|[^{}:.])+: (?=\S)/;

/**
 * Plain numbers in a sentence are written in the reader's digits, as those in a plural are; a sentence does not fail
 * for a value that did not come along.
 */
function filled(
  pattern: string,
  data: Readonly<Record<string, Value>>,
  digits: Intl.NumberFormat,
): Record<string, Value> {
  const values: Record<string, Value> = { ...data };
  for (const [, name = '', end] of pattern.matchAll(/\{\s*(\w+)\s*([,}])/g)) {
    const value = values[name];
    if (value === undefined) values[name] = '—';
    else if (typeof value === 'number' && end === '}' && !pattern.includes(`{${name},`))
      values[name] = digits.format(value);
  }
  return values;
}

const PLACE = /\u2068?\uE000(\d+)\uE001\u2069?/;

function speechOf(language: Language, digits: Digits, setDigits: (digits: Digits) => void): Speech {
  const locale = language === 'ar' ? LOCALES.ar.replace(/nu-\w+/, `nu-${digits}`) : LOCALES.en;
  const plain = new Intl.NumberFormat(locale);
  const messageOf = (key: MessageKey | Bilingual): Bilingual =>
    typeof key === 'string' ? pageMessages[key] : key;
  const say: Speech['say'] = (key, values = {}) => {
    const message = messageOf(key);
    return format(message, language, filled(message[language], values, plain), locale);
  };
  const compose: Speech['compose'] = (key, values) => {
    const nodes: ReactNode[] = [];
    const flat: Record<string, Value> = {};
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'number') flat[name] = value;
      else flat[name] = `\uE000${nodes.push(value) - 1}\uE001`;
    }
    const message = messageOf(key);
    return format(message, language, filled(message[language], flat, plain), locale)
      .split(PLACE)
      .map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
          <bdi key={at}>{nodes[Number(part)]}</bdi>
        ),
      );
  };
  const known: Catalogue = errorMessages;
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    digits,
    locale,
    setDigits,
    say,
    compose,
    sayError: (code, data) => {
      const message = known[code] ?? errorMessages.internal;
      return format(message, language, filled(message[language], data, plain), locale);
    },
    sayProblem: (code, data) => {
      const message = known[code] ?? errorMessages.internal;
      const pattern = message[language].replace(PLACE_FIRST, '');
      return format({ ...message, [language]: pattern }, language, filled(pattern, data, plain), locale);
    },
    number: (value, options) =>
      options ? new Intl.NumberFormat(locale, options).format(value) : plain.format(value),
    date: dateWriter(locale, (date) => say('date.about', { date })),
  };
}

export function SpeechProvider(props: { readonly language: Language; readonly children: ReactNode }) {
  const [digits, setDigits] = useState<Digits>(() => (kept(DIGITS) === 'latn' ? 'latn' : 'arab'));
  const speech = useMemo(
    () =>
      speechOf(props.language, digits, (next) => {
        keep(DIGITS, next);
        setDigits(next);
      }),
    [props.language, digits],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}
