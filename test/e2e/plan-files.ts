import { writeFileSync } from 'node:fs';
import { zxyToTileId } from 'pmtiles';
import sharp, { type OverlayOptions } from 'sharp';

/** Files of invented buildings and an invented place, made where they are needed. */

/** A wall photographed with the camera on its side: a plan of two rooms, as wide as the building. */
export async function photographOfPlan(path: string): Promise<void> {
  const room = (left: number): OverlayOptions => ({
    input: { create: { width: 600, height: 900, channels: 3, background: '#b9c4cc' } },
    left,
    top: 150,
  });
  const wall = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#f4f1ea' } })
    .composite([room(150), room(850)])
    .png()
    .toBuffer();
  // stored lying, with the note that it is to be turned
  await sharp(wall).rotate(270).withMetadata({ orientation: 6 }).jpeg().toFile(path);
}

/** Another drawing of it, square. */
export async function squareSheet(path: string): Promise<void> {
  await sharp({ create: { width: 1000, height: 1000, channels: 3, background: '#dfe6d8' } })
    .png()
    .toFile(path);
}

/** A PDF of a page a floor, drawn with lines and one of the standard fonts. */
export function pdfOfPlans(path: string, pages: number): void {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const kids: number[] = [];
  for (let page = 1; page <= pages; page++) {
    const drawing = `4 w 60 60 480 280 re S 300 60 m 300 340 l S BT /F1 28 Tf 70 300 Td (Level ${page}) Tj ET`;
    const stream = add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      ),
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${pages} >>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  writeFileSync(path, text, 'latin1');
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

/** A map of the whole invented earth in one colour, down to zoom 2 (PMTiles specification, version 3). */
export async function mapOfNowhere(path: string): Promise<void> {
  const tile = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#cfe3d2' } })
    .png()
    .toBuffer();
  const ids: number[] = [];
  for (let zoom = 0; zoom <= 2; zoom++)
    for (let x = 0; x < 2 ** zoom; x++) for (let y = 0; y < 2 ** zoom; y++) ids.push(zxyToTileId(zoom, x, y));
  ids.sort((a, b) => a - b);
  // all tiles are the same: one entry that runs over every id
  const directory = Buffer.from([1, ids[0]!, ids.length, tile.length, 1].flatMap(varint));
  const metadata = Buffer.from('{}');
  const header = Buffer.alloc(127);
  header.write('PMTiles\u0003', 'latin1');
  const places = [
    [127, directory.length],
    [127 + directory.length, metadata.length],
    [127 + directory.length + metadata.length, 0],
    [127 + directory.length + metadata.length, tile.length],
  ].flat();
  for (const [at, value] of [...places, ids.length, 1, 1].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * at);
  // clustered; directories and tiles not compressed; PNG; zoom 0 to 2
  header.set([1, 1, 1, 2, 0, 2], 96);
  for (const [at, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 1e7, 102 + 4 * at);
  writeFileSync(path, Buffer.concat([header, directory, metadata, tile]));
}
