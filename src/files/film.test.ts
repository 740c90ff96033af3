import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../model/index.ts';
import { edited, fileMetadata, filmCopy, isFilm, partsOf } from './index.ts';

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
};
const box = (type: string, ...content: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(
    content.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)),
  );
  return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
};
const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(bytes.length);
  return Buffer.concat([head, bytes]);
};
/** 9 December 2024, 06:41:00, in seconds since 1904. */
const TIME = 2_082_844_800 + 1_733_726_460;

const SOUND = 'the sound and the moving picture'.repeat(40);
const handler = (type: string): Buffer =>
  box('hdlr', u32(0, 0), type, u32(0, 0, 0), 'Core Media of Maha’s phone\0');
const track = (type: string, entry: Buffer, ...more: readonly Buffer[]): Buffer =>
  box(
    'trak',
    box('tkhd', u32(7, TIME, TIME, 1, 0, 900), Buffer.alloc(60)),
    box(
      'mdia',
      box('mdhd', u32(0, TIME, TIME, 600, 900, 0)),
      handler(type),
      box(
        'minf',
        type === 'vide' ? box('vmhd', u32(1, 0, 0)) : box('smhd', u32(0, 0)),
        box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))),
        box(
          'stbl',
          box('stsd', u32(0, 1), entry),
          box('stts', u32(0, 1, 1, 900)),
          box('stco', u32(0, 1, 48)),
        ),
      ),
    ),
    ...more,
  );
const picture = box(
  'avc1',
  Buffer.alloc(42),
  '\x0dMaha’s editor'.padEnd(32, '\0'),
  Buffer.alloc(4),
  box('avcC', '\x01\x64'),
);
const sound = box('mp4a', Buffer.alloc(28), box('esds', u32(0)));

/** As a telephone makes it; `within` goes into `moov`. */
const film = (...within: readonly Buffer[]): Buffer =>
  Buffer.concat([
    box('ftyp', 'qt  ', u32(0), 'qt  '),
    box('wide'),
    box('mdat', SOUND),
    box(
      'moov',
      box('mvhd', u32(0, TIME, TIME + 60, 600, 900), Buffer.alloc(80)),
      track('vide', picture),
      track('soun', sound),
      ...within,
    ),
    box('free', 'left over: Maha'),
  ]);
const place = box('udta', box('\xa9xyz', text('+33.5138+036.2765+690/')), box('\xa9mod', text('Phone 7')));
const keys = box(
  'meta',
  box('hdlr', u32(0, 0), 'mdta', u32(0, 0, 0)),
  box(
    'keys',
    u32(0, 2),
    box('mdta', 'com.apple.quicktime.make'),
    box('mdta', 'com.apple.quicktime.creationdate'),
  ),
  box(
    'ilst',
    box('\0\0\0\x01', box('data', u32(1, 0), 'Outlet Phones')),
    box('\0\0\0\x02', box('data', u32(1, 0), '2024-12-09T06:41:00+0300')),
  ),
);
const xmp = box('uuid', Buffer.alloc(16, 7), '<x:xmpmeta>Maha</x:xmpmeta>');

const copyOf = (bytes: Uint8Array, pieces = 37): Buffer => {
  const { edits } = filmCopy(partsOf(bytes));
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, at) =>
    bytes.subarray(at * pieces, (at + 1) * pieces),
  );
  return Buffer.concat([...edited(cut, edits)]);
};
const refusal = (bytes: Uint8Array): unknown => {
  try {
    filmCopy(partsOf(bytes));
    return undefined;
  } catch (error) {
    return error instanceof SanadError ? error.data.reason : error;
  }
};

test('what a film says of place, device and time is shown', async () => {
  const shown = await fileMetadata(partsOf(film(place, keys, xmp)));
  expect(shown).toMatchObject({
    position: { latitude: 33.5138, longitude: 36.2765 },
    device: 'Outlet Phones Phone 7',
    taken: '2024-12-09T06:41:00+0300',
  });
  expect(shown.fields).toContainEqual({ group: 'film', name: 'created', value: '2024-12-09T06:41:00' });
});

describe('a clean copy', () => {
  const original = film(place, keys, xmp);
  const copy = copyOf(original);

  test('has the same length, the same picture and sound at the same places', () => {
    expect(copy).toHaveLength(original.length);
    expect(copy.indexOf(SOUND)).toBe(original.indexOf(SOUND));
    expect(copy.indexOf('stco')).toBe(original.indexOf('stco'));
    expect(isFilm(copy)).toBe(true);
  });

  test('says nothing: no name, no place, no device, no time, wherever one looks', async () => {
    expect((await fileMetadata(partsOf(copy))).fields).toEqual([]);
    for (const word of ['Maha', '33.5138', 'Phone', '2024', 'xmpmeta', 'udta', 'uuid', 'ilst', 'Media'])
      expect(copy.includes(word), word).toBe(false);
    expect(copy.includes(u32(TIME))).toBe(false);
  });

  test('is the same however the file is cut into pieces', () => {
    for (const size of [1, 8, 4096]) expect(copyOf(original, size).equals(copy)).toBe(true);
  });

  test.each([
    ['a track of places', film(track('meta', picture)), 'a track of meta'],
    ['a track of text', film(track('text', picture)), 'a track of text'],
    ['a codec that is not known', film(track('vide', box('drac', Buffer.alloc(90)))), 'a track of drac'],
    ['fragments', film(box('mvex')), 'mvex in moov'],
    ['a box nobody knows', film(box('Maha', 'x')), 'Maha in moov'],
    ['no description', Buffer.concat([box('ftyp', 'isom'), box('mdat', 'x')]), 'no moov'],
    ['a file cut short', original.subarray(0, -5), 'free at'],
  ])('is refused, and why: %s', (_what, bytes, reason) => {
    expect(refusal(bytes)).toContain(reason);
  });
});

test('10,000 bent films: a clean copy in which nothing is found, or a refusal by name', async () => {
  const original = film(place, keys, xmp);
  const bend = fc.array(
    fc.record({ at: fc.nat(original.length - 1), to: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 255)) }),
    { minLength: 1, maxLength: 6 },
  );
  let copies = 0;
  await fc.assert(
    fc.asyncProperty(
      bend,
      fc.integer({ min: original.length / 2, max: original.length }),
      async (bends, length) => {
        const bent = Buffer.from(
          original.subarray(0, length > original.length * 0.8 ? original.length : length),
        );
        for (const { at, to } of bends) if (at < bent.length) bent[at] = to;
        await fileMetadata(partsOf(bent));
        const why = refusal(bent);
        if (why === undefined) {
          copies++;
          expect((await fileMetadata(partsOf(copyOf(bent, 4096)))).fields).toEqual([]);
        } else expect(typeof why).toBe('string');
      },
    ),
    { numRuns: 10_000 },
  );
  expect(copies).toBeGreaterThan(100);
}, 60_000);
