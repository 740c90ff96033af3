import type { Property } from '../model/index.ts';
import { cleanValue, plainDigits } from './clean-value.ts';

/** One version of a list: what is needed to tell its rows from another's. */
export interface ListVersion {
  readonly columns: readonly { readonly header: string; readonly property: Property }[];
  readonly rows: readonly VersionRow[];
}
export interface VersionRow {
  /** The caller's own; given back. */
  readonly key: number;
  readonly cells: readonly string[];
}

export interface VersionComparison {
  readonly same: readonly RowPair[];
  readonly changed: readonly ChangedRow[];
  /** Keys of rows that only the newer version has. */
  readonly added: readonly number[];
  /** Keys of rows that only the older version has. */
  readonly gone: readonly number[];
  /** Headers that only one of the two has. */
  readonly columns: { readonly added: readonly string[]; readonly gone: readonly string[] };
}
export interface RowPair {
  readonly older: number;
  readonly newer: number;
}
export interface ChangedRow extends RowPair {
  readonly cells: readonly { readonly header: string; readonly was: string; readonly is: string }[];
}

/** A column as both versions have it. */
interface Shared {
  readonly header: string;
  readonly property: Property;
  readonly older: number;
  readonly newer: number;
}

const headerKey = (header: string): string => foldText(header);

/** The columns that both have, under the same header; running numbers tell nothing. */
function sharedColumns(older: ListVersion, newer: ListVersion): Shared[] {
  const at = new Map(older.columns.map(({ header }, column) => [headerKey(header), column]));
  return newer.columns.flatMap(({ header, property }, column): Shared[] => {
    const before = at.get(headerKey(header));
    if (before === undefined) return [];
    const ignored = property === 'ignore' || older.columns[before]!.property === 'ignore';
    return ignored ? [] : [{ header, property, older: before, newer: column }];
  });
}

/** Share of the columns of the smaller table that both have, 0 to 1. */
export function sharedHeaders(older: ListVersion['columns'], newer: ListVersion['columns']): number {
  const known = new Set(older.map(({ header }) => headerKey(header)));
  const shared = newer.filter(({ header }) => known.has(headerKey(header))).length;
  return shared / Math.max(1, Math.min(older.length, newer.length));
}

/**
 * What became of each row from one version of a list to the next. Rows that say the same in all shared columns are the
 * same row, in the order in which they stand. Of the rest a row is a changed one only where an identifier or the whole
 * name leads to exactly one row, or where all else agrees and the name is one slip away; brothers on one list are never
 * taken for one man who changed. Whatever is not sure is a row that went and a row that came.
 */
export function compareVersions(older: ListVersion, newer: ListVersion): VersionComparison {
  const shared = sharedColumns(older, newer);
  const before = older.rows.map((row) => folded(row, shared, 'older'));
  const after = newer.rows.map((row) => folded(row, shared, 'newer'));
  const known = new Set(older.columns.map(({ header }) => headerKey(header)));
  const extra = newer.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ header, property }) => property !== 'ignore' && !known.has(headerKey(header)));
  const same: RowPair[] = [];
  const changed: ChangedRow[] = [];

  const pair = (old: Folded, now: Folded): void => {
    old.paired = true;
    now.paired = true;
    const rows = { older: old.row.key, newer: now.row.key };
    const cells = [
      ...shared.flatMap(({ header, older: was, newer: is }, at) =>
        old.values[at] === now.values[at]
          ? []
          : [{ header, was: old.row.cells[was] ?? '', is: now.row.cells[is] ?? '' }],
      ),
      ...extra.flatMap(({ header, at }) => {
        const is = now.row.cells[at] ?? '';
        return is.trim() === '' ? [] : [{ header, was: '', is }];
      }),
    ];
    if (cells.length === 0) same.push(rows);
    else changed.push({ ...rows, cells });
  };
  const meet = (
    keyOf: (row: Folded) => string | undefined,
    among: 'in-order' | 'only-one',
    fits: (old: Folded, now: Folded) => boolean = () => true,
  ): void => {
    const waiting = grouped(before, keyOf);
    for (const [key, comers] of grouped(after, keyOf)) {
      const there = waiting.get(key) ?? [];
      if (among === 'only-one' && (there.length !== 1 || comers.length !== 1)) continue;
      for (const [at, now] of comers.entries()) if (there[at] && fits(there[at], now)) pair(there[at], now);
    }
  };

  const slots = (which: (property: Property) => boolean): number[] =>
    shared.flatMap(({ property }, at) => (which(property) ? [at] : []));
  const ids = slots((property) => property === 'id');
  const names = slots((property) => property.startsWith('name.'));
  const others = slots((property) => !property.startsWith('name.') && property !== 'id');
  const joined = (at: readonly number[]) => (row: Folded) =>
    at.some((one) => row.values[one] !== '') ? at.map((one) => row.values[one]).join('\u0000') : undefined;

  const slips = slipsOf([...before, ...after], names);

  meet(joined(shared.map((_, at) => at)), 'in-order');
  for (const id of ids)
    meet(
      joined([id]),
      'only-one',
      (old, now) => alike(old, now, names, slips) || mostlyAgree(old, now, others, 0.5),
    );
  meet(joined(names), 'only-one', (old, now) => mostlyAgree(old, now, [...others, ...ids], 0.5));
  const alone = [before, after].map((side) => grouped(side, joined(others), 'all'));
  const soleIn = (key: string): boolean => alone.every((side) => side.get(key)?.length === 1);
  meet(
    joined(others),
    'only-one',
    (old, now) =>
      filled(now, others) >= 2 && soleIn(joined(others)(now) ?? '') && alike(old, now, names, slips),
  );
  // Namesakes: of those of one name, the one with which all but one value agrees.
  for (const at of [...others, ...ids]) {
    const rest = [...names, ...others, ...ids].filter((one) => one !== at);
    meet(joined(rest), 'only-one', (_, now) => filled(now, rest) >= 3);
  }

  const only = (side: readonly Folded[]): number[] =>
    side.filter(({ paired }) => !paired).map(({ row }) => row.key);
  const lacking = (one: ListVersion['columns'], other: ListVersion['columns']): string[] => {
    const known = new Set(other.map(({ header }) => headerKey(header)));
    return one.map(({ header }) => header).filter((header) => !known.has(headerKey(header)));
  };
  return {
    same: same.sort((a, b) => a.newer - b.newer),
    changed: changed.sort((a, b) => a.newer - b.newer),
    added: only(after),
    gone: only(before),
    columns: { added: lacking(newer.columns, older.columns), gone: lacking(older.columns, newer.columns) },
  };
}

