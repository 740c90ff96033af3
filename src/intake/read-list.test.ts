import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem, Property } from '../model/index.ts';
import { readDelimited } from './delimited-text.ts';
import { decodeText, type ReadTable, readItem } from './index.ts';

const read = async (
  text: string | Uint8Array,
  file = 'list.csv',
  fields?: Readonly<Record<string, Property>>,
): Promise<{ table: ReadTable; problems: readonly Problem[] }> => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { content, problems } = await readItem(file, bytes, fields ? { fields: { [file]: fields } } : {});
  if (content.kind !== 'list') throw new Error(`${content.kind}: ${JSON.stringify(problems)}`);
  return { table: content.tables[0]!, problems };
};

const properties = ({ columns }: ReadTable): readonly Property[] => columns.map(({ property }) => property);
const codes = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);
const values = (table: ReadTable, property: Property): readonly (string | undefined)[] =>
  table.rows.map((row) => row.statements.find((statement) => statement.property === property)?.value);

describe('rows of delimited text', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
    ['Arabic commas', '،'],
  ])('are told apart by %s', async (_, delimiter) => {
    const lines = ['الاسم|الكنية|تاريخ الولادة', 'رنا|غنوم|1980', 'حازم|الصالح|05/07/1976', 'لؤي|سويد|'];
    const { table, problems } = await read(lines.join('\n').replaceAll('|', delimiter));
    expect(properties(table)).toEqual(['name.given', 'name.family', 'birth.date']);
    expect(values(table, 'birth.date')).toEqual(['1980', '1976-07-05', undefined]);
    expect(problems).toEqual([]);
  });

  test('know their number, their line and their characters', async () => {
    const text = 'name,note\r\n"Rana, Ghannum","two\r\nlines"\r\n\r\nHazim Sallum,\r\n';
    const { table } = await read(text);
    expect(table.rows.map(({ row, span }) => [row, text.slice(span!.start, span!.end)])).toEqual([
      [1, '"Rana, Ghannum","two\r\nlines"'],
      [2, 'Hazim Sallum,'],
    ]);
  });

  test('a broken quote costs one row and not the file', async () => {
    const { table, problems } = await read(
      'name,town,age\n"Rana Ghannum,Duma,31\nHazim Sallum,Homs,40\n"Omar" Deeb,Hama,22\nLama Diya,Nawa,19\n',
    );
    expect(values(table, 'name.full')).toEqual(['Hazim Sallum', 'Lama Diya']);
    expect(problems.map(({ code, row, line }) => [code, row, line])).toEqual([
      ['row.broken-quote', 1, 2],
      ['row.broken-quote', 3, 4],
    ]);
  });

  test('two broken quotes do not make one person of three', async () => {
    const { table, problems } = await read(
      'name,town,age\n"Rana Ghannum,Duma,31\nHazim Sallum,Homs,40\nOmar Deeb,Hama,"22"\nLama Diya,Nawa,"19\nSalma Khuri,Jasim,25"\n',
    );
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3, 5]);
    expect(codes(problems)).toEqual(['row.broken-quote', 'row.broken-quote']);
  });

  test('of the wrong width are told; kept where nothing is lost', async () => {
    const { table, problems } = await read(
      'name,town,age\nRana Ghannum,Duma\nHazim Sallum,Homs,40,,\nOmar Deeb,Hama,22,more\n,,\n',
    );
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Rana Ghannum', 'Duma', ''],
      ['Hazim Sallum', 'Homs', '40'],
    ]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['row.too-few-cells', 1],
      ['row.too-many-cells', 3],
      ['row.empty', 4],
    ]);
  });

  test('a page header repeated among them is no person', async () => {
    const { table, problems } = await read('الاسم,الكنية\nرنا,غنوم\nالاسم,الكنية\nحازم,سويد\n');
    expect(table.rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(codes(problems)).toEqual(['header.repeated-in-rows']);
  });

  test('titles above the header are passed over', async () => {
    const { table, problems } = await read(
      'الجمهورية الفلانية,,,\nقائمة المفرج عنهم بتاريخ 8/12/2024,,,\n,,,\nالاسم الثلاثي,العمر,البلدة,ملاحظات\nرنا وائل غنوم,31,دوما,\n',
    );
    expect(properties(table)).toEqual(['name.full', 'age', 'place', 'text']);
    expect(table.rows[0]!.row).toBe(1);
    expect(problems).toEqual([]);
  });

  test('headers without a name or with the name of another get one of their own', async () => {
    const { table, problems } = await read(
      'name,,name,town\nRana Ghannum,x,رنا غنوم,Duma\nHazim Sallum,y,حازم سلوم,Homs\nOmar Deeb,z,عمر ديب,Hama\n',
    );
    expect(table.columns.map(({ header }) => header)).toEqual(['name', '#2', 'name (2)', 'town']);
    expect(codes(problems)).toEqual(['header.empty', 'header.duplicate']);
    // A name in another script beside the first is a name too.
    expect(properties(table)).toEqual(['name.full', 'text', 'name.full', 'place']);
  });

  test('a list without headers loses no row', async () => {
    const { table, problems } = await read(
      Array.from(
        { length: 12 },
        (_, at) => `${at + 1},رنا وائل غنوم${'ابتثجحخدذرزس'[at]},19${70 + at},دوما`,
      ).join('\n'),
    );
    expect(table.rows).toHaveLength(12);
    expect(properties(table)).toEqual(['ignore', 'name.full', 'birth.date', 'text']);
    expect(codes(problems)).toEqual(['list.no-header']);
  });

  test('a list of names alone loses nobody, with a header or without', async () => {
    const names = ['رنا وائل غنوم', 'حازم لؤي سويد', 'عمر خالد ديب', 'سلمى مازن خوري'];
    const bare = await read(names.join('\n'));
    expect(values(bare.table, 'name.full')).toEqual(names);
    expect(codes(bare.problems)).toEqual(['list.no-header']);
    expect(values((await read(['الاسم', ...names].join('\n'))).table, 'name.full')).toEqual(names);
    const towns = await read('Rana Ghannum,Duma\nHazim Suwayd,Homs\nOmar Deeb,Hama\n');
    expect(towns.table.rows).toHaveLength(3);
  });

  test('a line that is no row is refused by name, the rest goes in', async () => {
    const { table, problems } = await read(
      `name,town\nRana Ghannum,Duma\n${'x,'.repeat(1_000_000)}\n${'y'.repeat(2_000_000)},Homs\nOmar Deeb,Hama\n`,
    );
    expect(table.rows.map(({ row }) => row)).toEqual([1, 4]);
    expect(codes(problems)).toEqual(['list.too-many-columns', 'list.line-too-long']);
  });

  test('a header of a million columns refuses the list', async () => {
    const { content, problems } = await readItem(
      'wide.csv',
      Buffer.from(`${'column,'.repeat(1_000_000)}\nRana\n`),
    );
    expect(content.kind).toBe('refused');
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['list.too-many-columns', 1]]);
  });

  test('without a name say so, and are kept where they say anything else', async () => {
    const { table, problems } = await read('name,town\n,Duma\nunknown,\nRana Ghannum,Homs\n');
    expect(table.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['row.no-name', 1],
      ['row.no-name', 2],
    ]);
    const nameless = await read('town,age\nDuma,31\nHoms,22\nHama,45\n');
    expect(nameless.problems).toMatchObject([
      { code: 'list.no-name-column', data: { headers: 'town · age' } },
    ]);
  });

  test('formulas stay words; phone numbers and negative numbers are none', async () => {
    const { table, problems } = await read(
      'name,note\nRana Ghannum,=HYPERLINK("http://example.org")\nHazim Sallum,+963 11 555 0100\nOmar Deeb,-12.5\nLama Diya,"@SUM(A1:A9)"\nSalma Khuri,-2+3+cmd|\' /C calc\'!A0\nYasin Habbal,- seen in 2013\n',
    );
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['cell.formula', 1],
      ['cell.formula', 4],
      ['cell.formula', 5],
    ]);
    expect(table.rows[0]!.cells[1]).toBe('=HYPERLINK("http://example.org")');
  });

  test('characters that turn text around are left out of the value and told, never out of what is written', async () => {
    const { table, problems } = await read(
      'name,town\nRana \u202eGhannum\u202c,\u200fDu\u0007ma\n\ufeb3\ufee0\ufee4\uFE8E \ufef7\ufee3\ufef4\ufeea,Homs\n',
    );
    const [first] = table.rows;
    expect(first!.statements[0]).toEqual({
      property: 'name.full',
      column: 0,
      written: 'Rana \u202eGhannum\u202c',
      value: 'Rana Ghannum',
    });
    expect(codes(problems)).toEqual(['cell.direction-marks', 'cell.control-characters']);
    expect(values(table, 'name.full')[1]).toBe('سلما لأميه');
  });

  test('are read as a person says they are', async () => {
    const { table } = await read('a,b,c\nرنا,غنوم,1980\n', 'map.csv', {
      a: 'name.given',
      b: 'name.family',
      c: 'birth.date',
    });
    expect(properties(table)).toEqual(['name.given', 'name.family', 'birth.date']);
    const { content, problems } = await readItem('map.csv', Buffer.from('a,b\n1,2\n'), {
      fields: { 'map.csv': { x: 'id' } },
    });
    expect(content.kind).toBe('refused');
    expect(codes(problems)).toContain('list.map-invalid');
  });
});

