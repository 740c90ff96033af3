import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Entered, RequestForm } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toRequest } from '../speech/addresses.ts';
import { useActing } from '../talks/acts.ts';
import { CodeToReadOut } from './code-to-read-out.tsx';
import { readPaperNumber } from './paper-number.ts';
import { RequestFormFields } from './request-form.tsx';
import { useSpeech } from './speech.ts';
import './requests.css';

/** Paper forms typed in one after the other, by keyboard alone: every field of the paper, in its order. */
export default function GridPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('grid.title')} width="wide">
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('grid.title')}</h1>
        <p className="lead">{say('grid.lead')}</p>
      </div>
      <WhoDecides>
        <Forms />
      </WhoDecides>
    </Page>
  );
}

interface Typed {
  readonly number: string;
  readonly form: RequestForm;
  readonly entered: Entered;
}

function Forms() {
  const { say } = useSpeech();
  const { act, busy, fault } = useActing();
  const number = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  const [wrong, setWrong] = useState(false);
  const send = (form: RequestForm, paper: string, twice?: 'another-request') =>
    act<Entered>(
      '/api/requests',
      { form, paper, ...(twice ? { twice } : {}) },
      (entered) => say(entered.kept === 'new' ? 'grid.kept' : 'grid.known'),
      (entered) => {
        setTyped((before) => [
          { number: paper, form, entered },
          ...before.filter((one) => one.number !== paper),
        ]);
        if (number.current && !twice) number.current.value = '';
        number.current?.focus();
      },
    );
  const keep = (form: RequestForm) => {
    const paper = readPaperNumber(number.current?.value ?? '');
    setWrong(paper === undefined);
    if (paper === undefined) number.current?.focus();
    else send(form, paper);
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <p className="field paper-number">
        <label htmlFor="paper-number">{say('grid.number')}</label>
        <input
          ref={number}
          id="paper-number"
          type="text"
          dir="ltr"
          autoComplete="off"
          maxLength={20}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'paper-number-wrong' : undefined}
        />
        {wrong && (
          <strong id="paper-number-wrong" className="fault" role="alert">
            {say('grid.number-wrong')}
          </strong>
        )}
      </p>
      <RequestFormFields key={typed.length} before={undefined} from="paper" busy={busy} send={keep} />
      <ul className="requests" aria-live="polite">
        {typed.map(({ number: paper, form, entered }) => (
          <li key={paper}>
            <span dir="ltr">{paper}</span> ·{' '}
            <Link href={toRequest(entered.kept === 'new' ? entered.id : (entered.same[0]?.id ?? ''))}>
              <Written text={[form.sought.names.given, form.sought.names.family].filter(Boolean).join(' ')} />
            </Link>{' '}
            · {say(entered.kept === 'new' ? 'grid.kept' : 'grid.known')}
            {entered.kept === 'new' ? (
              <details>
                <summary>{say('grid.code')}</summary>
                <CodeToReadOut code={entered.code} />
              </details>
            ) : (
              <p className="actions">
                <button
                  type="button"
                  disabled={busy === 'busy'}
                  onClick={() => send(form, paper, 'another-request')}
                >
                  {say('new.another')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
