/**
 * How quickly the server answers about a hundred thousand invented persons: every filter, sorts, pages deep down, names
 * that are looked for, the review queue, the first answer after a decision, after 1,000 rows more, and after these were
 * withdrawn. CPU-milliseconds from request to the
 * whole answer, without a network: one thread does it all, and what else runs on the machine does not count.
 *
 *   node --max-old-space-size=8000 bench/people/hundred-thousand.ts [PERSONS] [FOLDER]
 *
 * PERSONS: default 100000, on about 130,000 rows. FOLDER: where the case is made,
 * and found again by the next run; by default it goes when the run ends.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase, openCase } from '../../src/ledger/index.ts';
import { FATES, type FindPage, type PeoplePage, type ReviewPage } from '../../src/model/index.ts';
import { createApp } from '../../src/server/app.ts';
import { deriveFrom } from '../../src/server/derivation.ts';
import { addInventedLists } from './invented-case.ts';

const ROUNDS = 5;
/** On about 1,000 rows. */
const MORE_PERSONS = 770;

const persons = Number(process.argv[2] ?? 100_000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'sanad-bench-'));
const made = existsSync(join(folder, 'sanad.json'));
const opened = made
  ? await openCase(folder)
  : await createCase(folder, { unsealed: true, name: 'أشخاص مختلَقون' });
