import type { Sharp } from 'sharp';
import { SanadError } from '../model/index.ts';
import { drawing } from './drawing.ts';
import { type PictureHash, pdqOfLuminance } from './pdq.ts';

/**
 * Pictures are opened from memory only, by kind: what can fetch, run or nest (SVG, PDF, script-like formats) is not even
 * looked at; the header must name a size that can be held; anything cut short or broken is refused by name.
 */
export const PICTURE_LIMITS = {
  /** Width × height that is decoded: the largest cameras of today, not a bomb. */
  pixels: 120_000_000,
  /** Of the file. */
  bytes: 200 * 1024 * 1024,
  /** Seconds that one picture may take. */
  seconds: 20,
} as const;

export interface PictureFacts {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif';
  /** As it is to be seen: turned upright where its metadata says so. */
  readonly width: number;
  readonly height: number;
}

const starts = (bytes: Uint8Array, at: number, text: string): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

function kindOf(bytes: Uint8Array): PictureFacts['kind'] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (starts(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return 'webp';
  if (starts(bytes, 0, 'GIF8')) return 'gif';
  if (starts(bytes, 0, 'II*\0') || starts(bytes, 0, 'MM\0*')) return 'tiff';
  if (starts(bytes, 4, 'ftypavif')) return 'avif';
  return undefined;
}

/** Whether the file is of a kind that is opened as a picture; its first bytes are enough. */
export const isPicture = (bytes: Uint8Array): boolean => kindOf(bytes) !== undefined;

/** A pipeline over the first picture of the file, upright. @throws SanadError `picture.unknown-kind`, `picture.too-large` */
export async function openPicture(bytes: Uint8Array): Promise<{ readonly picture: Sharp }> {
  if (!isPicture(bytes)) throw new SanadError('picture.unknown-kind');
  if (bytes.length > PICTURE_LIMITS.bytes)
    throw new SanadError('picture.too-large', { limit: `${PICTURE_LIMITS.bytes / 1024 / 1024} MB` });
  const sharp = await drawing();
  const picture = sharp(bytes, {
    limitInputPixels: PICTURE_LIMITS.pixels,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
  });
  return { picture: picture.timeout({ seconds: PICTURE_LIMITS.seconds }).autoOrient() };
}

/** @throws SanadError `picture.unknown-kind`, `picture.too-large`, `picture.damaged` */
export async function pictureFacts(bytes: Uint8Array): Promise<PictureFacts> {
  const kind = kindOf(bytes);
  const { width, height } = await named(async () => {
    const { picture } = await openPicture(bytes);
    const about = await picture.metadata();
    return about.autoOrient;
  });
  if (width * height > PICTURE_LIMITS.pixels)
    throw new SanadError('picture.too-large', { limit: `${PICTURE_LIMITS.pixels / 1e6} Mpx` });
  return { kind: kind!, width, height };
}

/** Runs what opens a picture and names what went wrong. */
export async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SanadError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/pixel limit|too large|exceeds|dimension/i.test(reason))
      throw new SanadError('picture.too-large', { limit: `${PICTURE_LIMITS.pixels / 1e6} Mpx` }, error);
    throw new SanadError('picture.damaged', { reason: reason.split('\n')[0]!.slice(0, 120) }, error);
  }
}

/**
 * Larger pictures are first thinned to this square, as the reference program does; smaller ones never widened to it, which
 * would move up to 72 bits.
 */
const THINNED = 512;

/** Brightness of the picture as it is to be seen, 0 to 255, row by row. */
export interface Luminance {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** @throws SanadError as `pictureFacts` */
export async function pictureHash(bytes: Uint8Array): Promise<PictureHash & PictureFacts> {
  const facts = await pictureFacts(bytes);
  const { values, width, height } = await luminanceOf(bytes, facts);
  return { ...facts, ...pdqOfLuminance(values, width, height) };
}

export async function luminanceOf(bytes: Uint8Array, { width, height }: PictureFacts): Promise<Luminance> {
  const { data, info } = await named(async () => {
    const opened = (await openPicture(bytes)).picture;
    const picture = opened.flatten({ background: '#fff' }).toColourspace('srgb');
    const sized =
      width > THINNED && height > THINNED
        ? picture.resize(THINNED, THINNED, { fit: 'fill', kernel: 'linear' })
        : picture;
    return sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  });
  const { channels } = info;
  const values = new Float32Array(info.width * info.height);
  for (let at = 0, from = 0; at < values.length; at++, from += channels)
    values[at] =
      channels < 3 ? data[from]! : 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
  return { values, width: info.width, height: info.height };
}
