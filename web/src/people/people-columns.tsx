import { Link } from 'wouter';
import type { PersonCard, Property } from '../../../src/model/index.ts';
import { toPerson } from '../speech/addresses.ts';
import { keep, kept } from '../speech/kept.ts';
import { FactValues } from './fact-values.tsx';
import { useListSpeech } from './list-speech.ts';
import { PersonName } from './person-card.tsx';

/** The columns of persons in a table, as one chose them in this browser: on the screen and on paper. */
export const COLUMNS = [
  'name.father',
  'name.mother',
  'birth.date',
  'place',
  'status',
  'fate',
  'records',
] as const satisfies readonly (Property | 'fate' | 'records')[];
export type Column = (typeof COLUMNS)[number];

const CHOSEN = 'sanad.people.columns';
export const chosenColumns = (): readonly Column[] => {
  const names = kept(CHOSEN)?.split(' ');
  return names ? COLUMNS.filter((column) => names.includes(column)) : COLUMNS;
};
export const keepColumns = (columns: readonly Column[]): void => keep(CHOSEN, columns.join(' '));

export function useColumnLabel(): (column: Column) => string {
  const { say } = useListSpeech();
  return (column) =>
    column === 'fate' || column === 'records' ? say(`people.column-${column}`) : say(`property.${column}`);
}

/** One person's cells. */
export function PersonCells(props: { readonly person: PersonCard; readonly columns: readonly Column[] }) {
  const { say, number } = useListSpeech();
  const { person, columns } = props;
  return (
    <>
      <th scope="row">
        <Link href={toPerson(person.id)} data-entry>
          <PersonName name={person.name} other={person.otherScriptName} />
        </Link>
      </th>
      {columns.map((column) => (
        <td key={column}>
          {column === 'records' ? (
            number(person.records.length)
          ) : column === 'fate' ? (
            person.fates
              .filter((fate) => fate !== 'unknown')
              .map((fate) => say(`fate.${fate}`))
              .join(' / ')
          ) : (
            <FactValues person={person} facts={person.facts.filter((fact) => fact.property === column)} />
          )}
        </td>
      ))}
    </>
  );
}
