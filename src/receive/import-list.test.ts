import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import type { RecordId } from '../model/index.ts';
import { peopleOf } from '../people/index.ts';
import { importList, type ListOrder, openList, stageList, supersedeHeld } from './index.ts';

const GIVEN = ['سالم', 'رامي', 'جابر', 'نزار', 'هيثم', 'فادي', 'باسل', 'مازن', 'طارق', 'غسان', 'أنس', 'قصي'];
const FATHER = ['كامل', 'شفيق', 'عدنان', 'منير', 'بدر', 'جميل', 'ناصر', 'سليم', 'راغب', 'فؤاد'];
const FAMILY = [
  'الزعتري',
  'البيطار',
  'النحاس',
  'القصاب',
  'الحداد',
  'الدباغ',
  'الصباغ',
  'النجار',
  'الخياط',
  'الفران',
];
const PLACES = ['حمص', 'درعا', 'حلب', 'إدلب', 'دير الزور'];

/** One invented row for each number: no two alike. */
const person = (at: number): string[] => [
  GIVEN[at % 12]!,
  FATHER[Math.floor(at / 12) % 10]!,
  FAMILY[Math.floor(at / 120) % 10]!,
  `${(at % 28) + 1}/${(at % 12) + 1}/${1950 + (at % 50)}`,
  PLACES[at % 5]!,
  'خرج',
];
const HEADER = ['م', 'الاسم', 'اسم الأب', 'الكنية', 'تاريخ الولادة', 'المحافظة', 'الحالة'];
const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    [HEADER, ...rows.map((row, at) => [String(at + 1), ...row])].map((row) => row.join(',')).join('\n'),
  );
const people = (count: number, from = 0): string[][] =>
  Array.from({ length: count }, (_, at) => person(from + at));

/** Fifty rows of a long list spoilt in five ways. */
function spoilt(count: number): string[][] {
  const rows = people(count);
  for (let at = 0; at < 10; at++) {
    rows[at * 20 + 3]![3] = '31/02/2012';
    rows[at * 20 + 205]![3] = 'قبل الحرب 12-17';
    rows[at * 20 + 410]!.push('زائد');
    rows[at * 20 + 615]!.splice(0, 3, '', '', '');
    rows[at * 20 + 820] = rows[at * 20 + 820]!.slice(0, 2);
  }
  return rows;
}

