import type { Person } from '../../../src/model/index.ts';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { partWord } from './reason-words.ts';
import { RecordRef, SourcedText } from './sourced.tsx';

/** Values that cannot all be true of one person, face to face. */
export function Conflicts({ person }: { readonly person: Person }) {
  const speech = useSpeech();
  const { say } = speech;
  if (person.conflicts.length === 0) return null;
  return (
    <Section id="conflicts" title={say('conflicts.title')} note={say('conflicts.note')}>
      <ul className="conflicts">
        {person.conflicts.map((conflict) => (
          <li key={conflict.property}>
            <h3>{partWord(speech, conflict.property)}</h3>
            <ul>
              {conflict.values.map((value) => (
                <li key={value.statement}>
                  <SourcedText person={person} value={value} />{' '}
                  <span className="small quiet">{say(`property.${value.property}`)}</span>{' '}
                  <RecordRef person={person} record={value.record} quote={value.written} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
