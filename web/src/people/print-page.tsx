import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { onPaperMessages } from '../../../src/messages/index.ts';
import type { PeoplePage, PersonCard } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { speechWith } from '../speech/speech-with.ts';
import { peopleQuery } from './list-filters.tsx';
import { useListSpeech } from './list-speech.ts';
import { chosenColumns, PersonCells, useColumnLabel } from './people-columns.tsx';
import './people.css';

const usePaperSpeech = speechWith(onPaperMessages);

const AT_ONCE = 500;
/** Persons on one print: more are a book that nobody reads, and too many looks at once. */
const AT_MOST = 5_000;

interface Fetched {
  readonly persons: readonly PersonCard[];
  readonly total: number;
}

/** Everybody whom the filters let through, whole and not only what is in sight: a page to be printed. */
export default function PrintPage() {
  const { say, number } = usePaperSpeech();
  const [search] = useSearchParams();
  const query = peopleQuery(search);
  const [fetched, setFetched] = useState<Fetched>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    const asking = new AbortController();
    fetchAll(query, asking.signal, setFetched).catch((error: unknown) => {
      if (!asking.signal.aborted)
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    });
    return () => asking.abort();
  }, [query]);
  const wanted = Math.min(fetched?.total ?? 0, AT_MOST);
  const whole = fetched !== undefined && fetched.persons.length >= wanted;
  return (
    <Page title={say('paper.people')} width="wide">
      <p className="crumb">
        <Link href={`/people${query === '' ? '' : `?${query}`}`}>{say('nav.people')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('paper.people')}</h1>
        <p className="lead no-paper">{say('paper.people-lead')}</p>
        <p className="strip">
          {fetched && <span>{say('people.total', { count: fetched.total })}</span>}
          <FilterWords search={search} persons={fetched?.persons ?? []} />
        </p>
      </div>
      {fault && <FaultNote fault={fault} />}
      {fetched && whole && (
        <>
          <p className="actions">
            <button type="button" className="main" onClick={() => window.print()}>
              {say('paper.do')}
            </button>
          </p>
          {fetched.total > AT_MOST && (
            <p className="note">
              {say('paper.cut', { shown: number(AT_MOST), total: number(fetched.total) })}
            </p>
          )}
          <PrintedPersons persons={fetched.persons} />
        </>
      )}
      {!whole && !fault && (
        <p role="status">
          {say('paper.coming', { done: number(fetched?.persons.length ?? 0), total: number(wanted) })}
        </p>
      )}
    </Page>
  );
}

async function fetchAll(query: string, signal: AbortSignal, show: (fetched: Fetched) => void): Promise<void> {
  const persons: PersonCard[] = [];
  let total = AT_MOST;
  while (persons.length < Math.min(total, AT_MOST)) {
    const address = `/api/people?from=${persons.length}&count=${AT_ONCE}${query === '' ? '' : `&${query}`}`;
    const page = await ask<PeoplePage>(address, { signal });
    persons.push(...page.persons);
    // whoever was joined or hidden meanwhile does not keep us waiting
    total = page.persons.length === 0 ? persons.length : page.total;
    show({ persons: [...persons], total });
  }
}

/** Which filters these persons passed, as a reader of the paper needs it. */
function FilterWords(props: { readonly search: URLSearchParams; readonly persons: readonly PersonCard[] }) {
  const { say } = usePaperSpeech();
  const list = useListSpeech();
  const words = [...new URLSearchParams(peopleQuery(props.search))].map(([name, value]) => {
    switch (name) {
      case 'list': {
        const record = props.persons.flatMap(({ records }) => records).find(({ item }) => item === value);
        return [say('paper.list'), record?.list ?? value] as const;
      }
      case 'filter': {
        const key = ['several-lists', 'possible', 'conflicts', 'suggested'].includes(value)
          ? `people.filter-${value}`
          : `fate.${value}`;
        return [say('paper.filter'), list.say(key as 'people.filter-possible')] as const;
      }
      case 'bornAfter':
        return [list.say('list.born-after'), value] as const;
      case 'bornBefore':
        return [list.say('list.born-before'), value] as const;
      case 'place':
        return [list.say('list.place'), value] as const;
      default:
        return [list.say(`list.${name}` as 'list.sex'), list.say(`${name}.${value}` as 'sex.male')] as const;
    }
  });
  if (words.length === 0) return <span>{say('paper.all')}</span>;
  return words.map(([name, value]) => (
    <span key={name}>
      {name}: <Written text={value} />
    </span>
  ));
}

function PrintedPersons({ persons }: { readonly persons: readonly PersonCard[] }) {
  const { say, number } = usePaperSpeech();
  const label = useColumnLabel();
  const columns = chosenColumns().filter((column) => column !== 'records');
  const lists = new Map<string, { readonly number: number; readonly name: string }>();
  for (const { item, list } of persons.flatMap(({ records }) => records))
    if (!lists.has(item)) lists.set(item, { number: lists.size + 1, name: list });
  return (
    <>
      <ScrollBox label={say('paper.people')}>
        <table className="printed-persons">
          <thead>
            <tr>
              <th scope="col">{say('property.name.full')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {label(column)}
                </th>
              ))}
              <th scope="col">{say('paper.sources')}</th>
            </tr>
          </thead>
          <tbody>
            {persons.map((person) => (
              <tr key={person.id}>
                <PersonCells person={person} columns={columns} />
                <td>
                  <span className="printed-sources">
                    {person.records.map(({ item, row, record }) => (
                      <bdi key={record}>
                        [{number(lists.get(item)!.number)}] {number(row)}
                      </bdi>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <section className="footnotes" aria-label={say('paper.lists')}>
        <ol>
          {[...lists].map(([item, { number: at, name }]) => (
            <li key={item}>
              [{number(at)}] <Written text={name} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
