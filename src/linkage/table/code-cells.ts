import { nameSkeleton } from '../../names/index.ts';
import { codedPlace, createGazetteer, sexOf } from '../coded-rows.ts';
import { COMPARED_SLOTS, createSlotReader, meaningful } from '../name-slots.ts';
import type { ColumnRole } from './columns.ts';
import { type ReadCells, readCells, textAt } from './read-cells.ts';
import { type ReadSpelling, readName } from './spelling-table.ts';

/** One stretch of a file as one thread has read it. All that crosses to the main thread. */
export interface ReadStretch {
  readonly rows: number;
  readonly names: readonly ReadSpelling[];
  readonly places: readonly ReadSpelling[];
  readonly lists: readonly string[];
  /** What each distinct cell means, in codes of `names` and so on; -1 for nothing. */
  readonly meaning: {
    readonly name: Int32Array;
    /** Two codes a cell: her name and that of her family. */
    readonly mother: Int32Array;
    /** Six codes a cell, in the order of the words of a row. */
    readonly full: Int32Array;
    readonly place: Int32Array;
    readonly sex: Int32Array;
    readonly list: Int32Array;
  };
}

export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly ColumnRole[];
  readonly rows: Int32Array;
  readonly firstRow: number;
  readonly gazetteer: readonly (readonly string[])[];
}

/** Reads a stretch of a file and finds out what its distinct cells mean; each text is read once. */
export function codeCells(stretch: Stretch): ReadStretch {
  const { bytes, from, to, columns, rows, firstRow, gazetteer } = stretch;
  const cells = readCells(bytes, from, to, columns, rows, firstRow);
  const names = createSpellingReader(readName);
  const identity = createGazetteer(gazetteer);
  const places = createSpellingReader((text) => {
    const skeleton = nameSkeleton(text);
    const known = identity(text);
    return {
      text,
      skeleton: known === undefined ? skeleton : `${known}`,
      term: known === undefined ? skeleton : `=${known}`,
      known: known !== undefined,
    };
  });
  const lists = new Map<string, number>();
  const readSlots = createSlotReader();
  const nameOf = (text: string | undefined): number => (text === undefined ? -1 : names.code(text));
  const meaning = {
    name: meanings(cells, 'name', 1, (text) => [nameOf(meaningful(text))]),
    mother: meanings(cells, 'mother', 2, (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.mother': text } });
      return [nameOf(slots.mother), nameOf(slots['mother-family'])];
    }),
    full: meanings(cells, 'full', COMPARED_SLOTS.length, (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.full': text } });
      return COMPARED_SLOTS.map((slot) => nameOf(slots[slot]));
    }),
    place: meanings(cells, 'place', 1, (text) => {
      const key = text.trim() === '' || text.trim() === '-' ? '' : codedPlace(text.trim());
      return [key === '' ? -1 : places.code(key)];
    }),
    sex: meanings(cells, 'sex', 1, (text) => [sexOf(text)]),
    list: meanings(cells, 'list', 1, (text) => {
      const known = lists.get(text) ?? lists.size;
      lists.set(text, known);
      return [known];
    }),
  };
  return { rows: cells.rows, names: names.read, places: places.read, lists: [...lists.keys()], meaning };
}

function meanings(
  { dictionaries }: ReadCells,
  kind: keyof ReadCells['dictionaries'],
  width: number,
  mean: (text: string) => readonly number[],
): Int32Array {
  const dictionary = dictionaries[kind];
  const found = new Int32Array(dictionary.count * width);
  for (let code = 0; code < dictionary.count; code++) {
    const cell = dictionary.cell(code);
    found.set(mean(textAt(cell, 0, cell.length)), code * width);
  }
  return found;
}

function createSpellingReader(describe: (text: string) => ReadSpelling): {
  readonly read: ReadSpelling[];
  code(text: string): number;
} {
  const codes = new Map<string, number>();
  const read: ReadSpelling[] = [];
  return {
    read,
    code(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, read.length);
      read.push(describe(text));
      return read.length - 1;
    },
  };
}
