import { Written } from '../marks/written.tsx';

/** The cells of a row in their order, each isolated, with a line between them whichever way its words run. */
export function CellsAsWritten(props: { readonly cells: readonly string[] }) {
  return (
    <span className="as-written">
      {props.cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row stay in their order
        <span key={at}>
          <Written text={cell === '' ? '—' : cell} />
        </span>
      ))}
    </span>
  );
}
