import { useState } from 'react';
import { tell } from '../api/answers.ts';
import { Field } from './fields.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';

/** What the key is called here, before the browser makes it. */
export function NamePasskey(props: {
  readonly options: unknown;
  readonly done: (codes: readonly string[]) => void;
  readonly cancel: () => void;
}) {
  const { say } = useSpeech();
  const [label, setLabel] = useState('');
  const make = async () => {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await startRegistration({ optionsJSON: props.options as never }).catch(() => undefined);
    if (!response) return props.cancel();
    const { codes } = await tell<{ codes: string[] }>('/api/account/passkeys/finish', { label, response });
    props.done(codes);
  };
  return (
    <StepForm
      className="account-part"
      go={make}
      words={say('account.passkey-add')}
      beside={
        <button type="button" onClick={props.cancel}>
          {say('account.cancel')}
        </button>
      }
    >
      <Field
        label={say('account.passkey-label')}
        value={label}
        onChange={setLabel}
        autoComplete="off"
        focus
      />
    </StepForm>
  );
}
