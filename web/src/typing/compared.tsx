import { useState } from 'react';
import { compareTypings, type TypedList, type Typings } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { useSpeech } from './speech.ts';

type Version = Typings['versions'][number];

/** Two typists' versions, difference by difference, settled by a third choice. */
export function Compared(props: {
  readonly one: Version;
  readonly other: Version;
  readonly onSettled: (typed: TypedList) => void;
}) {
  const { say, number } = useSpeech();
  const { one, other } = props;
  const { rows, filled, agreeing } = compareTypings(one.typed, other.typed);
  const [settled, setSettled] = useState<Readonly<Record<string, string>>>({});
  const columns = one.typed.columns;
  const open = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell.agree ? [] : [{ row, column, cell, key: `${row} ${column}` }])),
  );
  const waiting = open.filter(({ key }) => settled[key] === undefined);
  const choose = (key: string, text: string): void => setSettled((before) => ({ ...before, [key]: text }));
  const result = (): TypedList => ({
    columns,
    rows: rows.map((row, at) => {
      const place = row.one === undefined ? other.typed.rows[row.other!] : one.typed.rows[row.one];
      return {
        cells: row.cells.map((cell, column) => (cell.agree ? cell.one : (settled[`${at} ${column}`] ?? ''))),
        ...(place?.region ? { region: place.region } : {}),
      };
    }),
  });
  return (
    <Section
      id="compared"
      title={say('typing.compare-of', { one: one.by, other: other.by })}
      note={say('typing.agreement', {
        share: number(filled === 0 ? 1 : Math.floor((1000 * agreeing) / filled) / 1000, { style: 'percent' }),
        cells: filled,
        open: waiting.length,
      })}
    >
      {open.length === 0 && <p>{say('typing.agree')}</p>}
      <ol className="differences">
        {open.map(({ row, column, cell, key }) => {
          const header = columns[column]?.header ?? '';
          return (
            <li key={key}>
              <fieldset className="actions">
                <legend>{say('typing.cell', { column: header, n: row + 1 })}</legend>
                {[cell.one, cell.other].map((text, at) => (
                  <label key={at === 0 ? one.by : other.by}>
                    <input
                      type="radio"
                      name={key}
                      checked={settled[key] === text}
                      onChange={() => choose(key, text)}
                    />
                    {text === '' ? (
                      <span className="quiet">{say('typing.empty-cell')}</span>
                    ) : (
                      <Written text={text} />
                    )}
                    <span className="quiet small"> {at === 0 ? one.by : other.by}</span>
                  </label>
                ))}
                <label>
                  {say('typing.third')}{' '}
                  <input
                    type="text"
                    dir="auto"
                    value={settled[key] ?? ''}
                    onChange={(event) => choose(key, event.target.value)}
                  />
                </label>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <p className="actions">
        <button type="button" disabled={waiting.length > 0} onClick={() => props.onSettled(result())}>
          {say('typing.settled-into-grid')}
        </button>
      </p>
    </Section>
  );
}
