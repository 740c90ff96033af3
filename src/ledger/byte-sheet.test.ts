import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putAscii, putBase64, putBytes, putJson, written } from './byte-sheet.ts';
import { canonicalJson } from './canonical-json.ts';

const json = (value: unknown): Buffer => Buffer.from(written((page, at) => putJson(page, value, at)));

test('canonical JSON in bytes is the UTF-8 of canonical JSON in a string', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(text, fc.oneof(tie('value'), fc.constant(undefined))),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      expect(json(any).equals(Buffer.from(canonicalJson(any)))).toBe(true);
    }),
  );
});

test.each([
  ['controls, quotes, backslashes', 'a\0b"c\\d\u007f\u001f'],
  ['halves of a pair, and whole ones', '\ud800 \udc00x 𐤀 \ud83d'],
  ['every length of UTF-8', 'aéسﷺ€𐤀'],
  ['a long one', 'قلعة النهر '.repeat(20_000)],
])('%s', (_what, text) => {
  expect(json({ [text]: text }).toString()).toBe(canonicalJson({ [text]: text }));
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x')])
    expect(() => json(value)).toThrow(TypeError);
});

test('base64 as the engine writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const put = written((page, at) => putBase64(page, bytes, 0, bytes.length, at));
      expect(Buffer.from(put).toString()).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});

test('what is larger than the page is written whole, whatever comes at its end', () => {
  const long = 'س'.repeat(400_000);
  const bytes = Buffer.from(long);
  for (const filler of [65_530, 65_535, 65_536, 70_000, 800_100]) {
    const put = written((page, start) => {
      let at = putAscii(page, 'x'.repeat(filler), start);
      at = putJson(page, [long, 'short', filler], at);
      at = putBytes(page, bytes, 2, 800_000, at);
      return putBytes(page, bytes, 0, 4, at);
    });
    const expected = `${'x'.repeat(filler)}${JSON.stringify([long, 'short', filler])}${long.slice(1)}سس`;
    expect(Buffer.from(put).toString() === expected).toBe(true);
  }
});
