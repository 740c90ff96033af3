import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitment } from './commitment.ts';
import { hmacSha256 } from './verify/hmac.ts';

test('is HMAC-SHA256 under the salt, over slot, zero byte and value', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      (salt, value, slot) => {
        const expected = createHmac('sha256', salt).update(`${slot}\0${value}`).digest('base64');
        expect(commitment(slot, value, salt)).toBe(expected);
        expect(hmacSha256(Buffer.from(salt), `${slot}\0${value}`)).toBe(expected);
      },
    ),
    { numRuns: 50 },
  );
});

test('the same name under two salts cannot be seen to be the same', () => {
  const name = JSON.stringify('سامر الدرعي');
  expect(commitment('c01', name, Buffer.alloc(16, 1))).not.toBe(commitment('c01', name, Buffer.alloc(16, 2)));
});
