import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { openList, stageList } from './index.ts';

/** Lists as hospitals and offices send them, before they come in. */

let folder: string;
let opened: Case;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-bad-input-'));
  opened = await createCase(join(folder, 'case'), { name: 'قلعة الريح', unsealed: true });
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});
const look = async (text: string, file = 'list.csv') =>
  stageList(opened, file, await openList(file, new TextEncoder().encode(text)));
const understood = (staged: Awaited<ReturnType<typeof look>>, row: number, property: string) =>
  staged.taken.content.tables[0]!.rows.find((one) => one.row === row)?.statements.find(
    (one) => one.property === property,
  )?.value;

test('ages "about 30" are taken as about, days that do not exist are asked about', async () => {
  const staged = await look(
    'الاسم الكامل,العمر,تاريخ الوفاة\nسالم الزعتري,حوالي ٣٠,31/02/2012\nرامي البيطار,about 30,1/2/2012\nنزار القصاب,41,2012',
  );
  expect([understood(staged, 1, 'age'), understood(staged, 2, 'age')]).toEqual(['~30', '~30']);
  expect(staged.rows.filter(({ state }) => state === 'bad').map(({ row }) => row)).toEqual([1]);
  expect(staged.rows[0]!.cells[2]).toBe('31/02/2012');
});

test('the header that each page of a list repeats is no row and no bad one', async () => {
  const head = 'الاسم الكامل,تاريخ الولادة,المحافظة';
  const staged = await look(
    [
      head,
      'سالم الزعتري,1980,حمص',
      'رامي البيطار,1981,درعا',
      head,
      'نزار القصاب,1982,حلب',
      head,
      'هالة النجار,1983,إدلب',
    ].join('\n'),
  );
  expect(staged.counts).toMatchObject({ staged: 4, bad: 0 });
  expect(staged.notices.map(({ code }) => code)).toContain('header.repeated-in-rows');
});

test('a row that was entered twice is shown, not dropped', async () => {
  const row = 'سالم الزعتري,1980,حمص';
  const staged = await look(
    ['الاسم الكامل,تاريخ الولادة,المحافظة', row, 'رامي البيطار,1981,درعا', row].join('\n'),
  );
  expect(staged.rows.find(({ state }) => state === 'bad')).toMatchObject({
    row: 3,
    problems: [{ code: 'row.same-as', data: { other: 1 } }],
  });
});

test.each([
  ['أحمد ومحمد السيد', ['أحمد السيد', 'محمد السيد']],
  ['Ahmad and Omar Sayyid', ['Ahmad Sayyid', 'Omar Sayyid']],
  ['سالم و رامي الزعتري', ['سالم الزعتري', 'رامي الزعتري']],
])('%s may be two people', async (cell, two) => {
  const staged = await look(
    `الاسم الكامل,المحافظة\n${cell},حمص\nمحمد البيطار,درعا\nOmar Halabi,حلب\nوليد النجار,إدلب`,
  );
  expect(staged.rows[0]).toMatchObject({ state: 'bad', twoNames: { 0: two } });
  expect(staged.counts).toMatchObject({ staged: 3, bad: 1 });
});

test('a second name that stands nowhere else in the list is known from common use', async () => {
  const staged = await look(
    'الاسم الكامل,المحافظة\nرامز وسليم عبد الحي الزيات,حمص\nنزار البيطار,درعا\nهالة النجار,حلب',
  );
  expect(staged.rows[0]).toMatchObject({
    state: 'bad',
    twoNames: { 0: ['رامز عبد الحي الزيات', 'سليم عبد الحي الزيات'] },
  });
});

test('a date that has not come yet is a slip: it is asked about and not taken', async () => {
  const staged = await look(
    'الاسم الكامل,تاريخ الاعتقال\nسالم الزعتري,12/03/2998\nرامي البيطار,2013\nنزار القصاب,2014-05\nهالة النجار,2015',
  );
  expect(staged.rows[0]).toMatchObject({ state: 'bad', problems: [{ code: 'cell.date-unclear' }] });
  const ahead = new Date().getUTCFullYear() + 3;
  const later = await look(`الاسم الكامل,تاريخ الاعتقال\nسالم الزعتري,12/03/${ahead}\nرامي البيطار,2013`);
  expect(later.rows[0]).toMatchObject({ state: 'bad', problems: [{ code: 'cell.date-ahead' }] });
  expect(understood(later, 1, 'arrest.date')).toBeUndefined();
});

test('a running number that page headers interrupt is one, so that a row entered twice is seen', async () => {
  const head = 'الرقم,الاسم الكامل,تاريخ الولادة,المحافظة';
  const people = ['سالم الزعتري,1980,حمص', 'رامي البيطار,1981,درعا', 'نزار القصاب,1982,حلب'];
  const rows = [...people, 'هالة النجار,1983,إدلب', 'منى الديري,1984,حماة', 'تيم العلي,1985,حمص'];
  const numbered = [...rows, people[0]].map((row, at) => `${at + 1},${row}`);
  const staged = await look([head, ...numbered.slice(0, 4), head, ...numbered.slice(4)].join('\n'));
  expect(staged.tables[0]!.columns[0]).toMatchObject({ property: 'ignore' });
  expect(staged.rows.find(({ state }) => state === 'bad')).toMatchObject({
    problems: [{ code: 'row.same-as', data: { other: 1 } }],
  });
});

test.each(['وليد وائل وسيم', 'عبد الواحد وهبي', 'وفاء وديع الورد', 'رامي ولي الدين'])(
  '%s is one person',
  async (cell) => {
    const staged = await look(`الاسم الكامل,المحافظة\n${cell},حمص\nسيم ليد فاء,درعا\nواحد هبي,حلب`);
    expect(staged.rows[0]!.state).toBe('staged');
  },
);

test('what is no list is said to be none', async () => {
  await expect(look('The harbour was opened at dawn. Nobody was inside.', 'note.txt')).rejects.toMatchObject({
    code: 'list.not-a-list',
  });
  await expect(look('', 'list.csv')).rejects.toMatchObject({ code: 'file.empty' });
});
