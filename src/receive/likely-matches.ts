import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Hit, RowDraft } from '../model/index.ts';
import type { StagedList } from './stage-list.ts';

/** Rows of a list that seem to speak of persons whom the case knows already. */
export interface LikelyMatches {
  /** Rows looked up. */
  readonly looked: number;
  readonly found: number;
  readonly sample: readonly { readonly row: number; readonly name: string; readonly hit: Hit }[];
}

const MOST_LOOKED_UP = 2_000;
const SAMPLE = 8;
/** Milliseconds after which the rest is not looked up: how many were is told. */
const LONGEST = 3_000;
/** Below this a hit says no more than that the name is common. */
const LEAST_SCORE = 0.5;

/**
 * @param find the case's own look-up; best first
 * @param now milliseconds
 */
export async function likelyMatches(
  rows: readonly RowDraft[],
  find: (query: string, top: number) => readonly Hit[],
  now: () => number,
): Promise<LikelyMatches> {
  const named = rows.flatMap((row) => {
    const name = nameOf(row);
    return name === undefined ? [] : [{ row: row.row, name, query: [name, yearOf(row)].join(' ').trim() }];
  });
  const step = Math.max(1, Math.ceil(named.length / MOST_LOOKED_UP));
  const until = now() + LONGEST;
  const sample: LikelyMatches['sample'][number][] = [];
  let looked = 0;
  let found = 0;
  for (let at = 0; at < named.length && now() < until; at += step) {
    const { row, name, query } = named[at]!;
    looked++;
    const [hit] = find(query, 1);
    if (hit && hit.score >= LEAST_SCORE) {
      found++;
      if (sample.length < SAMPLE) sample.push({ row, name, hit });
    }
    if (looked % 20 === 0) await nextTurn();
  }
  return { looked, found, sample };
}

const said = ({ statements }: RowDraft, property: string): string | undefined =>
  statements.find((one) => one.property === property && one.value !== undefined)?.value;

function nameOf(row: RowDraft): string | undefined {
  const full = said(row, 'name.full');
  if (full !== undefined) return full;
  const parts = ['name.given', 'name.father', 'name.grandfather', 'name.family']
    .map((slot) => said(row, slot))
    .filter((part) => part !== undefined);
  return parts.length < 2 ? undefined : parts.join(' ');
}

const yearOf = (row: RowDraft): string => /\d{4}/.exec(said(row, 'birth.date') ?? '')?.[0] ?? '';

/** Rows that come new: those that the older version has were looked up when it came. */
export function rowsToLookUp({ taken, rows, version }: StagedList): readonly RowDraft[] {
  const fresh = version ? new Set(version.added) : undefined;
  const wanted = new Set(
    rows.flatMap(({ table, row, state }, place) =>
      state === 'staged' && (!fresh || fresh.has(place)) ? [`${table} ${row}`] : [],
    ),
  );
  return taken.content.tables.flatMap((table) =>
    table.rows.filter((row) => wanted.has(`${row.table} ${row.row}`)),
  );
}
