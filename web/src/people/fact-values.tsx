import type { PersonCard, SourcedValue } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { Written } from '../marks/written.tsx';
import { toRow } from '../speech/addresses.ts';
import { type Speech, useSpeech } from '../speech/speech.tsx';

/** What the rows of a person say of one property, each value one step from the row it stands in. */
export function FactValues(props: { readonly person: PersonCard; readonly facts: PersonCard['facts'] }) {
  const speech = useSpeech();
  return props.facts.map((fact, at) => {
    const record = props.person.records.find(({ record: id }) => id === fact.record);
    const words = <Written text={valueWords(speech, fact)} />;
    return (
      <span key={fact.statement}>
        {at > 0 && ' / '}
        {record ? (
          <SourceLink
            to={toRow(record.item, record.row)}
            quote={fact.written}
            place={speech.say('place.list-row', { list: record.list, row: record.row })}
            className="value"
          >
            {words}
          </SourceLink>
        ) : (
          words
        )}
      </span>
    );
  });
}

/** A value as a reader takes it in: dates in words, all else as written. */
export function valueWords(speech: Speech, value: SourcedValue): string {
  if (value.value === undefined) return value.written;
  if (value.property.endsWith('date')) return speech.date(value.value);
  if (value.property === 'sex' && (value.value === 'male' || value.value === 'female'))
    return speech.say(`sex.${value.value}`);
  return value.written;
}
