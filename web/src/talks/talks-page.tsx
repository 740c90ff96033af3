import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import {
  type Fetched,
  type Flood,
  type KeepersPage,
  TALK_STATES,
  type TalkSummary,
} from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toTalk } from '../speech/addresses.ts';
import { useActing } from './acts.ts';
import { useSpeech } from './speech.ts';
import '../items/items.css';
import './talks.css';

/** The keepers' queue: what waits for an answer first, floods as one line each. */
export default function TalksPage() {
  const { say } = useSpeech();
  const answer = useAnswer<KeepersPage>('/api/line');
  return (
    <Page title={say('nav.talks')}>
      <div className="page-head">
        <h1>{say('talks.title')}</h1>
        <p className="lead">{say('talks.lead')}</p>
      </div>
      <Awaited answer={answer} lines={10}>
        {(page) => (
          <WhoDecides>
            <Queue page={page} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

const SHOWN = 200;

function Queue({ page }: { readonly page: KeepersPage }) {
  const { say, number } = useSpeech();
  const { act, busy, fault } = useActing();
  const [search, setSearch] = useSearchParams();
  const [most, setMost] = useState(SHOWN);
  const chosen = TALK_STATES.find((state) => state === search.get('state')) ?? 'all';
  const inFlood = new Set(page.floods.flatMap(({ talks }) => talks));
  const standsIn = (state: typeof chosen) =>
    page.talks.filter((talk) => (state === 'all' ? talk.waiting : talk.state === state));
  const shown = standsIn(chosen)
    .filter(({ id }) => !inFlood.has(id))
    .toSorted((a, b) => Number(b.waiting) - Number(a.waiting) || b.lastDay.localeCompare(a.lastDay));
  const floods = chosen === 'all' || chosen === 'new' ? page.floods : [];
  return (
    <>
      {!page.keeper && <p className="note">{say('talks.no-keeper')}</p>}
      {page.place === undefined ? (
        <p className="note">{say('talks.no-place')}</p>
      ) : (
        <p className="actions">
          <button
            type="button"
            className="main"
            disabled={busy === 'busy' || !page.keeper}
            onClick={() =>
              act<Fetched>('/api/line/fetch', {}, ({ answersDelivered: answers, ...counts }) =>
                say('talks.fetched', { ...counts, answers }),
              )
            }
          >
            {busy === 'busy' ? say('talks.fetching') : say('talks.fetch')}
          </button>
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
      <fieldset className="filters kinds">
        <legend className="unseen">{say('talks.filter')}</legend>
        {(['all', ...TALK_STATES] as const).map((state) => (
          <label key={state}>
            <input
              type="radio"
              name="state"
              checked={chosen === state}
              onChange={() => setSearch(state === 'all' ? {} : { state }, { replace: true })}
            />
            {say(`talks.state-${state}`)} <span className="quiet">{number(standsIn(state).length)}</span>
          </label>
        ))}
      </fieldset>
      {floods.map((flood) => (
        <FloodCard
          key={flood.talks[0]}
          flood={flood}
          putAway={() =>
            act('/api/line/states', { talks: flood.talks, state: 'spam' }, () =>
              say('talk.state-done', { state: say('talks.state-spam') }),
            )
          }
        />
      ))}
      {shown.length === 0 && floods.length === 0 ? (
        <Empty title={say('talks.empty')}>
          <p>{say('talks.empty-how')}</p>
        </Empty>
      ) : (
        <ul className="talks">
          {shown.slice(0, most).map((talk) => (
            <li key={talk.id}>
              <TalkLine talk={talk} />
            </li>
          ))}
        </ul>
      )}
      {shown.length > most && (
        <p className="actions">
          <button type="button" onClick={() => setMost(most + SHOWN)}>
            {say('talks.more')}
          </button>
        </p>
      )}
    </>
  );
}

function TalkLine({ talk }: { readonly talk: TalkSummary }) {
  const { say, date } = useSpeech();
  const { messages, files, answers } = talk;
  return (
    <>
      <Link href={toTalk(talk.id)} data-entry>
        {talk.opening === '' ? say('talks.no-words') : <Written text={talk.opening} />}
      </Link>
      <p className="small quiet">
        {date(talk.lastDay)} · {say('talks.contents', { messages, files, answers })}
        {' · '}
        {say(`talks.state-${talk.state}`)}
        {talk.waiting && <span className="word doubt">{say('talks.waiting')}</span>}
        {talk.withdrawn && <span className="word danger">{say('talks.withdrawn')}</span>}
      </p>
    </>
  );
}

function FloodCard(props: { readonly flood: Flood; readonly putAway: () => void }) {
  const { say } = useSpeech();
  const { talks, opening } = props.flood;
  return (
    <section className="flood">
      <h2>{say('talks.flood', { count: talks.length })}</h2>
      <p dir="auto">{opening}</p>
      <p className="small quiet">{say('talks.flood-note')}</p>
      <p className="actions">
        <Link href={toTalk(talks[0] ?? '')} className="button" data-entry>
          {say('talks.flood-look')}
        </Link>
        <button type="button" onClick={props.putAway}>
          {say('talks.flood-spam')}
        </button>
      </p>
    </section>
  );
}
