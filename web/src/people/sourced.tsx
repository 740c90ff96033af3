import type { Person, PersonRecord, SourcedValue } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { Written } from '../marks/written.tsx';
import { toRow } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { valueWords } from './fact-values.tsx';
import { useFileSpeech } from './file-speech.ts';

/** The records of a person by their ids, and the number under which each is cited on this page. */
export const recordNumber = (person: Person, record: string): number =>
  person.records.findIndex((each) => each.record === record) + 1;

export const recordOfValue = (person: Person, value: { readonly record: string }): PersonRecord | undefined =>
  person.records.find(({ record }) => record === value.record);

/** "[2]": the record that says so; opens its list at its row. */
export function RecordRef(props: {
  readonly person: Person;
  readonly record: string;
  readonly quote?: string;
}) {
  const { say, number } = useSpeech();
  const record = recordOfValue(props.person, props);
  if (!record) return null;
  const place = say('place.list-row', { list: record.list, row: record.row });
  return (
    <SourceLink
      to={toRow(record.item, record.row, record.sheet === undefined ? {} : { sheet: record.sheet })}
      quote={props.quote ?? record.name}
      place={place}
      className="ref"
      label={say('person.ref', { number: recordNumber(props.person, record.record), place })}
    >
      [{number(recordNumber(props.person, record.record))}]
    </SourceLink>
  );
}

const latinDigits = (text: string): string =>
  text.trim().replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

/** A value as written, linked to its row; what it was understood as stands beside it where that differs. */
export function SourcedText(props: { readonly person: Person; readonly value: SourcedValue }) {
  const speech = useSpeech();
  const { value } = props;
  const record = recordOfValue(props.person, value);
  const words = valueWords(speech, value);
  const written = <Written text={value.written} />;
  return (
    <>
      {record ? (
        <SourceLink
          to={toRow(record.item, record.row, record.sheet === undefined ? {} : { sheet: record.sheet })}
          quote={value.written}
          place={speech.say('place.list-row', { list: record.list, row: record.row })}
          className="value"
        >
          {written}
        </SourceLink>
      ) : (
        written
      )}
      {value.property.endsWith('date') &&
        value.value !== undefined &&
        value.value !== latinDigits(value.written) && (
          <span className="reading small quiet">{speech.say('person.read-as', { value: words })}</span>
        )}
      {value.decided && <ValueDecided decided={value.decided} />}
      {value.value === undefined && (
        <span className="reading small quiet">{speech.say('person.not-read')}</span>
      )}
    </>
  );
}

function ValueDecided({ decided }: { readonly decided: NonNullable<SourcedValue['decided']> }) {
  const { say } = useFileSpeech();
  const waits = decided.counts === 'waits';
  return (
    <span className={`small word ${waits ? 'suggested' : 'sure'}`}>
      {decided.judgement === 'corrected'
        ? say('value.corrected', { value: decided.value ?? '' })
        : say(`value.${decided.judgement}`)}
      {waits && <> ({say('value.waits')})</>}
    </span>
  );
}
