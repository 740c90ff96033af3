import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { soughtPhotographMessages } from '../../../src/messages/index.ts';
import {
  AUDIENCES,
  CONSENT_HOW,
  PHOTOGRAPH_LIMITS,
  PHOTOGRAPH_USES,
  type PhotographConsent,
  type PhotographView,
  photographConsentSchema,
  type RequestPage,
  type TracingRequest,
} from '../../../src/model/index.ts';
import { ask } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { Field } from '../site/field.tsx';
import { toRequest } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';
import { useActing } from '../talks/acts.ts';
import type { Act } from './calls.tsx';
import { Choice, Line, typed } from './inputs.tsx';
import { useSpeech } from './speech.ts';
import './photographs.css';

const useFaceSpeech = speechWith(soughtPhotographMessages);

interface OfRequest {
  readonly request: TracingRequest;
  readonly path: string;
}

/** Photographs of the one sought, each with what the family allows for it. */
export function Photographs({ request, act, path }: OfRequest & { readonly act: Act }) {
  const { say } = useFaceSpeech();
  const { photographs, withdrawn } = request;
  if (withdrawn) return null;
  return (
    <Section id="photographs" title={say('faces.title')} note={say('faces.note')}>
      {photographs.length === 0 && <p className="quiet">{say('faces.none')}</p>}
      <ul className="faces">
        {photographs.map((photograph, at) => (
          <li key={photograph.id}>
            <OnePhotograph of={photograph} number={at + 1} request={request} act={act} path={path} />
          </li>
        ))}
      </ul>
      {photographs.length < PHOTOGRAPH_LIMITS.count && (
        <details>
          <summary>{say('faces.add')}</summary>
          <p className="note">{say('faces.how-to-bring')}</p>
          <AddPhotograph key={photographs.length} request={request} path={path} />
        </details>
      )}
    </Section>
  );
}

function OnePhotograph(
  props: OfRequest & { readonly of: PhotographView; readonly number: number; readonly act: Act },
) {
  const { say, date, number, locale } = useFaceSpeech();
  const words = useSpeech();
  const { of, request, act, path } = props;
  const { consent, alike } = of;
  const picture = `${path}/photographs/${encodeURIComponent(of.id)}`;
  const who = (use: 'screen' | 'paper'): string =>
    new Intl.ListFormat(locale).format(consent[use].map((one) => words.say(`audience.${one}`)));
  return (
    <article>
      <a href={picture} target="_blank" rel="noreferrer">
        <img
          src={`${picture}?size=small`}
          alt={say('faces.of', { number: number(props.number), name: request.name })}
          width={of.width}
          height={of.height}
        />
        <span className="small">{say('faces.large')}</span>
      </a>
      <div>
        {of.words !== undefined && (
          <p>
            <Written text={of.words} />
          </p>
        )}
        <p>{say('faces.screen', { who: who('screen') })}</p>
        <p>
          {consent.paper.length === 0 ? say('faces.paper-none') : say('faces.paper', { who: who('paper') })}
        </p>
        <p className="small quiet">{say('faces.brought', { date: date(of.at, 'clock'), by: of.by })}</p>
        {alike.length > 0 && (
          <p className="note">
            {say('faces.alike')}{' '}
            {alike.map((other) => (
              <Link key={other.request} href={toRequest(other.request)}>
                <Written text={other.name} />
              </Link>
            ))}
          </p>
        )}
        <details>
          <summary>{say('faces.change')}</summary>
          <ConsentForm
            request={request}
            before={consent}
            word={say('faces.change')}
            send={(allowed, data) =>
              act({
                is: 'photograph-consent',
                photograph: of.id,
                consent: allowed,
                reason: typed(data, 'reason'),
              })
            }
          >
            <Line name="reason" label={words.say('file.reason')} required />
          </ConsentForm>
        </details>
        <details>
          <summary>{say('faces.back')}</summary>
          <p className="note">{say('faces.back-note')}</p>
          <form
            className="desk-act"
            onSubmit={(event) => {
              event.preventDefault();
              const reason = typed(new FormData(event.currentTarget), 'reason');
              act({ is: 'photograph-back', photograph: of.id, reason });
            }}
          >
            <Line name="reason" label={words.say('file.reason')} required />
            <p className="actions">
              <button type="submit">{say('faces.back')}</button>
            </p>
          </form>
        </details>
      </div>
    </article>
  );
}

