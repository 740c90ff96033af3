/**
 * A list that somebody looks through at the desk: what opening its file costs, and each look after a word that is said
 * of a column. Usage: node bench/receive/look-again.ts [rows]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase } from '../../src/ledger/index.ts';
import type { Property } from '../../src/model/index.ts';
import { openList, stageList } from '../../src/receive/index.ts';
import { makePeople, seededRandom } from '../linkage/made-people.ts';
import { costOf } from '../linkage/measure.ts';
import { registerRow } from '../requests/made-rows.ts';

const [wanted = 50_000] = process.argv.slice(2).map(Number);
const random = seededRandom(3);
const rows = makePeople(wanted, 7)
  .slice(0, wanted)
  .map((person) => registerRow(person, random));
const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))] as Property[];
const csv = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  .join('\r\n');
const bytes = new TextEncoder().encode(csv);

const folder = mkdtempSync(join(tmpdir(), 'sanad-look-'));
const opened = await createCase(join(folder, 'case'), { unsealed: true });
const seconds = (from: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(from);
  return `${((user + system) / 1e6).toFixed(2)} CPU-s`;
};
const before = process.cpuUsage();
const list = await openList('list.csv', bytes);
process.stdout.write(
  `${rows.length} rows, ${(bytes.length / 1024 ** 2).toFixed(1)} MB, ${list.item.size.cells} cells; opened: ${seconds(before)}\n`,
);
for (const said of [{}, { [columns[0]!]: 'name.given' }, { [columns[0]!]: 'text' }] as const) {
  const { result, cost } = costOf(() => stageList(opened, 'list.csv', list, { fields: said }));
  process.stdout.write(
    `look with ${JSON.stringify(said)}: ${cost.cpuSeconds.toFixed(2)} CPU-s, ${Math.round(cost.peakMegabytes)} MB at most; ${result.counts.staged} rows in order, ${result.counts.bad} bad\n`,
  );
}
opened.close();
rmSync(folder, { recursive: true, force: true });
