import { scrambled } from './row-layout.ts';

/** Rows by 32-bit keys, one after the other: what comes after an index was built. Sixteen bytes an entry, two arrays. */
export interface GrowingLists {
  add(key: number, row: number): void;
  /** Calls `visit` with the rows under a key, the newest first, until it says that it has enough. */
  walk(key: number, visit: (row: number) => boolean): void;
}

const ENTRY = 3;

export function createGrowingLists(): GrowingLists {
  let heads = new Int32Array(1 << 12);
  /** Of each entry its key, its row, and one more than the entry before it. */
  let entries = new Int32Array(ENTRY << 12);
  let held = 0;

  const put = (entry: number): void => {
    const bucket = scrambled(entries[entry * ENTRY]!) & (heads.length - 1);
    entries[entry * ENTRY + 2] = heads[bucket]!;
    heads[bucket] = entry + 1;
  };
  const grow = (): void => {
    const longer = new Int32Array(entries.length * 2);
    longer.set(entries);
    entries = longer;
    heads = new Int32Array(heads.length * 2);
    for (let entry = 0; entry < held; entry++) put(entry);
  };

  return {
    add(key, row) {
      if ((held + 1) * ENTRY > entries.length) grow();
      entries[held * ENTRY] = key;
      entries[held * ENTRY + 1] = row;
      put(held++);
    },
    walk(key, visit) {
      for (
        let at = heads[scrambled(key) & (heads.length - 1)]!;
        at !== 0;
        at = entries[(at - 1) * ENTRY + 2]!
      )
        if (entries[(at - 1) * ENTRY] === key && !visit(entries[(at - 1) * ENTRY + 1]!)) return;
    },
  };
}
