import { codedPrecision, monthPart, yearPart } from './coded-dates.ts';
import { birthYearOf, type CodedRows } from './coded-rows.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { withDeletions } from './skeleton-index.ts';

/** One kind of key under which rows meet. A row may hold several keys of one kind: three names, a year and its neighbours. */
export interface KeyKind {
  readonly name: string;
  /** Exact keys of row r: `coarse[coarseStart[r]] … coarse[coarseStart[r + 1] - 1]`. */
  readonly coarse: RowKeys;
  /** Those and their neighbours with one letter left out; the same as `coarse` where there are none. */
  readonly fine: RowKeys;
  /** Whether sharing this alone, in a small block, makes a pair worth a look. */
  readonly alone: boolean;
}

/** Keys of all rows in one flat array, row after row. */
export interface RowKeys {
  readonly keys: Int32Array;
  readonly start: Int32Array;
}

/** The kinds of keys these rows have, in a fixed order. */
export function keyKindsOf(coded: CodedRows): KeyKind[] {
  const { count, slots, names, places } = coded;
  const skeletonsAt = (columns: readonly Int32Array[]) => (row: number) =>
    columns
      .flatMap((column) => (column[row]! < 0 ? [] : [names.spelling(column[row]!).skeleton]))
      .filter((key) => key !== '');
  const kinds: KeyKind[] = [];
  const addNames = (name: string, columns: readonly Int32Array[]): void => {
    const dictionary = createDictionary();
    const skeletons = skeletonsAt(columns);
    const coarse = collect(count, dictionary, skeletons);
    const fine = collect(count, dictionary, (row) => skeletons(row).flatMap(withDeletions));
    kinds.push({ name, coarse, fine, alone: true });
  };
  const add = (name: string, alone: boolean, keys: (row: number) => readonly string[]): void => {
    const coarse = collect(count, createDictionary(), keys);
    kinds.push({ name, coarse, fine: coarse, alone });
  };

  addNames('given', [slots.given]);
  addNames('lineage', [slots.father, slots.grandfather, slots.family]);
  addNames('mother', [slots.mother]);
  add('birth day', true, (row) => {
    const birth = coded.birth[row]!;
    return birth > 0 && codedPrecision(birth) === 'day' ? [String(birth)] : [];
  });
  add('birth year', false, (row) => {
    const year = birthYearOf(coded, row);
    if (Number.isNaN(year)) return [];
    const whole = Math.floor(year);
    return coded.birth[row]! > 0 ? [String(whole)] : [String(whole - 1), String(whole), String(whole + 1)];
  });
  add('place', false, (row) =>
    [coded.home[row]!, coded.birthPlace[row]!]
      .filter((code) => code >= 0)
      .map((code) => places.spelling(code).skeleton),
  );
  add('arrest', false, (row) => {
    const date = coded.arrest[row]!;
    return date > 0 && codedPrecision(date) !== 'year' ? [`${yearPart(date)}-${monthPart(date)}`] : [];
  });
  add('number', true, (row) => (coded.id[row]! < 0 ? [] : [String(coded.id[row])]));
  for (const column of coded.extra)
    add(column.name, true, (row) => (column.code[row]! < 0 ? [] : [String(column.code[row])]));
  return kinds.filter((kind) => kind.fine.keys.length > 0);
}

function collect(count: number, dictionary: Dictionary, keysOf: (row: number) => readonly string[]): RowKeys {
  const start = new Int32Array(count + 1);
  let keys = new Int32Array(Math.max(16, count));
  let at = 0;
  for (let row = 0; row < count; row++) {
    start[row] = at;
    for (const key of new Set(keysOf(row))) {
      if (at === keys.length) {
        const larger = new Int32Array(keys.length * 2);
        larger.set(keys);
        keys = larger;
      }
      keys[at++] = dictionary.code(key);
    }
  }
  start[count] = at;
  return { keys: keys.slice(0, at), start };
}
