import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SanadError } from '../../model/index.ts';
import { fileMetadata, metadataLeft, partsOf, pdfCopy } from '../index.ts';
import { PDF_COPY_LIMITS } from './pdf-copy.ts';
import { writePicturePdf } from './write-pdf.ts';

/** A page with a name under a black bar, an author, an attachment, a layer of hidden text, and an earlier revision. */
function telling(): Buffer {
  const bar = 'BT /F 20 Tf 20 150 Td (Nadia Marjan) Tj ET 0 g 10 140 180 30 re f';
  const hidden = 'BT 3 Tr /F 20 Tf 20 40 Td (Nadia at home) Tj ET';
  const draw = `${bar} ${hidden} 0.8 0.1 0.1 rg 20 20 60 60 re f`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Names << /EmbeddedFiles << /Names [(nadia.csv) 8 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Metadata /Subtype /XML /Length 12 >>\nstream\nNadia Marjan\nendstream',
    '<< /Author (Nadia Marjan) /Producer (Acme Writer 3) >>',
    '<< /Type /Filespec /F (nadia.csv) /EF << /F 9 0 R >> >>',
    '<< /Type /EmbeddedFile /Length 5 >>\nstream\nNadia\nendstream',
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = text.length;
  text += `xref\n0 10\n0000000000 65535 f \n${rows}trailer << /Size 10 /Root 1 0 R /Info 7 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const pictureIn = (pdf: Buffer): Buffer => {
  const from = pdf.indexOf('\xff\xd8', 0, 'latin1');
  return pdf.subarray(from, pdf.indexOf('\nendstream', from));
};
const refusal = (bytes: Uint8Array, limits?: Parameters<typeof pdfCopy>[1]): Promise<string> =>
  pdfCopy(bytes, limits).then(
    () => 'made',
    (error: SanadError) => error.code,
  );

describe('a PDF drawn anew', () => {
  let made: Buffer;
  beforeAll(async () => {
    made = (await pdfCopy(telling())).bytes;
  });

  test('holds a picture of each page and no word of the original', async () => {
    expect(made.toString('latin1')).not.toMatch(/Nadia|Marjan|Acme|Author|Metadata|EmbeddedFile|\/Info|\/ID/);
    expect((await fileMetadata(partsOf(made))).fields).toEqual([]);
    expect(metadataLeft(pictureIn(made))).toEqual([]);
    expect(made.toString('latin1')).toContain('/MediaBox [0 0 200 200]');
  });

  test('shows what was seen: the bar black, the square red, hidden text nowhere', async () => {
    const { data, info } = await sharp(pictureIn(made)).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => {
      const [column, row] = [(x * info.width) / 200, ((200 - y) * info.height) / 200].map(Math.floor);
      return [...data.subarray((row! * info.width + column!) * info.channels).subarray(0, 3)];
    };
    expect(Math.max(...at(100, 155))).toBeLessThan(12);
    expect(at(50, 50)[0]).toBeGreaterThan(180);
    expect(at(50, 50)[1]).toBeLessThan(60);
    expect(Math.min(...at(120, 45))).toBeGreaterThan(245);
  });

  test('again, is a PDF of as many pages', async () => {
    expect((await pdfCopy(made)).pages).toBe(1);
  });
});

test('what cannot be drawn is refused by name, and the thread ended', async () => {
  expect(await refusal(Buffer.from('%PDF-1.7 and nothing else'))).toBe('document.damaged');
  expect(await refusal(telling(), { ...PDF_COPY_LIMITS, bytes: 10 })).toBe('document.too-large');
  expect(await refusal(telling(), { ...PDF_COPY_LIMITS, seconds: 0 })).toBe('document.too-large');
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const page = { jpeg, points: { width: 8, height: 8 }, size: { width: 10, height: 10 } };
  const long = writePicturePdf([page, page, page]);
  expect(await refusal(long, { ...PDF_COPY_LIMITS, pages: 2 })).toBe('document.too-large');
  expect(await refusal(LOCKED)).toBe('document.locked');
});

/** Opens with a password alone: the smallest dictionary of encryption whose check no empty password passes. */
const LOCKED = Buffer.from(
  (() => {
    const head = '%PDF-1.4\n';
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    ];
    let text = head;
    const rows = objects.map((object, at) => {
      const place = text.length;
      text += `${at + 1} 0 obj\n${object}\nendobj\n`;
      return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const table = text.length;
    return `${text}xref\n0 4\n0000000000 65535 f \n${rows.join('')}trailer << /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00><00>] >>\nstartxref\n${table}\n%%EOF\n`;
  })(),
  'latin1',
);
