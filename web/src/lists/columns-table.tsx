import { type ListLook, PROPERTIES, type Property } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { PROPERTIES_SHOWN } from '../people/properties.ts';
import { Section } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import type { ImportWork } from './import-work.ts';
import { useSpeech } from './speech.ts';

const CHOICES: readonly Property[] = [...PROPERTIES_SHOWN, 'ignore'];

/** What each column holds, as understood, for a person to put right. */
export function ColumnsTable({ look, work }: { readonly look: ListLook; readonly work: ImportWork }) {
  const { say } = useSpeech();
  const change = (header: string, property: string): void => {
    const known = PROPERTIES.find((one) => one === property);
    if (known)
      work.say({
        order: { ...work.said.order, fields: { ...work.said.order.fields, [header]: known } },
      });
  };
  return (
    <Section id="columns" title={say('import.columns')} note={say('import.columns-note')}>
      {look.tables.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tables of a file stay in their order
        <ScrollBox key={at} label={table.sheet ?? say('import.columns-table')}>
          <table className="columns">
            {table.sheet !== undefined && (
              <caption>
                <Written text={table.sheet} />
              </caption>
            )}
            <thead>
              <tr>
                <th scope="col">{say('import.column')}</th>
                <th scope="col">{say('import.holds')}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map(({ header, property, recognised, samples }) => (
                <tr key={header}>
                  <th scope="row">
                    <Written text={header} />
                    <div className="samples small quiet">
                      {samples.map((sample) => (
                        <span key={sample}>
                          <Written text={sample.length > 60 ? `${sample.slice(0, 59)}…` : sample} />
                        </span>
                      ))}
                    </div>
                  </th>
                  <td>
                    <select
                      aria-label={`${say('import.holds')}: ${header}`}
                      value={property}
                      onChange={(event) => change(header, event.target.value)}
                    >
                      {CHOICES.map((choice) => (
                        <option key={choice} value={choice}>
                          {choice === 'ignore' ? say('import.ignore') : say(`property.${choice}`)}
                        </option>
                      ))}
                    </select>{' '}
                    <span className={recognised === 'person' ? 'small' : 'small quiet'}>
                      {say(`recognised.${recognised}`)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ))}
    </Section>
  );
}
