import type { ReactNode } from 'react';
import { useSpeech } from '../speech/speech.tsx';

/** Signs that turn, hide or break text without being seen. Joiners that Persian spelling needs are left alone. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff])/;

const SHORT: Readonly<Record<string, string>> = {
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;
const LATIN = /[A-Za-z\u00c0-\u024f]/;

/** The language to read a text out in, where its script tells. */
export const tongueOf = (text: string): 'ar' | 'en' | undefined =>
  ARABIC.test(text) ? 'ar' : LATIN.test(text) ? 'en' : undefined;

/** Text of a source with its invisible signs shown and taken out of force. */
export function Shown(props: { readonly text: string }): ReactNode {
  const { say } = useSpeech();
  if (!HIDDEN.test(props.text)) return props.text;
  return props.text.split(HIDDEN).map((part, at) => {
    if (at % 2 === 0) return part;
    const short = SHORT[part] ?? `U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <span key={at} className="hidden-sign" title={say('written.hidden-sign', { sign: short })}>
        {short}
      </span>
    );
  });
}

/** A name, value or file name as a source writes it: isolated, and read out in its own language. */
export function Written(props: { readonly text: string; readonly className?: string }) {
  return (
    <bdi className={props.className} lang={tongueOf(props.text)}>
      <Shown text={props.text} />
    </bdi>
  );
}
