import type { FormEvent } from 'react';
import { CALL_SCRIPTS, scriptFor } from '../../../src/messages/index.ts';
import {
  type Call,
  CHECKED_BY,
  FOUND_DECISIONS,
  MATTERS,
  type TracingRequest,
} from '../../../src/model/index.ts';
import { Section } from '../shell/page.tsx';
import { Choice, Line, Lines, typed } from './inputs.tsx';
import { useSpeech } from './speech.ts';

/** Writes an act of this request down; `after` once it is kept. */
export type Act = (given: Readonly<Record<string, unknown>>, after?: () => void) => void;

/** What the family was told, is to be told, and what whoever was found decided about it. */
export function Calls({ request, act }: { readonly request: TracingRequest; readonly act: Act }) {
  const { say } = useSpeech();
  const propose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    act({ is: 'propose', matter: typed(data, 'matter'), words: typed(data, 'words') }, () => form.reset());
  };
  return (
    <>
      <Section id="calls" title={say('calls.title')} note={say('calls.note')}>
        {request.calls.length === 0 && <p className="quiet">{say('calls.none')}</p>}
        {request.calls.map((call) => (
          <OneCall key={call.call} call={call} act={act} />
        ))}
        <details>
          <summary>{say('calls.prepare')}</summary>
          <form className="desk-act" onSubmit={propose}>
            <Choice
              name="matter"
              label={say('calls.matter')}
              words={MATTERS}
              say={(matter) => say(`matter.${matter}`)}
              value="nothing-new"
            />
            <Lines name="words" label={say('calls.on-what')} required rows={2} />
            <p className="actions">
              <button type="submit" className="main">
                {say('calls.prepare')}
              </button>
            </p>
          </form>
        </details>
      </Section>
      <FoundDecides request={request} act={act} />
    </>
  );
}

function OneCall({ call, act }: { readonly call: Call; readonly act: Act }) {
  const { say, date, language } = useSpeech();
  const script = call.told?.script ?? scriptFor(call.matter);
  const waits = call.needsTwo && call.agreedBy === undefined && !call.told;
  const tell = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    act({
      is: 'told',
      call: call.call,
      to: typed(data, 'to'),
      checked: typed(data, 'checked'),
      words: typed(data, 'words'),
      script,
    });
  };
  return (
    <article className="call">
      <h3>{say(`matter.${call.matter}`)}</h3>
      <p className="small quiet">
        {say('calls.proposed', { by: call.proposedBy, date: date(call.proposedAt, 'clock') })}
        {call.agreedBy !== undefined && ` · ${say('calls.agreed', { by: call.agreedBy })}`}
        {waits && <span className="word doubt">{say('calls.needs-second')}</span>}
      </p>
      <p dir="auto">{call.words}</p>
      {call.told ? (
        <>
          <p>
            {say('calls.told', { to: call.told.to, by: call.told.by, date: date(call.told.at, 'clock') })}
            {' · '}
            {say(`checked.${call.told.checked}`)} · {say('calls.script-version', { script })}
          </p>
          <p dir="auto">{call.told.words}</p>
        </>
      ) : waits ? (
        <p className="actions">
          <button type="button" onClick={() => act({ is: 'agree', call: call.call })}>
            {say('calls.agree')}
          </button>
        </p>
      ) : (
        <details>
          <summary>{say('calls.tell')}</summary>
          <h4>
            {say('calls.script')}{' '}
            <span className="small quiet">{say('calls.script-version', { script })}</span>
          </h4>
          <ol className="script">
            {(CALL_SCRIPTS[script] ?? []).map((line) => (
              <li key={line.en}>{line[language]}</li>
            ))}
          </ol>
          <form className="desk-act" onSubmit={tell}>
            <Line name="to" label={say('calls.to')} required />
            <Choice
              name="checked"
              label={say('calls.checked')}
              words={CHECKED_BY}
              say={(one) => say(`checked.${one}`)}
              value="code-word"
            />
            <Lines name="words" label={say('calls.words')} required />
            <p className="actions">
              <button type="submit" className="main">
                {say('calls.done')}
              </button>
            </p>
          </form>
        </details>
      )}
    </article>
  );
}

function FoundDecides({ request, act }: { readonly request: TracingRequest; readonly act: Act }) {
  const { say, date } = useSpeech();
  const { found } = request;
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const words = typed(data, 'words');
    act({ is: 'found', decision: typed(data, 'decision'), ...(words ? { words } : {}) });
  };
  return (
    <Section id="found" title={say('found.title')} note={say('found.note')}>
      {found && (
        <p>
          <span className="word sure">{say(`found.${found.decision}`)}</span> {date(found.at, 'clock')}{' '}
          {found.words !== undefined && <q dir="auto">{found.words}</q>}
        </p>
      )}
      <details>
        <summary>{say('found.set')}</summary>
        <form className="desk-act" onSubmit={set}>
          <Choice
            name="decision"
            label={say('found.title')}
            words={FOUND_DECISIONS}
            say={(decision) => say(`found.${decision}`)}
            value={found?.decision ?? 'asked'}
          />
          <Lines name="words" label={say('found.words')} value={found?.words} rows={2} />
          <p className="actions">
            <button type="submit">{say('found.set')}</button>
          </p>
        </form>
      </details>
    </Section>
  );
}
