import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useSpeech } from '../speech/speech.tsx';

interface Saying {
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
}

const SaidContext = createContext<((saying: Saying | string) => void) | null>(null);

/** Says something to the reader, aloud for a screen reader; with an act (undo) it also stands on the page until closed. */
export function useTell(): (saying: Saying | string) => void {
  const tell = useContext(SaidContext);
  if (!tell) throw new Error('nobody to tell');
  return tell;
}

export function SaidProvider(props: { readonly children: ReactNode }) {
  const { say } = useSpeech();
  const [saying, setSaying] = useState<Saying>();
  const tell = useCallback((next: Saying | string) => {
    setSaying(typeof next === 'string' ? { text: next } : next);
  }, []);
  const act = saying?.act;
  const close = useMemo(() => () => setSaying(undefined), []);
  return (
    <SaidContext value={tell}>
      {props.children}
      <div role="status" className={act ? 'said' : 'unseen'}>
        {saying && <span>{saying.text}</span>}
        {act && (
          <>
            <button
              type="button"
              onClick={() => {
                close();
                act.run();
              }}
            >
              {act.label}
            </button>
            <button type="button" className="plain" onClick={close}>
              {say('said.close')}
            </button>
          </>
        )}
      </div>
    </SaidContext>
  );
}
