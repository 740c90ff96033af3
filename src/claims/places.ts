import { nameWords } from './name-words.ts';
import type { Said } from './said.ts';
import { groupNames } from './same-name.ts';

/** Words that a place of detention goes with or without: "Sednaya" in a report on Sednaya prison is the prison. */
const DETENTION = new Set(['prison', 'detention', 'city', 'army', 'national']);

export interface Place {
  /** One form for all spellings. */
  readonly name: string;
  /** The report does not say it of this statement; it is the place that the report is about. */
  readonly inferred: boolean;
}

/** The place of each statement, its spellings joined across scripts, filled from what its report is mostly about. */
export function placesOf(all: readonly Said[]): (Place | undefined)[] {
  const uses = new Map<string, number>();
  for (const { statement } of all)
    if (statement.place) uses.set(statement.place, (uses.get(statement.place) ?? 0) + 1);
  const names = groupNames(uses, [], (common) => common.filter((word) => !DETENTION.has(word)).join('+'));

  const byRecord = new Map<string, Map<string, number>>();
  for (const { record, statement } of all) {
    if (!statement.place || nameWords(statement.place).proper.length === 0) continue;
    const counts = byRecord.get(record.id) ?? new Map<string, number>();
    const name = names.of(statement.place);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    byRecord.set(record.id, counts);
  }
  const main = new Map<string, string>();
  for (const [record, counts] of byRecord) {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    for (const [name, n] of counts) if (n * 2 > total) main.set(record, name);
  }
  return all.map(({ record, statement }) => {
    if (statement.place) return { name: names.of(statement.place), inferred: false };
    const name = main.get(record.id);
    return name === undefined ? undefined : { name, inferred: true };
  });
}
