/**
 * Looking up in a register of a million rows and more: a half-remembered name of one row of a person, words left out,
 * shuffled, slipped, perhaps with a year; another row of that person is to be found among ten.
 * Usage: node bench/linkage/find-large.ts [rows] [plain|latin|mixed] [queries]
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildIndex,
  createFinder,
  type FindQuery,
  linkTable,
  openIndex,
  saveIndex,
} from '../../src/linkage/index.ts';
import { seededRandom } from './made-people.ts';
import { type Scripts, writePeople } from './many-people.ts';
import { COLUMNS, readIntoShared } from './people-file.ts';

const [rowsWanted = '1000000', scripts = 'latin', queries = '2000'] = process.argv.slice(2);
const file = join(tmpdir(), `sanad-find-${process.pid}.csv`);
const saved = `${file}.index`;
const truth = writePeople(file, Number(rowsWanted), { scripts: scripts as Scripts });
{
  const { bytes } = readIntoShared(file);
  const linked = await linkTable({ csv: bytes, columns: COLUMNS });
  const started = performance.now();
  const out = openSync(saved, 'w');
  for (const piece of saveIndex(buildIndex(linked)))
    for (let at = 0; at < piece.length; at += 1 << 28) writeSync(out, piece.subarray(at, at + (1 << 28)));
  closeSync(out);
  process.stdout.write(
    `index built and written in ${((performance.now() - started) / 1000).toFixed(1)} s, ${(statSync(saved).size / truth.length).toFixed(0)} bytes a row\n`,
  );
}
const started = performance.now();
const index = openIndex(readIntoShared(saved).bytes);
const find = createFinder(index);
process.stdout.write(`opened in ${(performance.now() - started).toFixed(0)} ms\n`);

const cells = readFileSync(file, 'utf8').split('\n');
cells.shift();
const rowsOf = new Map<number, number[]>();
truth.forEach((person, row) => {
  const own = rowsOf.get(person);
  if (own) own.push(row);
  else rowsOf.set(person, [row]);
});
const random = seededRandom(5);
let spent = 0;
const tallies = new Map<string, { asked: number; first: number; ten: number; times: number[] }>();
for (let asked = 0; asked < Number(queries); ) {
  const from = Math.floor(random() * truth.length);
  const others = rowsOf.get(truth[from]!)!.filter((row) => row !== from);
  if (others.length === 0) continue;
  const [, given, father, grandfather, family, mother, birth] = cells[from]!.split(',');
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
  const cpu = process.cpuUsage();
  const hits = find(query, 11).filter((hit) => hit.row !== from);
  const took = performance.now() - before;
  const used = process.cpuUsage(cpu);
  spent += (used.user + used.system) / 1000;
  const place = hits.slice(0, 10).findIndex((hit) => truth[hit.row] === truth[from]);
  for (const kind of [
    `${Math.min(words.length, 3)}${words.length > 2 ? ' or more' : ''} names${year ? ' and a year' : ''}`,
    'all',
  ]) {
    const tally = tallies.get(kind) ?? { asked: 0, first: 0, ten: 0, times: [] };
    tallies.set(kind, tally);
    tally.asked++;
    if (place === 0) tally.first++;
    if (place >= 0) tally.ten++;
    tally.times.push(took);
  }
}
const at = (times: readonly number[], share: number): string =>
  times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!.toFixed(2);
process.stdout.write(
  `${truth.length} rows, ${scripts}; ${(spent / Number(queries)).toFixed(2)} CPU-ms a query on average\n` +
    [...tallies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([kind, { asked, first, ten, times }]) =>
          `${kind}: ${asked} queries, recall@1 ${(first / asked).toFixed(3)}, recall@10 ${(ten / asked).toFixed(3)}; p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms\n`,
      )
      .join(''),
);
rmSync(file);
rmSync(saved);
