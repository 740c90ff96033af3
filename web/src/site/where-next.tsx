import { useState } from 'react';
import {
  type WhereNext as Answered,
  SEARCH_METHODS,
  type SearchMethod,
  type SiteBody,
} from '../../../src/model/index.ts';
import { AskFailed, type Fault, tell as tellServer } from '../api/answers.ts';
import { useDecider } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { useTell } from '../shell/said.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { Rates } from './rates.tsx';
import { chanceWords, type SiteSeen, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

interface Team {
  readonly key: number;
  readonly id: string;
  readonly method: SearchMethod;
  readonly hours: number;
}

/** In hours: what is shown as none is no task. */
const SHORTEST = 0.05;

/** The best use of the next shift, what it rests on, and when it is no longer warranted. */
export function WhereNext({
  seen,
  onSelect,
}: {
  readonly seen: SiteSeen;
  readonly onSelect: (id: string) => void;
}) {
  const { state, picture } = seen;
  const open = picture.sectors.filter(({ signs }) => signs > 0);
  const speech = useSpeech();
  const { say, compose, number } = speech;
  const decide = useDecider();
  const tell = useTell();
  const [teams, setTeams] = useState<readonly Team[]>([
    { key: 0, id: say('site.method.dog'), method: 'dog', hours: 4 },
    { key: 1, id: say('site.method.walk-through'), method: 'walk-through', hours: 4 },
  ]);
  const [plan, setPlan] = useState<Answered>();
  const [fault, setFault] = useState<Fault>();
  const set = (key: number, change: Partial<Team>): void =>
    setTeams(teams.map((team) => (team.key === key ? { ...team, ...change } : team)));
  const ask = async (): Promise<void> => {
    try {
      setFault(undefined);
      const resources = teams.map(({ id, method, hours }) => ({ id: id.trim() || method, method, hours }));
      setPlan(await tellServer<Answered>(`/api/sites/${encodeURIComponent(state.id)}/next`, { resources }));
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
  };
  const hours = (value: number): string => say('site.hours-of', { hours: Math.round(value * 10) / 10 });
  const give = (action: Answered['actions'][number]): void =>
    decide((by) => {
      const team = teams.find(({ id }) => id === action.resource);
      const task: SiteBody<'task'> = {
        sector: action.sector,
        team: action.resource,
        method: team?.method ?? 'walk-through',
        hours: Math.max(0.1, Math.round(action.hours * 10) / 10),
        state: 'given',
      };
      void writeDown(entryOf(state.id, 'task', task, by)).then(() => tell(say('site.kept')));
    });
  return (
    <>
      <p className="note">{say('site.next-note')}</p>
      {open.length > 0 && (
        <p className="warn">
          {say('signs.look-again')}{' '}
          {open.map(({ id, signs }) => (
            <button key={id} type="button" className="plain" onClick={() => onSelect(id)}>
              {sectorName(speech, state, id)} ({number(signs)})
            </button>
          ))}
        </p>
      )}
      <form
        className="teams"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <ul>
          {teams.map(({ key, id, method, hours: given }) => (
            <li key={key}>
              <input
                type="text"
                dir="auto"
                aria-label={say('site.team')}
                maxLength={200}
                value={id}
                onChange={(e) => set(key, { id: e.target.value })}
              />
              <select
                aria-label={say('site.method')}
                value={method}
                onChange={(e) => set(key, { method: e.target.value as SearchMethod })}
              >
                {SEARCH_METHODS.map((one) => (
                  <option key={one} value={one}>
                    {say(`site.method.${one}`)}
                  </option>
                ))}
              </select>
              <input
                type="number"
                aria-label={say('site.hours')}
                min={0}
                max={10000}
                step={0.5}
                value={given}
                onChange={(e) => set(key, { hours: Math.max(0, Number(e.target.value)) })}
              />
              <button
                type="button"
                className="plain"
                disabled={teams.length === 1}
                onClick={() => setTeams(teams.filter((team) => team.key !== key))}
              >
                {say('site.next-remove')}
              </button>
            </li>
          ))}
        </ul>
        <p className="actions">
          <button type="submit" className="main">
            {say('site.next-ask')}
          </button>
          <button
            type="button"
            disabled={teams.length >= 12}
            onClick={() =>
              setTeams([
                ...teams,
                { key: Math.max(...teams.map(({ key }) => key)) + 1, id: '', method: 'acoustic', hours: 2 },
              ])
            }
          >
            {say('site.next-team')}
          </button>
        </p>
      </form>
      {fault && <FaultNote fault={fault} again={() => void ask()} />}
      {plan && (
        <div className="plan-answer" role="status">
          <p className={`verdict ${plan.verdict}`}>
            {say(`site.verdict.${plan.verdict}`, {
              findable: chanceWords(speech, plan.findable),
              least: chanceWords(speech, plan.least),
            })}
          </p>
          {plan.actions.length === 0 ? (
            <p>{say('site.next-none')}</p>
          ) : (
            <ol className="next-actions">
              {plan.actions
                .filter(({ hours }) => hours >= SHORTEST)
                .slice(0, 12)
                .map((action) => (
                  <li key={`${action.sector} ${action.resource}`}>
                    {compose('site.next-row', {
                      team: <bdi>{action.resource}</bdi>,
                      hours: hours(action.hours),
                      sector: (
                        <button type="button" className="plain" onClick={() => onSelect(action.sector)}>
                          {sectorName(speech, state, action.sector)}
                        </button>
                      ),
                    })}{' '}
                    <span className="quiet small">
                      {say('site.next-gain', { chance: chanceWords(speech, action.gain) })}
                    </span>
                    <button type="button" onClick={() => give(action)}>
                      {say('site.next-give')}
                    </button>
                  </li>
                ))}
            </ol>
          )}
          <p>
            {say('site.next-success', {
              success: chanceWords(speech, plan.success),
              elsewhere: chanceWords(speech, plan.elsewhereAfter),
            })}
          </p>
          <ul className="worth">
            {plan.worth.map(({ resource, chance }) => (
              <li key={resource}>
                {compose('site.next-worth', {
                  team: <bdi>{resource}</bdi>,
                  chance: chanceWords(speech, chance),
                })}
              </li>
            ))}
          </ul>
          <details>
            <summary>{say('site.assumed')}</summary>
            <p className="note">{say('site.assumed-note')}</p>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('site.swing-assumption')}</th>
                  <th scope="col">{say('site.swing-half')}</th>
                  <th scope="col">{say('site.swing-twice')}</th>
                </tr>
              </thead>
              <tbody>
                {plan.swings.map(({ assumption, low, high }) => (
                  <tr key={assumption}>
                    <th scope="row">{say(`site.swing.${assumption}`)}</th>
                    {[low, high].map((moved, at) => (
                      <td key={at === 0 ? 'low' : 'high'}>
                        {number(moved.success, { style: 'percent', maximumFractionDigits: 1 })}
                        {moved.first !== undefined && (
                          <span className="quiet small"> {sectorName(speech, state, moved.first)}</span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </div>
      )}
      <Rates key={state.place.versions[0]?.entry} state={state} />
    </>
  );
}
