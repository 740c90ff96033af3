import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { HitsPage as Hits, LinkStanding, RequestPage } from '../../../src/model/index.ts';
import { ask, refresh, useAnswer } from '../api/answers.ts';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { useActing } from '../talks/acts.ts';
import { HitCard } from './hit-card.tsx';
import { useSpeech } from './speech.ts';
import './requests.css';

const SHOWN = 50;
const ASK_AGAIN_MS = 2000;

/** Rows that may be about somebody who is sought, one key each for a decision. */
export default function HitsPage() {
  const { say } = useSpeech();
  const answer = useAnswer<Hits>('/api/hits');
  const comparing = answer.state === 'here' && answer.data.comparing;
  useEffect(() => {
    if (!comparing) return;
    const timer = setInterval(() => void refresh('/api/hits'), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [comparing]);
  return (
    <Page title={say('hits.title')}>
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('hits.title')}</h1>
        <p className="lead">{say('hits.lead')}</p>
        <p className="small quiet">{say('hits.keys')}</p>
      </div>
      <Awaited answer={answer} lines={10}>
        {(page) => (
          <WhoDecides>
            {page.comparing && <p role="status">{say('hits.comparing')}</p>}
            <Queue page={page} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

function Queue({ page }: { readonly page: Hits }) {
  const { say } = useSpeech();
  const { act, fault } = useActing();
  const [at, setAt] = useState(0);
  const shown = page.hits.slice(0, SHOWN);
  const decide = async (place: number, standing: LinkStanding) => {
    const hit = shown[place];
    if (!hit) return;
    const path = `/api/requests/${encodeURIComponent(hit.request)}`;
    const { request } = await ask<RequestPage>(path);
    act(`${path}/acts`, { is: 'link', record: hit.record, standing, upon: request.upon }, () =>
      say(`standing.${standing}`),
    );
  };
  useSingleKeys({
    j: () => setAt(Math.min(at + 1, shown.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    s: () => void decide(at, 'same'),
    l: () => void decide(at, 'likely'),
    n: () => void decide(at, 'not-this-person'),
  });
  useEffect(() => {
    document.querySelector('.hit.at')?.scrollIntoView({ block: 'nearest' });
  });
  if (shown.length === 0 && !page.comparing)
    return (
      <Empty title={say('hits.none')}>
        <p>{say('hits.none-how')}</p>
      </Empty>
    );
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <p className="small quiet">{say('requests.hits-open', { count: page.total })}</p>
      <ul className="requests">
        {shown.map((hit, place) => (
          <HitCard
            key={`${hit.request} ${hit.record}`}
            hit={hit}
            sought={hit.sought}
            at={place === at}
            decide={(standing) => void decide(place, standing)}
          />
        ))}
      </ul>
    </>
  );
}
