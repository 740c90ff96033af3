import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitment } from './commitment.ts';

test('is SHA-256 over salt, slot, zero byte and value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const salt = randomBytes(16);
      const expected = createHash('sha256').update(salt).update('c01\0').update(value).digest('base64');
      expect(commitment('c01', value, salt)).toBe(expected);
    }),
  );
});

test('another salt, another slot or another value is another commitment', () => {
  const salt = Buffer.alloc(16, 1);
  const one = commitment('c01', '"سامر"', salt);
  expect(commitment('c01', '"سامر"', Buffer.alloc(16, 2))).not.toBe(one);
  expect(commitment('c02', '"سامر"', salt)).not.toBe(one);
  expect(commitment('c01', '"عامر"', salt)).not.toBe(one);
});
