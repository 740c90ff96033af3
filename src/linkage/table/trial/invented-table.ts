import { buildIndex, type ColumnMap, linkTable, type TableOptions, type TableSource } from '../../index.ts';

export const HEADER = 'list,given,father,family,mother,birth,place';
export const COLUMNS: ColumnMap = {
  list: 'list',
  given: 'name.given',
  father: 'name.father',
  family: 'name.family',
  mother: 'name.mother',
  birth: 'birth.date',
  place: 'place',
};
const GIVEN = ['سامر', 'وائل', 'رامي', 'هيثم', 'نزار', 'كنان', 'ماهر', 'غسان', 'باسل', 'فراس'];
const FAMILY = ['زيتون', 'كنعان', 'قاسم', 'حداد'];
/** Invented people on three lists, each on two of them. */
export const LINES = Array.from({ length: 160 }, (_, row) => {
  const n = row % 80;
  return [
    `list${row < 80 ? 0 : 1 + (n % 2)}`,
    GIVEN[n % 10],
    GIVEN[((n >> 1) * 3 + 2) % 10],
    FAMILY[(n >> 2) % 4],
    GIVEN[((n >> 3) * 7 + n + 1) % 10],
    `${1940 + ((n * 29) % 61)}-0${1 + (n % 7)}-1${n % 10}`,
    ['Homs', 'Hama', 'Idlib'][n % 3],
  ].join(',');
});
const csv = (): Uint8Array<SharedArrayBuffer> => {
  const bytes = new TextEncoder().encode([HEADER, ...LINES, ''].join('\n'));
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
};
/** The index of those people. */
export const indexOf = async (
  { gazetteer = [] }: Pick<TableSource, 'gazetteer'> = {},
  options: TableOptions = {},
) => buildIndex(await linkTable({ csv: csv(), columns: COLUMNS, gazetteer }, { threads: 1, ...options }));

/** Somebody whose names are like none of theirs. */
export const person = {
  'name.given': 'Salwan',
  'name.father': 'Ghazwan',
  'name.family': 'Darwazeh',
  'name.mother': 'Iqbal',
  'birth.date': '1971-05-14',
  place: 'Kafr Zita',
};
