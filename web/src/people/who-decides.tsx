import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useSession } from '../account/session.tsx';
import { keep, kept } from '../speech/kept.ts';
import { useSpeech } from '../speech/speech.tsx';

const KEY = 'sanad.by';
const WhoContext = createContext<((run: (by: string) => void) => void) | null>(null);

/** Runs with the name of the person who decides: of the account, or where nobody signs in asked once and remembered. */
export function useDecider(): (run: (by: string) => void) => void {
  const ask = useContext(WhoContext);
  if (!ask) throw new Error('nobody decides here');
  return ask;
}

/** Who would decide, where it is known without asking. */
export function useKnownDecider(): string | undefined {
  const { me } = useSession();
  return me?.name ?? kept(KEY) ?? undefined;
}

export function WhoDecides(props: { readonly children: ReactNode }) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<((by: string) => void) | null>(null);
  const [name, setName] = useState(() => kept(KEY) ?? '');
  const { me } = useSession();
  const own = me?.name;
  const ask = useCallback(
    (run: (by: string) => void) => {
      const known = own ?? kept(KEY);
      if (known) run(known);
      else {
        waiting.current = run;
        dialog.current?.showModal();
      }
    },
    [own],
  );
  const answer = (by: string) => {
    if (by === '') return;
    keep(KEY, by);
    dialog.current?.close();
    waiting.current?.(by);
    waiting.current = null;
  };
  return (
    <WhoContext value={ask}>
      {props.children}
      <dialog ref={dialog} aria-labelledby="who-title">
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            answer(name.trim());
          }}
        >
          <h2 id="who-title">{say('who.title')}</h2>
          <p className="note">{say('who.note')}</p>
          <p className="field">
            <label htmlFor="who-name">{say('who.label')}</label>
            <input
              id="who-name"
              type="text"
              dir="auto"
              maxLength={200}
              autoComplete="name"
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </p>
          <p className="actions">
            <button type="submit" className="main">
              {say('who.go')}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {say('who.cancel')}
            </button>
          </p>
        </form>
      </dialog>
    </WhoContext>
  );
}
