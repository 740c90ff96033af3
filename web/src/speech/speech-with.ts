import { useMemo } from 'react';
import type { Bilingual, Catalogue } from '../../../src/messages/index.ts';
import { type MessageKey, type Speech, useSpeech } from './speech.tsx';

/** Speech that also knows the sentences of one page, which come with that page and not with the first one. */
export interface SpeechWith<Key extends string> extends Speech {
  say(key: Key | MessageKey | Bilingual, values?: Parameters<Speech['say']>[1]): string;
  compose(
    key: Key | MessageKey | Bilingual,
    values: Parameters<Speech['compose']>[1],
  ): ReturnType<Speech['compose']>;
}

/** The hook by which a page asks for speech with its own catalogue. */
export function speechWith<Own extends Catalogue>(own: Own): () => SpeechWith<keyof Own & string> {
  type Key = keyof Own & string;
  const messageOf = (key: Key | MessageKey | Bilingual): MessageKey | Bilingual =>
    typeof key === 'string' ? (own[key] ?? (key as MessageKey)) : key;
  return function useSpeechWith() {
    const speech = useSpeech();
    return useMemo(
      () => ({
        ...speech,
        say: (key, values) => speech.say(messageOf(key), values),
        compose: (key, values) => speech.compose(messageOf(key), values),
      }),
      [speech],
    );
  };
}
