import type { CodedKind } from './columns.ts';
import type { WindowWork } from './hand.ts';
import { type ListTallies, tallyLists } from './list-habits.ts';
import { type CellReader, type CellsByKind, createCellReader } from './read-cells.ts';
import { layRows } from './row-room.ts';

/** What one thread has read: its distinct cells, and what its rows say of the lists, by its own numbers. */
export interface ReadCells {
  readonly cells: CellsByKind | undefined;
  readonly tallies: ListTallies;
  /** The windows that it has read, in their order, and how many cells it knew after each. */
  readonly windows: readonly { readonly window: number; readonly known: Record<CodedKind, number> }[];
}

/** One thread's reading of the windows of a file. */
export interface Reading {
  read(work: WindowWork): void;
  cells(): ReadCells;
  /** Where its rows lie. */
  readonly laid: readonly (readonly [from: number, to: number])[];
}

export function createReading(): Reading {
  let reader: CellReader | undefined;
  const tallies: ListTallies = new Map();
  const windows: { window: number; known: Record<CodedKind, number> }[] = [];
  const laid: (readonly [number, number])[] = [];
  return {
    laid,
    read({ window, lines, columns, room }) {
      reader ??= createCellReader(columns);
      const own = reader;
      laid.push(
        layRows(room, window, (lay) =>
          own.read(lines, (rows) => {
            tallyLists(tallies, rows);
            lay(rows);
          }),
        ),
      );
      windows.push({ window, known: own.counts() });
    },
    cells: () => ({ cells: reader?.cells(), tallies, windows }),
  };
}
