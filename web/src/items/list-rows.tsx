import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ItemDetail, ItemRows } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { useSpeech as useListSpeech } from '../lists/speech.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Pager } from '../shell/pager.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toPerson } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { problemWords } from './problem-words.ts';

const AT_ONCE = 100;
type Table = ItemDetail['tables'][number];

/** The rows as written, a hundred at a time, however many there are; `?row=12` opens and marks that very row. */
export function ListRows({ item }: { readonly item: ItemDetail }) {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const sheet = search.get('sheet');
  const bySheet = sheet === null ? -1 : item.tables.findIndex((table) => table.sheet === sheet);
  const table = Math.min(
    Math.max(0, bySheet >= 0 ? bySheet : Number(search.get('table')) || 0),
    Math.max(0, item.tables.length - 1),
  );
  const row = Number(search.get('row')) || undefined;
  const place =
    search.has('from') || row === undefined ? `from=${Number(search.get('from')) || 0}` : `row=${row}`;
  const answer = useAnswer<ItemRows>(
    `/api/items/${encodeURIComponent(item.id)}/rows?table=${table}&${place}&count=${AT_ONCE}`,
  );
  const shape = item.tables[table];
  if (!shape || shape.rows === 0)
    return (
      <Empty title={say('rows.empty')}>
        <p>{say('rows.empty-how')}</p>
      </Empty>
    );
  return (
    <>
      {item.tables.length > 1 && (
        <nav aria-label={say('rows.sheets')} className="sheets">
          <ul>
            {item.tables.map((each, at) => (
              <li key={each.sheet ?? at}>
                <Link href={`?table=${at}`} aria-current={at === table ? 'page' : undefined}>
                  <Written text={each.sheet ?? String(at + 1)} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <GoToRow rows={shape.rows} go={(wanted) => setSearch({ table: String(table), row: String(wanted) })} />
      <Awaited answer={answer} lines={14}>
        {(rows) => (
          <>
            <Rows key={`${table} ${place}`} shape={shape} rows={rows} marked={row} />
            <Pager
              from={rows.from}
              count={AT_ONCE}
              total={rows.total}
              to={(start) => `?table=${table}&from=${start}`}
            />
          </>
        )}
      </Awaited>
    </>
  );
}

function GoToRow(props: { readonly rows: number; readonly go: (row: number) => void }) {
  const { say } = useSpeech();
  const [row, setRow] = useState('');
  if (props.rows <= AT_ONCE) return null;
  return (
    <form
      className="actions go-to-row"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number(row);
        if (wanted >= 1 && wanted <= props.rows) props.go(wanted);
      }}
    >
      <label htmlFor="go-to-row">{say('rows.go-to')}</label>
      <input
        id="go-to-row"
        type="number"
        min={1}
        max={props.rows}
        value={row}
        onChange={(event) => setRow(event.target.value)}
      />
      <button type="submit">{say('rows.go')}</button>
    </form>
  );
}

function Rows(props: {
  readonly shape: Table;
  readonly rows: ItemRows;
  readonly marked: number | undefined;
}) {
  const { shape, rows, marked } = props;
  const { say } = useSpeech();
  const target = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled to when another row is asked for
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  return (
    <ScrollBox className="scroll rows" label={say('rows.label')}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="row-number">
              {say('rows.row')}
            </th>
            <th scope="col">{say('rows.person')}</th>
            {shape.columns.map((column) => (
              <th key={column.header} scope="col">
                <Written text={column.header} />
                <span
                  className={`understood ${column.property === 'ignore' ? 'none' : column.recognised}`}
                  title={say(`recognised.${column.recognised}`)}
                >
                  {say(`property.${column.property}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row) => (
            <Row key={row.record} row={row} shape={shape} here={row.row === marked} target={target} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row(props: {
  readonly row: ItemRows['rows'][number];
  readonly shape: Table;
  readonly here: boolean;
  readonly target: React.RefObject<HTMLTableRowElement | null>;
}) {
  const speech = useSpeech();
  const { say, number } = speech;
  const { row, shape } = props;
  const wholeRow = row.problems.filter(
    ({ column }) => column === undefined || !shape.columns.some(({ header }) => header === column),
  );
  return (
    <tr
      ref={props.here ? props.target : undefined}
      className={props.here ? 'chosen' : undefined}
      aria-current={props.here ? 'true' : undefined}
    >
      <th scope="row" className="row-number">
        {number(row.row)}
      </th>
      <td>
        {row.person !== undefined && (
          <Link href={toPerson(row.person)} data-entry>
            {say('rows.person-link')}
            <span className="unseen"> {say('rows.open-person', { row: row.row })}</span>
          </Link>
        )}
        <RowState row={row} />
        {wholeRow.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
          <p key={at} className="cell-problem">
            {problemWords(speech, problem)}
          </p>
        ))}
      </td>
      {shape.columns.map(({ header }, at) => {
        const problems = row.problems.filter(({ column }) => column === header);
        return (
          <td key={header} className={problems.length > 0 ? 'wrong' : undefined}>
            {row.hidden?.includes(at) ? (
              <span className="quiet">{say('cell.hidden')}</span>
            ) : (
              <Written text={row.cells[at] ?? ''} />
            )}
            {row.corrections
              ?.filter(({ column }) => column === at)
              .map(({ text }) => (
                <p key={text} className="small">
                  <CorrectedTo text={text} />
                </p>
              ))}
            {problems.map((problem, each) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
              <p key={each} className="cell-problem">
                {problemWords(speech, problem)}
              </p>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

/** What stands beside the row as written: left out, on a page, no longer on a newer version. */
function RowState({ row }: { readonly row: ItemRows['rows'][number] }) {
  const { say } = useListSpeech();
  const said = [
    row.leftOut && say('row.left-out'),
    row.newer === 'gone' && say('row.newer-gone'),
    row.newer === 'changed' && say('row.newer-changed'),
    row.page !== undefined && say('row.page', { page: row.page }),
  ].filter((words) => typeof words === 'string');
  return said.length === 0 ? null : <p className="small quiet">{said.join(' · ')}</p>;
}

function CorrectedTo({ text }: { readonly text: string }) {
  const { compose } = useListSpeech();
  return compose('row.corrected', { text: <Written text={text} /> });
}
