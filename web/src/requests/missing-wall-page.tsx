import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { onPaperMessages, soughtPhotographMessages } from '../../../src/messages/index.ts';
import {
  AUDIENCES,
  type Audience,
  type MissingPerson,
  type MissingWall,
  PHOTOGRAPH_USES,
  type PhotographUse,
} from '../../../src/model/index.ts';
import { tell } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Empty, FaultNote } from '../shell/loading.tsx';
import { toRequest } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';
import { useActing } from '../talks/acts.ts';
import { Choice, typed } from './inputs.tsx';
import { LeavingPage } from './leaving-page.tsx';
import { useSpeech } from './speech.ts';
import '../remains/wall.css';
import './requests.css';

const useWallSpeech = speechWith({ ...onPaperMessages, ...soughtPhotographMessages });
interface Asked {
  readonly audience: Audience;
  readonly use: PhotographUse;
}
type Shown = MissingWall & Asked;

/** Photographs of the missing, for one audience, to be looked at or printed. */
export default function MissingWallPage() {
  const { say } = useWallSpeech();
  return (
    <LeavingPage title={say('missing-wall.title')} lead={say('missing-wall.lead')}>
      <Wall />
    </LeavingPage>
  );
}

/** Every sheet of the wall; it comes in pieces. */
async function wholeWall(asked: Asked, by: string): Promise<Shown> {
  const missing: MissingPerson[] = [];
  for (;;) {
    const piece = await tell<MissingWall>('/api/requests/wall', { ...asked, from: missing.length, by });
    missing.push(...piece.missing);
    if (piece.missing.length === 0 || missing.length >= piece.total) return { ...piece, ...asked, missing };
  }
}

function Wall() {
  const { say, date } = useWallSpeech();
  const words = useSpeech();
  const { run, busy, fault } = useActing();
  const [shown, setShown] = useState<Shown>();
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const asked = { audience: typed(data, 'audience') as Audience, use: typed(data, 'use') as PhotographUse };
    run(
      (by) => wholeWall(asked, by),
      ({ total }) => say('missing-wall.count', { count: total }),
      setShown,
    );
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <form className="desk-act" onSubmit={show} onChange={() => setShown(undefined)}>
        <Choice
          name="audience"
          label={say('hand-out.to')}
          words={AUDIENCES}
          say={(audience) => (audience === 'team' ? words.say('audience.team') : say(`hand-out.${audience}`))}
        />
        <Choice
          name="use"
          label={say('missing-wall.use')}
          words={PHOTOGRAPH_USES}
          say={(use) => say(use === 'paper' ? 'missing-wall.on-paper' : 'missing-wall.screen')}
        />
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('missing-wall.show')}
          </button>
        </p>
      </form>
      {shown && (
        <>
          {shown.missing.length === 0 ? (
            <Empty title={say('missing-wall.count', { count: 0 })}>
              <p>{say('missing-wall.none-how')}</p>
            </Empty>
          ) : (
            <p className="no-paper">{say('missing-wall.count', { count: shown.total })}</p>
          )}
          {shown.kept > 0 && (
            <p className="note no-paper">{say('missing-wall.kept', { count: shown.kept })}</p>
          )}
        </>
      )}
      {shown && shown.missing.length > 0 && (
        <>
          <p className="note">
            {say(shown.audience === 'public' ? 'missing-wall.as-of-public' : 'missing-wall.as-of', {
              audience:
                shown.audience === 'team' ? words.say('audience.team') : say(`hand-out.${shown.audience}`),
              date: date(shown.at, 'clock'),
            })}
          </p>
          {shown.use === 'paper' ? (
            <p className="actions">
              <button type="button" onClick={() => window.print()}>
                {say('paper.do')}
              </button>
            </p>
          ) : (
            <p className="note">{say('missing-wall.screen-only')}</p>
          )}
          <ul className={shown.use === 'paper' ? 'wall' : 'wall no-paper'}>
            {shown.missing.map((one) => (
              <li key={one.id}>
                <Sheet of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Sheet({ of }: { readonly of: MissingPerson }) {
  const { say, date, number } = useWallSpeech();
  const words = useSpeech();
  const [low, high] = of.age ?? [];
  const age =
    low === undefined || high === undefined
      ? undefined
      : low === high
        ? say('missing-wall.age', { low })
        : say(high === low + 1 ? 'missing-wall.age-between' : 'missing-wall.age-range', {
            low: number(low),
            high: number(high),
          });
  return (
    <article>
      <img
        src={`data:image/jpeg;base64,${of.photograph}`}
        alt={say('missing-wall.photograph-of', { name: of.name })}
      />
      <h2>
        <Written text={of.name} />
      </h2>
      <p>
        {[of.birth && words.say('requests.born', { date: date(of.birth) }), age].filter(Boolean).join(' · ')}
      </p>
      {(of.lastSeen ?? of.lastPlace) !== undefined && (
        <p>
          {of.lastSeen !== undefined && say('missing-wall.last-seen', { when: date(of.lastSeen) })}
          {of.lastSeen !== undefined && of.lastPlace !== undefined && ' · '}
          {of.lastPlace !== undefined && <Written text={of.lastPlace} />}
        </p>
      )}
      <p className="small quiet">
        <Link href={toRequest(of.id)} data-entry>
          {say('hand-out.number', { number: of.id.slice(0, 8) })}
        </Link>
      </p>
    </article>
  );
}
