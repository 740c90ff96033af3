import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { inFolder, sanad, startSanad } from './sanad-command.ts';

interface Told {
  readonly code: string;
  readonly file: string;
  readonly row?: number;
  readonly line?: number;
}
interface Added {
  readonly added: { file: string; records: number }[];
  readonly problems: Told[];
}

const HEADER = 'name,father,family,birth date\n';
const windows1256 = (arabic: string): Buffer => {
  const letters = new Map<string, number>();
  const decoder = new TextDecoder('windows-1256');
  for (let byte = 0; byte < 256; byte++) letters.set(decoder.decode(new Uint8Array([byte])), byte);
  return Buffer.from([...arabic].map((letter) => letters.get(letter) ?? 63));
};

/** A workbook whose sheet claims cells to the last column of the last row, and holds one. */
async function workbookOfABillionCells(path: string): Promise<void> {
  const zip = new ZipFile();
  const put = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  put(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  );
  put(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  );
  put(
    'xl/workbook.xml',
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
  );
  put(
    'xl/_rels/workbook.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  );
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  put(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1', 'name')}${cell('B1', 'father')}</row><row r="2">${cell('A2', 'Samer')}${cell('B2', 'Nabil')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row></sheetData></worksheet>`,
  );
  zip.end();
  const out = createWriteStream(path);
  zip.outputStream.pipe(out);
  await once(out, 'close');
}

describe('bad input is normal input', () => {
  let folder: string;
  let theCase: string;
  let told: Added;
  let code: number | null;
  const of = (file: string) => told.problems.filter((problem) => problem.file === file);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-bad-'));
    theCase = join(folder, 'case');
    const input = join(folder, 'input');
    mkdirSync(input);
    const write = (name: string, content: string | Buffer) => writeFileSync(join(input, name), content);
    write('good.csv', `${HEADER}Samer,Nabil,Harfouch,1980\n`);
    write('empty.csv', '');
    write('binary.csv', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) & 255)));
    write('ragged.csv', `${HEADER}Samer,Nabil\nAdnan,Fuad,Rajab,1971,more,and more\nLina,Issa,Khoury,1990\n`);
    write('quote.csv', `${HEADER}Samer,"Nabil,Harfouch,1980\nAdnan,Fuad,Rajab,1971\nLina,Issa,Khoury,1990\n`);
    write('twice.csv', 'name,name,father\nSamer,Nabil,Issa\n');
    write('wide.csv', `${HEADER}${'x,'.repeat(1_000_000)}\nLina,Issa,Khoury,1990\n`);
    write('windows.csv', windows1256('الاسم,اسم الأب,النسبة\nسامر,نبيل,حرفوش\n'));
    write('formula.csv', `${HEADER}"=HYPERLINK(""http://x"",""Samer"")",Nabil,Harfouch,1980\n`);
    write('marks.csv', `${HEADER}Sa\u202Emer,Nabil,Harfouch,1980\n`);
    write('impossible.csv', `${HEADER}Samer,Nabil,Harfouch,31/02/2012\n`);
    write('report.txt', `A long report\n\n${'Nothing new was said about the town. '.repeat(1_400_000)}`);
    await workbookOfABillionCells(join(input, 'billion.xlsx'));
    writeFileSync(join(folder, 'outside.csv'), `${HEADER}Secret,Nabil,Harfouch,1980\n`);
    symlinkSync('../outside.csv', join(input, 'link.csv'));

    sanad(['init', theCase, '--unsealed']);
    const ran = sanad(['add', theCase, input, '--json'], { NODE_OPTIONS: '--max-old-space-size=1500' });
    code = ran.code;
    told = JSON.parse(ran.out) as Added;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the batch goes in, and says that something was refused', () => {
    expect(code).toBe(1);
    expect(told.added.map((item) => item.file)).toEqual(
      expect.arrayContaining([
        'good.csv',
        'ragged.csv',
        'quote.csv',
        'twice.csv',
        'windows.csv',
        'marks.csv',
      ]),
    );
  });

  test.each([
    ['empty.csv', 'file.empty', undefined],
    ['binary.csv', 'file.binary', undefined],
    ['ragged.csv', 'row.too-many-cells', 2],
    ['ragged.csv', 'row.too-few-cells', 1],
    ['quote.csv', 'row.broken-quote', 1],
    ['twice.csv', 'header.duplicate', undefined],
    ['formula.csv', 'cell.formula', 1],
    ['marks.csv', 'cell.direction-marks', 1],
    ['impossible.csv', 'cell.date-impossible', 1],
  ])('%s is told as %s', (file, expected, row) => {
    const problem = of(file).find((one) => one.code === expected);
    expect(problem, JSON.stringify(of(file))).toBeDefined();
    if (row !== undefined) expect(problem?.row).toBe(row);
  });

  test('a line of a million columns is refused, whichever limit it meets first', () => {
    expect(
      of('wide.csv').some((problem) =>
        /^list\.(line-too-long|too-many-columns)$|^row\.too-many-cells$/.test(problem.code),
      ),
    ).toBe(true);
  });

  test('a broken quote costs one row, not the file', () => {
    expect(told.added.find((item) => item.file === 'quote.csv')?.records).toBe(2);
  });

  test('a sheet that claims a billion cells gives the cells it has, or one clear refusal', () => {
    const workbook = told.added.find((item) => item.file === 'billion.xlsx');
    expect(workbook !== undefined || of('billion.xlsx').length > 0).toBe(true);
  });

  test('a link out of the folder is not followed', () => {
    expect(told.problems.some((problem) => problem.code === 'file.path-outside')).toBe(true);
    expect(JSON.stringify(told)).not.toMatch(/Secret/);
  });

  test('a report of 50 MB goes in or is refused by name', () => {
    const report = told.added.find((item) => item.file === 'report.txt');
    expect(report !== undefined || of('report.txt').length > 0).toBe(true);
  });

  test('letters of another encoding are read', () => {
    const { hits } = JSON.parse(sanad(['find', theCase, 'سامر نبيل حرفوش', '--json']).out) as {
      hits: { records: { list: string }[] }[];
    };
    const lists = hits.flatMap((hit) => hit.records.map((record) => record.list));
    expect(lists).toContain('windows.csv');
  });

  test('the case is whole', () => expect(sanad(['verify', theCase]).code).toBe(0));

  test('a dry run tells every bad row and changes nothing', () => {
    const before = sanad(['verify', theCase, '--json']).out;
    const ran = sanad([
      'add',
      theCase,
      join(folder, 'input', 'ragged.csv'),
      join(folder, 'outside.csv'),
      '--dry-run',
    ]);
    expect(ran.err).toMatch(/Nothing was changed/);
    expect(sanad(['verify', theCase, '--json']).out).toBe(before);
  });
});

describe('killed at any moment', () => {
  test('an item is in the case whole or not at all', async () => {
    await inFolder(async (folder) => {
      const theCase = join(folder, 'case');
      const input = join(folder, 'input');
      mkdirSync(input);
      for (let list = 0; list < 60; list++)
        writeFileSync(
          join(input, `list-${String(list).padStart(2, '0')}.csv`),
          HEADER +
            Array.from(
              { length: 50 },
              (_, row) => `Name${list},Father${row},Family,${1950 + (row % 50)}\n`,
            ).join(''),
        );
      sanad(['init', theCase, '--unsealed']);
      for (const wait of [450, 600, 750, 900]) {
        const child = startSanad(['add', theCase, input, '--quiet']);
        await new Promise((resolve) => setTimeout(resolve, wait));
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        const report = JSON.parse(sanad(['verify', theCase, '--json']).out) as {
          ok: boolean;
          faults: unknown[];
        };
        expect(report.faults).toEqual([]);
      }
      const last = JSON.parse(sanad(['add', theCase, input, '--json']).out) as Added & {
        alreadyHeld: unknown[];
      };
      expect(last.added.length + last.alreadyHeld.length).toBe(60);
      for (const item of last.added) expect(item.records).toBe(50);
    });
  });
});
