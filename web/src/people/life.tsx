import { useState } from 'react';
import { Link } from 'wouter';
import type { Person, PersonHistory, PersonMoment } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { toPerson } from '../speech/addresses.ts';
import { MadeWords } from './decided-by.tsx';
import { useFileSpeech } from './file-speech.ts';
import { RecordRef, SourcedText } from './sourced.tsx';

/** What lists say of days and what people decided, on one line. */
export function TimeLine({ person }: { readonly person: Person }) {
  const { say } = useFileSpeech();
  if (person.timeline.length === 0) return null;
  return (
    <Section id="time" title={say('file.time')} note={say('file.time-note')}>
      <ol className="moments">
        {person.timeline.map((moment) => (
          <Moment key={`${moment.value?.statement ?? moment.decision?.id}`} person={person} moment={moment} />
        ))}
      </ol>
    </Section>
  );
}

/** A word of an axis that a decision changed, as a reader says it. */
function useMomentWord(): (moment: PersonMoment) => string {
  const { say } = useFileSpeech();
  return ({ axis, word, value }) => {
    if (value) return say(`property.${value.property}`);
    if (axis === 'fate') return say(`fate.${word as 'contacted-alive'}`);
    if (axis === 'whereabouts') return say(`whereabouts.${word as 'known'}`);
    return say(`moment.${word as 'settled'}`);
  };
}

function Moment({ person, moment }: { readonly person: Person; readonly moment: PersonMoment }) {
  const { say, date, compose } = useFileSpeech();
  const wordOf = useMomentWord();
  const { value, decision, undone } = moment;
  return (
    <li className={decision && !moment.waits ? 'decided' : 'told'}>
      <time>{value ? date(moment.at) : date(moment.at, 'clock')}</time>{' '}
      <span className="small quiet">{say(`axis-word.${moment.axis}`)}</span> <span>{wordOf(moment)}</span>{' '}
      {value && <RecordRef person={person} record={value.record} quote={value.written} />}
      {moment.waits && <span className="word suggested">{say('value.waits')}</span>}
      {decision && (
        <span className="small">
          <MadeWords made={decision} />
        </span>
      )}
      {undone && (
        <span className="small denied">
          {' '}
          {compose('file.undone', { by: <Actor name={undone.by} />, date: date(undone.at, 'clock') })}
        </span>
      )}
    </li>
  );
}

export function History({ person }: { readonly person: Person }) {
  const { say } = useFileSpeech();
  const [open, setOpen] = useState<'open' | 'shut'>('shut');
  const answer = useAnswer<PersonHistory>(
    open === 'open' ? `/api/people/${encodeURIComponent(person.id)}/history` : undefined,
  );
  return (
    <details
      className="section history"
      onToggle={(event) => setOpen(event.currentTarget.open ? 'open' : 'shut')}
    >
      <summary>{say('file.history')}</summary>
      {open === 'open' && (
        <Awaited answer={answer} lines={3}>
          {({ history }) =>
            history.length === 0 ? (
              <p>{say('file.history-none')}</p>
            ) : (
              <ol className="moments">
                {history.map((moment) => (
                  <Moment key={moment.decision?.id} person={person} moment={moment} />
                ))}
              </ol>
            )
          }
        </Awaited>
      )}
    </details>
  );
}

/** Arrest to release, as far as records tell; what may have been at the same time beside it. */
export function Custody({ person }: { readonly person: Person }) {
  const { say, number } = useFileSpeech();
  if (person.episodes.length === 0) return null;
  return (
    <Section id="custody" title={say('file.custody')} note={say('file.custody-note')}>
      <ol className="episodes">
        {person.episodes.map((episode, at) => (
          <li key={episode.records.join(' ')}>
            <span className="quiet">{number(at + 1)}.</span> {say('file.from')}{' '}
            {episode.from ? <SourcedText person={person} value={episode.from} /> : say('file.open-start')}{' '}
            {say('file.to')}{' '}
            {episode.to ? <SourcedText person={person} value={episode.to} /> : say('file.open-end')}
            {episode.places.map((place) => (
              <span key={place.statement}>
                {' '}
                {say('file.at')} <SourcedText person={person} value={place} />
              </span>
            ))}
            {episode.during.map((seen) => (
              <span key={seen.statement}>
                {' '}
                {say('file.seen')} <SourcedText person={person} value={seen} />
              </span>
            ))}{' '}
            {episode.records.map((record) => (
              <RecordRef key={record} person={person} record={record} />
            ))}
            {episode.overlaps.length > 0 && (
              <span className="small block-line">
                {say('file.overlaps', {
                  numbers: episode.overlaps.map((other) => number(other + 1)).join('، '),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Family({ person }: { readonly person: Person }) {
  const { say } = useFileSpeech();
  if (person.relatives.length === 0) return null;
  return (
    <Section id="family" title={say('file.kin')} note={say('file.kin-note')}>
      <ul className="relatives">
        {person.relatives.map((relative) => (
          <li key={`${relative.person} ${relative.relation}`}>
            <Link href={toPerson(relative.person)} data-entry>
              <Written text={relative.name} className="name" />
            </Link>{' '}
            {say(`kin.${relative.relation}`)}{' '}
            {relative.decided ? (
              <span className="small">
                <MadeWords made={relative.decided} />
              </span>
            ) : (
              <span className="word suggested">{say('state.suggested')}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
