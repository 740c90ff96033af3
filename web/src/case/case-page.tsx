import { Link } from 'wouter';
import type { Overview } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import type { Answer } from '../api/answers.ts';
import { ClaimCard } from '../claims/claim-card.tsx';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { Attention } from './attention.tsx';
import { Checkpoint } from './checkpoint.tsx';
import { Newest } from './newest.tsx';
import { Timeline } from './timeline.tsx';
import './case.css';

/** What is new, what needs a person, what the case shows at a glance. */
export function CasePage(props: { readonly overview: Answer<Overview> }) {
  const { say } = useSpeech();
  return (
    <Page title={say('nav.case')}>
      <Awaited answer={props.overview} lines={10}>
        {(overview) => <Case overview={overview} />}
      </Awaited>
    </Page>
  );
}

function Case({ overview }: { readonly overview: Overview }) {
  const { say, compose } = useSpeech();
  const { state, sealed } = useSession();
  const { counts } = overview;
  const empty = counts.reports + counts.lists + counts.unread === 0;
  return (
    <>
      <div className="page-head">
        <h1>
          <Written text={overview.name} />
        </h1>
        {!empty && (
          <p className="lead">
            {compose('case.counts', {
              reports: (
                <Link href="/items?kind=report">{say('count.reports', { count: counts.reports })}</Link>
              ),
              lists: <Link href="/items?kind=list">{say('count.lists', { count: counts.lists })}</Link>,
              rows: say('count.rows', { count: counts.rows }),
              persons: <Link href="/people">{say('count.persons', { count: counts.persons })}</Link>,
              claims: <Link href="/claims">{say('count.claims', { count: counts.claims })}</Link>,
            })}
          </p>
        )}
      </div>
      {state === 'open' && sealed && (
        <p className="note">
          <Link href="/accounts">{say('accounts.first-link')}</Link>
        </p>
      )}
      {empty ? (
        <Empty title={say('case.empty')}>
          <p>{compose('case.empty-how', { items: <Link href="/items">{say('nav.items')}</Link> })}</p>
        </Empty>
      ) : (
        <div className="case">
          <div>
            <Section id="telling" title={say('case.telling')} note={say('case.telling-note')}>
              {overview.tellingClaims.length === 0 ? (
                <Empty title={say('claims.empty')}>
                  <p>{say('claims.empty-how')}</p>
                </Empty>
              ) : (
                <ul className="cards">
                  {overview.tellingClaims.map((claim) => (
                    <li key={claim.id}>
                      <ClaimCard claim={claim} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </div>
          <div>
            <Attention attention={overview.attention} />
            <Newest overview={overview} />
          </div>
          <div className="whole">
            <Timeline timeline={overview.timeline} />
            <Checkpoint overview={overview} />
          </div>
        </div>
      )}
    </>
  );
}
