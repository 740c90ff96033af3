import { useId, useState } from 'react';
import type { ListLook, RowChoiceSaid } from '../../../src/model/index.ts';
import { problemWords } from '../items/problem-words.ts';
import { Written } from '../marks/written.tsx';
import type { RowSeen } from './bad-rows.tsx';
import { CellsAsWritten } from './cells-as-written.tsx';
import { useSpeech } from './speech.ts';

type Cells = Readonly<Record<string, string>>;

/** One row with what is wrong with it: its cells to be corrected, or a word that settles it. */
export function BadRow(props: {
  readonly row: RowSeen;
  readonly columns: ListLook['tables'][number]['columns'];
  readonly sheet: string | undefined;
  readonly choose: (choice: RowChoiceSaid | undefined) => void;
}) {
  const speech = useSpeech();
  const { say } = speech;
  const { row, columns, sheet, choose } = props;
  const { choice, state } = row;
  const titleId = useId();
  const split = row.twoNames ?? (choice?.do === 'split' ? {} : undefined);
  const [people, setPeople] = useState<readonly Cells[]>(() => startOf(row));
  const [corrected, setCorrected] = useState<Cells>(choice?.do === 'correct' ? choice.cells : {});
  const [mode, setMode] = useState<'correct' | 'split'>(choice?.do === 'split' ? 'split' : 'correct');
  const wrong = new Set(row.problems.map(({ column }) => column));
  const whole = row.problems.some(({ column, code }) => column === undefined && code !== 'row.same-as');
  const shown = columns
    .map((column, at) => ({ ...column, at }))
    .filter(
      ({ header, at }) =>
        whole || wrong.has(header) || people.some((cells) => Object.hasOwn(cells, String(at))),
    );
  const settle = (): void => {
    if (mode === 'split') choose({ do: 'split', people: [...people] });
    else choose({ do: 'correct', cells: corrected });
  };
  const persons = mode === 'split' ? people : [corrected];
  const write = (person: number, column: number, text: string): void => {
    const change = (cells: Cells): Cells => ({ ...cells, [String(column)]: text });
    if (mode === 'correct') setCorrected(change);
    else setPeople((before) => before.map((cells, at) => (at === person ? change(cells) : cells)));
  };
  return (
    <li className={`bad-row ${state}`} aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          settle();
        }}
      >
        <h3 id={titleId}>
          {sheet === undefined
            ? say('import.row', { row: row.row })
            : say('import.row-of', { row: row.row, sheet })}{' '}
          <span className={`word ${state === 'bad' ? 'danger' : ''}`}>{say(`import.state-${state}`)}</span>
        </h3>
        <p>
          <CellsAsWritten cells={row.cells} />
        </p>
        <ul className="problems">
          {row.problems.map((problem, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
            <li key={at}>{problemWords(speech, problem)}</li>
          ))}
        </ul>
        {persons.map((cells, person) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: persons of a row stay in their order
          <div className="cells" key={person}>
            {mode === 'split' && <strong>{say('import.person-n', { n: person + 1 })}</strong>}
            {shown.map(({ header, at }) => (
              <label key={header} className="field">
                <Written text={header} />
                <input
                  type="text"
                  dir="auto"
                  maxLength={2000}
                  value={cells[String(at)] ?? row.cells[at] ?? ''}
                  onChange={(event) => write(person, at, event.target.value)}
                />
              </label>
            ))}
          </div>
        ))}
        <p className="actions">
          {(shown.length > 0 || mode === 'split') && (
            <button type="submit">{say(mode === 'split' ? 'import.split' : 'import.correct')}</button>
          )}
          {split && mode === 'correct' && (
            <button type="button" onClick={() => setMode('split')}>
              {say('import.split')}
            </button>
          )}
          {choice?.do !== 'as-written' && (
            <button type="button" onClick={() => choose({ do: 'as-written' })}>
              {say('import.as-written')}
            </button>
          )}
          {choice?.do !== 'leave-out' && (
            <button type="button" onClick={() => choose({ do: 'leave-out' })}>
              {say('import.leave-out')}
            </button>
          )}
          {choice && (
            <button type="button" className="plain" onClick={() => choose(undefined)}>
              {say('import.ask-again')}
            </button>
          )}
        </p>
      </form>
    </li>
  );
}

/** What was said before, else the two people that a cell seems to name. */
function startOf({ choice, twoNames }: RowSeen): readonly Cells[] {
  if (choice?.do === 'split') return choice.people;
  const names = Object.entries(twoNames ?? {});
  return [0, 1].map((person) =>
    Object.fromEntries(names.map(([column, two]) => [column, two[person as 0 | 1]])),
  );
}
