import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../../test/e2e/browser.ts';
import { readItem } from '../index.ts';
import { asItLooks, type MadeRun, madePdf, widthOf } from '../trial/made-pdf.ts';
import { PDF_LIMITS, readMarks } from './read-marks.ts';

const HEADER = ['الاسم', 'اسم الأب', 'تاريخ الولادة', 'المحافظة'];
const PEOPLE = [
  ['سالم الزعتري', 'كامل', '12/03/1985', 'حمص'],
  ['رامي البيطار', 'شفيق', '1/7/1990', 'درعا البلد'],
  ['نزار القصاب', 'عدنان', '1971', 'حلب'],
  ['هالة الصباغ', 'لؤي', '20/11/1966', 'اللاذقية'],
  ['مصطفى النجار', 'راغب', '5/5/1979', 'إدلب'],
];

const listOf = async (bytes: Uint8Array) => {
  const read = await readItem('list.pdf', bytes);
  const [table] = read.content.kind === 'list' ? read.content.tables : [];
  return { ...read, table, cells: table?.rows.map(({ cells }) => cells) };
};
const codes = (problems: readonly { readonly code: string }[]): string[] => [
  ...new Set(problems.map(({ code }) => code)),
];

describe('PDFs printed by a browser', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const printed = async (body: string, style = ''): Promise<Uint8Array> => {
    const page = await browser.newPage();
    await page.setContent(
      `<html dir="rtl" lang="ar"><style>body{font:14px sans-serif}table{border-collapse:collapse;width:100%}td,th{padding:4px;text-align:start}${style}</style><body>${body}`,
    );
    const bytes = await page.pdf({ format: 'A4' });
    await page.close();
    return new Uint8Array(bytes);
  };
  const table = (rows: readonly (readonly string[])[]): string =>
    `<table><thead><tr>${HEADER.map((cell) => `<th>${cell}`).join('')}</thead>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`;

  test('a table with borders gives its rows, each with its place on the page', async () => {
    const bytes = await printed(`<h2>قائمة المفرج عنهم</h2>${table(PEOPLE)}`, 'td,th{border:1px solid}');
    const { cells, table: read, problems } = await listOf(bytes);
    expect(cells).toEqual(PEOPLE);
    expect(read!.columns.map(({ property }) => property)).toEqual([
      'name.full',
      'name.father',
      'birth.date',
      'place',
    ]);
    const { region } = read!.rows[2]!;
    expect(region!.page).toBe(1);
    expect(region!.top).toBeGreaterThan(read!.rows[1]!.region!.top);
    expect(codes(problems)).toEqual([]);
  });

  test('a table without borders over several pages: repeated headers and page numbers are told, not read', async () => {
    const many = Array.from({ length: 90 }, (_, at) => [
      ...PEOPLE[at % 5]!.slice(0, 2),
      `${(at % 28) + 1}/4/${1940 + at}`,
      PEOPLE[at % 5]![3]!,
    ]);
    const { cells, problems } = await listOf(await printed(table(many)));
    expect(cells).toEqual(many);
    expect(codes(problems)).toContain('header.repeated-in-rows');
  });

  test('a cell of several lines stays one cell where borders say so', async () => {
    const long = 'نُقل إلى المشفى ثم إلى مكان آخر لا يعرفه أحد من أهله حتى اليوم ولم يصل عنه خبر';
    const rows = PEOPLE.map((row, at) => (at === 1 ? [...row.slice(0, 3), long] : row));
    const { cells } = await listOf(
      await printed(table(rows), 'td,th{border:1px solid}td:last-child{width:120px}'),
    );
    expect(cells).toEqual(rows);
  });

  test('Latin words, brackets and numbers of both scripts inside Arabic keep their order', async () => {
    const rows = [
      ['سالم (أبو رامي)', 'رقم ٤٥', '١٢/٠٣/١٩٨٥', 'Homs حمص'],
      ['رامي البيطار', 'ملف A12', '1990', 'درعا (البلد)'],
      ['نزار القصاب', 'عدنان', '1971', 'حلب'],
    ];
    const { cells } = await listOf(await printed(table(rows), 'td,th{border:1px solid}'));
    expect(cells).toEqual(rows);
  });

  test('pictures of pages are told plainly and kept', async () => {
    const { content, problems } = await listOf(await printed('<div style="background:#888;height:400px">'));
    expect(content.kind).toBe('unread');
    expect(codes(problems)).toEqual(['pdf.no-text']);
  });

  test('prose is no list', async () => {
    const { content, problems } = await listOf(await printed('<p>وصل الفريق صباحًا إلى المكان ولم يجد أحدًا.'));
    expect([content.kind, ...codes(problems)]).toEqual(['unread', 'pdf.no-table']);
  });
});

