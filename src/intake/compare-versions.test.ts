import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Property } from '../model/index.ts';
import { compareVersions, type ListVersion } from './compare-versions.ts';

const COLUMNS: readonly { header: string; property: Property }[] = [
  { header: 'م', property: 'ignore' },
  { header: 'الاسم', property: 'name.full' },
  { header: 'اسم الأم', property: 'name.mother' },
  { header: 'المواليد', property: 'birth.date' },
  { header: 'المحافظة', property: 'place' },
  { header: 'الحالة', property: 'status' },
];
const version = (rows: readonly (readonly string[])[], columns = COLUMNS): ListVersion => ({
  columns,
  rows: rows.map((cells, key) => ({ key, cells })),
});
const numbered = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row, at) => [String(at + 1), ...row]);

const GIVEN = ['سالم', 'رامي', 'جابر', 'نزار', 'هيثم', 'فادي', 'باسل', 'مازن', 'طارق', 'غسان'];
const FATHER = ['كامل', 'شفيق', 'عدنان', 'منير', 'بدر', 'جميل', 'ناصر', 'سليم'];
const FAMILY = ['الزعتري', 'البيطار', 'النحاس', 'القصاب', 'الحداد', 'الدباغ'];
const person = (at: number): string[] => [
  `${GIVEN[at % 10]} ${FATHER[Math.floor(at / 10) % 8]} ${FAMILY[Math.floor(at / 80) % 6]}`,
  ['هدى', 'أمينة', 'سعاد'][at % 3]!,
  String(1950 + ((at * 7) % 50)),
  ['حمص', 'درعا', 'حلب'][at % 3]!,
  'مفرج عنه',
];
const people = (count: number): string[][] => Array.from({ length: count }, (_, at) => person(at));

describe('two versions of a list', () => {
  test('a new version with thirty changes shows those thirty', () => {
    const older = people(400);
    const newer = older.map((row) => [...row]);
    for (let at = 0; at < 10; at++) newer[at * 17]![4] = 'منقول';
    newer.splice(200, 10);
    newer.splice(50, 0, ...Array.from({ length: 10 }, (_, at) => person(420 + at)));
    const found = compareVersions(version(numbered(older)), version(numbered(newer)));
    expect([found.changed.length, found.added.length, found.gone.length]).toEqual([10, 10, 10]);
    expect(found.same).toHaveLength(380);
    expect(found.changed[0]!.cells).toEqual([{ header: 'الحالة', was: 'مفرج عنه', is: 'منقول' }]);
  });

  test('a slip put right in a name is a change; a brother in his place is not', () => {
    const rows = [
      ['سالم كامل الزعتري', 'هدى', '1984', 'حمص', 'مفرج عنه'],
      ['رامي شفيق البيطار', 'أمينة', '1990', 'درعا', 'مفرج عنه'],
    ];
    const slip = compareVersions(
      version(numbered(rows)),
      version(numbered([['سالم كامل الزعتتري', ...rows[0]!.slice(1)], rows[1]!])),
    );
    expect(slip.changed).toHaveLength(1);
    const brother = compareVersions(
      version(numbered(rows)),
      version(numbered([['نزار كامل الزعتري', ...rows[0]!.slice(1)], rows[1]!])),
    );
    expect([brother.changed.length, brother.added.length, brother.gone.length]).toEqual([0, 1, 1]);
  });

  test('near names that the list knows as two are two', () => {
    const rest = ['هدى', '', 'حمص', 'مفرج عنه'];
    const rows = [
      ['محمد كامل الزعتري', ...rest],
      ['محمد شفيق البيطار', 'أمينة', '1990', 'درعا', 'مفرج عنه'],
      ['محمود منير النحاس', 'سعاد', '1970', 'حلب', 'مفرج عنه'],
      ['محمود بدر القصاب', 'سعاد', '1971', 'حلب', 'مفرج عنه'],
    ];
    const newer = [['محمود كامل الزعتري', ...rest], ...rows.slice(1)];
    const found = compareVersions(version(numbered(rows)), version(numbered(newer)));
    expect([found.changed.length, found.added.length, found.gone.length]).toEqual([0, 1, 1]);
  });

  test('a namesake born in another year elsewhere is another row', () => {
    const older = [['سالم الزعتري', '', '1960', 'حمص', '']];
    const newer = [['سالم الزعتري', '', '1999', 'حلب', '']];
    const found = compareVersions(version(numbered(older)), version(numbered(newer)));
    expect([found.changed.length, found.added.length, found.gone.length]).toEqual([0, 1, 1]);
  });

  test('a new column changes the rows that say something in it, and those alone', () => {
    const columns = [...COLUMNS, { header: 'ملاحظات', property: 'text' as const }];
    const older = numbered(people(20));
    const newer = older.map((row, at) => [...row, at < 3 ? 'بحاجة إلى علاج' : '']);
    const found = compareVersions(version(older), version(newer, columns));
    expect([found.same.length, found.changed.length]).toEqual([17, 3]);
    expect(found.columns.added).toEqual(['ملاحظات']);
  });

  test('each row is told once, whatever the two versions are', () => {
    const row = fc.tuple(fc.nat(30), fc.nat(2), fc.nat(3)).map(([at, twist, year]) => {
      const cells = person(at);
      if (twist === 1) cells[2] = String(1960 + year);
      return cells;
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 40 }), (older, newer) => {
        const found = compareVersions(version(numbered(older)), version(numbered(newer)));
        const told = (side: 'older' | 'newer', alone: readonly number[]): number[] =>
          [...found.same, ...found.changed]
            .map((one) => one[side])
            .concat(alone)
            .sort((a, b) => a - b);
        expect(told('older', found.gone)).toEqual(older.map((_, at) => at));
        expect(told('newer', found.added)).toEqual(newer.map((_, at) => at));
      }),
    );
  });
});
