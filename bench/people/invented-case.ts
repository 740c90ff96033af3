/**
 * A case about invented people: twelve lists of one kind of event each, with namesakes, brothers and sisters, slips and
 * gaps, in two scripts. Nobody in it exists.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readItem } from '../../src/intake/index.ts';
import type { Case } from '../../src/ledger/index.ts';
import { writePeople } from '../linkage/many-people.ts';

/** What each list says of its people, beside who they are. */
const EVENTS = [
  ['تاريخ الاعتقال', '2013-04-11'],
  ['Date of release', '2024-12-08'],
  ['تاريخ الوفاة', '2014-09-02'],
  ['الحالة', 'مفقود'],
  ['Status', 'released'],
  ['تاريخ الدخول', '2024-12-09'],
] as const;
const HEADERS = ['given name', 'father', 'grandfather', 'family name', 'mother', 'born', 'place', 'sex'];

/** Adds the lists to a case and gives the number of rows. */
export async function addInventedLists(opened: Case, rows: number, seed = 1): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-people-'));
  const file = join(folder, 'people.csv');
  writePeople(file, rows, { seed, scripts: 'mixed' });
  const lists = new Map<string, string[]>();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
    const [list = '', ...cells] = line.split(',');
    const own = lists.get(list) ?? [];
    lists.set(list, own);
    own.push(cells.slice(0, HEADERS.length).join(','));
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [at, [list, lines]] of [...lists].entries()) {
    const [header, value] = EVENTS[at % EVENTS.length]!;
    const text = [`${HEADERS.join(',')},${header}`, ...lines.map((line) => `${line},${value}`)].join('\n');
    const bytes = new TextEncoder().encode(text);
    const name = `list-${list}.csv`;
    const { mediaType, content, problems } = await readItem(name, bytes);
    if (content.kind !== 'list') throw new Error(content.kind);
    opened.addItem({
      file: name,
      path: name,
      bytes,
      mediaType,
      receivedBy: 'bench',
      content: { kind: 'list', tables: content.tables.map(({ columns }) => ({ columns })) },
      problems,
      records: content.tables.flatMap((table) => table.rows),
    });
  }
  return opened.items().reduce((sum, item) => sum + item.records, 0);
}
