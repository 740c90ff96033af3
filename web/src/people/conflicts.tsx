import type { Person, SourcedValue } from '../../../src/model/index.ts';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { partWord } from './reason-words.ts';
import { Settle } from './settle.tsx';
import { RecordRef, SourcedText } from './sourced.tsx';

/** Values that say the same stand once, with all who say so. */
function agreeing(values: readonly SourcedValue[]): (readonly [SourcedValue, ...SourcedValue[]])[] {
  const groups = Map.groupBy(
    values,
    ({ property, value, written }) =>
      `${property} ${value ?? ''} ${value === undefined || property.startsWith('name') || property === 'status' ? written : ''}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}

/** Values that cannot all be true of one person, face to face. */
export function Conflicts({ person }: { readonly person: Person }) {
  const speech = useSpeech();
  const { say } = speech;
  if (person.conflicts.length === 0) return null;
  return (
    <Section id="conflicts" title={say('conflicts.title')} note={say('conflicts.note')}>
      <ul className="conflicts">
        {person.conflicts.map((conflict) => (
          <li key={`${conflict.property} ${conflict.values[0]?.statement}`}>
            <h3>{partWord(speech, conflict.property)}</h3>
            <ul>
              {agreeing(conflict.values).map(([value, ...others]) => (
                <li key={value.statement}>
                  <SourcedText person={person} value={value} />{' '}
                  {value.property !== conflict.property && (
                    <span className="small quiet">{say(`property.${value.property}`)}</span>
                  )}{' '}
                  {[value, ...others].map((each) => (
                    <RecordRef
                      key={each.statement}
                      person={person}
                      record={each.record}
                      quote={each.written}
                    />
                  ))}
                </li>
              ))}
            </ul>
            <Settle person={person} conflict={conflict} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
