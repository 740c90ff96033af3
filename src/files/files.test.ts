import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  bitsApart,
  lookAlikes,
  metadataLeft,
  parseHashSet,
  pictureCopy,
  pictureFacts,
  pictureHash,
} from './index.ts';
import { pictureMetadata } from './picture-metadata.ts';

const PDQ = resolve(import.meta.dirname, '../../../shared/data/evidence/pdq');

/** A picture of which we know every point, as a camera would write it: turned, with a place, a device and a preview. */
async function photograph(): Promise<Buffer> {
  const points = Buffer.alloc(640 * 480 * 3);
  for (let at = 0; at < 640 * 480; at++) {
    const [x, y] = [at % 640, Math.floor(at / 640)];
    const bright = 128 + 60 * Math.sin(x / 37) + 60 * Math.cos((x + 2 * y) / 53);
    points.fill(x > 400 && x < 500 && y > 100 && y < 300 ? 230 : bright, at * 3, at * 3 + 3);
  }
  return sharp(points, { raw: { width: 640, height: 480, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Acme', Model: 'Phone 9', Artist: 'the photographer of Mill Street' },
      IFD2: { DateTimeOriginal: '2024:12:08 06:41:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '36/1 15/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="Mill Street"/></rdf:RDF></x:xmpmeta>',
    )
    .jpeg()
    .toBuffer();
}

describe.skipIf(!existsSync(PDQ))(
  'PDQ (published reference hashes; skipped where ../shared/data is absent)',
  () => {
    test('nine in ten within 10 bits of the reference, all within 31', async () => {
      const rows = readFileSync(join(PDQ, 'reference-hashes.tsv'), 'utf8').trim().split('\n').slice(1);
      const apart: number[] = [];
      for (const row of rows) {
        const [file = '', reference = ''] = row.split('\t');
        apart.push(bitsApart((await pictureHash(readFileSync(join(PDQ, file)))).pdq, reference));
      }
      expect(apart.filter((bits) => bits <= 10).length / apart.length).toBeGreaterThanOrEqual(0.9);
      expect(Math.max(...apart)).toBeLessThanOrEqual(31);
    });

    test('blurred, sharpened, made small or contrasty: the same picture', async () => {
      const folder = join(PDQ, 'bridge-mods');
      const original = await pictureHash(readFileSync(join(folder, 'aaa-orig.jpg')));
      for (const file of readdirSync(folder))
        expect(
          bitsApart((await pictureHash(readFileSync(join(folder, file)))).pdq, original.pdq),
          file,
        ).toBeLessThanOrEqual(31);
    });

    test('turned and mirrored copies are found by the hashes that come with the original', async () => {
      const original = await pictureHash(readFileSync(join(PDQ, 'dih/bridge-1-original.jpg')));
      for (const file of readdirSync(join(PDQ, 'dih')).filter((name) => !name.includes('-1-original'))) {
        const { pdq } = await pictureHash(readFileSync(join(PDQ, 'dih', file)));
        expect(
          Math.min(...original.turned.map((turned) => bitsApart(turned, pdq))),
          file,
        ).toBeLessThanOrEqual(31);
      }
    });
  },
);

const hash = fc
  .array(fc.nat(15), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((d) => d.toString(16)).join(''));
const flip = (of: string, bits: readonly number[]): string => {
  const digits = [...of].map((digit) => Number.parseInt(digit, 16));
  for (const bit of bits) digits[bit >> 2]! ^= 1 << (bit & 3);
  return digits.map((digit) => digit.toString(16)).join('');
};

test('the index finds exactly what a scan finds', () => {
  const near = fc.tuple(
    hash,
    fc.array(fc.array(fc.nat(255), { maxLength: 45 }), { maxLength: 20 }),
    fc.array(hash, { maxLength: 20 }),
  );
  fc.assert(
    fc.property(near, ([asked, changes, others]) => {
      const all = [...changes.map((bits) => flip(asked, bits)), ...others];
      const scan = all.flatMap((one, place) => (bitsApart(one, asked) <= 31 ? [place] : []));
      const found = lookAlikes(all).near(asked);
      expect(found.map(({ place }) => place).sort((a, b) => a - b)).toEqual(scan);
      for (const { place, apart } of found) expect(apart).toBe(bitsApart(all[place]!, asked));
    }),
    { numRuns: 30 },
  );
}, 30_000);

describe('metadata', () => {
  test('is shown', async () => {
    const read = await pictureMetadata(await photograph());
    expect(read.device).toBe('Acme Phone 9');
    expect(read.taken).toBe('2024-12-08T06:41:00');
    expect(read.position?.latitude).toBeCloseTo(33.5);
    expect(read.position?.longitude).toBeCloseTo(36.25);
    expect(read.fields.find(({ value }) => value.includes('Mill Street'))).toBeDefined();
  });

  test.each(['jpeg', 'png', 'webp'] as const)(
    'is in no %s copy, whatever the original carries',
    async (as) => {
      const original = await photograph();
      const block = (marker: number, text: string): Buffer =>
        Buffer.from(`\xff${String.fromCharCode(marker, 0, text.length + 2)}${text}`, 'latin1');
      const manifest = block(0xeb, 'JP\0\x01jumb c2pa Mill Street');
      const hostile = Buffer.concat([
        original.subarray(0, 2),
        block(0xfe, 'Mill Street'),
        manifest,
        block(0xed, 'Photoshop 3.0\0 8BIM Mill Street'),
        original.subarray(2),
        Buffer.from('Mill Street'),
      ]);
      expect(metadataLeft(hostile)).toEqual(
        expect.arrayContaining([
          'comment',
          'APP1 Exif',
          'APP11 JPj',
          'APP13 Photo',
          '11 bytes after the end',
        ]),
      );
      for (const options of [
        {},
        { longest: 200 },
        { blurred: true },
        { hidden: [{ left: 1, top: 1, width: 9, height: 9 }] },
      ]) {
        const copy = await pictureCopy(hostile, { as, ...options });
        expect(metadataLeft(copy.bytes)).toEqual([]);
        expect(copy.bytes.includes('Mill Street')).toBe(false);
        expect(copy.bytes.includes('Exif')).toBe(false);
        const { fields, ...said } = await pictureMetadata(copy.bytes);
        expect(said).toEqual({});
        expect(fields.filter(({ group }) => group !== 'file')).toEqual([]);
      }
    },
  );
});

test('a copy is upright, of the size asked for, and says how it was made', async () => {
  const original = await photograph();
  expect(await pictureFacts(original)).toEqual({ kind: 'jpeg', width: 480, height: 640 });
  const copy = await pictureCopy(original, { longest: 100 });
  expect([copy.width, copy.height]).toEqual([75, 100]);
  expect(copy.tool).toMatch(/^sharp \d/);
  expect(copy.parameters).toMatchObject({ from: 'jpeg 480 × 640', to: 'jpeg 75 × 100' });
});

test('what is covered is black in the copy, and the rest is as it was', async () => {
  const original = await photograph();
  const box = { left: 100, top: 200, width: 50, height: 60 };
  const { bytes } = await pictureCopy(original, { hidden: [box], as: 'png' });
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const before = await sharp(original).autoOrient().raw().toBuffer();
  for (let y = 0; y < info.height; y += 3)
    for (let x = 0; x < info.width; x += 3) {
      const inside = x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
      const at = (y * info.width + x) * 3;
      if (data[at] !== (inside ? 0 : before[at])) throw new Error(`${x}, ${y}`);
    }
  await expect(
    pictureCopy(original, { hidden: [{ left: 470, top: 0, width: 20, height: 5 }] }),
  ).rejects.toThrow('picture.rectangle-outside');
});

describe('hostile pictures are refused by name', () => {
  /** A PNG whose header promises so many points and whose data is next to nothing. */
  const bomb = (width: number, height: number): Buffer => {
    const header = Buffer.alloc(33);
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1').copy(header);
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    header.set([8, 2, 0, 0, 0], 24);
    header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
    const idat = Buffer.concat([
      Buffer.from('\0\0\0\x08IDAT'),
      deflateSync(Buffer.alloc(0)),
      Buffer.alloc(4),
    ]);
    idat.writeUInt32BE(crc32(idat.subarray(4, 16)), 16);
    return Buffer.concat([header, idat, Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')]);
  };
  const cases: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['a picture of 900 million points', () => bomb(30_000, 30_000), 'picture.too-large'],
    ['a picture with a side of two thousand million', () => bomb(2 ** 31 - 1, 1), 'picture.'],
    [
      'SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      'picture.unknown-kind',
    ],
    ['nothing', () => Buffer.alloc(0), 'picture.unknown-kind'],
    ['a photograph cut in half', async () => (await photograph()).subarray(0, 4000), 'picture.damaged'],
    [
      'noise behind a picture’s first bytes',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 7)]),
      'picture.damaged',
    ],
  ];
  test.each(cases)('%s', async (_, make, code) => {
    const bytes = await make();
    await expect(pictureHash(bytes)).rejects.toThrow(code);
    await expect(pictureCopy(bytes)).rejects.toThrow(code);
    await pictureMetadata(bytes);
  });

  test('and so is every broken one', async () => {
    const original = await photograph();
    let seed = 7;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed % below;
    };
    for (let n = 0; n < 60; n++) {
      const broken = Buffer.from(original.subarray(0, n % 3 === 0 ? next(original.length) : original.length));
      for (let hit = 0; hit < 8; hit++)
        if (broken.length > 0) broken[next(Math.min(broken.length, 3000))] = next(256);
      await pictureHash(broken).catch((error: Error) => expect(error.message).toMatch(/^picture\./));
      await pictureCopy(broken, { longest: 64 }).catch((error: Error) =>
        expect(error.message).toMatch(/^picture\./),
      );
      await pictureMetadata(broken);
    }
  }, 60_000);
});

describe('sets of known hashes', () => {
  const [md5, sha1, sha256] = ['a'.repeat(32), 'B'.repeat(40), 'c'.repeat(64)];
  test('as sha256sum writes them, as a table, as a plain list', () => {
    expect([...parseHashSet('a', `${sha256}  photo one.jpg\n${md5} *other.jpg\n`).sha256]).toEqual([
      [sha256, 'photo one.jpg'],
    ]);
    const table = parseHashSet('b', `file,MD5,PDQ\nx.jpg,${md5},${sha256}\n"y, z.jpg";${sha1}`);
    expect([table.md5.size, table.sha1.size, table.sha256.size]).toEqual([1, 1, 0]);
    expect(table.pdq.get(sha256)).toBe('x.jpg');
    expect(table.sha1.has(sha1.toLowerCase())).toBe(true);
    expect(parseHashSet('c', sha256, 'pdq').pdq.size).toBe(1);
  });
  test('a file without one is refused', () =>
    expect(() => parseHashSet('d', 'hello\n')).toThrow('hash-set.empty'));
});

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
