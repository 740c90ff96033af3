import { SanadError } from '../model/index.ts';
import { drawing } from './drawing.ts';
import { metadataLeft } from './metadata-left.ts';
import { named, openPicture, pictureFacts } from './picture.ts';

/** In points of the picture as it is to be seen, from its upper left. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CopyOptions {
  /** Longest side in points; the picture is never made larger. */
  readonly longest?: number;
  /** Painted over: what was there is not in the copy. */
  readonly hidden?: readonly Rectangle[];
  /** So blurred that one sees that something is there and not what. */
  readonly blurred?: boolean;
  readonly as?: 'jpeg' | 'png' | 'webp';
}

export interface PictureCopy {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  /** What made it and how, for the ledger. */
  readonly tool: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

const QUALITY = 90;
/** A blurred picture keeps so many points on its longer side. */
const BLURRED = 12;
const MOST_RECTANGLES = 500;

/**
 * A picture drawn anew from its points, upright, in sRGB, and nothing else of the file: no position, no device, no
 * thumbnail of what was hidden, no comment, no provenance manifest.
 *
 * @throws SanadError `picture.unknown-kind`, `picture.too-large`, `picture.damaged`, `picture.rectangle-outside`
 */
export async function pictureCopy(bytes: Uint8Array, options: CopyOptions = {}): Promise<PictureCopy> {
  const facts = await pictureFacts(bytes);
  const hidden = options.hidden ?? [];
  if (hidden.length > MOST_RECTANGLES) throw new SanadError('picture.rectangle-outside');
  const as = options.as ?? 'jpeg';
  const sharp = await drawing();
  const drawn = await named(async () => {
    const { picture } = await openPicture(bytes);
    let { data, info } = await picture
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    for (const rectangle of hidden) paintOver(data, info, rectangle);
    const raw = (points: typeof info) => ({
      raw: { width: points.width, height: points.height, channels: points.channels },
    });
    if (options.blurred) {
      const few = { width: BLURRED, height: BLURRED, fit: 'inside' } as const;
      const { width, height } = info;
      ({ data, info } = await sharp(data, raw(info)).resize(few).raw().toBuffer({ resolveWithObject: true }));
      const back = { width: Math.min(width, 480), height: Math.min(height, 480), fit: 'fill' } as const;
      const size = fitted(back, width, height);
      ({ data, info } = await sharp(data, raw(info))
        .resize({ ...size, fit: 'fill', kernel: 'cubic' })
        .raw()
        .toBuffer({ resolveWithObject: true }));
    }
    const { longest } = options;
    const sized = longest
      ? sharp(data, raw(info)).resize({
          width: longest,
          height: longest,
          fit: 'inside',
          withoutEnlargement: true,
        })
      : sharp(data, raw(info));
    const encoded =
      as === 'png'
        ? sized.png()
        : as === 'webp'
          ? sized.webp({ quality: QUALITY })
          : sized.flatten({ background: '#fff' }).jpeg({ quality: QUALITY, mozjpeg: false });
    return encoded.toBuffer({ resolveWithObject: true });
  });
  const left = metadataLeft(drawn.data);
  if (left.length > 0) throw new SanadError('picture.damaged', { reason: `${left[0]} left in the copy` });
  return {
    bytes: drawn.data,
    mediaType: `image/${as}`,
    width: drawn.info.width,
    height: drawn.info.height,
    tool: `sharp ${sharp.versions.sharp} libvips ${sharp.versions.vips}`,
    parameters: {
      from: `${facts.kind} ${facts.width} × ${facts.height}`,
      to: `${as} ${drawn.info.width} × ${drawn.info.height}`,
      ...(as === 'png' ? {} : { quality: QUALITY }),
      ...(hidden.length > 0
        ? { hidden: hidden.map((one) => `${one.left},${one.top},${one.width},${one.height}`).join(' ') }
        : {}),
      ...(options.blurred ? { blurred: BLURRED } : {}),
    },
  };
}

function fitted(most: { width: number; height: number }, width: number, height: number) {
  const scale = Math.min(most.width / width, most.height / height, 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

interface Points {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function paintOver(data: Buffer, { width, height, channels }: Points, rectangle: Rectangle): void {
  const left = Math.floor(rectangle.left);
  const top = Math.floor(rectangle.top);
  const right = Math.ceil(rectangle.left + rectangle.width);
  const bottom = Math.ceil(rectangle.top + rectangle.height);
  if (!(left >= 0 && top >= 0 && right > left && bottom > top && right <= width && bottom <= height))
    throw new SanadError('picture.rectangle-outside');
  const opaque = channels === 2 || channels === 4;
  for (let row = top; row < bottom; row++) {
    const from = (row * width + left) * channels;
    data.fill(0, from, from + (right - left) * channels);
    if (opaque)
      for (let at = from + channels - 1; at < from + (right - left) * channels; at += channels)
        data[at] = 255;
  }
}
