import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { onPaperMessages } from '../../../src/messages/index.ts';
import type { HandedOut } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Empty, FaultNote } from '../shell/loading.tsx';
import { toRequest } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';
import { useActing } from '../talks/acts.ts';
import { Choice, typed } from './inputs.tsx';
import { LeavingPage } from './leaving-page.tsx';
import { Fact, SoughtFacts } from './sought-facts.tsx';
import { useSpeech } from './speech.ts';
import '../remains/wall.css';
import './requests.css';

const usePaperSpeech = speechWith(onPaperMessages);
const TO = ['partners', 'mandated', 'public'] as const;
type To = (typeof TO)[number];
interface Shown extends HandedOut {
  readonly to: To;
}

/** What may leave the house, as sheets to print or a file: what every family allows now, and nothing else. */
export default function HandOutPage() {
  const { say } = usePaperSpeech();
  return (
    <LeavingPage title={say('hand-out.title')} lead={say('hand-out.lead')}>
      <Leaving />
    </LeavingPage>
  );
}

function Leaving() {
  const { say, date } = usePaperSpeech();
  const { act, busy, fault } = useActing();
  const [shown, setShown] = useState<Shown>();
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const to = typed(new FormData(event.currentTarget), 'to') as To;
    act<HandedOut>(
      '/api/requests/hand-out',
      { purpose: to === 'public' ? 'publish' : 'share', audience: to },
      ({ requests }) => say('hand-out.count', { count: requests.length }),
      (left) => setShown({ ...left, to }),
    );
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <form className="desk-act" onSubmit={ask} onChange={() => setShown(undefined)}>
        <Choice name="to" label={say('hand-out.to')} words={TO} say={(to) => say(`hand-out.${to}`)} />
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('hand-out.show')}
          </button>
        </p>
      </form>
      {shown?.requests.length === 0 && (
        <Empty title={say('hand-out.count', { count: 0 })}>
          <p>{say('hand-out.none-how')}</p>
        </Empty>
      )}
      {shown && shown.requests.length > 0 && (
        <>
          <p>{say('hand-out.count', { count: shown.requests.length })}</p>
          <p className="note">
            {say('hand-out.as-of', {
              audience: say(`hand-out.${shown.to}`),
              date: date(shown.at, 'clock'),
            })}
          </p>
          <p className="actions">
            <button type="button" onClick={() => window.print()}>
              {say('paper.do')}
            </button>
            <a className="button" download={`sanad-${shown.to}.json`} href={asFile(shown)}>
              {say('hand-out.file')}
            </a>
          </p>
          <ul className="wall">
            {shown.requests.map((one) => (
              <li key={one.id}>
                <Sheet request={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const asFile = (shown: Shown): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(shown, null, 1))}`;

/** The number under which the desk finds it again; a name only where the family lets the name leave. */
function Sheet({ request }: { readonly request: HandedOut['requests'][number] }) {
  const { say } = usePaperSpeech();
  const words = useSpeech();
  const { id, sought, description, asker, contact } = request;
  return (
    <article>
      <p className="small quiet">
        <Link href={toRequest(id)} data-entry>
          {say('hand-out.number', { number: id.slice(0, 8) })}
        </Link>
      </p>
      <SoughtFacts sought={sought} description={description} />
      {(asker ?? contact) && (
        <dl className="facts-of">
          {asker && (
            <Fact name={`${say('hand-out.asks')} · ${words.say(`relation.${asker.relation}`)}`}>
              <Written text={asker.name} />
            </Fact>
          )}
          {contact?.at !== undefined && (
            <Fact name={words.say('form.at')}>
              <Written text={contact.at} />
            </Fact>
          )}
        </dl>
      )}
    </article>
  );
}
