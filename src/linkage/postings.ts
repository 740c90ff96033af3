import type { CodedRows } from './coded-rows.ts';
import { COMPARED_SLOTS } from './name-slots.ts';

/** For each spelling the rows that hold it in any slot: `rows[start[code]] … rows[start[code + 1] - 1]`, ascending. */
export interface Postings {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

export function postingsOf(coded: CodedRows): Postings {
  const columns = COMPARED_SLOTS.map((slot) => coded.slots[slot]);
  const start = new Int32Array(coded.names.values.length + 1);
  const isFirst = (row: number, at: number): boolean => {
    const code = columns[at]![row]!;
    return code >= 0 && !columns.slice(0, at).some((column) => column[row] === code);
  };
  for (let row = 0; row < coded.count; row++)
    for (let at = 0; at < columns.length; at++) if (isFirst(row, at)) start[columns[at]![row]! + 1]!++;
  for (let code = 1; code < start.length; code++) start[code]! += start[code - 1]!;
  const rows = new Int32Array(start.at(-1)!);
  const next = start.slice();
  for (let row = 0; row < coded.count; row++)
    for (let at = 0; at < columns.length; at++) if (isFirst(row, at)) rows[next[columns[at]![row]!]!++] = row;
  return { start, rows };
}
