import { useState } from 'react';
import type { SiteBody, SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { current, isLive, type SiteSeen, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { nameOf, useTwoNames } from './two-names.tsx';

/** Puts an issued statement before the public, and takes it away again: each a named person's entry. */
export function Publish({
  seen: { state },
  statement,
}: {
  readonly seen: SiteSeen;
  readonly statement: SiteThingState<'statement'>;
}) {
  const speech = useSpeech();
  const { say, date, language } = speech;
  const decide = useDecider();
  const tell = useTell();
  const version = current(statement);
  const { body } = version;
  const searches = state.searches.filter(isLive).map((search) => current(search).body);
  const teams = [...new Set(searches.map(({ team }) => team))];
  const reached = new Set(searches.map(({ sector }) => sector));
  const unsearched = state.sectors.filter((sector) => isLive(sector) && !reached.has(sector.id));
  const [issuer, setIssuer] = useTwoNames(body.issuer);
  const [called, setCalled] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((body.teams ?? []).map(({ team, name }) => [team, name])),
  );
  const [whys, setWhys] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((body.notSearched ?? []).map(({ sector, why }) => [sector, why])),
  );
  const write = (next: SiteBody<'statement'>): void =>
    decide((by) => {
      const upon = statement.versions.map(({ entry }) => entry);
      void writeDown(entryOf(state.id, 'statement', next, by, { about: statement.id, upon })).then(
        (written) =>
          tell(
            say(
              written === 'refused' ? 'site.refused' : written === 'waiting' ? 'site.kept-here' : 'site.kept',
            ),
          ),
      );
    });
  const publish = (): void => {
    const name = nameOf(issuer);
    const notSearched = unsearched.flatMap(({ id }) => {
      const why = whys[id]?.trim();
      return why ? [{ sector: id, why }] : [];
    });
    const named = teams.flatMap((team) => {
      const own = called[team]?.trim();
      return own ? [{ team, name: own }] : [];
    });
    const { until, corrects, why } = body;
    write({
      until,
      ...(corrects !== undefined && { corrects }),
      ...(why !== undefined && { why }),
      ...(name && { issuer: name }),
      notSearched,
      teams: named,
      public: 'published',
    });
  };
  const said = { name: version.by, when: date(version.at) };
  return (
    <section className="not-on-paper" aria-labelledby="publish-title">
      <h2 id="publish-title">{say('publish.title')}</h2>
      {body.public === 'published' ? (
        <>
          <p>
            {say('publish.stands', said)}{' '}
            <a href={`/statements/${statement.id}${language === 'en' ? '/en' : ''}`}>{say('publish.open')}</a>
          </p>
          <p className="actions">
            <button type="button" onClick={() => write({ ...body, public: 'withdrawn' })}>
              {say('publish.withdraw')}
            </button>
          </p>
        </>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            publish();
          }}
        >
          {body.public === 'withdrawn' && <p>{say('publish.withdrawn', said)}</p>}
          <p className="note">{say('publish.note')}</p>
          <div className="pair">
            {(['ar', 'en'] as const).map((one) => (
              <Field key={one} label={say(`publish.issuer-${one}`)}>
                <input
                  type="text"
                  dir="auto"
                  lang={one}
                  maxLength={200}
                  value={issuer[one]}
                  onChange={(e) => setIssuer({ ...issuer, [one]: e.target.value })}
                />
              </Field>
            ))}
          </div>
          {teams.length > 0 && (
            <fieldset>
              <legend>{say('publish.teams')}</legend>
              <Words
                keys={teams.map((team) => [team, team])}
                values={called}
                onChange={setCalled}
                most={200}
              />
            </fieldset>
          )}
          {unsearched.length > 0 && (
            <fieldset>
              <legend>{say('publish.whys')}</legend>
              <Words
                keys={unsearched.map(({ id }) => [id, sectorName(speech, state, id)])}
                values={whys}
                onChange={setWhys}
                most={400}
              />
            </fieldset>
          )}
          <p className="actions">
            <button type="submit" className="main">
              {say('publish.do')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

/** One field for each, under its name. */
function Words(props: {
  readonly keys: readonly (readonly [key: string, label: string])[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
  readonly most: number;
}) {
  return props.keys.map(([key, label]) => (
    <Field key={key} label={label}>
      <input
        type="text"
        dir="auto"
        maxLength={props.most}
        value={props.values[key] ?? ''}
        onChange={(e) => props.onChange({ ...props.values, [key]: e.target.value })}
      />
    </Field>
  ));
}
