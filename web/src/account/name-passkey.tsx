import { type FormEvent, useState } from 'react';
import { tell } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { useAttempt } from './attempt.ts';
import { Actions, Field } from './fields.tsx';
import { useSpeech } from './speech.ts';

/** What the key is called here, before the browser makes it. */
export function NamePasskey(props: {
  readonly options: unknown;
  readonly done: (codes: readonly string[]) => void;
  readonly cancel: () => void;
}) {
  const { say } = useSpeech();
  const { busy, fault, attempt } = useAttempt();
  const [label, setLabel] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const { startRegistration } = await import('@simplewebauthn/browser');
      const response = await startRegistration({ optionsJSON: props.options as never }).catch(
        () => undefined,
      );
      if (!response) return props.cancel();
      const { codes } = await tell<{ codes: string[] }>('/api/account/passkeys/finish', { label, response });
      props.done(codes);
    });
  };
  return (
    <form className="account-part" onSubmit={send}>
      {fault && <FaultNote fault={fault} />}
      <Field
        label={say('account.passkey-label')}
        value={label}
        onChange={setLabel}
        autoComplete="off"
        focus
      />
      <Actions>
        <button type="submit" className="main" disabled={busy === 'busy'}>
          {say('account.passkey-add')}
        </button>
        <button type="button" onClick={props.cancel}>
          {say('account.cancel')}
        </button>
      </Actions>
    </form>
  );
}
