import { useState } from 'react';
import type { ListLook } from '../../../src/model/index.ts';
import { Section } from '../shell/page.tsx';
import { BadRow } from './bad-row.tsx';
import type { ImportWork } from './import-work.ts';
import { type ListKey, useSpeech } from './speech.ts';

const AT_ONCE = 20;

export type RowSeen = ListLook['rows'][number];

/** Every row that waits for a word, and what was said of those that no longer do. */
export function BadRows({ look, work }: { readonly look: ListLook; readonly work: ImportWork }) {
  const { say } = useSpeech();
  const [from, setFrom] = useState(0);
  const rows = look.rows.filter(
    ({ state, choice, knownFromBefore }) => (state !== 'staged' || choice) && !knownFromBefore,
  );
  const start = Math.min(from, Math.max(0, Math.floor((rows.length - 1) / AT_ONCE) * AT_ONCE));
  if (rows.length === 0)
    return (
      <Section id="bad" title={say('import.bad', { count: 0 })}>
        <p>{say('import.bad-none')}</p>
      </Section>
    );
  return (
    <Section id="bad" title={say('import.bad', { count: look.counts.bad })} note={say('import.bad-note')}>
      <ManyAtOnce rows={rows} work={work} />
      <ol className="bad-rows">
        {rows.slice(start, start + AT_ONCE).map((row) => (
          <BadRow
            key={`${row.table} ${row.row}`}
            row={row}
            columns={look.tables[row.table]?.columns ?? []}
            sheet={look.tables.length > 1 ? look.tables[row.table]?.sheet : undefined}
            choose={(choice) => work.choose(row.table, [row.row], () => choice)}
          />
        ))}
      </ol>
      {rows.length > AT_ONCE && (
        <nav className="actions" aria-label={say('import.earlier')}>
          <button type="button" disabled={start === 0} onClick={() => setFrom(start - AT_ONCE)}>
            {say('import.before')}
          </button>
          <button
            type="button"
            disabled={start + AT_ONCE >= rows.length}
            onClick={() => setFrom(start + AT_ONCE)}
          >
            {say('import.next', { count: Math.min(AT_ONCE, Math.max(0, rows.length - start - AT_ONCE)) })}
          </button>
        </nav>
      )}
    </Section>
  );
}

/** One word for all rows with one kind of problem. */
function ManyAtOnce({ rows, work }: { readonly rows: readonly RowSeen[]; readonly work: ImportWork }) {
  const { say } = useSpeech();
  const waiting = rows.filter(({ state }) => state === 'bad');
  const kinds = Map.groupBy(
    waiting.flatMap((row) =>
      [...new Set(row.problems.map(({ code }) => code))].map((code) => ({ row, code })),
    ),
    ({ code }) => code,
  );
  const many = [...kinds].filter(([code, found]) => found.length > 1 && `kind.${code}` in KINDS);
  if (many.length === 0) return null;
  const all = (found: readonly { readonly row: RowSeen }[], what: 'as-written' | 'leave-out'): void => {
    for (const [table, those] of Map.groupBy(found, ({ row }) => row.table))
      work.choose(
        table,
        those.map(({ row }) => row.row),
        () => ({ do: what }),
      );
  };
  return (
    <details className="bulk">
      <summary>{say('import.bulk')}</summary>
      <ul>
        {many.map(([code, found]) => (
          <li key={code}>
            {say('import.all-of-kind', { count: found.length, kind: say(KINDS[`kind.${code}`]!) })}{' '}
            <button type="button" onClick={() => all(found, 'as-written')}>
              {say('import.as-written')}
            </button>
            <button type="button" onClick={() => all(found, 'leave-out')}>
              {say('import.leave-out')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const KINDS: Readonly<Record<string, ListKey>> = Object.fromEntries(
  (
    [
      'kind.cell.date-impossible',
      'kind.cell.date-ahead',
      'kind.cell.date-unclear',
      'kind.cell.age-unclear',
      'kind.cell.sex-unclear',
      'kind.cell.two-names',
      'kind.cell.too-long',
      'kind.row.too-many-cells',
      'kind.row.too-few-cells',
      'kind.row.broken-quote',
      'kind.row.no-name',
      'kind.row.same-as',
    ] as const
  ).map((key) => [key, key]),
);
