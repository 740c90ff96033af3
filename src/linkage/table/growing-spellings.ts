import { spellingKey } from './build-index.ts';
import { walk } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { describe, type ReadSpelling, type SpellingTable, spellingText, textHash } from './spelling-table.ts';
import { RARE_PARTS, type TableWeights } from './table-weights.ts';

/** The names or places of a saved index and those that came after, in arrays with room. */
export interface GrowingSpellings {
  readonly table: SpellingTable;
  /** The code of a folded text, a new one where it is not known yet; `undefined` where there is no room left. */
  code(text: string): number | undefined;
}

/** Spellings that can come after, and their letters. */
const ROOM = 1 << 18;
const LETTERS = 8;

export const roomOf = ({ count }: SpellingTable): number => count + ROOM + (count >> 2);

export function growingSpellings(
  { names, places, spellings }: IndexContents,
  kind: 'names' | 'places',
  read: (text: string) => ReadSpelling,
): GrowingSpellings {
  const known = kind === 'names' ? names : places;
  const first = kind === 'names' ? 0 : names.count;
  const most = roomOf(known);
  const wide = (column: Int32Array, length: number): Int32Array => {
    const wider = new Int32Array(length);
    wider.set(column);
    return wider;
  };
  const units = new Uint16Array(known.units.length + (most - known.count) * LETTERS);
  units.set(known.units);
  const table = {
    count: known.count,
    units,
    start: wide(known.start, most + 1),
    block: wide(known.block, most),
    term: wide(known.term, most),
    hash: wide(known.hash, most),
    bits: wide(known.bits, most),
  };
  const added = new Map<string, number>();
  return {
    table,
    code(text) {
      const hash = textHash(text);
      let found = added.get(text);
      if (found !== undefined) return found;
      walk(spellings, spellingKey(hash, kind === 'names' ? 0 : 1), (entry) => {
        const code = entry - first;
        if (
          code >= 0 &&
          code < known.count &&
          known.hash[code] === hash &&
          spellingText(known, code) === text
        )
          found = code;
        return found === undefined;
      });
      if (found !== undefined) return found;
      const from = table.start[table.count]!;
      if (table.count === most || from + text.length > units.length) return undefined;
      const code = table.count++;
      for (let at = 0; at < text.length; at++) units[from + at] = text.charCodeAt(at);
      table.start[code + 1] = from + text.length;
      describe(table, code, read(text));
      added.set(text, code);
      return code;
    },
  };
}

/** Weights with room for spellings to come, each as rare as the rarest. */
export function roomyWeights(weights: TableWeights, names: number, places: number): TableWeights {
  const parts = RARE_PARTS - 1;
  const rarity = new Int32Array(parts * names + places);
  const lay = (own: Int32Array, from: number, to: number): void => {
    let rarest = 0;
    for (const rare of own) if (rare > rarest) rarest = rare;
    rarity.fill(rarest, from + own.length, to);
    rarity.set(own, from);
  };
  for (let part = 0; part < parts; part++)
    lay(
      weights.rarity.subarray(part * weights.names, (part + 1) * weights.names),
      part * names,
      (part + 1) * names,
    );
  lay(weights.rarity.subarray(parts * weights.names), parts * names, rarity.length);
  return { ...weights, rarity, names };
}
