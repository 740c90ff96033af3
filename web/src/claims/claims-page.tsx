import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ClaimSuggestions, ClaimsPage as Claims } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { StanceLegend } from '../marks/stance.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useWidth } from '../shell/width.ts';
import { useSpeech } from '../speech/speech.tsx';
import { choiceOf, chosenGroups, SHOWS, SORTS } from './choice.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClaimTable } from './claim-table.tsx';
import { measureWord } from './claim-words.ts';
import { useSpeech as useDecisionSpeech } from './decide-claim.ts';
import './claims.css';

/** Claims in rows, who published them in columns: what each says, and whose voice it carries. */
export default function ClaimsPage() {
  const { say } = useSpeech();
  const answer = useAnswer<Claims>('/api/claims');
  return (
    <Page title={say('nav.claims')} width="wide">
      <div className="page-head">
        <h1>{say('claims.title')}</h1>
        <p className="lead">{say('claims.lead')}</p>
        <QueueLink />
      </div>
      <Awaited answer={answer} lines={12}>
        {(claims) =>
          claims.groups.length === 0 ? (
            <Empty title={say('claims.empty')}>
              <p>{say('claims.empty-how')}</p>
            </Empty>
          ) : (
            <Chosen claims={claims} />
          )
        }
      </Awaited>
    </Page>
  );
}

/** The way to what waits for a person, where anything does. */
function QueueLink() {
  const { say } = useDecisionSpeech();
  const answer = useAnswer<ClaimSuggestions>('/api/claims/suggestions?count=1');
  if (answer.state !== 'here' || answer.data.total === 0) return null;
  return (
    <p>
      <Link href="/claims/review">{say('queue.link', { count: answer.data.total })}</Link>
    </p>
  );
}

const AT_ONCE = 60;

function Chosen({ claims }: { readonly claims: Claims }) {
  const speech = useSpeech();
  const { say } = speech;
  const width = useWidth();
  const [search, setSearch] = useSearchParams();
  const [limit, setLimit] = useState(AT_ONCE);
  const choice = useDeferredValue(choiceOf(search));
  const groups = chosenGroups(claims, choice);
  const total = groups.reduce((sum, group) => sum + group.claims.length, 0);
  const choose = (name: string, value: string) => {
    setLimit(AT_ONCE);
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  };
  const measures = [...new Set(claims.groups.map(({ measure }) => measure))];
  let left = limit;
  const shown = groups.flatMap((group) => {
    const part = group.claims.slice(0, Math.max(0, left));
    left -= part.length;
    return part.length > 0 ? [{ ...group, claims: part }] : [];
  });
  return (
    <>
      <form className="filters" onSubmit={(event) => event.preventDefault()} data-keeps-focus>
        <div className="field">
          <label htmlFor="claims-words">{say('claims.filter-words')}</label>
          <input
            id="claims-words"
            type="search"
            dir={search.has('words') ? 'auto' : undefined}
            defaultValue={search.get('words') ?? ''}
            onChange={(event) => choose('words', event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="claims-show">{say('claims.filter-show')}</label>
          <select
            id="claims-show"
            value={search.get('show') ?? ''}
            onChange={(event) => choose('show', event.target.value)}
          >
            {SHOWS.map((show) => (
              <option key={show} value={show === 'all' ? '' : show}>
                {say(`claims.show-${show}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="claims-measure">{say('claims.filter-measure')}</label>
          <select
            id="claims-measure"
            value={search.get('measure') ?? ''}
            onChange={(event) => choose('measure', event.target.value)}
          >
            <option value="">{say('claims.measure-any')}</option>
            {measures.map((measure) => (
              <option key={measure} value={measure}>
                {measureWord(speech, measure)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="claims-stance">{say('claims.filter-stance')}</label>
          <select
            id="claims-stance"
            value={search.get('stance') ?? ''}
            onChange={(event) => choose('stance', event.target.value)}
          >
            <option value="">{say('claims.stance-any')}</option>
            {(['asserts', 'hedged', 'unverified', 'denies'] as const).map((stance) => (
              <option key={stance} value={stance}>
                {say(`stance.${stance}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="claims-sort">{say('claims.sort')}</label>
          <select
            id="claims-sort"
            value={search.get('sort') ?? ''}
            onChange={(event) => choose('sort', event.target.value)}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort === 'telling' ? '' : sort}>
                {say(`claims.sort-${sort}`)}
              </option>
            ))}
          </select>
        </div>
      </form>
      <div className="above-table">
        <p role="status" className="quiet">
          {say('claims.shown', { count: total })}
        </p>
        <StanceLegend />
      </div>
      {total === 0 ? (
        <Empty title={say('claims.none-fit')}>
          <button type="button" className="plain" onClick={() => setSearch({}, { replace: true })}>
            {say('claims.clear')}
          </button>
        </Empty>
      ) : width === 'phone' ? (
        shown.map((group) => (
          <section key={group.measure} className="section">
            <h2>
              {measureWord(speech, group.measure)}
              {group.place !== undefined && <> · {group.place}</>}
            </h2>
            <ul className="cards">
              {group.claims.map((claim) => (
                <li key={claim.id}>
                  <ClaimCard claim={claim} place={claim.place === group.place ? undefined : claim.place} />
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <ClaimTable outlets={claims.outlets} groups={shown} />
      )}
      {total > limit && (
        <p className="pager">
          <button type="button" onClick={() => setLimit(limit + 2 * AT_ONCE)}>
            {say('claims.more', { count: total - limit })}
          </button>
        </p>
      )}
    </>
  );
}