function AddPhotograph({ request, path }: OfRequest) {
  const { say, number } = useFaceSpeech();
  const { run, busy, fault } = useActing();
  const [missing, setMissing] = useState<'missing' | 'given'>('given');
  const send = (consent: PhotographConsent, data: FormData) => {
    const file = data.get('file');
    const chosen = file instanceof File && file.size > 0;
    setMissing(chosen ? 'given' : 'missing');
    if (!chosen) return;
    const words = typed(data, 'words');
    run(
      (by) => {
        const body = new FormData();
        body.append('file', file);
        body.append('about', JSON.stringify({ consent, words, upon: request.upon, by }));
        return ask<RequestPage>(`${path}/photographs`, { method: 'POST', body });
      },
      () => say('faces.kept'),
    );
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      {missing === 'missing' && (
        <p className="fault" role="alert">
          {say('faces.file-missing')}
        </p>
      )}
      <ConsentForm request={request} word={say('faces.keep')} busy={busy} send={send}>
        <Field
          label={say('faces.file')}
          help={say('faces.file-hint', {
            megabytes: number(PHOTOGRAPH_LIMITS.bytes / 1024 / 1024),
            count: number(PHOTOGRAPH_LIMITS.count),
          })}
        >
          <input type="file" name="file" accept="image/*" />
        </Field>
        <Line name="words" label={say('faces.words')} />
      </ConsentForm>
    </>
  );
}

/** What a family allows for one photograph: who may see it, and who may have it on paper. */
function ConsentForm(props: {
  readonly request: TracingRequest;
  readonly before?: PhotographConsent;
  readonly word: string;
  readonly busy?: 'busy' | 'idle';
  readonly send: (consent: PhotographConsent, data: FormData) => void;
  readonly children: React.ReactNode;
}) {
  const { say } = useFaceSpeech();
  const words = useSpeech();
  const { request, before } = props;
  const [state, setState] = useState<'missing' | 'given'>('given');
  const noPublic = request.minor || request.sought?.birth === undefined;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const ticked = (use: string) => AUDIENCES.filter((one) => data.getAll(use).includes(one));
    const how = CONSENT_HOW.find((one) => one === data.get('how')) ?? 'spoken';
    const said = photographConsentSchema.safeParse({ screen: ticked('screen'), paper: ticked('paper'), how });
    setState(said.success ? 'given' : 'missing');
    if (said.success) props.send(said.data, data);
  };
  const column = { screen: say('faces.may-see'), paper: say('faces.may-print') };
  return (
    <form className="desk-act" onSubmit={send}>
      {state === 'missing' && (
        <p className="fault" role="alert">
          {say('faces.consent-missing')}
        </p>
      )}
      {props.children}
      <blockquote className="read-out">{say('faces.read-out')}</blockquote>
      <table className="allowed">
        <thead>
          <tr>
            <th scope="col">{say('faces.who')}</th>
            {PHOTOGRAPH_USES.map((use) => (
              <th key={use} scope="col">
                {column[use]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {AUDIENCES.map((audience) => (
            <tr key={audience}>
              <th scope="row">{words.say(`audience.${audience}`)}</th>
              {PHOTOGRAPH_USES.map((use) => (
                <td key={use}>
                  <input
                    type="checkbox"
                    name={use}
                    value={audience}
                    defaultChecked={before?.[use].includes(audience)}
                    disabled={audience === 'public' && noPublic}
                    aria-label={`${words.say(`audience.${audience}`)}: ${column[use]}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {noPublic && <p className="note">{say('faces.public-closed')}</p>}
      <Choice
        name="how"
        label={words.say('form.how')}
        words={CONSENT_HOW.slice(0, 2)}
        say={(how) => words.say(`form.how-${how}`)}
        value={before?.how ?? 'spoken'}
      />
      <p className="actions">
        <button type="submit" className="main" disabled={props.busy === 'busy'}>
          {props.word}
        </button>
      </p>
    </form>
  );
}
