/** One piece of writing shown at a place, in points from the lower left corner. */
export interface MadeRun {
  readonly x: number;
  readonly y: number;
  /** Each sign as the file's own table gives it, in the order in which the file shows them. */
  readonly text: string;
  readonly size?: number;
}

const WIDTH = 500;

/**
 * A PDF written by hand, so that it can hold what careless programs write: letters in any order, in any form, one by one.
 * Every sign is half its size wide.
 */
export function madePdf(pages: readonly (readonly MadeRun[])[]): Uint8Array {
  const signs = [...new Set(pages.flatMap((runs) => runs.flatMap(({ text }) => [...text])))];
  const codeOf = new Map(signs.map((sign, at) => [sign, at + 1]));
  const hex = (code: number): string => code.toString(16).padStart(2, '0');
  const utf16 = (sign: string): string => Buffer.from(sign, 'utf16le').swap16().toString('hex');
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Made def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...signs.map((sign) => `1 beginbfchar <${hex(codeOf.get(sign)!)}> <${utf16(sign)}> endbfchar`),
    'endcmap end end',
  ].join('\n');
  const contents = pages.map((runs) =>
    runs
      .map(({ x, y, text, size = 10 }) => {
        const codes = [...text].map((sign) => hex(codeOf.get(sign)!)).join('');
        return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`;
      })
      .join('\n'),
  );
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const first = 5;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar ${signs.length} /Widths [${signs.map(() => WIDTH).join(' ')}] /ToUnicode 4 0 R >>`,
    stream(map),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const end = text.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** How wide a text of so many signs is. */
export const widthOf = (text: string, size = 10): number => ([...text].length * WIDTH * size) / 1000;

/** A text as it looks, letters from left to right: what a program writes that knows no Arabic order. Numbers stay as they are. */
export const asItLooks = (text: string): string =>
  [...text]
    .reverse()
    .join('')
    .replace(/[0-9][0-9/]*[0-9]/g, (number) => [...number].reverse().join(''));

/** A table as such a program sets it: columns from the right, one row a line, so many rows a page. */
export function madePdfTable(rows: readonly (readonly string[])[], rowsAPage = 30): Uint8Array {
  const pages = Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsAPage)) }, (_, page) =>
    rows.slice(page * rowsAPage, (page + 1) * rowsAPage).flatMap((row, line) =>
      row.map((cell, column): MadeRun => {
        const text = asItLooks(cell);
        return { x: 570 - column * (550 / row.length) - widthOf(text, 8), y: 760 - line * 22, text, size: 8 };
      }),
    ),
  );
  return madePdf(pages);
}
