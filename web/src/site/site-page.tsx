import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { SiteThingState } from '../../../src/model/index.ts';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toSite } from '../speech/addresses.ts';
import { useAtHand } from './at-hand.ts';
import { Board } from './board.tsx';
import { Handover } from './handover.tsx';
import { Leads } from './leads.tsx';
import { LogSearch } from './log-search.tsx';
import { NewFloor } from './new-floor.tsx';
import { PlanPart } from './plan-part.tsx';
import { SearchList } from './search-list.tsx';
import { SectorPanel } from './sector-panel.tsx';
import { SectorsTable } from './sectors-table.tsx';
import { current, isLive, nameIn, type SiteSeen, useSite } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { Waiting } from './waiting.tsx';
import { WhereNext } from './where-next.tsx';
import './plan.css';
import './site.css';

const PARTS = ['plan', 'next', 'leads', 'log', 'board'] as const;
type Part = (typeof PARTS)[number];
const PART_NAMES = {
  plan: 'site.plan',
  next: 'site.next',
  leads: 'site.leads',
  log: 'site.searches',
  board: 'site.tasks',
} as const satisfies Record<Part, string>;

/** One place that is searched. The plan fills the page; beside it the sector chosen, the next hours, leads, the log. */
export default function SitePage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  useAtHand();
  const [until, setUntil] = useState<string>();
  const answer = useSite(id, until);
  return (
    <WhoDecides>
      <Page title={say('nav.sites')} width="wide">
        <Waiting />
        <Awaited answer={answer} lines={10}>
          {(seen) => <Site seen={seen} until={until} onUntil={setUntil} />}
        </Awaited>
      </Page>
    </WhoDecides>
  );
}

function Site(props: {
  readonly seen: SiteSeen;
  readonly until: string | undefined;
  readonly onUntil: (until: string | undefined) => void;
}) {
  const { seen } = props;
  const { state } = seen;
  const speech = useSpeech();
  const { say } = speech;
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find((one) => one === search.get('part')) ?? 'plan';
  const selected = search.get('sector') ?? undefined;
  const floors = state.floors
    .filter(isLive)
    .toSorted((a, b) => current(b).body.level - current(a).body.level);
  const [chosenFloor, setFloor] = useState<string>();
  const of = state.sectors.find(({ id }) => id === selected);
  const likeliest = seen.picture.sectors.reduce((best, one) => (one.now > best.now ? one : best), {
    id: '',
    now: -1,
  }).id;
  const shown = of ?? state.sectors.find(({ id }) => id === likeliest);
  const floor = chosenFloor ?? (shown && current(shown).body.floor) ?? floors[0]?.id;
  const go = (next: { part?: Part; sector?: string | undefined }): void => {
    const to = new URLSearchParams();
    const nextPart = next.part ?? part;
    const nextSector = 'sector' in next ? next.sector : selected;
    if (nextPart !== 'plan') to.set('part', nextPart);
    if (nextSector !== undefined) to.set('sector', nextSector);
    setSearch(to, { replace: true });
  };
  const select = (sector: string | undefined): void => {
    const found = state.sectors.find(({ id }) => id === sector);
    if (found) setFloor(current(found).body.floor);
    go({ sector, part: part === 'next' || part === 'leads' ? part : 'plan' });
  };
  const conflicts = [...state.sectors, ...state.searches, ...state.leads, ...state.tasks].filter(
    ({ versions }) => versions.length > 1,
  ).length;
  return (
    <>
      <div className="page-head site-head">
        <h1>
          <bdi>{nameIn(speech, current(state.place).body.name)}</bdi>
        </h1>
        <p className="quiet">
          {say('sites.searched', {
            searched: seen.picture.sectors.filter(({ searches }) => searches > 0).length,
            sectors: seen.picture.sectors.length,
          })}
          {conflicts > 0 && (
            <>
              {' · '}
              <span className="warn">{say('sites.conflicts', { count: conflicts })}</span>
            </>
          )}
          {' · '}
          <Link href={`${toSite(state.id)}/statement`}>{say('site.statement')}</Link>
        </p>
        <nav className="parts" aria-label={say('nav.sites')}>
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === part ? 'page' : undefined}
              onClick={() => go({ part: one })}
            >
              {say(PART_NAMES[one])}
            </button>
          ))}
        </nav>
      </div>
      <div className={`site-columns ${part}`}>
        {floor !== undefined && (part === 'plan' || part === 'next' || part === 'leads') && (
          <PlanPart
            seen={seen}
            floor={floor}
            floors={floors}
            onFloor={setFloor}
            selected={selected}
            onSelect={select}
            until={props.until}
            onUntil={props.onUntil}
          />
        )}
        <div className="beside">
          {floor === undefined && (
            <>
              <p>{say('site.floor-none')}</p>
              <NewFloor state={state} open />
            </>
          )}
          {part === 'plan' && floor !== undefined && (
            <>
              {selected !== undefined && <SectorPanel key={selected} seen={seen} sector={selected} />}
              <h2>{say('site.sectors')}</h2>
              {state.sectors.length === 0 ? (
                <p className="quiet">{say('site.sectors-none')}</p>
              ) : (
                <SectorsTable seen={seen} selected={selected} onSelect={select} />
              )}
              <NewFloor state={state} />
            </>
          )}
          {part === 'next' && <WhereNext seen={seen} onSelect={select} />}
          {part === 'leads' && <Leads seen={seen} selected={selected} />}
          {part === 'log' && (
            <div className="log-part">
              <section aria-labelledby="log-title">
                <h2 id="log-title">{say('site.log-title')}</h2>
                <LogSearch state={state} sector={undefined} />
              </section>
              <section aria-labelledby="searches-title">
                <h2 id="searches-title">{say('site.searches')}</h2>
                <SearchList
                  state={state}
                  searches={state.searches as readonly SiteThingState<'search'>[]}
                  named
                />
              </section>
            </div>
          )}
          {part === 'board' && (
            <>
              <Board seen={seen} />
              <Handover seen={seen} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