describe('properties', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'ا', ' ', ';', 'x'), maxLength: 8 }),
  );
  const quoted = (cells: readonly string[]): string =>
    cells
      .map((written) => (/[",\r\n]|^\s|^$/.test(written) ? `"${written.replaceAll('"', '""')}"` : written))
      .join(',');

  test('cells written to CSV and read back are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rows.map(quoted).join('\r\n');
        const reader = readDelimited(text, ',', 2);
        for (const cells of rows) expect(reader.next()?.cells).toEqual(cells);
        expect(reader.next()).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

const lists = resolve(import.meta.dirname, '../../../shared/data/lists');
const present = ((): boolean => {
  try {
    return readdirSync(lists).length > 0;
  } catch {
    return false;
  }
})();

describe.skipIf(!present)('the shared lists (../shared/data/lists)', () => {
  test.each(present ? readdirSync(lists).filter((file) => file.endsWith('.csv')) : [])(
    '%s: the characters of every row parse to its cells, and nothing is lost',
    async (file) => {
      const bytes = readFileSync(join(lists, file));
      const { text } = decodeText(bytes);
      const { table } = await read(bytes, file);
      expect(table.rows).toHaveLength(text.trim().split('\n').length - 1);
      for (const { cells, span } of table.rows)
        expect(readDelimited(text.slice(span!.start, span!.end), ',').next()?.cells).toEqual(cells);
    },
  );

  test('every column of the five lists is recognised', async () => {
    const recognised: Record<string, readonly Property[]> = {};
    for (const file of ['register', 'hospital', 'released', 'inquiries', 'ngo'])
      recognised[file] = properties((await read(readFileSync(join(lists, `${file}.csv`)))).table);
    expect(recognised).toEqual({
      register: [
        'name.given',
        'name.father',
        'name.family',
        'name.mother',
        'birth.date',
        'place.birth',
        'arrest.date',
        'text',
      ],
      hospital: ['name.full', 'age', 'place', 'facility', 'admission.date'],
      released: ['name.full', 'place', 'age', 'release.date'],
      inquiries: ['name.full', 'name.father', 'name.mother', 'birth.date', 'place', 'seen.date', 'relation'],
      ngo: [
        'name.given',
        'name.father',
        'name.grandfather',
        'name.family',
        'name.mother',
        'birth.date',
        'sex',
        'place',
        'arrest.date',
        'place.detention',
        'status',
      ],
    });
  });
});
