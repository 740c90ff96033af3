import type { Person } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { RecordRef } from './sourced.tsx';

/** A name has slots, not words: each with every spelling and who spells it so. */
export function NameSlots({ person }: { readonly person: Person }) {
  const { say } = useSpeech();
  if (person.names.length === 0) return null;
  return (
    <Section id="names" title={say('person.names')}>
      <dl className="slots">
        {person.names.map(({ slot, variants }) => (
          <div key={slot}>
            <dt>{say(`slot.${slot}`)}</dt>
            <dd>
              <ul>
                {variants.map((variant) => (
                  <li key={variant.written}>
                    <Written text={variant.written} className="name" />{' '}
                    {variant.records.map((record) => (
                      <RecordRef key={record} person={person} record={record} />
                    ))}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
