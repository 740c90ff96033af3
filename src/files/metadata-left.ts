/**
 * What a JPEG, PNG or WebP file still carries beside the picture, block by block: written apart from what makes copies, to
 * look over its shoulder. A copy leaves only where this finds nothing.
 */
export function metadataLeft(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view[0] === 0xff && view[1] === 0xd8) return inJpeg(view);
  if (view.subarray(1, 4).toString('latin1') === 'PNG') return inPng(view);
  if (view.subarray(8, 12).toString('latin1') === 'WEBP') return inWebp(view);
  return ['not a JPEG, PNG or WebP file'];
}

/** Markers that draw: frames, tables, scans, restart. JFIF and Adobe's colour transform say how to read them. */
function inJpeg(view: Buffer): string[] {
  const left: string[] = [];
  let at = 2;
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return [...left, `bytes that belong to no block at ${at}`];
    const marker = view[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    const length = view.readUInt16BE(at + 2);
    const content = view.subarray(at + 4, at + 2 + length);
    const tag = content.subarray(0, 5).toString('latin1');
    if (marker === 0xfe) left.push('comment');
    else if (marker === 0xe0) {
      if (tag !== 'JFIF\0') left.push(`APP0 ${tag}`);
      else if (content.length > 14) left.push('thumbnail in JFIF');
    } else if (marker >= 0xe1 && marker <= 0xef && !(marker === 0xee && tag === 'Adobe'))
      left.push(`APP${marker - 0xe0} ${tag.replace(/[^\x20-\x7e]/g, '')}`);
    at += 2 + length;
    if (marker === 0xda) at = endOfScan(view, at);
  }
  if (at + 2 < view.length) left.push(`${view.length - at - 2} bytes after the end`);
  return left;
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(view: Buffer, from: number): number {
  for (let at = from; at + 1 < view.length; at++) {
    const next = view[at + 1]!;
    if (view[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.length;
}

const PNG_NEEDED = new Set([
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

function inPng(view: Buffer): string[] {
  const left: string[] = [];
  let at = 8;
  while (at + 12 <= view.length) {
    const type = view.subarray(at + 4, at + 8).toString('latin1');
    if (!PNG_NEEDED.has(type)) left.push(`chunk ${type}`);
    at += 12 + view.readUInt32BE(at);
    if (type === 'IEND') break;
  }
  if (at !== view.length) left.push(`${view.length - at} bytes after the end`);
  return left;
}

const WEBP_NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function inWebp(view: Buffer): string[] {
  const left: string[] = [];
  let at = 12;
  while (at + 8 <= view.length) {
    const type = view.subarray(at, at + 4).toString('latin1');
    if (!WEBP_NEEDED.has(type)) left.push(`chunk ${type}`);
    const length = view.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  if (at !== view.length) left.push(`${view.length - at} bytes after the end`);
  return left;
}
