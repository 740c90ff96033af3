import { useState } from 'react';
import { Link } from 'wouter';
import { onPaperMessages } from '../../../src/messages/index.ts';
import type {
  FoundBody,
  RemainsPage as Register,
  RemainsFilePage,
  RemainsSummary,
} from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty, Skeleton } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toRemains } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';
import { MarksList } from './marks-list.tsx';
import { useSpeech } from './speech.ts';
import './wall.css';

const useWallSpeech = speechWith(onPaperMessages);
type Faces = 'hidden' | 'shown';

/** Those whom nobody knows yet, as numbered sheets to go through with a family: marks first, faces only where asked. */
export default function WallPage() {
  const { say } = useWallSpeech();
  const { may } = useSession();
  const [asked, setAsked] = useState<'asked' | 'not-yet'>('not-yet');
  const [faces, setFaces] = useState<Faces>('hidden');
  return (
    <Page title={say('wall.title')} width="wide">
      <p className="crumb">
        <Link href="/remains">{say('nav.remains')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('wall.title')}</h1>
        <p className="lead no-paper">{say('wall.lead')}</p>
      </div>
      {asked === 'not-yet' ? (
        <>
          <p className="note">{say('wall.step-note')}</p>
          <p className="actions">
            <button type="button" className="main" onClick={() => setAsked('asked')}>
              {say('wall.step')}
            </button>
          </p>
        </>
      ) : (
        <>
          <p className="actions">
            <button type="button" className="main" onClick={() => window.print()}>
              {say('paper.do')}
            </button>
          </p>
          {may('GET /api/items/{id}/preview') && (
            <details className="no-paper">
              <summary>{say('wall.photographs')}</summary>
              <p className="note">{say('wall.photographs-note')}</p>
              <p className="actions">
                <button type="button" onClick={() => setFaces(faces === 'shown' ? 'hidden' : 'shown')}>
                  {say(faces === 'shown' ? 'wall.photographs-hide' : 'wall.photographs-show')}
                </button>
              </p>
            </details>
          )}
          <Wall faces={faces} />
        </>
      )}
    </Page>
  );
}

function Wall({ faces }: { readonly faces: Faces }) {
  const { say } = useWallSpeech();
  const answer = useAnswer<Register>('/api/remains?state=unidentified');
  return (
    <Awaited answer={answer}>
      {({ remains }) =>
        remains.length === 0 ? (
          <Empty title={say('wall.empty')} />
        ) : (
          <ul className="wall">
            {remains.map((body) => (
              <li key={body.id}>
                <Sheet body={body} faces={faces} />
              </li>
            ))}
          </ul>
        )
      }
    </Awaited>
  );
}

function Sheet({ body, faces }: { readonly body: RemainsSummary; readonly faces: Faces }) {
  const answer = useAnswer<RemainsFilePage>(`/api/remains/${encodeURIComponent(body.id)}`);
  return (
    <article>
      <h2>
        <Link href={toRemains(body.id)} data-entry>
          <Written text={body.code} />
        </Link>
      </h2>
      {answer.state === 'waiting' && <Skeleton lines={3} />}
      {answer.state === 'here' && answer.data.remains.body && (
        <AsFound body={answer.data.remains.body} faces={faces} />
      )}
    </article>
  );
}

function AsFound({ body, faces }: { readonly body: FoundBody; readonly faces: Faces }) {
  const { say, date, number } = useSpeech();
  const wall = useWallSpeech();
  const { marks, teeth, belongings, sex, age, height, photographs } = body;
  const facts = [
    say(`condition.${body.state}`),
    sex && say(`sex.${sex}`),
    age && `${say('remains.age')} ${age.map((one) => number(one)).join(' – ')}`,
    height && `${say('remains.height')} ${height.map((one) => number(one)).join(' – ')}`,
    body.found && `${say('remains.found')} ${date(body.found)}`,
    body.place,
    body.holder,
  ].filter(Boolean);
  return (
    <>
      <p className="small">{facts.join(' · ')}</p>
      {marks.length + teeth.length + belongings.length === 0 ? (
        <p className="quiet">{wall.say('wall.no-marks')}</p>
      ) : (
        <MarksList of={{ marks, teeth, belongings }} />
      )}
      {faces === 'shown' &&
        photographs.map((item) => (
          <img
            key={item}
            src={`/api/items/${encodeURIComponent(item)}/preview?graphic=shown`}
            alt={wall.say('wall.photograph-of', { code: body.code })}
          />
        ))}
    </>
  );
}
