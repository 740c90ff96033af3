import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from './check-speech.ts';
import '../items/items.css';

/** What one was given: dropped, or chosen by keyboard; `children` is what else it can be. */
export function Handed(props: {
  readonly label: string;
  readonly help: string;
  readonly take: (file: File) => void;
  readonly name?: string | undefined;
  /** How it can also be given: a field for its text. */
  readonly children?: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode;
}) {
  const { say } = useSpeech();
  const id = useId();
  const [over, setOver] = useState<'over' | 'idle'>('idle');
  const text = { id: `${id}-text`, describedBy: `${id}-help` };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside do the same by keyboard
    <div
      className={`drop handed ${over}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('idle')}
      onDrop={(event) => {
        event.preventDefault();
        setOver('idle');
        const [file] = event.dataTransfer.files;
        if (file) props.take(file);
      }}
    >
      <label htmlFor={props.children ? text.id : `${id}-file`} className="handed-label">
        {props.label}
      </label>
      <p id={text.describedBy} className="note">
        {props.help}
      </p>
      {props.children?.(text)}
      <p className="handed-choose">
        <label htmlFor={`${id}-file`} className="button">
          {say('check.choose')}
          {props.children && <span className="unseen">: {props.label}</span>}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          aria-describedby={text.describedBy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) props.take(file);
            event.target.value = '';
          }}
        />
        {props.name !== undefined && <bdi className="handed-name">{props.name}</bdi>}
      </p>
    </div>
  );
}

/** A field of several lines for text that a machine wrote. */
export function MachineText(props: {
  readonly id: string;
  readonly describedBy?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly rows?: number;
}) {
  return (
    <textarea
      id={props.id}
      aria-describedby={props.describedBy}
      className="machine-text"
      dir="ltr"
      rows={props.rows ?? 4}
      spellCheck={false}
      autoComplete="off"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      required={props.required}
    />
  );
}
