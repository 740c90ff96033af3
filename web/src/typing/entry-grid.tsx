import { type KeyboardEvent, useId, useRef } from 'react';
import { PROPERTIES, type Property, type TypedList } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { PROPERTIES_SHOWN } from '../people/properties.ts';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { faultOf } from './cell-check.ts';
import { useSpeech } from './speech.ts';

export interface GridActs {
  setCell(row: number, column: number, text: string): void;
  addRow(after: number): void;
  removeRow(row: number): void;
  setColumn(column: number, change: { readonly header?: string; readonly property?: Property }): void;
  addColumn(): void;
  removeColumn(column: number): void;
  /** The row that the band now belongs to. */
  at(row: number): void;
  moveBand(by: number): void;
  read(): void;
}

/** The rows as they are typed: each column knows its kind, all of it by keyboard. */
export function EntryGrid(props: {
  readonly typed: TypedList;
  readonly acts: GridActs;
  /** For one row: what the machine takes each cell for. */
  readonly suggested: { readonly row: number; readonly cells: readonly string[] } | undefined;
}) {
  const { say } = useSpeech();
  const { typed, acts, suggested } = props;
  const grid = useRef<HTMLTableElement>(null);
  const names = useId();
  const known = knownNames(typed);

  const focus = (row: number, column: number): void => {
    grid.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, row: number, column: number): void => {
    const done = (): void => event.preventDefault();
    if (event.key === 'Enter' && !event.altKey) {
      done();
      if (row === typed.rows.length - 1) acts.addRow(row);
      requestAnimationFrame(() => focus(row + 1, 0));
    } else if (event.altKey && event.code === 'KeyD') {
      done();
      if (row > 0) acts.setCell(row, column, typed.rows[row - 1]!.cells[column] ?? '');
    } else if (event.altKey && event.key === 'ArrowUp') {
      done();
      acts.moveBand(-1);
    } else if (event.altKey && event.key === 'ArrowDown') {
      done();
      acts.moveBand(1);
    } else if (event.altKey && event.code === 'KeyR') {
      done();
      acts.read();
    } else if (event.altKey && event.code === 'KeyA') {
      done();
      const text = suggested?.row === row ? suggested.cells[column] : undefined;
      if (text) acts.setCell(row, column, text);
    } else if (event.key === 'ArrowDown' && !event.altKey && row < typed.rows.length - 1) {
      done();
      focus(row + 1, column);
    } else if (event.key === 'ArrowUp' && !event.altKey && row > 0) {
      done();
      focus(row - 1, column);
    }
  };
  return (
    <>
      <p className="note">{say('typing.keys')}</p>
      <datalist id={names}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ScrollBox label={say('typing.rows')}>
        <table className="entry" ref={grid}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{say('typing.rows')}</span>
              </th>
              {typed.columns.map(({ header, property }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place while it is named
                <th key={column} scope="col">
                  <input
                    type="text"
                    dir="auto"
                    aria-label={say('typing.column-n', { n: column + 1 })}
                    value={header}
                    onChange={(event) => acts.setColumn(column, { header: event.target.value })}
                  />
                  <select
                    aria-label={`${say('import.holds')}: ${header}`}
                    value={property}
                    onChange={(event) => {
                      const known = PROPERTIES.find((one) => one === event.target.value);
                      if (known) acts.setColumn(column, { property: known });
                    }}
                  >
                    {PROPERTIES_SHOWN.map((choice) => (
                      <option key={choice} value={choice}>
                        {say(`property.${choice}`)}
                      </option>
                    ))}
                  </select>
                  {typed.columns.length > 1 && (
                    <button type="button" className="plain small" onClick={() => acts.removeColumn(column)}>
                      {say('typing.remove-column', { column: header })}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {typed.rows.map(({ cells }, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <tr key={row}>
                <th scope="row" className="small">
                  {say('typing.row', { n: row + 1 })}
                  {typed.rows.length > 1 && (
                    <button
                      type="button"
                      className="plain small"
                      aria-label={say('typing.remove-row', { n: row + 1 })}
                      onClick={() => acts.removeRow(row)}
                    >
                      ✕
                    </button>
                  )}
                </th>
                {typed.columns.map(({ header, property }, column) => {
                  const text = cells[column] ?? '';
                  const fault = faultOf(property, text);
                  const guess = suggested?.row === row ? suggested.cells[column] : undefined;
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place while it is named
                    <td key={column}>
                      <input
                        type="text"
                        dir="auto"
                        data-cell={`${row} ${column}`}
                        aria-label={say('typing.cell', { column: header, n: row + 1 })}
                        aria-invalid={fault !== undefined}
                        list={property.startsWith('name.') ? names : undefined}
                        maxLength={2000}
                        value={text}
                        onFocus={() => acts.at(row)}
                        onKeyDown={(event) => onKey(event, row, column)}
                        onChange={(event) => acts.setCell(row, column, event.target.value)}
                      />
                      {fault && <p className="small danger">{say(fault)}</p>}
                      {guess && guess !== text && (
                        <p className="small guess">
                          {say('typing.suggested', { text: '' })}
                          <Written text={guess} />{' '}
                          <button
                            type="button"
                            className="plain small"
                            onClick={() => acts.setCell(row, column, guess)}
                          >
                            {say('typing.accept')}
                          </button>
                        </p>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="actions">
        <button type="button" onClick={() => acts.addRow(typed.rows.length - 1)}>
          {say('typing.add-row')}
        </button>
        <button type="button" onClick={acts.addColumn}>
          {say('typing.add-column')}
        </button>
        <button type="button" onClick={acts.read}>
          {say('typing.read')}
        </button>
      </p>
      <p className="note">{say('typing.suggested-note')}</p>
    </>
  );
}

const MOST_NAMES = 300;

/** Names and words of names that stand in the rows already. */
function knownNames({ columns, rows }: TypedList): string[] {
  const names = new Set<string>();
  for (const { cells } of rows)
    for (const [column, { property }] of columns.entries()) {
      const cell = (cells[column] ?? '').trim();
      if (property.startsWith('name.') && cell.length > 1) names.add(cell);
      if (names.size >= MOST_NAMES) return [...names];
    }
  return [...names];
}
