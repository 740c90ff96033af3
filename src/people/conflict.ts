import {
  dateBounds,
  isApproximate,
  type NameSlot,
  type PartialDate,
  type Property,
  parsePartialDate,
  type SourcedValue,
} from '../model/index.ts';
import { likenessOf, NEAR, prepareToken } from '../names/index.ts';
import { isDeath, type ReportedFate } from './fate.ts';
import { type ListedRecord, sourced } from './listed-record.ts';
import { once } from './once.ts';
import type { RowName, SlotPart } from './row-name.ts';

/** Values that cannot all be true of one person. Shown, never resolved by date. */
export interface Conflict {
  readonly property: string;
  readonly values: readonly SourcedValue[];
}

export interface RowForConflicts {
  readonly listed: ListedRecord;
  readonly name: RowName;
  readonly fates: readonly ReportedFate[];
}

/** Days, as ISO text, between which something happened. */
interface Dated {
  readonly first: string;
  readonly last: string;
  readonly source: SourcedValue;
}

const DATED_ALIVE: readonly Property[] = ['arrest.date', 'seen.date', 'admission.date', 'release.date'];
const COMPARED_SLOTS: readonly NameSlot[] = ['given', 'father', 'grandfather', 'family', 'mother'];

export function conflictsOf(rows: readonly RowForConflicts[], likeness: WordLikeness): Conflict[] {
  return [
    ...birthConflict(rows),
    ...sexConflict(rows),
    ...nameConflicts(rows, likeness),
    ...deathDateConflict(rows),
    ...fateConflict(rows),
  ];
}

const conflict = (property: string, values: readonly SourcedValue[]): Conflict[] =>
  values.length < 2 ? [] : [{ property, values }];

const meet = (a: Dated, b: Dated): boolean => a.first <= b.last && b.first <= a.last;

/** Those that some other one excludes. */
const excluded = (dates: readonly Dated[]): SourcedValue[] =>
  dates.filter((date) => dates.some((other) => !meet(date, other))).map((date) => date.source);

const shiftYears = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;

/** "About" is taken as two years either way. */
function bounds(date: PartialDate): { first: string; last: string } {
  const { first, last } = dateBounds(date);
  return isApproximate(date) ? { first: shiftYears(first, -2), last: shiftYears(last, 2) } : { first, last };
}

function datesOf(rows: readonly RowForConflicts[], property: Property): Dated[] {
  const dates: Dated[] = [];
  for (const { listed } of rows)
    for (const statement of listed.record.statements) {
      if (statement.property !== property) continue;
      const date = parsePartialDate(statement.value ?? '');
      if (date) dates.push({ ...bounds(date), source: sourced(listed.record, statement) });
    }
  return dates;
}

/** 1 January is how many registers write "in that year". */
const yearWide = (date: Dated): Dated =>
  date.first === date.last && date.first.endsWith('-01-01')
    ? { ...date, last: `${date.first.slice(0, 4)}-12-31` }
    : date;

/** Years of birth that are apart; an age counts from what its own row dates, and is held true to a year. */
function birthConflict(rows: readonly RowForConflicts[]): Conflict[] {
  const births = datesOf(rows, 'birth.date').map(yearWide);
  for (const row of rows) {
    const { record } = row.listed;
    const age = record.statements.find(({ property, value }) => property === 'age' && value !== undefined);
    const at = (['admission.date', 'release.date', 'death.date', 'arrest.date', 'date', 'seen.date'] as const)
      .flatMap((property) => datesOf([row], property))
      .at(0);
    if (!age || !at) continue;
    const years = Number(age.value!.replace('~', ''));
    if (!Number.isFinite(years)) continue;
    const slack = age.value!.startsWith('~') ? 4 : 1;
    births.push({
      first: shiftYears(at.first, -years - 1 - slack),
      last: shiftYears(at.last, -years + slack),
      source: sourced(record, age),
    });
  }
  return conflict('birth.date', excluded(births));
}

