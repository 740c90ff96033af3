import { crc32 } from 'node:zlib';
import { SanadError } from '../model/index.ts';
import { metadataLeft } from './metadata-left.ts';
import { named, openPicture } from './picture.ts';

/**
 * The same JPEG, PNG or WebP file without what is not picture: its points are not encoded anew. Blocks that draw are
 * taken over one by one, everything else stays behind, and code that shares nothing with this one looks it over.
 * A colour profile goes too, since it can tell the device; colours are then read as sRGB.
 *
 * @throws SanadError `picture.unknown-kind`, `picture.damaged`; `picture.turned` where the metadata says which side is up
 */
export async function losslessCopy(bytes: Uint8Array): Promise<Buffer> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { orientation = 1 } = await named(async () => (await openPicture(bytes)).picture.metadata());
  if (orientation !== 1) throw new SanadError('picture.turned');
  return strippedPicture(view);
}

/**
 * The same, where whoever shows it does not ask the picture which side is up; its points are not looked at.
 *
 * @throws SanadError `picture.unknown-kind`, `picture.damaged`
 */
export function strippedPicture(view: Buffer): Buffer {
  const kept = stripped(view);
  const [left] = metadataLeft(kept);
  if (left !== undefined) throw new SanadError('picture.damaged', { reason: `${left} left in the copy` });
  return kept;
}

const damaged = (reason: string): SanadError => new SanadError('picture.damaged', { reason });

function stripped(view: Buffer): Buffer {
  if (view[0] === 0xff && view[1] === 0xd8) return strippedJpeg(view);
  if (view.subarray(0, 8).equals(PNG)) return strippedPng(view);
  if (view.toString('latin1', 0, 4) === 'RIFF' && view.toString('latin1', 8, 12) === 'WEBP')
    return strippedWebp(view);
  throw new SanadError('picture.unknown-kind');
}

/** Quantisation, Huffman and arithmetic tables, restart interval, number of lines; frames; the scan's own head. */
const drawsInJpeg = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) ||
  (marker >= 0xda && marker <= 0xdd && marker !== 0xd9);

function strippedJpeg(view: Buffer): Buffer {
  const kept: Buffer[] = [view.subarray(0, 2)];
  let scans = 0;
  for (let at = 2; ; ) {
    while (view[at] === 0xff && view[at + 1] === 0xff) at++;
    const marker = view[at + 1];
    if (view[at] !== 0xff || marker === undefined) throw damaged(`no block at ${at}`);
    if (marker === 0xd9) break;
    if (at + 4 > view.length) throw damaged('cut short');
    let end = at + 2 + view.readUInt16BE(at + 2);
    if (end > view.length || end < at + 4) throw damaged('cut short');
    const content = view.subarray(at + 4, end);
    if (marker === 0xda) {
      end = scanEnd(view, end);
      scans++;
    }
    if (drawsInJpeg(marker)) kept.push(view.subarray(at, end));
    else if (marker === 0xe0 && content.toString('latin1', 0, 5) === 'JFIF\0' && content.length >= 14) {
      const plain = Buffer.from(view.subarray(at, at + 18));
      plain.writeUInt16BE(16, 2);
      plain.fill(0, 16);
      kept.push(plain);
    } else if (marker === 0xee && content.toString('latin1', 0, 5) === 'Adobe' && content.length >= 12) {
      const plain = Buffer.from(view.subarray(at, at + 16));
      plain.writeUInt16BE(14, 2);
      kept.push(plain);
    } else if (!((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe))
      throw damaged(`block ${marker.toString(16)}`);
    at = end;
  }
  if (scans === 0) throw damaged('no picture in it');
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

/** A scan ends at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(view: Buffer, from: number): number {
  for (let at = view.indexOf(0xff, from); at >= 0 && at + 1 < view.length; at = view.indexOf(0xff, at + 1)) {
    const next = view[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged('cut short');
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const DRAW_IN_PNG = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function strippedPng(view: Buffer): Buffer {
  const kept: Buffer[] = [PNG];
  let type = '';
  for (let at = 8; type !== 'IEND'; ) {
    if (at + 12 > view.length) throw damaged('cut short');
    const end = at + 12 + view.readUInt32BE(at);
    if (end > view.length) throw damaged('cut short');
    type = view.toString('latin1', at + 4, at + 8);
    if (crc32(view.subarray(at + 4, end - 4)) !== view.readUInt32BE(end - 4))
      throw damaged(`${type} is damaged`);
    if (DRAW_IN_PNG.has(type)) kept.push(view.subarray(at, end));
    // A capital first letter: nobody may draw the picture without knowing this chunk.
    else if (/^[A-Z]/.test(type)) throw damaged(`chunk ${type}`);
    at = end;
  }
  return Buffer.concat(kept);
}

/** Flags of `VP8X` for what stays behind: colour profile, EXIF, XMP. */
const SPEAKING = 0x20 | 0x08 | 0x04;

function strippedWebp(view: Buffer): Buffer {
  const kept: Buffer[] = [];
  const stop = 8 + view.readUInt32LE(4);
  if (stop > view.length) throw damaged('cut short');
  for (let at = 12; at < stop; ) {
    if (at + 8 > stop) throw damaged('cut short');
    const type = view.toString('latin1', at, at + 4);
    const length = view.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > stop) throw damaged('cut short');
    const chunk = Buffer.from(view.subarray(at, end));
    // The odd byte behind a chunk could hold anything.
    if (length % 2 === 1) chunk[chunk.length - 1] = 0;
    if (type === 'VP8X') {
      chunk[8]! &= ~SPEAKING;
      chunk.fill(0, 9, 12);
      kept.push(chunk);
    } else if (type === 'VP8 ' || type === 'VP8L' || type === 'ALPH') kept.push(chunk);
    else if (type === 'ANIM' || type === 'ANMF')
      throw damaged('a moving picture is drawn anew, not taken apart');
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
