import { isHeapedOnNewYear, medianDate } from '../coded-dates.ts';
import type { ListHabits } from '../coded-rows.ts';
import { type ColumnMap, EVENT, rolesOf } from './columns.ts';
import type { Crew } from './crew.ts';
import { sortByGiven } from './finish-rows.ts';
import type { LikenessMemories, SharedTable } from './hand.ts';
import { mergeCells, mergeMeanings, shareOfCells } from './merge-cells.ts';
import { KEY_WORDS, ROW_WORDS, sharedInts, WORD } from './row-layout.ts';
import { MARK_WORDS } from './sieve-layout.ts';
import { likenessMemory } from './spelling-likeness.ts';

export interface TableSource {
  /** A CSV file in UTF-8 with a header line, in memory that threads share. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  readonly columns: ColumnMap;
  readonly gazetteer?: readonly (readonly string[])[];
}

export interface ReadTable extends SharedTable {
  readonly lists: readonly string[];
  readonly habits: ListHabits;
  readonly found: LikenessMemories;
}

const NEW_LINE = 10;
const QUOTE = 34;

/** Reads a CSV file with all threads, each a stretch of it; the same file gives the same table however many there are. */
export async function readTable(
  crew: Crew,
  { bytes, columns, gazetteer = [] }: TableSource,
): Promise<ReadTable> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = endOfLine(view, 0);
  const header = cellsOf(
    view
      .toString('utf8', 0, headerEnd)
      .replace(/^\uFEFF/, '')
      .replace(/\r$/, ''),
  );
  const roles = rolesOf(header, columns);
  const cuts = cutAtLines(view, Math.min(view.length, headerEnd + 1), crew.size);
  const most = cuts.slice(1).map((to, at) => linesIn(view, cuts[at]!, to));
  const first = most.map((_, at) => most.slice(0, at).reduce((sum, lines) => sum + lines, 0));
  const capacity = first.at(-1)! + most.at(-1)!;
  const rows = sharedInts((capacity + 1) * ROW_WORDS);
  const counts = await crew.all('read', (share) => ({
    bytes,
    from: cuts[share]!,
    to: cuts[share + 1]!,
    columns: roles,
    rows,
    firstRow: first[share]!,
  }));
  const merged = mergeCells(await crew.all('cells', () => undefined));
  const meant = mergeMeanings(
    await crew.all('mean', (share) => ({ cells: shareOfCells(merged.cells, share, crew.size), gazetteer })),
    merged,
  );
  const { names, places } = meant;
  const lists = meant.lists.length === 0 ? [''] : meant.lists;
  await crew.all('translate', (share) => ({
    rows,
    from: first[share]!,
    to: first[share]! + counts[share]!,
    maps: meant.maps[share]!,
  }));
  // Blank lines leave gaps between the stretches.
  let rowCount = 0;
  counts.forEach((count, share) => {
    if (rowCount < first[share]!)
      rows.copyWithin(rowCount * ROW_WORDS, first[share]! * ROW_WORDS, (first[share]! + count) * ROW_WORDS);
    rowCount += count;
  });
  const habits = habitsOf(rows, rowCount, lists);
  const table: SharedTable = {
    rows,
    order: sortByGiven(rows, rowCount, names.block),
    keys: sharedInts(rowCount * KEY_WORDS),
    marks: new Int16Array(sharedInts(rowCount * MARK_WORDS).buffer),
    rowCount,
    names,
    places,
  };
  const found = { names: likenessMemory(rowCount / 2), places: likenessMemory(rowCount / 8) };
  await crew.all('take', () => ({ table, found }));
  await crew.all('layOut', () => ({ habits, lists }));
  return { ...table, lists, habits, found };
}

function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(NEW_LINE, from);
  return at < 0 ? bytes.length : at;
}

/** Cuts into stretches of about one size, each beginning a line. A line break inside quotes is none. */
function cutAtLines(bytes: Buffer, from: number, stretches: number): number[] {
  const cuts = [from];
  let quotes = 0;
  let counted = from;
  for (let at = 1; at < stretches; at++) {
    let cut = endOfLine(
      bytes,
      Math.max(cuts.at(-1)!, Math.floor(from + ((bytes.length - from) * at) / stretches)),
    );
    for (;;) {
      for (
        let quote = bytes.indexOf(QUOTE, counted);
        quote >= 0 && quote < cut;
        quote = bytes.indexOf(QUOTE, quote + 1)
      )
        quotes++;
      counted = cut;
      if (quotes % 2 === 0 || cut >= bytes.length) break;
      cut = endOfLine(bytes, cut + 1);
    }
    cuts.push(Math.min(bytes.length, cut + 1));
  }
  return [...cuts, bytes.length];
}

function linesIn(bytes: Buffer, from: number, to: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(NEW_LINE, from); at >= 0 && at < to; at = bytes.indexOf(NEW_LINE, at + 1))
    lines++;
  return lines;
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
