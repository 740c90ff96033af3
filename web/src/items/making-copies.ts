import { useState } from 'react';
import type { FileView } from '../../../src/model/index.ts';
import { AskFailed, type Fault, refresh, tell } from '../api/answers.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { useSpeech } from '../speech/speech.tsx';

/** Sends what is decided about a file, says that it is done, and shows the file anew. */
export function useSending(view: FileView, path: string) {
  const said = useTell();
  const decide = useDecider();
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  const send = (question: string, body: (by: string) => unknown, done: string, then?: () => void) =>
    decide(async (by) => {
      setFault(undefined);
      setBusy('busy');
      try {
        await tell(`/api/items/${encodeURIComponent(view.id)}/${question}`, body(by));
        said(done);
        then?.();
        await refresh(path);
      } catch (error) {
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
      }
      setBusy('idle');
    });
  return { send, busy, fault };
}

/** Makes a copy that may be shown. */
export function useCopy(view: FileView, path: string) {
  const { say } = useSpeech();
  const { send, busy, fault } = useSending(view, path);
  const make = (wanted: object, then?: () => void) =>
    send('copies', (by) => ({ by, ...wanted }), say('picture.made'), then);
  return { make, busy, fault };
}
