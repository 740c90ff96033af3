/**
 * What it costs to work out the people of a case, in CPU-seconds, linkage apart.
 *
 *   node bench/people/derive.ts [ROWS]     ROWS: about how many, default 10000
 *
 * Four lists about invented people, each person on one to four of them, spelled alike.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readItem } from '../../src/intake/index.ts';
import { createCase } from '../../src/ledger/index.ts';
import { peopleOf } from '../../src/people/index.ts';

const GIVEN = ['أحمد', 'محمد', 'سمير', 'ليلى', 'نضال', 'رنا', 'حازم', 'إياد', 'غسان', 'سلمى', 'وائل', 'فراس'];
const FATHER = ['خالد', 'محمود', 'ياسر', 'كنان', 'رامي', 'سامر', 'فارس', 'ماهر', 'يوسف', 'عمر'];
const FAMILY = [
  'زهرين',
  'وردان',
  'الدالي',
  'حلاق',
  'درويش',
  'شاهين',
  'طنوس',
  'رزوق',
  'عرفات',
  'غنوم',
  'معروف',
];
const LISTS = 4;

const rows = Number(process.argv[2] ?? 10_000);
const persons = Math.ceil(rows / 2.5);
const lists: string[][] = Array.from({ length: LISTS }, () => []);
for (let person = 0; person < persons; person++) {
  const pick = (from: readonly string[], salt: number): string => from[mixed(person, salt) % from.length]!;
  const family = `${pick(FAMILY, 1)} ${pick(FAMILY, 2)}`;
  const born = `${1 + (mixed(person, 3) % 28)}/${1 + (mixed(person, 4) % 12)}/${1940 + (mixed(person, 5) % 60)}`;
  const cells = [pick(GIVEN, 6), pick(FATHER, 7), family, born];
  for (let list = 0; list <= person % LISTS; list++) lists[list]!.push(cells.join(','));
}

/** The same for each run, and unrelated from one salt to the next: the finaliser of MurmurHash3. */
function mixed(person: number, salt: number): number {
  let hash = person * 8 + salt;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
const opened = await createCase(join(folder, 'case'), { unsealed: true });
for (const [at, lines] of lists.entries()) {
  const dates = ['تاريخ التوقيف', 'تاريخ الإفراج', 'تاريخ الدخول', 'تاريخ الوفاة'];
  const text = [
    `الاسم,اسم الأب,النسبة,تاريخ الولادة,${dates[at]}`,
    ...lines.map((line) => `${line},08/12/2024`),
  ].join('\n');
  const file = `list-${at + 1}.csv`;
  const bytes = new TextEncoder().encode(text);
  const { mediaType, content, problems } = await readItem(file, bytes);
  if (content.kind !== 'list') throw new Error(content.kind);
  opened.addItem({
    file,
    path: file,
    bytes,
    mediaType,
    receivedBy: 'bench',
    content: { kind: 'list', tables: content.tables.map(({ columns }) => ({ columns })) },
    problems,
    records: content.tables.flatMap((table) => table.rows),
  });
}

function measured<T>(what: string, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what.padEnd(52)} ${((user + system) / 1e6).toFixed(3)} CPU-s`);
  return result;
}

const people = measured('rows to persons, linkage included', () => peopleOf(opened));
console.log(`${opened.items().reduce((sum, item) => sum + item.records, 0)} rows, ${people.total} persons`);
measured('fates and conflicts of everybody', () => people.attention.conflictedPersons);
measured('a page of 50 cards, filtered', () => people.cards(500, 50, 'several-lists'));
measured('the register, and the first name looked for', () => people.find('Ahmad Khalid Zahrin', 20));
measured('the next name', () => people.find('سمير ياسر وردان', 20));
const joined = people.cards(0, 1, 'several-lists')[0];
if (joined) {
  measured('one person with reasons for every pair', () => people.person(joined.id));
  const [a, b] = joined.records.map(({ record }) => record);
  opened.decide({ kind: 'link', a: a!, b: b!, judgement: 'different' }, 'bench');
  const after = measured('everybody again after a decision', () => peopleOf(opened));
  measured('fates and conflicts after a decision', () => after.attention.conflictedPersons);
}
opened.close();
rmSync(folder, { recursive: true, force: true });
