import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newReceiptCode, readReceiptCode, systemRandom } from './index.ts';

const code = fc.constant(undefined).map(() => newReceiptCode(systemRandom));
const inArabicDigits = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

describe('a receipt code', () => {
  test('is six groups of five digits', () =>
    expect(newReceiptCode(systemRandom)).toMatch(/^(\d{5} ){5}\d{5}$/));

  test('is read as people write it: Arabic digits, strokes, nothing between', () => {
    fc.assert(
      fc.property(code, (given) => {
        for (const typed of [
          given,
          inArabicDigits(given),
          given.replaceAll(' ', '-'),
          given.replaceAll(' ', ''),
        ])
          expect(readReceiptCode(typed)).toEqual({ ok: true, code: given });
      }),
    );
  });

  test('with one wrong digit names the group', () => {
    fc.assert(
      fc.property(code, fc.nat(29), fc.integer({ min: 1, max: 9 }), (given, place, by) => {
        const digits = [...given.replaceAll(' ', '')];
        digits[place] = String((Number(digits[place]) + by) % 10);
        const read = readReceiptCode(digits.join(''));
        expect(read).toEqual({ ok: false, digits: 30, groups: [Math.floor(place / 5) + 1] });
      }),
    );
  });

  test('with two neighbours or two groups swapped is refused', () => {
    fc.assert(
      fc.property(code, fc.nat(28), fc.nat(4), (given, place, group) => {
        const digits = [...given.replaceAll(' ', '')];
        if (place % 5 !== 4 && digits[place] !== digits[place + 1]) {
          [digits[place], digits[place + 1]] = [digits[place + 1]!, digits[place]!];
          expect(readReceiptCode(digits.join('')).ok).toBe(false);
        }
        const groups = given.split(' ');
        if (groups[group] !== groups[group + 1]) {
          [groups[group], groups[group + 1]] = [groups[group + 1]!, groups[group]!];
          expect(readReceiptCode(groups.join(' ')).ok).toBe(false);
        }
      }),
    );
  });

  test('of another length says how many digits there are', () =>
    expect(readReceiptCode('1234 5')).toEqual({ ok: false, digits: 5, groups: [] }));

  test('draws each digit equally often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2000; i++)
      for (const group of newReceiptCode(systemRandom).split(' '))
        for (const digit of group.slice(0, 4)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 4800)).toBeLessThan(500);
  });
});
