import { useId } from 'react';

/** One line in somebody's own words and script: a reason, a name, what is left out. */
export function LineField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** May stay empty. */
  readonly optional?: true;
}) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        required={!props.optional}
        maxLength={2000}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </p>
  );
}
