/**
 * Rows a second from bytes to drafts with statements, for delimited text in three encodings and for XLSX.
 *
 *     node bench/intake/rows.ts [rows, default 200000]
 *
 * Prints CPU seconds (user and system), rows per CPU second and the memory at its highest.
 */
import { readItem } from '../../src/intake/index.ts';
import { encoded, registerLike, workbookOf } from '../../src/intake/trial/made-files.ts';

/** The least of these counts: other work on the machine only adds. */
const TURNS = 3;

const rows = Number(process.argv[2] ?? 200_000);
const table = registerLike(rows);
const csv = table.map((cells) => cells.join(',')).join('\r\n');

const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['CSV, UTF-8', 'list.csv', () => encoded(csv, 'utf-8')],
  ['CSV, UTF-16', 'list.csv', () => encoded(csv, 'utf-16le')],
  ['CSV, Windows-1256', 'list.csv', () => encoded(csv, 'windows-1256')],
  ['XLSX', 'list.xlsx', () => workbookOf([{ name: 'list', rows: table }])],
];

// Warm-up, so that the first case is not the one that pays for compilation.
await readItem('list.csv', encoded(csv.slice(0, 2_000_000).replace(/\r\n[^\r]*$/, ''), 'utf-8'));

console.log(`case                 rows   statements   CPU s   rows per CPU s   MB`);
for (const [name, file, make] of cases) {
  const bytes = await make();
  let seconds = Number.POSITIVE_INFINITY;
  let drafts = 0;
  let statements = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const begun = process.cpuUsage();
    const { content } = await readItem(file, bytes);
    const { user, system } = process.cpuUsage(begun);
    seconds = Math.min(seconds, (user + system) / 1e6);
    if (content.kind !== 'list') throw new Error(`${name}: ${content.kind}`);
    const read = content.tables.flatMap((one) => one.rows);
    drafts = read.length;
    statements = read.reduce((sum, draft) => sum + draft.statements.length, 0);
  }
  console.log(
    [
      name.padEnd(18),
      String(drafts).padStart(8),
      String(statements).padStart(10),
      seconds.toFixed(2).padStart(9),
      String(Math.round(drafts / seconds)).padStart(13),
      String(Math.round(process.memoryUsage().rss / 1e6)).padStart(8),
    ].join(' '),
  );
}
