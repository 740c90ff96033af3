import { useId } from 'react';
import { Written } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { Actions } from './fields.tsx';

/** A code that is shown once, with whom it is for. */
export interface Code {
  readonly name: string;
  readonly code: string;
}

export function CodeShown(props: { readonly code: Code; readonly done: () => void }) {
  const { say, compose } = useSpeech();
  const id = useId();
  return (
    <section className="invitation" aria-labelledby={id}>
      <h2 id={id}>{compose('accounts.code-title', { name: <Written text={props.code.name} /> })}</h2>
      <code className="one-code" dir="ltr">
        {props.code.code}
      </code>
      <p className="note">{say('accounts.code-note')}</p>
      <Actions>
        <button type="button" className="main" onClick={props.done}>
          {say('accounts.code-done')}
        </button>
      </Actions>
    </section>
  );
}
