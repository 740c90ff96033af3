/**
 * Looking up in a register of a million rows and more: a half-remembered name of one row of a person, words left out,
 * shuffled, slipped, perhaps with a year; another row of that person is to be found among ten.
 * Usage: node bench/linkage/find-large.ts [rows] [plain|latin|mixed] [queries] [folder] [seed]
 * With a folder the index is kept there, and taken from there the next time (`insert.ts` uses the same).
 */
import { createFinder, type FindQuery, openIndex } from '../../src/linkage/index.ts';
import { keptPeople } from './kept-people.ts';
import { seededRandom } from './made-people.ts';
import type { Scripts } from './many-people.ts';
import { readIntoShared } from './people-file.ts';

const [rowsWanted = '1000000', scripts = 'latin', queries = '2000', folder, seed = '1'] =
  process.argv.slice(2);
const people = await keptPeople({
  rows: Number(rowsWanted),
  scripts: scripts as Scripts,
  seed: Number(seed),
  folder,
});
const { truth, rowsOf } = people;
const started = performance.now();
const { bytes } = readIntoShared(people.indexFile);
const read = performance.now();
const find = createFinder(openIndex(bytes));
const opened = performance.now();
find('Samer Zaytoun 1976', 10);
process.stdout.write(
  `opened in ${(opened - started).toFixed(0)} ms, ${(read - started).toFixed(0)} of them reading ${(bytes.length / truth.length).toFixed(0)} bytes a row; first answer ${(performance.now() - opened).toFixed(0)} ms\n`,
);

const random = seededRandom(5);
interface Tally {
  asked: number;
  first: number;
  ten: number;
  /** Milliseconds by the clock. */
  readonly times: number[];
  /** Milliseconds of this thread's work. */
  worked: number;
}
const tallies = new Map<string, Tally>();
let asked = 0;
for (const { row: from, cells } of people.asked) {
  if (asked === Number(queries)) break;
  if (rowsOf[truth[from]!]! < 2) continue;
  const [, given, father, grandfather, family, mother, birth] = cells;
  const words = [
    given,
    father,
    random() < 0.3 ? grandfather : '',
    family,
    random() < 0.2 ? mother : '',
  ].filter((word) => word && random() < 0.9) as string[];
  if (words.length === 0) continue;
  asked++;
  const shuffled = random() < 0.3 ? words.toReversed() : words;
  const year = birth && random() < 0.6 ? Number(birth.slice(0, 4)) : undefined;
  const query: FindQuery = { name: shuffled.join(' '), ...(year ? { birthYear: year } : {}) };
  const before = performance.now();
  const cpu = process.threadCpuUsage();
  const hits = find(query, 11).filter((hit) => hit.row !== from);
  const used = process.threadCpuUsage(cpu);
  const took = performance.now() - before;
  const place = hits.slice(0, 10).findIndex((hit) => truth[hit.row] === truth[from]);
  for (const kind of [
    `${Math.min(words.length, 3)}${words.length > 2 ? ' or more' : ''} names${year ? ' and a year' : ''}`,
    'all',
  ]) {
    const tally = tallies.get(kind) ?? { asked: 0, first: 0, ten: 0, times: [], worked: 0 };
    tallies.set(kind, tally);
    tally.asked++;
    if (place === 0) tally.first++;
    if (place >= 0) tally.ten++;
    tally.times.push(took);
    tally.worked += (used.user + used.system) / 1000;
  }
}
const at = (times: readonly number[], share: number): string =>
  times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!.toFixed(2);
process.stdout.write(
  `${truth.length} rows, ${scripts}\n` +
    [...tallies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([kind, { asked, first, ten, times, worked }]) =>
          `${kind}: ${asked} queries, recall@1 ${(first / asked).toFixed(3)}, recall@10 ${(ten / asked).toFixed(3)}; p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms; ${(worked / asked).toFixed(2)} ms of CPU on average\n`,
      )
      .join(''),
);
people.done();
