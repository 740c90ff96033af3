import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../model/index.ts';
import { losslessCopy } from './lossless-copy.ts';
import { metadataLeft } from './metadata-left.ts';
import { pictureMetadata } from './picture-metadata.ts';
import { bentFiles } from './trial/bent.ts';

const KINDS = ['jpeg', 'png', 'webp'] as const;
const points = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, at) => (at * 37 + (at >> 5)) % 251));

/** A picture with EXIF, XMP and a profile, and something behind its end. */
const picture = async (kind: (typeof KINDS)[number], orientation?: number): Promise<Buffer> => {
  const drawn = await sharp(points, { raw: { width: 64, height: 48, channels: 3 } })
    .withMetadata({
      ...(orientation ? { orientation } : {}),
      exif: {
        IFD0: { Artist: 'Maha', Model: 'Phone 7' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' },
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>Mill Street</p></x:xmpmeta>')
    .toFormat(kind)
    .toBuffer();
  return kind === 'webp' ? drawn : Buffer.concat([drawn, Buffer.from('behind the end: Mill Street')]);
};
const raw = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

describe.each(KINDS)('%s, its points taken over as they are', (kind) => {
  test('the same points, and nothing beside them', async () => {
    const original = await picture(kind);
    const copy = await losslessCopy(original);
    expect((await raw(copy)).equals(await raw(original))).toBe(true);
    expect(metadataLeft(copy)).toEqual([]);
    for (const word of ['Maha', 'Phone', 'Mill Street', 'Exif', 'xmpmeta'])
      expect(copy.includes(word), word).toBe(false);
  });

  test('refused where the metadata says which side is up', async () => {
    await expect(losslessCopy(await picture(kind, 6))).rejects.toMatchObject({ code: 'picture.turned' });
  });

  test('bent ones: a copy in which nothing is left, or a refusal by name', async () => {
    const original = await picture(kind);
    await fc.assert(
      fc.asyncProperty(bentFiles(original, 8), async (bent) => {
        try {
          expect(metadataLeft(await losslessCopy(bent))).toEqual([]);
        } catch (error) {
          if (!(error instanceof SanadError)) throw error;
          expect(error.code).toMatch(/^picture\./);
        }
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});

test.each(KINDS)('what a %s says is shown', async (kind) => {
  const { device, fields } = await pictureMetadata(await picture(kind));
  expect(device).toBe('Phone 7');
  expect(fields.some(({ value }) => value.includes('Mill Street'))).toBe(true);
});
