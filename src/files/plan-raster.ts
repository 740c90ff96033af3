import { SanadError } from '../model/index.ts';
import { drawing } from './drawing.ts';
import { isPicture, named } from './picture.ts';

/**
 * What a plan is drawn over: the picture made small enough to be sent to a phone and kept there. A wall photographed by a
 * good camera has more points than anything else that is opened, so kinds that can be made small while they are read may
 * be larger.
 */
export const RASTER_LIMITS = {
  /** Longest side of the raster, in points. */
  longest: 4096,
  /** Of the raster. */
  bytes: 2 * 1024 * 1024,
  /** Width × height of what is opened: JPEG, PNG and TIFF that are read from top to bottom. */
  pixels: 300_000_000,
  /** The same where the whole picture must be held at once: progressive JPEG, interlaced PNG, WebP, GIF, AVIF. */
  wholePixels: 64_000_000,
  seconds: 60,
} as const;

interface PlanRaster {
  /** WebP, upright, without metadata. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** Size of what it was made of, upright. */
  readonly from: { readonly width: number; readonly height: number };
}

/** Tried one after the other until the raster is within its limit: quality of WebP, share of the longest side. */
const TRIES = [
  [84, 1],
  [60, 0.75],
  [50, 0.5],
  [40, 0.25],
] as const;

/** @throws SanadError `picture.unknown-kind`, `picture.too-large` with the limit that it is over, `picture.damaged` */
export async function planRaster(bytes: Uint8Array): Promise<PlanRaster> {
  if (!isPicture(bytes)) throw new SanadError('picture.unknown-kind');
  const sharp = await drawing();
  const open = (limitInputPixels: number | false) =>
    sharp(bytes, {
      limitInputPixels,
      failOn: 'truncated',
      pages: 1,
      sequentialRead: true,
    }).timeout({ seconds: RASTER_LIMITS.seconds });
  return named(async () => {
    const { format, isProgressive, width, height, autoOrient } = await open(false).metadata();
    const inRows = (format === 'jpeg' || format === 'png' || format === 'tiff') && !isProgressive;
    const most = inRows ? RASTER_LIMITS.pixels : RASTER_LIMITS.wholePixels;
    if (width * height > most) throw new SanadError('picture.too-large', { limit: `${most / 1e6} Mpx` });
    // Made small first and turned upright then: to be turned, a picture must be held whole.
    const small = await open(most)
      .resize({
        width: RASTER_LIMITS.longest,
        height: RASTER_LIMITS.longest,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .withMetadata()
      .png({ compressionLevel: 1 })
      .toBuffer();
    for (const [quality, share] of TRIES) {
      const side = Math.round(RASTER_LIMITS.longest * share);
      const { data, info } = await sharp(small)
        .autoOrient()
        .flatten({ background: '#fff' })
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .webp({ quality, effort: 1 })
        .toBuffer({ resolveWithObject: true });
      if (data.length <= RASTER_LIMITS.bytes)
        return { bytes: data, width: info.width, height: info.height, from: autoOrient };
    }
    throw new SanadError('picture.too-large', { limit: `${RASTER_LIMITS.bytes / 1024 / 1024} MB` });
  });
}
