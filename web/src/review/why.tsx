import type { ReviewPair } from '../../../src/model/index.ts';
import { Actor } from '../marks/actor.tsx';
import { reasonWords, strongest } from '../people/reason-words.ts';
import { useSpeech } from './speech.ts';
import { Waterfall } from './waterfall.tsx';

/** Why the pair is asked, in words; what the answer would change; how the parts add up. */
export function Why({ pair }: { readonly pair: ReviewPair }) {
  const speech = useSpeech();
  const { say, number } = speech;
  const { pro, con } = strongest(pair.reasons, 3);
  const { worth } = pair;
  return (
    <div className="why-asked">
      <Standing pair={pair} />
      <p className="machine">
        <span className="word suggested">{say('state.suggested')}</span>{' '}
        {say('review.machine', { percent: number(pair.probability, { style: 'percent' }) })}
      </p>
      {pro.length > 0 && (
        <p>
          <span className="quiet">{say('why.for')}</span>{' '}
          {pro.map((reason) => reasonWords(speech, reason)).join(' ')}
        </p>
      )}
      {con.length > 0 && (
        <p>
          <span className="quiet">{say('why.against')}</span>{' '}
          {con.map((reason) => reasonWords(speech, reason)).join(' ')}
        </p>
      )}
      <p>
        {worth.fate !== 'nothing' && <strong>{say(`worth.${worth.fate}`)} </strong>}
        {worth.sought > 0 && <>{say('worth.sought', { count: worth.sought })} </>}
        {worth.settles > 0 && <>{say('worth.settles', { count: worth.settles })} </>}
        {say('worth.namesakes', { count: worth.namesakes })}
      </p>
      <details>
        <summary>{say('review.weights')}</summary>
        <Waterfall reasons={pair.reasons} />
      </details>
    </div>
  );
}

function Standing({ pair }: { readonly pair: ReviewPair }) {
  const { say, compose } = useSpeech();
  const [first, second] = pair.disagree ?? [];
  if (pair.waiting)
    return <p className="standing">{compose('waits.by', { by: <Actor name={pair.waiting.by} /> })}</p>;
  if (first && second)
    return (
      <p className="standing">
        {compose('disagree.by', {
          one: <Actor name={first.by} />,
          first: say(`decided.${first.judgement as 'same'}`),
          other: <Actor name={second.by} />,
          second: say(`decided.${second.judgement as 'same'}`),
        })}
      </p>
    );
  if (pair.decision?.judgement === 'unsure')
    return <p className="standing">{compose('unsure.by', { by: <Actor name={pair.decision.by} /> })}</p>;
  return null;
}
