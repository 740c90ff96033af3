/**
 * Taking rows in one after the other: of a made population most rows are linked and saved as an index, the rest comes
 * row by row. Usage: node bench/linkage/insert.ts [rows] [plain|latin|mixed] [inserted]
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex, createPersonRegister, type LinkRow, linkTable } from '../../src/linkage/index.ts';
import { seededRandom } from './made-people.ts';
import { type Scripts, writePeople } from './many-people.ts';
import { COLUMNS } from './people-file.ts';

const [rowsWanted = '1000000', scripts = 'plain', insertedWanted = '5000'] = process.argv.slice(2);
const file = join(tmpdir(), `sanad-insert-${process.pid}.csv`);
const truth = writePeople(file, Number(rowsWanted), { scripts: scripts as Scripts });
const random = seededRandom(9);
const held = new Set<number>();
while (held.size < Number(insertedWanted)) held.add(Math.floor(random() * truth.length));
const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
rmSync(file);
const text = [header, ...lines.filter((_, row) => !held.has(row)), ''].join('\n');
const bytes = new Uint8Array(new SharedArrayBuffer(Buffer.byteLength(text)));
bytes.set(Buffer.from(text));
const personOfRow = [...truth].filter((_, row) => !held.has(row));
const register = createPersonRegister(buildIndex(await linkTable({ csv: bytes, columns: COLUMNS })));
const names = header!.split(',');
const rowsOf = new Map<number, number[]>();
personOfRow.forEach((person, row) => {
  const own = rowsOf.get(person);
  if (own) own.push(row);
  else rowsOf.set(person, [row]);
});
const times: number[] = [];
const cpu = process.cpuUsage();
let expected = 0;
let right = 0;
let wrong = 0;
let moved = 0;
for (const from of held) {
  const cells = lines[from]!.split(',');
  const list = cells[0]!;
  const fields = Object.fromEntries(
    names.flatMap((name, at) => (at === 0 || !cells[at] ? [] : [[COLUMNS[name]!, cells[at]]])),
  ) as LinkRow['fields'];
  const started = performance.now();
  const placed = register.insert({ list, fields });
  times.push(performance.now() - started);
  moved += placed.moved.length;
  const others = rowsOf.get(truth[from]!) ?? [];
  const together = new Set(register.rowsOf(placed.row).filter((row) => row !== placed.row));
  if (others.length > 0) expected++;
  if (others.some((row) => together.has(row))) right++;
  if ([...together].some((row) => row < personOfRow.length && !others.includes(row))) wrong++;
}
const used = process.cpuUsage(cpu);
times.sort((a, b) => a - b);
const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(3);
process.stdout.write(
  `${times.length} rows taken into ${personOfRow.length}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${((used.user + used.system) / 1000 / times.length).toFixed(3)} CPU-ms a row on average\n` +
    `${expected} have another row: ${right} placed with one, ${wrong} with a stranger; ${moved} other rows moved\n`,
);
