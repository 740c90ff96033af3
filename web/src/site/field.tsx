import { cloneElement, type ReactElement, useId } from 'react';

/** A label over its field, help under it; the field is what it is given. */
export function Field(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly children: ReactElement<{ id?: string; 'aria-describedby'?: string; children?: unknown }>;
}) {
  const id = useId();
  const help = props.help === undefined ? undefined : `${id}-help`;
  const named =
    props.children.type === 'span'
      ? cloneElement(props.children, {
          children: (Array.isArray(props.children.props.children)
            ? props.children.props.children
            : [props.children.props.children]
          ).map((child: ReactElement<{ id?: string }>, at: number) =>
            at === 0 ? cloneElement(child, { id, key: 'field' }) : child,
          ),
        })
      : cloneElement(props.children, { id, ...(help && { 'aria-describedby': help }) });
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {named}
      {help && (
        <p id={help} className="note">
          {props.help}
        </p>
      )}
    </div>
  );
}
