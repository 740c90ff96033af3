import { SanadError } from '../../model/index.ts';
import { isHeapedOnNewYear, medianDate } from '../coded-dates.ts';
import type { ListHabits } from '../coded-rows.ts';
import { type ColumnMap, rolesOf } from './column-roles.ts';
import { type ColumnRole, EVENT } from './columns.ts';
import type { Crew } from './crew.ts';
import type { LikenessMemories, SharedTable } from './hand.ts';
import { leadMemory } from './lead-order.ts';
import { mergeCells, mergeMeanings, shareOfCells } from './merge-cells.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';
import { likenessMemory } from './spelling-likeness.ts';
import { asBuffer, type CsvBytes, cutAtLines, endOfLine, linesIn, windowsOf } from './windows.ts';

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

/** Row numbers have 26 bits. */
const MOST_ROWS = 2 ** 26;

/** Reads a CSV file with all threads, each a stretch of it; the same file gives the same table however many there are. */
export async function readTable(
  crew: Crew,
  { csv, columns, gazetteer = [] }: TableSource,
): Promise<ReadTable> {
  const { rows, rowCount, stretches } = await readRows(crew, csv, columns);
  const merged = mergeCells(await crew.all('cells', () => undefined));
  const meant = mergeMeanings(
    await crew.all('mean', (share) => ({ cells: shareOfCells(merged.cells, share, crew.size), gazetteer })),
    merged,
  );
  const { names, places } = meant;
  const lists = meant.lists.length === 0 ? [''] : meant.lists;
  await crew.all('translate', (share) => ({
    rows,
    stretches: stretches[share]!,
    maps: meant.maps[share]!,
  }));
  const habits = habitsOf(rows, rowCount, lists);
  const table: SharedTable = { rows, rowCount, names, places, lead: leadMemory(rowCount, crew.size) };
  const found = { names: likenessMemory(rowCount / 2), places: likenessMemory(rowCount / 8) };
  await crew.all('take', () => ({ table, found }));
  await crew.all('finish', () => ({ habits, lists }));
  return { ...table, lists, habits, found };
}

interface ReadRows {
  readonly rows: Int32Array;
  readonly rowCount: number;
  /** For each thread the rows that it has read, in codes of its own. */
  readonly stretches: readonly (readonly [from: number, to: number])[][];
}

async function readRows(crew: Crew, csv: CsvBytes, columns: ColumnMap): Promise<ReadRows> {
  // Grows as it is filled, and stays where it is.
  const room = new SharedArrayBuffer(0, { maxByteLength: (MOST_ROWS + 1) * ROW_WORDS * 4 });
  let rows = new Int32Array(room);
  let rowCount = 0;
  let roles: readonly ColumnRole[] | undefined;
  const stretches: [number, number][][] = Array.from({ length: crew.size }, () => []);
  for await (const bytes of windowsOf(csv)) {
    const view = asBuffer(bytes);
    let from = 0;
    if (roles === undefined) {
      const headerEnd = endOfLine(view, 0);
      roles = rolesOf(
        cellsOf(
          view
            .toString('utf8', 0, headerEnd)
            .replace(/^\uFEFF/, '')
            .replace(/\r$/, ''),
        ),
        columns,
      );
      from = Math.min(view.length, headerEnd + 1);
    }
    const cuts = cutAtLines(view, from, crew.size);
    const most = cuts.slice(1).map((to, at) => linesIn(view, cuts[at]!, to));
    const first = most.map((_, at) => most.slice(0, at).reduce((sum, lines) => sum + lines, rowCount));
    const capacity = first.at(-1)! + most.at(-1)! + 1;
    if (capacity > MOST_ROWS) throw new SanadError('link.too-many-rows', { most: MOST_ROWS });
    room.grow(Math.max(room.byteLength, capacity * ROW_WORDS * 4));
    rows = new Int32Array(room, 0, room.byteLength / 4);
    const own = roles;
    const counts = await crew.all('read', (share) => ({
      bytes,
      from: cuts[share]!,
      to: cuts[share + 1]!,
      columns: own,
      rows,
      firstRow: first[share]!,
    }));
    // Blank lines leave gaps between the stretches.
    counts.forEach((count, share) => {
      if (rowCount < first[share]!)
        rows.copyWithin(rowCount * ROW_WORDS, first[share]! * ROW_WORDS, (first[share]! + count) * ROW_WORDS);
      stretches[share]!.push([rowCount, rowCount + count]);
      rowCount += count;
    });
  }
  return { rows, rowCount, stretches };
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );

/** When each list's ages were given, and which lists write an unknown birthday as 1 January. */
function habitsOf(rows: Int32Array, rowCount: number, lists: readonly string[]): ListHabits {
  const events: number[][] = lists.map(() => []);
  const full = new Float64Array(lists.length);
  const newYear = new Float64Array(lists.length);
  for (let row = 0, base = 0; row < rowCount; row++, base += ROW_WORDS) {
    const list = rows[base + WORD.list]!;
    const event = rows[base + EVENT]!;
    if (event > 0) events[list]!.push(event);
    const birth = rows[base + WORD.birth]!;
    if (birth % 100 > 0) full[list]!++;
    if (birth % 10000 === 101) newYear[list]!++;
  }
  const medians = events.map(medianDate);
  const overall = medianDate(medians);
  const heaped = lists.filter((_, list) => isHeapedOnNewYear(newYear[list]!, full[list]!));
  return {
    referenceDate: Object.fromEntries(lists.map((list, at) => [list, medians[at]! || overall])),
    heaped: heaped.sort(),
  };
}
