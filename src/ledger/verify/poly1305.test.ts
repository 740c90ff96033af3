import { expect, test } from 'vitest';
import { poly1305 } from './poly1305.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

test('vectors 2, 4, 7 and 11 of RFC 8439, appendix A.3', () => {
  const r0 = Buffer.alloc(32);
  const zeros = Buffer.alloc(64);
  expect(poly1305(zeros, r0)).toEqual(Buffer.alloc(16));
  const r2 = hex('02000000000000000000000000000000 00000000000000000000000000000000');
  expect(poly1305(hex('ff'.repeat(16)), r2)).toEqual(hex('03000000000000000000000000000000'));
  const r1 = hex('01000000000000000000000000000000 00000000000000000000000000000000');
  const wrapping = hex(
    'ffffffffffffffffffffffffffffffff f0ffffffffffffffffffffffffffffff 11000000000000000000000000000000',
  );
  expect(poly1305(wrapping, r1)).toEqual(hex('05000000000000000000000000000000'));
  const r4 = hex('01000000000000000400000000000000 00000000000000000000000000000000');
  const long = hex(
    'e33594d7505e43b900000000000000003394d7505e4379cd01000000000000000000000000000000000000000000000001000000000000000000000000000000',
  );
  expect(poly1305(long, r4)).toEqual(hex('14000000000000005500000000000000'));
});
