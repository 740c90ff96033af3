import type { ReactNode } from 'react';
import type { SiteBody, SiteThing, SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { useSpeech } from './speech.ts';

/** Versions of one thing that two people made without knowing of each other: both shown, one chosen, none lost. */
export function Conflict<Thing extends SiteThing>(props: {
  readonly site: string;
  readonly is: Thing;
  readonly thing: SiteThingState<Thing>;
  readonly words: (body: SiteBody<Thing>) => ReactNode;
}) {
  const { thing, is, site } = props;
  const { say, date } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  if (thing.versions.length < 2) return null;
  return (
    <div className="conflict">
      <strong>{say('site.conflict')}</strong>
      <p className="note">{say('site.conflict-note')}</p>
      <ul>
        {thing.versions.map((version) => (
          <li key={version.entry}>
            <span>{version.struck ? <s>{props.words(version.body)}</s> : props.words(version.body)}</span>{' '}
            <span className="quiet small">
              {say('site.by', { name: version.by, when: date(version.at) })}
              {version.ahead !== undefined &&
                ` · ${say('site.clock', {
                  minutes: Math.max(1, Math.round(Math.abs(version.ahead) / 60)),
                  way: version.ahead > 0 ? 'ahead' : 'behind',
                })}`}
            </span>
            <button
              type="button"
              onClick={() =>
                decide((by) => {
                  const upon = thing.versions.map(({ entry }) => entry);
                  void writeDown(
                    entryOf(site, is, version.body, by, {
                      about: thing.id,
                      upon,
                      ...(version.struck && { struck: true }),
                    }),
                  ).then(() => tell(say('site.kept')));
                })
              }
            >
              {say('site.conflict-take')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
