import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Entered, RequestForm } from '../../../src/model/index.ts';
import { forgetAnswers } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toRequest } from '../speech/addresses.ts';
import { useActing } from '../talks/acts.ts';
import { CodeToReadOut } from './code-to-read-out.tsx';
import { RequestFormFields } from './request-form.tsx';
import { useSpeech } from './speech.ts';
import './requests.css';

/** A family asks at the desk. */
export default function NewRequestPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('new.title')}>
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <WhoDecides>
        <NewRequest />
      </WhoDecides>
    </Page>
  );
}

function NewRequest() {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const { act, busy, fault } = useActing();
  const [known, setKnown] = useState<{ readonly form: RequestForm; readonly entered: Entered }>();
  const [kept, setKept] = useState<Extract<Entered, { kept: 'new' }>>();
  const send = (form: RequestForm, twice?: 'another-request') =>
    act<Entered>(
      '/api/requests',
      { form, ...(twice ? { twice } : {}) },
      (entered) => say(entered.kept === 'new' ? 'file.done' : 'new.known'),
      (entered) => {
        if (entered.kept === 'new') setKept(entered);
        else setKnown({ form, entered });
        window.scrollTo(0, 0);
      },
    );
  if (kept)
    return (
      <section aria-labelledby="code">
        <h1 id="code">{say('code.title')}</h1>
        <p className="note">{say('code.note')}</p>
        <CodeToReadOut code={kept.code} />
        <p className="actions">
          <button
            type="button"
            className="main"
            onClick={() => {
              forgetAnswers();
              go(toRequest(kept.id));
            }}
          >
            {say('code.done')}
          </button>
          <button type="button" onClick={() => window.print()}>
            {say('code.print')}
          </button>
        </p>
      </section>
    );
  return (
    <>
      <div className="page-head">
        <h1>{say('new.title')}</h1>
        <p className="lead">{say('new.lead')}</p>
      </div>
      {fault && <FaultNote fault={fault} />}
      {known?.entered.kept === 'known' && (
        <div className="fault" role="alert">
          <strong>{say('new.known')}</strong>
          <p>{say('new.known-note')}</p>
          <ul>
            {known.entered.same.map(({ id, name }) => (
              <li key={id}>
                <Link href={toRequest(id)}>
                  <Written text={name} />
                </Link>
              </li>
            ))}
          </ul>
          <p className="actions">
            <button type="button" onClick={() => send(known.form, 'another-request')}>
              {say('new.another')}
            </button>
          </p>
        </div>
      )}
      <RequestFormFields before={undefined} busy={busy} send={(form) => send(form)} />
    </>
  );
}
