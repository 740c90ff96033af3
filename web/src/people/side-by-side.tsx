import type { Person } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toRow } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { PROPERTIES_SHOWN } from './properties.ts';
import { SourcedText } from './sourced.tsx';

/** Every record as its list gives it, face to face; lines on which they differ are set off. */
export function SideBySide({ person }: { readonly person: Person }) {
  const { say, number } = useSpeech();
  const properties = PROPERTIES_SHOWN.filter((property) =>
    person.records.some(({ values }) => values.some((value) => value.property === property)),
  );
  return (
    <Section id="records" title={say('person.side-by-side')} note={say('person.side-by-side-note')}>
      <ScrollBox label={say('person.records-table')}>
        <table className="side-by-side">
          <thead>
            <tr>
              <td />
              {person.records.map((record, at) => (
                <th key={record.record} scope="col">
                  <span className="quiet">[{number(at + 1)}]</span>{' '}
                  <SourceLink
                    to={toRow(
                      record.item,
                      record.row,
                      record.sheet === undefined ? {} : { sheet: record.sheet },
                    )}
                    quote={record.name}
                    place={say('place.list-row', { list: record.list, row: record.row })}
                  >
                    <Written text={record.list} />
                  </SourceLink>
                  <span className="small quiet block-line">
                    {record.sheet !== undefined && (
                      <>
                        <Written text={record.sheet} />
                        {' · '}
                      </>
                    )}
                    {say('place.row', { row: record.row })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say('person.name-as-written')}</th>
              {person.records.map((record) => (
                <td key={record.record}>
                  <Written text={record.name} className="name" />
                </td>
              ))}
            </tr>
            {properties.map((property) => {
              const disputed = person.conflicts.some(({ values }) =>
                values.some((value) => value.property === property),
              );
              return (
                <tr key={property} className={disputed ? 'differs' : undefined}>
                  <th scope="row">
                    {say(`property.${property}`)}
                    {disputed && <span className="block-line small">{say('person.differs')}</span>}
                  </th>
                  {person.records.map((record) => {
                    const values = record.values.filter((value) => value.property === property);
                    return (
                      <td key={record.record}>
                        {values.length === 0 ? (
                          <span className="quiet">
                            <span aria-hidden="true">—</span>
                            <span className="unseen">{say('person.not-given')}</span>
                          </span>
                        ) : (
                          values.map((value) => (
                            <p key={value.statement}>
                              <SourcedText person={person} value={value} />
                            </p>
                          ))
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}
