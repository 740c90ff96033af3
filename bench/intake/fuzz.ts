/**
 * Mutates the example's files (and the shared lists and reports, where they are present), and PDFs made by hand for one
 * in twenty-five, and reads what comes out: no exception, no reading of more than five CPU-seconds, every outcome rows, a layer or a named reason.
 *
 *     node bench/intake/fuzz.ts [mutations, default 10000] [first seed, default 1]
 *
 * Ends with exit code 1 and the seed of the first failure, if there is one.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readItem } from '../../src/intake/index.ts';
import { registerLike } from '../../src/intake/trial/made-files.ts';
import { madePdfTable } from '../../src/intake/trial/made-pdf.ts';
import { mutated, seeded } from '../../src/intake/trial/mutations.ts';
import { unsound } from '../../src/intake/trial/sound-result.ts';

const mutations = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const root = resolve(import.meta.dirname, '../..');

const filesOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
const files = [
  ...filesOf(join(root, 'examples/qalaat-al-rih/lists')),
  ...filesOf(join(root, 'examples/qalaat-al-rih/reports')),
  ...filesOf(join(root, '../shared/data/lists')),
  ...filesOf(join(root, '../shared/data/reports')).filter((file) => file.endsWith('.txt')),
]
  .filter((file) => statSync(file).size < 60_000)
  .map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }));

// Each is read on a thread of its own, which costs more than the reading: fewer of them.
const pdfs = [3, 40].map((rows) => ({ name: `made-${rows}.pdf`, bytes: madePdfTable(registerLike(rows)) }));

const outcomes = new Map<string, number>();
const begun = process.cpuUsage();
let slowest = 0;
let highest = 0;

for (let seed = first; seed < first + mutations; seed++) {
  const random = seeded(seed);
  const from = seed % 25 === 0 ? pdfs : files;
  const file = from[Math.floor(random() * from.length)]!;
  const other = files[Math.floor(random() * files.length)]!;
  const bytes = mutated(file.bytes, other.bytes, random);
  const started = process.cpuUsage();
  try {
    const result = await readItem(file.name, bytes);
    const fault = unsound(result, bytes.length);
    const spent = process.cpuUsage(started);
    const took = (spent.user + spent.system) / 1000;
    if (fault !== undefined || took > 5_000) throw new Error(fault ?? `${Math.round(took)} CPU ms`);
    slowest = Math.max(slowest, took);
    const outcome =
      result.content.kind === 'refused' || result.content.kind === 'unread'
        ? `${result.content.kind} ${result.problems.at(-1)!.code}`
        : result.content.kind;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    console.error(`seed ${seed}, ${file.name}: ${error instanceof Error ? error.stack : error}`);
    process.exit(1);
  }
  if (seed % 250 === 0) highest = Math.max(highest, process.memoryUsage().rss);
}

const { user, system } = process.cpuUsage(begun);
console.log(`${mutations} mutations of ${files.length} files, ${((user + system) / 1e6).toFixed(1)} CPU s`);
console.log(`slowest ${Math.round(slowest)} CPU ms, memory at most ${Math.round(highest / 1e6)} MB`);
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(7)} ${outcome}`);
