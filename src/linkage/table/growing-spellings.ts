import { spellingKey } from './build-index.ts';
import { type HashIndex, walk } from './hash-index.ts';
import { describe, readName, type SpellingTable, spellingText, textHash } from './spelling-table.ts';
import { RARE_PARTS, type TableWeights } from './table-weights.ts';

/** Spellings of a saved index and those that came after, in arrays with room; and what each weighs by its rarity. */
export interface GrowingSpellings {
  readonly table: SpellingTable;
  readonly weights: TableWeights;
  /** The code of a folded name, a new one where it is not known yet. `undefined` where there is no room left. */
  code(text: string): number | undefined;
}

const ROOM = 1.25;

export function growingSpellings(
  names: SpellingTable,
  placeCount: number,
  spellings: HashIndex,
  weights: TableWeights,
): GrowingSpellings {
  const most = Math.ceil(names.count * ROOM) + 10_000;
  const wide = (column: Int32Array, length: number): Int32Array => {
    const wider = new Int32Array(length);
    wider.set(column);
    return wider;
  };
  const units = new Uint16Array(Math.ceil(names.units.length * ROOM) + 200_000);
  units.set(names.units);
  const table = {
    count: names.count,
    units,
    start: wide(names.start, most + 1),
    block: wide(names.block, most),
    term: wide(names.term, most),
    hash: wide(names.hash, most),
    bits: wide(names.bits, most),
  };
  // A name not met before is as rare as the rarest.
  const parts = RARE_PARTS - 1;
  const rarity = new Int32Array(parts * most + placeCount);
  for (let part = 0; part < parts; part++) {
    const own = weights.rarity.subarray(part * weights.names, (part + 1) * weights.names);
    rarity.fill(
      own.reduce((rarest, rare) => Math.max(rarest, rare), 0),
      part * most,
      (part + 1) * most,
    );
    rarity.set(own, part * most);
  }
  rarity.set(weights.rarity.subarray(parts * weights.names), parts * most);
  const added = new Map<string, number>();
  return {
    table,
    weights: { ...weights, rarity, names: most },
    code(text) {
      const hash = textHash(text);
      let found = added.get(text);
      walk(spellings, spellingKey(hash, 0), (code) => {
        if (code < names.count && names.hash[code] === hash && spellingText(names, code) === text)
          found = code;
        return found === undefined;
      });
      if (found !== undefined) return found;
      const from = table.start[table.count]!;
      if (table.count === most || from + text.length > units.length) return undefined;
      const code = table.count++;
      for (let at = 0; at < text.length; at++) units[from + at] = text.charCodeAt(at);
      table.start[code + 1] = from + text.length;
      describe(table, code, readName(text));
      added.set(text, code);
      return code;
    },
  };
}
