import type { ReactNode } from 'react';
import { Field } from '../site/field.tsx';

/** One line of text of a form that is read by `FormData` when it is sent. */
export function Line(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly value?: string | number | undefined;
  readonly direction?: 'auto' | 'ltr';
  readonly required?: true;
  readonly most?: number;
}) {
  const { name, label, help, value, direction = 'auto', required, most = 200 } = props;
  return (
    <Field label={label} help={help}>
      <input
        type="text"
        name={name}
        dir={direction}
        maxLength={most}
        autoComplete="off"
        defaultValue={value ?? ''}
        required={required}
      />
    </Field>
  );
}

export function Lines(props: {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly required?: true;
  readonly most?: number;
}) {
  const { name, label, value, rows = 3, required, most = 2000 } = props;
  return (
    <Field label={label}>
      <textarea
        name={name}
        rows={rows}
        dir="auto"
        maxLength={most}
        defaultValue={value ?? ''}
        required={required}
      />
    </Field>
  );
}

/** One of a closed vocabulary. */
export function Choice<Word extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly words: readonly Word[];
  readonly say: (word: Word) => string;
  readonly value?: string | undefined;
  /** What stands for "not said"; without it the first word is taken. */
  readonly none?: string;
  readonly onChange?: (word: string) => void;
}) {
  const { name, label, words, say, value, none, onChange } = props;
  return (
    <Field label={label}>
      <select name={name} defaultValue={value ?? ''} onChange={(event) => onChange?.(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {say(word)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function Tick(props: {
  readonly name: string;
  readonly checked?: boolean;
  readonly children: ReactNode;
  readonly describedBy?: string | undefined;
}) {
  return (
    <p className="tick">
      <label>
        <input
          type="checkbox"
          name={props.name}
          defaultChecked={props.checked}
          aria-describedby={props.describedBy}
        />{' '}
        {props.children}
      </label>
    </p>
  );
}

/** What was typed under a name; nothing where it is empty. */
export const typed = (data: FormData, name: string): string | undefined =>
  String(data.get(name) ?? '').trim() || undefined;

/** The fields that were filled, without those that were not. */
export const filled = <Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
