import { Link } from 'wouter';
import type { PersonCard, Property } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { Written } from '../marks/written.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toPerson, toRow } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { PersonName, valueWords } from './person-card.tsx';

const COLUMNS: readonly Property[] = ['name.father', 'name.mother', 'birth.date', 'place', 'status'];

/** The same persons for desk work: one a line. */
export function PeopleTable({ persons }: { readonly persons: readonly PersonCard[] }) {
  const speech = useSpeech();
  const { say, number } = speech;
  return (
    <ScrollBox label={say('people.title')}>
      <table className="people-table">
        <thead>
          <tr>
            <th scope="col">{say('property.name.full')}</th>
            {COLUMNS.map((property) => (
              <th key={property} scope="col">
                {say(`property.${property}`)}
              </th>
            ))}
            <th scope="col">{say('people.column-fate')}</th>
            <th scope="col" className="number">
              {say('people.column-records')}
            </th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={toPerson(person.id)} data-entry>
                  <PersonName name={person.name} other={person.otherScriptName} />
                </Link>
              </th>
              {COLUMNS.map((property) => (
                <td key={property}>
                  {person.facts
                    .filter((fact) => fact.property === property)
                    .map((fact, at) => {
                      const record = person.records.find(({ record: id }) => id === fact.record);
                      const words = <Written text={valueWords(speech, fact)} />;
                      return (
                        <span key={fact.statement}>
                          {at > 0 && ' / '}
                          {record ? (
                            <SourceLink
                              to={toRow(record.item, record.row)}
                              quote={fact.written}
                              place={say('place.list-row', { list: record.list, row: record.row })}
                              className="value"
                            >
                              {words}
                            </SourceLink>
                          ) : (
                            words
                          )}
                        </span>
                      );
                    })}
                </td>
              ))}
              <td>
                {person.fates
                  .filter((fate) => fate !== 'unknown')
                  .map((fate) => say(`fate.${fate}`))
                  .join(' / ')}
              </td>
              <td className="number">{number(person.records.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
