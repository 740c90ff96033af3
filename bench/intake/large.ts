/**
 * What becomes of files that are too large or only just not: outcome, CPU seconds, memory above what stood before.
 *
 *     node bench/intake/large.ts
 */
import { readItem } from '../../src/intake/index.ts';
import { registerLike, workbookOf, zipOf } from '../../src/intake/trial/made-files.ts';

const sentence =
  'Some 300 people walked free on Saturday, said volunteers at the gate, and more may follow.\n';
const megabytes = (count: number, piece: string): Buffer => Buffer.alloc(count * 1_000_000, piece);
const table = registerLike(1_000_000);

const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
  [
    'a list of a million rows',
    'list.csv',
    () => Buffer.from(table.map((cells) => cells.join(',')).join('\n')),
  ],
  [
    'a workbook of 300,000 rows',
    'list.xlsx',
    () => workbookOf([{ name: 'a', rows: table.slice(0, 300_001) }]),
  ],
  ['a report of 3 MB', 'report.txt', () => megabytes(3, sentence)],
  ['a report of 50 MB', 'report.txt', () => megabytes(50, sentence)],
  [
    'a page of 50 MB',
    'report.html',
    () => Buffer.concat([Buffer.from('<html><body>'), megabytes(50, `<p>${sentence}</p>`)]),
  ],
  [
    'a page of 12 MB',
    'report.html',
    () => Buffer.concat([Buffer.from('<html><body>'), megabytes(12, `<p><a href="/x">${sentence}</a></p>`)]),
  ],
  [
    'a line of 100 MB',
    'list.csv',
    () => Buffer.concat([Buffer.from('name,town\nRana,Duma\n'), megabytes(100, 'x')]),
  ],
  [
    'a line of 50 million columns',
    'list.csv',
    () => Buffer.concat([Buffer.from('name,town\nRana,Duma\n'), megabytes(100, 'x,')]),
  ],
  [
    'a quote never closed, 100 MB',
    'list.csv',
    () => Buffer.concat([Buffer.from('name,town\n"'), megabytes(100, 'Rana,Duma\n')]),
  ],
  [
    'quotes and nothing else, 20 MB',
    'list.csv',
    () => Buffer.concat([Buffer.from('name,town\n'), megabytes(20, '"\n""')]),
  ],
  [
    'line breaks alone, 100 MB',
    'list.csv',
    () => Buffer.concat([Buffer.from('name,town\nRana,Duma\n'), megabytes(100, '\n')]),
  ],
  [
    'a zip bomb of 900 MB',
    'list.xlsx',
    () =>
      zipOf({
        'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>',
        'xl/worksheets/sheet1.xml': Buffer.alloc(900_000_000, 0x20),
      }),
  ],
];

console.log('case                                  MB   outcome                          CPU s   + MB');
for (const [name, file, make] of cases) {
  const bytes = await make();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const begun = process.cpuUsage();
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const { content, problems } = await readItem(file, bytes);
  clearInterval(watch);
  highest = Math.max(highest, process.memoryUsage().rss);
  const { user, system } = process.cpuUsage(begun);
  const rows =
    content.kind === 'list' ? ` ${content.tables.reduce((sum, read) => sum + read.rows.length, 0)} rows` : '';
  const told = problems.length === 0 ? '' : ` ${problems.at(-1)!.code}`;
  console.log(
    `${name.padEnd(36)} ${String(Math.round(bytes.length / 1e6)).padStart(4)}   ${`${content.kind}${rows}${told}`.padEnd(34)} ${((user + system) / 1e6).toFixed(1).padStart(5)} ${String(Math.round((highest - before) / 1e6)).padStart(6)}`,
  );
}