if (!made) console.log(`${await addInventedLists(opened, persons)} rows made`);

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const before = { cpu: cpuSeconds(), wall: performance.now() };
const derivation = deriveFrom(opened);
const people = await derivation.people();
console.log(
  `${people.total} persons, worked out in ${(cpuSeconds() - before.cpu).toFixed(1)} CPU-s, ${((performance.now() - before.wall) / 1000).toFixed(1)} s; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
);

const app = createApp(
  { case: opened, derivation },
  { webRoot: folder, hostNames: [], log: (error) => console.error(error) },
);
const HOST = { host: '127.0.0.1', origin: 'http://127.0.0.1', 'content-type': 'application/json' };
async function ask<T>(path: string, body?: unknown): Promise<{ readonly data: T; readonly took: number }> {
  const start = cpuSeconds();
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await app.request(path, { ...init, headers: HOST });
  const text = await response.text();
  const took = (cpuSeconds() - start) * 1000;
  if (response.status !== 200) throw new Error(`${path}: ${text}`);
  return { data: JSON.parse(text) as T, took };
}

/** Filters come anew each time, by a year that differs, so that nothing is answered from what was asked before. */
let fresh = 0;
const page = (query: string): string => `/api/people?count=50&${query}&bornBefore=${2100 - (fresh++ % 60)}`;
const [first] = (await ask<PeoplePage>('/api/people?count=1')).data.persons;
const item = first!.records[0]!.item;
const asked: Readonly<Record<string, () => string>> = {
  'all, first page': () => '/api/people?count=50',
  'all, a page far down': () => `/api/people?count=50&from=${people.total - 200 - fresh++}`,
  ...Object.fromEntries(FATES.map((fate) => [`fate ${fate}`, () => page(`fate=${fate}`)])),
  'filter conflicts': () => page('filter=conflicts'),
  'filter possible': () => page('filter=possible'),
  'filter suggested': () => page('filter=suggested'),
  'filter several-lists': () => page('filter=several-lists'),
  'one list': () => page(`list=${item}`),
  place: () => page('place=%D8%B1'),
  'years of birth': () => `/api/people?count=50&bornAfter=${1940 + (fresh++ % 60)}&bornBefore=1999`,
  sex: () => page('sex=female'),
  script: () => page('script=both'),
  'conflict of fate': () => page('conflict=fate'),
  'everything at once': () => page(`list=${item}&place=%D8%A7&sex=male&script=arabic&fate=reported-detained`),
  'sorted by name': () => page('sort=name'),
  'sorted by birth': () => page('sort=born'),
  'sorted by records': () => page('sort=records'),
  'review queue': () => `/api/review?count=10&by=n${fresh++}`,
  'review queue, one list, across scripts': () =>
    `/api/review?count=10&script=across&list=${item}&by=n${fresh++}`,
  'review queue, fates that contradict': () => `/api/review?count=10&conflict=contradicts&by=n${fresh++}`,
};
const sample = (await ask<PeoplePage>(`/api/people?count=200&from=${Math.floor(people.total / 2)}`)).data
  .persons;
const names = sample.map(({ name }) => name).filter((name) => name.includes(' '));
let named = 0;
const nextName = (cut: (words: string[]) => string[]): string => {
  const words = names[named++ % names.length]!.split(/\s+/);
  return `/api/find?top=20&q=${encodeURIComponent(cut(words).join(' '))}`;
};
const finds: typeof asked = {
  'name as written': () => nextName((words) => words),
  'two words of it': () => nextName((words) => [words[0]!, words.at(-1)!]),
  'turned round': () => nextName((words) => words.toReversed()),
  'one word': () => nextName((words) => words.slice(0, 1)),
  'a letter missing': () =>
    nextName((words) => words.map((word) => (word.length > 3 ? word.slice(0, -1) : word))),
};

const quantile = (sorted: readonly number[], share: number): string =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1).padStart(8);
const all: number[] = [];
console.log(
  `${'CPU-milliseconds'.padEnd(42)}${['p50', 'p95', 'max'].map((word) => word.padStart(8)).join('')}`,
);
function tell(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`${what.padEnd(42)}${[0.5, 0.95, 1].map((share) => quantile(sorted, share)).join('')}`);
}
for (const [what, path] of Object.entries(asked)) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push((await ask(path())).took);
  all.push(...times);
  tell(what, times);
}
for (const [what, path] of Object.entries(finds)) {
  const times: number[] = [];
  for (let round = 0; round < 8 * ROUNDS; round++) times.push((await ask<FindPage>(path())).took);
  all.push(...times);
  tell(what, times);
}
const { pairs } = (await ask<ReviewPage>('/api/review?count=10&by=bench')).data;
const decisions: number[] = [];
const afterwards: number[] = [];
for (const [at, { a, b }] of pairs.entries()) {
  const judgement = at % 2 === 0 ? 'different' : 'unsure';
  decisions.push((await ask('/api/decisions/link', { a, b, judgement, by: 'bench' })).took);
  afterwards.push((await ask(page('fate=reported-released'))).took);
}
tell('a decision, answered', decisions);
tell('a filter, first after a decision', afterwards);
tell('all filters and names', all);

/** What a change of the rows costs until the first page after it is there; the linkage's threads are counted too. */
async function afterChange(what: string, change: () => Promise<void>): Promise<void> {
  await change();
  const start = { cpu: cpuSeconds(), wall: performance.now() };
  const shares: number[] = [];
  const watch = setInterval(() => shares.push(derivation.unfinished()[0]?.done ?? 0), 500);
  await ask(page('fate=reported-released'));
  clearInterval(watch);
  const wall = ((performance.now() - start.wall) / 1000).toFixed(1);
  const told = new Set(shares.map((share) => Math.floor(share * 100))).size;
  console.log(
    `${what}: ${(cpuSeconds() - start.cpu).toFixed(1)} CPU-s, ${wall} s until the page; ${told} shares told meanwhile`,
  );
}
const known = new Set(opened.items().map(({ id }) => id));
await afterChange('1,000 rows more', async () => {
  await addInventedLists(opened, MORE_PERSONS, Date.now());
});
await afterChange('withdrawn again', async () => {
  for (const { id } of opened.items())
    if (!known.has(id)) opened.decide({ kind: 'withdraw-item', item: id }, 'bench');
});
console.log(`over 300 ms: ${all.filter((time) => time > 300).length} of ${all.length}`);

opened.close();
if (!kept) rmSync(folder, { recursive: true, force: true });
