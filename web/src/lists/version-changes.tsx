import type { ListLook, ListVersionSeen } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { CellsAsWritten } from './cells-as-written.tsx';
import type { ImportWork } from './import-work.ts';
import { useSpeech } from './speech.ts';

/** What became of an earlier version's rows, and the question whether this is one. */
export function VersionChanges({ look, work }: { readonly look: ListLook; readonly work: ImportWork }) {
  const { say, compose, date } = useSpeech();
  const { version } = look;
  const { order } = work.said;
  const choose = (older: ListVersionSeen['older'] | 'none' | undefined): void => {
    const { older: _, apart: __, ...rest } = order;
    work.say({ order: older === undefined ? rest : { ...rest, older } });
  };
  if (!version)
    return order.older === 'none' ? (
      <Section id="version" title={say('import.version')}>
        <p>{say('import.version-no')}</p>
        <p className="actions">
          <button type="button" onClick={() => choose(undefined)}>
            {say('import.ask-again')}
          </button>
        </p>
      </Section>
    ) : null;
  const { counts } = version;
  return (
    <Section
      id="version"
      title={say('import.version')}
      note={compose('import.version-is', {
        file: <Written text={version.file} />,
        date: date(version.receivedAt),
      })}
    >
      <ul className="version-counts" data-testid="version">
        <li>{say('import.version-same', { count: counts.same })}</li>
        <li>
          <details open={counts.changed > 0 && counts.changed <= 12}>
            <summary>{say('import.version-changed', { count: counts.changed })}</summary>
            <ul className="changes">
              {version.changed.map((change) => (
                <li key={change.place}>
                  <span className="quiet">{say('import.row', { row: change.row })}</span>{' '}
                  {change.cells.map(({ header, was, is }) => (
                    <span key={header} className="change">
                      {compose('import.was-is', {
                        header: <Written text={header} />,
                        was: <Cell text={was} />,
                        is: <Cell text={is} />,
                      })}
                    </span>
                  ))}
                  <button
                    type="button"
                    className="plain small"
                    onClick={() =>
                      work.say({
                        order: { ...order, apart: [...(order.apart ?? []), change.place] },
                      })
                    }
                  >
                    {say('import.another-row')}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </li>
        <RowsOf title={say('import.version-added', { count: counts.added })} rows={version.added} />
        <RowsOf title={say('import.version-gone', { count: counts.gone })} rows={version.gone} />
        {version.columns.added.length > 0 && (
          <li>{say('import.column-added', { headers: version.columns.added.join('، ') })}</li>
        )}
        {version.columns.gone.length > 0 && (
          <li>{say('import.column-gone', { headers: version.columns.gone.join('، ') })}</li>
        )}
      </ul>
      <fieldset className="version-question">
        <legend>{say('import.version-question')}</legend>
        <label>
          <input
            type="radio"
            name="older"
            checked={order.older !== 'none'}
            onChange={() => choose(version.older)}
          />
          {say('import.version-yes')}
        </label>
        <label>
          <input type="radio" name="older" checked={false} onChange={() => choose('none')} />
          {say('import.version-no')}
        </label>
      </fieldset>
    </Section>
  );
}

function Cell({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  return text.trim() === '' ? (
    <span className="quiet">{say('import.nothing-written')}</span>
  ) : (
    <Written text={text} />
  );
}

function RowsOf(props: {
  readonly title: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}) {
  const { say } = useSpeech();
  if (props.rows.length === 0) return null;
  return (
    <li>
      <details>
        <summary>{props.title}</summary>
        <ul className="changes">
          {props.rows.map(({ row, cells }) => (
            <li key={row}>
              <span className="quiet">{say('import.row', { row })}</span> <CellsAsWritten cells={cells} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