let folder: string;
let opened: Case;
const given = { by: 'هدى', source: 'مشفى', consent: 'for-tracing' } as const;
const bring = (rows: readonly (readonly string[])[], order: ListOrder = {}, file = 'released.csv') =>
  importList(opened, file, csv(rows), order, given);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-import-'));
  opened = await createCase(join(folder, 'case'), { name: 'قلعة الريح', unsealed: true });
});
afterEach(() => {
  opened?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that a case derives of its people, as one string. */
const derived = (): string => {
  const found = peopleOf(opened);
  return JSON.stringify({
    cards: found.cards(0, 10_000),
    persons: found.cards(0, 50).map(({ id }) => found.person(id)),
    attention: { ...found.attention, conflicted: found.attention.conflictedPersons },
    hits: ['سالم الزعتري', 'رامي كامل', 'Ghassan Bitar'].map((name) => found.find(name, 10)),
  });
};

describe('a list before it comes in', () => {
  test('fifty bad rows of 1,200 are named at once, and 1,150 are ready', async () => {
    const staged = stageList(opened, 'released.csv', await openList('released.csv', csv(spoilt(1200))));
    expect(staged.counts).toEqual({ staged: 1150, bad: 50, leftOut: 0, corrected: 0 });
    const bad = staged.rows.filter(({ state }) => state === 'bad');
    expect(bad.every(({ problems }) => problems.length > 0)).toBe(true);
    expect(new Set(bad.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
      new Set([
        'cell.date-impossible',
        'cell.date-unclear',
        'row.too-many-cells',
        'row.no-name',
        'row.too-few-cells',
      ]),
    );
    expect(opened.items()).toEqual([]);
  });

  test('a correction stands beside the row as written; what nobody put right is kept and does not count', async () => {
    const rows = people(20);
    rows[3]![3] = '31/02/2012';
    rows[5]![3] = 'لا أدري متى';
    const { item } = await bring(rows, {
      choices: [{ 4: { do: 'correct', cells: { 4: '28/02/2012' } } }],
    });
    expect(item.imported).toEqual({ ...given, by: undefined, corrected: 1, leftOut: 1 });
    const corrected = opened.record(`${item.id}.4` as RecordId);
    expect(corrected).toMatchObject({ corrections: [{ column: 4, text: '28/02/2012' }] });
    expect(corrected.kind === 'row' && corrected.cells[4]).toBe('31/02/2012');
    expect(
      corrected.kind === 'row' && corrected.statements.find(({ property }) => property === 'birth.date'),
    ).toMatchObject({ written: '31/02/2012', value: '2012-02-28' });
    expect(opened.record(`${item.id}.6` as RecordId)).toMatchObject({ leftOut: true, statements: [] });
    expect(peopleOf(opened).total).toBe(19);
  });

  test('two people in one cell are told, and split only by a person', async () => {
    const rows = [...people(10), ['سالم ورامي', 'كامل', 'الزعتري', '1980', 'حمص', 'خرج']];
    const staged = stageList(opened, 'released.csv', await openList('released.csv', csv(rows)));
    const [two] = staged.rows.filter(({ state }) => state === 'bad');
    expect(two).toMatchObject({ row: 11, twoNames: { 1: ['سالم', 'رامي'] } });
    const { item } = await bring(rows, {
      choices: [{ 11: { do: 'split', people: [{ 1: 'سالم' }, { 1: 'رامي' }] } }],
    });
    expect(item.records).toBe(12);
    const both = [11, 12].map((n) => opened.record(`${item.id}.${n}` as RecordId));
    expect(both.map((record) => record.kind === 'row' && [record.row, record.cells[1]])).toEqual([
      [11, 'سالم ورامي'],
      [11, 'سالم ورامي'],
    ]);
  });

  test('what a person said of a column is remembered for the next list of the same form', async () => {
    await bring(people(20), { fields: { الحالة: 'text', الاسم: 'name.nickname' } });
    const staged = stageList(opened, 'next.csv', await openList('next.csv', csv(people(20, 40))));
    expect(staged.tables[0]!.columns[1]).toMatchObject({ property: 'name.nickname', recognised: 'person' });
  });

  test('the same bytes are known', async () => {
    const { item } = await bring(people(20));
    expect(stageList(opened, 'again.csv', await openList('again.csv', csv(people(20)))).held).toBe(item.id);
    await expect(bring(people(20))).rejects.toMatchObject({ code: 'list.held-already' });
  });
});

/** Ten rows changed, ten gone, ten new. */
function newer(older: readonly (readonly string[])[]): string[][] {
  const rows = older.map((row) => [...row]);
  for (let at = 0; at < 10; at++) rows[at * 7]![5] = 'نُقل إلى المشفى';
  rows.splice(100, 10);
  rows.splice(30, 0, ...people(10, 337));
  return rows;
}

describe('a newer version of a list', () => {
  test('its thirty changes are shown, and it makes nobody twice', async () => {
    const { item } = await bring(people(300));
    const before = peopleOf(opened).total;
    const staged = stageList(opened, 'second.csv', await openList('second.csv', csv(newer(people(300)))));
    expect(staged.version?.older.id).toBe(item.id);
    const { same, changed, added, gone } = staged.version!;
    expect([same, changed.length, added.length, gone.length]).toEqual([280, 10, 10, 10]);
    await bring(newer(people(300)), { older: item.id }, 'second.csv');
    const after = peopleOf(opened);

    expect(after.total).toBe(before + 10);
    expect(after.cards(0, 1000).every(({ id }) => after.person(id)?.records.length === 1)).toBe(true);
  });

  test('rows stay the persons they were, with what was decided about them; rows gone stay too', async () => {
    const { item } = await bring(people(40));
    const record = (n: number): RecordId => `${item.id}.${n}` as RecordId;
    opened.decide({ kind: 'link', a: record(2), b: record(1), judgement: 'same' }, 'ريم');
    const rows = people(40);
    rows[0]![5] = 'نُقل';
    rows.splice(30, 1);
    const second = await bring(rows, { older: item.id }, 'second.csv');
    const found = peopleOf(opened);
    expect(found.total).toBe(39);
    const changed = `${second.item.id}.1` as RecordId;
    expect(found.personOfRecord(record(2))).toBe(found.personOfRecord(changed));
    expect(found.personOfRecord(record(1))).toBe(found.personOfRecord(changed));
    expect(found.personOfRecord(record(31))).toBeDefined();
  });

  test('a row that is none of the older ones can be told apart from it', async () => {
    const { item } = await bring(people(40));
    const rows = people(40);
    rows[4]![5] = 'نُقل';
    const staged = stageList(opened, 'second.csv', await openList('second.csv', csv(rows)), {
      older: item.id,
      apart: [4],
    });
    expect([staged.version!.changed.length, staged.version!.added.length]).toEqual([0, 1]);
  });

  test('a third version follows the second; withdrawing the second leaves the other two as versions', async () => {
    const first = await bring(people(60));
    const rows = people(60);
    rows[9]![5] = 'نُقل';
    const second = await bring(rows, { older: first.item.id }, 'second.csv');
    rows[10]![5] = 'نُقل';
    await bring(rows, { older: second.item.id }, 'third.csv');
    expect(peopleOf(opened).total).toBe(60);
    opened.decide({ kind: 'withdraw-item', item: second.item.id }, 'ريم');
    expect(peopleOf(opened).total).toBe(60);
  });

  test('lists that came in by themselves can be told to be versions later', async () => {
    const first = await bring(people(60));
    const second = await bring([...people(60), person(99)], {}, 'second.csv');
    expect(supersedeHeld(opened, second.item.id, undefined, 'dry-run')).toMatchObject({ same: 60 });
    supersedeHeld(opened, second.item.id, first.item.id, 'ريم');
    expect(peopleOf(opened).total).toBe(61);
    expect(() => supersedeHeld(opened, second.item.id, first.item.id, 'ريم')).toThrow(
      'list.versions-unclear',
    );
  });

  test('an older list is never the newer version of one that came after it', async () => {
    const first = await bring(people(60));
    const second = await bring([...people(60), person(99)], {}, 'second.csv');
    expect(supersedeHeld(opened, first.item.id, undefined, 'dry-run')).toBeUndefined();
    expect(() => supersedeHeld(opened, first.item.id, second.item.id, 'ريم')).toThrow(
      'list.versions-unclear',
    );
  });

  test('a bad row that was settled in the older version is not asked about again', async () => {
    const rows = people(40);
    rows[3]![3] = '31/02/2012';
    const first = await bring(rows, { choices: [{ 4: { do: 'correct', cells: { 4: '28/2/2012' } } }] });
    const staged = stageList(opened, 'second.csv', await openList('second.csv', csv([...rows, person(90)])));
    expect(staged.counts).toMatchObject({ staged: 41, bad: 0 });
    expect(staged.version?.older.id).toBe(first.item.id);
  });
});

describe('an import withdrawn', () => {
  test('leaves everything derived as it was, byte for byte', async () => {
    const { item } = await bring(people(300));
    opened.decide(
      { kind: 'link', a: `${item.id}.5` as RecordId, b: `${item.id}.6` as RecordId, judgement: 'different' },
      'ريم',
    );
    const before = derived();
    const second = await bring(newer(people(300)), { older: item.id }, 'second.csv');
    const third = await bring(spoilt(1200), {}, 'spoilt.csv');
    expect(derived()).not.toBe(before);
    opened.decide({ kind: 'withdraw-item', item: third.item.id }, 'هدى', 'غير مؤكدة');
    opened.decide({ kind: 'withdraw-item', item: second.item.id }, 'هدى', 'غير مؤكدة');
    expect(derived()).toBe(before);
  });

  test('can come in again, and then the withdrawal cannot be undone beside it', async () => {
    const first = await bring(people(20));
    const withdrawn = opened.decide({ kind: 'withdraw-item', item: first.item.id }, 'هدى');
    const again = await bring(people(20));
    expect(again.item.id).not.toBe(first.item.id);
    expect(peopleOf(opened).total).toBe(20);
    expect(() => opened.decide({ kind: 'undo', decision: withdrawn.id }, 'هدى')).toThrow('list.held-again');
  });
});
