import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { PersonPage as Opened } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toErase } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { Axes } from './axes.tsx';
import { Conflicts } from './conflicts.tsx';
import { DecideForm } from './decide-form.tsx';
import { Footnotes } from './footnotes.tsx';
import { Custody, Family, History, TimeLine } from './life.tsx';
import { Links } from './links.tsx';
import { NameSlots } from './name-slots.tsx';
import { PersonName } from './person-card.tsx';
import { Proposals } from './proposals.tsx';
import { SideBySide } from './side-by-side.tsx';
import { WhoDecides } from './who-decides.tsx';
import './person.css';

const RequestsOfPerson = lazy(() => import('../requests/requests-of-person.tsx'));

/** Records that are taken to be one person: what each says, where they disagree, why they were put together. */
export default function PersonPage(props: { readonly id: string }) {
  const { say } = useSpeech();
  const { me, may } = useSession();
  const answer = useAnswer<Opened>(`/api/people/${encodeURIComponent(props.id)}`);
  const title = answer.state === 'here' ? answer.data.person.name : say('nav.people');
  return (
    <Page title={title}>
      <p className="crumb">
        <Link href="/people">{say('nav.people')}</Link>
      </p>
      <Awaited answer={answer} lines={12}>
        {({ person }) => (
          <WhoDecides>
            <div className="page-head">
              <h1>
                <PersonName name={person.name} other={person.otherScriptName} />
              </h1>
              <p className="strip">
                <span>{say('person.records', { count: person.records.length })}</span>
                {person.suggested && (
                  <span>
                    <span className="word suggested">{say('person.suggested')}</span>
                  </span>
                )}
                {me && may('GET /api/access') && (
                  <Link href={`/access?person=${encodeURIComponent(person.id)}`}>{say('access.link')}</Link>
                )}
                {may('POST /api/erasures') && (
                  <Link href={toErase('person', person.id)}>{say('erase.link')}</Link>
                )}
              </p>
            </div>
            <Axes person={person} />
            <Proposals person={person} />
            <Conflicts person={person} />
            <NameSlots person={person} />
            <TimeLine person={person} />
            <Custody person={person} />
            <SideBySide person={person} />
            <Family person={person} />
            <Links person={person} />
            {may('POST /api/decisions/person') && <DecideForm person={person} />}
            <History person={person} />
            {may('GET /api/people/{id}/requests') && (
              <Suspense>
                <RequestsOfPerson id={person.id} />
              </Suspense>
            )}
            <Footnotes person={person} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}
