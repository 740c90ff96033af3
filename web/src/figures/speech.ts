import { useMemo } from 'react';
import { type Bilingual, type Catalogue, figureMessages } from '../../../src/messages/index.ts';
import { type MessageKey, type Speech, useSpeech as usePageSpeech } from '../speech/speech.tsx';

export type FigureKey = keyof typeof figureMessages;

/** Speech that also knows the sentences of this page, which come with it and not with the first one. */
export interface FigureSpeech extends Speech {
  say(key: FigureKey | MessageKey | Bilingual, values?: Parameters<Speech['say']>[1]): string;
  compose(
    key: FigureKey | MessageKey | Bilingual,
    values: Parameters<Speech['compose']>[1],
  ): ReturnType<Speech['compose']>;
}

const own: Catalogue = figureMessages;
const messageOf = (key: FigureKey | MessageKey | Bilingual): MessageKey | Bilingual =>
  typeof key === 'string' ? (own[key] ?? (key as MessageKey)) : key;

export function useSpeech(): FigureSpeech {
  const speech = usePageSpeech();
  return useMemo(
    () => ({
      ...speech,
      say: (key, values) => speech.say(messageOf(key), values),
      compose: (key, values) => speech.compose(messageOf(key), values),
    }),
    [speech],
  );
}
