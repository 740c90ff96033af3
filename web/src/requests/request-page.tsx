import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  NEXT_REQUEST_STATES,
  type RequestPage as RequestAnswer,
  type TracingRequest,
} from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useActing } from '../talks/acts.ts';
import { type Act, Calls } from './calls.tsx';
import { ConsentFields, consentOf } from './consent-fields.tsx';
import { HitCard } from './hit-card.tsx';
import { Choice, Line, typed } from './inputs.tsx';
import { Photographs } from './photographs.tsx';
import { RequestFormFields } from './request-form.tsx';
import { RequestList } from './requests-page.tsx';
import { Fact, SoughtFacts } from './sought-facts.tsx';
import { useSpeech } from './speech.ts';
import '../people/person.css';
import './requests.css';

/** One request: who is sought, what may be, what was told; who asks and how to reach them behind one step. */
export default function RequestPage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<RequestAnswer>(`/api/requests/${encodeURIComponent(id)}`);
  return (
    <Page title={say('requests.title')}>
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <Awaited answer={answer} lines={10}>
        {(page) => (
          <WhoDecides>
            <File page={page} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

function File({ page }: { readonly page: RequestAnswer }) {
  const { say, date } = useSpeech();
  const { act: write, busy, fault } = useActing();
  const { request, hits, beside, comparing } = page;
  const path = `/api/requests/${encodeURIComponent(request.id)}`;
  const act: Act = (given, after) =>
    write(`${path}/acts`, { ...given, upon: request.upon }, () => say('file.done'), after);
  return (
    <>
      <div className="page-head">
        <h1>{request.name === '' ? say('requests.no-name') : <Written text={request.name} />}</h1>
        <p className="lead">
          <span className="word sure">{say(`state.${request.state}`)}</span>
          {request.withdrawn && <span className="word danger">{say('requests.withdrawn')}</span>}
          {request.minor && <span className="word doubt">{say('file.minor')}</span>}
        </p>
        <p className="small quiet">
          {say('file.came', {
            came: say(`requests.came-${request.came}`),
            date: date(request.receivedAt, 'clock'),
          })}
          {request.paper !== undefined && ` · ${say('file.paper', { number: request.paper })}`}
          {' · '}
          {say('code.answers', { answer: say(`answer.${request.receipt}`) })}
        </p>
      </div>
      {fault && <FaultNote fault={fault} />}
      <Sought request={request} />
      <Photographs request={request} act={act} path={path} />
      <Reach request={request} />
      <State request={request} act={act} />
      <Section id="hits" title={say('hits.on-file')}>
        {comparing && <p role="status">{say('hits.comparing')}</p>}
        {hits.length === 0 && !comparing && <p className="quiet">{say('hits.none')}</p>}
        <ul className="requests">
          {hits.map((hit) => (
            <HitCard
              key={hit.record}
              hit={hit}
              link={request.links.find(({ record }) => record === hit.record)}
              decide={(standing) => act({ is: 'link', record: hit.record, standing })}
            />
          ))}
        </ul>
      </Section>
      {!request.withdrawn && <Calls request={request} act={act} />}
      {beside.length > 0 && (
        <Section id="beside" title={say('file.beside')} note={say('file.beside-note')}>
          <RequestList requests={beside} />
        </Section>
      )}
      <Consent request={request} act={act} />
      {!request.withdrawn && (
        <details className="section">
          <summary>{say('file.amend')}</summary>
          <RequestFormFields
            before={request}
            busy={busy}
            send={(form) => act({ is: 'amend', form, reason: '—' })}
          />
        </details>
      )}
      <Withdraw request={request} act={act} path={path} />
      <Section id="history" title={say('file.history')}>
        <ol className="requests">
          {request.history.map(({ entry, at, by, is, words, detail }) => (
            <li key={entry}>
              <span className="small quiet">
                {date(at, 'clock')} · {by ?? '—'}
              </span>{' '}
              {say(`entry.${is}` as 'entry.entered')}
              {detail !== undefined && ` · ${detailWord(say, is, detail)}`}
              {words !== undefined && <p dir="auto">{words}</p>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function detailWord(say: ReturnType<typeof useSpeech>['say'], is: string, detail: string): string {
  switch (is) {
    case 'state':
      return say(`state.${detail}` as 'state.open');
    case 'link':
      return say(`standing.${detail}` as 'standing.same');
    case 'found':
      return say(`found.${detail}` as 'found.asked');
    case 'propose':
      return say(`matter.${detail}` as 'matter.lead');
    default:
      return say('calls.script-version', { script: detail });
  }
}

function Sought({ request }: { readonly request: TracingRequest }) {
  const { say } = useSpeech();
  const { sought, description } = request;
  if (!sought) return null;
  return (
    <Section id="sought" title={say('form.sought')}>
      <SoughtFacts sought={sought} description={description} />
    </Section>
  );
}

/** Who asks and how to reach them: one deliberate step away, so that no glance over a shoulder has it. */
function Reach({ request }: { readonly request: TracingRequest }) {
  const { say } = useSpeech();
  const { asker, contact } = request;
  if (!asker && !contact) return null;
  return (
    <details className="section">
      <summary>{say('file.contact-step')}</summary>
      <dl className="facts-of">
        {asker && (
          <Fact name={say(`relation.${asker.relation}`)}>
            <Written text={asker.name} />
          </Fact>
        )}
        {contact && (
          <>
            <Fact name={say('form.channel')}>{say(`channel.${contact.channel}`)}</Fact>
            {(['at', 'hours', 'codeWord'] as const).map((one) => {
              const value = contact[one];
              return value === undefined ? null : (
                <Fact key={one} name={say(`form.${one}`)}>
                  <Written text={value} />
                </Fact>
              );
            })}
            <Fact name={say('form.leave')}>{say(`leave.${contact.leave}`)}</Fact>
            {contact.notes !== undefined && (
              <Fact name={say('form.contact-notes')}>
                <Written text={contact.notes} />
              </Fact>
            )}
          </>
        )}
      </dl>
    </details>
  );
}

function State({ request, act }: { readonly request: TracingRequest; readonly act: Act }) {
  const { say } = useSpeech();
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    act({ is: 'state', state: typed(data, 'state'), reason: typed(data, 'reason') }, () => form.reset());
  };
  return (
    <Section id="state" title={say('file.state')}>
      <form className="desk-act" onSubmit={set}>
        <Choice
          name="state"
          label={say('file.state')}
          words={NEXT_REQUEST_STATES[request.state]}
          say={(state) => say(`state.${state}`)}
        />
        <Line name="reason" label={say('file.reason')} required />
        <p className="actions">
          <button type="submit">{say('file.state-set')}</button>
        </p>
      </form>
    </Section>
  );
}

function Consent({ request, act }: { readonly request: TracingRequest; readonly act: Act }) {
  const { say, locale } = useSpeech();
  const [missing, setMissing] = useState<'missing' | 'given'>('given');
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const consent = consentOf(data);
    setMissing(consent ? 'given' : 'missing');
    if (consent) act({ is: 'consent', consent, reason: typed(data, 'reason') });
  };
  return (
    <Section id="consent" title={say('file.consent')}>
      {request.consent.length === 0 ? (
        <p>{say('file.consent-none')}</p>
      ) : (
        <ul>
          {request.consent.map(({ purpose, audience, fields }) => (
            <li key={`${purpose} ${audience}`}>
              {say('file.consent-line', {
                purpose: say(`purpose.${purpose}`),
                audience: say(`audience.${audience}`),
                fields: new Intl.ListFormat(locale).format(fields.map((field) => say(`field.${field}`))),
              })}
            </li>
          ))}
        </ul>
      )}
      {!request.withdrawn && (
        <details>
          <summary>{say('file.consent-change')}</summary>
          <form className="desk-act" onSubmit={change}>
            {missing === 'missing' && (
              <p className="fault" role="alert">
                {say('form.consent-missing')}
              </p>
            )}
            <ConsentFields before={request.consent} />
            <Line name="reason" label={say('file.reason')} required />
            <p className="actions">
              <button type="submit">{say('file.consent-change')}</button>
            </p>
          </form>
        </details>
      )}
    </Section>
  );
}

function Withdraw(props: { readonly request: TracingRequest; readonly act: Act; readonly path: string }) {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const { act: write, fault } = useActing();
  const { request, act, path } = props;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = typed(new FormData(event.currentTarget), 'reason');
    if (request.withdrawn)
      write(
        `${path}/erase`,
        { reason },
        () => say('file.erased'),
        () => go('/requests'),
      );
    else act({ is: 'withdraw', reason });
  };
  const word = say(request.withdrawn ? 'file.erase' : 'file.withdraw');
  return (
    <details className="section" open={request.withdrawn}>
      <summary>{word}</summary>
      <p className="note">{say('file.withdraw-note')}</p>
      {fault && <FaultNote fault={fault} />}
      <form className="desk-act" onSubmit={send}>
        <Line name="reason" label={say('file.reason')} required />
        <p className="actions">
          <button type="submit">{word}</button>
        </p>
      </form>
    </details>
  );
}
