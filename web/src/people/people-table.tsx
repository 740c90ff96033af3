import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { PeoplePage, PersonCard } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { useListSpeech } from './list-speech.ts';
import {
  COLUMNS,
  type Column,
  chosenColumns,
  keepColumns,
  PersonCells,
  useColumnLabel,
} from './people-columns.tsx';

const ROW = 44;
const AT_ONCE = 100;
/** Milliseconds without scrolling after which rows that are in sight are asked for. */
const SETTLED = 80;

/** Pages of persons as they come into sight. */
function usePersons(query: string, first: PeoplePage) {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly PersonCard[]>>(new Map());
  const [fault, setFault] = useState<Fault>();
  const asked = useRef(new Set<number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other persons
  useEffect(() => {
    asked.current = new Set();
    setPages(new Map());
    setFault(undefined);
  }, [query, first]);
  const need = (from: number, to: number) => {
    for (let page = Math.floor(from / AT_ONCE); page <= Math.floor(to / AT_ONCE); page++) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      const mine = asked.current;
      ask<PeoplePage>(
        `/api/people?from=${page * AT_ONCE}&count=${AT_ONCE}${query === '' ? '' : `&${query}`}`,
      ).then(
        ({ persons }) => {
          if (mine === asked.current) setPages((known) => new Map(known).set(page, persons));
        },
        (error: unknown) => {
          mine.delete(page);
          setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
        },
      );
    }
  };
  const at = (index: number): PersonCard | undefined =>
    pages.get(Math.floor(index / AT_ONCE))?.[index % AT_ONCE] ??
    (index < first.persons.length && first.from === 0 ? first.persons[index] : undefined);
  return { at, need, fault };
}

/**
 * Everybody, one a line, however many: only the lines in sight are there. A screen reader is told how many lines there
 * are and which ones these are; the arrow keys scroll, j and k go from name to name.
 */
export function PeopleTable({ query, first }: { readonly query: string; readonly first: PeoplePage }) {
  const { say, number } = useListSpeech();
  const label = useColumnLabel();
  const [columns, setColumns] = useState(chosenColumns);
  const box = useRef<HTMLDivElement>(null);
  const { at, need, fault } = usePersons(query, first);
  const rows = useVirtualizer({
    count: first.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const inSight = rows.getVirtualItems();
  const from = inSight[0]?.index ?? 0;
  const to = inSight.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is needed follows from what is in sight
  useEffect(() => {
    const timer = setTimeout(() => need(from, to), SETTLED);
    return () => clearTimeout(timer);
  }, [from, to, query, first]);
  const choose = (column: Column, chosen: 'in' | 'out') => {
    const next = COLUMNS.filter((each) => (each === column ? chosen === 'in' : columns.includes(each)));
    keepColumns(next);
    setColumns(next);
  };
  return (
    <>
      <fieldset className="view columns">
        <legend>{say('columns.title')}</legend>
        {COLUMNS.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={(event) => choose(column, event.target.checked ? 'in' : 'out')}
            />
            {label(column)}
          </label>
        ))}
      </fieldset>
      {fault && <FaultNote fault={fault} />}
      <section
        ref={box}
        className="people-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={say('table.scroll', { total: number(first.total) })}
      >
        <table className="people-table" aria-rowcount={first.total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="who">
                {say('property.name.full')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {label(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={inSight[0]?.start ?? 0} />
            {inSight.map(({ index }) => (
              <tr key={index} aria-rowindex={index + 2}>
                <Cells person={at(index)} columns={columns} />
              </tr>
            ))}
            <Gap height={rows.getTotalSize() - (inSight.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The room of lines that are not in sight. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? <tr className="gap" style={{ blockSize: height }} /> : null;

function Cells(props: { readonly person: PersonCard | undefined; readonly columns: readonly Column[] }) {
  const { say } = useListSpeech();
  const { person, columns } = props;
  if (person) return <PersonCells person={person} columns={columns} />;
  return (
    <th scope="row" className="quiet">
      {say('table.loading')}
    </th>
  );
}
