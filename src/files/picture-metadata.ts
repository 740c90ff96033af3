import { type FileMetadata, LONGEST_VALUE, type MetadataField, MOST_FIELDS } from './metadata.ts';
import { isPicture, openPicture, PICTURE_LIMITS } from './picture.ts';

const GROUPS: Readonly<Record<string, MetadataField['group']>> = {
  ifd0: 'exif',
  exif: 'exif',
  interop: 'exif',
  ifd1: 'exif',
  gps: 'gps',
  iptc: 'iptc',
  icc: 'icc',
  jfif: 'file',
  ihdr: 'file',
};

/** Empty where there is none or it cannot be read: broken metadata is no reason to refuse a picture. */
export async function pictureMetadata(bytes: Uint8Array): Promise<FileMetadata> {
  if (!isPicture(bytes) || bytes.length > PICTURE_LIMITS.bytes) return { fields: [] };
  let read: Record<string, unknown>;
  try {
    const options = {
      tiff: true,
      exif: true,
      gps: true,
      interop: true,
      ifd1: true,
      xmp: true,
      iptc: true,
      icc: true,
      jfif: true,
      ihdr: true,
      mergeOutput: false,
      reviveValues: false,
      sanitize: true,
    };
    const { default: exifr } = await import('exifr');
    const parse = (part: Uint8Array): Promise<unknown> => exifr.parse(part, options as never);
    read = isWebp(bytes) ? {} : (((await parse(bytes)) ?? {}) as Record<string, unknown>);
    const before = read;
    // A picture that cannot be opened may still say something.
    read = await alsoSaid(bytes, before, parse).catch(() => before);
  } catch {
    return { fields: [] };
  }
  const fields: MetadataField[] = [];
  for (const [block, values] of Object.entries(read))
    if (values !== null && typeof values === 'object')
      for (const [name, value] of flat(values as Record<string, unknown>)) {
        const written = valueText(value);
        if (written !== '' && fields.length < MOST_FIELDS)
          fields.push({ group: GROUPS[block] ?? 'xmp', name, value: written });
      }
  const gps = read.gps as { latitude?: number; longitude?: number } | undefined;
  const exif = read.exif as Record<string, unknown> | undefined;
  const ifd0 = read.ifd0 as Record<string, unknown> | undefined;
  const taken = moment(exif?.DateTimeOriginal ?? exif?.CreateDate ?? ifd0?.ModifyDate);
  const device = [ifd0?.Make, ifd0?.Model].filter((part) => typeof part === 'string').join(' ');
  return {
    ...(Number.isFinite(gps?.latitude) && Number.isFinite(gps?.longitude)
      ? { position: { latitude: gps!.latitude!, longitude: gps!.longitude! } }
      : {}),
    ...(taken === undefined ? {} : { taken }),
    ...(device === '' ? {} : { device: device.slice(0, LONGEST_VALUE) }),
    fields,
  };
}

function* flat(values: Record<string, unknown>, prefix = ''): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(values)) {
    const plain =
      value !== null && typeof value === 'object' && !Array.isArray(value) && !ArrayBuffer.isView(value);
    if (plain && !(value instanceof Date) && prefix.length < 100)
      yield* flat(value as Record<string, unknown>, `${prefix}${name}.`);
    else yield [prefix + name, value];
  }
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'function') return '';
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  const text = Array.isArray(value) ? value.map(valueText).join(', ') : String(value);
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_VALUE);
}

/** Exif writes `2024:12:08 06:41:00`. */
function moment(written: unknown): string | undefined {
  const parts = typeof written === 'string' && /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(written);
  return parts && parts[1] !== '0000' ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}` : undefined;
}

const isWebp = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP';

/**
 * What the library does not see: the EXIF block of a WebP file, which is handed to it as the TIFF file that it is, and an
 * XMP packet in PNG and WebP, shown as it is.
 */
async function alsoSaid(
  bytes: Uint8Array,
  said: Record<string, unknown>,
  parse: (part: Uint8Array) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const { exif, xmp } = await (await openPicture(bytes)).picture.metadata();
  const head = exif?.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  const more = exif && isWebp(bytes) ? ((await parse(exif.subarray(head))) ?? {}) : {};
  const seen = Object.keys(said).some((group) => !(group in GROUPS));
  return { ...said, ...more, ...(xmp && !seen ? { xmp: { packet: xmp.toString() } } : {}) };
}
