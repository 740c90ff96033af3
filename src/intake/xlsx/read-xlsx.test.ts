import { describe, expect, test } from 'vitest';
import type { Problem } from '../../model/index.ts';
import { type IntakeContent, readItem } from '../index.ts';
import { sheetXml, workbookOf, zipOf } from '../trial/made-files.ts';
import { numberFormat, numberText } from './number-format.ts';

const HEADER = ['الاسم', 'اسم الأب', 'الكنية', 'تاريخ الولادة'];

type Lists = Extract<IntakeContent, { kind: 'list' }>['tables'];

const tables = async (bytes: Uint8Array): Promise<{ tables: Lists; problems: readonly Problem[] }> => {
  const { content, problems } = await readItem('list.xlsx', bytes);
  if (content.kind !== 'list') throw new Error(JSON.stringify(problems));
  return { tables: content.tables, problems };
};
const refusal = async (bytes: Uint8Array, file = 'list.xlsx'): Promise<string> => {
  const { content, problems } = await readItem(file, bytes);
  return content.kind === 'refused' ? problems.at(-1)!.code : content.kind;
};

const sheet = (rows: string): string =>
  `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-2801]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';

describe('workbooks', () => {
  test('each sheet with cells is a table; hidden ones are read and told', async () => {
    const { tables: found, problems } = await tables(
      await workbookOf([
        { name: 'أ', rows: [HEADER, ['رنا', 'وائل', 'غنوم', '1980']] },
        { name: 'فارغ', rows: [] },
        { name: 'ب', hidden: true, rows: [HEADER, ['حازم', 'لؤي', 'سويد', '05/07/1976']] },
      ]),
    );
    expect(
      found.map(({ sheet: name, rows }) => [
        name,
        rows.map(({ table, row, cells }) => [table, row, cells[0]]),
      ]),
    ).toEqual([
      ['أ', [[0, 1, 'رنا']]],
      ['ب', [[1, 1, 'حازم']]],
    ]);
    expect(problems).toEqual([{ code: 'sheet.hidden', file: 'list.xlsx', sheet: 'ب' }]);
  });

  test('cells of every kind: shared and inline strings, numbers, days by their format, booleans, errors, formulas', async () => {
    const rows = sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>تاريخ التوقيف</t></is></c><c r="D1" t="inlineStr"><is><t>رقم الهوية</t></is></c><c r="E1" t="inlineStr"><is><t>ملاحظات</t></is></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>29221</v></c><c r="C2" s="2"><v>41105.5</v></c><c r="D2" s="3"><v>42</v></c><c r="E2" t="b"><v>1</v></c></row>' +
        '<row r="5" hidden="1"><c r="A5" t="str"><f>A2&amp;" "</f><v>رنا غنوم</v></c><c r="C5"><v>41105</v></c><c r="E5" t="e"><v>#REF!</v></c></row>',
    );
    const shared =
      '<sst><si><t>الاسم الثلاثي</t></si><si><t>تاريخ الولادة</t></si><si><r><t>حازم </t></r><r><t>سلوم</t></r><rPh><t>x</t></rPh></si></sst>';
    const { tables: found, problems } = await tables(
      await workbookOf([{ name: 'list', xml: rows }], {
        'xl/sharedStrings.xml': shared,
        'xl/styles.xml': STYLES,
      }),
    );
    expect(found[0]!.rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['حازم سلوم', '1980-01-01', '2012-07-15', '0042', 'TRUE']],
      [4, ['رنا غنوم', '', '41105', '', '#REF!']],
    ]);
    // A bare number under a date's header is a day too; a cell of a formula gives what it showed.
    expect(found[0]!.rows[1]!.statements.map(({ property, value }) => [property, value])).toEqual([
      ['name.full', 'رنا غنوم'],
      ['arrest.date', '2012-07-15'],
      ['text', '#REF!'],
    ]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['row.hidden', undefined],
      ['cell.formula', 4],
    ]);
  });

  test('days count from 1904 where the workbook says so', () => {
    const format = numberFormat(14, undefined);
    expect(numberText('41105', format, '1900')).toBe('2012-07-15');
    expect(numberText('39643', format, '1904')).toBe('2012-07-15');
    expect(numberText('59', format, '1900')).toBe('1900-02-28');
    expect(numberText('61', format, '1900')).toBe('1900-03-01');
  });

  test('a heading over two columns joins the names below it', async () => {
    const xml = `${sheetXml([
      ['م', 'الاسم', 'التوقيف', ''],
      ['', '', 'تاريخ', 'مكان'],
      ['1', 'رنا وائل غنوم', '2013', 'فرع 215'],
      ['2', 'حازم لؤي سويد', '2014', 'سجن دوما'],
    ]).replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>',
    )}`;
    const { tables: found } = await tables(await workbookOf([{ name: 'list', xml }]));
    expect(found[0]!.columns.map(({ header, property }) => [header, property])).toEqual([
      ['م', 'ignore'],
      ['الاسم', 'name.full'],
      ['التوقيف - تاريخ', 'arrest.date'],
      ['التوقيف - مكان', 'place.detention'],
    ]);
    expect(found[0]!.rows.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe('hostile workbooks', () => {
  test('a sheet that claims a billion cells takes the memory of those it has', async () => {
    const far = sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>الاسم</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>رنا غنوم</t></is></c></row>',
    );
    const { tables: found } = await tables(await workbookOf([{ name: 'list', xml: far }]));
    expect(found[0]!.rows).toHaveLength(1);
    expect(
      await refusal(
        await workbookOf([{ name: 'list', xml: sheet('<row r="99999999"><c><v>1</v></c></row>') }]),
      ),
    ).toBe('file.xlsx-too-large');
  });

  test('a bomb is refused before it unpacks', async () => {
    const before = process.memoryUsage().rss;
    const bomb = await zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 0x20),
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toBe('file.xlsx-too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  test('a row of too many columns is refused, the others are read', async () => {
    const wide = `<row r="2">${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(1_200)}</row>`;
    const xml = sheetXml([
      ['name', 'town'],
      ['', ''],
      ['Rana Ghannum', 'Duma'],
    ]).replace(/<row r="2">.*?<\/row>/, wide);
    const { tables: found, problems } = await tables(await workbookOf([{ name: 'list', xml }]));
    expect(found[0]!.rows.map(({ row }) => row)).toEqual([2]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['list.too-many-columns', 1]]);
  });

  test.each([
    ['no zip', Buffer.from('name,town\n'), 'file.not-xlsx'],
    ['a zip of something else', zipOf({ 'word/document.xml': '<w/>' }), 'file.not-xlsx'],
    [
      'XML that breaks off',
      workbookOf([{ name: 'a', xml: '<worksheet><sheetData><row><c><v>1' }]),
      'file.xlsx-damaged',
    ],
    [
      'entities that multiply',
      workbookOf([
        {
          name: 'a',
          xml: '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>',
        },
      ]),
      'file.xlsx-damaged',
    ],
    [
      'a way out of the archive',
      zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>' }).then((bytes) =>
        Buffer.from(
          Buffer.from(bytes).toString('latin1').replaceAll('xl/workbook.xml', '../workbook.xml'),
          'latin1',
        ),
      ),
      'file.not-xlsx',
    ],
  ])('%s: one clear error', async (_, bytes, code) => {
    expect(await refusal(await bytes)).toBe(code);
  });

  test('a workbook named .csv is refused by what it holds', async () => {
    expect(await refusal(await workbookOf([{ name: 'a', rows: [HEADER] }]), 'list.csv')).toBe('file.binary');
  });
});
