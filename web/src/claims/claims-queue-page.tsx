import { useId, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import {
  CLAIM_QUESTIONS,
  type ClaimMatter,
  type ClaimSuggestion,
  type ClaimSuggestions,
} from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { StanceMark } from '../marks/stance.tsx';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { toClaim, toPassage } from '../speech/addresses.ts';
import { placeOf } from './claim-words.ts';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';
import { Sentence, toldIn } from './sentence.tsx';
import './claim-page.css';

/** One question at a time about two claims, answered with one key. */
export default function ClaimsQueuePage() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const asked = CLAIM_QUESTIONS.find((each) => each === search.get('ask'));
  const answer = useAnswer<ClaimSuggestions>(
    `/api/claims/suggestions?count=100${asked === undefined ? '' : `&relation=${asked}`}`,
  );
  return (
    <Page title={say('queue.title')}>
      <p className="crumb">
        <Link href="/claims">{say('nav.claims')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('queue.title')}</h1>
        <p className="lead">{say('queue.lead')}</p>
      </div>
      <WhoDecides>
        <Awaited answer={answer} lines={10}>
          {(queue) => <Queue key={asked} queue={queue} asked={asked} />}
        </Awaited>
      </WhoDecides>
    </Page>
  );
}

const keyOf = ({ relation, from, to }: ClaimSuggestion): string => `${relation} ${from.id} ${to.id}`;

function Queue(props: {
  readonly queue: ClaimSuggestions;
  readonly asked: ClaimSuggestion['relation'] | undefined;
}) {
  const { queue, asked } = props;
  const { say } = useSpeech();
  const { busy, fault, decide, undo } = useClaimDecisions();
  const [later, setLater] = useState<readonly string[]>([]);
  const [made, setMade] = useState<readonly string[]>([]);
  const waiting = queue.suggestions.filter((each) => !later.includes(keyOf(each)));
  const current = waiting[0] ?? queue.suggestions.find((each) => later.includes(keyOf(each)));

  const answer = (yes: 'yes' | 'no') => {
    if (!current || busy) return;
    const { matter, done } = matterOf(current, yes);
    decide(matter, done, (decision) => setMade((before) => [...before, decision]));
  };
  const putOff = () =>
    current && setLater((before) => [...before.filter((key) => key !== keyOf(current)), keyOf(current)]);
  const takeBack = () => {
    const last = made.at(-1);
    if (last !== undefined && !busy) undo(last, () => setMade((before) => before.slice(0, -1)));
  };
  useSingleKeys({ y: () => answer('yes'), n: () => answer('no'), l: putOff, u: takeBack });

  return (
    <>
      <Which kinds={queue.kinds} asked={asked} />
      <p role="status" className="quiet">
        {say('queue.left', { total: queue.total, decided: queue.decided })}
      </p>
      {fault && <FaultNote fault={fault} />}
      {current ? (
        <section className="question" aria-labelledby="question">
          <h2 id="question">{say(`queue.ask-${current.relation}`)}</h2>
          <div className="both">
            <Side side={current.from} title={say('queue.first')} />
            <Side side={current.to} title={say('queue.second')} />
          </div>
          <fieldset className="actions">
            <legend className="unseen">{say('queue.answers')}</legend>
            <button type="button" className="main" disabled={busy} onClick={() => answer('yes')}>
              {say('queue.yes')} <kbd>y</kbd>
            </button>
            <button type="button" disabled={busy} onClick={() => answer('no')}>
              {say('queue.no')} <kbd>n</kbd>
            </button>
            <button type="button" onClick={putOff}>
              {say('queue.later')} <kbd>l</kbd>
            </button>
            {made.length > 0 && (
              <button type="button" disabled={busy} onClick={takeBack}>
                {say('queue.undo')} <kbd>u</kbd>
              </button>
            )}
          </fieldset>
        </section>
      ) : (
        <Empty title={say('queue.empty')}>
          <p>{say('queue.empty-how')}</p>
        </Empty>
      )}
    </>
  );
}

/** One kind of question alone: it goes faster than going from one to another. The choice stands in the address. */
function Which(props: {
  readonly kinds: ClaimSuggestions['kinds'];
  readonly asked: ClaimSuggestion['relation'] | undefined;
}) {
  const { asked } = props;
  const { say } = useSpeech();
  const [, setSearch] = useSearchParams();
  const id = useId();
  const byHand = useRef(false);
  const over = asked !== undefined && !props.kinds.some(({ relation }) => relation === asked);
  const kinds = over ? [...props.kinds, { relation: asked, count: 0 }] : props.kinds;
  if (kinds.length < 2) return null;
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()} data-keeps-focus>
      <div className="field which">
        <label htmlFor={id}>{say('queue.which')}</label>
        <select
          id={id}
          value={asked ?? ''}
          onPointerDown={() => {
            byHand.current = true;
          }}
          onKeyDown={() => {
            byHand.current = false;
          }}
          onChange={({ target }) => {
            setSearch(target.value === '' ? {} : { ask: target.value }, { replace: true });
            // whoever chose with the mouse goes on with y and n, which a list that is focused would swallow
            if (byHand.current) target.blur();
          }}
        >
          <option value="">{say('queue.all')}</option>
          {kinds.map(({ relation, count }) => (
            <option key={relation} value={relation}>
              {say('queue.of-kind', { question: say(`queue.ask-${relation}`), count })}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

function Side({ side, title }: { readonly side: ClaimSuggestion['from']; readonly title: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { mention } = side;
  return (
    <article>
      <h3 className="quiet small">{title}</h3>
      <p>
        <Link href={toClaim(side.id)}>
          <Sentence claim={side} />
        </Link>
      </p>
      {mention.quote !== toldIn(speech.language, side).text && (
        <blockquote dir="auto">
          <Written text={mention.quote} />
        </blockquote>
      )}
      <p className="small">
        <StanceMark stance={mention.stance} />{' '}
        <Link href={toPassage(mention.item, mention.statement)}>
          <bdi>{placeOf(speech, mention)}</bdi>
        </Link>
      </p>
      <p className="strip">
        <span>{say('strip.voices', { count: side.independent })}</span>
        {side.denied && <span className="denied">{say('strip.denied')}</span>}
      </p>
    </article>
  );
}

/** What an answer to the question writes down. */
function matterOf({ relation, from, to }: ClaimSuggestion, answer: 'yes' | 'no') {
  const [a, b] = [from.mention.statement, to.mention.statement];
  if (relation === 'same') {
    const judgement = answer === 'yes' ? 'same' : 'different';
    return {
      matter: { kind: 'claim-link', a, b, judgement } satisfies ClaimMatter,
      done: `near.${judgement}-done` as const,
    };
  }
  const judgement = answer === 'yes' ? 'holds' : 'does-not-hold';
  return {
    matter: { kind: 'claim-relation', from: a, relation, to: b, judgement } satisfies ClaimMatter,
    done: `relation.${judgement}-done` as const,
  };
}
