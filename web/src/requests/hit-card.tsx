import { Link } from 'wouter';
import type { LinkStanding, RequestLink, WatchHit } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { reasonWords, strongest } from '../people/reason-words.ts';
import { toPerson, toRequest, toRow } from '../speech/addresses.ts';
import { useSpeech as usePlainSpeech } from '../speech/speech.tsx';
import { useSpeech } from './speech.ts';

const DEATH: readonly string[] = [
  'reported-dead',
  'registered-dead',
  'remains-presumptive',
  'remains-confirmed',
];

/** One row beside one request: why it may be, and what was decided. */
export function HitCard(props: {
  readonly hit: WatchHit;
  readonly sought?: string;
  readonly link?: RequestLink | undefined;
  readonly at?: boolean;
  readonly decide: (standing: LinkStanding) => void;
}) {
  const { say, number, compose, locale } = useSpeech();
  const plain = usePlainSpeech();
  const { hit, sought, link, at = false, decide } = props;
  // Beside who is sought it stands on a page of hits, else under the heading of a request.
  const Heading = sought === undefined ? 'h3' : 'h2';
  const { pro, con } = strongest(hit.why, 3);
  const dead = hit.fates.some((fate) => DEATH.includes(fate));
  return (
    <li className={at ? 'hit at' : 'hit'} data-hit={hit.record}>
      <Heading className="hit-name">
        <Link href={toPerson(hit.person ?? hit.record)}>
          <Written text={hit.name} className="name" />
        </Link>{' '}
        <span className="word suggested">
          {say('hits.chance', { share: number(Math.floor(hit.probability * 100)) })}
        </span>
        {hit.standing && <span className="word sure">{say(`standing.${hit.standing}`)}</span>}
      </Heading>
      <p className="small quiet">
        {sought !== undefined && (
          <>
            <Link href={toRequest(hit.request)}>
              {compose('hits.sought', { name: <Written text={sought} /> })}
            </Link>
            {' · '}
          </>
        )}
        <Link href={toRow(hit.item, hit.row)}>
          {compose('hits.row', { list: <Written text={hit.list} />, row: hit.row })}
        </Link>
      </p>
      <ul className="why small">
        {[...pro, ...con].map((reason) => (
          <li key={reason.part}>{reasonWords(plain, reason)}</li>
        ))}
      </ul>
      {dead && <p className="note">{say('hits.dead')}</p>}
      {link && (
        <p className="small">
          {say(link.waits ? 'hits.waits' : 'hits.decided', {
            by: new Intl.ListFormat(locale).format(link.by),
          })}
        </p>
      )}
      <p className="actions">
        <button type="button" onClick={() => decide('same')}>
          {say('hits.same')}
        </button>
        <button type="button" onClick={() => decide('likely')}>
          {say('hits.likely')}
        </button>
        <button type="button" onClick={() => decide('not-this-person')}>
          {say('hits.not')}
        </button>
      </p>
    </li>
  );
}
