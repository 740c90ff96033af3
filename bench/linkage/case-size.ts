/**
 * Both engines on what a case may hold: tens of thousands of rows with kin, so many times the same lists as
 * made-lists.ts and the people of many-people.ts in two scripts; `inmates` are those with what a prison's papers say too.
 * Usage: node --max-old-space-size=8000 bench/linkage/case-size.ts made|mixed|inmates|lists ROWS [seed] [few|many|both]
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
import { seededRandom } from './made-people.ts';
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

/**
 * The same, whose rows say what a prison's papers say too: on some lists a number, slips among them, the place where
 * somebody was held, the day of release, of some the day of death.
 */
function madeInmates(): Made {
  const { rows, truth } = madePeople();
  const random = seededRandom(Number(seed) + 77);
  const day = (n: number, from: number): string =>
    `${from + (n % 6)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const slip = (text: string): string =>
    random() < 0.03 ? text.replace(/\d/, String(Math.floor(random() * 10))) : text;
  return {
    rows: rows.map((row) => {
      const n = Math.imul(Number(truth.personOf(row.key)) + 1, 0x9e3779b1) >>> 8;
      const list = Number(row.list.replace('list', ''));
      const said = (share: number, value: () => string) => (random() < share ? slip(value()) : '');
      const more = {
        id: list % 3 === 0 ? said(0.8, () => `${100_000 + (n % 900_000)}/${n % 7}`) : '',
        'place.detention': list % 2 === 0 ? said(0.6, () => `فرع ${200 + (n % 40)}`) : '',
        'release.date': list % 4 === 1 && n % 3 === 0 ? said(0.7, () => day(n, 2013)) : '',
        'death.date': list % 4 === 2 && n % 5 === 0 ? said(0.8, () => day(n + 5, 2012)) : '',
      };
      const given = Object.entries(more).filter(([, value]) => value !== '');
      return { ...row, fields: { ...row.fields, ...Object.fromEntries(given) } };
    }),
    truth,
  };
}

const MADE: Readonly<Record<string, () => Made>> = {
  lists: sharedLists,
  made: () => makeLists(Math.round(Number(wanted) / MADE_ROWS), Number(seed)),
  mixed: madePeople,
  inmates: madeInmates,
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
