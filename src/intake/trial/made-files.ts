import yazl from 'yazl';

/** Invented lists of any length, and files made of them. */

const GIVEN = [
  'حازم',
  'نور الدين',
  'نضال',
  'إياد',
  'رنا',
  'عبد الرحمن',
  'لؤي',
  'سلمى',
  'مازن',
  'هدى',
  'قصي',
  'ميساء',
];
const FAMILY = [
  'غنوم',
  'الخالد',
  'سويد',
  'كنعان',
  'البرازي',
  'طنوس',
  'الدالاتي',
  'أبو زيد',
  'المصري',
  'عرفات',
  'الحوراني',
];
const PLACES = ['دوما', 'حماة', 'حلب', 'دمشق', 'الرقة', 'إدلب', 'نوى', 'القنيطرة', 'دير الزور', 'جاسم'];

const HEADER = [
  'الرقم',
  'الاسم',
  'اسم الأب',
  'النسبة',
  'اسم الأم',
  'تاريخ الولادة',
  'محل الولادة',
  'تاريخ التوقيف',
];

/** A deterministic shuffle of numbers (a linear congruence), so that a bench gives the same list every time. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A prison register: header, then rows of eight cells in Arabic, dates in three forms, some cells empty. */
export function registerLike(rows: number): readonly (readonly string[])[] {
  const next = numbers(7);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)]!;
  const two = (value: number): string => String(value).padStart(2, '0');
  const table: string[][] = [HEADER];
  for (let row = 0; row < rows; row++) {
    const year = 1940 + Math.floor(next() * 60);
    const month = 1 + Math.floor(next() * 12);
    const day = 1 + Math.floor(next() * 28);
    const form = next();
    const birth =
      form < 0.4
        ? `${two(day)}/${two(month)}/${year}`
        : form < 0.7
          ? `${year}-${two(month)}-${two(day)}`
          : String(year);
    table.push([
      String(100_000 + 3 * row),
      pick(GIVEN),
      pick(GIVEN),
      pick(FAMILY),
      next() < 0.3 ? '' : pick(GIVEN),
      birth,
      pick(PLACES),
      next() < 0.4 ? '' : `${two(day)}/${two(month)}/${2011 + Math.floor(next() * 12)}`,
    ]);
  }
  return table;
}

export type ListEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** Text as bytes. UTF-16 carries its byte order mark; letters that Windows-1256 has not are an error. */
export function encoded(text: string, encoding: ListEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1256':
      return Uint8Array.from(text, (letter) => {
        const byte = CODE_PAGE.get(letter);
        if (byte === undefined) throw new Error(`no ${letter} in Windows-1256`);
        return byte;
      });
  }
}

const CODE_PAGE: ReadonlyMap<string, number> = (() => {
  const decoder = new TextDecoder('windows-1256');
  const page = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) page.set(decoder.decode(Uint8Array.of(byte)), byte);
  return page;
})();

export interface SheetSource {
  readonly name: string;
  readonly rows?: readonly (readonly string[])[];
  /** The whole of the sheet's XML, in place of rows. */
  readonly xml?: string;
  readonly hidden?: true;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Rows as the cells of a sheet with inline strings. */
export const sheetXml = (rows: readonly (readonly string[])[]): string =>
  `<worksheet xmlns="${NAMESPACE}"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** A workbook of the given sheets; `more` adds or replaces parts by their path. */
export function workbookOf(
  sheets: readonly SheetSource[],
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, hidden }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  };
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml ?? sheetXml(sheet.rows ?? []);
  return zipOf({ ...parts, ...more });
}

export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