interface Folded {
  readonly row: VersionRow;
  /** By shared column. */
  readonly values: readonly string[];
  paired: boolean;
}

const folded = (row: VersionRow, shared: readonly Shared[], side: 'older' | 'newer'): Folded => ({
  row,
  values: shared.map((column) => plainDigits(cleanValue(row.cells[column[side]] ?? '').text).trim()),
  paired: false,
});

function grouped(
  rows: readonly Folded[],
  keyOf: (row: Folded) => string | undefined,
  which: 'unpaired' | 'all' = 'unpaired',
): Map<string, Folded[]> {
  const groups = new Map<string, Folded[]>();
  for (const row of rows) {
    const key = row.paired && which === 'unpaired' ? undefined : keyOf(row);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const filled = (row: Folded, at: readonly number[]): number =>
  at.filter((one) => row.values[one] !== '').length;

/** Of the values that both give, such a share is equal; where neither of them gives anything there is nothing against. */
function mostlyAgree(old: Folded, now: Folded, at: readonly number[], share: number): boolean {
  const both = at.filter((one) => old.values[one] !== '' && now.values[one] !== '');
  const agreeing = both.filter((one) => old.values[one] === now.values[one]).length;
  return both.length === 0 || agreeing >= both.length * share;
}

/** Whether one word may be a slip for the other. */
type Slips = (one: string, other: string) => boolean;

/** Words that both stand on other rows too are two names, however near they are: محمد is not a slip for محمود. */
function slipsOf(rows: readonly Folded[], names: readonly number[]): Slips {
  const known = new Map<string, number>();
  for (const row of rows)
    for (const word of new Set(names.flatMap((at) => foldText(row.values[at]!).split(' '))))
      known.set(word, (known.get(word) ?? 0) + 1);
  const common = (word: string): boolean => (known.get(word) ?? 0) > 2;
  return (one, other) => one === other || (oneSlip(one, other) && !(common(one) && common(other)));
}

/** Every part of the name is equal or one slip away. */
function alike(old: Folded, now: Folded, names: readonly number[], slips: Slips): boolean {
  if (names.length === 0) return false;
  return names.every((at) => {
    const [one, other] = [foldText(old.values[at]!), foldText(now.values[at]!)];
    if (one === other || one === '' || other === '') return true;
    const [a, b] = [one.split(' '), other.split(' ')];
    return a.length === b.length && a.every((word, place) => slips(word, b[place]!));
  });
}

/** The letters that lists write for one another, without marks: for telling rows of one list apart, not persons. */
const foldText = (text: string): string =>
  cleanValue(text)
    .text.toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/\s+/g, ' ')
    .trim();

/** Equal, or one letter more, less, other, or two neighbours changed about, in words long enough that it is no other name. */
function oneSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  return (
    a.slice(1) === b.slice(1) ||
    a === b.slice(1) ||
    a.slice(1) === b ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
