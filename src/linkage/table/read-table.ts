import { SanadError } from '../../model/index.ts';
import type { ListHabits } from '../coded-rows.ts';
import { type ColumnMap, rolesOf } from './column-roles.ts';
import type { ColumnRole } from './columns.ts';
import type { Crew } from './crew.ts';
import type { LikenessMemories, SharedTable } from './hand.ts';
import { leadMemory } from './lead-order.ts';
import { habitsOf } from './list-habits.ts';
import { mergeCells, mergeMeanings } from './merge-cells.ts';
import { ROW_WORDS } from './row-layout.ts';
import { createRowRoom, laidRows, MOST_ROWS, rowsLaid } from './row-room.ts';
import { likenessMemory } from './spelling-likeness.ts';
import { asBuffer, type CsvBytes, endOfLine, windowsOf } from './windows.ts';

export interface TableSource {
  /** A CSV file in UTF-8 with a header line. Given piece by piece it is never in memory as a whole. */
  readonly csv: CsvBytes;
  readonly columns: ColumnMap;
  readonly gazetteer?: readonly (readonly string[])[];
}

export interface ReadTable extends SharedTable {
  readonly lists: readonly string[];
  readonly habits: ListHabits;
  readonly found: LikenessMemories;
}

/** Reads a CSV file with all threads; the same file gives the same table however many there are. */
export async function readTable(
  crew: Crew,
  { csv, columns, gazetteer = [] }: TableSource,
): Promise<ReadTable> {
  const rows = await readRows(crew, csv, columns);
  const rowCount = rows.length / ROW_WORDS;
  const read = await crew.all('cells', () => undefined);
  const merged = mergeCells(read);
  const meant = mergeMeanings(await crew.all('mean', () => ({ cells: merged.cells, gazetteer })), merged);
  const { names, places, maps } = meant;
  const lists = meant.lists.length === 0 ? [''] : meant.lists;
  const habits = habitsOf(
    read.map(({ tallies }) => tallies),
    maps.map(({ list }) => list),
    lists,
  );
  const table: SharedTable = { rows, rowCount, names, places, lead: leadMemory(rowCount, crew.size) };
  const found = { names: likenessMemory(rowCount / 2), places: likenessMemory(rowCount / 8) };
  await crew.all('take', () => ({ table, found }));
  await crew.all('finish', (share) => ({ maps: maps[share]!, habits, lists }));
  return { ...table, lists, habits, found };
}

/** Gives each window to the next thread that is free, and fills another meanwhile. */
async function readRows(crew: Crew, csv: CsvBytes, map: ColumnMap): Promise<Int32Array<SharedArrayBuffer>> {
  const room = createRowRoom();
  const kept = crew.size + 1;
  const free = Array.from({ length: crew.size }, (_, share) => share);
  const reading: Promise<void>[] = [];
  const open = new Set<Promise<void>>();
  const windows = windowsOf(csv, kept);
  let columns: readonly ColumnRole[] | undefined;
  try {
    for (;;) {
      // Its memory is that of an earlier one, which must have been read.
      await reading[reading.length - kept];
      const { value: bytes } = await windows.next();
      if (bytes === undefined) break;
      let lines = bytes;
      if (columns === undefined) {
        const headerEnd = endOfLine(asBuffer(bytes), 0);
        columns = rolesOf(headerOf(asBuffer(bytes.subarray(0, headerEnd)).toString('utf8')), map);
        lines = bytes.subarray(headerEnd + 1);
      }
      if (free.length === 0) await Promise.race(open);
      if (rowsLaid(room) > MOST_ROWS) throw new SanadError('link.too-many-rows', { most: MOST_ROWS });
      const share = free.pop()!;
      const done: Promise<void> = crew
        .one('read', share, { window: reading.length, lines, columns, room })
        .then(() => {
          free.push(share);
          open.delete(done);
        });
      open.add(done);
      reading.push(done);
    }
    await Promise.all(open);
  } finally {
    await windows.return(undefined);
  }
  if (rowsLaid(room) > MOST_ROWS) throw new SanadError('link.too-many-rows', { most: MOST_ROWS });
  return laidRows(room);
}

const headerOf = (line: string): string[] => cellsOf(line.replace(/^\uFEFF/, '').replace(/\r$/, ''));

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
