/** A field for a few sentences that a person gives with a decision. */
export function Words(props: {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <p className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <textarea
        id={props.id}
        dir="auto"
        rows={3}
        maxLength={2000}
        required
        {...(props.note !== undefined && { 'aria-describedby': `${props.id}-note` })}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.note !== undefined && (
        <span className="note" id={`${props.id}-note`}>
          {props.note}
        </span>
      )}
    </p>
  );
}
