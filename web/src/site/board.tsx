import type { SiteBody, SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Conflict } from './conflict.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { current, isLive, type SiteSeen, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

const STATES = ['given', 'begun', 'done', 'dropped'] as const;

/** Which team has which task, a column a state. */
export function Board({ seen }: { readonly seen: SiteSeen }) {
  const { state } = seen;
  const speech = useSpeech();
  const { say } = speech;
  const decide = useDecider();
  const tell = useTell();
  const tasks = (state.tasks as readonly SiteThingState<'task'>[]).filter(isLive);
  if (tasks.length === 0) return <p className="quiet">{say('site.tasks-none')}</p>;
  const move = (task: SiteThingState<'task'>, to: SiteBody<'task'>['state']): void =>
    decide((by) => {
      void writeDown(
        entryOf(state.id, 'task', { ...current(task).body, state: to }, by, {
          about: task.id,
          upon: task.versions.map(({ entry }) => entry),
        }),
      ).then(() => tell(say('site.kept')));
    });
  return (
    <>
      <h2 className="unseen">{say('site.tasks')}</h2>
      <div className="board">
        {STATES.map((column) => {
          const here = tasks.filter((task) => current(task).body.state === column);
          return (
            <section key={column} aria-label={say(`site.task-state.${column}`)}>
              <h3>{say(`site.task-state.${column}`)}</h3>
              <ul>
                {here.map((task) => {
                  const { body } = current(task);
                  return (
                    <li key={task.id}>
                      <strong>
                        <bdi>{sectorName(speech, state, body.sector)}</bdi>
                      </strong>
                      <p className="small">
                        <bdi>{body.team}</bdi> · {say(`site.method.${body.method}`)} ·{' '}
                        {say('site.hours-of', { hours: body.hours })}
                      </p>
                      <label className="inline small">
                        <span className="unseen">{say('site.lead-state')}</span>
                        <select
                          value={body.state}
                          onChange={(e) => move(task, e.target.value as SiteBody<'task'>['state'])}
                        >
                          {STATES.map((one) => (
                            <option key={one} value={one}>
                              {say(`site.task-state.${one}`)}
                            </option>
                          ))}
                        </select>
                      </label>
                      <Conflict
                        site={state.id}
                        is="task"
                        thing={task}
                        words={(one) => `${say(`site.task-state.${one.state}`)} · ${one.team}`}
                      />
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
