import { useId } from 'react';
import { Written } from '../marks/written.tsx';
import { Actions } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSpeech } from './speech.ts';

/** A code that is shown once, with whom it is for. */
export interface Code {
  readonly name: string;
  readonly code: string;
}

/** The invitation that was just made, until whoever made it says that it is handed over. */
export function CodeShown() {
  const { say, compose } = useSpeech();
  const { state, code, showCode, renew } = useSession();
  const id = useId();
  if (!code) return null;
  const done = () => {
    showCode(undefined);
    if (state === 'open') void renew();
  };
  return (
    <section className="invitation" aria-labelledby={id}>
      <h2 id={id}>{compose('accounts.code-title', { name: <Written text={code.name} /> })}</h2>
      <code className="one-code" dir="ltr">
        {code.code}
      </code>
      <p className="note">{say('accounts.code-note')}</p>
      <Actions>
        <button type="button" className="main" onClick={done}>
          {say('accounts.code-done')}
        </button>
      </Actions>
    </section>
  );
}
