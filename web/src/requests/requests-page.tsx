import { type FormEvent, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import {
  REQUEST_STATES,
  type RequestSummary,
  type RequestsPage as Requests,
} from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toRequest } from '../speech/addresses.ts';
import { Line } from './inputs.tsx';
import { useSpeech } from './speech.ts';
import '../items/items.css';
import './requests.css';

const A_PAGE = 50;

/** What families ask: the newest first, by state, by name, by the code that somebody reads out. */
export default function RequestsPage() {
  const { say, number } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const state = REQUEST_STATES.find((one) => one === search.get('state'));
  const from = Number(search.get('from') ?? 0) || 0;
  const [words, setWords] = useState('');
  const query = new URLSearchParams({ from: String(from), count: String(A_PAGE) });
  if (state) query.set('state', state);
  // A name never stands in the address: it would stay in the browser's history.
  if (words !== '') query.set('q', words);
  const answer = useAnswer<Requests>(`/api/requests?${query}`);
  const turn = (to: number) => setSearch({ ...(state ? { state } : {}), from: String(to) });
  return (
    <Page title={say('requests.title')}>
      <div className="page-head">
        <h1>{say('requests.title')}</h1>
        <p className="lead">{say('requests.lead')}</p>
      </div>
      <nav aria-label={say('requests.title')} className="actions">
        <Link href="/requests/new" className="button">
          {say('requests.new')}
        </Link>
        <Link href="/requests/hits" className="button">
          {say('requests.hits')}
        </Link>
        <Link href="/requests/grid" className="button">
          {say('requests.grid')}
        </Link>
        <Link href="/requests/paper" className="button">
          {say('requests.paper')}
        </Link>
        <Link href="/requests/hand-out" className="button">
          {say('requests.hand-out')}
        </Link>
        <Link href="/requests/wall" className="button">
          {say('requests.wall')}
        </Link>
        <Link href="/requests/not-missing" className="button">
          {say('requests.freezes')}
        </Link>
      </nav>
      <ByCode />
      <form
        className="desk-act"
        onSubmit={(event) => {
          event.preventDefault();
          setWords(String(new FormData(event.currentTarget).get('words') ?? '').trim());
        }}
      >
        <Line name="words" label={say('requests.find')} />
        <p className="actions">
          <button type="submit">{say('requests.search')}</button>
        </p>
      </form>
      <Awaited answer={answer} lines={10}>
        {({ requests, counts, total }) => (
          <>
            <fieldset className="filters kinds">
              <legend className="unseen">{say('requests.filter')}</legend>
              {([undefined, ...REQUEST_STATES] as const).map((one) => (
                <label key={one ?? 'all'}>
                  <input
                    type="radio"
                    name="state"
                    checked={state === one}
                    onChange={() => setSearch(one ? { state: one } : {}, { replace: true })}
                  />
                  {one ? say(`state.${one}`) : say('requests.all')}{' '}
                  {one && <span className="quiet">{number(counts[one] ?? 0)}</span>}
                </label>
              ))}
            </fieldset>
            {requests.length === 0 ? (
              <Empty title={say('requests.empty')}>
                <p>{say('requests.empty-how')}</p>
              </Empty>
            ) : (
              <>
                <p className="small quiet">{say('requests.count', { count: total })}</p>
                <RequestList requests={requests} />
              </>
            )}
            <p className="actions">
              {from > 0 && (
                <button type="button" onClick={() => turn(Math.max(0, from - A_PAGE))}>
                  {say('pager.previous')}
                </button>
              )}
              {from + A_PAGE < total && (
                <button type="button" onClick={() => turn(from + A_PAGE)}>
                  {say('pager.next')}
                </button>
              )}
            </p>
          </>
        )}
      </Awaited>
    </Page>
  );
}

export function RequestList({ requests }: { readonly requests: readonly RequestSummary[] }) {
  const { say, date } = useSpeech();
  return (
    <ul className="requests">
      {requests.map(({ id, name, birth, relation, state, receivedAt, came, hits, withdrawn }) => (
        <li key={id}>
          <Link href={toRequest(id)} data-entry>
            {name === '' ? say('requests.no-name') : <Written text={name} className="name" />}
          </Link>
          {withdrawn && <span className="word danger">{say('requests.withdrawn')}</span>}
          {(hits ?? 0) > 0 && (
            <span className="word doubt">{say('requests.hits-open', { count: hits ?? 0 })}</span>
          )}
          <p className="small quiet">
            {[
              birth && say('requests.born', { date: date(birth) }),
              relation && say(`relation.${relation}`),
              say(`state.${state}`),
              say(`requests.came-${came}`),
              date(receivedAt, 'clock'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Somebody on the phone reads out their code. */
function ByCode() {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const { busy, fault, attempt } = useAttempt();
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    void attempt(async () => {
      const { id } = await tell<{ id: string }>('/api/requests/by-code', { code });
      go(toRequest(id));
    });
  };
  return (
    <form className="desk-act" onSubmit={open}>
      {fault && <FaultNote fault={fault} />}
      <Line
        name="code"
        label={say('requests.by-code')}
        help={say('requests.by-code-hint')}
        direction="ltr"
        most={80}
      />
      <p className="actions">
        <button type="submit" disabled={busy === 'busy'}>
          {say('requests.by-code-open')}
        </button>
      </p>
    </form>
  );
}
