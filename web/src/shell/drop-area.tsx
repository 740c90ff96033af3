import { type ReactNode, type RefObject, useState } from 'react';

/** Where files are dropped or chosen; `children` stand under the field. */
export function DropArea(props: {
  readonly id: string;
  readonly title: string;
  readonly kinds: string;
  readonly choose: string;
  readonly take: (files: readonly File[]) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly multiple?: true;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
}) {
  const [over, setOver] = useState<'over' | 'idle'>('idle');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same by keyboard
    <div
      className={`drop ${over}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('idle')}
      onDrop={(event) => {
        event.preventDefault();
        setOver('idle');
        props.take([...event.dataTransfer.files]);
      }}
    >
      <p>
        <strong>{props.title}</strong>
        <span className="quiet small"> {props.kinds}</span>
      </p>
      <label htmlFor={props.id} className="button">
        {props.choose}
      </label>
      <input
        id={props.id}
        ref={props.field}
        type="file"
        multiple={props.multiple}
        accept={props.accept}
        disabled={props.disabled}
        onChange={(event) => props.take([...(event.target.files ?? [])])}
      />
      {props.children}
    </div>
  );
}
