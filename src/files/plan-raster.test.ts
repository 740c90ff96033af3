import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureMetadata } from './picture-metadata.ts';
import { planRaster, RASTER_LIMITS } from './plan-raster.ts';

/** A wall with a plan on it: dark in its upper left quarter. */
const wall = (width: number, height: number) => {
  const quarter = {
    create: { width: width >> 1, height: height >> 1, channels: 3, background: '#222' },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#eee' } }).composite([
    { input: quarter, left: 0, top: 0 },
  ]);
};
const shadeAt = async (bytes: Uint8Array, across: number, down: number): Promise<number> => {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data[
    (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels
  ]!;
};

test('a photograph that lies on its side stands upright, small, without what the camera wrote', async () => {
  const photograph = await wall(4400, 3000)
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { bytes, width, height, from } = await planRaster(photograph);
  expect(from).toEqual({ width: 3000, height: 4400 });
  expect([width, height]).toEqual([2793, 4096]);
  expect(bytes.length).toBeLessThanOrEqual(RASTER_LIMITS.bytes);
  // turned by a quarter to the right, the upper left comes to the upper right
  expect(await shadeAt(bytes, 0.9, 0.1)).toBeLessThan(80);
  expect(await shadeAt(bytes, 0.1, 0.1)).toBeGreaterThan(200);
  expect((await pictureMetadata(bytes)).position).toBeUndefined();
});

test.each(['png', 'webp', 'tiff', 'gif'] as const)('a small %s stays as large as it is', async (kind) => {
  const { width, height } = await planRaster(await wall(640, 400).toFormat(kind).toBuffer());
  expect([width, height]).toEqual([640, 400]);
});

test('what is all grain is made smaller until it is within the limit', async () => {
  const size = { width: 1800, height: 1800, channels: 3 } as const;
  const grain = sharp(randomBytes(size.width * size.height * 3), { raw: size });
  const { bytes, width } = await planRaster(await grain.jpeg({ quality: 95 }).toBuffer());
  expect(bytes.length).toBeLessThanOrEqual(RASTER_LIMITS.bytes);
  expect(width).toBeGreaterThan(500);
});

/** Only the head of a picture that says how large it is, and a first byte of what it shows. */
function pngHead(width: number, height: number, interlace: 0 | 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, interlace], 8);
  const begins = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([begins, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(100)))]);
}
function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

test.each([
  [
    'more than anything may have',
    pngHead(20_000, 20_000, 0),
    { code: 'picture.too-large', data: { limit: '300 Mpx' } },
  ],
  [
    'much, to be held whole',
    pngHead(16_320, 12_256, 1),
    { code: 'picture.too-large', data: { limit: '64 Mpx' } },
  ],
  ['a page of text', Buffer.from('%PDF-1.7'), { code: 'picture.unknown-kind' }],
  ['nothing', Buffer.alloc(0), { code: 'picture.unknown-kind' }],
])('%s is refused by name', async (_what, bytes, refusal) => {
  await expect(planRaster(bytes)).rejects.toMatchObject(refusal);
});

test('a picture that was cut is told, not guessed', async () => {
  const whole = await wall(900, 700).png().toBuffer();
  await expect(planRaster(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    code: 'picture.damaged',
  });
});
