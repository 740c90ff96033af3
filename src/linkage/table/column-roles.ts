import { type Property, SanadError } from '../../model/index.ts';
import { type ColumnRole, EVENT, FULL_NAME } from './columns.ts';
import { WORD } from './row-layout.ts';

const ROLES: Readonly<Partial<Record<Property | 'list', ColumnRole>>> = {
  'name.given': { kind: 'name', word: WORD.given },
  'name.father': { kind: 'name', word: WORD.father },
  'name.grandfather': { kind: 'name', word: WORD.grandfather },
  'name.family': { kind: 'name', word: WORD.family },
  'name.mother': { kind: 'mother', word: WORD.mother },
  'name.full': { kind: 'full', word: FULL_NAME },
  'birth.date': { kind: 'date', word: WORD.birth },
  age: { kind: 'age', word: WORD.birthFromAge },
  place: { kind: 'place', word: WORD.home },
  'place.birth': { kind: 'place', word: WORD.birthPlace },
  'arrest.date': { kind: 'date', word: WORD.arrest },
  'release.date': { kind: 'event', word: EVENT },
  'admission.date': { kind: 'event', word: EVENT },
  'seen.date': { kind: 'event', word: EVENT },
  'death.date': { kind: 'event', word: EVENT },
  date: { kind: 'event', word: EVENT },
  sex: { kind: 'sex', word: WORD.sex },
  list: { kind: 'list', word: WORD.list },
};
/** The properties that a table reads. */
export const READ_PROPERTIES = Object.keys(ROLES).filter((own) => own !== 'list') as readonly Property[];
const IGNORED: ColumnRole = { kind: 'ignored', word: 0 };

/** Which property each column of a file holds, by its header; `list` is the list a row stands on. */
export type ColumnMap = Readonly<Record<string, Property | 'list' | 'ignore'>>;

/** The role of each column of the header line. Two columns of one property are refused: which of them counts? */
export function rolesOf(header: readonly string[], map: ColumnMap): ColumnRole[] {
  const holder = new Map<string, string>();
  return header.map((column) => {
    const property = map[column];
    if (property === undefined || property === 'ignore') return IGNORED;
    const before = holder.get(property);
    if (before !== undefined)
      throw new SanadError('link.column-twice', {
        property,
        first: before.slice(0, 200),
        second: column.slice(0, 200),
      });
    holder.set(property, column);
    return ROLES[property] ?? IGNORED;
  });
}
