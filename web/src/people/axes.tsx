import type { Person } from '../../../src/model/index.ts';
import { useSpeech } from '../speech/speech.tsx';
import { DecidedWords } from './decided-by.tsx';
import { RecordRef } from './sourced.tsx';

/** What is known, in short lines, each with who says so; several may stand together and none is chosen by date. */
export function Axes({ person }: { readonly person: Person }) {
  const { say } = useSpeech();
  const fates = person.fates.filter(({ fate }) => fate !== 'unknown');
  const open = person.conflicts.filter(({ settled }) => settled === undefined);
  const decided = person.links.filter(({ decision }) => decision !== undefined).length;
  return (
    <dl className="axes">
      <dt>{say('axis.fate')}</dt>
      <dd>
        {fates.length === 0 ? (
          say('fate.unknown')
        ) : (
          <ul>
            {fates.map((entry) => (
              <li key={entry.fate}>
                <strong>{say(`fate.${entry.fate}`)}</strong>{' '}
                <span className={`word ${entry.verification === 'contradicted' ? 'doubt' : ''}`}>
                  {say(`verification.${entry.verification}`)}
                </span>{' '}
                {entry.decided && <DecidedWords decided={entry.decided} />}
                {entry.sources.map((source) => (
                  <RecordRef
                    key={source.statement}
                    person={person}
                    record={source.record}
                    quote={source.written}
                  />
                ))}
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{say('axis.whereabouts')}</dt>
      <dd>{say(`whereabouts.${person.whereabouts}`)}</dd>
      <dt>{say('axis.conflicts')}</dt>
      <dd>
        {open.length === 0 ? (
          say('conflicts.none')
        ) : (
          <a href="#conflicts">{say('person.conflicts', { count: open.length })}</a>
        )}
      </dd>
      <dt>{say('axis.identity')}</dt>
      <dd>
        {person.records.length === 1
          ? say('identity.one')
          : person.suggested
            ? say('identity.suggested', { records: person.records.length, decided })
            : say('identity.decided', { records: person.records.length })}{' '}
        {person.possible.length > 0 && (
          <a href="#possible">{say('identity.possible', { count: person.possible.length })}</a>
        )}
      </dd>
    </dl>
  );
}
