import { describe, emptyTable, type ReadSpelling, type SpellingTable, textHash } from './spelling-table.ts';

/** Gathers distinct spellings, told of as they are met. They are kept as numbers and letters, and never as texts. */
export interface SpellingCollector {
  readonly count: number;
  code(text: string): number;
  table(): SpellingTable;
}

export function collectSpellings(read: (text: string) => ReadSpelling): SpellingCollector {
  let found = emptyTable(1 << 8, 1 << 11);
  let slots = new Int32Array(1 << 10);
  let count = 0;

  const slotOf = (hash: number, isSame: (code: number) => boolean): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && !isSame(slots[slot]! - 1)) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const widen = (letters: number): void => {
    const before = found;
    found = emptyTable(count * 2, Math.max(before.units.length, letters) * 2);
    copyTable(before, found, count);
    slots = new Int32Array(count * 8);
    for (let code = 0; code < count; code++) slots[slotOf(found.hash[code]!, () => false)] = code + 1;
  };

  return {
    get count() {
      return count;
    },
    code(text) {
      const hash = textHash(text);
      const slot = slotOf(hash, (code) => found.hash[code] === hash && isText(found, code, text));
      if (slots[slot] !== 0) return slots[slot]! - 1;
      const from = found.start[count]!;
      if (count === found.count || from + text.length > found.units.length) {
        widen(from + text.length);
        return this.code(text);
      }
      for (let unit = 0; unit < text.length; unit++) found.units[from + unit] = text.charCodeAt(unit);
      describe(found, count, read(text));
      slots[slot] = ++count;
      found.start[count] = from + text.length;
      return count - 1;
    },
    table() {
      const exact = emptyTable(count, found.start[count]!);
      copyTable(found, exact, count);
      return exact;
    },
  };
}

function isText({ units, start }: SpellingTable, code: number, text: string): boolean {
  const from = start[code]!;
  if (start[code + 1]! - from !== text.length) return false;
  for (let unit = 0; unit < text.length; unit++)
    if (units[from + unit] !== text.charCodeAt(unit)) return false;
  return true;
}

function copyTable(from: SpellingTable, to: SpellingTable, count: number): void {
  to.units.set(from.units.subarray(0, from.start[count]!));
  to.start.set(from.start.subarray(0, count + 1));
  for (const column of ['block', 'term', 'hash', 'bits'] as const)
    to[column].set(from[column].subarray(0, count));
}
