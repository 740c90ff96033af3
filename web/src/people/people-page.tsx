import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { FindPage, PeoplePage as People } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { useTell } from '../shell/said.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { ListFilters, peopleQuery } from './list-filters.tsx';
import { useListSpeech } from './list-speech.ts';
import { PeopleTable } from './people-table.tsx';
import { HitCard, PersonCardRow } from './person-card.tsx';
import { rememberedQuery, rememberQuery } from './query.ts';
import './people.css';

const PAUSE = 200;
const AT_ONCE = 50;
const FILTERS = ['', 'several-lists', 'possible', 'conflicts', 'suggested'] as const;

/** One field: a name in any script, half remembered. Without one, everybody on the lists. */
export default function PeoplePage() {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(rememberedQuery);
  const [query, setQuery] = useState(typed.trim());
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    rememberQuery(typed);
    const timer = setTimeout(() => setQuery(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    if (rememberedQuery() === '') return;
    field.current?.focus();
  }, []);
  return (
    <Page title={say('nav.people')}>
      <div className="page-head">
        <h1>{say('people.title')}</h1>
        <p className="strip">
          <Link href="/review">{say('people.review')}</Link>
        </p>
      </div>
      <search>
        <form
          className="find"
          data-keeps-focus
          onSubmit={(event) => {
            event.preventDefault();
            setQuery(typed.trim());
          }}
        >
          <label htmlFor="find-name">{say('find.label')}</label>
          <input
            id="find-name"
            ref={field}
            type="search"
            dir={typed === '' ? undefined : 'auto'}
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-describedby="find-hint"
            aria-keyshortcuts="/"
            data-find
          />
          <p id="find-hint" className="note">
            {say('find.hint')}
          </p>
        </form>
      </search>
      {query === '' ? <Everybody /> : <Found query={query} />}
    </Page>
  );
}

function Found({ query }: { readonly query: string }) {
  const { say } = useSpeech();
  const tell = useTell();
  const answer = useAnswer<FindPage>(`/api/find?q=${encodeURIComponent(query)}&top=20`);
  const [last, setLast] = useState<FindPage>();
  useEffect(() => {
    if (answer.state !== 'here') return;
    setLast(answer.data);
    tell(say('find.found', { count: answer.data.hits.length }));
  }, [answer, say, tell]);
  // what was found for the letters before stays in sight until the new answer comes
  const shown =
    answer.state === 'here'
      ? answer
      : answer.state === 'waiting' && last
        ? { state: 'here' as const, data: last }
        : answer;
  return (
    <Awaited answer={shown} lines={8}>
      {({ hits }) =>
        hits.length === 0 ? (
          <Empty title={say('find.none')}>
            <p>{say('find.none-how')}</p>
          </Empty>
        ) : (
          <>
            <p className="quiet found">{say('find.found', { count: hits.length })}</p>
            <ol className={answer.state === 'here' ? 'hits' : 'hits waiting'}>
              {hits.map((hit) => (
                <li key={hit.person.id}>
                  <HitCard hit={hit} />
                </li>
              ))}
            </ol>
            <p className="note">{say('find.caution')}</p>
          </>
        )
      }
    </Awaited>
  );
}

function Everybody() {
  const { say } = useListSpeech();
  const [search, setSearch] = useSearchParams();
  const from = Math.max(0, Number(search.get('from')) || 0);
  const filter = search.get('filter') ?? '';
  const view = search.get('view') === 'table' ? 'table' : 'cards';
  const query = peopleQuery(search);
  const answer = useAnswer<People>(
    `/api/people?from=${view === 'table' ? 0 : from}&count=${AT_ONCE}${query === '' ? '' : `&${query}`}`,
  );
  const address = (change: Readonly<Record<string, string>>): string => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    return `?${next}`;
  };
  return (
    <>
      <div className="filters people-filters">
        <div className="field">
          <label htmlFor="people-filter">{say('people.filter')}</label>
          <select
            id="people-filter"
            value={filter}
            onChange={(event) => setSearch(address({ filter: event.target.value, from: '' }).slice(1))}
          >
            {FILTERS.map((each) => (
              <option key={each} value={each}>
                {say(each === '' ? 'people.filter-all' : `people.filter-${each}`)}
              </option>
            ))}
            <optgroup label={say('people.filter-fate')}>
              {FATES.map((fate) => (
                <option key={fate} value={fate}>
                  {say(`fate.${fate}`)}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        <fieldset className="view">
          <legend>{say('people.view')}</legend>
          {(['cards', 'table'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="view"
                checked={view === each}
                onChange={() =>
                  setSearch(address({ view: each === 'cards' ? '' : each }).slice(1), { replace: true })
                }
              />
              {say(`people.view-${each}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <ListFilters />
      <Awaited answer={answer} lines={12}>
        {(page) =>
          page.total === 0 ? (
            <Empty title={say(query === '' ? 'people.empty' : 'people.none-fit')}>
              {query === '' && <p>{say('people.empty-how')}</p>}
            </Empty>
          ) : (
            <>
              <p className="quiet strip">
                <span>{say('people.total', { count: page.total })}</span>
                <Link href={`/people/print${query === '' ? '' : `?${query}`}`}>{say('people.print')}</Link>
              </p>
              {view === 'table' ? (
                <PeopleTable query={query} first={page} />
              ) : (
                <>
                  <ul className="persons">
                    {page.persons.map((person) => (
                      <li key={person.id}>
                        <PersonCardRow person={person} />
                      </li>
                    ))}
                  </ul>
                  <Pager
                    from={from}
                    count={AT_ONCE}
                    total={page.total}
                    to={(start) => address({ from: start === 0 ? '' : String(start) })}
                  />
                </>
              )}
            </>
          )
        }
      </Awaited>
    </>
  );
}

const FATES = [
  'reported-detained',
  'reported-seen-alive',
  'reported-released',
  'contacted-alive',
  'reported-dead',
  'registered-dead',
] as const;
