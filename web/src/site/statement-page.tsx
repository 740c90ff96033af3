import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { SiteBody, SiteThingState } from '../../../src/model/index.ts';
import { useDecider, WhoDecides } from '../people/who-decides.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toSite } from '../speech/addresses.ts';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { Publish } from './publish.tsx';
import { current, hoursBetween, isLive, nameIn, type SiteSeen, sectorName, useSite } from './site-data.ts';
import { useSpeech } from './speech.ts';
import './plan.css';
import './site.css';

type Statement = SiteThingState<'statement'>;

/** What was searched, how, by whom, until when, with what result, and what was not: made from the log, to be printed. */
export default function StatementPage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const shown = search.get('statement') ?? undefined;
  const now = useSite(id);
  const held = now.state === 'failed' ? undefined : now.data;
  const statements = held ? (held.state.statements as readonly Statement[]) : [];
  const chosen = statements.find((one) => one.id === shown);
  const until = chosen && current(chosen).body.until;
  const then = useSite(id, until);
  return (
    <WhoDecides>
      <Page title={say('site.statement')}>
        <Awaited answer={now} lines={8}>
          {({ state }) => (
            <Awaited answer={then} lines={8}>
              {(seen) => (
                <StatementSheet
                  seen={seen}
                  statements={state.statements as readonly Statement[]}
                  chosen={chosen}
                />
              )}
            </Awaited>
          )}
        </Awaited>
      </Page>
    </WhoDecides>
  );
}

function StatementSheet(props: {
  readonly seen: SiteSeen;
  readonly statements: readonly Statement[];
  readonly chosen: Statement | undefined;
}) {
  const { seen, statements, chosen } = props;
  const { state } = seen;
  const speech = useSpeech();
  const { say, date, number } = speech;
  const place = nameIn(speech, current(state.place).body.name);
  const sectors = state.sectors.filter(isLive);
  const searches = (state.searches as readonly SiteThingState<'search'>[]).filter(isLive);
  const inSector = (id: string) => searches.filter((one) => current(one).body.sector === id);
  const searched = sectors.filter(({ id }) => inSector(id).length > 0);
  const unsearched = sectors.filter(({ id }) => inSector(id).length === 0);
  const teams = new Set(searches.map((one) => current(one).body.team)).size;
  const hours = searches.reduce(
    (sum, one) => sum + hoursBetween(current(one).body.from, current(one).body.to),
    0,
  );
  const nothing = searches.every((one) => {
    const { result, signs } = current(one).body;
    return result === 'nothing' || (result === 'signs' && signs === 'false');
  });
  const issued = chosen && current(chosen);
  const replaced = chosen && statements.some((one) => current(one).body.corrects === chosen.id);
  const body = issued?.body;
  return (
    <article className="site-statement">
      <p className="crumb not-on-paper">
        <Link href={toSite(state.id)}>{place}</Link>
      </p>
      <h1>{say('site.statement-title', { place })}</h1>
      <p className="lead">
        {issued
          ? `${say('site.statement-issued', { name: issued.by, when: date(issued.at) })} ${say('site.statement-until', { when: date(issued.body.until) })}`
          : say('site.statement-draft')}
      </p>
      {replaced && <p className="warn">{say('site.statement-replaced')}</p>}
      {body?.why && <p className="note">{say('site.statement-corrects', { why: body.why })}</p>}
      <p>
        {say('site.statement-summary', {
          searched: searched.length,
          sectors: sectors.length,
          hours: number(hours, { maximumFractionDigits: 1 }),
          teams,
        })}{' '}
        {searched.length > 0 && nothing && say('site.statement-nothing')}
      </p>
      <h2>{say('site.statement-searched')}</h2>
      {searched.length === 0 ? (
        <p className="quiet">{say('site.searches-none')}</p>
      ) : (
        <ScrollBox label={say('site.statement-searched')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('site.sector')}</th>
                <th scope="col">{say('site.method')}</th>
                <th scope="col">{say('site.team')}</th>
                <th scope="col">{say('site.statement-when')}</th>
                <th scope="col">{say('site.statement-reached')}</th>
                <th scope="col">{say('site.statement-result')}</th>
              </tr>
            </thead>
            <tbody>
              {searched.flatMap((sector) =>
                inSector(sector.id).map((one, at) => {
                  const { body: search } = current(one);
                  return (
                    <tr key={one.id}>
                      {at === 0 && (
                        <th scope="row" rowSpan={inSector(sector.id).length}>
                          <bdi>{sectorName(speech, state, sector.id)}</bdi>
                        </th>
                      )}
                      <td>{say(`site.method.${search.method}`)}</td>
                      <td>
                        <bdi>{search.team}</bdi>
                      </td>
                      <td>{date(search.to)}</td>
                      <td>{number(search.coverage, { style: 'percent' })}</td>
                      <td>
                        {say(`site.result.${search.result}`)}
                        {search.result === 'signs' && ` (${say(`signs.${search.signs ?? 'open'}`)})`}
                      </td>
                    </tr>
                  );
                }),
              )}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <h2>{say('site.statement-unsearched')}</h2>
      {unsearched.length === 0 ? (
        <p>{say('site.statement-unsearched-none')}</p>
      ) : (
        <ul className="codes">
          {unsearched.map(({ id }) => (
            <li key={id}>
              <bdi>{sectorName(speech, state, id)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {chosen && <Publish key={chosen.versions[0]?.entry} seen={seen} statement={chosen} />}
      <IssueStatement state={state} chosen={chosen} />
      {statements.length > 0 && (
        <section className="not-on-paper">
          <h2>{say('site.statement-earlier')}</h2>
          <ul>
            {statements.map((one) => (
              <li key={one.id}>
                <Link href={`${toSite(state.id)}/statement?statement=${one.id}`}>
                  {say('site.statement-issued', { name: current(one).by, when: date(current(one).at) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function IssueStatement({
  state,
  chosen,
}: {
  readonly state: SiteSeen['state'];
  readonly chosen: Statement | undefined;
}) {
  const { say } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  const [, setSearch] = useSearchParams();
  const [why, setWhy] = useState('');
  const issue = (): void =>
    decide((by) => {
      const body: SiteBody<'statement'> = {
        until: new Date().toISOString(),
        ...(chosen && { corrects: chosen.id, why: why.trim() }),
      };
      const entry = entryOf(state.id, 'statement', body, by);
      void writeDown(entry).then(() => {
        tell(say('site.kept'));
        setWhy('');
        setSearch({ statement: entry.about });
      });
    });
  return (
    <form
      className="stack not-on-paper"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen || why.trim() !== '') issue();
      }}
    >
      {chosen && (
        <Field label={say('site.statement-why')}>
          <input
            type="text"
            dir="auto"
            required
            maxLength={2000}
            value={why}
            onChange={(e) => setWhy(e.target.value)}
          />
        </Field>
      )}
      <p className="actions">
        <button
          type="submit"
          className={chosen ? undefined : 'main'}
          disabled={chosen !== undefined && why.trim() === ''}
        >
          {chosen ? say('site.statement-correct') : say('site.statement-issue')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {say('site.print')}
        </button>
      </p>
    </form>
  );
}
