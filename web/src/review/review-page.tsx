import { useCallback, useState } from 'react';
import type { ReviewPair } from '../../../src/model/index.ts';
import { forgetAnswers } from '../api/answers.ts';
import { useDecider, useKnownDecider, WhoDecides } from '../people/who-decides.tsx';
import { Empty, FaultNote, Skeleton } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { Filters, useFilters } from './filters.tsx';
import { PairTable } from './pair-table.tsx';
import { Quality } from './quality.tsx';
import { useSpeech } from './speech.ts';
import { type Judgement, keyOf, type Outcome, useQueue } from './use-queue.ts';
import { Why } from './why.tsx';
import '../people/person.css';
import './review.css';

/** The queue, worked by one key a pair. */
export default function ReviewPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('review.title')}>
      <div className="page-head">
        <h1>{say('review.title')}</h1>
        <p className="note">{say('review.intro')}</p>
      </div>
      <WhoDecides>
        <Desk />
      </WhoDecides>
    </Page>
  );
}

function Desk() {
  const { say } = useSpeech();
  const known = useKnownDecider();
  const withDecider = useDecider();
  const [by, setBy] = useState(known);
  const [shown, setShown] = useState<'quality' | 'queue'>('queue');
  if (by === undefined)
    return (
      <>
        <p>{say('review.name-first')}</p>
        <p className="actions">
          <button type="button" className="main" onClick={() => withDecider(setBy)}>
            {say('review.start')}
          </button>
        </p>
      </>
    );
  return (
    <>
      <Queue by={by} />
      <details
        className="section quality"
        onToggle={(event) => setShown(event.currentTarget.open ? 'quality' : 'queue')}
      >
        <summary>
          <h2>{say('quality.title')}</h2>
        </summary>
        {shown === 'quality' && <Quality />}
      </details>
    </>
  );
}

const ANSWERS = ['same', 'different', 'unsure', 'later', 'undo'] as const;
const LETTER = { same: 'S', different: 'D', unsure: 'N', later: 'L', undo: 'U' } as const;

const namesOf = ({ sides }: ReviewPair): string => sides.map(({ record }) => record.name).join(' — ');

function Queue({ by }: { readonly by: string }) {
  const { say, sayError } = useSpeech();
  const announce = useTell();
  const filters = useFilters();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const onOutcome = useCallback(
    (outcome: Outcome) => {
      forgetAnswers();
      const names = namesOf(outcome.pair);
      const note = (text: string) => setNotes((said) => [...said.slice(-2), text]);
      if (outcome.kind === 'failed')
        return note(`${say('said.failed', { names })} ${sayError(outcome.fault.code, outcome.fault.data)}`);
      const { meanwhile, standing } = outcome.answer;
      if (meanwhile)
        note(
          [
            say('said.meanwhile', { names, by: meanwhile.by, answer: say(`decided.${meanwhile.judgement}`) }),
            ...(standing === 'disagrees' ? [say('said.disagrees')] : []),
          ].join(' '),
        );
      else if (standing === 'waits') note(say('said.waits', { names }));
    },
    [say, sayError],
  );
  const queue = useQueue(filters.query, by, onOutcome);
  const { pair, counts } = queue;
  const isLater = filters.get('later') === 'only';
  const act = (what: Judgement | 'later' | 'undo') => {
    if (what === 'undo') {
      void queue.undo().then(
        (done) => announce(say(done === 'undone' ? 'said.undone' : 'said.nothing-to-undo')),
        () => announce(say('said.nothing-to-undo')),
      );
      return;
    }
    if (!pair) return;
    if (what === 'later') queue.later(isLater ? 'back' : 'off');
    else queue.answer(what, reason.trim());
    setReason('');
    announce(say(what === 'later' && isLater ? 'said.back' : `said.${what}`));
  };
  useSingleKeys({
    s: () => act('same'),
    d: () => act('different'),
    n: () => act('unsure'),
    l: () => act('later'),
    u: () => act('undo'),
  });
  return (
    <>
      <Filters filters={filters} />
      <p className="quiet progress" role="status">
        {say('review.left', { count: counts.left })} · {say('review.decided', { count: counts.decided })}
        {counts.later > 0 && <> · {say('review.later-count', { count: counts.later })}</>}
        {counts.waiting > 0 && <> · {say('review.waiting-count', { count: counts.waiting })}</>}
        {queue.answered > 0 && <> · {say('review.done-here', { count: queue.answered })}</>}
      </p>
      <div role="log" aria-live="polite" className="review-notes">
        {notes.map((note) => (
          <p key={note} className="standing">
            {note}
          </p>
        ))}
      </div>
      {queue.state === 'failed' && queue.fault && <FaultNote fault={queue.fault} again={queue.retry} />}
      {queue.state === 'waiting' && <Skeleton lines={10} />}
      {queue.state === 'here' && !pair && (
        <Empty title={say('review.empty')}>
          <p>{say('review.empty-how')}</p>
        </Empty>
      )}
      {pair && (
        <article className="review-pair" aria-label={namesOf(pair)} key={keyOf(pair)}>
          <PairTable pair={pair} />
          <Why pair={pair} />
        </article>
      )}
      <fieldset className="answers" aria-label={say('answer.group')}>
        {ANSWERS.map((what) => (
          <button
            key={what}
            type="button"
            className={what === 'same' || what === 'different' ? 'main' : undefined}
            disabled={what === 'undo' ? queue.done === 0 : !pair}
            aria-keyshortcuts={LETTER[what].toLowerCase()}
            onClick={() => act(what)}
          >
            {say(what === 'later' && isLater ? 'answer.back' : `answer.${what}`)} <kbd>{LETTER[what]}</kbd>
          </button>
        ))}
      </fieldset>
      {pair && (
        <p className="field reason">
          <label htmlFor="review-reason">{say('answer.reason')}</label>
          <input
            id="review-reason"
            type="text"
            dir="auto"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
      )}
      {(isLater || counts.later > 0) && (
        <p>
          <button type="button" className="plain" onClick={() => filters.set('later', isLater ? '' : 'only')}>
            {isLater ? say('review.later-leave') : say('review.later-again', { count: counts.later })}
          </button>
        </p>
      )}
    </>
  );
}
