/**
 * Both engines on what a case may hold: tens of thousands of rows with kin, so many times the same lists as
 * made-lists.ts and the people of many-people.ts in two scripts.
 * Usage: node --max-old-space-size=8000 bench/linkage/case-size.ts made|mixed|lists ROWS [seed] [few|many|both]
 *   lists: the shared lists of lists.ts, whatever the number of rows asked for
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LinkRow, linkManyRows, linkRows } from '../../src/linkage/index.ts';
import type { Property } from '../../src/model/index.ts';
import { judgement, type Truth } from './judge-lists.ts';
import { sharedLists } from './list-rows.ts';
import { makeLists } from './made-list-rows.ts';
import { writePeople } from './many-people.ts';
import { readCsv, startCost } from './measure.ts';
import { COLUMNS } from './people-file.ts';

const [kind = 'mixed', wanted = '30000', seed = '1', engines = 'both'] = process.argv.slice(2);
/** Rows that made-lists.ts gives for each person. */
const MADE_ROWS = 1.86;

interface Made {
  readonly rows: readonly LinkRow[];
  readonly truth: Truth;
}

function madePeople(): Made {
  const file = join(tmpdir(), `sanad-case-size-${process.pid}.csv`);
  const kin = new Map<string, readonly string[]>();
  const person = writePeople(file, Number(wanted), {
    seed: Number(seed),
    scripts: 'mixed',
    onPeople({ household, clan }) {
      household.forEach((house, at) => {
        kin.set(String(at), [`h${house}`, `c${clan[at]}`]);
      });
    },
  });
  const rows = readCsv(readFileSync(file, 'utf8')).map(({ list, ...cells }, at): LinkRow => {
    const given = Object.entries(cells).filter(([, value]) => value !== '');
    const fields = Object.fromEntries(given.map(([column, value]) => [COLUMNS[column] as Property, value]));
    return { key: String(at), list: list!, fields };
  });
  rmSync(file);
  return { rows, truth: { personOf: (key) => String(person[Number(key)]), kinOf: (id) => kin.get(id)! } };
}

const MADE: Readonly<Record<string, () => Made>> = {
  lists: sharedLists,
  made: () => makeLists(Math.round(Number(wanted) / MADE_ROWS), Number(seed)),
  mixed: madePeople,
};
const { rows, truth } = MADE[kind]!();
if (engines !== 'few') {
  const stop = startCost();
  const result = await linkManyRows(rows);
  process.stdout.write(`${kind}, linkManyRows: ${judgement(result, truth, stop())}`);
}
if (engines !== 'many') {
  const stop = startCost();
  const result = linkRows(rows);
  process.stdout.write(`${kind}, linkRows: ${judgement(result, truth, stop())}`);
}
