import { type ClaimsOfCase, tellingClaims } from '../claims/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  datePrecision,
  type Item,
  type Overview,
  type PartialDate,
  type Property,
  parsePartialDate,
  standInsOf,
  standingDecisions,
} from '../model/index.ts';
import type { People } from '../people/index.ts';
import { summaryOf } from './item-views.ts';

const TELLING = 6;
const NEWEST = 8;
/** Days of one list and one kind of event that stand on the line of time: its busiest. */
const BUSIEST_DAYS = 3;
const EVENTS: readonly Property[] = [
  'arrest.date',
  'seen.date',
  'admission.date',
  'release.date',
  'death.date',
];

export function overviewOf(
  opened: Case,
  people: People | undefined,
  claims: ClaimsOfCase | undefined,
  deriving: Overview['deriving'],
): Overview {
  const items = opened.items();
  const counting = items.filter((item) => !opened.withdrawn(item.id));
  const ofKind = (kind: Item['content']['kind']): Item[] =>
    counting.filter((item) => item.content.kind === kind);
  const { entries, rootHash } = opened.head();
  return {
    name: opened.name,
    sealed: opened.sealed,
    counts: {
      reports: ofKind('report').length,
      lists: ofKind('list').length,
      unread: ofKind('unread').length,
      rows:
        ofKind('list').reduce((sum, item) => sum + item.records - (item.imported?.leftOut ?? 0), 0) -
        standInsOf(standingDecisions(opened.decisions()), (item) => !opened.withdrawn(item)).size,
      persons: people?.total ?? 0,
      claims: claims?.claims.length ?? 0,
    },
    attention: {
      possibleLinks: people?.attention.possibleLinks ?? 0,
      contradictedClaims:
        claims?.claims.filter(({ verification }) => verification === 'contradicted').length ?? 0,
      conflictedPersons: people?.attention.conflictedPersons ?? 0,
      problems: counting.reduce((sum, item) => sum + item.problems.length, 0),
    },
    tellingClaims: claims ? tellingClaims(claims.claims, TELLING) : [],
    newest: items
      .toReversed()
      .slice(0, NEWEST)
      .map((item) => summaryOf(opened, item)),
    timeline: timelineOf(opened, counting),
    ledger: { entries, rootHash },
    deriving,
  };
}

function timelineOf(opened: Case, items: readonly Item[]): Overview['timeline'] {
  const line: Overview['timeline'] = [];
  for (const item of items) {
    if (item.content.kind === 'report' && item.content.published)
      line.push({
        at: item.content.published,
        kind: 'report',
        label: item.content.title ?? item.file,
        item: item.id,
      });
    if (item.content.kind === 'list')
      for (const { property, day, count } of busiestDays(opened, item))
        line.push({ at: day, kind: 'list', label: item.file, property, count, item: item.id });
  }
  for (const decision of opened.decisions())
    line.push({ at: decision.at, kind: 'decision', label: decision.by });
  return line.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

interface BusyDay {
  readonly property: Property;
  readonly day: PartialDate;
  readonly count: number;
}

/** Items never change, so neither do their days. */
const daysOf = new WeakMap<Case, Map<string, readonly BusyDay[]>>();

function busiestDays(opened: Case, item: Item): readonly BusyDay[] {
  const known = daysOf.get(opened) ?? new Map<string, readonly BusyDay[]>();
  daysOf.set(opened, known);
  let days = known.get(item.id);
  if (!days) {
    days = countDays(opened, item);
    known.set(item.id, days);
  }
  return days;
}

function countDays(opened: Case, item: Item): BusyDay[] {
  const counts = new Map<Property, Map<PartialDate, number>>();
  for (const record of opened.itemRecords(item.id)) {
    if (record.kind !== 'row') continue;
    for (const { property, value } of record.statements) {
      const day = EVENTS.includes(property) ? parsePartialDate(value ?? '') : undefined;
      if (day === undefined || datePrecision(day) !== 'day') continue;
      const days = counts.get(property) ?? new Map<PartialDate, number>();
      counts.set(property, days.set(day, (days.get(day) ?? 0) + 1));
    }
  }
  return [...counts].flatMap(([property, days]) =>
    [...days]
      .filter(([, count]) => count > 1)
      .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
      .slice(0, BUSIEST_DAYS)
      .map(([day, count]) => ({ property, day, count })),
  );
}