const COLUMNS = [560, 420, 300, 140];
/** A table set from the right, by a function that says how a cell's signs are written. */
const set = (write: (cell: string, right: number, y: number) => MadeRun[]): Uint8Array =>
  madePdf([
    [HEADER, ...PEOPLE].flatMap((row, line) =>
      row.flatMap((cell, column) => write(cell, COLUMNS[column]!, 740 - line * 20)),
    ),
  ]);

describe('PDFs of programs that do not know Arabic', () => {
  test('letters written as they look, from left to right, are read from the right', async () => {
    const bytes = set((cell, right, y) => [{ x: right - widthOf(cell), y, text: asItLooks(cell) }]);
    expect((await listOf(bytes)).cells).toEqual(PEOPLE);
  });

  test('letters shown one by one, in any order, are put together by their places', async () => {
    const bytes = set((cell, right, y) => {
      const letters = [...asItLooks(cell)].map((text, at) => ({
        x: right - widthOf(cell) + at * 5,
        y,
        text,
      }));
      return letters.toSorted((a, b) => ((a.x * 7919) % 101) - ((b.x * 7919) % 101));
    });
    expect((await listOf(bytes)).cells).toEqual(PEOPLE);
  });

  test('presentation forms and ligatures become everyday letters', async () => {
    const bytes = madePdf([
      [
        ['ﻢﺳﻻا', 'ﺔﻈﻓﺎﺤﻤﻟا'],
        ['ﻢﻟﺎﺳ', 'ﺔﻴﻗذﻼﻟا'],
        ['راﺰﻧ', 'ﺺﻤﺣ'],
        ['ﻲﻣار', 'ﺐﻠﺣ'],
      ].flatMap((row, line) =>
        row.map((text, column) => ({ x: [500, 300][column]! - widthOf(text), y: 740 - line * 20, text })),
      ),
    ]);
    const { table, cells } = await listOf(bytes);
    expect(table!.columns.map(({ header }) => header)).toEqual(['الاسم', 'المحافظة']);
    expect(cells).toEqual([
      ['سالم', 'اللاذقية'],
      ['نزار', 'حمص'],
      ['رامي', 'حلب'],
    ]);
  });

  test('letters set apart are joined to words', async () => {
    const bytes = set((cell, right, y) => {
      let x = right;
      return [...asItLooks(cell)].reverse().flatMap((text) => {
        x -= text === ' ' ? 4 : 8;
        return text === ' ' ? [] : [{ x, y, text }];
      });
    });
    expect((await listOf(bytes)).cells!.map(([name]) => name)).toEqual(PEOPLE.map(([name]) => name));
  });

  test('a page printed with its letters in reversed order is turned round, and that is told', async () => {
    const bytes = set((cell, right, y) => [{ x: right - widthOf(cell), y, text: cell }]);
    const { cells, problems } = await listOf(bytes);
    expect(cells!.map(([name]) => name)).toEqual(PEOPLE.map(([name]) => name));
    expect(codes(problems)).toContain('pdf.reversed');
  });

  test('bold letters made by showing them twice are there once', async () => {
    const bytes = set((cell, right, y) =>
      [0, 0.3].map((aside) => ({ x: right - widthOf(cell) + aside, y, text: asItLooks(cell) })),
    );
    expect((await listOf(bytes)).cells).toEqual(PEOPLE);
  });

  test('signs without a letter are told', async () => {
    const bytes = set((cell, right, y) => [
      { x: right - widthOf(cell), y, text: asItLooks(cell.replace('م', '\ue012')) },
    ]);
    expect(codes((await listOf(bytes)).problems)).toContain('pdf.letters-unknown');
  });
});

describe('hostile PDFs', () => {
  test('what is no PDF, or a broken one, is refused by name', async () => {
    const broken = new TextEncoder().encode('%PDF-1.7\nnothing of the kind');
    expect(codes((await listOf(broken)).problems)).toEqual(['pdf.damaged']);
    expect((await listOf(broken)).content.kind).toBe('unread');
    const cut = set((cell, x, y) => [{ x: x - widthOf(cell), y, text: asItLooks(cell) }]).subarray(0, 900);
    expect(['refused', 'unread']).toContain((await listOf(cut)).content.kind);
  });

  test('time, memory, pages and letters are limited', async () => {
    const page = Array.from({ length: 300 }, (_, at): MadeRun => ({ x: 20, y: at * 2, text: 'abcdefghij' }));
    const many = madePdf(Array.from({ length: 40 }, () => page));
    await expect(readMarks('x.pdf', many, { ...PDF_LIMITS, seconds: 0.05 })).rejects.toThrow('pdf.too-large');
    await expect(readMarks('x.pdf', many, { ...PDF_LIMITS, glyphs: 10_000 })).rejects.toThrow(
      'pdf.too-large',
    );
    await expect(readMarks('x.pdf', many, { ...PDF_LIMITS, bytes: 1000 })).rejects.toThrow('pdf.too-large');
    expect((await readMarks('x.pdf', many, { ...PDF_LIMITS, pages: 3 })).pages).toHaveLength(3);
  });
});
