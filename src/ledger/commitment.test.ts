import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitments, oneByOne } from './commitment.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((value) => JSON.stringify(value)),
  fc.nat(3000).map((length) => `"${'ن'.repeat(length)}"`),
);
const laidOf = (values: readonly { readonly slot: string; readonly text: string }[]): Buffer =>
  Buffer.from(values.map((value) => `${value.slot}\0${value.text}\0`).join(''));

test('is SHA-256 over salt, slot, zero byte and value', () => {
  fc.assert(
    fc.property(text, (value) => {
      const salt = randomBytes(16);
      const expected = createHash('sha256').update(salt).update('c01\0').update(value).digest();
      expect(Buffer.from(commitments(laidOf([{ slot: 'c01', text: value }]), salt))).toEqual(expected);
    }),
  );
});

test('many at once are what each is by itself, of any length and number', () => {
  const slot = fc.constantFrom('place', 'c00', 'c117', 'a.b-c');
  fc.assert(
    fc.property(fc.array(fc.record({ slot, text }), { maxLength: 300 }), (values) => {
      const salts = randomBytes(16 * values.length);
      const each = values.map(({ slot: name, text: value }, at) =>
        createHash('sha256')
          .update(salts.subarray(16 * at, 16 * at + 16))
          .update(`${name}\0${value}`)
          .digest(),
      );
      const laid = laidOf(values);
      expect(Buffer.from(commitments(laid, salts))).toEqual(Buffer.concat(each));
      expect(Buffer.from(oneByOne(laid, salts, values.length))).toEqual(Buffer.concat(each));
    }),
  );
});

test('more and longer ones than the kernel’s memory holds', () => {
  const values = Array.from({ length: 5000 }, (_, at) => ({
    slot: 'c00',
    text: `"${'قلعة '.repeat(at % 500 === 0 ? 50_000 : at % 90)}"`,
  }));
  const salts = randomBytes(16 * values.length);
  expect(commitments(laidOf(values), salts)).toEqual(oneByOne(laidOf(values), salts, values.length));
});

test.each([2, 9])(
  'a zero byte too many or too few makes ends doubtful, and is refused: %d values',
  (count) => {
    const laid = laidOf(Array.from({ length: count }, () => ({ slot: 'c00', text: '"x"' })));
    const salts = randomBytes(16 * count);
    expect(commitments(laid, salts)).toHaveLength(32 * count);
    for (const doubtful of [
      laid.subarray(0, -1),
      Buffer.concat([laid, Buffer.from('c01\0')]),
      laid.subarray(4),
    ])
      expect(() => commitments(doubtful, salts)).toThrow(RangeError);
    expect(() => commitments(laid, salts.subarray(1))).toThrow(RangeError);
  },
);

test('another salt, another slot or another value is another commitment', () => {
  const salt = Buffer.alloc(16, 1);
  const one = commitments(laidOf([{ slot: 'c01', text: '"سامر"' }]), salt);
  expect(commitments(laidOf([{ slot: 'c01', text: '"سامر"' }]), Buffer.alloc(16, 2))).not.toEqual(one);
  expect(commitments(laidOf([{ slot: 'c02', text: '"سامر"' }]), salt)).not.toEqual(one);
  expect(commitments(laidOf([{ slot: 'c01', text: '"عامر"' }]), salt)).not.toEqual(one);
});
