import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SiteList } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { useDecider, WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toSite } from '../speech/addresses.ts';
import { useAtHand } from './at-hand.ts';
import { Field } from './field.tsx';
import { entryOf, newId } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { nameIn } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { nameOf, TwoNameFields, useTwoNames } from './two-names.tsx';
import { Waiting } from './waiting.tsx';
import './site.css';

export default function SitesPage() {
  const speech = useSpeech();
  const { say, date } = speech;
  useAtHand();
  const answer = useAnswer<SiteList>('/api/sites');
  return (
    <WhoDecides>
      <Page title={say('nav.sites')}>
        <div className="page-head">
          <h1>{say('sites.title')}</h1>
          <p className="lead">{say('sites.lead')}</p>
        </div>
        <Waiting />
        <Awaited answer={answer} lines={4}>
          {({ sites }) =>
            sites.length === 0 ? (
              <Empty title={say('sites.empty')}>
                <p>{say('sites.empty-how')}</p>
              </Empty>
            ) : (
              <ul className="sites">
                {sites.map((site) => (
                  <li key={site.id}>
                    <h2>
                      <Link href={toSite(site.id)} data-entry>
                        <bdi>{nameIn(speech, site.name)}</bdi>
                      </Link>
                    </h2>
                    <p className="quiet small">
                      {say('sites.searched', { searched: site.searched, sectors: site.sectors })}
                      {site.conflicts > 0 && ` · ${say('sites.conflicts', { count: site.conflicts })}`}
                      {site.last !== undefined && ` · ${date(site.last)}`}
                    </p>
                  </li>
                ))}
              </ul>
            )
          }
        </Awaited>
        <NewSite />
      </Page>
    </WhoDecides>
  );
}

function NewSite() {
  const { say, number } = useSpeech();
  const [, go] = useLocation();
  const decide = useDecider();
  const [names, setNames] = useTwoNames();
  const name = nameOf(names);
  const [elsewhere, setElsewhere] = useState(50);
  return (
    <details className="new-thing">
      <summary>{say('sites.new')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!name) return;
          decide((by) => {
            const id = newId();
            void writeDown(entryOf(id, 'place', { name, elsewhere: elsewhere / 100 }, by)).then((written) => {
              if (written !== 'waiting') go(toSite(id));
            });
          });
        }}
      >
        <TwoNameFields names={names} onChange={setNames} />
        <Field label={say('site.elsewhere-before')} help={say('site.elsewhere-help')}>
          <span className="range">
            <input
              type="range"
              min={1}
              max={99}
              value={elsewhere}
              aria-valuetext={number(elsewhere / 100, { style: 'percent' })}
              onChange={(e) => setElsewhere(Number(e.target.value))}
            />
            <output>{number(elsewhere / 100, { style: 'percent' })}</output>
          </span>
        </Field>
        <p className="actions">
          <button type="submit" className="main" disabled={!name}>
            {say('site.make')}
          </button>
        </p>
      </form>
    </details>
  );
}
