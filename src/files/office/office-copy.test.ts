import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { SanadError } from '../../model/index.ts';
import { metadataLeft, officeCopy, officeLeft } from '../index.ts';
import { bentFiles } from '../trial/bent.ts';
import { documentOf, openParts, sheetParts, slideParts, wordParts } from '../trial/documents.ts';
import { readParts, writeParts } from './office-parts.ts';

let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a8f96' } })
    .withExif({ IFD0: { Artist: 'Nadia Marjan' } })
    .jpeg()
    .toBuffer();
});

const TELLING = /Nadia|Yusuf|Harbour Office|C0FFEE|00AA|Marjan|thumbnail|printer|docProps|customXml|comment/i;

/** Everything in the copy, part by part, as text. */
async function said(bytes: Buffer): Promise<string> {
  const parts = await readParts((await officeCopy(bytes)).bytes);
  return [...parts].map(([name, content]) => `${name}\n${content.toString('latin1')}`).join('\n');
}
const text = async (bytes: Buffer, part: string): Promise<string> =>
  (await readParts((await officeCopy(bytes)).bytes)).get(part)!.toString('utf8');

const KINDS = [
  ['docx', () => documentOf(wordParts(photo))],
  ['xlsx', () => documentOf(sheetParts())],
  ['pptx', () => documentOf(slideParts())],
  ['odt', () => documentOf(openParts(photo))],
] as const;

describe.each(KINDS)('%s', (extension, make) => {
  test('leaves with what is seen and without a name, path, id or comment', async () => {
    expect(make().toString('latin1')).toMatch(TELLING);
    const copy = await officeCopy(make());
    expect(copy.extension).toBe(extension);
    expect(await said(make())).not.toMatch(TELLING);
    expect(await officeLeft(copy.bytes)).toEqual([]);
  });

  test('a copy of the copy is the same, byte for byte', async () => {
    const { bytes } = await officeCopy(make());
    expect((await officeCopy(bytes)).bytes.equals(bytes)).toBe(true);
  });

  test('the code that looks it over finds the original telling', async () => {
    expect((await officeLeft(make())).length).toBeGreaterThan(3);
  });
});

test('a text: what was added stays, what was deleted goes; a link on the web stays, one to a disk does not', async () => {
  const document = await text(documentOf(wordParts(photo)), 'word/document.xml');
  const words = document.replace(/<[^>]+>/g, '');
  expect(words).toBe('\nأُفرج عن أربعين &amp; more on Mondaythe lista file');
  expect(document).toMatch(/<w:hyperlink r:id="rId5">/);
  expect(document).not.toMatch(/rId6/);
});

test('a table: values without their formulas; a text that no cell shows is gone', async () => {
  const bytes = documentOf(sheetParts());
  expect(await text(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B1"><v>40<\/v><\/c>/);
  const strings = await text(bytes, 'xl/sharedStrings.xml');
  expect(strings).toContain('طارق الزعرور');
  expect(strings).toContain('Omar');
  expect(strings.match(/<si>/g)).toHaveLength(3);
});

test('a picture in it loses what it says of itself and keeps its points', async () => {
  const parts = await readParts((await officeCopy(documentOf(wordParts(photo)))).bytes);
  const [name, picture] = [...parts].find(([part]) => part.startsWith('media/'))!;
  expect(name).toMatch(/^media\/picture\d\.jpeg$/);
  expect(metadataLeft(picture)).toEqual([]);
  const points = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
  expect((await points(picture)).equals(await points(photo))).toBe(true);
});

const code = (bytes: Buffer): Promise<string> =>
  officeCopy(bytes).then(
    () => 'made',
    (error: SanadError) => `${error.code} ${error.data.reason ?? ''}`.trim(),
  );

test('what hides something is refused, and told what', async () => {
  const word = (body: string): Buffer => documentOf(wordParts(photo, body));
  const run = (inside: string): string => `<w:p><w:r><w:rPr>${inside}</w:rPr><w:t>x</w:t></w:r></w:p>`;
  expect(await code(word(run('<w:vanish/>')))).toBe('document.hides hidden text');
  expect(await code(word(run('<w:vanish w:val="0"/>')))).toBe('made');
  expect(await code(word(run('<w:rStyle w:val="Below"/>')))).toBe('document.hides hidden text');
  expect(await code(word('<a:srcRect l="20000"/>'))).toBe('document.hides what was cropped from a picture');
  expect(await code(documentOf(sheetParts(' hidden="1"')))).toBe('document.hides a hidden row');
  expect(await code(documentOf(sheetParts('', ' state="veryHidden"')))).toBe('document.hides sheet List');
  expect(await code(documentOf(slideParts(' show="0"')))).toBe('document.hides a slide');
  const open = (body: string): Buffer => documentOf(openParts(photo, body));
  expect(await code(open('<text:section text:display="none"/>'))).toBe('document.hides hidden text');
  expect(await code(open('<text:hidden-text/>'))).toBe('document.hides hidden-text');
  expect(await code(open('<style:graphic-properties fo:clip="rect(0cm, 1cm, 0cm, 0cm)"/>'))).toBe(
    'document.hides what was cropped from a picture',
  );
});

test('programs, files within, pictures that cannot be cleaned, locks and old forms are refused by name', async () => {
  const types = (type: string): Buffer => {
    const parts = wordParts(photo);
    return documentOf({
      ...parts,
      '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
        /application\/vnd\.openxml[^"]*document\.main\+xml/,
        type,
      ),
    });
  };
  expect(await code(types('application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe('document.macros');
  expect(await code(documentOf(wordParts(photo, '<w:object/>')))).toBe('document.not-understood object');
  expect(await code(documentOf(wordParts(Buffer.from('\x01\0\0\0 EMF'))))).toMatch(/^document\.picture/);
  expect(await code(documentOf({ ...openParts(photo), 'Basic/Standard/a.xml': '<x/>' }))).toBe(
    'document.macros',
  );
  expect(
    await code(
      documentOf({
        ...openParts(photo),
        'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>',
      }),
    ),
  ).toBe('document.locked');
  expect(await code(Buffer.from('d0cf11e0a1b11ae100000000', 'hex'))).toBe('document.old-form');
  expect(await code(documentOf({ 'a.txt': 'x' }))).toMatch(/^document\.damaged/);
  expect(await code(Buffer.from('PK\x03\x04'))).toBe('document.damaged zip');
});

test('what unpacks to more than may be is stopped on the way; too many parts are not opened', async () => {
  const limits = { bytes: 1e6, parts: 3, unpacked: 1e6 };
  const packed = writeParts(new Map([['word/document.xml', Buffer.alloc(2e6)]]));
  expect(packed.length).toBeLessThan(10_000);
  await expect(readParts(packed, limits)).rejects.toMatchObject({ code: 'document.too-large' });
  await expect(readParts(documentOf(wordParts(photo)), limits)).rejects.toMatchObject({
    code: 'document.too-large',
  });
  await expect(readParts(packed, { ...limits, bytes: 100 })).rejects.toMatchObject({
    code: 'document.too-large',
  });
});

test.each(KINDS)(
  '3,000 bent ones in all: a copy in which nothing is found, or a refusal by name: %s',
  async (_kind, make) => {
    const original = make();
    await fc.assert(
      fc.asyncProperty(bentFiles(original), async (bent) => {
        try {
          expect(await officeLeft((await officeCopy(bent)).bytes)).toEqual([]);
        } catch (error) {
          if (!(error instanceof SanadError)) throw error;
          expect(error.code).toMatch(/^document\./);
        }
      }),
      { numRuns: 750 },
    );
  },
  60_000,
);
