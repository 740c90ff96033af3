import { codedPlace, createGazetteer, sexOf } from '../coded-values.ts';
import { COMPARED_SLOTS, createSlotReader, meaningful } from '../name-slots.ts';
import type { DistinctCells } from './cell-dictionary.ts';
import type { CodedKind } from './columns.ts';
import { textAt } from './read-cells.ts';
import {
  placeReader,
  type ReadSpelling,
  readName,
  type SpellingColumns,
  spellingColumns,
} from './spelling-table.ts';

export type CellsByKind = Readonly<Record<CodedKind, DistinctCells>>;

/** What distinct cells mean, in codes of the names, places and lists that they hold; -1 for nothing. */
export interface CellMeanings {
  readonly names: SpellingColumns;
  readonly places: SpellingColumns;
  readonly lists: readonly string[];
  /** So many codes a cell as `WIDTH` says: mothers' names have two, full names six in the order of the words of a row. */
  readonly meaning: Readonly<Record<CodedKind, Int32Array>>;
}

export const WIDTH: Readonly<Record<CodedKind, number>> = {
  name: 1,
  mother: 2,
  full: COMPARED_SLOTS.length,
  place: 1,
  sex: 1,
  list: 1,
};

/** Finds out what cells mean; each text is read once. */
export function readMeanings(cells: CellsByKind, gazetteer: readonly (readonly string[])[]): CellMeanings {
  const names = createSpellingReader(readName);
  const places = createSpellingReader(placeReader(createGazetteer(gazetteer)));
  const lists = new Map<string, number>();
  const readSlots = createSlotReader();
  const nameOf = (text: string | undefined): number => (text === undefined ? -1 : names.code(text));
  const means = (kind: CodedKind, mean: (text: string) => readonly number[]): Int32Array => {
    const { bytes, start } = cells[kind];
    const found = new Int32Array((start.length - 1) * WIDTH[kind]);
    for (let code = 0; code + 1 < start.length; code++)
      found.set(mean(textAt(bytes, start[code]!, start[code + 1]!)), code * WIDTH[kind]);
    return found;
  };
  const meaning = {
    name: means('name', (text) => [nameOf(meaningful(text))]),
    mother: means('mother', (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.mother': text } });
      return [nameOf(slots.mother), nameOf(slots['mother-family'])];
    }),
    full: means('full', (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.full': text } });
      return COMPARED_SLOTS.map((slot) => nameOf(slots[slot]));
    }),
    place: means('place', (text) => {
      const key = text.trim() === '' || text.trim() === '-' ? '' : codedPlace(text.trim());
      return [key === '' ? -1 : places.code(key)];
    }),
    sex: means('sex', (text) => [sexOf(text)]),
    list: means('list', (text) => {
      const known = lists.get(text) ?? lists.size;
      lists.set(text, known);
      return [known];
    }),
  };
  return { names: names.columns(), places: places.columns(), lists: [...lists.keys()], meaning };
}

function createSpellingReader(describe: (text: string) => ReadSpelling): {
  code(text: string): number;
  columns(): SpellingColumns;
} {
  const codes = new Map<string, number>();
  return {
    code(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, codes.size);
      return codes.size - 1;
    },
    columns: () => spellingColumns([...codes.keys()], describe),
  };
}
