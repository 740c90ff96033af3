/**
 * New rows against all open requests: of a made population some are sought by their families, some stand on lists that
 * come in; brothers, cousins and namesakes among them. What it costs, how many of the sought who are on a list are
 * shown to the desk, and how many hits the desk has to look at. Usage: node bench/requests/watch.ts [requests] [rows]
 */
import { type LinkRow, linkRows } from '../../src/linkage/index.ts';
import type { Property } from '../../src/model/index.ts';
import { compareEach, type Hit, LEAST_SHOWN, registerOf } from '../../src/requests/watch.ts';
import { makePeople, seededRandom } from '../linkage/made-people.ts';
import { costOf } from '../linkage/measure.ts';
import { freedRow, registerRow, requestRow } from './made-rows.ts';

const [requestsWanted = 10_000, rowsWanted = 10_000] = process.argv.slice(2).map(Number);
const random = seededRandom(17);
const people = makePeople(Math.round((requestsWanted + rowsWanted) * 0.85), 5);

const personOf = new Map<string, string>();
const keyed = (
  key: string,
  list: string,
  person: string,
  fields: Partial<Record<Property, string>>,
): LinkRow => {
  personOf.set(key, person);
  return { key, list, fields };
};
const mixed = people
  .map((person) => ({ person, at: random() }))
  .sort((a, b) => a.at - b.at)
  .map(({ person }) => person);
const requests = mixed
  .slice(0, requestsWanted)
  .map((person, at) => keyed(`q${at}`, 'requests', person.id, requestRow(person, random)));
const rows = mixed
  .slice(-rowsWanted)
  .map((person, at) =>
    at % 2 === 0
      ? keyed(`a${at}`, 'register', person.id, registerRow(person, random))
      : keyed(`b${at}`, 'freed', person.id, freedRow(person, random)),
  );

// The case has learned from what it held before: other people on the same kinds of lists.
const earlier = makePeople(2500, 91).flatMap((person, at): LinkRow[] => [
  { key: `e${at}a`, list: 'register', fields: registerRow(person, random) },
  { key: `e${at}b`, list: 'freed', fields: freedRow(person, random) },
]);
const { model } = linkRows(earlier);

const { result: register, cost: building } = costOf(() => registerOf(requests, model));
const { result: hits, cost: asking } = costOf(() =>
  [...compareEach(rows, register, model, 'rows-ask')].flat(),
);

const sought = new Map(requests.map(({ key }) => [personOf.get(key)!, key]));
const onBoth = rows.filter(({ key }) => sought.has(personOf.get(key)!));
const right = new Set(
  hits
    .filter(({ request, record }) => personOf.get(request) === personOf.get(record))
    .map(({ record }) => record),
);
const byList = (name: string): string => {
  const own = onBoth.filter(({ list }) => list === name);
  return `${own.filter(({ key }) => right.has(key)).length} of ${own.length}`;
};
const first = new Map<string, Hit>();
for (const hit of hits) {
  const best = first.get(hit.record);
  if (!best || hit.probability > best.probability) first.set(hit.record, hit);
}
const bestRight = [...first.values()].filter(
  ({ request, record }) => personOf.get(request) === personOf.get(record),
);
process.stdout.write(
  `${requests.length} requests, ${rows.length} new rows, ${onBoth.length} rows of people who are sought\n` +
    `register of the requests: ${building.cpuSeconds.toFixed(1)} CPU-s; comparing: ${asking.cpuSeconds.toFixed(1)} CPU-s (${((asking.cpuSeconds * 1000) / rows.length).toFixed(2)} CPU-ms a row), ${Math.round(asking.peakMegabytes)} MB\n` +
    `shown from ${LEAST_SHOWN}: recall ${(right.size / onBoth.length).toFixed(3)} (register, Arabic: ${byList('register')}; freed, Latin: ${byList('freed')}); best hit of its row: ${bestRight.length}\n` +
    `hits to look at: ${hits.length}, ${(hits.length / onBoth.length).toFixed(2)} for each row of somebody sought; ${hits.length - hits.filter(({ request, record }) => personOf.get(request) === personOf.get(record)).length} of somebody else\n`,
);
for (const least of [0.05, 0.1, 0.2, 0.5]) {
  const kept = hits.filter(({ probability }) => probability >= least);
  const found = new Set(
    kept
      .filter(({ request, record }) => personOf.get(request) === personOf.get(record))
      .map(({ record }) => record),
  );
  process.stdout.write(
    `  from ${least}: recall ${(found.size / onBoth.length).toFixed(3)}, ${kept.length} hits, ${kept.length - kept.filter(({ request, record }) => personOf.get(request) === personOf.get(record)).length} of somebody else\n`,
  );
}
