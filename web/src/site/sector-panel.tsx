import { useState } from 'react';
import { areaOf, type SiteBody, type SiteState, type SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Conflict } from './conflict.tsx';
import { LogSearch } from './log-search.tsx';
import { SectorMark } from './mark.tsx';
import { entryOf } from './new-entry.ts';
import { useOutbox, writeDown } from './outbox.ts';
import { SearchList } from './search-list.tsx';
import { SectorForm } from './sector-form.tsx';
import { chanceWords, current, isLive, nameIn, type SiteSeen } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** One sector: what it is, what is left to find, what was searched there, and writing down the next search. */
export function SectorPanel({ seen, sector: id }: { readonly seen: SiteSeen; readonly sector: string }) {
  const { state, picture } = seen;
  const speech = useSpeech();
  const { say } = speech;
  const decide = useDecider();
  const tell = useTell();
  const [editing, setEditing] = useState(false);
  const { waiting } = useOutbox();
  const sector = state.sectors.find((one) => one.id === id) as SiteThingState<'sector'> | undefined;
  if (!sector) return null;
  const { body } = current(sector);
  const view = picture.sectors.find((one) => one.id === id);
  const floor = state.floors.find((one) => one.id === body.floor);
  const metres = floor && current(floor).body.metres;
  const searches = (state.searches as readonly SiteThingState<'search'>[]).filter(
    (search) => current(search).body.sector === id,
  );
  const here = waiting.filter((entry) => entry.is === 'search' && entry.body.sector === id).length;
  const upon = sector.versions.map(({ entry }) => entry);
  const change = (next: SiteBody<'sector'>, struck?: true): void =>
    decide((by) => {
      void writeDown(
        entryOf(state.id, 'sector', next, by, { about: id, upon, ...(struck && { struck }) }),
      ).then((written) => {
        setEditing(false);
        tell(
          struck
            ? {
                text: say('site.struck'),
                act: { label: say('site.unstrike'), run: () => change(next) },
              }
            : written === 'waiting'
              ? say('site.kept-here')
              : say('site.kept'),
        );
      });
    });
  return (
    <section className="sector-panel" aria-labelledby="sector-title">
      <h2 id="sector-title">
        <bdi>{body.code}</bdi> {nameIn(speech, body.name) && <bdi>{nameIn(speech, body.name)}</bdi>}{' '}
        <span className="quiet">{say(`site.kind.${body.kind}`)}</span>
      </h2>
      {!isLive(sector) && (
        <p className="note">
          {say('site.struck')}{' '}
          <button type="button" className="plain" onClick={() => change(body)}>
            {say('site.unstrike')}
          </button>
        </p>
      )}
      {view && (
        <dl className="facts">
          <div>
            <dt>{say('site.left')}</dt>
            <dd>
              {chanceWords(speech, view.now)}{' '}
              <span className="quiet small">
                {say('site.before')} {chanceWords(speech, view.prior)}
              </span>
            </dd>
          </div>
          <div>
            <dt>{say('site.detection')}</dt>
            <dd>{chanceWords(speech, view.detection)}</dd>
          </div>
          <div>
            <dt>{say('plan.area')}</dt>
            <dd>
              {metres === undefined
                ? say('plan.no-scale')
                : say('plan.square-metres', {
                    area: speech.number(areaOf(body.outline) * metres ** 2, { maximumFractionDigits: 1 }),
                  })}
            </dd>
          </div>
        </dl>
      )}
      {view?.crossing && <p className="warn">{say('site.crossing')}</p>}
      {view && view.overlaps.length > 0 && (
        <p className="warn">
          {say('site.overlaps', { others: view.overlaps.map((other) => codeOf(state, other)).join(', ') })}
        </p>
      )}
      <SectorMark state={state} sector={id} />
      <Conflict
        site={state.id}
        is="sector"
        thing={sector}
        words={(one) => (
          <>
            <bdi>{one.code}</bdi> {nameIn(speech, one.name)} ({say(`site.kind.${one.kind}`)})
          </>
        )}
      />
      {editing ? (
        <SectorForm
          outline={body.outline}
          floor={body.floor}
          before={body}
          onKeep={(next) => change(next)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        isLive(sector) && (
          <p className="actions">
            <button type="button" onClick={() => setEditing(true)}>
              {say('site.edit')}
            </button>
            <button type="button" onClick={() => change(body, true)}>
              {say('site.strike')}
            </button>
          </p>
        )
      )}
      <h3>{say('site.log')}</h3>
      <LogSearch key={id} state={state} sector={id} />
      <h3>{say('site.searches')}</h3>
      {here > 0 && <p className="note">{say('site.waiting-on', { count: here })}</p>}
      <SearchList state={state} searches={searches} />
    </section>
  );
}

const codeOf = (state: SiteState, id: string): string => {
  const sector = state.sectors.find((one) => one.id === id);
  return sector ? current(sector).body.code : id;
};