function sexConflict(rows: readonly RowForConflicts[]): Conflict[] {
  const values = rows.flatMap(({ listed: { record } }) =>
    record.statements
      .filter(({ property, value }) => property === 'sex' && (value === 'male' || value === 'female'))
      .map((statement) => sourced(record, statement)),
  );
  return new Set(values.map(({ value }) => value)).size > 1 ? conflict('sex', values) : [];
}

const deathDateConflict = (rows: readonly RowForConflicts[]): Conflict[] =>
  conflict('death.date', excluded(datesOf(rows, 'death.date')));

/** Released here and dead there; or alive somewhere on a day after the death. */
function fateConflict(rows: readonly RowForConflicts[]): Conflict[] {
  const fates = rows.flatMap((row) => row.fates);
  const released = fates.filter(({ fate }) => fate === 'reported-released').map(({ source }) => source);
  const dead = fates.filter(({ fate }) => isDeath(fate)).map(({ source }) => source);
  const values = new Set<SourcedValue>();
  if (released.length > 0 && dead.length > 0) for (const value of [...released, ...dead]) values.add(value);

  const known = (source: SourcedValue): boolean =>
    [...values].some((value) => value.statement === source.statement);
  const alive = DATED_ALIVE.flatMap((property) => datesOf(rows, property));
  for (const death of datesOf(rows, 'death.date'))
    for (const day of alive)
      if (day.first > death.last)
        for (const { source } of [death, day]) if (!known(source)) values.add(source);
  return conflict('fate', [...values]);
}

/** Parts of the name in which two rows share no word, in any spelling or script. */
function nameConflicts(rows: readonly RowForConflicts[], likeness: WordLikeness): Conflict[] {
  if (rows.length < 2) return [];
  return COMPARED_SLOTS.flatMap((slot) => {
    const held = rows.flatMap((row) =>
      row.name.parts.filter((part) => part.slot === slot).map((part) => ({ row, part })),
    );
    const apart = held.filter(({ row, part }) =>
      held.some(
        (other) =>
          other.row !== row &&
          contradicts(part, other.row.name.parts, likeness) &&
          contradicts(other.part, row.name.parts, likeness),
      ),
    );
    return conflict(
      `name.${slot}`,
      apart.map(({ row, part }) => ({
        ...sourced(row.listed.record, part.statement),
        written: part.written,
      })),
    );
  });
}

/** Whether another row gives this part's slot and nothing like it, in any slot where either may stand. */
function contradicts(part: SlotPart, others: readonly SlotPart[], likeness: WordLikeness): boolean {
  const slots = [part.slot, ...part.orElse];
  const candidates = others.filter(
    (other) => slots.includes(other.slot) || other.orElse.some((slot) => slots.includes(slot)),
  );
  return (
    candidates.some((other) => other.slot === part.slot) &&
    candidates.every((other) => !shareAWord(part.tokens, other.tokens, likeness, leastLikeness(part.slot)))
  );
}

/**
 * Below this two words are two names. Brothers are told apart by their given names alone, often near ones (حسن and
 * حسين), so these are held to more.
 */
const leastLikeness = (slot: NameSlot): number => (slot === 'given' ? NEAR : 0.5);

/** How like two words are, remembered: the same few hundred names come again and again. */
export type WordLikeness = (a: string, b: string) => number;

export function wordLikeness(): WordLikeness {
  const prepared = once(prepareToken);
  const pairs = once((pair: string) => {
    const [a, b] = pair.split(' ') as [string, string];
    return likenessOf(prepared(a), prepared(b));
  });
  return (a, b) => (a === b ? 1 : pairs(a < b ? `${a} ${b}` : `${b} ${a}`));
}

/** Taken whole, or word by word: عبدالرحمن is عبد الرحمن. An initial tells too little to contradict. */
function shareAWord(
  a: readonly string[],
  b: readonly string[],
  likeness: WordLikeness,
  least: number,
): boolean {
  const [some, others] = [a, b].map((tokens) => {
    const told = tokens.filter((token) => token.length > 1);
    return told.length > 1 ? [...told, told.join('')] : told;
  }) as [string[], string[]];
  return (
    some.length === 0 ||
    others.length === 0 ||
    some.some((one) => others.some((other) => likeness(one, other) >= least))
  );
}
