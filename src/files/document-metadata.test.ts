import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileMetadata, partsOf } from './index.ts';
import { bentFiles } from './trial/bent.ts';
import { zip } from './trial/zip.ts';

const shown = async (bytes: Uint8Array): Promise<string[]> =>
  (await fileMetadata(partsOf(bytes))).fields.map(({ name, value }) => `${name}: ${value}`);

/** Two revisions: the second one takes the author away, who is still in the file. */
function pdf(): Buffer {
  const parts: string[] = ['%PDF-1.7\n'];
  const places = new Map<number, number>();
  const length = (): number => Buffer.byteLength(parts.join(''), 'latin1');
  const object = (n: number, content: string): void => {
    places.set(n, length());
    parts.push(`${n} 0 obj\n${content}\nendobj\n`);
  };
  const table = (numbers: readonly number[], trailer: string): number => {
    const at = length();
    const rows = numbers.map((n) => `${n} 1\n${String(places.get(n)).padStart(10, '0')} 00000 n \n`).join('');
    parts.push(
      `xref\n0 1\n0000000000 65535 f \n${rows}trailer\n<< /Size 7 /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    );
    return at;
  };
  const attached = 'hello';
  object(
    1,
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(list.csv) 5 0 R] >> /JavaScript << /Names [(open) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >> >>',
  );
  object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>');
  object(
    4,
    '<< /Author (Maha of Mill Street) /Producer (Acme Writer 3) /CreationDate (D:20241209064100Z) >>',
  );
  object(5, '<< /Type /Filespec /F (list.csv) /EF << /F 6 0 R >> >>');
  object(6, `<< /Type /EmbeddedFile /Length ${attached.length} >>\nstream\n${attached}\nendstream`);
  const first = table([1, 2, 3, 4, 5, 6], '/Info 4 0 R');
  object(4, '<< /Producer (Acme Writer 3) /CreationDate (D:20241209064100Z) >>');
  table([4], `/Info 4 0 R /Prev ${first}`);
  return Buffer.from(parts.join(''), 'latin1');
}

test('a PDF: what its dictionary says, that it has two revisions, what is attached, that it runs something', async () => {
  const said = await shown(pdf());
  expect(said).toEqual(
    expect.arrayContaining([
      'revisions: 2',
      'Producer: Acme Writer 3',
      'attachment: list.csv',
      'script: open',
    ]),
  );
  expect((await fileMetadata(partsOf(pdf()))).taken).toBe('2024-12-09T06:41:00');
});

const word = zip({
  '[Content_Types].xml': '<Types/>',
  'docProps/core.xml':
    '<cp:coreProperties><dc:creator>Maha &amp; Rana</dc:creator><cp:lastModifiedBy>Yusuf</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-12-09T06:41:00Z</dcterms:created></cp:coreProperties>',
  'docProps/app.xml': '<Properties><Company>The Harbour Office</Company></Properties>',
  'docProps/thumbnail.jpeg': 'x',
  'word/document.xml':
    '<w:document><w:ins w:id="1" w:author="Nidal" w:date="2024-12-10T00:00:00Z"/><w:del w:author=\'Nidal\'><w:delText>x</w:delText></w:del></w:document>',
  'word/comments.xml': '<w:comments><w:comment w:author="Hala" w:initials="H"/></w:comments>',
  'word/vbaProject.bin': 'x',
});

test('an office file: properties, who changed and commented it, deleted text, what stands beside it', async () => {
  const said = await shown(word);
  expect(said).toEqual([
    'creator: Maha & Rana',
    'lastModifiedBy: Yusuf',
    'created: 2024-12-09T06:41:00Z',
    'Company: The Harbour Office',
    'part: docProps/thumbnail.jpeg',
    'author: Nidal',
    'deleted text: word/document.xml',
    'part: word/comments.xml',
    'author: Hala',
    'initials: H',
    'part: word/vbaProject.bin',
  ]);
});

test.each([
  ['PDF', pdf, 300],
  ['office file', () => word, 3000],
])(
  'a bent %s is read as far as it goes, and nothing is thrown',
  async (_kind, make, numRuns) => {
    const original = make();
    await fc.assert(
      fc.asyncProperty(bentFiles(original), async (bent) => {
        expect((await shown(bent)).length).toBeLessThanOrEqual(400);
      }),
      { numRuns },
    );
  },
  60_000,
);
