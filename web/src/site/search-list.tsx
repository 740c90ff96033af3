import type { SiteBody, SiteState, SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Conflict } from './conflict.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { Photographs } from './photographs.tsx';
import { current, isLive, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

type Search = SiteThingState<'search'>;

/** Searches, latest first; struck ones stay, struck through. */
export function SearchList(props: {
  readonly state: SiteState;
  readonly searches: readonly Search[];
  readonly named?: boolean;
}) {
  const { state } = props;
  const speech = useSpeech();
  const { say, date } = speech;
  const decide = useDecider();
  const tell = useTell();
  const change = (search: Search, body: SiteBody<'search'>, struck = false): void =>
    decide((by) => {
      void writeDown(
        entryOf(state.id, 'search', body, by, {
          about: search.id,
          upon: search.versions.map(({ entry }) => entry),
          ...(struck && { struck: true }),
        }),
      ).then(() => tell(say('site.kept')));
    });
  if (props.searches.length === 0) return <p className="quiet">{say('site.searches-none')}</p>;
  const latest = props.searches.toSorted((a, b) => (current(a).body.to < current(b).body.to ? 1 : -1));
  return (
    <ol className="search-list">
      {latest.map((search) => {
        const version = current(search);
        const { body } = version;
        const words = (
          <>
            {props.named && (
              <>
                <bdi>{sectorName(speech, state, body.sector)}</bdi>
                {' · '}
              </>
            )}
            <strong>{say(`site.result.${body.result}`)}</strong>
            {body.result === 'signs' && ` (${say(`signs.${body.signs ?? 'open'}`)})`} ·{' '}
            {say(`site.method.${body.method}`)} · <bdi>{body.team}</bdi> · {date(body.from)}–
            {timeOf(speech.locale, body.to)}
            {body.note && (
              <>
                {' · '}
                <bdi>{body.note}</bdi>
              </>
            )}
          </>
        );
        return (
          <li key={search.id}>
            {isLive(search) ? words : <s>{words}</s>}{' '}
            <span className="quiet small">
              {say('site.by', { name: version.by, when: date(version.at) })}
              {version.ahead !== undefined &&
                ` · ${say('site.clock', {
                  minutes: Math.max(1, Math.round(Math.abs(version.ahead) / 60)),
                  way: version.ahead > 0 ? 'ahead' : 'behind',
                })}`}
            </span>{' '}
            {isLive(search) &&
              body.result === 'signs' &&
              (['confirmed', 'false'] as const).map(
                (signs) =>
                  body.signs !== signs && (
                    <span key={signs}>
                      <button
                        type="button"
                        className="plain small"
                        onClick={() => change(search, { ...body, signs })}
                      >
                        {say(signs === 'confirmed' ? 'signs.confirm' : 'signs.deny')}
                      </button>
                      {' · '}
                    </span>
                  ),
              )}{' '}
            <button
              type="button"
              className="plain small"
              onClick={() => change(search, body, isLive(search))}
            >
              {isLive(search) ? say('site.strike') : say('site.unstrike')}
            </button>
            <Photographs state={state} search={search.id} />
            <Conflict
              site={state.id}
              is="search"
              thing={search}
              words={(one) =>
                `${say(`site.result.${one.result}`)}${one.signs ? ` (${say(`signs.${one.signs}`)})` : ''} · ${say(`site.method.${one.method}`)}`
              }
            />
          </li>
        );
      })}
    </ol>
  );
}

const timeOf = (locale: string, at: string): string =>
  new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
