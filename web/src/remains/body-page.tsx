import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import {
  type ComparisonPage,
  NEXT_REMAINS_STATES,
  type RemainsFile,
  type RemainsFilePage,
} from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Choice, Line, typed } from '../requests/inputs.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { toItem, toRequest } from '../speech/addresses.ts';
import { useActing } from '../talks/acts.ts';
import { BodyForm } from './body-form.tsx';
import { Compared } from './compared.tsx';
import { MarksList } from './marks-list.tsx';
import { useSpeech } from './speech.ts';
import '../requests/requests.css';

/** One body or part: marks first, photographs sealed, what people decided, and who it cannot be. */
export default function BodyPage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<RemainsFilePage>(`/api/remains/${encodeURIComponent(id)}`);
  return (
    <Page title={say('remains.title')}>
      <p className="crumb">
        <Link href="/remains">{say('remains.back')}</Link>
      </p>
      <Awaited answer={answer}>
        {({ remains }) => (
          <WhoDecides>
            <Body file={remains} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

function Body({ file }: { readonly file: RemainsFile }) {
  const { say, date, compose } = useSpeech();
  const { may } = useSession();
  const { act, busy, fault } = useActing();
  const path = `/api/remains/${encodeURIComponent(file.id)}`;
  const write = (given: Readonly<Record<string, unknown>>, after?: () => void) =>
    act(`${path}/acts`, { ...given, upon: file.upon }, () => say('remains.done'), after);
  const families = may('GET /api/remains/{id}/compare');
  return (
    <>
      <div className="page-head">
        <h1>
          <Written text={file.code} />
        </h1>
        <p className="lead">
          <span className="word sure">{say(`status.${file.state}`)}</span>
          {file.waits && <span className="word doubt">{say('status.waits')}</span>}
        </p>
        {file.request !== undefined && families && (
          <p className="small">
            {compose('remains.request', {
              link: <Link href={toRequest(file.request)}>{say('remains.request-link')}</Link>,
            })}
          </p>
        )}
      </div>
      {fault && <FaultNote fault={fault} />}
      <AsFound file={file} />
      {families && <Decide file={file} write={write} />}
      {families && (
        <Comparing
          id={file.id}
          preliminary={(request, reason) => write({ is: 'state', state: 'preliminary', request, reason })}
          open={file.state === 'unidentified' ? 'open' : 'decided'}
        />
      )}
      {file.body && (
        <details className="section">
          <summary>{say('remains.amend')}</summary>
          <BodyForm
            before={file.body}
            busy={busy}
            send={(body) => write({ is: 'amend', body, reason: '—' })}
          />
        </details>
      )}
      <Section id="history" title={say('remains.history')}>
        <ol className="requests">
          {file.history.map(({ entry, at, by, words, state }) => (
            <li key={entry}>
              <span className="small quiet">
                {date(at, 'clock')} · {by || '—'}
              </span>{' '}
              {state && say(`status.${state}`)}
              {words !== undefined && <p dir="auto">{words}</p>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function AsFound({ file }: { readonly file: RemainsFile }) {
  const { say, date, number } = useSpeech();
  const { body } = file;
  if (!body) return null;
  const { marks, teeth, belongings, age, height, photographs } = body;
  const facts: (readonly [string, string | undefined])[] = [
    [say('remains.state'), say(`condition.${body.state}`)],
    [say('remains.sex'), say(`sex.${body.sex ?? 'none'}`)],
    [say('remains.age'), age?.map((one) => number(one)).join(' – ')],
    [say('remains.height'), height?.map((one) => number(one)).join(' – ')],
    [say('remains.found'), body.found && date(body.found)],
    [say('remains.place'), body.place],
    [say('remains.holder'), body.holder],
    [say('remains.notes'), body.notes],
  ];
  return (
    <Section id="found" title={say('remains.shown')}>
      <MarksList of={{ marks, teeth, belongings }} />
      <dl className="facts-of">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {photographs.length > 0 && (
        <details>
          <summary>{say('remains.photograph-step')}</summary>
          <ul>
            {photographs.map((item, at) => (
              <li key={item}>
                <Link href={toItem(item)}>{say('remains.photograph', { n: at + 1 })}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Decide(props: {
  readonly file: RemainsFile;
  readonly write: (given: Readonly<Record<string, unknown>>, after?: () => void) => void;
}) {
  const { say } = useSpeech();
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    props.write({ is: 'state', state: typed(data, 'state'), reason: typed(data, 'reason') }, () =>
      form.reset(),
    );
  };
  return (
    <Section id="decide" title={say('remains.decide')} note={say('remains.decide-note')}>
      <form className="desk-act" onSubmit={set}>
        <Choice
          name="state"
          label={say('remains.decide')}
          words={NEXT_REMAINS_STATES[props.file.state].filter((state) => state !== 'preliminary')}
          say={(state) => say(`status.${state}`)}
        />
        <Line name="reason" label={say('remains.reason')} required most={2000} />
        <p className="actions">
          <button type="submit">{say('remains.set')}</button>
        </p>
      </form>
    </Section>
  );
}

/** Asked for by a deliberate press: it shows whom families seek, and is written down. */
function Comparing(props: {
  readonly id: string;
  readonly open: 'open' | 'decided';
  readonly preliminary: (request: string, reason: string) => void;
}) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState<'asked' | 'not-yet'>('not-yet');
  const answer = useAnswer<ComparisonPage>(
    asked === 'asked' ? `/api/remains/${encodeURIComponent(props.id)}/compare` : undefined,
  );
  return (
    <Section id="compare" title={say('remains.compare')} note={say('remains.compare-note')}>
      {asked === 'not-yet' ? (
        <p className="actions">
          <button type="button" onClick={() => setAsked('asked')}>
            {say('remains.compare-go')}
          </button>
        </p>
      ) : (
        <Awaited answer={answer}>
          {({ possible, impossible }) => (
            <>
              <h3>{say('remains.possible', { count: possible.length })}</h3>
              <Compared
                rows={possible}
                shown="fits"
                {...(props.open === 'open' ? { preliminary: props.preliminary } : {})}
              />
              <details>
                <summary>{say('remains.impossible', { count: impossible.length })}</summary>
                <Compared rows={impossible} shown="impossible" />
              </details>
            </>
          )}
        </Awaited>
      )}
    </Section>
  );
}
