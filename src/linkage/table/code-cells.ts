import { codedPlace, createGazetteer, sexOf } from '../coded-values.ts';
import { COMPARED_SLOTS, createSlotReader, meaningful } from '../name-slots.ts';
import { collectSpellings } from './collect-spellings.ts';
import type { CodedKind } from './columns.ts';
import { byKind, type CellsByKind, readable, textAt } from './read-cells.ts';
import { placeReader, readName, type SpellingTable } from './spelling-table.ts';

/** What distinct cells mean, in codes of the names, places and lists that they hold; -1 for nothing. */
export interface CellMeanings {
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  readonly lists: readonly string[];
  /** How many spellings of its table were known after the cells of each kind. */
  readonly known: Readonly<Record<CodedKind, number>>;
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

/** Finds out what one share of all cells means; each text is read once. */
export function readMeanings(
  cells: CellsByKind,
  share: number,
  shares: number,
  gazetteer: readonly (readonly string[])[],
): CellMeanings {
  const names = collectSpellings(readName);
  const places = collectSpellings(placeReader(createGazetteer(gazetteer)));
  const lists = new Map<string, number>();
  const readSlots = createSlotReader('forgets');
  const nameOf = (text: string | undefined): number => (text === undefined ? -1 : names.code(text));
  const mean: Readonly<Record<CodedKind, (text: string) => readonly number[]>> = {
    name: (text) => [nameOf(meaningful(text))],
    mother: (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.mother': text } });
      return [nameOf(slots.mother), nameOf(slots['mother-family'])];
    },
    full: (text) => {
      const slots = readSlots({ key: '', list: '', fields: { 'name.full': text } });
      return COMPARED_SLOTS.map((slot) => nameOf(slots[slot]));
    },
    place: (text) => {
      const key = text.trim() === '' || text.trim() === '-' ? '' : codedPlace(text.trim());
      return [key === '' ? -1 : places.code(key)];
    },
    sex: (text) => [sexOf(text)],
    list: (text) => {
      const known = lists.get(text) ?? lists.size;
      lists.set(text, known);
      return [known];
    },
  };
  const known = byKind(() => 0);
  const meaning = byKind((kind) => {
    const { start } = cells[kind];
    const bytes = readable(cells[kind].bytes);
    const [from, to] = shareOf(start.length - 1, share, shares);
    const width = WIDTH[kind];
    const found = new Int32Array((to - from) * width);
    for (let cell = from; cell < to; cell++)
      mean[kind](textAt(bytes, start[cell]!, start[cell + 1]!)).forEach((code, at) => {
        found[(cell - from) * width + at] = code;
      });
    known[kind] = kind === 'place' ? places.count : names.count;
    return found;
  });
  return { names: names.table(), places: places.table(), lists: [...lists.keys()], known, meaning };
}

const shareOf = (count: number, share: number, shares: number): readonly [from: number, to: number] => [
  Math.floor((count * share) / shares),
  Math.floor((count * (share + 1)) / shares),
];
