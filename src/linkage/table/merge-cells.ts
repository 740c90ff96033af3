import {
  AT_ONCE,
  dictionaryOf,
  distinctCells,
  layCellMemory,
  makeRoomFor,
  numberOfCell,
  plainMemory,
  roomFor,
} from './cell-memory.ts';
import { type CellMeanings, WIDTH } from './code-cells.ts';
import { CODED_KINDS, type CodedKind } from './columns.ts';
import type { CodeMaps } from './finish-rows.ts';
import { byKind, type CellsByKind } from './read-cells.ts';
import type { ReadCells } from './read-windows.ts';
import { sharedInts } from './row-layout.ts';
import { mergeSpellings, type SpellingStretch, type SpellingTable } from './spelling-table.ts';

/** The cells of all threads, each once; and for each thread which of them its own are. */
export interface MergedCells {
  readonly cells: CellsByKind;
  readonly maps: readonly Record<CodedKind, Int32Array>[];
}

/** Numbers all cells as they appear in the file, whoever has read them. */
export function mergeCells(threads: readonly ReadCells[]): MergedCells {
  const sizeOf = (kind: CodedKind): readonly [cells: number, bytes: number] => [
    threads.reduce((sum, { cells }) => sum + (cells ? cells[kind].start.length - 1 : 0), 0),
    threads.reduce((sum, { cells }) => sum + (cells?.[kind].bytes.length ?? 0), 0),
  ];
  // Twice the room of each dictionary holds the cells of the threads too.
  const memory = layCellMemory(
    ...plainMemory(CODED_KINDS.reduce((sum, kind) => sum + 2 * roomFor(...sizeOf(kind)), 1 << 20)),
  );
  const order = threads
    .flatMap(({ windows }, thread) =>
      windows.map((window, at) => ({ ...window, thread, before: windows[at - 1] })),
    )
    .sort((a, b) => a.window - b.window);
  const maps = threads.map(() => byKind(() => new Int32Array(0)));
  for (const kind of CODED_KINDS) {
    const dictionary = dictionaryOf(kind);
    makeRoomFor(memory, dictionary, ...sizeOf(kind));
    const texts = threads.map(({ cells }) => cells?.[kind].bytes.length ?? 0);
    const address = texts.map((bytes) => memory.take(bytes + AT_ONCE));
    threads.forEach(({ cells }, thread) => {
      if (!cells) return;
      memory.bytes.set(cells[kind].bytes, address[thread]!);
      maps[thread]![kind] = new Int32Array(cells[kind].start.length - 1);
    });
    for (const { thread, before, known } of order) {
      const start = threads[thread]!.cells![kind].start;
      const at = address[thread]!;
      const map = maps[thread]![kind];
      for (let code = before?.known[kind] ?? 0; code < known[kind]; code++)
        map[code] = numberOfCell(memory, dictionary, at + start[code]!, at + start[code + 1]!);
    }
    address.forEach((at, thread) => {
      memory.giveBack(at, texts[thread]! + AT_ONCE);
    });
  }
  const cells = byKind((kind) => distinctCells(memory, kind));
  // Given back now: nothing else would tell the engine that it is much.
  (memory.bytes.buffer as ArrayBuffer).transfer(0);
  return { cells, maps };
}

export interface MergedMeanings {
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  readonly lists: readonly string[];
  /** What each thread's own codes mean. */
  readonly maps: readonly CodeMaps[];
}

/** What all cells mean, from the shares in their order, each spelling once. */
export function mergeMeanings(shares: readonly CellMeanings[], { maps }: MergedCells): MergedMeanings {
  const names = mergeSpellings(
    shares.map((share) => share.names),
    stretchesBy(shares, ['name', 'mother', 'full']),
  );
  const places = mergeSpellings(
    shares.map((share) => share.places),
    stretchesBy(shares, ['place']),
  );
  const lists = mergeTexts(shares.map((share) => share.lists));
  const whole = byKind((kind) => {
    const merged = { name: names, mother: names, full: names, place: places, sex: undefined, list: lists }[
      kind
    ];
    const length = shares.reduce((sum, { meaning }) => sum + meaning[kind].length, 0);
    const all = new Int32Array(length);
    let at = 0;
    shares.forEach(({ meaning }, share) => {
      for (const code of meaning[kind])
        all[at++] = code < 0 || merged === undefined ? code : merged.maps[share]![code]!;
    });
    return all;
  });
  return {
    names: names.table,
    places: places.table,
    lists: lists.texts,
    maps: maps.map((map) => byKind((kind) => meaningsOf(map[kind], whole[kind], WIDTH[kind]))),
  };
}

/** By the cells of one kind after the other, and within a kind by the shares: as if one thread had read them all. */
const stretchesBy = (shares: readonly CellMeanings[], kinds: readonly CodedKind[]): SpellingStretch[] =>
  kinds.flatMap((kind, at) =>
    shares.map(({ known }, share) => ({
      share,
      from: at === 0 ? 0 : known[kinds[at - 1]!],
      to: known[kind],
    })),
  );

function meaningsOf(cells: Int32Array, whole: Int32Array, width: number): Int32Array {
  const own = sharedInts(cells.length * width);
  for (let code = 0, into = 0; code < cells.length; code++)
    for (let at = 0; at < width; at++) own[into++] = whole[cells[code]! * width + at]!;
  return own;
}

function mergeTexts(shares: readonly (readonly string[])[]): {
  readonly texts: readonly string[];
  readonly maps: readonly Int32Array[];
} {
  const codes = new Map<string, number>();
  const maps = shares.map((texts) =>
    Int32Array.from(texts, (text) => {
      const code = codes.get(text) ?? codes.size;
      codes.set(text, code);
      return code;
    }),
  );
  return { texts: [...codes.keys()], maps };
}
