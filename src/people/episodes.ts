import {
  type DetentionEpisode,
  dateBounds,
  type Property,
  parsePartialDate,
  type RecordId,
  type SourcedValue,
} from '../model/index.ts';
import type { Row } from './ground.ts';
import { sourced } from './listed-record.ts';

/** Days, as ISO text, between which something happened. */
interface Window {
  readonly first: string;
  readonly last: string;
}

/** What one record tells of custody. */
interface Told {
  readonly record: RecordId;
  readonly from?: SourcedValue;
  readonly during: readonly SourcedValue[];
  readonly places: readonly SourcedValue[];
  readonly to?: SourcedValue;
}

const windowOf = (value: SourcedValue): Window | undefined => {
  const date = parsePartialDate(value.value ?? '');
  return date && dateBounds(date);
};

function toldBy({ listed: { record } }: Row): Told | undefined {
  const values = (...properties: Property[]): SourcedValue[] =>
    record.statements
      .filter(({ property, written }) => properties.includes(property) && written.trim() !== '')
      .map((statement) => sourced(record, statement));
  const dated = (property: Property): SourcedValue[] =>
    values(property).filter((value) => windowOf(value) !== undefined);
  const [from] = dated('arrest.date');
  const [to] = dated('release.date');
  const places = values('place.detention');
  // a hospital is no place of custody unless the row says that somebody was held
  const during = from || to || places.length > 0 ? dated('seen.date') : [];
  if (!from && !to && places.length === 0) return undefined;
  return { record: record.id, ...(from ? { from } : {}), during, places, ...(to ? { to } : {}) };
}

/** Whether two windows may be one day. */
const meet = (a: Window | undefined, b: Window | undefined): boolean =>
  !a || !b || (a.first <= b.last && b.first <= a.last);

const sameEnd = (a: SourcedValue | undefined, b: SourcedValue | undefined): boolean =>
  !a || !b || meet(windowOf(a), windowOf(b));

/**
 * Records that may tell of one stay: their ends do not exclude each other, and they have a date in common or no date
 * at all. Two with nothing but a place each stay apart where the places are written differently.
 */
function oneStay(a: Told, b: Told): boolean {
  if (!sameEnd(a.from, b.from) || !sameEnd(a.to, b.to)) return false;
  if ((a.from && b.from) || (a.to && b.to)) return true;
  const written = ({ places }: Told): string[] => places.map(({ written: place }) => place.trim());
  return written(a).some((place) => written(b).includes(place));
}

function spanOf(told: readonly Told[]): { readonly earliest?: string; readonly latest?: string } {
  const starts = told.flatMap(({ from }) => (from ? (windowOf(from)?.first ?? []) : []));
  const ends = told.flatMap(({ to }) => (to ? (windowOf(to)?.last ?? []) : []));
  const [earliest] = starts.sort();
  const latest = ends.sort().at(-1);
  return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
}

/** The value given most precisely, the first of those. */
function sharpest(values: readonly (SourcedValue | undefined)[]): SourcedValue | undefined {
  const width = (value: SourcedValue): number => {
    const window = windowOf(value)!;
    return Date.parse(window.last) - Date.parse(window.first);
  };
  return values.filter((value) => value !== undefined).toSorted((a, b) => width(a) - width(b))[0];
}

/**
 * Stays in custody, arrest to release, put together from what records tell. Ends that are not given stay open; stays
 * that may have been at the same time are shown as such and none is chosen.
 */
export function episodesOf(rows: readonly Row[]): DetentionEpisode[] {
  const groups: Told[][] = [];
  for (const told of rows.flatMap((row) => toldBy(row) ?? [])) {
    const known = groups.find((group) => group.every((other) => oneStay(told, other)));
    if (known) known.push(told);
    else groups.push([told]);
  }
  const begun = (episode: { readonly earliest?: string; readonly latest?: string }): string =>
    episode.earliest ?? episode.latest ?? '9999';
  const spans = groups
    .map((told) => ({ told, ...spanOf(told) }))
    .sort((a, b) => begun(a).localeCompare(begun(b)));
  return spans.map(({ told, earliest, latest }, at) => {
    const from = sharpest(told.map((one) => one.from));
    const to = sharpest(told.map((one) => one.to));
    return {
      records: told.map(({ record }) => record),
      ...(from ? { from } : {}),
      during: told.flatMap(({ during }) => during),
      places: told.flatMap(({ places }) => places),
      ...(to ? { to } : {}),
      ...(earliest ? { earliest } : {}),
      ...(latest ? { latest } : {}),
      overlaps: spans.flatMap((other, place) => {
        const mayMeet =
          place !== at &&
          (earliest ?? '0') <= (other.latest ?? '9999') &&
          (other.earliest ?? '0') <= (latest ?? '9999');
        return mayMeet && (earliest || latest) && (other.earliest || other.latest) ? [place] : [];
      }),
    };
  });
}
