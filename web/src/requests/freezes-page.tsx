import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { FindPage, FreezesPage as Freezes, FreezeView, Hit } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { ask, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useActing } from '../talks/acts.ts';
import { Line, Lines, typed } from './inputs.tsx';
import { useSpeech } from './speech.ts';
import './requests.css';

/** Files that are hidden while it is checked who says "I am not missing". */
export default function FreezesPage() {
  const { say } = useSpeech();
  const answer = useAnswer<Freezes>('/api/freezes');
  return (
    <Page title={say('freezes.title')}>
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('freezes.title')}</h1>
        <p className="lead">{say('freezes.lead')}</p>
      </div>
      <WhoDecides>
        <Hide />
        <Awaited answer={answer}>
          {({ freezes }) =>
            freezes.length === 0 ? (
              <Empty title={say('freezes.none')} />
            ) : (
              <ul className="requests">
                {freezes.map((one) => (
                  <Frozen key={one.id} freeze={one} />
                ))}
              </ul>
            )
          }
        </Awaited>
      </WhoDecides>
    </Page>
  );
}

function Hide() {
  const { say } = useSpeech();
  const finding = useAttempt();
  const { act, busy, fault } = useActing();
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = typed(new FormData(event.currentTarget), 'name') ?? '';
    void finding.attempt(async () => {
      setHits((await ask<FindPage>(`/api/find?top=8&q=${encodeURIComponent(name)}`)).hits);
    });
  };
  const hide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    act(
      '/api/freezes',
      { record: typed(data, 'record'), says: typed(data, 'says'), how: typed(data, 'how') },
      () => say('freezes.hidden'),
      () => setHits([]),
    );
  };
  return (
    <Section id="hide" title={say('freezes.hide')}>
      {finding.fault && <FaultNote fault={finding.fault} />}
      {fault && <FaultNote fault={fault} />}
      <form className="desk-act" onSubmit={find}>
        <Line name="name" label={say('freezes.find')} required />
        <p className="actions">
          <button type="submit">{say('requests.search')}</button>
        </p>
      </form>
      {hits.length > 0 && (
        <form className="desk-act" onSubmit={hide}>
          <fieldset>
            <legend>{say('freezes.hide')}</legend>
            {hits.map(({ person, record }, at) => (
              <p key={person.id} className="tick">
                <label>
                  <input type="radio" name="record" value={record} defaultChecked={at === 0} required />{' '}
                  <Written text={person.name} />{' '}
                  <span className="small quiet">
                    {person.facts.slice(0, 3).map((fact) => (
                      <span key={fact.statement}>
                        {' · '}
                        <Written text={fact.written} />
                      </span>
                    ))}
                  </span>
                </label>
              </p>
            ))}
          </fieldset>
          <Lines name="says" label={say('freezes.says')} rows={2} required />
          <Lines name="how" label={say('freezes.how')} rows={2} required />
          <p className="actions">
            <button type="submit" className="main" disabled={busy === 'busy'}>
              {say('freezes.go')}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}

function Frozen({ freeze }: { readonly freeze: FreezeView }) {
  const { say, date } = useSpeech();
  const { act, fault } = useActing();
  const release = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = typed(new FormData(event.currentTarget), 'reason');
    act(`/api/freezes/${encodeURIComponent(freeze.id)}/release`, { reason }, () => say('file.done'));
  };
  return (
    <li>
      <h2>
        <Written text={[...new Set(freeze.names)].join(' / ')} className="name" />
      </h2>
      <p className="small quiet">
        {say('freezes.since', { date: date(freeze.at, 'clock'), by: freeze.by ?? '—' })}
        {freeze.released && ` · ${say('freezes.released', { date: date(freeze.released.at, 'clock') })}`}
      </p>
      {[freeze.says, freeze.how, freeze.released?.reason].map(
        (words) =>
          words !== undefined && (
            <p key={words} dir="auto">
              {words}
            </p>
          ),
      )}
      {!freeze.released && (
        <details>
          <summary>{say('freezes.release')}</summary>
          {fault && <FaultNote fault={fault} />}
          <form className="desk-act" onSubmit={release}>
            <Lines name="reason" label={say('freezes.why')} rows={2} required />
            <p className="actions">
              <button type="submit">{say('freezes.release')}</button>
            </p>
          </form>
        </details>
      )}
    </li>
  );
}
