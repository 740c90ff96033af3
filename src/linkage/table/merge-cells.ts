import { createCellDictionary, type DistinctCells } from './cell-dictionary.ts';
import { type CellMeanings, type CellsByKind, WIDTH } from './code-cells.ts';
import { CODED_KINDS, type CodedKind } from './columns.ts';
import type { CodeMaps } from './finish-rows.ts';
import { layOutSpellings, type SpellingColumns, type SpellingTable } from './spelling-table.ts';

type ByKind<Value> = Record<CodedKind, Value>;

const byKind = <Value>(make: (kind: CodedKind) => Value): ByKind<Value> =>
  Object.fromEntries(CODED_KINDS.map((kind) => [kind, make(kind)])) as ByKind<Value>;

/** The cells of all threads, each once; and for each thread which of them its own are. */
export interface MergedCells {
  readonly cells: CellsByKind;
  readonly maps: readonly ByKind<Int32Array>[];
}

export function mergeCells(threads: readonly CellsByKind[]): MergedCells {
  const dictionaries = byKind(() => createCellDictionary());
  const maps = threads.map((cells) =>
    byKind((kind) => {
      const { bytes, start } = cells[kind];
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const map = new Int32Array(start.length - 1);
      for (let code = 0; code < map.length; code++)
        map[code] = dictionaries[kind].code(view, start[code]!, start[code + 1]!);
      return map;
    }),
  );
  return { cells: byKind((kind) => dictionaries[kind].cells()), maps };
}

/** A thread's share of cells of every kind. */
export const shareOfCells = (cells: CellsByKind, share: number, shares: number): CellsByKind =>
  byKind((kind): DistinctCells => {
    const { bytes, start } = cells[kind];
    const count = start.length - 1;
    const from = Math.floor((count * share) / shares);
    const to = Math.floor((count * (share + 1)) / shares);
    const first = start[from]!;
    return {
      bytes: bytes.slice(first, start[to]!),
      start: start.slice(from, to + 1).map((at) => at - first),
    };
  });

export interface MergedMeanings {
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  readonly lists: readonly string[];
  /** What each thread's own codes mean. */
  readonly maps: readonly CodeMaps[];
}

/** What all cells mean, from the shares in their order, each spelling once. */
export function mergeMeanings(shares: readonly CellMeanings[], { maps }: MergedCells): MergedMeanings {
  const names = mergeTexts(shares.map((share) => share.names.texts));
  const places = mergeTexts(shares.map((share) => share.places.texts));
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
    names: layOutSpellings(
      columnsOf(
        shares.map((share) => share.names),
        names.first,
      ),
    ),
    places: layOutSpellings(
      columnsOf(
        shares.map((share) => share.places),
        places.first,
      ),
    ),
    lists: lists.texts,
    maps: maps.map((map) =>
      byKind((kind) => {
        const width = WIDTH[kind];
        const own = new Int32Array(map[kind].length * width);
        map[kind].forEach((cell, code) => {
          for (let at = 0; at < width; at++) own[code * width + at] = whole[kind][cell * width + at]!;
        });
        return own;
      }),
    ),
  };
}

interface MergedTexts {
  readonly texts: string[];
  readonly maps: readonly Int32Array[];
  /** Where each text stood first: the share, and its place there. */
  readonly first: readonly (readonly [share: number, place: number])[];
}

function mergeTexts(shares: readonly (readonly string[])[]): MergedTexts {
  const codes = new Map<string, number>();
  const first: [number, number][] = [];
  const maps = shares.map((texts, share) =>
    Int32Array.from(texts, (text, place) => {
      let code = codes.get(text);
      if (code === undefined) {
        code = codes.size;
        codes.set(text, code);
        first.push([share, place]);
      }
      return code;
    }),
  );
  return { texts: [...codes.keys()], maps, first };
}

const columnsOf = (shares: readonly SpellingColumns[], first: MergedTexts['first']): SpellingColumns => {
  const gathered = (column: 'block' | 'term' | 'bits'): Int32Array =>
    Int32Array.from(first, ([share, place]) => shares[share]![column][place]!);
  return {
    texts: first.map(([share, place]) => shares[share]!.texts[place]!),
    block: gathered('block'),
    term: gathered('term'),
    bits: gathered('bits'),
  };
};
