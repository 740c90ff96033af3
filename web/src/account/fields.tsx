import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from './speech.ts';

/** A field with its label and, where there is one, what helps to fill it. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly focus?: true;
  readonly direction?: 'ltr' | 'auto';
}) {
  const id = useId();
  const { direction = 'auto' } = props;
  return (
    <p className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type={props.type ?? 'text'}
        dir={props.value === '' && direction === 'auto' ? undefined : direction}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete={props.autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        inputMode={props.inputMode}
        maxLength={200}
        required
        // biome-ignore lint/a11y/noAutofocus: the page asks this one thing
        autoFocus={props.focus}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
      />
      {props.hint !== undefined && (
        <span id={`${id}-hint`} className="note">
          {props.hint}
        </span>
      )}
    </p>
  );
}

/** A password that can be looked at while it is typed: on a phone, in two scripts, one is easily wrong. */
export function PasswordField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind: 'current' | 'new';
  readonly focus?: true;
}) {
  const { say } = useSpeech();
  const [shown, setShown] = useState<'shown' | 'hidden'>('hidden');
  const { kind, ...field } = props;
  return (
    <>
      <Field {...field} type={shown === 'shown' ? 'text' : 'password'} autoComplete={`${kind}-password`} />
      <p className="tick">
        <label>
          <input
            type="checkbox"
            checked={shown === 'shown'}
            onChange={(event) => setShown(event.target.checked ? 'shown' : 'hidden')}
          />{' '}
          {say('sign-in.show')}
        </label>
      </p>
    </>
  );
}

/** What a form does when it is sent, with what went wrong beside it. */
export function Actions(props: { readonly children: ReactNode }) {
  return <p className="actions">{props.children}</p>;
}
