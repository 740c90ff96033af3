/**
 * Taking rows in one after the other: a made population is linked and indexed but for a few rows, and these come row by
 * row. Usage: node bench/linkage/insert.ts [rows] [plain|latin|mixed] [inserted] [folder] [seed]
 * With a folder the index is kept there, and taken from there the next time (`find-large.ts` uses the same).
 */
import { createPersonRegister, type LinkRow, openIndex } from '../../src/linkage/index.ts';
import { keptPeople } from './kept-people.ts';
import type { Scripts } from './many-people.ts';
import { COLUMNS, readIntoShared } from './people-file.ts';

const [rowsWanted = '1000000', scripts = 'plain', inserted = '5000', folder, seed = '1'] =
  process.argv.slice(2);
const people = await keptPeople({
  rows: Number(rowsWanted),
  scripts: scripts as Scripts,
  seed: Number(seed),
  folder,
});
const { truth, rowsOf, header } = people;
const opening = performance.now();
const register = createPersonRegister(openIndex(readIntoShared(people.indexFile).bytes));
process.stdout.write(`opened for taking in: ${(performance.now() - opening).toFixed(0)} ms\n`);
const times: number[] = [];
const spent: number[] = [];
let expected = 0;
let right = 0;
let wrong = 0;
let moved = 0;
for (const { person, cells } of people.held.slice(0, Number(inserted))) {
  const list = cells[0]!;
  const fields = Object.fromEntries(
    header.flatMap((name, at) => (at === 0 || !cells[at] ? [] : [[COLUMNS[name]!, cells[at]]])),
  ) as LinkRow['fields'];
  const cpu = process.threadCpuUsage();
  const started = performance.now();
  const placed = register.insert({ list, fields });
  times.push(performance.now() - started);
  const used = process.threadCpuUsage(cpu);
  spent.push((used.user + used.system) / 1000);
  moved += placed.moved.length;
  const together = register.rowsOf(placed.row).filter((row) => row < truth.length);
  if (rowsOf[person]! > 0) expected++;
  if (together.some((row) => truth[row] === person)) right++;
  if (together.some((row) => truth[row] !== person)) wrong++;
}
const at = (of: readonly number[], share: number): string =>
  of.toSorted((a, b) => a - b)[Math.floor(share * (of.length - 1))]!.toFixed(3);
process.stdout.write(
  `${times.length} rows taken into ${truth.length}: p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms, most ${at(times, 1)} ms; after the first 500: p99 ${at(times.slice(500), 0.99)} ms; ${(spent.reduce((sum, one) => sum + one, 0) / times.length).toFixed(3)} CPU-ms a row on average\n` +
    `${expected} have another row: ${right} placed with one, ${wrong} with a stranger; ${moved} other rows moved\n`,
);
people.done();
