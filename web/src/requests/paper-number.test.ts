import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPaperNumber, readPaperNumber } from './paper-number.ts';

const number = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((bytes) => newPaperNumber(() => bytes));
const SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

test('a number is read back as people type it', () =>
  fc.assert(
    fc.property(number, (given) => {
      for (const typed of [given, given.toLowerCase(), given.replace('-', ' '), given.replace('-', '')])
        expect(readPaperNumber(typed)).toBe(given);
    }),
  ));

test('one wrong sign is found, but for the pair that the check cannot tell', () =>
  fc.assert(
    fc.property(number, fc.nat(7), fc.nat(31), (given, place, sign) => {
      const signs = [...given.replace('-', '')];
      const before = signs[place]!;
      signs[place] = SIGNS[sign]!;
      // 0 and Z are one to a modulus of 31
      fc.pre(signs[place] !== before && !(/[0Z]/.test(before) && /[0Z]/.test(signs[place]!)));
      expect(readPaperNumber(signs.join(''))).toBeUndefined();
    }),
  ));

test('two neighbours that changed places are found', () =>
  fc.assert(
    fc.property(number, fc.nat(5), (given, place) => {
      const signs = [...given.replace('-', '')];
      fc.pre(signs[place] !== signs[place + 1] && !/^[0Z]{2}$/.test(`${signs[place]}${signs[place + 1]}`));
      [signs[place], signs[place + 1]] = [signs[place + 1]!, signs[place]!];
      expect(readPaperNumber(signs.join(''))).toBeUndefined();
    }),
  ));

test('what is no number is none', () => {
  for (const typed of ['', '1234', 'نموذج', '0000-00000', '<script>'])
    expect(readPaperNumber(typed)).toBeUndefined();
});
