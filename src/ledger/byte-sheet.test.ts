import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheet } from './byte-sheet.ts';
import { canonicalJson } from './canonical-json.ts';

const written = (value: unknown): Buffer => {
  const page = sheet();
  page.json(value);
  return Buffer.from(page.take());
};

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
      expect(written(any).equals(Buffer.from(canonicalJson(any)))).toBe(true);
    }),
  );
});

test.each([
  ['controls, quotes, backslashes', 'a\0b"c\\d\u007f\u001f'],
  ['halves of a pair, and whole ones', '\ud800 \udc00x 𐤀 \ud83d'],
  ['every length of UTF-8', 'aéسﷺ€𐤀'],
  ['a long one', 'قلعة النهر '.repeat(20_000)],
])('%s', (_what, text) => {
  expect(written({ [text]: text }).toString()).toBe(canonicalJson({ [text]: text }));
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x')])
    expect(() => written(value)).toThrow(TypeError);
});

test('base64 as the engine writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const page = sheet();
      page.base64(bytes);
      expect(Buffer.from(page.take()).toString()).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
